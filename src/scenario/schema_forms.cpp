// The forms in which values may be written, as JSON Schema.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/clock_text.hpp"
#include "scenario/families.hpp"
#include "scenario/schema_parts.hpp"

namespace asepsim::scenario {
namespace {

constexpr std::string_view range_pattern =
    R"([0-9]{1,2}(:[0-9]{2})?\s*(-|–)\s*[0-9]{1,2}(:[0-9]{2})?)";
constexpr std::string_view date_pattern = R"([0-9]{4}-[0-9]{2}-[0-9]{2})";
constexpr std::string_view number_pattern =
    R"([-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?)";

Node text_like(const std::string& pattern) {
  Node node = of_type("string");
  node.add("pattern", quoted_scalar("^\\s*" + pattern + "\\s*$"));
  return node;
}

Node constant(std::string_view text) {
  Node node = empty_map();
  node.add("const", quoted_scalar(std::string(text)));
  return node;
}

// The units of a dimension as a pattern; any word stands for the currency.
std::string unit_pattern(const Dimension& d) {
  std::string out;
  for (const Unit& unit : d.units) {
    if (!out.empty()) out += "|";
    out += with_currency(unit.word, R"([^\s0-9]+)");
  }
  return "(" + out + ")";
}

std::string quantity_pattern(const Dimension& d) {
  const std::string term =
      fmt::format("{}\\s*{}{}", number_pattern, unit_pattern(d), d.unit_due ? "" : "?");
  return d.adds_up ? fmt::format("({})(\\s*{})*", term, term) : term;
}

Node number(const End& low, const End& high) {
  Node node = of_type("number");
  const char *least = low.open ? "exclusiveMinimum" : "minimum",
             *most = high.open ? "exclusiveMaximum" : "maximum";
  if (std::isfinite(low.value)) node.add(least, plain_scalar(number_text(low.value)));
  if (std::isfinite(high.value)) node.add(most, plain_scalar(number_text(high.value)));
  return node;
}

Node number(const Field& field) {
  return number(lower_end(field), upper_end(field));
}

Node number(double least, double most) {
  return number(End{least, false}, End{most, false});
}

std::vector<Node> quantity(const Field& field) {
  const Dimension& d = *field.dimension;
  if (&d == &dimension::time_of_day) return {text_like("[0-9]{1,2}(:[0-9]{2})?"), number(0, 24)};
  if (d.unit_due) return {text_like(quantity_pattern(d))};
  if (d.units.empty()) return {number(field)};
  return {number(field), text_like(quantity_pattern(d))};
}

// A dimension with its natural bounds is defined once; units know no bounds in a schema.
std::string definition_name(const Field& field) {
  const Dimension& d = *field.dimension;
  const bool natural = field.bounds.least == d.least && field.bounds.most == d.most &&
                       field.sane.least == d.least_sane && field.sane.most == d.most_sane;
  if (&d == &dimension::time_of_day || (!natural && !d.unit_due)) return {};
  std::string name(d.name);
  for (char& c : name)
    if (c == ' ') c = '_';
  if (d.unit_due && d.name == "duration") name += d.adds_up ? "" : "_in_one_unit";
  if (!d.unit_due && d.least == 0 && d.most > 1 && d.units.empty()) name += "_from_0";
  return name;
}

// Families by name with free parameters: the reader knows them better than a schema can say.
Node distribution() {
  Node properties = empty_map();
  for (const FamilyText& family : all_families()) {
    Node parameters = empty_map();
    parameters.add("description", quoted_scalar(std::string(family.example)));
    properties.add(std::string(family.name), std::move(parameters));
  }
  for (const char* key : {"source", "note"}) properties.add(key, of_type("string"));
  properties.add("value", empty_map());
  properties.add("range", of_type("array"));
  return object(std::move(properties));
}

// {value, range, dist, source, note} around the bare forms.
Node with_provenance(const std::vector<Node>& bare) {
  Node properties = empty_map();
  properties.add("value", any_of(bare));
  Node range = array_of(any_of(bare));
  range.add("minItems", plain_scalar("2"));
  range.add("maxItems", plain_scalar("2"));
  properties.add("range", std::move(range));
  properties.add("dist", reference("distribution"));
  properties.add("source", of_type("string"));
  properties.add("note", of_type("string"));
  return object(std::move(properties));
}

Node by_day(const Node& value) {
  Node properties = empty_map();
  for (const std::string& key : day_keys()) properties.add(key, any_of({value, of_type("null")}));
  properties.add("file", of_type("string"));
  return object(std::move(properties));
}

Node hours_by_weekday() {
  return any_of({by_day(reference("day_hours")), constant("always")});
}

Node day_hours() {
  const std::string ranges = fmt::format("{}(\\s*,\\s*{})*", range_pattern, range_pattern);
  return any_of(
      {constant("closed"), text_like(ranges), array_of(text_like(std::string(range_pattern)))});
}

Node rates_by_weekday() {
  const std::vector<Node> rate{number(0, dimension::hourly_rate.most_sane),
                               text_like(quantity_pattern(dimension::hourly_rate))};
  Node table = by_day(reference("rates_of_day"));
  table.find("properties")->value.add("per_hour", any_of(rate));
  return table;
}

Node rates_of_day() {
  return any_of(
      {objects_of(any_of({number(0, dimension::hourly_rate.most_sane), of_type("string")})),
       number(0, dimension::hourly_rate.most_sane), constant("closed")});
}

std::vector<Node> whole(const Field& field) {
  Node node = number(field);
  node.find("type")->value.text = "integer";
  if (!field.or_unlimited) return {node};
  return {node, constant("unlimited")};
}

std::vector<Node> word(Words words) {
  Node node = empty_map(), list = list_of({}, true);
  for (const Word& w : words) list.items.push_back(quoted_scalar(std::string(w.text)));
  node.add("enum", std::move(list));
  return {node};
}

std::vector<Node> phototypes(const Field& field) {
  const std::vector<Node> forms{reference(definition_name(field) + "_with_source")};
  Node properties = empty_map();
  for (const char* key : {"I", "II", "III", "IV", "V", "VI"}) properties.add(key, any_of(forms));
  return {object(std::move(properties)), array_of(any_of(forms))};
}

std::vector<Node> bare_forms(const Shape& shape, const Field& field) {
  const std::string date(date_pattern);
  switch (shape.kind) {
    case ShapeKind::text:
      return {of_type("string")};
    case ShapeKind::boolean:
      return {of_type("boolean")};
    case ShapeKind::whole:
      return whole(field);
    case ShapeKind::quantity:
    case ShapeKind::variate:
      return quantity(field);
    case ShapeKind::word:
      return word(shape.words);
    case ShapeKind::date:
      return {text_like(date)};
    case ShapeKind::names:
      return {of_type("string"), array_of(of_type("string"))};
    case ShapeKind::dates:
      return {array_of(text_like(date + "(\\s*\\.\\.\\s*" + date + ")?")), file_object()};
    case ShapeKind::counts:
      return {objects_of(any_of({number(field), of_type("null")}))};
    case ShapeKind::hours_by_date:
      return {objects_of(any_of({reference("day_hours"), of_type("null")}))};
    case ShapeKind::opening:
    case ShapeKind::hours:
      return {reference("hours_by_weekday")};
    case ShapeKind::rates:
      return {reference("rates_by_weekday")};
    case ShapeKind::phototypes:
      return phototypes(field);
  }
  return {};
}

}  // namespace

Node file_object() {
  Node properties = empty_map();
  properties.add("file", of_type("string"));
  Node node = object(std::move(properties));
  node.add("required", list_of({quoted_scalar("file")}, true));
  return node;
}

std::vector<Node> schema_of(const Shape& shape, const Field& field) {
  const std::string defined = definition_name(field);
  const bool number = shape.kind == ShapeKind::quantity || shape.kind == ShapeKind::variate;
  if (number && !defined.empty()) {
    if (shape.kind == ShapeKind::variate) return {reference(defined), reference("distribution")};
    return {reference(shape.sourced ? defined + "_with_source" : defined)};
  }
  std::vector<Node> forms = bare_forms(shape, field);
  if (shape.kind == ShapeKind::variate) {
    forms.push_back(reference("distribution"));
  } else if (shape.sourced) {
    forms.push_back(with_provenance(bare_forms(shape, field)));
  }
  return forms;
}

Node definitions() {
  Node node = empty_map();
  for (const Dimension* d : dimension::all) {
    const Field plain = field("", "").as(*d);
    const std::string name = definition_name(plain);
    if (node.find(name) != nullptr) continue;
    node.add(name, any_of(quantity(plain)));
    node.add(name + "_with_source", any_of({reference(name), with_provenance({reference(name)})}));
  }
  node.add("distribution", distribution());
  node.add("day_hours", day_hours());
  node.add("hours_by_weekday", hours_by_weekday());
  node.add("rates_of_day", rates_of_day());
  node.add("rates_by_weekday", rates_by_weekday());
  return node;
}

}  // namespace asepsim::scenario
