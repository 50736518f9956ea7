// Waiting for supplies: who goes first, and who keeps others waiting.
//
// Whoever waits is served in the order (priority, time of asking), by one pass over the queue
// whenever something has changed. Whoever finds all that the step needs takes it. Whoever does not
// speaks for the items that are too few and no others: nobody behind gets any of them, so that
// small needs do not starve large ones, while what there is enough of serves others. An item with
// the rule `cancel` that has become too few ends the visit, one with the rule `buy` is bought when
// the rest is there.
// Those who wait for the same step with the same priority need the same: the first of them, if he
// waits on, speaks for all. So a pass looks at one of each line and takes the same time however
// many wait. Only who is served is woken: the wait of the others can still be interrupted.
#pragma once

#include <coroutine>
#include <cstdint>
#include <string>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Waiting in line; co_await -> Wake: completed by exit() done or cancelled. Must be waited for at
/// once, and stay where it is until then.
class SupplyWait final : public kernel::Suspension {
 public:
  SupplyWait(Clinic& clinic, Visit& visit, const StepPlan& step, std::int32_t priority,
             Duration most);
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> process);
  [[nodiscard]] kernel::Wake await_resume() const noexcept { return wake_; }
  [[nodiscard]] std::string waiting_for() const override { return "supplies"; }
  void give_up(kernel::Wake why, int cause) override;

  /// The wait is over: everything is there (done: it is taken) or `item` has run out (cancelled).
  void end(ExitReason exit, std::uint16_t item = 0);
  [[nodiscard]] ExitReason exit() const { return exit_; }
  /// The item that was waited for last.
  [[nodiscard]] std::uint16_t lacking() const { return lacking_; }
  /// Cancelled: the item that has run out.
  [[nodiscard]] std::uint16_t ran_out() const { return ran_out_; }

 private:
  SupplyLine& line() { return clinic_.supplies.lines[line_]; }
  void leave();

  Clinic& clinic_;
  Visit& visit_;
  const StepPlan& step_;
  Duration most_;
  std::size_t line_;
  kernel::WaitNode node_{};
  kernel::Wake wake_ = kernel::Wake::completed;
  ExitReason exit_ = ExitReason::done;
  std::uint16_t lacking_ = 0, ran_out_ = 0;
};

/// Of what `step` needs and finds too few of, what decides what happens: cancelling is stricter
/// than waiting, and waiting than buying. Null: there is enough. Supplies::spoken_for counts.
const SupplyNeed* decisive(const Clinic& clinic, const StepPlan& step);

/// Units of `item` that are there for whoever comes after those who speak for it.
std::int64_t available(const Clinic& clinic, std::uint16_t item);

/// Serves whoever waits with this priority or a more urgent one; afterwards Supplies::spoken_for
/// holds for newcomers of this priority.
void serve_queue(Clinic& clinic, std::int32_t priority);
/// Serves everybody who waits, after a change.
void serve_queue(Clinic& clinic);

}  // namespace asepsim::clinic
