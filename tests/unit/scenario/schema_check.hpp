// A checker for the part of JSON Schema draft-07 that our schema uses, independent of what writes
// it.
#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {

/// A YAML document as JSON, scalars by the YAML 1.2 core schema.
inline nlohmann::json as_json(const Node& node) {
  using nlohmann::json;
  if (node.is_map()) {
    json map = json::object();
    for (const Entry& entry : node.entries) map[entry.key] = as_json(entry.value);
    return map;
  }
  if (node.is_list()) {
    json list = json::array();
    for (const Node& item : node.items) list.push_back(as_json(item));
    return list;
  }
  if (node.is_null()) return nullptr;
  static const std::regex number("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  static const std::regex whole("[-+]?[0-9]+");
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  if (std::regex_match(node.text, whole)) return std::stoll(node.text);
  if (std::regex_match(node.text, number)) return std::stod(node.text);
  return node.text;
}

inline nlohmann::json document_as_json(const std::string& yaml) {
  Findings findings;
  const auto node = parse_document(std::make_shared<SourceText>("test.yaml", yaml, 0), findings);
  EXPECT_EQ(to_text(findings.in_order()), "");
  return as_json(node.value_or(Node{}));
}

class SchemaCheck {
 public:
  using Json = nlohmann::json;
  explicit SchemaCheck(Json schema) : root_(std::move(schema)) {}

  /// The first complaint about a document; empty if it is valid.
  [[nodiscard]] std::string complaint(const Json& document) const {
    return check(document, root_, "");
  }

 private:
  static bool has_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "null") return value.is_null();
    if (type == "integer") return value.is_number_integer();
    return type == "number" && value.is_number();
  }

  [[nodiscard]] std::string check(const Json& v, const Json& schema, const std::string& at) const {
    if (schema.contains("$ref")) {
      const std::string name = schema["$ref"].get<std::string>().substr(14);
      return check(v, root_.at("definitions").at(name), at);
    }
    if (schema.contains("type") && !has_type(v, schema["type"]))
      return at + " is not of type " + schema["type"].get<std::string>();
    if (schema.contains("const") && v != schema["const"]) return at + " is not the constant";
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), v) == schema["enum"].end())
      return at + " is none of the words";
    if (v.is_string() && schema.contains("pattern") &&
        !std::regex_search(v.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
      return at + " does not match";
    if (v.is_number()) {
      const std::string bounds = check_bounds(v.get<double>(), schema, at);
      if (!bounds.empty()) return bounds;
    }
    if (v.is_object()) return first(check_object(v, schema, at), check_any(v, schema, at));
    if (v.is_array()) return first(check_array(v, schema, at), check_any(v, schema, at));
    return check_any(v, schema, at);
  }

  static std::string first(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

  static std::string check_bounds(double v, const Json& schema, const std::string& at) {
    const auto bound = [&](const char* key, double other) { return schema.value(key, other); };
    const bool inside = v >= bound("minimum", v) && v <= bound("maximum", v) &&
                        v > bound("exclusiveMinimum", v - 1) &&
                        v < bound("exclusiveMaximum", v + 1);
    return inside ? "" : at + " is out of bounds";
  }

  [[nodiscard]] std::string check_any(const Json& v, const Json& schema,
                                      const std::string& at) const {
    if (!schema.contains("anyOf")) return "";
    std::string last;
    for (const Json& form : schema["anyOf"]) {
      last = check(v, form, at);
      if (last.empty()) return "";
    }
    return last;
  }

  [[nodiscard]] std::string check_array(const Json& v, const Json& schema,
                                        const std::string& at) const {
    if (v.size() < schema.value("minItems", 0u) || v.size() > schema.value("maxItems", 1u << 30))
      return at + " has the wrong length";
    if (!schema.contains("items")) return "";
    for (std::size_t i = 0; i < v.size(); ++i) {
      const std::string inner = check(v[i], schema["items"], at + "[" + std::to_string(i) + "]");
      if (!inner.empty()) return inner;
    }
    return "";
  }

  [[nodiscard]] std::string check_object(const Json& v, const Json& schema,
                                         const std::string& at) const {
    const Json required = schema.value("required", Json::array());
    for (const Json& key : required)
      if (!v.contains(key.get<std::string>())) return at + " lacks " + key.get<std::string>();
    for (const auto& [key, value] : v.items()) {
      const std::string inner = check_property(key, value, schema, at + "." + key);
      if (!inner.empty()) return inner;
    }
    return "";
  }

  [[nodiscard]] std::string check_property(const std::string& key, const Json& value,
                                           const Json& schema, const std::string& at) const {
    if (schema.contains("properties") && schema["properties"].contains(key))
      return check(value, schema["properties"][key], at);
    const Json patterns = schema.value("patternProperties", Json::object());
    for (const auto& [pattern, form] : patterns.items())
      if (std::regex_search(key, std::regex(pattern))) return check(value, form, at);
    if (!schema.contains("additionalProperties")) return "";
    const Json& rest = schema["additionalProperties"];
    if (rest.is_boolean()) return rest.get<bool>() ? "" : at + " is not known";
    return check(value, rest, at);
  }

  Json root_;
};

}  // namespace asepsim::scenario
