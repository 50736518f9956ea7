// Stocks of consumables: taken, ordered, delivered, expired.
//
// Only consumables with a supply are here (Plan::supplies); all others are never lacking. A step
// takes what it needs, of all kinds or nothing, before it asks for people and rooms: first expired,
// first out. What patients wait for is spoken for, in the order (priority, time of asking). A step
// that is not finished puts back what it took. Units are paid when they are delivered, expired ones
// are lost. At all times: delivered = used + expired + on the shelf + in hand.
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
  std::uint64_t orders = 0;      ///< so far: index of draws
  std::uint64_t deliveries = 0;  ///< so far: index of draws
};

/// A visit that waits for what a step needs.
struct SupplyWait {
  const StepPlan* step = nullptr;
  std::int32_t priority = 100;
};

/// Everything about supplies that is alive.
struct Supplies {
  explicit Supplies(kernel::Simulation& sim) : changed(sim, "supplies") {}
  std::vector<Shelf> shelves{};            ///< by index in Plan::supplies
  std::vector<const SupplyWait*> queue{};  ///< by priority, then by time
  kernel::Signal changed;                  ///< more is free than before
};

// Taking (supplies.cpp)
/// Takes what `step` needs: done, cancelled, or nothing: it has to wait.
std::optional<ExitReason> take_supplies(Clinic& clinic, Visit& visit, const StepPlan& step,
                                        std::int32_t priority);
/// Waits for what `step` needs and takes it: done, reneged or sent_away.
kernel::Task<ExitReason> wait_for_supplies(Clinic& clinic, Visit& visit, const StepPlan& step,
                                           const kernel::Request& request);
/// The step is done: what was in hand is used up, what was bought is paid.
void use_up(Clinic& clinic, Visit& visit);
/// The step came to nothing: what was in hand goes back, what was to be bought is not.
void put_back_supplies(Clinic& clinic, Visit& visit);

// Orders, deliveries, expiry (supply_orders.cpp)
/// What the scenario says of an item.
const scenario::Supply& rules_of(const Clinic& clinic, std::uint16_t item);
/// Units of `item` that `step` takes.
std::int64_t need_of(const StepPlan& step, std::uint16_t item);
/// Writes an event of a supply.
void note_supply(Clinic& clinic, std::uint16_t item, SupplyEvent what, std::int64_t units);
/// Fills the shelves at the start of the run.
void stock_supplies(Clinic& clinic);
/// Orders whole packs if the inventory position has come down to the reorder point.
void reorder(Clinic& clinic, std::uint16_t item);
/// Puts units among the others, by when they expire.
void shelve(Shelf& shelf, SimTime expires, std::int64_t units);
/// Writes what is left at the end of the run, what visits have in hand included.
void count_supplies(Clinic& clinic);

}  // namespace asepsim::clinic
