#include "scenario/source_text.hpp"

#include <algorithm>

namespace asepsim::scenario {
namespace {

constexpr std::size_t shown_bytes = 160;  // of a line in a message

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

}  // namespace

SourceText::SourceText(std::string file, std::string text, int order, Lines lines)
    : file_(std::move(file)), text_(std::move(text)), order_(order), lines_(lines), starts_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') starts_.push_back(i + 1);
}

std::string_view SourceText::line(int number) const {
  const auto index = static_cast<std::size_t>(number) - 1;
  if (number < 1 || index >= starts_.size()) return {};
  const std::size_t begin = starts_[index];
  const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
  return std::string_view(text_).substr(begin, end - begin);
}

std::string_view SourceText::from(int line, int column) const {
  const auto index = static_cast<std::size_t>(line) - 1;
  if (line < 1 || index >= starts_.size()) return {};
  const std::size_t at = starts_[index] + static_cast<std::size_t>(std::max(0, column - 1));
  return std::string_view(text_).substr(std::min(at, text_.size()));
}

SourcePlace place_of(const Mark& mark) {
  SourcePlace place;
  if (!mark.source) return place;
  place.file = mark.source->file();
  if (mark.line == 0 || !mark.source->shows_lines()) return place;
  place.line = mark.line;
  const std::string_view line = mark.source->line(mark.line);
  const auto before = static_cast<std::size_t>(std::max(0, mark.column - 1));
  place.column = 1 + characters(line.substr(0, std::min(before, line.size())));
  place.length = std::max(1, mark.length);
  place.line_text = shortened(line, shown_bytes);
  return place;
}

int characters(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && continues_character(text[most])) --most;
  return std::string(text.substr(0, most));
}

}  // namespace asepsim::scenario
