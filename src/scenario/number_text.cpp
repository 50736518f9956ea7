#include "scenario/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace asepsim::scenario {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return text;
}

// What is wrong with a text that is meant as a number, if it is a known mistake.
std::optional<Misread> known_mistake(std::string_view text) {
  const std::string_view bare = without_sign(text);
  if (bare == ".nan" || bare == ".NaN" || bare == ".NAN")
    return Misread{"not-a-number is not allowed", "write a finite number"};
  if (bare == ".inf" || bare == ".Inf" || bare == ".INF")
    return Misread{"infinity is not allowed", "write a finite number"};
  if (bare.starts_with("0x") || bare.starts_with("0o") || bare.starts_with("0b"))
    return Misread{fmt::format("\"{}\" is not a decimal number", text), "write it in digits"};
  if (bare.size() > 1 && bare[0] == '0' && digit(bare[1])) {
    const auto first = std::min(bare.find_first_not_of('0'), bare.size() - 1);
    return Misread{fmt::format("\"{}\" could be read as an octal number", text),
                   fmt::format("write it without the leading zero: {}", bare.substr(first))};
  }
  if (bare.find(',') != std::string_view::npos) {
    return Misread{fmt::format("\"{}\" contains a comma", text),
                   "write a dot before decimals and nothing between thousands"};
  }
  if (bare.find('_') != std::string_view::npos)
    return Misread{fmt::format("\"{}\" contains an underscore", text), "write digits only"};
  return std::nullopt;
}

Misread no_number(std::string_view text) {
  return {fmt::format("\"{}\" is not a number", text), ""};
}

}  // namespace

bool looks_like_number(std::string_view text) {
  const std::string_view bare = without_sign(text);
  if (bare.empty()) return false;
  if (digit(bare[0])) return true;
  if (bare[0] != '.' || bare.size() < 2) return false;
  return digit(bare[1]) || known_mistake(text).has_value();
}

std::string_view number_prefix(std::string_view text) {
  std::size_t end = text.size() - without_sign(text).size();
  while (end < text.size()) {
    const char c = text[end];
    const bool exponent = (c == 'e' || c == 'E') && end + 1 < text.size() &&
                          (digit(text[end + 1]) || text[end + 1] == '-' || text[end + 1] == '+');
    const bool sign_of_exponent =
        (c == '-' || c == '+') && end > 0 && (text[end - 1] == 'e' || text[end - 1] == 'E');
    if (!digit(c) && c != '.' && c != ',' && c != '_' && !exponent && !sign_of_exponent) break;
    ++end;
  }
  return text.substr(0, end);
}

Parsed<double> parse_number(std::string_view text) {
  if (auto mistake = known_mistake(text)) return {{}, *mistake};
  std::string_view digits = text;
  if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
  const std::string_view bare = without_sign(text);
  if (bare.empty() || (!digit(bare[0]) && bare[0] != '.')) return {{}, no_number(text)};
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    return {{},
            {fmt::format("{} is too large or too small a number", text),
             "write an ordinary decimal number"}};
  }
  if (error != std::errc{} || end != digits.data() + digits.size()) return {{}, no_number(text)};
  return {value + 0.0, {}};  // + 0.0 turns -0 into 0
}

Parsed<std::int64_t> parse_whole(std::string_view text) {
  const auto number = parse_number(text);
  if (!number) return {{}, number.misread};
  const std::string_view digits = without_sign(text);
  const bool whole = std::all_of(digits.begin(), digits.end(), digit) && digits.size() <= 18;
  if (!whole) return {{}, {fmt::format("{} is not a whole number", text), "write digits only"}};
  const auto magnitude = static_cast<std::int64_t>(std::stoll(std::string(digits)));
  return {text.front() == '-' ? -magnitude : magnitude, {}};
}

std::string number_text(double value) {
  if (std::abs(value) < 1e15 && value == std::trunc(value)) return fmt::format("{:.0f}", value);
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return error == std::errc{} ? std::string(buffer, end) : fmt::format("{}", value);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace asepsim::scenario
