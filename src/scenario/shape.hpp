// The shape of a value as it is written: what the JSON Schema and the field reference say of a
// type.
#pragma once

#include <cstdint>
#include <string>

#include "scenario/field.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

enum class ShapeKind : std::uint8_t {
  text,
  boolean,
  whole,
  quantity,  ///< a number of the field's dimension
  variate,   ///< a random quantity of the field's dimension
  word,      ///< one of a few words
  date,
  names,
  dates,
  counts,  ///< name: number
  hours_by_date,
  opening,  ///< hours by weekday, or always
  hours,    ///< hours by weekday
  rates,
  phototypes  ///< six numbers
};

struct Shape {
  ShapeKind kind = ShapeKind::text;
  bool sourced = false;  ///< may carry range, dist, source and note
  Words words{};
};

inline Shape shape_of(const std::string&) {
  return {ShapeKind::text};
}
inline Shape shape_of(bool) {
  return {ShapeKind::boolean};
}
inline Shape shape_of(std::int64_t) {
  return {ShapeKind::whole};
}
inline Shape shape_of(std::uint64_t) {
  return {ShapeKind::whole};
}
inline Shape shape_of(double) {
  return {ShapeKind::quantity};
}
inline Shape shape_of(Duration) {
  return {ShapeKind::quantity};
}
inline Shape shape_of(Millimetres) {
  return {ShapeKind::quantity};
}
inline Shape shape_of(Celsius) {
  return {ShapeKind::quantity};
}
inline Shape shape_of(Money) {
  return {ShapeKind::quantity};
}
inline Shape shape_of(Date) {
  return {ShapeKind::date};
}
inline Shape shape_of(const Distribution&) {
  return {ShapeKind::variate};
}
inline Shape shape_of(const OpeningHours&) {
  return {ShapeKind::opening};
}
inline Shape shape_of(const WeekHours&) {
  return {ShapeKind::hours};
}
inline Shape shape_of(const RateTable&) {
  return {ShapeKind::rates};
}
inline Shape shape_of(const std::vector<std::string>&) {
  return {ShapeKind::names};
}
inline Shape shape_of(const std::vector<Date>&) {
  return {ShapeKind::dates};
}
inline Shape shape_of(const std::map<std::string, std::int64_t>&) {
  return {ShapeKind::counts};
}
inline Shape shape_of(const std::map<Date, DayHours>&) {
  return {ShapeKind::hours_by_date};
}
inline Shape shape_of(const std::array<Number, 6>&) {
  return {ShapeKind::phototypes};
}

template <class E>
requires std::is_enum_v<E> Shape shape_of(E value) {
  return {ShapeKind::word, false, words_of(value)};
}
template <class T>
Shape shape_of(const std::optional<T>&) {
  return shape_of(T{});
}
template <class T>
Shape shape_of(const Sourced<T>&) {
  Shape shape = shape_of(T{});
  shape.sourced = true;
  return shape;
}

/// The default as an author would write it: `0` of money is `0 USD`.
std::string default_text(const Field& field, std::string_view currency);

/// A default without its range, and the range: "2 min" and "1 min to 2.8 min". Both empty if there
/// is no default.
struct DefaultParts {
  std::string value, range;
};
DefaultParts parts_of_default(const Field& field, std::string_view currency);

/// A quantity, random or not, phototypes, or a whole number; times of day are none.
bool is_number(const Shape& shape, const Field& field);

/// "random duration", "probability", "one of finish, hand_over ..." for people.
std::string type_text(const Shape& shape, const Field& field);

}  // namespace asepsim::scenario
