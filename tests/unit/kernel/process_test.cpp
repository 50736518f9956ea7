// Processes: holding, waiting, chapters, interrupts, exceptions, and who is stuck at the end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "unit/kernel/both_calendars.hpp"

namespace asepsim::kernel {
namespace {

using testing::ElementsAre;

class Process : public OnBothCalendars {
 public:
  Task<> note_after(Simulation& sim, Duration wait, std::string text,
                    EventPriority priority = EventPriority::step) {
    co_await sim.hold(wait, priority);
    note(text);
  }
  void note(const std::string& text) {
    notes_.push_back(std::to_string(sim_.now().since_start().microseconds() / 60'000'000) + " " +
                     text);
  }
  // Member coroutines get *this first: it tells where their frames live.
  Simulation& simulation() { return sim_; }

  Simulation sim_{*calendar_};
  std::vector<std::string> notes_;
};

TEST_P(Process, StartsByAnEventOfItsOwn) {
  sim_.spawn(note_after(sim_, minutes(0), "process"));
  EXPECT_EQ(sim_.process_count(), 1u);
  note("caller");
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 caller", "0 process"));
  EXPECT_EQ(sim_.process_count(), 0u);
}

TEST_P(Process, StartsAtTheTimeAndPriorityGiven) {
  sim_.spawn(note_after(sim_, minutes(0), "step"), {}, at_minute(5));
  sim_.spawn(note_after(sim_, minutes(0), "arrival"), {}, at_minute(5), EventPriority::arrival);
  sim_.spawn(note_after(sim_, minutes(0), "release"), {}, at_minute(5), EventPriority::release);
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("5 release", "5 step", "5 arrival"));
}

TEST_P(Process, HoldsGoOnInTheOrderOfTimePriorityAndSequence) {
  sim_.spawn(note_after(sim_, minutes(7), "a"));
  sim_.spawn(note_after(sim_, minutes(5), "b"));
  sim_.spawn(note_after(sim_, minutes(5), "c", EventPriority::arrival));
  sim_.spawn(note_after(sim_, minutes(5), "d", EventPriority::release));
  sim_.spawn(note_after(sim_, minutes(5), "e"));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("5 d", "5 b", "5 e", "5 c", "7 a"));
}

TEST_P(Process, NegativeHoldsAndPastTimesCountAsThePresent) {
  auto story = [](Process& test) -> Task<> {
    co_await test.sim_.hold(minutes(3));
    co_await test.sim_.hold(-minutes(2));
    test.note("negative");
    co_await test.sim_.hold_until(at_minute(1));
    test.note("past");
    co_await test.sim_.hold_until(at_minute(8));
    test.note("future");
  };
  sim_.spawn(story(*this));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("3 negative", "3 past", "8 future"));
}

Task<int> doubled(Simulation& sim, int value) {
  co_await sim.hold(minutes(value));
  co_return 2 * value;
}

TEST_P(Process, AChapterReturnsItsValueToTheStory) {
  auto story = [](Process& test) -> Task<> {
    const int first = co_await doubled(test.sim_, 3);
    const int second = co_await doubled(test.sim_, first);
    test.note(std::to_string(second));
  };
  sim_.spawn(story(*this));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("9 12"));
}

Task<int> failing(Simulation& sim) {
  co_await sim.hold(minutes(1));
  throw std::runtime_error("chapter failed");
}

TEST_P(Process, AnExceptionOfAChapterReachesTheStory) {
  auto story = [](Process& test) -> Task<> {
    try {
      co_await failing(test.sim_);
    } catch (const std::runtime_error& error) {
      test.note(error.what());
    }
    co_await test.sim_.hold(minutes(1));
    test.note("goes on");
  };
  sim_.spawn(story(*this));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("1 chapter failed", "2 goes on"));
}

TEST_P(Process, AnExceptionThatLeavesAProcessLeavesRun) {
  auto story = [](Process& test) -> Task<> { co_await failing(test.sim_); };
  sim_.spawn(story(*this));
  sim_.spawn(note_after(sim_, minutes(5), "later"));
  try {
    sim_.run();
    FAIL() << "run() did not throw";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "chapter failed");
  }
  EXPECT_EQ(sim_.now(), at_minute(1));
  EXPECT_TRUE(notes_.empty());
}

TEST_P(Process, AnInterruptEndsAHoldAndTellsWhatWasLeft) {
  HoldEnd end;
  auto sleeper = [](Simulation& sim, HoldEnd& out) -> Task<> {
    out = co_await sim.hold(minutes(10));
  };
  const ProcessId process = sim_.spawn(sleeper(sim_, end));
  auto waker = [](Simulation& sim, ProcessId who) -> Task<> {
    co_await sim.hold(minutes(4));
    EXPECT_TRUE(sim.interrupt(who, 7));
    EXPECT_FALSE(sim.interrupt(who, 8)) << "it is about to go on";
  };
  sim_.spawn(waker(sim_, process));
  sim_.run();
  EXPECT_EQ(end.wake, Wake::interrupted);
  EXPECT_EQ(end.remaining, minutes(6));
  EXPECT_EQ(end.cause, 7);
  EXPECT_EQ(sim_.now(), at_minute(4)) << "the end of the hold was cancelled";
  EXPECT_FALSE(sim_.interrupt(process, 9)) << "it has ended";
}

TEST_P(Process, IsNotInterruptedBeforeItStartsOrWhileItRuns) {
  auto story = [](Simulation& sim) -> Task<> {
    EXPECT_FALSE(sim.interrupt(sim.current(), 1));
    co_await sim.hold(minutes(1));
  };
  const ProcessId process = sim_.spawn(story(sim_));
  EXPECT_TRUE(sim_.alive(process));
  EXPECT_FALSE(sim_.interrupt(process, 1));
  EXPECT_FALSE(sim_.interrupt(ProcessId{}, 1));
  sim_.run();
  EXPECT_FALSE(sim_.alive(process));
}

TEST_P(Process, AHoldForeverEndsOnlyByAnInterrupt) {
  HoldEnd end;
  auto sleeper = [](Simulation& sim, HoldEnd& out) -> Task<> {
    out = co_await sim.hold(Duration::forever());
  };
  const ProcessId process = sim_.spawn(sleeper(sim_, end), {"sleeper", 4});
  sim_.run();
  ASSERT_EQ(sim_.stuck().size(), 1u);
  EXPECT_EQ(sim_.stuck()[0].name, "sleeper 4");
  EXPECT_TRUE(sim_.interrupt(process, 2));
  sim_.run();
  EXPECT_EQ(end.wake, Wake::interrupted);
  EXPECT_EQ(end.cause, 2);
}

TEST_P(Process, KnowsItsNameAndWhoRuns) {
  auto story = [](Process& test) -> Task<> {
    test.note(test.sim_.name_of(test.sim_.current()));
    co_await test.sim_.hold(minutes(1));
    test.note(test.sim_.name_of(test.sim_.current()));
  };
  const ProcessId process = sim_.spawn(story(*this), {"nurse", 12});
  EXPECT_FALSE(sim_.current().exists());
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("0 nurse 12", "1 nurse 12"));
  EXPECT_EQ(sim_.name_of(process), "");
}

TEST_P(Process, SlotsOfEndedProcessesAreNotMistakenForTheNewOnes) {
  const ProcessId first = sim_.spawn(note_after(sim_, minutes(1), "first"));
  sim_.run();
  const ProcessId second = sim_.spawn(note_after(sim_, minutes(1), "second"));
  EXPECT_EQ(first.slot, second.slot);
  EXPECT_FALSE(sim_.alive(first));
  EXPECT_TRUE(sim_.alive(second));
  sim_.run();
}

TEST_P(Process, UnfinishedOnesAreDestroyedWithTheSimulation) {
  struct Witness {
    int& destroyed;
    ~Witness() { ++destroyed; }
  };
  int destroyed = 0;
  {
    Simulation inner(*calendar_);
    auto chapter = [](Simulation& sim, int& count) -> Task<> {
      const Witness witness{count};
      co_await sim.hold(Duration::forever());
    };
    auto story = [](Simulation& sim, int& count, auto inside) -> Task<> {
      const Witness witness{count};
      co_await inside(sim, count);
    };
    inner.spawn(story(inner, destroyed, chapter));
    inner.spawn(story(inner, destroyed, chapter), {}, at_minute(9));  // never starts
    calendar_->schedule(at_minute(5), EventPriority::step,
                        {[](void* c) { static_cast<Calendar*>(c)->stop(); }, calendar_.get()});
    inner.run();
    EXPECT_EQ(destroyed, 0);
  }
  EXPECT_EQ(destroyed, 2);
  calendar_->run();  // nothing of the destroyed processes is left in the calendar
  EXPECT_EQ(calendar_->now(), at_minute(5));
}

INSTANTIATE_ON_BOTH_CALENDARS(Process);

// -- Signals and stores ---------------------------------------------------------------------------

class Waiting : public OnBothCalendars {
 protected:
  Simulation sim_{*calendar_};
  std::vector<std::string> notes_;
};

TEST_P(Waiting, ASignalWakesThoseWhoWaitInTheOrderInWhichTheyCame) {
  Signal signal(sim_, "door");
  auto waiter = [](Simulation&, Signal& door, std::vector<std::string>& notes,
                   std::string name) -> Task<> {
    const Wake wake = co_await door.wait();
    EXPECT_EQ(wake, Wake::completed);
    notes.push_back(name);
  };
  for (const char* name : {"a", "b", "c"}) sim_.spawn(waiter(sim_, signal, notes_, name));
  sim_.run();
  EXPECT_TRUE(signal.has_waiters());
  signal.notify_one();
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("a"));
  signal.notify_all();
  EXPECT_FALSE(signal.has_waiters());
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("a", "b", "c"));
  signal.notify_all();  // not remembered
  sim_.spawn(waiter(sim_, signal, notes_, "late"));
  sim_.run();
  EXPECT_THAT(notes_, ElementsAre("a", "b", "c"));
}

TEST_P(Waiting, ASignalTimesOutOrIsInterrupted) {
  Signal signal(sim_, "door");
  std::vector<Wake> woke;
  auto waiter = [](Simulation&, Signal& door, std::vector<Wake>& out) -> Task<> {
    const Wake wake = co_await door.wait(minutes(2));
    out.push_back(wake);
  };
  sim_.spawn(waiter(sim_, signal, woke));
  sim_.run();
  EXPECT_EQ(sim_.now(), at_minute(2));
  const ProcessId second = sim_.spawn(waiter(sim_, signal, woke));
  auto waker = [](Simulation& sim, ProcessId who) -> Task<> {
    co_await sim.hold(minutes(1));
    EXPECT_TRUE(sim.interrupt(who, 1));
  };
  sim_.spawn(waker(sim_, second));
  sim_.run();
  EXPECT_THAT(woke, ElementsAre(Wake::timed_out, Wake::interrupted));
  EXPECT_EQ(sim_.now(), at_minute(3));
  EXPECT_FALSE(signal.has_waiters());
}

TEST_P(Waiting, AStoreGivesTheOldestItemFirst) {
  Store store(sim_, "shelf");
  for (const std::uint32_t item : {5u, 6u, 7u, 8u}) store.put(item);
  EXPECT_TRUE(store.remove(6));
  EXPECT_FALSE(store.remove(6));
  std::vector<std::uint32_t> taken;
  auto taker = [](Simulation&, Store& shelf, std::vector<std::uint32_t>& out) -> Task<> {
    for (int i = 0; i < 2; ++i) {
      const StoreGet got = co_await shelf.get();
      out.push_back(got.item);
    }
  };
  sim_.spawn(taker(sim_, store, taken));
  sim_.run();
  EXPECT_THAT(taken, ElementsAre(5u, 7u));
  EXPECT_EQ(store.size(), 1u);
  EXPECT_THAT(store.items(), ElementsAre(8u));
}

TEST_P(Waiting, AStoreServesByPriorityThenTimeAndLetsTheImpatientGo) {
  Store store(sim_, "shelf");
  auto taker = [](Simulation& sim, Store& shelf, std::vector<std::string>& notes, std::string name,
                  std::int32_t priority, Duration patience) -> Task<> {
    const SimTime asked = sim.now();
    const StoreGet got = co_await shelf.get(priority, patience);
    EXPECT_EQ(got.asked_at, asked);
    notes.push_back(got.wake == Wake::completed ? name + " " + std::to_string(got.item)
                                                : name + " left");
  };
  sim_.spawn(taker(sim_, store, notes_, "common first", 100, Duration::forever()));
  sim_.spawn(taker(sim_, store, notes_, "impatient", 100, minutes(3)));
  sim_.spawn(taker(sim_, store, notes_, "common second", 100, Duration::forever()));
  sim_.spawn(taker(sim_, store, notes_, "urgent", 1, Duration::forever()));
  sim_.run();
  EXPECT_EQ(store.waiting(), 3u);
  for (const std::uint32_t item : {1u, 2u, 3u, 4u}) store.put(item);
  EXPECT_EQ(store.size(), 1u);
  sim_.run();
  EXPECT_THAT(notes_,
              ElementsAre("impatient left", "urgent 1", "common first 2", "common second 3"));
}

TEST_P(Waiting, StuckProcessesAreNamedWithWhatTheyWaitFor) {
  Signal signal(sim_, "door");
  Store store(sim_, "shelf");
  auto waiter = [](Simulation& sim, Signal& door) -> Task<> {
    co_await sim.hold(minutes(3));
    co_await door.wait();
  };
  auto taker = [](Simulation&, Store& shelf) -> Task<> { co_await shelf.get(); };
  auto patient = [](Simulation& sim) -> Task<> { co_await sim.hold(minutes(10)); };
  sim_.spawn(waiter(sim_, signal), {"guest", 1});
  sim_.spawn(taker(sim_, store), {"cook", 2});
  sim_.spawn(patient(sim_), {"sleeper", 3});
  calendar_->schedule(at_minute(5), EventPriority::end_of_run,
                      {[](void* c) { static_cast<Calendar*>(c)->stop(); }, calendar_.get()});
  sim_.run();
  const std::vector<StuckProcess> stuck = sim_.stuck();
  ASSERT_EQ(stuck.size(), 2u) << "the sleeper will wake";
  EXPECT_EQ(stuck[0].name, "guest 1");
  EXPECT_EQ(stuck[0].waiting_for, "signal door");
  EXPECT_EQ(stuck[0].since, at_minute(3));
  EXPECT_EQ(stuck[1].name, "cook 2");
  EXPECT_EQ(stuck[1].waiting_for, "store shelf");
  EXPECT_EQ(stuck[1].since, SimTime{});
}

INSTANTIATE_ON_BOTH_CALENDARS(Waiting);

}  // namespace
}  // namespace asepsim::kernel
