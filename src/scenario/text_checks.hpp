// A first look at a text, before any parser sees it.
//
// Refuses what no scenario contains and what could harm or confuse a parser: too many bytes, bytes
// that are not UTF-8, control characters, nesting no reader should recurse into. Removes a
// byte-order mark and turns CR LF into LF, so that every later place counts the same.
#pragma once

#include <string>

#include "scenario/findings.hpp"

namespace asepsim::scenario {

/// The text as a source ready to be parsed; null after an error has been reported.
Source checked_text(const std::string& file, std::string text, int order, Findings& findings);

/// True if the text is larger than limits::bytes; reports it.
bool too_large(const std::string& file, std::size_t bytes, Findings& findings);

}  // namespace asepsim::scenario
