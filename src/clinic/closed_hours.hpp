// Rooms and machines outside opening hours: idle or down there is "off".
//
// Utilisation of a room means something only against the hours in which it could be used. This
// watches the clinic open and close and keeps, for the counted time, how long each unit was idle
// or down and how long each pool was busy while the clinic was closed (late work extends the day;
// a repair at night takes nothing away from it).
// Sterilizers are no pool of the kernel; they are told and keep the same account (Machine).
#pragma once

#include <cstdint>
#include <vector>

#include "base/sim_time.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

struct Clinic;

class ClosedHours {
 public:
  struct Unused {
    Duration idle{}, down{};
  };

  /// The clinic closes now (or counting begins while it is closed).
  void begin(const Clinic& clinic);
  /// The clinic opens now, or the run ends.
  void end(const Clinic& clinic);
  /// Statistics were reset: what was noted is forgotten.
  void restart(const Clinic& clinic);

  [[nodiscard]] Duration idle(kernel::UnitId unit) const;
  [[nodiscard]] Duration down(kernel::UnitId unit) const;
  /// Unit-microseconds.
  [[nodiscard]] std::int64_t busy(kernel::PoolId pool) const;

 private:
  bool closed_ = false;
  std::vector<Unused> unused_{}, unused_before_{};
  std::vector<std::int64_t> busy_{}, busy_before_{};
};

/// The process that watches the opening hours.
kernel::Task<> keep_hours(Clinic& clinic);

}  // namespace asepsim::clinic
