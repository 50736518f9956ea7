#include "clinic/supplies.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/clinic.hpp"
#include "clinic/journeys.hpp"
#include "clinic/supply_queue.hpp"

namespace asepsim::clinic {
namespace {

using scenario::WhenOut;

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

// One fact for each item that is too few; those of a wait get their end when it is over.
std::size_t note_stock_outs(Clinic& c, const Visit& v, const StepPlan& step) {
  std::size_t noted = 0;
  for (const SupplyNeed& need : step.supplies) {
    if (available(c, need.item) >= need.units) continue;
    c.record.stock_outs.push_back(
        {v.fact, c.now(), c.now(), c.plan.supplies[need.item].record_pool});
    ++noted;
  }
  return noted;
}

Money price_of(const Clinic& c, const SupplyPortion& portion) {
  const scenario::Consumable& kind = *c.plan.supplies[portion.item].consumable;
  const Money plain = kind.price.value * portion.units;
  if (!portion.to_buy) return plain;
  return Money{std::llround(static_cast<double>(plain.cents) * kind.supply->premium)};
}

}  // namespace

void take_all(Clinic& c, Visit& v, const StepPlan& step) {
  for (const SupplyNeed& need : step.supplies) {
    const std::int64_t there = std::min(need.units, available(c, need.item));
    take_from(c, v, need.item, there);
    if (there < need.units) {
      v.supplies.push_back({need.item, true, SimTime::never(), need.units - there});
    }
  }
}

SupplyEnd take_supplies(Clinic& c, Visit& v, const StepPlan& step, std::int32_t priority) {
  serve_queue(c, priority);
  SupplyEnd asked{ExitReason::done};
  if (const SupplyNeed* lacking = decisive(c, step)) {
    asked.pool = c.plan.supplies[lacking->item].record_pool;
    asked.stock_outs = note_stock_outs(c, v, step);
    const WhenOut rule = rules_of(c, lacking->item).when_empty;
    if (rule == WhenOut::cancel) asked.exit = ExitReason::cancelled;
    if (rule == WhenOut::wait) asked.exit.reset();
  }
  if (asked.exit != ExitReason::done) return asked;
  take_all(c, v, step);
  reorder_all(c, step);
  serve_queue(c);
  return asked;
}

kernel::Task<SupplyEnd> wait_for_supplies(Clinic& c, Visit& v, const StepPlan& step,
                                          const kernel::Request& request, SupplyEnd asked) {
  auto& facts = c.record.stock_outs;
  const std::size_t first = facts.size() - asked.stock_outs, last = facts.size();
  for (std::size_t i = first; i < last; ++i) facts[i].until = SimTime::never();
  const Duration most = std::min(request.patience, longest_wait(c));
  SupplyWait wait(c, v, step, request.priority, most);
  const kernel::Wake wake = co_await wait;
  for (std::size_t i = first; i < last; ++i) facts[i].until = c.now();
  SupplyEnd end{wait.exit(), c.plan.supplies[wait.lacking()].record_pool};
  if (end.exit == ExitReason::cancelled) {
    const std::uint16_t pool = c.plan.supplies[wait.ran_out()].record_pool;
    facts.push_back({v.fact, c.now(), c.now(), pool});
  }
  if (wake == kernel::Wake::completed) co_return end;
  serve_queue(c);  // nothing is spoken for by this visit any more
  end.exit = end_of_wait(wake, request.patience, most);
  co_return end;
}

void use_up(Clinic& c, Visit& v) {
  for (const SupplyPortion& portion : v.supplies) {
    note_supply(c, portion.item, portion.to_buy ? SupplyEvent::bought : SupplyEvent::used,
                portion.units);
    c.pay(Account::consumables, price_of(c, portion));
  }
  v.supplies.clear();
}

void put_back_supplies(Clinic& c, Visit& v) {
  if (v.supplies.empty()) return;
  for (const SupplyPortion& portion : v.supplies) {
    if (portion.to_buy) continue;
    if (portion.expires <= c.now()) {
      throw_away(c, portion.item, portion.units);
      reorder(c, portion.item);
    } else {
      shelve(c.supplies.shelves[portion.item], portion.expires, portion.units);
    }
  }
  v.supplies.clear();
  serve_queue(c);
}

}  // namespace asepsim::clinic
