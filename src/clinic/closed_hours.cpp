#include "clinic/closed_hours.hpp"

#include "clinic/clinic.hpp"

namespace asepsim::clinic {
namespace {

Duration idle_time(const Clinic& c, std::size_t unit) {
  return c.resources.usage(kernel::UnitId{unit})[static_cast<std::size_t>(kernel::UnitState::idle)];
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
  idle_.resize(c.resources.unit_count());
  busy_.resize(c.resources.pool_count());
  idle_before_.resize(idle_.size());
  busy_before_.resize(busy_.size());
  for (std::size_t u = 0; u < idle_.size(); ++u) idle_before_[u] = idle_time(c, u);
  for (std::size_t p = 0; p < busy_.size(); ++p) {
    busy_before_[p] = c.resources.usage(kernel::PoolId{p}).busy;
  }
}

void ClosedHours::end(const Clinic& c) {
  if (!closed_) return;
  closed_ = false;
  for (std::size_t u = 0; u < idle_.size(); ++u) idle_[u] += idle_time(c, u) - idle_before_[u];
  for (std::size_t p = 0; p < busy_.size(); ++p) {
    busy_[p] += c.resources.usage(kernel::PoolId{p}).busy - busy_before_[p];
  }
}

void ClosedHours::restart(const Clinic& c) {
  idle_.assign(idle_.size(), Duration{});
  busy_.assign(busy_.size(), 0);
  if (closed_) begin(c);
}

Duration ClosedHours::idle(kernel::UnitId unit) const {
  return unit.index() < idle_.size() ? idle_[unit.index()] : Duration{};
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
  }
}

}  // namespace asepsim::clinic
