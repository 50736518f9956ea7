// The registry of purposes: every name that random draws are addressed by.
//
// Two purposes whose names hash to the same number would share their draws. Registering all names
// at start-up detects that, and the sorted list goes into the manifest of a run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/random_stream.hpp"

namespace asepsim::kernel {

struct RegisteredPurpose {
  std::string name;
  std::uint64_t id = 0;
};

class PurposeRegistry {
 public:
  /// Registers a purpose; the same name again is the same purpose. Throws std::logic_error, naming
  /// both, if another name has the same number.
  Purpose add(std::string_view name);
  /// The same for a purpose whose number does not come from its name.
  void add(std::string_view name, Purpose purpose);
  /// All purposes, sorted by name.
  [[nodiscard]] std::vector<RegisteredPurpose> list() const;

 private:
  std::map<std::uint64_t, std::string> names_;
};

}  // namespace asepsim::kernel
