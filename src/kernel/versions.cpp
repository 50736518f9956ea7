// Versions of the libraries that a result depends on, for the manifest.
#include <boost/version.hpp>
#include <string>

// SimGrid's version header does not include what it needs, so the order matters.
// clang-format off
#include <xbt/base.h>
#include <simgrid/version.h>
// clang-format on

#include "kernel/kernel.hpp"

namespace asepsim::kernel {

std::string simgrid_version() {
  int major = 0;
  int minor = 0;
  int patch = 0;
  sg_version_get(&major, &minor, &patch);
  return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch);
}

std::string boost_version() {
  return std::to_string(BOOST_VERSION / 100000) + '.' + std::to_string(BOOST_VERSION / 100 % 1000);
}

}  // namespace asepsim::kernel
