// One replication tried: its record, or why there is none.
//
// The one place of the room that catches: a replication that fails must not take the others with
// it. A record whose processes are stuck for ever has failed too.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "clinic/observation.hpp"

namespace asepsim::experiment {

struct Attempt {
  std::optional<clinic::ReplicationRecord> record;
  std::string error;  ///< empty if there is a record
};

Attempt attempt(const std::function<clinic::ReplicationRecord()>& replicate);

/// The first difference of two attempts at one replication, as a sentence; empty if all facts are
/// equal, or if both failed for the same reason.
std::string difference_between(const Attempt& a, const Attempt& b);

}  // namespace asepsim::experiment
