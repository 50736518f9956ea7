#include "clinic/closed_hours.hpp"

#include "clinic/clinic.hpp"
#include "clinic/journeys.hpp"

namespace asepsim::clinic {
namespace {

ClosedHours::Unused unused_time(const Clinic& c, std::size_t unit) {
  const auto usage = c.resources.usage(kernel::UnitId{unit});
  const auto in = [&](kernel::UnitState state) { return usage[static_cast<std::size_t>(state)]; };
  return {in(kernel::UnitState::idle), in(kernel::UnitState::down)};
}

void close(Clinic& c) {
  c.closed_hours.begin(c);
  for (Machine& machine : c.sterilizing.machines) machine.close(c.now(), true);
}

void open_up(Clinic& c) {
  c.closed_hours.end(c);
  for (Machine& machine : c.sterilizing.machines) machine.close(c.now(), false);
}

}  // namespace

void ClosedHours::begin(const Clinic& c) {
  closed_ = true;
  unused_.resize(c.resources.unit_count());
  busy_.resize(c.resources.pool_count());
  unused_before_.resize(unused_.size());
  busy_before_.resize(busy_.size());
  for (std::size_t u = 0; u < unused_.size(); ++u) unused_before_[u] = unused_time(c, u);
  for (std::size_t p = 0; p < busy_.size(); ++p) {
    busy_before_[p] = c.resources.usage(kernel::PoolId{p}).busy;
  }
}

void ClosedHours::end(const Clinic& c) {
  if (!closed_) return;
  closed_ = false;
  for (std::size_t u = 0; u < unused_.size(); ++u) {
    const Unused now = unused_time(c, u);
    unused_[u].idle += now.idle - unused_before_[u].idle;
    unused_[u].down += now.down - unused_before_[u].down;
  }
  for (std::size_t p = 0; p < busy_.size(); ++p) {
    busy_[p] += c.resources.usage(kernel::PoolId{p}).busy - busy_before_[p];
  }
}

void ClosedHours::restart(const Clinic& c) {
  unused_.assign(unused_.size(), {});
  busy_.assign(busy_.size(), 0);
  if (closed_) begin(c);
}

Duration ClosedHours::idle(kernel::UnitId unit) const {
  return unit.index() < unused_.size() ? unused_[unit.index()].idle : Duration{};
}

Duration ClosedHours::down(kernel::UnitId unit) const {
  return unit.index() < unused_.size() ? unused_[unit.index()].down : Duration{};
}

std::int64_t ClosedHours::busy(kernel::PoolId pool) const {
  return pool.index() < busy_.size() ? busy_[pool.index()] : 0;
}

kernel::Task<> keep_hours(Clinic& c) {
  close(c);
  for (const Interval& open : c.plan.opening.intervals()) {
    co_await c.sim.hold_until(open.from, kernel::EventPriority::roster);
    open_up(c);
    co_await c.sim.hold_until(open.to, kernel::EventPriority::observation);
    close(c);
    send_away_the_hopeless(c);
  }
}

}  // namespace asepsim::clinic
