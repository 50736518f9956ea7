// What may be a name: of a room, a pathway, a step, of the scenario itself.
//
// A name may be any word that a path, a list or a CSV cell can hold without quoting. Texts that are
// printed hold no control characters, which could move a terminal's cursor or break a table.
#pragma once

#include <string>
#include <string_view>

namespace asepsim::scenario {

/// True if `name` may be the name of something in a scenario.
bool is_name(std::string_view name);

/// The rule in words, for a remedy.
std::string rule_of_names();

/// True if UTF-8 `text` holds a control character other than a tab or a line feed.
bool has_control_character(std::string_view text);

/// The text with a question mark for each control character, for messages.
std::string printable(std::string text);

/// What is wrong with `name` as the name of a scenario, which also names files; empty if nothing.
std::string flaw_in_title(std::string_view name);

}  // namespace asepsim::scenario
