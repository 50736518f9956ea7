// Resources: who gets which units, and when. Timelines are worked out by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/kernel/both_calendars.hpp"

namespace asepsim::kernel {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Each process writes down when it got its units and when it left.
class Resource : public OnBothCalendars {
 public:
  Simulation& simulation() { return sim_; }

  /// At `arrival` asks, works, releases everything.
  Task<> customer(std::string name, Request request, Duration work, Duration arrival = {}) {
    if (arrival > Duration{}) co_await sim_.hold(arrival);
    Grant grant = co_await set_.seize(request);
    if (grant.wake != Wake::completed) {
      note(name + (grant.wake == Wake::timed_out ? " reneges" : " interrupted"));
      EXPECT_TRUE(grant.holding.empty());
      co_return;
    }
    note(name + " starts" + units_of(grant.holding));
    co_await sim_.hold(work, EventPriority::release);
    set_.release(grant.holding);
    EXPECT_TRUE(grant.holding.empty());
  }
  void note(const std::string& text) {
    notes_.push_back(std::to_string(sim_.now().since_start().microseconds() / 60'000'000) + " " +
                     text);
  }
  std::string units_of(const Holding& holding) const {
    std::string text;
    for (std::size_t i = 0; i < holding.part_count; ++i)
      if (holding.parts[i].unit.exists()) text += " " + set_.name(holding.parts[i].unit);
    return text;
  }
  static Request claim(PoolId pool, std::int32_t quantity = 1, std::int32_t priority = 100) {
    Request request;
    request.add({pool, quantity});
    request.priority = priority;
    return request;
  }

  Simulation sim_{*calendar_};
  ResourceSet set_{sim_};
  std::vector<std::string> notes_;
};

TEST_P(Resource, ServesInTheOrderOfAsking) {
  const PoolId desk = set_.add_pool("desk", 1);
  sim_.spawn(customer("a", claim(desk), minutes(5)));
  sim_.spawn(customer("b", claim(desk), minutes(5)));
  sim_.spawn(customer("c", claim(desk), minutes(5), minutes(1)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 a starts", "5 b starts", "10 c starts"));
  EXPECT_EQ(set_.busy(desk), 0);
}

TEST_P(Resource, ServesHigherPriorityFirst) {
  const PoolId desk = set_.add_pool("desk", 1);
  sim_.spawn(customer("first", claim(desk), minutes(5)));
  sim_.spawn(customer("common", claim(desk, 1, 100), minutes(5)));
  sim_.spawn(customer("urgent", claim(desk, 1, 1), minutes(5), minutes(2)));
  sim_.spawn(customer("soon", claim(desk, 1, 50), minutes(5), minutes(3)));
  sim_.spawn(customer("soon too", claim(desk, 1, 50), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 first starts", "5 urgent starts", "10 soon starts",
                                  "15 soon too starts", "20 common starts"));
}

TEST_P(Resource, GrantsSeveralPoolsAllOrNothing) {
  const PoolId room = set_.add_pool("room", 1);
  const PoolId nurse = set_.add_pool("nurse", 1);
  Request both = claim(room);
  both.add({nurse});
  sim_.spawn(customer("in room", claim(room), minutes(10)));
  sim_.spawn(customer("both", both, minutes(10)));
  // The nurse is not held back for the one who still lacks the room.
  sim_.spawn(customer("nurse only", claim(nurse), minutes(3), minutes(1)));
  sim_.spawn(customer("nurse again", claim(nurse), minutes(20), minutes(12)));
  auto look = [](Resource& test, PoolId n) -> Task<> {
    EXPECT_EQ(test.set_.busy(n), 0) << "nothing is held while something lacks";
    co_await test.sim_.hold(minutes(5));
    EXPECT_EQ(test.set_.busy(n), 0);
    EXPECT_EQ(test.set_.queue_length(n), 1u);
  };
  sim_.spawn(look(*this, nurse));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 in room starts", "1 nurse only starts", "10 both starts",
                                  "20 nurse again starts"));
}

TEST_P(Resource, TellsWhichPoolCameLast) {
  const PoolId room = set_.add_pool("room", 1);
  const PoolId nurse = set_.add_pool("nurse", 1);
  sim_.spawn(customer("room", claim(room), minutes(4)));
  sim_.spawn(customer("nurse", claim(nurse), minutes(6)));
  auto story = [](Resource& test, Request request, PoolId expected, SimTime asked) -> Task<> {
    Grant grant = co_await test.set_.seize(request);
    EXPECT_EQ(grant.last_to_come, expected);
    EXPECT_EQ(grant.asked_at, asked);
    test.set_.release(grant.holding);
  };
  Request both = claim(nurse);
  both.add({room});
  sim_.spawn(story(*this, both, nurse, SimTime{}));
  sim_.run();
  sim_.spawn(story(*this, both, PoolId::none(), sim_.now()));
  sim_.run();
}

TEST_P(Resource, ARequestThatLacksSomethingDoesNotBlockThoseBehind) {
  const PoolId chair = set_.add_pool("chair", 3);
  sim_.spawn(customer("two", claim(chair, 2), minutes(10)));
  sim_.spawn(customer("three", claim(chair, 3), minutes(1)));
  sim_.spawn(customer("one", claim(chair, 1), minutes(2)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 two starts", "0 one starts", "10 three starts"));
}

TEST_P(Resource, SimultaneousReleasesServeTheWholeQueueInOrder) {
  const PoolId room = set_.add_pool("room", 1);
  const PoolId nurse = set_.add_pool("nurse", 1);
  Request both = claim(nurse);
  both.add({room});
  Request later = both;
  later.priority = 200;
  sim_.spawn(customer("holder", both, minutes(5)));
  sim_.spawn(customer("both", later, minutes(5), minutes(1)));
  // First in line, although the pool it waits for is the second that comes free.
  sim_.spawn(customer("room only", claim(room), minutes(5), minutes(2)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 holder starts", "5 room only starts", "10 both starts"));
}

TEST_P(Resource, AGrantedProcessGoesOnBeforeNewcomersAsk) {
  const PoolId desk = set_.add_pool("desk", 1);
  sim_.spawn(customer("a", claim(desk), minutes(5)));
  sim_.spawn(customer("b", claim(desk), minutes(5)));
  sim_.spawn(customer("newcomer", claim(desk), minutes(5), minutes(5)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 a starts", "5 b starts", "10 newcomer starts"));
}

TEST_P(Resource, RenegesWhenPatienceEnds) {
  const PoolId desk = set_.add_pool("desk", 1);
  Request impatient = claim(desk);
  impatient.patience = minutes(3);
  sim_.spawn(customer("a", claim(desk), minutes(5)));
  sim_.spawn(customer("impatient", impatient, minutes(5), minutes(1)));
  sim_.spawn(customer("b", claim(desk), minutes(5), minutes(2)));
  sim_.spawn(customer("lucky", impatient, minutes(5), minutes(9)));
  sim_.run();
  EXPECT_THAT(notes_,
              ElementsAre("0 a starts", "4 impatient reneges", "5 b starts", "10 lucky starts"));
  EXPECT_EQ(sim_.now(), at_minute(15));
}

TEST_P(Resource, AUnitFreedAtTheLastMomentOfPatienceIsGranted) {
  const PoolId desk = set_.add_pool("desk", 1);
  Request impatient = claim(desk);
  impatient.patience = minutes(5);
  sim_.spawn(customer("a", claim(desk), minutes(5)));
  sim_.spawn(customer("just in time", impatient, minutes(5)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 a starts", "5 just in time starts"));
}

TEST_P(Resource, AnInterruptTakesAProcessOutOfTheQueue) {
  const PoolId desk = set_.add_pool("desk", 1);
  sim_.spawn(customer("a", claim(desk), minutes(5)));
  const ProcessId waiting = sim_.spawn(customer("b", claim(desk), minutes(5)));
  sim_.spawn(customer("c", claim(desk), minutes(5)));
  auto caller = [](Simulation& sim, ProcessId who) -> Task<> {
    co_await sim.hold(minutes(2));
    EXPECT_TRUE(sim.interrupt(who, 1));
  };
  sim_.spawn(caller(sim_, waiting));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 a starts", "2 b interrupted", "5 c starts"));
}

TEST_P(Resource, ATrySeizesAtOnceOrNotAtAll) {
  const PoolId desk = set_.add_pool("desk", 2);
  Grant grant;
  EXPECT_FALSE(set_.try_seize(claim(desk, 3), grant));
  EXPECT_TRUE(grant.holding.empty());
  EXPECT_TRUE(set_.try_seize(claim(desk, 2), grant));
  EXPECT_EQ(set_.busy(desk), 2);
  Grant second;
  EXPECT_FALSE(set_.try_seize(claim(desk), second));
  set_.release(grant.holding);
  EXPECT_EQ(set_.free(desk), 2);
}

TEST_P(Resource, ShrinkingLetsHoldersFinish) {
  const PoolId desk = set_.add_pool("desk", 2);
  sim_.spawn(customer("a", claim(desk), minutes(5)));
  sim_.spawn(customer("b", claim(desk), minutes(10)));
  sim_.spawn(customer("c", claim(desk), minutes(5), minutes(1)));
  auto manager = [](Resource& test, PoolId pool) -> Task<> {
    co_await test.sim_.hold(minutes(2));
    test.set_.set_capacity(pool, 1);
    EXPECT_EQ(test.set_.free(pool), -1);
    co_await test.sim_.hold(minutes(20));
    test.set_.set_capacity(pool, 0);
    co_await test.sim_.hold(minutes(8));
    test.set_.set_capacity(pool, 1);
  };
  sim_.spawn(manager(*this, desk));
  sim_.spawn(customer("d", claim(desk), minutes(5), minutes(25)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 a starts", "0 b starts", "10 c starts", "30 d starts"));
}

TEST_P(Resource, AnUnlimitedPoolMakesNobodyWait) {
  const PoolId air = set_.add_pool("air", ResourceSet::unlimited);
  for (int i = 0; i < 100; ++i) sim_.spawn(customer("x", claim(air), minutes(5)));
  sim_.run();
  EXPECT_EQ(notes_.size(), 100u);
  EXPECT_EQ(sim_.now(), at_minute(5));
  EXPECT_EQ(set_.usage(air).busy, 500 * minutes(1).microseconds());
}

// -- Named units
// ------------------------------------------------------------------------------------

TEST_P(Resource, TakesTheUnitIdleLongest) {
  const PoolId nurse = set_.add_named_pool("nurse");
  set_.add_unit(nurse, "Ann");
  set_.add_unit(nurse, "Bea");
  set_.add_unit(nurse, "Cleo");
  sim_.spawn(customer("1", claim(nurse), minutes(6)));              // Ann 0-6: lower id of a tie
  sim_.spawn(customer("2", claim(nurse), minutes(3)));              // Bea 0-3
  sim_.spawn(customer("3", claim(nurse), minutes(1), minutes(5)));  // Cleo 5-6, idle since 0
  sim_.spawn(customer("4", claim(nurse), minutes(9), minutes(7)));  // Bea, idle since 3
  sim_.spawn(customer("5", claim(nurse), minutes(9), minutes(7)));  // Ann and Cleo since 6
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 1 starts Ann", "0 2 starts Bea", "5 3 starts Cleo",
                                  "7 4 starts Bea", "7 5 starts Ann"));
}

TEST_P(Resource, GivesUnitsWithTheSkillsAskedFor) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", 0b01);
  set_.add_unit(staff, "Bea", 0b11);
  Request needs_two;
  needs_two.add({staff, 1, 0b10});
  Request anybody = claim(staff);
  sim_.spawn(customer("skilled", needs_two, minutes(5)));
  sim_.spawn(customer("skilled too", needs_two, minutes(5)));
  sim_.spawn(customer("anybody", anybody, minutes(5)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 skilled starts Bea", "0 anybody starts Ann",
                                  "5 skilled too starts Bea"));
}

TEST_P(Resource, WaitsForTheVeryUnitAskedFor) {
  const PoolId staff = set_.add_named_pool("staff");
  const UnitId ann = set_.add_unit(staff, "Ann");
  set_.add_unit(staff, "Bea");
  Request own;
  own.add({staff, 1, 0, ann});
  sim_.spawn(customer("first", claim(staff), minutes(5)));
  sim_.spawn(customer("hers", own, minutes(5)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 first starts Ann", "5 hers starts Ann"));
}

TEST_P(Resource, KnowsWhatCanEverBeServed) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", 0b01);
  set_.add_unit(staff, "Bea", 0b11, UnitState::off);
  set_.add_unit(staff, "Cleo", 0b01, UnitState::down);
  const PoolId desk = set_.add_pool("desk", 2);
  EXPECT_TRUE(set_.can_ever_serve({staff, 2, 0b01}));
  EXPECT_FALSE(set_.can_ever_serve({staff, 1, 0b10})) << "Bea is off";
  EXPECT_FALSE(set_.can_ever_serve({staff, 3}));
  EXPECT_TRUE(set_.can_ever_serve({desk, 2}));
  EXPECT_FALSE(set_.can_ever_serve({desk, 3}));
}

TEST_P(Resource, ReleasesOnePoolAndKeepsTheRest) {
  const PoolId nurse = set_.add_named_pool("nurse");
  set_.add_unit(nurse, "Ann");
  const PoolId room = set_.add_pool("room", 1);
  auto story = [](Resource& test, PoolId n, PoolId r) -> Task<> {
    Request both = claim(n);
    both.add({r});
    Grant grant = co_await test.set_.seize(both);
    EXPECT_TRUE(grant.holding.unit_of(n).exists());
    EXPECT_FALSE(grant.holding.unit_of(r).exists());
    co_await test.sim_.hold(minutes(2));
    test.set_.release(grant.holding, n);
    EXPECT_FALSE(grant.holding.unit_of(n).exists());
    EXPECT_FALSE(grant.holding.empty());
    co_await test.sim_.hold(minutes(2));
    test.set_.release(grant.holding);
  };
  sim_.spawn(story(*this, nurse, room));
  sim_.spawn(customer("nurse", claim(nurse), minutes(9)));
  sim_.spawn(customer("room", claim(room), minutes(9)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("2 nurse starts Ann", "4 room starts"));
}

TEST_P(Resource, AUnitReleasedIntoCleaningServesNobodyUntilRestored) {
  const PoolId room = set_.add_named_pool("room");
  const UnitId one = set_.add_unit(room, "R1");
  auto story = [](Resource& test, PoolId pool) -> Task<> {
    Grant grant = co_await test.set_.seize(claim(pool));
    const UnitId unit = grant.holding.unit_of(pool);
    co_await test.sim_.hold(minutes(4));
    test.set_.release_into(grant.holding, unit, UnitState::cleaning);
    EXPECT_TRUE(grant.holding.empty());
    EXPECT_EQ(test.set_.state(unit), UnitState::cleaning);
    co_await test.sim_.hold(minutes(3));
    test.set_.restore(unit);
  };
  sim_.spawn(story(*this, room));
  sim_.spawn(customer("next", claim(room), minutes(5)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("7 next starts R1"));
  const auto usage = set_.usage(one);
  EXPECT_EQ(usage[static_cast<std::size_t>(UnitState::busy)], minutes(9));
  EXPECT_EQ(usage[static_cast<std::size_t>(UnitState::cleaning)], minutes(3));
  EXPECT_EQ(usage[static_cast<std::size_t>(UnitState::idle)], minutes(0));
}

TEST_P(Resource, WithdrawsAUnitAtASafePointAheadOfAllWhoWait) {
  const PoolId nurse = set_.add_named_pool("nurse");
  const UnitId ann = set_.add_unit(nurse, "Ann");
  auto roster = [](Resource& test, UnitId unit) -> Task<> {
    co_await test.sim_.hold(minutes(2));
    const Wake wake = co_await test.set_.withdraw(unit, UnitState::on_break);
    EXPECT_EQ(wake, Wake::completed);
    test.note("break starts");
    EXPECT_EQ(test.set_.state(unit), UnitState::on_break);
    co_await test.sim_.hold(minutes(10));
    test.set_.restore(unit);
  };
  sim_.spawn(customer("a", claim(nurse), minutes(5)));
  sim_.spawn(customer("urgent", claim(nurse, 1, 1), minutes(5), minutes(1)));
  sim_.spawn(roster(*this, ann));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 a starts Ann", "5 break starts", "15 urgent starts Ann"));
}

TEST_P(Resource, WithdrawsAnIdleUnitAtOnceAndABrokenOneWhenItIsRestored) {
  const PoolId machine = set_.add_named_pool("machine");
  const UnitId m = set_.add_unit(machine, "M");
  auto withdraw = [](Resource& test, UnitId unit, UnitState state, std::string text) -> Task<> {
    co_await test.set_.withdraw(unit, state);
    test.note(text);
    co_await test.sim_.hold(minutes(3));
    test.set_.restore(unit);
  };
  sim_.spawn(withdraw(*this, m, UnitState::down, "down"));
  sim_.spawn(withdraw(*this, m, UnitState::off, "off"));
  sim_.spawn(customer("waits for both", claim(machine), minutes(1)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 down", "3 off", "6 waits for both starts M"));
}

TEST_P(Resource, AnInterruptedWithdrawalLeavesTheUnitAsItIs) {
  const PoolId nurse = set_.add_named_pool("nurse");
  const UnitId ann = set_.add_unit(nurse, "Ann");
  auto withdraw = [](Resource& test, UnitId unit) -> Task<> {
    const Wake wake = co_await test.set_.withdraw(unit, UnitState::off);
    EXPECT_EQ(wake, Wake::interrupted);
  };
  auto caller = [](Simulation& sim, ProcessId who) -> Task<> {
    co_await sim.hold(minutes(2));
    EXPECT_TRUE(sim.interrupt(who, 1));
  };
  sim_.spawn(customer("a", claim(nurse), minutes(5)));
  sim_.spawn(caller(sim_, sim_.spawn(withdraw(*this, ann))));
  sim_.run();
  EXPECT_EQ(set_.state(ann), UnitState::idle);
}

TEST_P(Resource, StuckProcessesAreNamedWithWhatTheyLack) {
  const PoolId nurse = set_.add_named_pool("nurse");
  const UnitId ann = set_.add_unit(nurse, "Ann", 0, UnitState::off);
  const PoolId room = set_.add_pool("room", 1);
  Request both;
  both.add({nurse, 1, 0, ann});
  both.add({room, 2});
  sim_.spawn(customer("x", both, minutes(1), minutes(2)), {"patient", 12});
  auto withdraw = [](Resource& test, UnitId unit) -> Task<> {
    co_await test.set_.withdraw(unit, UnitState::down);
  };
  sim_.spawn(withdraw(*this, ann), {"fault", 1});
  sim_.run();
  const auto stuck = sim_.stuck();
  ASSERT_EQ(stuck.size(), 2u);
  EXPECT_EQ(stuck[0].name, "patient 12");
  EXPECT_EQ(stuck[0].waiting_for, "seize nurse x1 (Ann), room x2");
  EXPECT_EQ(stuck[0].since, at_minute(2));
  EXPECT_EQ(stuck[1].waiting_for, "withdraw Ann");
}

TEST_P(Resource, ListsThoseWhoWaitInQueueOrder) {
  const PoolId desk = set_.add_pool("desk", 0);
  const std::vector<std::int32_t> priorities{100, 5, 100, 1, 5, 50};
  for (std::uint64_t i = 0; i < priorities.size(); ++i)
    sim_.spawn(customer("x", claim(desk, 1, priorities[i]), minutes(1)), {"p", i});
  sim_.run();
  std::vector<std::string> seen;
  set_.for_each_waiting(desk, [&](ProcessId who, const Request& request) {
    seen.push_back(sim_.name_of(who) + ":" + std::to_string(request.priority));
  });
  EXPECT_THAT(seen, ElementsAre("p 3:1", "p 1:5", "p 4:5", "p 5:50", "p 0:100", "p 2:100"));
}

TEST_P(Resource, AccountsForBusyCapacityAndQueue) {
  const PoolId nurse = set_.add_named_pool("nurse");
  set_.add_unit(nurse, "Ann");
  const UnitId bea = set_.add_unit(nurse, "Bea", 0, UnitState::off);
  sim_.spawn(customer("a", claim(nurse), minutes(5)));
  sim_.spawn(customer("b", claim(nurse), minutes(5), minutes(1)));
  sim_.spawn(customer("c", claim(nurse), minutes(5), minutes(2)));
  auto roster = [](Resource& test, UnitId unit) -> Task<> {
    co_await test.sim_.hold(minutes(3));
    test.set_.restore(unit);  // takes b at once
  };
  sim_.spawn(roster(*this, bea));
  sim_.run();
  EXPECT_EQ(sim_.now(), at_minute(10));
  const std::int64_t minute = minutes(1).microseconds();
  const PoolUsage usage = set_.usage(nurse);
  EXPECT_EQ(usage.busy, 15 * minute);
  EXPECT_EQ(usage.capacity, (3 + 2 * 7) * minute);
  EXPECT_EQ(usage.queue, (2 + 3) * minute) << "b waits 1-3, c waits 2-5";
  EXPECT_EQ(usage.seizes, 3);
  EXPECT_EQ(usage.units, 3);
}

TEST_P(Resource, ForgetsTheWarmUp) {
  const PoolId nurse = set_.add_named_pool("nurse");
  const UnitId ann = set_.add_unit(nurse, "Ann");
  sim_.spawn(customer("a", claim(nurse), minutes(5)));
  sim_.spawn(customer("b", claim(nurse), minutes(5)));
  auto warm_up = [](Resource& test) -> Task<> {
    co_await test.sim_.hold(minutes(3));
    test.set_.reset_statistics();
  };
  sim_.spawn(warm_up(*this));
  sim_.run();
  const std::int64_t minute = minutes(1).microseconds();
  EXPECT_EQ(set_.usage(nurse).busy, 7 * minute);
  EXPECT_EQ(set_.usage(nurse).queue, 2 * minute);
  EXPECT_EQ(set_.usage(nurse).seizes, 1);
  EXPECT_EQ(set_.usage(ann)[static_cast<std::size_t>(UnitState::busy)], minutes(7));
}

INSTANTIATE_ON_BOTH_CALENDARS(Resource);

}  // namespace
}  // namespace asepsim::kernel
