// One field of the scenario language, described once.
//
// The describe_*.hpp tables list every field of every struct as such a description. The reader, the
// writer of resolved scenarios, the JSON Schema and the field reference all walk those tables, so
// that none can disagree with another.
//
//   field("absence", "probability of missing a whole shift")
//       .as(dimension::probability).neutral().otherwise("0").like("5 %")
//
// A number that stands by default says what it rests on, and a test holds every field to it:
//   - evidence (the rule): nature and people decide it. Its source names rows of the evidence table
//     (evidence.hpp), or says "assumption: why". If the weakest of them is an assumption, the
//     default carries a range: otherwise("{value: 2 %, range: [0, 10 %]}", "assumption: why").
//   - setting(): the clinic, its suppliers or the analyst choose it: capacities, priorities, grids,
//     rules of release. It may name a row that advises it; it needs none.
//   - neutral(): 0 of what adds up or 1 of what multiplies. Nothing of the kind happens unless the
//     scenario says so, so it claims nothing.
// A range of a random quantity is the range of its mean.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "scenario/dimension.hpp"

namespace asepsim::scenario {

enum class Presence : std::uint8_t {
  optional,  ///< may be left out and is then not there
  required,  ///< an error if left out
  defaulted  ///< stands for its default if left out
};

/// Numbers a field accepts, in the stored unit of its dimension.
struct Bounds {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool open = false;  ///< the bounds themselves are refused
};

/// What a number that stands by default rests on.
enum class Basis : std::uint8_t {
  evidence,  ///< rows of the evidence table, or an assumption with its range
  setting,   ///< chosen by the clinic, its suppliers or the analyst
  neutral    ///< nothing of the kind happens
};

struct Field {
  std::string_view key;
  std::string_view description;
  const Dimension* dimension = &dimension::number;
  Bounds bounds{};  ///< possible values; those of a distribution must all lie inside
  /// What can be meant: numbers outside are slips. Of a distribution, its parameters and its mean
  /// must lie inside; single draws may not.
  Bounds sane{};
  Presence presence = Presence::optional;
  std::string_view default_text{};  ///< YAML; money without its currency
  std::string_view source{};        ///< evidence rows of the default, or why it is assumed
  std::string_view example{};
  bool or_unlimited = false;  ///< a count that may be `unlimited`, stored as -1
  bool or_rows = false;       ///< a list of groups that may be the rows of a CSV file
  bool is_name = false;       ///< a text that names something: the rule of names applies
  Basis basis = Basis::evidence;
  std::string_view counted_in{};  ///< unit of a plain number, to be read and not to be written

  /// The dimension, with its natural bounds.
  [[nodiscard]] constexpr Field as(const Dimension& d) const {
    Field f = *this;
    f.dimension = &d;
    f.bounds = {d.least, d.most, false};
    f.sane = {d.least_sane, d.most_sane, false};
    return f;
  }
  [[nodiscard]] constexpr Field sanely(double least, double most) const {
    Field f = *this;
    f.sane = {least, most, false};
    return f;
  }
  /// A text that names something, so that the rule of names applies.
  [[nodiscard]] constexpr Field names_something() const {
    Field f = *this;
    f.is_name = true;
    return f;
  }
  [[nodiscard]] constexpr Field within(double least, double most) const {
    Field f = *this;
    f.bounds = {least, most, false};
    return f;
  }
  [[nodiscard]] constexpr Field strictly_within(double least, double most) const {
    Field f = *this;
    f.bounds = {least, most, true};
    return f;
  }
  /// The unit of a number that is written without one: cycles.
  [[nodiscard]] constexpr Field in(std::string_view unit) const {
    Field f = *this;
    f.counted_in = unit;
    return f;
  }
  [[nodiscard]] constexpr Field unlimited_allowed() const {
    Field f = *this;
    f.or_unlimited = true;
    return f;
  }
  /// A list of groups that may also be `{file: rows.csv}`.
  [[nodiscard]] constexpr Field or_rows_of_a_file() const {
    Field f = *this;
    f.or_rows = true;
    return f;
  }
  /// Chosen, not found out: see Basis.
  [[nodiscard]] constexpr Field setting() const {
    Field f = *this;
    f.basis = Basis::setting;
    return f;
  }
  /// Its default is that nothing of the kind happens: see Basis.
  [[nodiscard]] constexpr Field neutral() const {
    Field f = *this;
    f.basis = Basis::neutral;
    return f;
  }
  [[nodiscard]] constexpr Field needed() const {
    Field f = *this;
    f.presence = Presence::required;
    return f;
  }
  [[nodiscard]] constexpr Field otherwise(std::string_view text, std::string_view row = {}) const {
    Field f = *this;
    f.presence = Presence::defaulted;
    f.default_text = text;
    f.source = row;
    return f;
  }
  [[nodiscard]] constexpr Field like(std::string_view text) const {
    Field f = *this;
    f.example = text;
    return f;
  }
};

/// One end of a range.
struct End {
  double value;
  bool open;  ///< the end itself is refused
};

/// The narrower of what is possible and what can be meant.
constexpr End lower_end(const Field& f) {
  return f.sane.least > f.bounds.least ? End{f.sane.least, f.sane.open}
                                       : End{f.bounds.least, f.bounds.open};
}
constexpr End upper_end(const Field& f) {
  return f.sane.most < f.bounds.most ? End{f.sane.most, f.sane.open}
                                     : End{f.bounds.most, f.bounds.open};
}

/// For bounds: no bound on this side.
inline constexpr double infinite = std::numeric_limits<double>::infinity();

constexpr Field field(std::string_view key, std::string_view description) {
  return Field{key, description}.as(dimension::number);
}

}  // namespace asepsim::scenario
