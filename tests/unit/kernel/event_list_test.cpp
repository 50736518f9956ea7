// The event list of the native calendar, held against a plain sorted list.
#include "kernel/event_list.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "kernel/native_calendar.hpp"
#include "kernel/random_stream.hpp"

namespace asepsim::kernel {
namespace {

// The order of the contract, kept by a std::map.
class SortedList {
 public:
  void push(std::int64_t time, unsigned priority, std::uint32_t slot) {
    entries_[{time, priority, sequence_++}] = slot;
  }
  std::uint32_t pop() {
    const std::uint32_t slot = entries_.begin()->second;
    entries_.erase(entries_.begin());
    return slot;
  }
  template <class Predicate>
  void remove_if(Predicate unwanted) {
    std::erase_if(entries_, [&](const auto& entry) { return unwanted(entry.second); });
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  std::map<std::tuple<std::int64_t, unsigned, std::uint64_t>, std::uint32_t> entries_;
  std::uint64_t sequence_ = 0;
};

class Pair {
 public:
  explicit Pair(EventList list = EventList{}) : list_(std::move(list)) {}

  void push(std::int64_t time, unsigned priority, std::uint32_t slot) {
    list_.push(list_.next_entry(time, priority, slot));
    reference_.push(time, priority, slot);
  }
  void pop() {
    now_ = list_.first().time();
    ASSERT_EQ(list_.pop().slot(), reference_.pop());
  }
  void remove_odd() {
    list_.remove_if([](const EventEntry& entry) { return entry.slot() % 2 == 1; });
    reference_.remove_if([](std::uint32_t slot) { return slot % 2 == 1; });
  }
  [[nodiscard]] std::size_t size() const {
    EXPECT_EQ(list_.size(), reference_.size());
    EXPECT_EQ(list_.empty(), reference_.size() == 0);
    return list_.size();
  }
  [[nodiscard]] std::int64_t now() const { return now_; }

 private:
  EventList list_;
  SortedList reference_;
  std::int64_t now_ = 0;
};

// A random walk of pushes and pops around `level` entries; `spread` is the range of new times.
void walk(Pair& lists, std::size_t level, std::int64_t spread, std::uint64_t seed) {
  const RandomSource random(seed, 1);
  for (std::uint32_t step = 0; step < 20'000; ++step) {
    const double u = random.uniform(EntityKey{step}, Purpose{"push or pop"});
    const bool push = lists.size() == 0 || u < (lists.size() < level ? 0.7 : 0.3);
    if (push) {
      const double ahead = random.uniform(EntityKey{step}, Purpose{"ahead"});
      const double priority = random.uniform(EntityKey{step}, Purpose{"priority"});
      lists.push(lists.now() + static_cast<std::int64_t>(ahead * static_cast<double>(spread)),
                 static_cast<unsigned>(8 * priority), step);
    } else {
      ASSERT_NO_FATAL_FAILURE(lists.pop());
    }
    if (step % 5'000 == 4'999) lists.remove_odd();
  }
  while (lists.size() > 0) ASSERT_NO_FATAL_FAILURE(lists.pop());
}

TEST(EventList, KeepsTheOrderWhateverItsSize) {
  for (const std::size_t level : {1u, 5u, 40u, 1000u}) {
    for (const std::int64_t spread : {1, 30, 1'000'000}) {
      Pair lists;
      ASSERT_NO_FATAL_FAILURE(walk(lists, level, spread, level)) << level << ' ' << spread;
    }
  }
}

TEST(EventList, KeepsTheOrderWhenMostEventsAreFarAhead) {
  Pair lists;
  for (std::uint32_t i = 0; i < 5000; ++i) lists.push(1'000'000 + 7919 * i % 5000, 4, i);
  ASSERT_NO_FATAL_FAILURE(walk(lists, 5010, 100, 3));
}

TEST(EventList, KeepsTheOrderAcrossRenumbering) {
  Pair lists{EventList{EventEntry::sequences - 500}};
  ASSERT_NO_FATAL_FAILURE(walk(lists, 200, 10, 5));
}

TEST(NativeCalendar, RunsOnWhenItsSequencesAreRenumbered) {
  NativeCalendar calendar{EventList{EventEntry::sequences - 3}};
  std::vector<int> seen;
  struct Note {
    std::vector<int>& seen;
    int number;
  };
  std::vector<Note> notes;
  for (int i = 0; i < 8; ++i) notes.push_back({seen, i});
  for (Note& note : notes)
    calendar.schedule(SimTime{} + minutes(1), EventPriority::step,
                      {[](void* n) {
                         auto& mine = *static_cast<Note*>(n);
                         mine.seen.push_back(mine.number);
                       },
                       &note});
  calendar.run();
  EXPECT_EQ(seen, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7}));
}

}  // namespace
}  // namespace asepsim::kernel
