#include "scenario/name_rule.hpp"

#include <fmt/format.h>

#include "scenario/limits.hpp"
#include "scenario/source_text.hpp"

namespace asepsim::scenario {
namespace {

// ASCII's control characters, and U+0080 to U+009F in UTF-8.
bool is_control(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(i) < 0x20 || byte(i) == 0x7F) return true;
  return byte(i) == 0xC2 && i + 1 < text.size() && byte(i + 1) < 0xA0;
}

}  // namespace

bool is_name(std::string_view name) {
  constexpr std::string_view forbidden = " \t\n.,:;[]{}()\"'#&*!|>%@`=<\\/";
  if (name.empty() || characters(name) > static_cast<int>(limits::name_length)) return false;
  if (std::string_view("-+0123456789").find(name.front()) != std::string_view::npos) return false;
  return name.find_first_of(forbidden) == std::string_view::npos && !has_control_character(name);
}

std::string rule_of_names() {
  return fmt::format(
      "names begin with a letter, have no blanks, dots or commas and at most {} characters",
      limits::name_length);
}

bool has_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\n' && text[i] != '\t' && is_control(text, i)) return true;
  return false;
}

std::string printable(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_control(text, i)) continue;
    if (static_cast<unsigned char>(text[i]) == 0xC2) text.erase(i, 1);
    text[i] = '?';
  }
  return text;
}

std::string flaw_in_title(std::string_view name) {
  if (name.empty()) return "the scenario has an empty name";
  if (name == "." || name == "..") return fmt::format("\"{}\" is no name", name);
  if (has_control_character(name) || name.find_first_of("\n\t") != std::string_view::npos)
    return "the scenario's name holds a control character";
  if (characters(name) > static_cast<int>(limits::title_length))
    return fmt::format("the scenario's name has {} characters", characters(name));
  return {};
}

}  // namespace asepsim::scenario
