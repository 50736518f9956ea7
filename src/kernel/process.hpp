// Processes: stories told in simulated time.
//
// A process is a C++20 coroutine returning Task<>. It is lazily started: Simulation::spawn makes it
// a process of its own, `co_await other_story(...)` runs it as a chapter of the present one.
// Inside,
//
//   co_await sim.hold(minutes(5));                        time passes
//   const HoldEnd end = co_await sim.hold(service);       ... unless interrupted: end.remaining
//   const Grant got = co_await resources.seize(request);  wait for units (resource.hpp)
//   const Wake woke = co_await signal.wait(hours(2));     wait for a signal, at most 2 h
//
// Coroutine frames come from the Simulation's pool: the first parameter of every coroutine must be
// a Simulation& or an object with a member `Simulation& simulation()`.
// Errors: an exception that leaves a process ends run() and is rethrown there.
// Never put co_await into a conditional expression or an argument list (g++ 12 faults).
#pragma once

#include <coroutine>
#include <cstdint>
#include <string>
#include <vector>

#include "base/sim_time.hpp"
#include "kernel/calendar.hpp"

namespace asepsim::kernel {

/// How a suspended process came back.
enum class Wake : std::uint8_t { completed, interrupted, timed_out };

/// Names a process; stale names are recognised (the process has ended).
struct ProcessId {
  std::uint32_t slot = 0xffffffffu;
  std::uint32_t generation = 0;
  bool operator==(const ProcessId&) const = default;
  [[nodiscard]] bool exists() const { return slot != 0xffffffffu; }
};

/// What a process is called in messages: a literal and a number ("patient", 12).
struct ProcessName {
  const char* kind = "process";
  std::uint64_t number = 0;
};

/// Result of a hold: completed, or interrupted with the time that was left.
struct HoldEnd {
  Wake wake = Wake::completed;
  Duration remaining{};
  int cause = 0;  ///< the cause given to interrupt()
};

/// A process that can never go on: reported at the end of a run.
struct StuckProcess {
  std::string name;         ///< e.g. "patient 12"
  std::string waiting_for;  ///< e.g. "seize nurse x1, room x1"
  SimTime since;
};

}  // namespace asepsim::kernel
