// Misspelt commands and options, named before anything else is wrong with the line: the parser
// would take them for files.
#pragma once

#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's
class App;
}

namespace asepsim::cli {

/// The command of this name; null if there is none.
CLI::App* command_named(CLI::App& app, const std::string& name);

/// "there is no option --cross; did you mean --cross-check?", or empty if all names are known.
std::string misspelling(CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace asepsim::cli
