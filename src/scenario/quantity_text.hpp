// Quantities as texts: a number and a unit, both ways.
//
// `45 min`, `1 h 30 min`, `0.75 mm`, `5 %`, `134 C`, `35 USD`. Printing chooses the unit in which
// the number is shortest and reading it back gives the same double.
#pragma once

#include <string>
#include <string_view>

#include "scenario/dimension.hpp"
#include "scenario/number_text.hpp"

namespace asepsim::scenario {

/// How a reader takes bare numbers: as a mistake, or (built-in defaults) in the stored unit.
enum class BareNumbers { by_dimension, allowed };

/// `text` in the stored unit of `dimension`. Bounds are not checked here.
Parsed<double> parse_quantity(std::string_view text, const Dimension& dimension,
                              std::string_view currency,
                              BareNumbers bare = BareNumbers::by_dimension);

/// A text that reads back as exactly `stored`.
std::string quantity_text(double stored, const Dimension& dimension, std::string_view currency);

/// The dimension's words with the currency filled in: "write ..., for example 35 USD".
std::string with_currency(std::string_view text, std::string_view currency);

/// The units of a dimension as "us, ms, s ...".
std::string units_text(const Dimension& dimension, std::string_view currency);

}  // namespace asepsim::scenario
