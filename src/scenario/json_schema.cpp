// JSON Schema draft-07 of scenario files, from the tables that drive the reader.
//
// Editors use it for completion and for a first check while typing. It is never stricter than the
// reader: in a file that extends another, every key may be missing or null.
#include "scenario/describe_scenario.hpp"
#include "scenario/inheritance.hpp"
#include "scenario/schema_parts.hpp"
#include "scenario/tree_text.hpp"

namespace asepsim::scenario {
namespace {

/// The visitor that collects the properties of a struct.
class SchemaWriter {
 public:
  explicit SchemaWriter(Node& properties) : properties_(properties) {}

  template <class T>
  void value(const Field& field, const T& value) {
    add(field, schema_of(shape_of(value), field));
  }
  template <class S>
  void section(const Field& field, S& s) {
    add(field, {object_of(s)});
  }
  template <class S>
  void section(const Field& field, std::optional<S>&) {
    S inner{};
    add(field, {object_of(inner)});
  }
  template <class S>
  void named(const Field& field, std::vector<S>&) {
    S inner{};
    add(field, {by_name({object_of(inner)})});
  }
  template <class S, class Item>
  void named_lists(const Field& field, std::vector<S>&, std::vector<Item> S::*) {
    Item inner{};
    add(field, {by_name({array_of(object_of(inner)), by_name({object_of(inner)})})});
  }
  template <class S>
  void list(const Field& field, std::vector<S>&, std::string_view shorthand = {}) {
    S inner{};
    if (field.or_rows) return add(field, {array_of(object_of(inner)), file_object()});
    if (shorthand.empty()) return add(field, {array_of(object_of(inner))});
    const Node item = any_of({object_of(inner), of_type("string")});
    add(field, {array_of(item), of_type("string")});
  }

 private:
  template <class S>
  static Node object_of(S& s) {
    Node properties = empty_map();
    SchemaWriter writer(properties);
    describe(writer, s);
    return object(std::move(properties));
  }

  void add(const Field& field, std::vector<Node> forms) {
    properties_.add(std::string(field.key), property(field, std::move(forms)));
  }

  Node& properties_;
};

Node text_property(const char* description) {
  Node node = of_type("string");
  node.add("description", quoted_scalar(description));
  return node;
}

// A file stands alone with these keys, or extends another.
Node alone_or_extending() {
  const auto required = [](std::vector<std::string> keys) {
    Node node = empty_map(), list = list_of({});
    for (std::string& key : keys) list.items.push_back(quoted_scalar(std::move(key)));
    node.add("required", std::move(list));
    return node;
  };
  return list_of({required({"extends"}), required({"calendar", "arrivals", "pathways"})});
}

}  // namespace

std::string json_schema() {
  Node properties = empty_map();
  Node schema = of_type("string");
  schema.add("const", quoted_scalar(std::string(schema_id)));
  schema.add("description", quoted_scalar("the first key of every scenario file"));
  properties.add("schema", std::move(schema));
  properties.add("name", text_property("of the scenario; left out: the name of the file"));
  properties.add("extends", text_property("a scenario file of which this one changes some keys"));
  Scenario scenario;
  SchemaWriter writer(properties);
  describe(writer, scenario);

  Node root = empty_map();
  root.add("$schema", quoted_scalar("http://json-schema.org/draft-07/schema#"));
  root.add("title", quoted_scalar("asepsim scenario"));
  root.add("description", quoted_scalar("A clinic, its patients and its hygiene, to be simulated"));
  Node body = object(std::move(properties));
  for (Entry& entry : body.entries) root.add(entry.key, std::move(entry.value));
  Node required = list_of({quoted_scalar("schema")}, true);
  root.add("required", std::move(required));
  root.add("anyOf", alone_or_extending());
  root.add("definitions", definitions());
  return to_json(root);
}

}  // namespace asepsim::scenario
