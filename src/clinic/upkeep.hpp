// Breakdowns and maintenance: rooms and machines that are out of service for a time. [I57]
//
// A unit may fail with each use, with probability 1 / (mean uses between breakdowns); a use lasts
// from taking a unit to giving it back. The step in hand is finished, because it is the next
// patient who meets a device that no longer starts; then the unit is cleaned, if its kind is, and
// is down until it is repaired. Maintenance waits for closed hours that are long enough, up to the
// next date; if the unit is needed or dirty then, for others; if there are none, for the unit to be
// free. Dates that pass while a unit is out of service are not made up: being maintained or
// repaired counts for them. Whoever needs the unit queues. All draws are addressed by the unit and
// the number of its use or date, whoever uses it.
#pragma once

#include <cstdint>
#include <optional>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// A unit of `pool` (index of the kernel) has been used once more: true if that was the end of it.
bool breaks_down(Clinic& clinic, kernel::UnitId unit, std::uint16_t pool);
/// Repairs a unit that is down and puts it back into service.
kernel::Task<> mend(Clinic& clinic, kernel::UnitId unit, std::uint16_t pool);
/// The first hours from `from` on that begin before `before`, during which the clinic is closed for
/// at least `length`; from `from` on if they have begun by then. After its last hours the clinic
/// stays closed. None: there are no such hours.
std::optional<Interval> closed_hours_for(const OpeningHours& opening, SimTime from, SimTime before,
                                         Duration length);
/// Starts the maintenance of everything that has some. The first dates of a kind's units are spread
/// evenly over the time between two of them.
void start_maintenance(Clinic& clinic);

}  // namespace asepsim::clinic
