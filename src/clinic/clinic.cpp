#include "clinic/clinic.hpp"

#include <algorithm>

namespace asepsim::clinic {

Clinic::Clinic(const Plan& p, const ReplicationRequest& request, kernel::Calendar& calendar)
    : plan(p),
      sim(calendar),
      resources(sim),
      random(request.seed, request.replication, request.domain),
      emptied(sim, "the last patient to leave"),
      sterilizing(sim) {
  record.replication = request.replication;
  record.given = request.given;
  sterilizing.drift_onset = given_onset(*this, request.given);
  record.counted_from = plan.counted_from;
  record.ended_at = plan.horizon.end;
  waiting_at_step.assign(plan.step_count, 0);
  if (plan.scenario.booking) {
    book = SlotBook(plan.opening, *plan.scenario.booking, plan.horizon.end);
  }
}

void Clinic::pay(Account account, Money amount) {
  if (amount.cents != 0) record.money.push_back({now(), account, amount});
}

Duration counted(const Clinic& clinic, SimTime from, SimTime to) {
  const SimTime start = std::max(from, clinic.plan.counted_from);
  return std::max(Duration{}, std::min(to, clinic.plan.horizon.end) - start);
}

}  // namespace asepsim::clinic
