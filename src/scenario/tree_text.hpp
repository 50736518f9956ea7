// A document tree as text: YAML for people, JSON for programs.
//
// YAML in block style with two blanks of indentation; nodes marked `inline_style` stand on one
// line. Plain scalars are printed as they are: who builds the tree knows that they are safe.
#pragma once

#include <string>

#include "scenario/node.hpp"

namespace asepsim::scenario {

/// The map `root` as a YAML document.
std::string to_yaml(const Node& root);

/// The node as YAML on one line: `{uniform: {min: 1 d, max: 3 d}}`.
std::string to_inline_yaml(const Node& node);

/// The tree as JSON with two blanks of indentation; plain scalars are numbers, true, false or null.
std::string to_json(const Node& root);

/// A scalar for any text: plain where no reader could take it for something else, else quoted.
Node text_scalar(const std::string& text);

}  // namespace asepsim::scenario
