// From a YAML text to a document tree.
//
// Strict where YAML is not: duplicate and empty keys, merge keys, tags, several documents and
// quotes that never close are errors. Depth and number of nodes are limited while the tree grows,
// aliases are expanded within those limits.
#pragma once

#include <optional>

#include "scenario/findings.hpp"
#include "scenario/node.hpp"

namespace asepsim::scenario {

/// The tree of `source`; none if the text is no document (reported). An empty text is a null node.
std::optional<Node> parse_document(const Source& source, Findings& findings);

}  // namespace asepsim::scenario
