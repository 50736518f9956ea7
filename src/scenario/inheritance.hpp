// `extends: base.yaml`: a scenario that says only what differs from another.
//
// The document of the base is laid under the extending one: maps merge deep, lists and values are
// replaced, `null` removes a key. A map laid over a list of steps changes the steps it names. A
// value with its provenance, a distribution, and the hours or rates of a day are one value each and
// are replaced as a whole. Values keep their places, so an error in a base is shown there; a group
// has the place of the last file that changed something in it.
#pragma once

#include <optional>

#include "scenario/findings.hpp"
#include "scenario/node.hpp"
#include "scenario/side_files.hpp"

namespace asepsim::scenario {

inline constexpr std::string_view schema_id = "asepsim/1";

/// The document of `main` with all that it extends; none after an error was reported.
std::optional<Node> inherited_document(const Source& main, SideFiles& files);

/// Lays the map `over` upon the map `base`. `depth` is 0 for whole documents.
void lay_over(Node& base, Node over, int depth, const std::string& path, Findings& findings);

/// The step named `name` in a list of steps; null if there is none.
Node* step_named(Node& list, std::string_view name);

}  // namespace asepsim::scenario
