#include "scenario/shape.hpp"

#include "scenario/document.hpp"
#include "scenario/tree_text.hpp"

namespace asepsim::scenario {
namespace {

std::string words_text(Words words) {
  std::string out = "one of ";
  for (const Word& word : words) {
    if (&word != words.data()) out += ", ";
    out += word.text;
  }
  return out;
}

std::string quantity_type(const Field& field) {
  const std::string_view unit = field.dimension->stored_in;
  std::string out(field.dimension->name);
  if (field.dimension->units.empty() || !field.dimension->unit_due) return out;
  return unit.empty() ? out : out + " with unit";
}

// What stands under `range`, "low to high"; of phototypes one by one.
std::string range_of(const Node& node) {
  if (const Entry* range = node.find("range"))
    return range->value.items[0].text + " to " + range->value.items[1].text;
  std::string all;
  for (const Entry& entry : node.entries) {
    if (entry.value.find("range") == nullptr) continue;
    all += (all.empty() ? "" : ", ") + entry.key + " " + range_of(entry.value);
  }
  return all;
}

// The node without `range`, and without `value:` where nothing else is left.
Node bare(const Node& node) {
  if (const Entry* value = node.find("value")) return value->value;
  Node out = node;
  out.inline_style = true;
  std::erase_if(out.entries, [](const Entry& entry) { return entry.key == "range"; });
  for (Entry& entry : out.entries) entry.value = bare(entry.value);
  return out;
}

}  // namespace

std::string default_text(const Field& field, std::string_view currency) {
  std::string text = with_currency(field.default_text, currency);
  const bool bare = field.dimension->unit_due && parse_number(text);
  return bare ? text + " " + with_currency(field.dimension->units.front().word, currency) : text;
}

DefaultParts parts_of_default(const Field& field, std::string_view currency) {
  const std::string text = default_text(field, currency);
  if (text.find("range:") == std::string::npos) return {text, ""};
  Findings findings;
  const auto node = parse_document(std::make_shared<SourceText>("default", text, 0), findings);
  return node ? DefaultParts{to_inline_yaml(bare(*node)), range_of(*node)} : DefaultParts{text, ""};
}

bool is_number(const Shape& shape, const Field& field) {
  if (field.dimension == &dimension::time_of_day) return false;
  return shape.kind == ShapeKind::quantity || shape.kind == ShapeKind::variate ||
         shape.kind == ShapeKind::whole || shape.kind == ShapeKind::phototypes;
}

std::string type_text(const Shape& shape, const Field& field) {
  switch (shape.kind) {
    case ShapeKind::text:
      return "text";
    case ShapeKind::boolean:
      return "true or false";
    case ShapeKind::whole:
      return field.or_unlimited ? "whole number or unlimited" : "whole number";
    case ShapeKind::quantity:
      return quantity_type(field);
    case ShapeKind::variate:
      return "random " + quantity_type(field);
    case ShapeKind::word:
      return words_text(shape.words);
    case ShapeKind::date:
      return "date";
    case ShapeKind::names:
      return "list of names";
    case ShapeKind::dates:
      return "list of dates";
    case ShapeKind::counts:
      return "names with whole numbers";
    case ShapeKind::hours_by_date:
      return "hours by date";
    case ShapeKind::opening:
      return "hours by weekday, or always";
    case ShapeKind::hours:
      return "hours by weekday";
    case ShapeKind::rates:
      return "rates by weekday and hour";
    case ShapeKind::phototypes:
      return "six of " + quantity_type(field);
  }
  return {};
}

}  // namespace asepsim::scenario
