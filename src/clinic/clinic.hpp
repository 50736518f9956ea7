// The clinic of one replication: everything that is alive in it.
//
// A plain struct that the journeys (visit.cpp, reprocessing.cpp, staffing.cpp ...) share: the
// simulation, the resources, the random source, the people and instruments, and the record being
// written. It holds no rules of its own. One thread, one replication; nothing survives it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "clinic/closed_hours.hpp"
#include "clinic/deposit.hpp"
#include "clinic/instrument.hpp"
#include "clinic/observation.hpp"
#include "clinic/patient.hpp"
#include "clinic/plan.hpp"
#include "clinic/run_replication.hpp"
#include "clinic/shared_germs.hpp"
#include "clinic/slot_book.hpp"
#include "clinic/supplies.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

/// Why one of our processes is interrupted.
enum class Cause : int { sent_away = 1, suspended = 2, taken = 3 };

/// A person at work: the duty state that shift rules need.
struct Worker {
  kernel::UnitId unit{};
  kernel::ProcessId serving{};  ///< process that holds the unit; may be stale
  kernel::SkillMask asked = 0;  ///< what they were asked for there
  bool leaving = false;         ///< puts down what is in hand: the shift has ended
  bool spent = false;           ///< no overtime is left to stand by a patient who waits
  std::uint64_t seizes = 0;     ///< tasks taken on in the counted time
  SimTime on_since{};           ///< start of the present shift
  SimTime back_at{};            ///< start of the present or next shift; never(): no more
  Duration overtime{};
};

/// What a person's hands and the outside of the gloves carry.
struct Person {
  Deposit hands{}, gloves{};
};

/// Everything that is touched: people by staff index, surfaces and devices as in whereabouts.hpp.
struct Touched {
  std::vector<Person> people{};
  std::vector<Deposit> surfaces{}, devices{};
};

/// The open bottle of a product.
struct Bottle {
  std::uint64_t opened = 0;  ///< bottles so far, this one included
  std::int64_t left = 0;     ///< patients that it still serves
  SharedGerms germs{};
};

/// The tap water, as it is for everybody of a day or of the run: one for each time that it was
/// turned on, the last one running.
using TapWater = std::vector<std::pair<std::int64_t, SharedGerms>>;

struct Clinic {
  Clinic(const Plan& plan, const ReplicationRequest& request, kernel::Calendar& calendar);
  Clinic(const Clinic&) = delete;
  Clinic& operator=(const Clinic&) = delete;
  ~Clinic() { sim.abandon(); }  // unfinished processes go before what they refer to

  kernel::Simulation& simulation() { return sim; }
  [[nodiscard]] SimTime now() const { return sim.now(); }

  const Plan& plan;
  kernel::Simulation sim;
  kernel::ResourceSet resources;
  kernel::RandomSource random;
  ReplicationRecord record{};

  std::deque<Patient> patients{};  // stable addresses: journeys keep references
  std::vector<Worker> workers{};   // by staff index, which is the unit index too
  SlotBook book{};
  std::vector<Visit*> inside{};                 // visits in the building
  kernel::Signal emptied;                       // the last patient has left
  std::vector<std::int32_t> waiting_at_step{};  // by StepPlan::id
  std::int32_t waiting_in_all = 0;
  InstrumentStock instruments;
  SterilizingRoom sterilizing;
  Supplies supplies{};
  Touched touched{};
  std::vector<Bottle> bottles{};  // by product
  TapWater water{};
  ClosedHours closed_hours{};
  std::vector<std::uint64_t> uses{};  ///< so far, by unit: of those that may break down

  void pay(Account account, Money amount);
};

/// The part of [from, to] that lies in the counted time (after warm-up).
Duration counted(const Clinic& clinic, SimTime from, SimTime to);

}  // namespace asepsim::clinic
