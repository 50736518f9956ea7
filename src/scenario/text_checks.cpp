#include "scenario/text_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scenario/limits.hpp"

namespace asepsim::scenario {
namespace {

// A rough count of nesting is enough here: the exact limit is kept while the tree is built.
constexpr int rough_depth = 3 * static_cast<int>(limits::depth);

struct Flaw {
  std::size_t offset;
  std::string problem, remedy;
};

unsigned char byte(const std::string& text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// Bytes of the UTF-8 character at `i`; 0 if it is none (also overlong forms and surrogates).
std::size_t utf8_length(const std::string& text, std::size_t i) {
  const unsigned char lead = byte(text, i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k)
    if ((byte(text, i + k) & 0xC0u) != 0x80u) return 0;
  const unsigned char second = byte(text, i + 1);
  const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return bad ? 0 : length;
}

std::optional<Flaw> bad_character(const std::string& text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return Flaw{0, "the file is in UTF-16", "save it as UTF-8"};
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) {
      return Flaw{i, fmt::format("the byte 0x{:02X} is not UTF-8", byte(text, i)),
                  "save the file as UTF-8"};
    }
    const unsigned char c = byte(text, i);
    if (c == '\r')
      return Flaw{i, "a carriage return without a line feed", "end lines with LF or CR LF"};
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
      return Flaw{i, fmt::format("the control character 0x{:02X} is not allowed", c), "remove it"};
    i += length;
  }
  return std::nullopt;
}

// Levels opened by "- - - key" or "? ? key" at the head of the line that starts at `i`.
int compact_levels(const std::string& text, std::size_t i) {
  int levels = 0;
  for (; i < text.size(); ++i) {
    const bool marker = (text[i] == '-' || text[i] == '?') && i + 1 < text.size() &&
                        (text[i + 1] == ' ' || text[i + 1] == '\t');
    if (marker) ++levels;
    if (!marker && text[i] != ' ' && text[i] != '\t') break;
  }
  return levels;
}

// Where brackets, indentation or compact lists go deeper than any parser should follow.
std::optional<Flaw> too_deep(const std::string& text) {
  int brackets = 0;
  bool head = true;  // at the start of a line
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    const bool deep = brackets > rough_depth || (head && compact_levels(text, i) > rough_depth);
    if (deep) {
      return Flaw{i, fmt::format("nested deeper than {} levels", limits::depth),
                  "a scenario needs no more than a dozen"};
    }
    head = c == '\n';
  }
  return std::nullopt;
}

std::string with_line_feeds(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n') text[out++] = text[i];
  text.resize(out);
  return text;
}

// The line is shown only up to the flaw: what follows may not be printable.
Mark mark_at(const std::string& file, const std::string& text, std::size_t offset, int order) {
  const auto before = std::string_view(text).substr(0, offset);
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  auto shown = std::make_shared<SourceText>(file, std::string(before), order);
  return {shown, line, static_cast<int>(1 + offset - line_start), 1};
}

}  // namespace

bool too_large(const std::string& file, std::size_t bytes, Findings& findings) {
  if (bytes <= limits::bytes) return false;
  const auto whole = std::make_shared<SourceText>(file, "", 0, SourceText::Lines::hidden);
  findings.error({whole},
                 {"", "the file is larger than 1 MiB",
                  file.ends_with(".csv") ? "shorten the table" : "put tables into CSV side files"});
  return true;
}

Source checked_text(const std::string& file, std::string text, int order, Findings& findings) {
  if (too_large(file, text.size(), findings)) return nullptr;
  text = with_line_feeds(std::move(text));
  auto flaw = bad_character(text);
  if (!flaw) flaw = too_deep(text);
  if (flaw) {
    findings.error(mark_at(file, text, flaw->offset, order), {"", flaw->problem, flaw->remedy});
    return nullptr;
  }
  return std::make_shared<SourceText>(file, std::move(text), order);
}

}  // namespace asepsim::scenario
