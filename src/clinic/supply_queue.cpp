#include "clinic/supply_queue.hpp"

#include <algorithm>
#include <limits>

namespace asepsim::clinic {
namespace {

using scenario::WhenOut;

int strictness(WhenOut rule) {
  return rule == WhenOut::cancel ? 2 : rule == WhenOut::wait ? 1 : 0;
}

std::size_t line_for(Supplies& s, const StepPlan& step, std::int32_t priority) {
  const auto at = std::find_if(s.lines.begin(), s.lines.end(), [&](const SupplyLine& line) {
    return line.step == &step && line.priority == priority;
  });
  if (at != s.lines.end()) return static_cast<std::size_t>(at - s.lines.begin());
  s.lines.push_back({&step, priority});
  return s.lines.size() - 1;
}

void begin_pass(Supplies& s) {
  s.spoken_for.assign(s.shelves.size(), 0);
  for (SupplyLine& line : s.lines) line.passed_by = false;
}

bool is_before(const SupplyLine& a, const SupplyLine& b) {
  if (a.priority != b.priority) return a.priority < b.priority;
  return a.waiting.first()->place < b.waiting.first()->place;
}

// The line whose first is next; null: everybody up to this priority has had a turn.
SupplyLine* next_in_turn(Supplies& s, std::int32_t priority) {
  SupplyLine* next = nullptr;
  for (SupplyLine& line : s.lines) {
    if (line.passed_by || line.waiting.empty() || line.priority > priority) continue;
    if (next == nullptr || is_before(line, *next)) next = &line;
  }
  return next;
}

// What is bought is not waited for.
void speak_for_lacking(Clinic& c, const StepPlan& step) {
  for (const SupplyNeed& need : step.supplies) {
    if (rules_of(c, need.item).when_empty == WhenOut::buy) continue;
    if (available(c, need.item) < need.units) c.supplies.spoken_for[need.item] = 1;
  }
}

void serve_first(Clinic& c, SupplyLine& line) {
  const SupplyNeed* lacking = decisive(c, *line.step);
  const WhenOut rule = lacking ? rules_of(c, lacking->item).when_empty : WhenOut::buy;
  if (rule == WhenOut::wait) {
    line.lacking = lacking->item;
    line.passed_by = true;
    speak_for_lacking(c, *line.step);
    return;
  }
  auto& first = *static_cast<SupplyWait*>(line.waiting.first()->waiter);
  if (rule == WhenOut::cancel) {
    first.end(ExitReason::cancelled, lacking->item);
  } else {
    first.end(ExitReason::done);
  }
}

}  // namespace

SupplyWait::SupplyWait(Clinic& clinic, Visit& visit, const StepPlan& step, std::int32_t priority,
                       Duration most)
    : clinic_(clinic),
      visit_(visit),
      step_(step),
      most_(most),
      line_(line_for(clinic.supplies, step, priority)) {}

void SupplyWait::await_suspend(std::coroutine_handle<> process) {
  clinic_.sim.suspend(*this, process);
  Supplies& s = clinic_.supplies;
  if (line().waiting.empty()) {
    const SupplyNeed* lacking = decisive(clinic_, step_);
    if (lacking != nullptr) line().lacking = lacking->item;
  }
  node_.waiter = this;
  node_.place = s.places++;
  line().waiting.insert(node_);
  ++s.waiting;
  for (const SupplyNeed& need : step_.supplies) s.shelves[need.item].awaited += need.units;
  reorder_all(clinic_, step_);
  clinic_.sim.give_up_after(*this, most_);
}

void SupplyWait::leave() {
  lacking_ = line().lacking;
  Supplies& s = clinic_.supplies;
  line().waiting.remove(node_);
  --s.waiting;
  for (const SupplyNeed& need : step_.supplies) s.shelves[need.item].awaited -= need.units;
}

void SupplyWait::give_up(kernel::Wake why, int) {
  leave();
  wake_ = why;
}

void SupplyWait::end(ExitReason exit, std::uint16_t item) {
  exit_ = exit;
  ran_out_ = item;
  leave();
  if (exit == ExitReason::done) take_all(clinic_, visit_, step_);
  clinic_.sim.wake(*this);
}

const SupplyNeed* decisive(const Clinic& c, const StepPlan& step) {
  const SupplyNeed* found = nullptr;
  for (const SupplyNeed& need : step.supplies) {
    if (available(c, need.item) >= need.units) continue;
    if (found == nullptr || strictness(rules_of(c, need.item).when_empty) >
                                strictness(rules_of(c, found->item).when_empty)) {
      found = &need;
    }
  }
  return found;
}

std::int64_t available(const Clinic& c, std::uint16_t item) {
  return c.supplies.spoken_for[item] != 0 ? 0 : c.supplies.shelves[item].units;
}

void serve_queue(Clinic& c, std::int32_t priority) {
  begin_pass(c.supplies);
  if (c.supplies.waiting == 0) return;
  while (SupplyLine* line = next_in_turn(c.supplies, priority)) serve_first(c, *line);
}

void serve_queue(Clinic& c) {
  if (c.supplies.waiting > 0) serve_queue(c, std::numeric_limits<std::int32_t>::max());
}

}  // namespace asepsim::clinic
