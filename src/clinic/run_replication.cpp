// One replication from the first day to the closed books.
#include "clinic/run_replication.hpp"

#include <algorithm>

#include "clinic/journeys.hpp"
#include "clinic/products.hpp"
#include "clinic/rinse_water.hpp"
#include "clinic/upkeep.hpp"

namespace asepsim::clinic {
namespace {

void open_pools(Clinic& c) {
  for (const PoolPlan& pool : c.plan.pools) {
    if (!pool.named) {
      c.resources.add_pool(pool.name, pool.count < 0 ? kernel::ResourceSet::unlimited : pool.count);
      continue;
    }
    const kernel::PoolId id = c.resources.add_named_pool(pool.name);
    if (id.index() == 0) {
      start_staff(c);  // the staff pool is the first
      continue;
    }
    for (std::int64_t i = 0; i < pool.count; ++i) {
      c.resources.add_unit(id, pool.name + " " + std::to_string(i + 1));
    }
  }
}

void open_sterilizing_room(Clinic& c) {
  if (!c.plan.scenario.sterilization) return;
  const auto machines = static_cast<std::uint16_t>(c.plan.scenario.sterilization->sterilizers);
  c.sterilizing.machines.resize(machines);
  if (c.plan.scenario.sterilization->bowie_dick.daily) {
    c.sim.spawn(call_for_bowie_dick(c), {"Bowie-Dick test", 0});
  }
  for (std::uint16_t m = 0; m < machines; ++m) c.sim.spawn(run_sterilizer(c, m), {"sterilizer", m});
}

kernel::Task<> end_warm_up(Clinic& c) {
  co_await c.sim.hold_until(c.plan.counted_from, kernel::EventPriority::observation);
  c.resources.reset_statistics();
  c.closed_hours.restart(c);
  for (Machine& machine : c.sterilizing.machines) machine.restart(c.now());
}

kernel::Task<> end_run(Clinic& c) {
  co_await c.sim.hold_until(c.plan.horizon.end, kernel::EventPriority::end_of_run);
  c.sim.calendar().stop();
}

// Rent of every calendar day, and wages of those who are always there.
kernel::Task<> pay_days(Clinic& c) {
  const scenario::Scenario& s = c.plan.scenario;
  Money a_day = s.finance.rent_per_day;
  for (const auto* kinds : {&s.rooms, &s.equipment}) {
    for (const scenario::RoomKind& kind : *kinds) {
      a_day += kind.cost_per_day.value * std::max<std::int64_t>(0, kind.count);
    }
  }
  Money wages{};
  for (const StaffPlan& person : c.plan.staff) {
    if (person.shifts == nullptr) wages += person.group->wage.value * 24;
  }
  if (a_day.cents == 0 && wages.cents == 0) co_return;
  while (c.now() < c.plan.horizon.end) {
    c.pay(Account::rent, a_day);
    c.pay(Account::wages, wages);
    co_await c.sim.hold(days(1), kernel::EventPriority::observation);
  }
}

constexpr double hour = 3600e6;  // microseconds

void count_staff(Clinic& c) {
  for (std::size_t i = 0; i < c.workers.size(); ++i) {
    UnitFact fact;
    fact.name = c.plan.staff[i].name;
    fact.pool = c.plan.staff[i].group_index;
    fact.time_in_state = c.resources.usage(c.workers[i].unit);
    fact.overtime = c.workers[i].overtime;
    PoolFact& pool = c.record.pools[fact.pool];
    using S = kernel::UnitState;
    auto in = [&](S state) { return fact.time_in_state[static_cast<std::size_t>(state)].hours(); };
    pool.busy += in(S::busy);
    pool.capacity += in(S::busy) + in(S::idle) + in(S::cleaning);
    pool.seizes += c.workers[i].seizes;
    c.record.units.push_back(fact);
  }
}

// A room that is idle or down while the clinic is closed is off; late work extends its day.
UnitFact fact_of_room(Clinic& c, const std::string& name, std::uint16_t pool, kernel::UnitId unit) {
  UnitFact fact;
  fact.name = name;
  fact.pool = pool;
  fact.time_in_state = c.resources.usage(unit);
  const auto close = [&](kernel::UnitState state, Duration closed) {
    fact.time_in_state[static_cast<std::size_t>(state)] -= closed;
    fact.time_in_state[static_cast<std::size_t>(kernel::UnitState::off)] += closed;
  };
  close(kernel::UnitState::idle, c.closed_hours.idle(unit));
  close(kernel::UnitState::down, c.closed_hours.down(unit));
  return fact;
}

Duration counted_opening(const Clinic& c) {
  Duration sum{};
  for (const Interval& open : c.plan.opening.intervals()) sum += counted(c, open.from, open.to);
  return sum;
}

Duration down_while_open(const Clinic& c, kernel::UnitId unit) {
  constexpr auto down = static_cast<std::size_t>(kernel::UnitState::down);
  return c.resources.usage(unit)[down] - c.closed_hours.down(unit);
}

// What is out of service is not on offer. Rounding must not make a pool more than full.
void take_off_capacity(PoolFact& pool, Duration away) {
  if (away > Duration{}) pool.capacity = std::max(pool.busy, pool.capacity - away.hours());
}

void count_rooms(Clinic& c) {
  const double open = counted_opening(c).hours();
  std::size_t unit = c.workers.size();
  for (std::size_t i = 1; i < c.plan.pools.size(); ++i) {
    const PoolPlan& plan = c.plan.pools[i];
    const kernel::PoolId id{i};
    PoolFact& pool = c.record.pools[plan.record_pool];
    pool.busy = static_cast<double>(c.resources.usage(id).busy) / hour;
    pool.seizes = static_cast<std::uint64_t>(c.resources.usage(id).seizes);
    const double late = static_cast<double>(c.closed_hours.busy(id)) / hour;
    pool.capacity = plan.count < 0 ? 0 : open * static_cast<double>(plan.count) + late;
    for (std::int64_t k = 0; plan.named && k < plan.count; ++k, ++unit) {
      if (!plan.listed) continue;
      c.record.units.push_back(fact_of_room(c, plan.name + " " + std::to_string(k + 1),
                                            plan.record_pool, kernel::UnitId{unit}));
      take_off_capacity(pool, down_while_open(c, kernel::UnitId{unit}));
    }
  }
}

void count_sterilizers(Clinic& c) {
  for (std::size_t m = 0; m < c.sterilizing.machines.size(); ++m) {
    Machine& machine = c.sterilizing.machines[m];
    machine.enter(c.plan.horizon.end, kernel::UnitState::idle);
    UnitFact fact;
    fact.name = "sterilizer " + std::to_string(m + 1);
    fact.pool = c.plan.sterilizer_pool;
    fact.time_in_state = machine.time;
    const double busy = machine.time[static_cast<std::size_t>(kernel::UnitState::busy)].hours();
    const double idle = machine.time[static_cast<std::size_t>(kernel::UnitState::idle)].hours();
    PoolFact& pool = c.record.pools[fact.pool];
    pool.busy += busy;
    pool.capacity += busy + idle;
    pool.seizes += machine.loads;
    c.record.units.push_back(fact);
  }
}

// Queueing time belongs to the pool that came last, or that never came, but for waits that ended
// before.
void count_queues(Clinic& c) {
  for (std::size_t kind = 0; kind < c.instruments.taken.size(); ++kind) {
    c.record.pools[c.plan.first_instrument_pool + kind].seizes = c.instruments.taken[kind];
  }
  auto wait = c.record.waits.begin();
  for (const StepFact& step : c.record.steps) {
    SimTime from = step.queued_at;
    for (; wait != c.record.waits.end() && &c.record.steps[wait->step] == &step; ++wait) {
      c.record.pools[wait->pool].queue += counted(c, wait->from, wait->until).hours();
      from = wait->until;
    }
    if (step.awaited == no_index) continue;
    c.record.pools[step.awaited].queue += counted(c, from, step.started_at).hours();
  }
}

void close_books(Clinic& c) {
  for (const RecordPool& pool : c.plan.record_pools) c.record.pools.push_back({pool.name});
  count_staff(c);
  count_rooms(c);
  count_sterilizers(c);
  count_queues(c);
  for (std::size_t i = 0; i < c.patients.size(); ++i) {
    c.record.patients[c.patients[i].fact].sessions_done = c.patients[i].sessions_done;
  }
  for (const Head& head : c.instruments.heads) {
    if (head.stage != HeadStage::discarded) end_all(head.histories, c.record.lineages);
  }
  drain(c);
  empty_bottles(c);
  count_supplies(c);
}

}  // namespace

ReplicationRecord run_replication(const Plan& plan, const ReplicationRequest& request) {
  const auto calendar = request.engine == Engine::native ? kernel::make_native_calendar()
                                                         : kernel::make_simgrid_calendar();
  Clinic c(plan, request, *calendar);
  open_pools(c);
  stock_heads(c);
  stock_supplies(c);
  open_sterilizing_room(c);
  start_maintenance(c);
  start_initial_patients(c);
  start_arrivals(c);
  c.sim.spawn(end_warm_up(c), {"warm-up", 0});
  c.sim.spawn(pay_days(c), {"rent", 0});
  c.sim.spawn(end_run(c), {"end of run", 0});
  if (!plan.scenario.calendar.always_open) c.sim.spawn(keep_hours(c), {"opening hours", 0});
  c.sim.run();
  c.closed_hours.end(c);
  c.record.events = c.sim.events();
  close_books(c);
  return std::move(c.record);
}

}  // namespace asepsim::clinic
