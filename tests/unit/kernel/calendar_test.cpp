// The contract of the event calendar, kept by both.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <list>
#include <stdexcept>
#include <string>
#include <vector>

#include "unit/kernel/both_calendars.hpp"

namespace asepsim::kernel {
namespace {

using testing::ElementsAre;

class CalendarOrder : public OnBothCalendars {
 protected:
  EventHandle schedule(SimTime at, EventPriority priority, std::function<void()> what) {
    actions_.push_back(std::move(what));
    return calendar_->schedule(at, priority, {&perform, &actions_.back()});
  }
  EventHandle note(std::int64_t minute, EventPriority priority, const std::string& text) {
    return schedule(at_minute(minute), priority, [this, text] { notes_.push_back(text); });
  }
  static void perform(void* action) { (*static_cast<std::function<void()>*>(action))(); }

  std::list<std::function<void()>> actions_;
  std::vector<std::string> notes_;
};

TEST_P(CalendarOrder, StartsAtZero) {
  EXPECT_EQ(calendar_->now(), SimTime{});
}

TEST_P(CalendarOrder, HappensByTimeThenPriorityThenSequence) {
  note(5, EventPriority::step, "5 step first");
  note(5, EventPriority::end_of_run, "5 end");
  note(3, EventPriority::arrival, "3");
  note(5, EventPriority::step, "5 step second");
  note(5, EventPriority::release, "5 release");
  note(5, EventPriority::step, "5 step third");
  note(0, EventPriority::observation, "0");
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("0", "3", "5 release", "5 step first", "5 step second",
                                  "5 step third", "5 end"));
}

TEST_P(CalendarOrder, EventsForThePresentMomentTakeTheirTurnAmongThoseScheduledBefore) {
  schedule(at_minute(5), EventPriority::machine, [this] {
    notes_.push_back("5 machine");
    note(5, EventPriority::step, "new step");
    note(5, EventPriority::release, "new release");
    note(5, EventPriority::machine, "new machine");
    note(5, EventPriority::arrival, "new arrival");
  });
  note(5, EventPriority::step, "old step");
  note(5, EventPriority::arrival, "old arrival");
  note(5, EventPriority::machine, "old machine");
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("5 machine", "new release", "old machine", "new machine",
                                  "old step", "new step", "old arrival", "new arrival"));
}

TEST_P(CalendarOrder, ClockShowsTheTimeOfTheEvent) {
  std::vector<std::int64_t> seen;
  for (const std::int64_t us : {7L, 1'000'000'000'000L, 8L})
    schedule(SimTime::from_microseconds(us), EventPriority::step,
             [&] { seen.push_back(calendar_->now().microseconds()); });
  calendar_->run();
  EXPECT_THAT(seen, ElementsAre(7, 8, 1'000'000'000'000L));
}

TEST_P(CalendarOrder, CancelledEventsDoNotHappenAndDoNotMoveTheClock) {
  note(1, EventPriority::step, "stays");
  const EventHandle later = note(9, EventPriority::step, "later");
  const EventHandle same_time = note(1, EventPriority::arrival, "same time");
  EXPECT_TRUE(calendar_->cancel(later));
  EXPECT_TRUE(calendar_->cancel(same_time));
  EXPECT_FALSE(calendar_->cancel(later)) << "cancelled before";
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("stays"));
  EXPECT_EQ(calendar_->now(), at_minute(1));
}

TEST_P(CalendarOrder, EventsOfTheSameMomentCanBeCancelledUntilTheyHappen) {
  EventHandle second{};
  EventHandle third{};
  schedule(at_minute(2), EventPriority::step, [&] {
    notes_.push_back("first");
    EXPECT_TRUE(calendar_->cancel(second));
    EXPECT_FALSE(calendar_->cancel(second));
    third = note(2, EventPriority::step, "third");
    EXPECT_TRUE(calendar_->cancel(third));
  });
  second = note(2, EventPriority::step, "second");
  note(2, EventPriority::step, "fourth");
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("first", "fourth"));
}

TEST_P(CalendarOrder, StaleHandlesAreRecognised) {
  const EventHandle old = note(1, EventPriority::step, "old");
  calendar_->run();
  EXPECT_FALSE(calendar_->cancel(old)) << "it has happened";
  note(2, EventPriority::step, "new, in the same slot");
  EXPECT_FALSE(calendar_->cancel(old));
  EXPECT_FALSE(calendar_->cancel(EventHandle{}));
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("old", "new, in the same slot"));
}

TEST_P(CalendarOrder, ManyCancelledEventsLeaveTheOrderAlone) {
  std::vector<EventHandle> doomed;
  for (int i = 0; i < 1000; ++i) {
    doomed.push_back(note(2000 - i, EventPriority::step, "doomed"));
    if (i % 100 == 0) note(3000 - i, EventPriority::step, std::to_string(3000 - i));
  }
  for (const EventHandle& handle : doomed) EXPECT_TRUE(calendar_->cancel(handle));
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("2100", "2200", "2300", "2400", "2500", "2600", "2700", "2800",
                                  "2900", "3000"));
}

// An event that notes when it happens and may do more.
struct Bell : Event {
  explicit Bell(Calendar& at) : calendar(at) { happen = &ring; }
  static void ring(Event& event) {
    auto& bell = static_cast<Bell&>(event);
    bell.rung.push_back(bell.calendar.now().since_start().minutes());
    if (bell.repeats-- > 0) bell.ring_at(bell.calendar.now() + minutes(1));
  }
  void ring_at(SimTime at) { calendar.schedule(*this, at, EventPriority::step); }

  Calendar& calendar;
  int repeats = 0;
  std::vector<double> rung;
};

TEST_P(CalendarOrder, AnEventHappensAsOftenAsItIsScheduled) {
  Bell bell(*calendar_);
  bell.repeats = 3;
  bell.ring_at(at_minute(2));
  EXPECT_TRUE(bell.scheduled);
  calendar_->run();
  EXPECT_FALSE(bell.scheduled);
  EXPECT_THAT(bell.rung, ElementsAre(2, 3, 4, 5));
}

TEST_P(CalendarOrder, ACancelledEventHappensOnlyAtItsNewTime) {
  Bell bell(*calendar_);
  Bell other(*calendar_);
  bell.ring_at(at_minute(5));
  EXPECT_TRUE(calendar_->cancel(bell));
  EXPECT_FALSE(calendar_->cancel(bell));
  other.ring_at(at_minute(4));
  bell.ring_at(at_minute(7));
  schedule(at_minute(7), EventPriority::release, [&] {
    EXPECT_TRUE(calendar_->cancel(bell)) << "due at this very moment";
    bell.ring_at(at_minute(7));
    EXPECT_TRUE(calendar_->cancel(bell));
    bell.ring_at(at_minute(8));
  });
  calendar_->run();
  EXPECT_THAT(bell.rung, ElementsAre(8));
  EXPECT_THAT(other.rung, ElementsAre(4));
}

TEST_P(CalendarOrder, AForgottenEventMayGo) {
  Bell bell(*calendar_);
  {
    Bell scheduled(*calendar_);
    Bell cancelled(*calendar_);
    Bell past(*calendar_);
    past.ring_at(at_minute(1));
    calendar_->run();
    scheduled.ring_at(at_minute(2));
    cancelled.ring_at(at_minute(2));
    calendar_->cancel(cancelled);
    for (Bell* each : {&scheduled, &cancelled, &past}) {
      calendar_->forget(*each);
      EXPECT_FALSE(each->scheduled);
    }
  }
  for (const int minute : {3, 4, 5}) {
    bell.ring_at(at_minute(minute));
    note(minute, EventPriority::step, "note");
    calendar_->run();
  }
  EXPECT_THAT(bell.rung, ElementsAre(3, 4, 5));
  EXPECT_THAT(notes_, ElementsAre("note", "note", "note"));
}

TEST_P(CalendarOrder, StopEndsTheRunAfterThePresentEventAndRunGoesOn) {
  note(1, EventPriority::step, "one");
  schedule(at_minute(2), EventPriority::step, [this] {
    notes_.push_back("two");
    note(2, EventPriority::release, "also two");
    calendar_->stop();
  });
  note(2, EventPriority::step, "still two");
  note(3, EventPriority::step, "three");
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("one", "two"));
  EXPECT_EQ(calendar_->now(), at_minute(2));
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("one", "two", "also two", "still two", "three"));
}

TEST_P(CalendarOrder, AnExceptionFromAnEventLeavesRun) {
  schedule(at_minute(1), EventPriority::step, [] { throw std::runtime_error("from an event"); });
  note(2, EventPriority::step, "two");
  EXPECT_THROW(calendar_->run(), std::runtime_error);
  calendar_->run();
  EXPECT_THAT(notes_, ElementsAre("two"));
}

TEST_P(CalendarOrder, CalendarsMayFollowOneAnother) {
  note(100, EventPriority::step, "first calendar");
  note(200, EventPriority::step, "never");
  schedule(at_minute(150), EventPriority::step, [this] { calendar_->stop(); });
  calendar_->run();
  calendar_.reset();
  calendar_ = GetParam()();
  EXPECT_EQ(calendar_->now(), SimTime{});
  note(1, EventPriority::step, "second calendar");
  calendar_->run();
  EXPECT_EQ(calendar_->now(), at_minute(1));
  EXPECT_THAT(notes_, ElementsAre("first calendar", "second calendar"));
}

INSTANTIATE_ON_BOTH_CALENDARS(CalendarOrder);

TEST(SimGridCalendar, RefusesDatesThatADoubleCannotCount) {
  const auto calendar = make_simgrid_calendar();
  const SimTime far = SimTime::from_microseconds(std::int64_t{1} << 54);
  bool refused = false;
  struct Context {
    Calendar& calendar;
    SimTime far;
    bool& refused;
  } context{*calendar, far, refused};
  calendar->schedule(SimTime{}, EventPriority::step,
                     {[](void* c) {
                        auto& ctx = *static_cast<Context*>(c);
                        try {
                          ctx.calendar.schedule(ctx.far, EventPriority::step, {[](void*) {}});
                        } catch (const std::overflow_error&) {
                          ctx.refused = true;
                        }
                      },
                      &context});
  calendar->run();
  EXPECT_TRUE(refused);
}

TEST(SimGridCalendar, SaysNothing) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  {
    const auto calendar = make_simgrid_calendar();
    calendar->schedule(SimTime{} + days(1), EventPriority::step, {[](void*) {}});
    calendar->run();
  }
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Versions, AreTold) {
  EXPECT_THAT(simgrid_version(), testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_THAT(boost_version(), testing::MatchesRegex("[0-9]+\\.[0-9]+"));
}

}  // namespace
}  // namespace asepsim::kernel
