// Numbers as texts: YAML 1.2 core decimal numbers and nothing else.
//
// `010` (octal to some readers), `0x10`, `1_000`, `1,000`, `.nan` and `.inf` are refused with a
// reason. Printing is the shortest text that reads back as the same double. No locale is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asepsim::scenario {

/// Why a text could not be read: one sentence each, for a diagnostic.
struct Misread {
  std::string problem{};
  std::string remedy{};
};

/// A value, or why there is none.
template <class T>
struct Parsed {
  std::optional<T> value{};
  Misread misread{};
  explicit operator bool() const { return value.has_value(); }
};

/// True if the text begins like a number (a digit, a sign or dot before a digit, .nan, .inf).
bool looks_like_number(std::string_view text);

/// The longest prefix made of the characters of a decimal number.
std::string_view number_prefix(std::string_view text);

/// A finite decimal number; the misread says what is wrong with it.
Parsed<double> parse_number(std::string_view text);

/// A whole number of at most 18 digits.
Parsed<std::int64_t> parse_whole(std::string_view text);

/// Shortest text that reads back as `value`.
std::string number_text(double value);

/// `text` without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace asepsim::scenario
