// The prose of scenarios/README.md; its tables come from the describe tables.
#pragma once

#include <string_view>

namespace asepsim::scenario {

std::string_view reference_introduction();
std::string_view library_text();
std::string_view language_text();
std::string_view variates_text();
std::string_view files_text();

}  // namespace asepsim::scenario
