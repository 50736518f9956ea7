#include "scenario/shape.hpp"

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

}  // namespace

std::string default_text(const Field& field, std::string_view currency) {
  std::string text = with_currency(field.default_text, currency);
  const bool bare = field.dimension->unit_due && parse_number(text);
  return bare ? text + " " + with_currency(field.dimension->units.front().word, currency) : text;
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
