// The face of the kernel room: include this and nothing else of it.
//
// A model is written as processes (process.hpp, simulation.hpp) on a Calendar made here. Either
// calendar gives the same run, event by event; SimGrid's is the reference, the native one is for
// speed. No third-party header comes with this one.
#pragma once

#include <memory>
#include <string>

#include "kernel/calendar.hpp"
#include "kernel/process.hpp"
#include "kernel/purposes.hpp"
#include "kernel/random_stream.hpp"
#include "kernel/resource.hpp"
#include "kernel/service.hpp"
#include "kernel/signal.hpp"
#include "kernel/simulation.hpp"
#include "kernel/store.hpp"
#include "kernel/tally.hpp"
#include "kernel/task.hpp"

namespace asepsim::kernel {

/// A calendar of our own: fast and without shared state, one for each thread if need be.
std::unique_ptr<Calendar> make_native_calendar();

/// A calendar on SimGrid's engine, of which a process has only one: a second call waits until the
/// first calendar is destroyed. Throws std::overflow_error in schedule() when the dates of all runs
/// of the process together exceed 2^53 microseconds (285 years).
std::unique_ptr<Calendar> make_simgrid_calendar();

/// Version of the SimGrid library in use, e.g. "3.32.0".
std::string simgrid_version();

/// Version of Boost that this program was built with, e.g. "1.74".
std::string boost_version();

}  // namespace asepsim::kernel
