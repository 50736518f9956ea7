// Where a treatment is done and with what: whose germs hands touch there.
//
// Rooms and machines are told apart where they have units (PoolPlan::named): germs on surfaces stay
// in their room, those of a device go with it. Of several that a visit holds the one taken last
// counts. Everything without units of its own is one place, number 0. A treatment without a device
// that is told apart (a roller, machines without number) has the one of its place.
// Invariant: numbers of rooms and of devices differ, as units do.
#pragma once

#include <cstddef>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Index into Touched::surfaces of the room that the visit is in.
std::size_t place_of(const Clinic& clinic, const Visit& visit);

/// Index into Touched::devices of what the patient is treated with.
std::size_t device_in_use(const Clinic& clinic, const Visit& visit);

}  // namespace asepsim::clinic
