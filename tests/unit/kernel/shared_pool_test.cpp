// Several people of one staff pool at once, and people who leave one by one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/kernel/both_calendars.hpp"

namespace asepsim::kernel {
namespace {

using testing::ElementsAre;

constexpr SkillMask nurse = 1, assistant = 2;

class SharedPool : public OnBothCalendars {
 public:
  Simulation& simulation() { return sim_; }

  static Request team(PoolId staff) {
    Request request;
    request.add({staff, 1, assistant, {}});
    request.add({staff, 1, nurse, {}});
    return request;
  }
  Task<> visit(std::string name, Request request, Duration work, Duration arrival) {
    co_await sim_.hold(arrival);
    Grant grant = co_await set_.seize(request);
    while (grant.wake == Wake::completed) {
      note(name + " with", grant.holding);
      const HoldEnd end = co_await sim_.hold(work);
      const bool again = set_.lost(grant.holding);
      set_.release(grant.holding);
      if (!again) break;
      work = end.remaining;
      grant = co_await set_.seize_at(grant.place, request);
    }
    if (grant.wake == Wake::timed_out) notes_.push_back(minute() + " " + name + " gives up");
  }
  void note(const std::string& what, const Holding& holding) {
    std::string line = minute() + " " + what;
    for (std::size_t i = 0; i < holding.part_count; ++i)
      line += " " + set_.name(holding.parts[i].unit);
    notes_.push_back(line);
  }
  std::string minute() const {
    return std::to_string(sim_.now().since_start().microseconds() / 60'000'000);
  }

  Simulation sim_{*calendar_};
  ResourceSet set_{sim_};
  std::vector<std::string> notes_;
};

TEST_P(SharedPool, ServesEachClaimWithAPersonOfItsOwn) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", nurse);
  set_.add_unit(staff, "Bob", assistant);
  sim_.spawn(visit("first", team(staff), minutes(5), minutes(0)));
  sim_.spawn(visit("second", team(staff), minutes(5), minutes(1)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 first with Bob Ann", "5 second with Bob Ann"));
  EXPECT_EQ(set_.usage(staff).seizes, 2);
  EXPECT_EQ(set_.usage(staff).units, 4);
}

TEST_P(SharedPool, LeavesTheOnlyNurseToTheClaimForANurse) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", nurse | assistant);  // idle longest, and could take either claim
  set_.add_unit(staff, "Bob", assistant);
  sim_.spawn(visit("patient", team(staff), minutes(5), minutes(0)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 patient with Bob Ann"));
}

TEST_P(SharedPool, IsNotSatisfiedByOnePersonWithBothSkills) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", nurse | assistant);
  const UnitId bob = set_.add_unit(staff, "Bob", assistant, UnitState::off);
  Request impatient = team(staff);
  impatient.patience = minutes(3);
  sim_.spawn(visit("impatient", impatient, minutes(5), minutes(0)));
  sim_.spawn(visit("patient", team(staff), minutes(5), minutes(1)));
  auto shift = [](SharedPool& test, UnitId unit) -> Task<> {
    EXPECT_EQ(test.set_.queue_length(test.set_.pool_of(unit)), 0u);
    co_await test.sim_.hold(minutes(2));
    EXPECT_EQ(test.set_.queue_length(test.set_.pool_of(unit)), 2u) << "one place in line each";
    co_await test.sim_.hold(minutes(6));
    test.set_.restore(unit);
  };
  sim_.spawn(shift(*this, bob));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("3 impatient gives up", "8 patient with Bob Ann"));
}

TEST_P(SharedPool, PreEmptsOnlyTheHoldersWhoAreNeeded) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", nurse);
  set_.add_unit(staff, "Bob", assistant);
  set_.add_unit(staff, "Cem", assistant);
  auto alone = [&](SkillMask skill) {
    Request request;
    request.add({staff, 1, skill, {}});
    request.priority = 100;
    request.pre_emptible = true;
    return request;
  };
  sim_.spawn(visit("a", alone(nurse), minutes(10), minutes(0)));
  sim_.spawn(visit("b", alone(assistant), minutes(10), minutes(1)));
  sim_.spawn(visit("c", alone(assistant), minutes(10), minutes(2)));
  Request urgent = team(staff);
  urgent.priority = 1;
  urgent.pre_empt = true;
  sim_.spawn(visit("urgent", urgent, minutes(4), minutes(3)));
  sim_.run();
  // b keeps Bob: the holder of Cem came last and gives way first.
  EXPECT_THAT(notes_, ElementsAre("0 a with Ann", "1 b with Bob", "2 c with Cem",
                                  "3 urgent with Cem Ann", "7 a with Ann", "7 c with Cem"));
}

TEST_P(SharedPool, LetsOneOfTwoPeopleGo) {
  const PoolId staff = set_.add_named_pool("staff");
  const UnitId ann = set_.add_unit(staff, "Ann", nurse);
  set_.add_unit(staff, "Bob", assistant);
  auto story = [](SharedPool& test, PoolId pool, UnitId unit) -> Task<> {
    const Request both = team(pool);
    Grant grant = co_await test.set_.seize(both);
    test.set_.release(grant.holding, unit);
    test.note("left", grant.holding);
    EXPECT_EQ(test.set_.state(unit), UnitState::idle);
    EXPECT_EQ(test.set_.busy(pool), 1);
    test.set_.release(grant.holding);
  };
  sim_.spawn(story(*this, staff, ann));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 left Bob"));
  EXPECT_EQ(set_.busy(staff), 0);
}

TEST_P(SharedPool, SecuredUnitsAreNotTakenAway) {
  const PoolId staff = set_.add_named_pool("staff");
  set_.add_unit(staff, "Ann", nurse);
  auto story = [](SharedPool& test, PoolId pool) -> Task<> {
    Request request;
    request.add({pool});
    request.pre_emptible = true;
    Grant grant = co_await test.set_.seize(request);
    test.set_.secure(grant.holding);
    co_await test.sim_.hold(minutes(5));
    EXPECT_FALSE(test.set_.lost(grant.holding));
    test.set_.release(grant.holding);
  };
  Request urgent;
  urgent.add({staff});
  urgent.priority = 1;
  urgent.pre_empt = true;
  sim_.spawn(story(*this, staff));
  sim_.spawn(visit("urgent", urgent, minutes(1), minutes(2)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("5 urgent with Ann"));
}

TEST_P(SharedPool, AWithdrawalThatFindsNoSafePointInTimeIsGivenUp) {
  const PoolId staff = set_.add_named_pool("staff");
  const UnitId ann = set_.add_unit(staff, "Ann", nurse);
  auto pause = [](SharedPool& test, UnitId unit) -> Task<> {
    co_await test.sim_.hold(minutes(1));
    const Wake woke = co_await test.set_.withdraw(unit, UnitState::on_break, minutes(3));
    EXPECT_EQ(woke, Wake::timed_out);
    EXPECT_EQ(test.minute(), "4");
    const Wake later = co_await test.set_.withdraw(unit, UnitState::on_break, minutes(30));
    EXPECT_EQ(later, Wake::completed);
    EXPECT_EQ(test.minute(), "10");
    test.set_.stay_away(unit, UnitState::off);
    EXPECT_EQ(test.set_.capacity(test.set_.pool_of(unit)), 0);
  };
  Request any;
  any.add({staff});
  sim_.spawn(visit("patient", any, minutes(10), minutes(0)));
  sim_.spawn(pause(*this, ann));
  sim_.run();
  EXPECT_EQ(set_.state(ann), UnitState::off);
}

INSTANTIATE_ON_BOTH_CALENDARS(SharedPool);

}  // namespace
}  // namespace asepsim::kernel
