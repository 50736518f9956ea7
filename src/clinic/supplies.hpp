// Stocks of consumables: taken, waited for, ordered, delivered, expired.
//
// Only consumables with a supply are here (Plan::supplies); all others are never lacking. A step
// takes what it needs, of all kinds or nothing, before it asks for people and rooms: first expired,
// first out. Who waits, and who goes first: supply_queue.hpp. A step that never began puts back
// what it took; one that began has used it, and if it was interrupted the same units serve it to
// the end. Units are paid when they are used or expire, so that the figures of a run have the cost
// of what it used up, whatever was there at its start. At all times: delivered = used + expired +
// on the shelf + in hand.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "clinic/observation.hpp"
#include "clinic/plan.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

struct Clinic;
struct Visit;

/// Units of one delivery, or of several that expire at the same time.
struct Batch {
  SimTime expires = SimTime::never();
  std::int64_t units = 0;
};

/// One consumable.
struct Shelf {
  std::vector<Batch> batches{};  ///< first to expire first, none empty
  std::int64_t units = 0;        ///< of all batches
  std::int64_t on_order = 0;
  std::int64_t awaited = 0;      ///< units that those who wait need
  std::uint64_t orders = 0;      ///< so far: index of draws
  std::uint64_t deliveries = 0;  ///< so far: index of draws
};

/// Those who wait for the same step with the same priority, whoever came first first.
struct SupplyLine {
  const StepPlan* step = nullptr;
  std::int32_t priority = 100;
  kernel::WaitQueue waiting{};
  std::uint16_t lacking = 0;  ///< the item that keeps the first of them waiting
  bool passed_by = false;     ///< in the pass under way
};

/// Everything about supplies that is alive.
struct Supplies {
  std::vector<Shelf> shelves{};            ///< by index in Plan::supplies
  std::vector<SupplyLine> lines{};         ///< some may be empty
  std::size_t waiting = 0;                 ///< in all lines
  std::uint64_t places = 0;                ///< given out so far: order of asking
  std::vector<std::uint8_t> spoken_for{};  ///< by item, after a pass: 1 if somebody waits for it
};

/// How asking or waiting for supplies ended.
struct SupplyEnd {
  std::optional<ExitReason> exit{};  ///< nothing: the visit has to wait
  std::uint16_t pool = no_index;     ///< what was lacking, or came last (index into pools)
  std::size_t stock_outs = 0;        ///< facts written of it: the last ones of the record
};

// Taking (supplies.cpp)
/// Takes what `step` needs: done, cancelled, or nothing: it has to wait.
SupplyEnd take_supplies(Clinic& clinic, Visit& visit, const StepPlan& step, std::int32_t priority);
/// Waits for what `step` needs and takes it: done, cancelled, reneged or sent_away. `asked` is the
/// answer of take_supplies().
kernel::Task<SupplyEnd> wait_for_supplies(Clinic& clinic, Visit& visit, const StepPlan& step,
                                          const kernel::Request& request, SupplyEnd asked);
/// Takes everything the step needs; what is lacking is to be bought.
void take_all(Clinic& clinic, Visit& visit, const StepPlan& step);
/// The step began and has ended: what was in hand is used up and paid, what was to be bought too.
void use_up(Clinic& clinic, Visit& visit);
/// The step never began: what was in hand goes back, what was to be bought is not.
void put_back_supplies(Clinic& clinic, Visit& visit);

// Orders, deliveries, expiry (supply_orders.cpp)
/// What the scenario says of an item.
const scenario::Supply& rules_of(const Clinic& clinic, std::uint16_t item);
/// Writes an event of a supply.
void note_supply(Clinic& clinic, std::uint16_t item, SupplyEvent what, std::int64_t units);
/// Writes that units are thrown away, and pays them.
void throw_away(Clinic& clinic, std::uint16_t item, std::int64_t units);
/// Fills the shelves at the start of the run.
void stock_supplies(Clinic& clinic);
/// Orders whole packs if the inventory position has come down to the reorder point.
void reorder(Clinic& clinic, std::uint16_t item);
/// The same for everything that `step` needs.
void reorder_all(Clinic& clinic, const StepPlan& step);
/// Puts units among the others, by when they expire.
void shelve(Shelf& shelf, SimTime expires, std::int64_t units);
/// Writes what is left at the end of the run, what visits have in hand included.
void count_supplies(Clinic& clinic);

}  // namespace asepsim::clinic
