// Numbers for people: three digits, thousands separated, intervals to the digits they support.
//
// Files carry exact numbers (csv.hpp); the screen carries these.
#pragma once

#include <string>

namespace asepsim::report {

/// Three significant digits: 0.0412, 1.23, 12.3, 1,235, 457k, 3.1e-07.
std::string short_number(double value);

/// Rounded to the decimals in which `half_width` has two digits: precise(12.3456, 0.51) is 12.35;
/// never more than five digits.
/// Without a half-width (0), as short_number.
std::string precise(double value, double half_width);

/// The same with a sign: +1.20, -0.35, 0.
std::string signed_precise(double value, double half_width);

}  // namespace asepsim::report
