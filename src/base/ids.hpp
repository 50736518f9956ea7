// Strong identifiers: a PatientId is never taken for a StaffId.
//
// An id is a dense index into its owner's table within one replication. `none()` marks "no such
// entity". Ids that leave the program are printed with a letter first (P12, S3, ...).
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace asepsim::inline base {

template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t index) : index_(index) {}
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}
  static constexpr Id none() { return Id{}; }

  [[nodiscard]] constexpr std::uint32_t index() const { return index_; }
  [[nodiscard]] constexpr bool exists() const { return index_ != absent; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  static constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index_ = absent;
};

using PatientId = Id<struct PatientTag>;
using VisitId = Id<struct VisitTag>;
using StaffId = Id<struct StaffTag>;
using RoomId = Id<struct RoomTag>;
using InstrumentId = Id<struct InstrumentTag>;
using LoadId = Id<struct LoadTag>;

}  // namespace asepsim::inline base
