// The future events of the native calendar: a short sorted front and a 4-ary heap behind it.
//
// An entry is 16 bytes: its time, and in one word its priority, its sequence and the slot of its
// event, so that two entries are compared as one wide integer. Most events schedule a successor
// that comes soon, among the next dozen: these go into the front, a sorted array, and never touch
// the heap, however many far-future events it holds. No entry of the heap precedes one of the
// front. The four children of a heap node fill one cache line; places without an entry hold the
// latest entry possible, so that the first of four siblings is found without counting them.
//
// Slots are below 2^24; sequences are renumbered when they reach 2^37.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace asepsim::kernel {

class EventEntry {
 public:
  EventEntry() = default;  // the latest possible
  EventEntry(std::int64_t time, unsigned priority, std::uint64_t sequence, std::uint32_t slot)
      : time_(time), order_(std::uint64_t{priority} << 61 | sequence << slot_bits | slot) {}

  static constexpr unsigned slot_bits = 24;
  static constexpr std::uint32_t slots = 1u << slot_bits;
  static constexpr std::uint64_t sequences = std::uint64_t{1} << 37;

  [[nodiscard]] std::int64_t time() const { return time_; }  ///< microseconds
  [[nodiscard]] unsigned priority() const { return static_cast<unsigned>(order_ >> 61); }
  [[nodiscard]] std::uint32_t slot() const {
    return static_cast<std::uint32_t>(order_ & (slots - 1));
  }
  /// Assignment word by word: a copy in one piece would have to wait until both words, written a
  /// moment ago, have reached the cache.
  void become(const EventEntry& other) {
    time_ = other.time_;
    order_ = other.order_;
  }
  [[nodiscard]] bool precedes(const EventEntry& other) const { return wide() < other.wide(); }

 private:
  __extension__ using Wide = __int128;
  [[nodiscard]] Wide wide() const { return static_cast<Wide>(time_) << 64 | order_; }

  std::int64_t time_ = std::numeric_limits<std::int64_t>::max();
  std::uint64_t order_ = std::numeric_limits<std::uint64_t>::max();
};

class EventHeap {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The first entry in order; the latest possible if the heap is empty.
  [[nodiscard]] const EventEntry& first() const { return families_[0].child[root]; }

  void push(const EventEntry& entry) {
    const std::size_t place = root + size_++;
    if (place / siblings >= families_.size()) [[unlikely]]
      grow();
    rise(place, entry);
  }

  /// Takes the first entry out; the heap must not be empty.
  EventEntry pop() {
    const EventEntry first = this->first();
    EventEntry& last = at(root + --size_);
    const EventEntry moved = last;
    last = EventEntry{};
    if (size_ > 0) sink(root, moved);
    return first;
  }

  /// Removes every entry for which `unwanted(entry)` holds. O(size).
  template <class Predicate>
  void remove_if(Predicate unwanted) {
    EventEntry* begin = &at(root);
    EventEntry* end = std::remove_if(begin, begin + size_, unwanted);
    std::fill(end, begin + size_, EventEntry{});
    size_ = static_cast<std::size_t>(end - begin);
    for (std::size_t place = (root + size_) / siblings + 3; place-- > root;)
      if (place < root + size_) sink(place, EventEntry{at(place)});
  }

  /// The entries in the order they are stored; they may be changed if their order stays.
  EventEntry* begin() { return &at(root); }
  EventEntry* end() { return begin() + size_; }

 private:
  // Places are numbered so that the root is the last of family 0 and the children of place p are
  // family p - 2.
  static constexpr std::size_t siblings = 4;
  static constexpr std::size_t root = 3;
  struct alignas(64) Family {
    EventEntry child[siblings];
  };

  [[gnu::noinline]] void grow() { families_.resize(2 * families_.size()); }

  EventEntry& at(std::size_t place) { return families_.front().child[place]; }

  // Index of the first of four siblings; without branches, since nobody can predict which it is.
  static std::size_t first_of(const Family& family) {
    const EventEntry* c = family.child;
    const std::size_t a = c[1].precedes(c[0]) ? 1 : 0;
    const std::size_t b = std::size_t{2} + (c[3].precedes(c[2]) ? 1 : 0);
    const std::size_t take_b = c[b].precedes(c[a]) ? 1 : 0;
    return a ^ ((a ^ b) & (0 - take_b));
  }

  void rise(std::size_t place, const EventEntry& entry) {
    while (place != root) {
      const std::size_t parent = place / siblings + 2;
      if (!entry.precedes(at(parent))) break;
      at(place) = at(parent);
      place = parent;
    }
    at(place) = entry;
  }

  void sink(std::size_t place, const EventEntry& entry) {
    const std::size_t end = root + size_;
    for (std::size_t family = place - 2; siblings * family < end; family = place - 2) {
      const std::size_t first = first_of(families_[family]);
      if (!families_[family].child[first].precedes(entry)) break;
      at(place) = families_[family].child[first];
      place = siblings * family + first;
    }
    at(place) = entry;
  }

  std::vector<Family> families_ = std::vector<Family>(4);
  std::size_t size_ = 0;
};

class EventList {
 public:
  /// `first_sequence`, below 2^37, is for tests of the renumbering.
  explicit EventList(std::uint64_t first_sequence = 0) : sequence_(first_sequence) {}
  EventList(EventList&&) = default;  // not to be copied: first_ points into front_
  EventList& operator=(EventList&&) = default;

  [[nodiscard]] bool empty() const { return first_ == front_.data(); }
  [[nodiscard]] std::size_t size() const { return front_size() + heap_.size(); }
  /// The first entry in order; the latest possible if the list is empty.
  [[nodiscard]] const EventEntry& first() const { return *first_; }

  /// The entry to be pushed next: it comes after all that were pushed before, other things equal.
  [[nodiscard]] EventEntry next_entry(std::int64_t time, unsigned priority,
                                      std::uint32_t slot) const {
    return {time, priority, sequence_, slot};
  }

  /// Adds next_entry(...) if that is quickly done, which it mostly is; if not, push() does it.
  [[nodiscard]] bool push_soon(const EventEntry& entry) {
    if (sequence_ == full_at_ || !entry.precedes(heap_.first())) return false;
    ++sequence_;
    EventEntry* place = ++first_;
    for (; place[-1].precedes(entry); --place) place->become(place[-1]);
    place->become(entry);
    return true;
  }

  [[gnu::noinline]] void push(EventEntry entry) {
    if (sequence_ == full_at_) {
      make_room();
      entry = next_entry(entry.time(), entry.priority(), entry.slot());
    }
    if (push_soon(entry)) return;
    heap_.push(entry);
    ++sequence_;
  }

  /// Takes the first entry out; the list must not be empty.
  EventEntry pop() {
    const EventEntry entry = *first_;
    if (--first_ == front_.data() && heap_.size() > 0) [[unlikely]]
      refill();
    return entry;
  }

  /// Removes every entry for which `unwanted(entry)` holds. O(size).
  template <class Predicate>
  void remove_if(Predicate unwanted) {
    heap_.remove_if(unwanted);
    first_ = std::remove_if(latest(), first_ + 1, unwanted) - 1;
    if (empty()) refill();
  }

 private:
  static constexpr std::size_t front_room = 63;
  static constexpr std::size_t refilled = 8;

  EventEntry* latest() { return &front_[1]; }
  [[nodiscard]] std::size_t front_size() const {
    return static_cast<std::size_t>(first_ - front_.data());
  }

  // Entries taken out since the last time may have made room enough.
  void make_room() {
    if (sequence_ == EventEntry::sequences - 1) renumber();
    if (front_size() > front_room / 2) spill();
    full_at_ = std::min(EventEntry::sequences - 1, sequence_ + front_room - front_size());
  }

  // The later half of the front goes behind.
  void spill() {
    const std::size_t moved = front_size() / 2;
    for (std::size_t i = 0; i < moved; ++i) heap_.push(latest()[i]);
    first_ = std::copy(latest() + moved, first_ + 1, latest()) - 1;
  }

  [[gnu::noinline]] void refill() {
    first_ = &front_[std::min(refilled, heap_.size())];
    for (EventEntry* place = first_; place != front_.data(); --place) *place = heap_.pop();
    full_at_ = sequence_;
  }

  // Entries get new sequences in their order; a sorted array is a heap.
  void renumber() {
    sequence_ = 0;
    const auto number = [this](EventEntry& e) {
      e = {e.time(), e.priority(), sequence_++, e.slot()};
    };
    for (EventEntry* place = first_; place != front_.data(); --place) number(*place);
    std::sort(heap_.begin(), heap_.end(),
              [](const EventEntry& a, const EventEntry& b) { return a.precedes(b); });
    std::for_each(heap_.begin(), heap_.end(), number);
  }

  // The soonest is last; front_[0] is the latest possible, where every search ends.
  std::vector<EventEntry> front_ = std::vector<EventEntry>(1 + front_room);
  EventEntry* first_ = front_.data();
  EventHeap heap_;
  std::uint64_t sequence_;
  std::uint64_t full_at_ = sequence_;  // the sequence at which the front may be full
};

}  // namespace asepsim::kernel
