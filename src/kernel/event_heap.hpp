// A 4-ary heap of plain entries: the future events of the native calendar.
//
// An entry is a time, the order within that time, and the slot of the event's action. The heap
// never compares anything but these integers. Four children to a node make the tree half as deep
// as a binary one, and siblings lie side by side in the cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace asepsim::kernel {

struct HeapEntry {
  std::int64_t time;    ///< microseconds
  std::uint64_t order;  ///< priority in the upper bits, sequence in the lower
  std::uint32_t slot;

  [[nodiscard]] bool precedes(const HeapEntry& other) const {
    return time != other.time ? time < other.time : order < other.order;
  }
};

class EventHeap {
 public:
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  /// The first entry in order; the heap must not be empty.
  [[nodiscard]] const HeapEntry& top() const { return entries_.front(); }

  void push(const HeapEntry& entry) {
    entries_.push_back(entry);
    rise(entries_.size() - 1, entry);
  }

  void pop() {
    const HeapEntry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sink(0, last);
  }

  /// Removes every entry for which `unwanted(entry)` holds. O(size).
  template <class Predicate>
  void remove_if(Predicate unwanted) {
    std::erase_if(entries_, unwanted);
    for (std::size_t i = entries_.size() / 4 + 1; i-- > 0;) {
      if (i < entries_.size()) sink(i, HeapEntry{entries_[i]});
    }
  }

 private:
  void rise(std::size_t hole, const HeapEntry& entry) {
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!entry.precedes(entries_[parent])) break;
      entries_[hole] = entries_[parent];
      hole = parent;
    }
    entries_[hole] = entry;
  }

  void sink(std::size_t hole, const HeapEntry& entry) {
    const std::size_t size = entries_.size();
    for (std::size_t child = 4 * hole + 1; child < size; child = 4 * hole + 1) {
      const std::size_t first = first_of(child, child + 4 < size ? child + 4 : size);
      if (!entries_[first].precedes(entry)) break;
      entries_[hole] = entries_[first];
      hole = first;
    }
    entries_[hole] = entry;
  }

  [[nodiscard]] std::size_t first_of(std::size_t child, std::size_t end) const {
    std::size_t first = child;
    while (++child < end) {
      if (entries_[child].precedes(entries_[first])) first = child;
    }
    return first;
  }

  std::vector<HeapEntry> entries_;
};

}  // namespace asepsim::kernel
