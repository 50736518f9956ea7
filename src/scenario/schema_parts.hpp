// The building stones of the JSON Schema: objects, lists and the forms a value may take.
#pragma once

#include <vector>

#include "scenario/node.hpp"
#include "scenario/shape.hpp"

namespace asepsim::scenario {

/// {"type": name}
Node of_type(const std::string& name);
/// An object with these properties, `notes` and `x-...` keys, and nothing else.
Node object(Node properties);
/// An object with any keys whose values have this form.
Node objects_of(Node value);
/// A list whose items have this form.
Node array_of(Node item);
/// An object with names of the author's choice; each value has one of the forms.
Node by_name(std::vector<Node> forms);
/// {file: rows.csv}
Node file_object();
/// {"$ref": "#/definitions/name"}
Node reference(const std::string& name);
/// {"anyOf": forms}
Node any_of(std::vector<Node> forms);
/// The forms in which a value of this shape may be written.
std::vector<Node> schema_of(const Shape& shape, const Field& field);
/// A property: description, default, examples, and its forms or null.
Node property(const Field& field, std::vector<Node> forms);
/// The definitions that `reference` names.
Node definitions();

}  // namespace asepsim::scenario
