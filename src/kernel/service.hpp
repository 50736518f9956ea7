// A service: seize, work, release, come back if pre-empted.
//
// The work of a service ends with EventPriority::release, so that its units are free before anybody
// asks for some at the same moment. A pre-empted service asks again at its old place in the order
// of asking, without limit of patience, and then
//   resume    goes on with the work that was left,
//   restart   does the same work again from the start,
//   resample  draws new work from `resample`.
// An interrupt that is not a pre-emption ends the service (Wake::interrupted).
#pragma once

#include "base/sim_time.hpp"
#include "kernel/resource.hpp"
#include "kernel/resource_set.hpp"
#include "kernel/simulation.hpp"
#include "kernel/task.hpp"

namespace asepsim::kernel {

/// How a service went.
struct Service {
  Wake wake = Wake::completed;
  Grant first;      ///< the first grant, as a record: nothing of it is held any more
  Duration worked;  ///< time with the units, lost work included
  int pre_emptions = 0;
  SimTime started_at;  ///< of the first grant
  SimTime ended_at;
};

/// Draws the work of attempt 1, 2, ... after a pre-emption (attempt 0 was the first sample).
struct Resample {
  Duration (*draw)(void* context, int attempt) = nullptr;
  void* context = nullptr;
};

/// Waits for the units of `request`, works for `first_sample` and releases them. For a service that
/// may be pre-empted set `request.pre_emptible`; OnPreempt::resample needs `resample`.
Task<Service> serve(Simulation& simulation, ResourceSet& resources, Request request,
                    Duration first_sample, OnPreempt on_preempt = OnPreempt::resume,
                    Resample resample = {});

}  // namespace asepsim::kernel
