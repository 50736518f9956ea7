// Breakdowns and maintenance: rooms and machines that are out of service for a time. [I57]
//
// A unit may fail with each use, with probability 1 / (mean uses between breakdowns); a use lasts
// from taking a unit to giving it back. The step in hand is finished, because it is the next
// patient who meets a device that no longer starts; then the unit is cleaned, if its kind is, and
// is down until it is repaired. Maintenance waits for the next closed hours that are long enough,
// else for the unit to be free, and comes after a repair. Whoever needs the unit queues. All draws
// are addressed by the unit and the number of its use or date, whoever uses it.
#pragma once

#include <cstdint>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// A unit of `pool` (index of the kernel) has been used once more: true if that was the end of it.
bool breaks_down(Clinic& clinic, kernel::UnitId unit, std::uint16_t pool);
/// Repairs a unit that is down and puts it back into service.
kernel::Task<> mend(Clinic& clinic, kernel::UnitId unit, std::uint16_t pool);
/// When maintenance of `length` that is due begins at the earliest: with the next closed hours if
/// they are long enough, else when it is due.
SimTime planned_start(const OpeningHours& opening, SimTime due, Duration length);
/// Starts the maintenance of everything that has some. The first dates of a kind's units are spread
/// evenly over the time between two of them.
void start_maintenance(Clinic& clinic);

}  // namespace asepsim::clinic
