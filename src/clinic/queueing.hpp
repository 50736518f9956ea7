// Waiting for what a step needs: supplies, then a reprocessed set, then people and rooms at once.
//
// What is set aside first stays set aside while the rest is waited for. Patience covers the whole
// wait. A wait that ends otherwise than with what it is for is written into the fact of the step:
// why (balked, reneged, sent away, cancelled) and what was lacking.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Being in a queue: counted so that others can balk, visible so that closing can send away.
class Queueing {
 public:
  Queueing(Clinic& c, Visit& v, const StepPlan& step, const kernel::Request& request)
      : clinic_(c), visit_(v), step_(step.id) {
    visit_.waiting_for = &request;
    ++clinic_.waiting_at_step[step_];
    ++clinic_.waiting_in_all;
  }
  Queueing(const Queueing&) = delete;
  Queueing& operator=(const Queueing&) = delete;
  ~Queueing() {
    visit_.waiting_for = nullptr;
    --clinic_.waiting_at_step[step_];
    --clinic_.waiting_in_all;
  }

 private:
  Clinic& clinic_;
  Visit& visit_;
  std::uint16_t step_;
};

/// Waits for the units of `request` at the back of the queue; on failure fact.exit says why.
kernel::Task<kernel::Grant> queue_for(Clinic& clinic, Visit& visit, const StepPlan& step,
                                      const kernel::Request& request, StepFact& fact);

/// Sets aside what comes before people and rooms: supplies, then, if `needs_set`, a reprocessed
/// set. Takes the wait off the patience of `request`; on failure fact.exit says why.
kernel::Task<> gather(Clinic& clinic, Visit& visit, const StepPlan& step, bool needs_set,
                      kernel::Request& request, StepFact& fact);

}  // namespace asepsim::clinic
