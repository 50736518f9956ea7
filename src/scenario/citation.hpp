// What a source text says: which rows of the evidence table it names, and whether it assumes.
//
// Sources are short texts: "I56", "I25 (unconfirmed)", "derived: B4 x R9 / R7", "assumption
// (I61-I63)", "assumption: mix of a city clinic". An id is a letter of P S D C X W I R B A O G F V
// with a number below 100 without leading zero and at most one small letter behind it, standing
// alone as a word; so D121, F0, H2O2 and EN13060 are none. Two ids of one letter with a dash
// between name all rows from the first to the second. A text that begins with the word assumption
// assumes, whatever rows it names besides, and so does one with the word assumed. The words
// calibrated, derived, fit and over say that the number does not stand in the rows: it is computed
// from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/evidence.hpp"

namespace asepsim::scenario {

struct Citation {
  bool assumes = false;               ///< begins with "assumption", or has the word "assumed"
  bool computes = false;              ///< calibrated, derived, fit, or one row over another
  std::vector<std::string> ids = {};  ///< in the order of the text, each once; may not exist
};

/// What `source` cites.
Citation cited(std::string_view source);

/// True if `word` has the form of a row id.
bool is_row_id(std::string_view word);

/// The weakest mark of what a source rests on: an assumption, or its rows, derived at best if the
/// number is computed from them. Nothing if it names no
/// known row and assumes nothing: then it is the author's own word, or none at all.
std::optional<EvidenceMark> weakest_mark(std::string_view source);

/// Known rows of a source as text, "I50, I51"; empty if there are none.
std::string rows_text(std::string_view source);

}  // namespace asepsim::scenario
