// Every field with its path, for `asepsim explain` and the field reference.
#include <fmt/format.h>

#include "scenario/describe_scenario.hpp"
#include "scenario/shape.hpp"

namespace asepsim::scenario {
namespace {

// What the number means by itself. Beside it `5 %` may be written for 0.05, which is how a plain
// number may be said and not its unit.
std::string unit_of(const Shape& shape, const Field& field, std::string_view currency) {
  const Dimension& d = *field.dimension;
  if (!field.counted_in.empty()) return std::string(field.counted_in);
  const bool plain = !d.unit_due && d.stored_in.empty();
  if (!plain || d.units.empty()) return units_text(d, currency);
  return is_number(shape, field) ? fmt::format("none ({})", d.example) : "";
}

/// The visitor that lists the fields of a struct and of the structs inside it.
class Lister {
 public:
  Lister(std::string above, std::vector<FieldText>& out) : above_(std::move(above)), out_(out) {}

  template <class T>
  void value(const Field& field, const T& value) {
    const bool optional = field.presence == Presence::optional;
    const Shape shape = shape_of(value);
    const DefaultParts parts = parts_of_default(field, currency);
    out_.push_back({joined(above_, field.key), type_text(shape, field),
                    unit_of(shape, field, currency),
                    optional ? "none" : default_text(field, currency),
                    std::string(field.description), std::string(field.source), parts.value,
                    parts.range, field.basis, is_number(shape, field)});
  }

  template <class S>
  void section(const Field& field, S& s) {
    group(field, joined(above_, field.key), "group of keys", s);
  }
  template <class S>
  void section(const Field& field, std::optional<S>&) {
    S inner{};
    group(field, joined(above_, field.key), "group of keys, may be left out", inner);
  }
  template <class S>
  void named(const Field& field, std::vector<S>&) {
    S inner{};
    group(field, joined(above_, field.key) + ".<name>", "groups by name", inner);
  }
  template <class S, class Item>
  void named_lists(const Field& field, std::vector<S>&, std::vector<Item> S::*) {
    Item inner{};
    group(field, joined(above_, field.key) + ".<name>[]", "lists by name", inner);
  }
  template <class S>
  void list(const Field& field, std::vector<S>&, std::string_view = {}) {
    S inner{};
    group(field, joined(above_, field.key) + "[]",
          field.or_rows ? "list of groups, or a CSV file" : "list of groups", inner);
  }

 private:
  static constexpr std::string_view currency = "USD";

  template <class S>
  void group(const Field& field, const std::string& path, const std::string& type, S& s) {
    out_.push_back({path, type, "", "none", std::string(field.description), "", "", "",
                    Basis::setting, false});
    Lister inner(path, out_);
    describe(inner, s);
  }

  std::string above_;
  std::vector<FieldText>& out_;
};

}  // namespace

std::vector<FieldText> all_fields() {
  std::vector<FieldText> fields;
  Scenario scenario;
  Lister lister("", fields);
  describe(lister, scenario);
  return fields;
}

}  // namespace asepsim::scenario
