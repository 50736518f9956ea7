// "did you mean ...?"
//
// Nearness is the optimal-string-alignment distance (insertions, deletions, replacements, swaps of
// neighbours), case folded, and at most a third of the longer word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace asepsim::scenario {

/// `did you mean "x"?` for the nearest candidate, else `fallback`.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         const std::string& fallback);

/// "a, b or c"; at most twelve, then "...".
std::string enumeration(const std::vector<std::string>& words);

}  // namespace asepsim::scenario
