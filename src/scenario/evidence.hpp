// The evidence table: where the numbers of a scenario come from, and how far each can be trusted.
//
// One row is one finding, one choice of the model that rests on findings, one formula (F) or one
// outcome the simulator is held against (V). Defaults name rows by their id (I17, C24b); the id is
// the row's name for good, a row that falls away leaves a gap. Values are text with their units, as
// they were published: depth in mm, log reductions in log10, probabilities per session unless
// another unit stands there. A row that is derived in part and assumed in part counts as an
// assumption. The rows are plain data in evidence_<subject>.cpp; nothing here depends on a file.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asepsim::scenario {

/// How a figure is known, the firmest first: a number is as firm as the weakest row it rests on.
enum class EvidenceMark : std::uint8_t {
  formula,      ///< a relation, not a figure
  read,         ///< stands in the published abstract or page named; full papers were not read
  secondary,    ///< read where somebody else quotes it
  derived,      ///< computed from other rows
  vendor,       ///< read on a commercial page
  unconfirmed,  ///< known from the literature, not checked again
  assumption    ///< no figure was found
};

/// Of an unconfirmed figure: how sure we are of it.
enum class Confidence : std::uint8_t { unstated, high, medium_high, medium, low };

/// What an outcome (V) may be used for.
enum class Role : std::uint8_t {
  none,
  verify,       ///< reproduces an input: tests the code, not the science
  calibrate,    ///< sets a free parameter, so it validates nothing
  bound,        ///< caps an assumption
  consistency,  ///< overlaps with what was calibrated to
  direction,    ///< only which of two is larger
  plausibility  ///< of another setting
};

// In the order in which a row is read.
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding)
struct EvidenceRow {
  std::string_view id;       ///< letter and number: I17
  std::string_view subject;  ///< what the figure is of
  std::string_view value;    ///< with its unit; of formulas the relation
  std::string_view context;  ///< who or what was studied; may be empty
  std::string_view source;   ///< short reference, or the rows and reasons it was built from
  EvidenceMark mark = EvidenceMark::read;
  Confidence confidence = Confidence::unstated;
  std::string_view caveat = {};  ///< what a reader must know before trusting it
  Role role = Role::none;
  std::string_view fields = {};  ///< formulas: paths of the fields that enter, comma between
};

/// Rows of one subject, in the order of their ids.
struct EvidenceGroup {
  std::string_view title;
  std::span<const EvidenceRow> rows;
};

/// All rows by subject.
std::vector<EvidenceGroup> evidence_groups();

/// The row of that id; null if there is none.
const EvidenceRow* evidence_row(std::string_view id);

/// "unconfirmed": one word, for tables.
std::string_view mark_word(EvidenceMark mark);

/// "known from the literature, not checked again; confidence high": for people.
std::string mark_text(const EvidenceRow& row);

/// "calibrate: ...": what an outcome may be used for; empty for other rows.
std::string_view role_text(Role role);

}  // namespace asepsim::scenario
