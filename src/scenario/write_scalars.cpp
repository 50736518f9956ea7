// Text, numbers with units, names and dates.
#include "scenario/clock_text.hpp"
#include "scenario/tree_text.hpp"
#include "scenario/write_values.hpp"

namespace asepsim::scenario {
namespace {

Node quantity(const Writing& w, double stored) {
  return plain_scalar(quantity_text(stored, *w.field.dimension, w.currency));
}

}  // namespace

Node write_value(const Writing&, const std::string& value) {
  return text_scalar(value);
}

Node write_value(const Writing&, bool value) {
  return plain_scalar(value ? "true" : "false");
}

Node write_value(const Writing& w, std::int64_t value) {
  if (w.field.or_unlimited && value < 0) return plain_scalar("unlimited");
  return plain_scalar(std::to_string(value));
}

Node write_value(const Writing&, std::uint64_t value) {
  return plain_scalar(std::to_string(value));
}

Node write_value(const Writing& w, double value) {
  return quantity(w, value);
}

Node write_value(const Writing& w, Duration value) {
  if (w.field.dimension == &dimension::time_of_day) return quoted_scalar(time_of_day_text(value));
  return quantity(w, static_cast<double>(value.microseconds()));
}

Node write_value(const Writing& w, Millimetres value) {
  return quantity(w, value.value);
}

Node write_value(const Writing& w, Celsius value) {
  return quantity(w, value.value);
}

Node write_value(const Writing& w, Money value) {
  return quantity(w, value.units());
}

Node write_value(const Writing&, Date value) {
  return plain_scalar(date_text(value));
}

Node write_value(const Writing&, const std::vector<std::string>& value) {
  Node list = list_of({}, true);
  for (const std::string& name : value) list.items.push_back(text_scalar(name));
  return list;
}

Node write_value(const Writing& w, const std::vector<Date>& value) {
  Node list = list_of({}, true);
  for (const Date date : value) list.items.push_back(write_value(w, date));
  return list;
}

Node write_value(const Writing& w, const std::map<std::string, std::int64_t>& value) {
  Node map = empty_map(true);
  for (const auto& [name, number] : value) map.add(name, write_value(w, number));
  return map;
}

Node write_value(const Writing& w, const std::array<Number, 6>& value) {
  Node map = empty_map();
  std::size_t i = 0;
  for (const char* key : {"I", "II", "III", "IV", "V", "VI"})
    map.add(key, write_value(w, value[i++]));
  return map;
}

void add_provenance(Node& map, const std::string& source, const std::string& note) {
  if (!source.empty()) map.add("source", text_scalar(source));
  if (!note.empty()) map.add("note", text_scalar(note));
}

}  // namespace asepsim::scenario
