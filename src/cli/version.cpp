#include "cli/version.hpp"

// The build says these: no room but its owner may include a library's header.
#ifndef ASEPSIM_VERSION
#error "ASEPSIM_VERSION is defined by CMakeLists.txt"
#endif

namespace asepsim::cli {

std::string version() {
  return ASEPSIM_VERSION;
}

std::vector<std::pair<std::string, std::string>> versions() {
  return {{"asepsim", ASEPSIM_VERSION},  {"compiler", ASEPSIM_COMPILER},
          {"build_type", ASEPSIM_BUILD}, {"boost", ASEPSIM_BOOST},
          {"simgrid", ASEPSIM_SIMGRID},  {"yaml-cpp", ASEPSIM_YAML},
          {"tbb", ASEPSIM_TBB},          {"fmt", ASEPSIM_FMT}};
}

}  // namespace asepsim::cli
