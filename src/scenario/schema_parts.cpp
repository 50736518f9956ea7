#include "scenario/schema_parts.hpp"

#include "scenario/document.hpp"
#include "scenario/findings.hpp"

namespace asepsim::scenario {
namespace {

// Texts that are no numbers and no switches are strings in JSON.
void make_json(Node& node) {
  for (Entry& entry : node.entries) make_json(entry.value);
  for (Node& item : node.items) make_json(item);
  if (!node.is_scalar()) return;
  const bool value = node.text == "true" || node.text == "false" ||
                     (looks_like_number(node.text) && parse_number(node.text));
  node.quoted = node.quoted || !value;
}

// A default or an example of the tables as a JSON value.
Node json_value(const std::string& yaml) {
  Findings findings;
  auto node = parse_document(std::make_shared<SourceText>("example", yaml, 0), findings);
  if (!node) return quoted_scalar(yaml);
  make_json(*node);
  return *node;
}

}  // namespace

Node of_type(const std::string& name) {
  Node node = empty_map();
  node.add("type", quoted_scalar(name));
  return node;
}

Node object(Node properties) {
  Node node = of_type("object");
  properties.add("notes", empty_map());
  node.add("properties", std::move(properties));
  Node free = empty_map();
  free.add("^x-", empty_map());
  node.add("patternProperties", std::move(free));
  node.add("additionalProperties", plain_scalar("false"));
  return node;
}

Node objects_of(Node value) {
  Node node = of_type("object");
  node.add("additionalProperties", std::move(value));
  return node;
}

Node array_of(Node item) {
  Node node = of_type("array");
  node.add("items", std::move(item));
  return node;
}

Node by_name(std::vector<Node> forms) {
  forms.push_back(of_type("null"));
  Node node = objects_of(any_of(std::move(forms)));
  Node properties = empty_map();
  properties.add("notes", empty_map());
  node.add("properties", std::move(properties));
  Node free = empty_map();
  free.add("^x-", empty_map());
  node.add("patternProperties", std::move(free));
  return node;
}

Node reference(const std::string& name) {
  Node node = empty_map();
  node.add("$ref", quoted_scalar("#/definitions/" + name));
  return node;
}

Node any_of(std::vector<Node> forms) {
  Node node = empty_map();
  node.add("anyOf", list_of(std::move(forms)));
  return node;
}

Node property(const Field& field, std::vector<Node> forms) {
  Node node = empty_map();
  node.add("description", quoted_scalar(std::string(field.description)));
  if (field.presence == Presence::defaulted)
    node.add("default", json_value(default_text(field, "USD")));
  if (!field.example.empty())
    node.add("examples", list_of({json_value(with_currency(field.example, "USD"))}));
  forms.push_back(of_type("null"));
  node.add("anyOf", list_of(std::move(forms)));
  return node;
}

}  // namespace asepsim::scenario
