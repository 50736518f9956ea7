#include "scenario/citation.hpp"

#include <algorithm>

namespace asepsim::scenario {
namespace {

constexpr std::string_view letters = "PSDCXWIRBAOGFV";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

// Letters, digits and every byte of a letter beyond ASCII: what makes one word.
bool in_word(char c) {
  return is_digit(c) || is_small(c) || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

int number_of(std::string_view id) {
  int number = 0;
  for (const char c : id.substr(1)) {
    if (is_digit(c)) number = number * 10 + (c - '0');
  }
  return number;
}

// A word of the text and what stands between it and the word before.
struct WordOfText {
  std::string_view text, before;
};

std::vector<WordOfText> words_of_text(std::string_view text) {
  std::vector<WordOfText> words;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!in_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    while (i < text.size() && in_word(text[i])) ++i;
    words.push_back({text.substr(begin, i - begin), text.substr(end, begin - end)});
    end = i;
  }
  return words;
}

void add(std::vector<std::string>& ids, std::string_view id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.emplace_back(id);
}

// I61-I63: what exists in between, too.
void add_between(std::vector<std::string>& ids, std::string_view first, std::string_view last) {
  for (int n = number_of(first) + 1; n < number_of(last); ++n) {
    const std::string id = first.front() + std::to_string(n);
    if (evidence_row(id) != nullptr) add(ids, id);
  }
}

bool says_computed(std::string_view word) {
  return word == "calibrated" || word == "derived" || word == "fit" || word == "over";
}

}  // namespace

bool is_row_id(std::string_view word) {
  if (word.size() < 2 || letters.find(word.front()) == std::string_view::npos) return false;
  std::string_view number = word.substr(1);
  if (is_small(number.back())) number.remove_suffix(1);
  return !number.empty() && number.size() <= 2 && number.front() != '0' &&
         std::all_of(number.begin(), number.end(), is_digit);
}

Citation cited(std::string_view source) {
  Citation citation;
  std::string_view before;
  for (const WordOfText& word : words_of_text(source)) {
    if ((before.empty() && word.text == "assumption") || word.text == "assumed")
      citation.assumes = true;
    citation.computes |= says_computed(word.text);
    if (is_row_id(word.text)) {
      const bool from_before =
          word.before == "-" && is_row_id(before) && before.front() == word.text.front();
      if (from_before) add_between(citation.ids, before, word.text);
      add(citation.ids, word.text);
    }
    before = word.text;
  }
  return citation;
}

std::optional<EvidenceMark> weakest_mark(std::string_view source) {
  const Citation citation = cited(source);
  if (citation.assumes) return EvidenceMark::assumption;
  std::optional<EvidenceMark> weakest;
  for (const std::string& id : citation.ids) {
    const EvidenceRow* row = evidence_row(id);
    if (row != nullptr && (!weakest || row->mark > *weakest)) weakest = row->mark;
  }
  if (weakest && citation.computes) weakest = std::max(*weakest, EvidenceMark::derived);
  return weakest;
}

std::string rows_text(std::string_view source) {
  std::string text;
  for (const std::string& id : cited(source).ids) {
    if (evidence_row(id) == nullptr) continue;
    if (!text.empty()) text += ", ";
    text += id;
  }
  return text;
}

}  // namespace asepsim::scenario
