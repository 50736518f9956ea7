// Orders, deliveries and expiry of supplies; taking them: supplies.cpp.
#include <algorithm>

#include "clinic/clinic.hpp"
#include "clinic/purposes.hpp"
#include "clinic/supplies.hpp"
#include "clinic/supply_queue.hpp"

namespace asepsim::clinic {
namespace {

kernel::EntityKey key_of(const Clinic& c, std::uint16_t item) {
  return kernel::entity_key(kernel::fnv1a("supply"),
                            kernel::fnv1a(c.plan.supplies[item].consumable->name), 0);
}

// A shelf life shorter than an hour would be a slip that orders without end.
SimTime expiry_of(Clinic& c, std::uint16_t item) {
  const auto& life = rules_of(c, item).shelf_life;
  const std::uint64_t delivery = c.supplies.shelves[item].deliveries++;
  if (!life) return SimTime::never();
  const Duration drawn =
      c.random.duration(*life, key_of(c, item), purpose::of("supply.shelf_life"), delivery);
  const Duration whole_run = c.plan.horizon.end - SimTime{};
  return c.now() + std::clamp(drawn, hours(1), std::max(hours(1), whole_run));
}

// Throws away what has expired by then.
kernel::Task<> expire(Clinic& c, std::uint16_t item, SimTime at) {
  co_await c.sim.hold_until(at, kernel::EventPriority::release);
  Shelf& shelf = c.supplies.shelves[item];
  std::int64_t lost = 0;
  while (!shelf.batches.empty() && shelf.batches.front().expires <= c.now()) {
    lost += shelf.batches.front().units;
    shelf.batches.erase(shelf.batches.begin());
  }
  if (lost == 0) co_return;
  shelf.units -= lost;
  throw_away(c, item, lost);
  reorder(c, item);
  serve_queue(c);
}

void receive(Clinic& c, std::uint16_t item, std::int64_t units) {
  note_supply(c, item, SupplyEvent::delivered, units);
  const SimTime expires = expiry_of(c, item);
  shelve(c.supplies.shelves[item], expires, units);
  if (expires < c.plan.horizon.end) c.sim.spawn(expire(c, item, expires), {"expiry", item});
}

kernel::Task<> deliver(Clinic& c, std::uint16_t item, std::int64_t units, Duration lead) {
  co_await c.sim.hold(lead, kernel::EventPriority::release);
  c.supplies.shelves[item].on_order -= units;
  receive(c, item, units);
  serve_queue(c);
}

}  // namespace

const scenario::Supply& rules_of(const Clinic& c, std::uint16_t item) {
  return *c.plan.supplies[item].consumable->supply;
}

void note_supply(Clinic& c, std::uint16_t item, SupplyEvent what, std::int64_t units) {
  c.record.supplies.push_back({c.now(), c.plan.supplies[item].record_pool, what, units});
}

void throw_away(Clinic& c, std::uint16_t item, std::int64_t units) {
  note_supply(c, item, SupplyEvent::expired, units);
  c.pay(Account::consumables, c.plan.supplies[item].consumable->price.value * units);
}

// (s, Q) on the inventory position: on hand + on order - waited for.
void reorder(Clinic& c, std::uint16_t item) {
  const scenario::Supply& rules = rules_of(c, item);
  if (!rules.reorder_point) return;
  Shelf& shelf = c.supplies.shelves[item];
  const std::int64_t position = shelf.units + shelf.on_order - shelf.awaited;
  if (position > *rules.reorder_point) return;
  const std::int64_t units = ((*rules.reorder_point - position) / *rules.pack + 1) * *rules.pack;
  shelf.on_order += units;
  note_supply(c, item, SupplyEvent::ordered, units);
  const Duration lead = c.random.duration(*rules.lead_time, key_of(c, item),
                                          purpose::of("supply.lead_time"), shelf.orders++);
  c.sim.spawn(deliver(c, item, units, std::max(Duration{}, lead)), {"delivery", item});
}

void reorder_all(Clinic& c, const StepPlan& step) {
  for (const SupplyNeed& need : step.supplies) reorder(c, need.item);
}

void shelve(Shelf& shelf, SimTime expires, std::int64_t units) {
  const auto at =
      std::lower_bound(shelf.batches.begin(), shelf.batches.end(), expires,
                       [](const Batch& batch, SimTime time) { return batch.expires < time; });
  if (at != shelf.batches.end() && at->expires == expires) {
    at->units += units;
  } else {
    shelf.batches.insert(at, {expires, units});
  }
  shelf.units += units;
}

void stock_supplies(Clinic& c) {
  c.supplies.shelves.resize(c.plan.supplies.size());
  for (std::size_t i = 0; i < c.plan.supplies.size(); ++i) {
    const auto item = static_cast<std::uint16_t>(i);
    if (rules_of(c, item).stock > 0) receive(c, item, rules_of(c, item).stock);
    reorder(c, item);
  }
}

void count_supplies(Clinic& c) {
  std::vector<std::int64_t> left(c.plan.supplies.size());
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = c.supplies.shelves[i].units;
  for (const Visit* v : c.inside) {
    for (const SupplyPortion& portion : v->supplies) {
      if (!portion.to_buy) left[portion.item] += portion.units;
    }
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    note_supply(c, static_cast<std::uint16_t>(i), SupplyEvent::left, left[i]);
  }
}

}  // namespace asepsim::clinic
