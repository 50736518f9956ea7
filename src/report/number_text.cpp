#include "report/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace asepsim::report {
namespace {

constexpr double least_in_thousands = 1e5;
constexpr double least_in_millions = 1e8;
constexpr double least_plain = 1e-4;
constexpr int most_digits = 5, most_decimals = 5;  // so that an interval fits its column

// 1234567.5 -> 1,234,567.5
std::string grouped(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = dot; at > first + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

// Decimals that show `digits` digits of a number of this size.
int decimals_for(double size, int digits) {
  if (size <= 0) return 0;
  const int leading = static_cast<int>(std::floor(std::log10(size)));
  return std::clamp(digits - 1 - leading, 0, 9);
}

// Large amounts in thousands or millions, others as they are.
std::string scaled(double value, int decimals) {
  const double size = std::abs(value);
  if (size >= least_in_millions) return grouped(value / 1e6, 0) + "M";
  if (size >= least_in_thousands) return grouped(value / 1e3, 0) + "k";
  return grouped(value, decimals);
}

bool rounds_to_nothing(const std::string& text) {
  return text.find_first_of("123456789") == std::string::npos;
}

}  // namespace

std::string short_number(double value) {
  const double size = std::abs(value);
  if (size == 0) return "0";
  if (size < least_plain) return fmt::format("{:.1e}", value);
  return scaled(value, decimals_for(size, 3));
}

std::string precise(double value, double half_width) {
  if (half_width <= 0) return short_number(value);
  const double size = std::max(std::abs(value), half_width);
  if (size < least_plain) return fmt::format("{:.1e}", value);
  const int decimals =
      std::min({decimals_for(half_width, 2), decimals_for(size, most_digits), most_decimals});
  const std::string text = scaled(value, decimals);
  return rounds_to_nothing(text) ? grouped(0, decimals) : text;
}

std::string signed_precise(double value, double half_width) {
  const std::string text = precise(value, half_width);
  return rounds_to_nothing(text) || text.starts_with('-') ? text : "+" + text;
}

}  // namespace asepsim::report
