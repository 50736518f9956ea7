#include "scenario/quantity_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

namespace asepsim::scenario {
namespace {

constexpr std::string_view currency_sign = "¤";

const Unit* unit_named(std::string_view word, const Dimension& d, std::string_view currency) {
  for (const Unit& unit : d.units)
    if (with_currency(unit.word, currency) == word) return &unit;
  return nullptr;
}

Misread unit_missing(std::string_view text, const Dimension& d, std::string_view currency) {
  const std::string unit = with_currency(d.units.front().word, currency);
  const std::string_view space = unit.starts_with('%') ? "" : " ";
  return {fmt::format("expected {}, got {} without a unit", d.phrase, text),
          fmt::format("write the unit, for example {}{}{}", text, space, unit)};
}

Misread unit_unknown(std::string_view word, const Dimension& d, std::string_view currency) {
  if (d.units.empty()) {
    return {fmt::format("expected {}, got the unit \"{}\" too", d.phrase, word),
            "write the number alone"};
  }
  return {fmt::format("expected {}, got the unit \"{}\"", d.phrase, word),
          fmt::format("use {}", units_text(d, currency))};
}

Misread no_quantity(std::string_view text, const Dimension& d, std::string_view currency) {
  const bool unit = d.unit_due;
  return {fmt::format("expected {}, got \"{}\"", d.phrase, text.substr(0, 40)),
          fmt::format("write a number{}, for example {}", unit ? " and a unit" : "",
                      with_currency(d.example, currency))};
}

// The number at the front of `rest`, which moves on.
Parsed<double> take_number(std::string_view& rest) {
  const std::string_view digits = number_prefix(rest);
  const bool any_digit = digits.find_first_of("0123456789") != std::string_view::npos;
  auto number = parse_number(any_digit ? digits : rest);
  rest = trimmed(rest.substr(digits.size()));
  return number;
}

// One number with its unit off the front of `rest`.
Parsed<double> take_term(std::string_view& rest, std::string_view whole, const Dimension& d,
                         std::string_view currency, BareNumbers bare) {
  if (!looks_like_number(rest)) return {{}, no_quantity(whole, d, currency)};
  const std::string_view digits = number_prefix(rest);
  auto number = take_number(rest);
  if (!number) return number;
  const auto word = d.adds_up ? rest.substr(0, rest.find_first_of(" \t-+0123456789")) : rest;
  if (word.empty()) {
    const bool refused = d.unit_due && bare == BareNumbers::by_dimension;
    return refused ? Parsed<double>{{}, unit_missing(digits, d, currency)} : number;
  }
  if (word.front() == ':') return {{}, no_quantity(whole, d, currency)};  // 12:30 is no number
  const Unit* unit = unit_named(word, d, currency);
  if (unit == nullptr) return {{}, unit_unknown(word, d, currency)};
  rest = trimmed(rest.substr(word.size()));
  return {*number.value * unit->multiply / unit->divide, {}};
}

}  // namespace

std::string with_currency(std::string_view text, std::string_view currency) {
  std::string out(text);
  for (std::size_t at = 0; (at = out.find(currency_sign, at)) != std::string::npos;
       at += currency.size())
    out.replace(at, currency_sign.size(), currency);
  return out;
}

std::string units_text(const Dimension& d, std::string_view currency) {
  std::string out;
  for (std::size_t i = 0; i < d.units.size(); ++i) {
    if (i > 0) out += i + 1 == d.units.size() ? " or " : ", ";
    out += with_currency(d.units[i].word, currency);
  }
  return out;
}

Parsed<double> parse_quantity(std::string_view text, const Dimension& d, std::string_view currency,
                              BareNumbers bare) {
  std::string_view rest = trimmed(text);
  auto sum = take_term(rest, text, d, currency, bare);
  if (!sum) return sum;
  const double sign = *sum.value < 0 ? -1.0 : 1.0;  // -1 h 30 min is minus 90 minutes
  while (!rest.empty()) {
    if (!d.adds_up || rest.front() == '-') return {{}, no_quantity(text, d, currency)};
    auto term = take_term(rest, text, d, currency, BareNumbers::by_dimension);
    if (!term) return term;
    *sum.value += sign * *term.value;
  }
  return sum;
}

std::string quantity_text(double stored, const Dimension& d, std::string_view currency) {
  std::optional<std::string> best;
  for (const Unit& unit : d.units) {
    const double shown = stored * unit.divide / unit.multiply;
    if (shown * unit.multiply / unit.divide != stored) continue;
    std::string number = number_text(shown);
    const bool plain = number.find('e') == std::string::npos;
    if (!plain && d.unit_due && unit.multiply != 1) continue;
    if (!best || number.size() + 2 < best->find(' '))
      best = number + " " + with_currency(unit.word, currency);
  }
  if (best && d.unit_due) return *best;
  return number_text(stored);
}

}  // namespace asepsim::scenario
