// What this program was built from.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace asepsim::cli {

/// "0.1.0"
std::string version();

/// asepsim, compiler and libraries with their versions; for the manifest and --version.
std::vector<std::pair<std::string, std::string>> versions();

}  // namespace asepsim::cli
