#include "clinic/supplies.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/clinic.hpp"
#include "clinic/journeys.hpp"

namespace asepsim::clinic {
namespace {

using scenario::WhenOut;

// Units that those before `self` in the queue wait for; null: before a newcomer of this priority.
std::int64_t spoken_for(const Clinic& c, std::uint16_t item, const SupplyWait* self,
                        std::int32_t priority) {
  std::int64_t units = 0;
  for (const SupplyWait* other : c.supplies.queue) {
    if (other == self || (self == nullptr && other->priority > priority)) break;
    units += need_of(*other->step, item);
  }
  return units;
}

std::int64_t available(const Clinic& c, std::uint16_t item, const SupplyWait* self,
                       std::int32_t priority) {
  return std::max<std::int64_t>(
      0, c.supplies.shelves[item].units - spoken_for(c, item, self, priority));
}

// Cancelling is stricter than waiting, and waiting than buying.
int strictness(WhenOut rule) {
  return rule == WhenOut::cancel ? 2 : rule == WhenOut::wait ? 1 : 0;
}

// The item that decides what happens: of those lacking the one with the strictest rule.
const SupplyNeed* decisive(const Clinic& c, const StepPlan& step, const SupplyWait* self,
                           std::int32_t priority) {
  const SupplyNeed* found = nullptr;
  for (const SupplyNeed& need : step.supplies) {
    if (available(c, need.item, self, priority) >= need.units) continue;
    if (found == nullptr || strictness(rules_of(c, need.item).when_empty) >
                                strictness(rules_of(c, found->item).when_empty)) {
      found = &need;
    }
  }
  return found;
}

// First expired, first out.
void take_from(Clinic& c, Visit& v, std::uint16_t item, std::int64_t units) {
  Shelf& shelf = c.supplies.shelves[item];
  shelf.units -= units;
  while (units > 0) {
    Batch& first = shelf.batches.front();
    const std::int64_t taken = std::min(units, first.units);
    v.supplies.push_back({item, false, first.expires, taken});
    first.units -= taken;
    units -= taken;
    if (first.units == 0) shelf.batches.erase(shelf.batches.begin());
  }
}

// Takes everything the step needs; what is lacking is to be bought.
void take_all(Clinic& c, Visit& v, const StepPlan& step, const SupplyWait* self,
              std::int32_t priority) {
  for (const SupplyNeed& need : step.supplies) {
    const std::int64_t there = std::min(need.units, available(c, need.item, self, priority));
    take_from(c, v, need.item, there);
    if (there < need.units) {
      v.supplies.push_back({need.item, true, SimTime::never(), need.units - there});
    }
  }
}

void reorder_all(Clinic& c, const StepPlan& step) {
  for (const SupplyNeed& need : step.supplies) reorder(c, need.item);
}

void join(Clinic& c, const SupplyWait& self) {
  auto& queue = c.supplies.queue;
  const auto at = std::upper_bound(
      queue.begin(), queue.end(), &self,
      [](const SupplyWait* a, const SupplyWait* b) { return a->priority < b->priority; });
  queue.insert(at, &self);
  reorder_all(c, *self.step);
}

// Nothing that has to be waited for is lacking.
bool is_served(const Clinic& c, const SupplyWait& self) {
  const SupplyNeed* lacking = decisive(c, *self.step, &self, self.priority);
  return lacking == nullptr || rules_of(c, lacking->item).when_empty == WhenOut::buy;
}

// Waits until the supplies are there, or for `most` at most.
kernel::Task<kernel::Wake> served(Clinic& c, const SupplyWait& self, Duration most) {
  const SimTime since = c.now();
  kernel::Wake wake = kernel::Wake::completed;
  while (wake == kernel::Wake::completed && !is_served(c, self)) {
    const Duration left =
        most < Duration::forever() ? most - (c.now() - since) : Duration::forever();
    wake = co_await c.supplies.changed.wait(left);
  }
  co_return wake;
}

}  // namespace

std::optional<ExitReason> take_supplies(Clinic& c, Visit& v, const StepPlan& step,
                                        std::int32_t priority) {
  if (const SupplyNeed* lacking = decisive(c, step, nullptr, priority)) {
    const std::uint16_t pool = c.plan.supplies[lacking->item].record_pool;
    c.record.stock_outs.push_back({v.fact, c.now(), c.now(), pool});
    const WhenOut rule = rules_of(c, lacking->item).when_empty;
    if (rule == WhenOut::cancel) return ExitReason::cancelled;
    if (rule == WhenOut::wait) return {};
  }
  take_all(c, v, step, nullptr, priority);
  reorder_all(c, step);
  return ExitReason::done;
}

kernel::Task<ExitReason> wait_for_supplies(Clinic& c, Visit& v, const StepPlan& step,
                                           const kernel::Request& request) {
  const std::size_t stock_out = c.record.stock_outs.size() - 1;  // noted by take_supplies
  c.record.stock_outs[stock_out].until = SimTime::never();
  const SupplyWait self{&step, request.priority};
  join(c, self);
  const Duration most = std::min(request.patience, longest_wait(c));
  const kernel::Wake wake = co_await served(c, self, most);
  if (wake == kernel::Wake::completed) take_all(c, v, step, &self, self.priority);
  std::erase(c.supplies.queue, &self);
  reorder_all(c, step);
  c.record.stock_outs[stock_out].until = c.now();
  if (wake == kernel::Wake::completed) co_return ExitReason::done;
  c.supplies.changed.notify_all();  // nothing is spoken for by this visit any more
  const bool impatient = wake == kernel::Wake::timed_out && request.patience <= most;
  co_return impatient ? ExitReason::reneged : ExitReason::sent_away;
}

void use_up(Clinic& c, Visit& v) {
  for (const SupplyPortion& portion : v.supplies) {
    if (!portion.to_buy) continue;
    const scenario::Consumable& kind = *c.plan.supplies[portion.item].consumable;
    const Money plain = kind.price.value * portion.units;
    note_supply(c, portion.item, SupplyEvent::bought, portion.units);
    c.pay(Account::consumables,
          Money{std::llround(static_cast<double>(plain.cents) * kind.supply->premium)});
  }
  v.supplies.clear();
}

void put_back_supplies(Clinic& c, Visit& v) {
  if (v.supplies.empty()) return;
  for (const SupplyPortion& portion : v.supplies) {
    if (portion.to_buy) continue;
    if (portion.expires <= c.now()) {
      note_supply(c, portion.item, SupplyEvent::expired, portion.units);
      reorder(c, portion.item);
    } else {
      shelve(c.supplies.shelves[portion.item], portion.expires, portion.units);
    }
  }
  v.supplies.clear();
  c.supplies.changed.notify_all();
}

}  // namespace asepsim::clinic
