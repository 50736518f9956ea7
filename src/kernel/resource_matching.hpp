// Which unit serves which claim of one request, private to this room.
//
// Candidates are the idle units of the claimed pools and, when a pre-emption is weighed, the units
// that it would take. Claims on anonymous pools and for several units at once are not matched.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "kernel/resource_set.hpp"

namespace asepsim::kernel {

class ResourceSet::Matching {
 public:
  Matching(const ResourceSet& set, const Request& request, std::span<const UnitId> more = {});

  /// True if every claim that is matched has a unit of its own.
  [[nodiscard]] bool complete() const { return complete_; }
  /// The request with each matched claim naming its unit.
  [[nodiscard]] Request resolved() const;

 private:
  bool find_unit(std::size_t claim);
  bool take_first(std::size_t claim, bool from_others);
  bool take_unit(std::size_t claim, UnitId unit, bool from_others);

  const ResourceSet& set_;
  const Request& request_;
  std::span<const UnitId> more_;
  std::array<UnitId, most_claims> unit_of_{};
  std::array<bool, most_claims> asked_{};
  bool complete_ = true;
};

}  // namespace asepsim::kernel
