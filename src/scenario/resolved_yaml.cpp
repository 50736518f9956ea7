// The scenario after inheritance, defaults and units, as YAML that reads back as an equal Scenario.
#include "scenario/describe_scenario.hpp"
#include "scenario/inheritance.hpp"
#include "scenario/tree_text.hpp"
#include "scenario/write_values.hpp"

namespace asepsim::scenario {
namespace {

/// The visitor that writes a struct into a map node, field by field.
class Writer {
 public:
  Writer(Node& map, std::string_view currency) : map_(map), currency_(currency) {}

  template <class T>
  void value(const Field& field, const T& value) {
    if (!is_left_out(field, value)) add(field, write_value(Writing{field, currency_}, value));
  }

  template <class S>
  void section(const Field& field, S& s) {
    add(field, written(s));
  }
  template <class S>
  void section(const Field& field, std::optional<S>& s) {
    if (s) add(field, written(*s));
  }

  template <class S>
  void named(const Field& field, std::vector<S>& all) {
    Node group = empty_map();
    for (S& s : all) group.add(s.name, written(s));
    if (!all.empty()) add(field, std::move(group));
  }

  template <class S, class Item>
  void named_lists(const Field& field, std::vector<S>& all, std::vector<Item> S::*items) {
    Node group = empty_map();
    for (S& s : all) group.add(s.name, list_written(s.*items));
    if (!all.empty()) add(field, std::move(group));
  }

  template <class S>
  void list(const Field& field, std::vector<S>& all, std::string_view = {}) {
    if (!all.empty()) add(field, list_written(all));
  }

 private:
  template <class S>
  Node written(S& s) {
    Node map = empty_map();
    Writer writer(map, currency_);
    describe(writer, s);
    return map;
  }
  template <class S>
  Node list_written(std::vector<S>& all) {
    Node list = list_of({});
    for (S& s : all) list.items.push_back(written(s));
    return list;
  }

  // What is not there, and empty texts, lists and maps.
  template <class T>
  static bool is_left_out(const Field&, const std::optional<T>& value) {
    return !value.has_value();
  }
  template <class T>
  requires requires(const T& t) { t.empty(); }
  static bool is_left_out(const Field& field, const T& value) {
    return value.empty() && field.presence != Presence::required;
  }
  template <class T>
  static bool is_left_out(const Field&, const T&) {
    return false;
  }

  void add(const Field& field, Node node) { map_.add(std::string(field.key), std::move(node)); }

  Node& map_;
  std::string_view currency_;
};

}  // namespace

std::string resolved_yaml(const Scenario& scenario) {
  Scenario copy = scenario;  // the tables describe what may be written to
  Node root = empty_map();
  root.add("schema", plain_scalar(std::string(schema_id)));
  root.add("name", text_scalar(scenario.name));
  Writer writer(root, scenario.finance.currency);
  describe(writer, copy);
  return to_yaml(root);
}

}  // namespace asepsim::scenario
