// Writing one value, by its type in the structs: the reverse of read_values.hpp.
//
// What is written reads back as exactly the same value: numbers in shortest form and in a unit that
// loses nothing, distributions in parameters that give the same bits.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/field.hpp"
#include "scenario/node.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// The field a value belongs to and the currency of the scenario.
struct Writing {
  const Field& field;
  std::string_view currency;
};

Node write_value(const Writing& w, const std::string& value);
Node write_value(const Writing& w, bool value);
Node write_value(const Writing& w, std::int64_t value);
Node write_value(const Writing& w, std::uint64_t value);
Node write_value(const Writing& w, double value);
Node write_value(const Writing& w, Duration value);
Node write_value(const Writing& w, Millimetres value);
Node write_value(const Writing& w, Celsius value);
Node write_value(const Writing& w, Money value);
Node write_value(const Writing& w, Date value);
Node write_value(const Writing& w, const Distribution& d);
Node write_value(const Writing& w, const OpeningHours& value);
Node write_value(const Writing& w, const WeekHours& value);
Node write_value(const Writing& w, const RateTable& value);
Node write_value(const Writing& w, const std::vector<std::string>& value);
Node write_value(const Writing& w, const std::vector<Date>& value);
Node write_value(const Writing& w, const std::map<std::string, std::int64_t>& value);
Node write_value(const Writing& w, const std::map<Date, DayHours>& value);
Node write_value(const Writing& w, const std::array<Number, 6>& value);

/// Adds `source` and `note` to a value's map where there are any.
void add_provenance(Node& map, const std::string& source, const std::string& note);

template <class E>
requires std::is_enum_v<E> Node write_value(const Writing&, E value) {
  return plain_scalar(std::string(word_for(value)));
}

template <class T>
Node write_value(const Writing& w, const std::optional<T>& value) {
  return write_value(w, *value);
}

template <class T>
Node write_value(const Writing& w, const Sourced<T>& value) {
  const bool bare =
      value.source.empty() && value.note.empty() && !value.range && !value.uncertainty;
  Node written = write_value(w, value.value);
  if (bare) return written;
  Node map = empty_map(true);
  if (written.is_map()) {
    map = std::move(written);  // a distribution: its family is the value
  } else {
    map.add("value", std::move(written));
  }
  if (value.range) {
    map.add(
        "range",
        list_of({write_value(w, value.range->first), write_value(w, value.range->second)}, true));
  }
  if (value.uncertainty) map.add("dist", write_value(w, *value.uncertainty));
  add_provenance(map, value.source, value.note);
  return map;
}

}  // namespace asepsim::scenario
