#include "scenario/spelling.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "scenario/read_scenario.hpp"

namespace asepsim::scenario {
namespace {

constexpr std::size_t longest_word = 64;  // longer ones are no misspelt names

std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    c = c == '-' || c == ' ' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

// A word that begins like the candidate ("sterilize" for "sterilization") is near too.
bool near(std::size_t distance, const std::string& a, const std::string& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  return distance * 3 <= longer || (distance == 1 && longer > 1);
}

}  // namespace

std::vector<std::string> nearest_names(const std::string& word,
                                       const std::vector<std::string>& candidates) {
  const std::string wanted = folded(word);
  std::vector<std::pair<std::size_t, std::string>> found;
  if (wanted.size() > longest_word) return {};
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest_word) continue;
    const std::string offered = folded(candidate);
    const std::size_t d = distance(wanted, offered);
    if (near(d, wanted, offered)) found.emplace_back(d, candidate);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  out.reserve(found.size());
  for (auto& [d, candidate] : found) out.push_back(std::move(candidate));
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         const std::string& fallback) {
  const auto nearest = nearest_names(std::string(word), candidates);
  if (nearest.empty()) return fallback;
  return "did you mean \"" + nearest.front() + "\"?";
}

std::string enumeration(const std::vector<std::string>& words) {
  constexpr std::size_t most = 12;
  std::string out;
  const std::size_t shown = std::min(words.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  if (shown < words.size()) out += ", ...";
  return out;
}

}  // namespace asepsim::scenario
