// Pre-emption: who has to give way, and what becomes of the interrupted service.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/kernel/both_calendars.hpp"

namespace asepsim::kernel {
namespace {

using testing::ElementsAre;

class Preemption : public OnBothCalendars {
 public:
  Simulation& simulation() { return sim_; }

  Task<> customer(std::string name, Request request, Duration work, Duration arrival,
                  OnPreempt rule = OnPreempt::resume, Resample resample = {}) {
    if (arrival > Duration{}) co_await sim_.hold(arrival);
    Task<Service> service = serve(sim_, set_, request, work, rule, resample);
    const Service done = co_await std::move(service);
    notes_.push_back(name + " " + minute(done.started_at) + "-" + minute(done.ended_at) +
                     (done.wake == Wake::completed ? "" : " broken off") + " worked " +
                     std::to_string(done.worked.microseconds() / 60'000'000) + " pre-empted " +
                     std::to_string(done.pre_emptions));
  }
  static std::string minute(SimTime t) {
    return std::to_string(t.since_start().microseconds() / 60'000'000);
  }
  static Request urgent(PoolId pool, std::int32_t priority = 1) {
    Request request;
    request.add({pool});
    request.priority = priority;
    request.pre_empt = true;
    return request;
  }
  static Request yielding(PoolId pool, std::int32_t priority = 100) {
    Request request;
    request.add({pool});
    request.priority = priority;
    request.pre_emptible = true;
    return request;
  }

  Simulation sim_{*calendar_};
  ResourceSet set_{sim_};
  std::vector<std::string> notes_;
};

TEST_P(Preemption, ResumesWithTheWorkThatWasLeft) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  sim_.spawn(customer("common", yielding(doctor), minutes(10), minutes(0)));
  sim_.spawn(customer("urgent", urgent(doctor), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("urgent 4-9 worked 5 pre-empted 0",
                                  "common 0-15 worked 10 pre-empted 1"));
}

TEST_P(Preemption, RestartsTheSameWork) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  sim_.spawn(customer("common", yielding(doctor), minutes(10), minutes(0), OnPreempt::restart));
  sim_.spawn(customer("urgent", urgent(doctor), minutes(5), minutes(4)));
  sim_.spawn(customer("urgent too", urgent(doctor), minutes(1), minutes(12)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("urgent 4-9 worked 5 pre-empted 0",
                                  "urgent too 12-13 worked 1 pre-empted 0",
                                  "common 0-23 worked 17 pre-empted 2"));
}

TEST_P(Preemption, ResamplesNewWork) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  std::vector<int> attempts;
  const Resample resample{[](void* context, int attempt) {
                            static_cast<std::vector<int>*>(context)->push_back(attempt);
                            return minutes(20 + attempt);
                          },
                          &attempts};
  sim_.spawn(
      customer("common", yielding(doctor), minutes(10), minutes(0), OnPreempt::resample, resample));
  sim_.spawn(customer("urgent", urgent(doctor), minutes(5), minutes(4)));
  sim_.spawn(customer("urgent too", urgent(doctor), minutes(1), minutes(20)));
  sim_.run();
  EXPECT_THAT(attempts, ElementsAre(1, 2));
  EXPECT_THAT(notes_, ElementsAre("urgent 4-9 worked 5 pre-empted 0",
                                  "urgent too 20-21 worked 1 pre-empted 0",
                                  "common 0-43 worked 37 pre-empted 2"));
}

TEST_P(Preemption, TakesFromTheLeastUrgentAndAmongThoseFromTheLatest) {
  const PoolId doctor = set_.add_pool("doctor", 3);
  sim_.spawn(customer("90", yielding(doctor, 90), minutes(20), minutes(0)));
  sim_.spawn(customer("100 early", yielding(doctor, 100), minutes(20), minutes(1)));
  sim_.spawn(customer("100 late", yielding(doctor, 100), minutes(20), minutes(2)));
  sim_.spawn(customer("urgent a", urgent(doctor), minutes(30), minutes(5)));
  sim_.spawn(customer("urgent b", urgent(doctor), minutes(30), minutes(6)));
  sim_.run();
  EXPECT_THAT(
      notes_,
      ElementsAre("90 0-20 worked 20 pre-empted 0", "urgent a 5-35 worked 30 pre-empted 0",
                  "100 early 1-35 worked 20 pre-empted 1", "urgent b 6-36 worked 30 pre-empted 0",
                  "100 late 2-52 worked 20 pre-empted 1"));
}

TEST_P(Preemption, SparesEqualPriorityAndThoseWhoAreNotPreEmptible) {
  const PoolId doctor = set_.add_pool("doctor", 2);
  Request firm;
  firm.add({doctor});
  firm.priority = 200;
  sim_.spawn(customer("firm", firm, minutes(10), minutes(0)));
  sim_.spawn(customer("equal", yielding(doctor, 1), minutes(10), minutes(0)));
  sim_.spawn(customer("urgent", urgent(doctor, 1), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_,
              ElementsAre("firm 0-10 worked 10 pre-empted 0", "equal 0-10 worked 10 pre-empted 0",
                          "urgent 10-15 worked 5 pre-empted 0"));
}

TEST_P(Preemption, TakesNothingIfTheVictimsDoNotSuffice) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  const PoolId room = set_.add_pool("room", 1);
  Request firm;
  firm.add({room});
  Request both = urgent(doctor);
  both.add({room});
  sim_.spawn(customer("in room", firm, minutes(10), minutes(0)));
  sim_.spawn(customer("common", yielding(doctor), minutes(15), minutes(0)));
  sim_.spawn(customer("urgent", both, minutes(5), minutes(4)));
  sim_.run();
  // At 10 the room comes free; only then does the doctor have to leave the common one.
  EXPECT_THAT(notes_, ElementsAre("in room 0-10 worked 10 pre-empted 0",
                                  "urgent 10-15 worked 5 pre-empted 0",
                                  "common 0-20 worked 15 pre-empted 1"));
}

TEST_P(Preemption, TheRestOfAVictimsUnitsServesOthers) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  const PoolId room = set_.add_pool("room", 1);
  Request both = yielding(doctor);
  both.add({room});
  Request waits;
  waits.add({room});
  sim_.spawn(customer("common", both, minutes(10), minutes(0)));
  sim_.spawn(customer("room only", waits, minutes(3), minutes(1)));
  sim_.spawn(customer("urgent", urgent(doctor), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_,
              ElementsAre("room only 4-7 worked 3 pre-empted 0", "urgent 4-9 worked 5 pre-empted 0",
                          "common 0-15 worked 10 pre-empted 1"));
}

TEST_P(Preemption, ThePreEmptedKeepsItsPlaceInTheOrderOfAsking) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  sim_.spawn(customer("first", yielding(doctor), minutes(10), minutes(0)));
  sim_.spawn(customer("second", yielding(doctor), minutes(10), minutes(1)));
  sim_.spawn(customer("urgent", urgent(doctor), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_,
              ElementsAre("urgent 4-9 worked 5 pre-empted 0", "first 0-15 worked 10 pre-empted 1",
                          "second 15-25 worked 10 pre-empted 0"));
}

TEST_P(Preemption, TakesANamedUnitThatSuits) {
  const PoolId staff = set_.add_named_pool("staff");
  const UnitId ann = set_.add_unit(staff, "Ann", 0b1);
  set_.add_unit(staff, "Bea");
  Request skilled;
  skilled.add({staff, 1, 0b1});
  skilled.priority = 1;
  skilled.pre_empt = true;
  sim_.spawn(customer("with Ann", yielding(staff), minutes(10), minutes(0)));
  sim_.spawn(customer("with Bea", yielding(staff), minutes(10), minutes(0)));
  sim_.spawn(customer("skilled", skilled, minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("skilled 4-9 worked 5 pre-empted 0",
                                  "with Bea 0-10 worked 10 pre-empted 0",
                                  "with Ann 0-15 worked 10 pre-empted 1"));
  EXPECT_EQ(set_.usage(ann)[static_cast<std::size_t>(UnitState::busy)], minutes(15));
}

TEST_P(Preemption, LeavesAUnitThatIsToBeWithdrawnToTheWithdrawal) {
  const PoolId staff = set_.add_named_pool("staff");
  const UnitId ann = set_.add_unit(staff, "Ann");
  auto withdraw = [](Preemption& test, UnitId unit) -> Task<> {
    co_await test.set_.withdraw(unit, UnitState::off);
    test.notes_.push_back("off at " + minute(test.sim_.now()));
    co_await test.sim_.hold(minutes(3));
    test.set_.restore(unit);
  };
  sim_.spawn(customer("common", yielding(staff), minutes(10), minutes(0)));
  sim_.spawn(withdraw(*this, ann));
  sim_.spawn(customer("urgent", urgent(staff), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("common 0-10 worked 10 pre-empted 0", "off at 10",
                                  "urgent 13-18 worked 5 pre-empted 0"));
}

TEST_P(Preemption, OneGrantedAtThisVeryMomentCanBePreEmptedBeforeItStarts) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  Request firm;
  firm.add({doctor});
  sim_.spawn(customer("firm", firm, minutes(5), minutes(0)));
  sim_.spawn(customer("common", yielding(doctor), minutes(10), minutes(1)));
  // At 5 the firm one releases, the common one is granted; the urgent one asks before it goes on.
  auto urgent_at_five = [](Preemption& test, PoolId pool) -> Task<> {
    co_await test.customer("urgent", urgent(pool), minutes(2), minutes(0));
  };
  sim_.spawn(urgent_at_five(*this, doctor), {}, at_minute(5), EventPriority::roster);
  sim_.run();
  EXPECT_THAT(notes_,
              ElementsAre("firm 0-5 worked 5 pre-empted 0", "urgent 5-7 worked 2 pre-empted 0",
                          "common 5-17 worked 10 pre-empted 1"));
}

TEST_P(Preemption, AnotherInterruptBreaksTheServiceOff) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  const ProcessId common =
      sim_.spawn(customer("common", yielding(doctor), minutes(10), minutes(0)));
  auto caller = [](Simulation& sim, ProcessId who) -> Task<> {
    co_await sim.hold(minutes(3));
    EXPECT_TRUE(sim.interrupt(who, 1));
  };
  sim_.spawn(caller(sim_, common));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("common 0-3 broken off worked 3 pre-empted 0"));
  EXPECT_EQ(set_.busy(doctor), 0);
}

TEST_P(Preemption, PatienceEndsAWaitForServiceButNotTheReturnToIt) {
  const PoolId doctor = set_.add_pool("doctor", 1);
  Request impatient = yielding(doctor);
  impatient.patience = minutes(2);
  sim_.spawn(customer("served", impatient, minutes(10), minutes(0)));
  sim_.spawn(customer("reneges", impatient, minutes(10), minutes(1)));
  sim_.spawn(customer("urgent", urgent(doctor), minutes(5), minutes(4)));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("reneges 3-3 broken off worked 0 pre-empted 0",
                                  "urgent 4-9 worked 5 pre-empted 0",
                                  "served 0-15 worked 10 pre-empted 1"));
}

TEST_P(Preemption, ManyVictimsWithUnitsOfManyPoolsAllGiveWay) {
  const PoolId doctor = set_.add_pool("doctor", 20);
  std::vector<PoolId> rooms;
  for (int i = 0; i < 20; ++i) {
    rooms.push_back(set_.add_pool("room " + std::to_string(i), 1));
    Request both = yielding(doctor);
    both.add({rooms.back()});
    sim_.spawn(customer("common", both, minutes(10), minutes(0)));
    Request waits;
    waits.add({rooms.back()});
    sim_.spawn(customer("room", waits, minutes(1), minutes(1)));
  }
  Request all = urgent(doctor);
  all.claims[0].quantity = 20;
  sim_.spawn(customer("urgent", all, minutes(5), minutes(4)));
  sim_.run();
  EXPECT_EQ(std::count(notes_.begin(), notes_.end(), "room 4-5 worked 1 pre-empted 0"), 20);
  EXPECT_EQ(std::count(notes_.begin(), notes_.end(), "common 0-15 worked 10 pre-empted 1"), 20);
}

INSTANTIATE_ON_BOTH_CALENDARS(Preemption);

}  // namespace
}  // namespace asepsim::kernel
