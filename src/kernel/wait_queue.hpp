// The queue discipline of everything that keeps processes waiting.
//
// A WaitQueue is a list of nodes in the order (priority, place): lower priority number first, and
// within one priority by place, a number that grows with the time of asking. Nodes belong to the
// caller and must stay where they are while they are in the queue. Removing is O(1); inserting
// walks from whichever end is nearer, so that newcomers of a common class and the rare urgent ones
// are both quick. No allocation.
#pragma once

#include <cstddef>
#include <cstdint>

namespace asepsim::kernel {

/// Set waiter, place and priority before inserting; nothing has a value before.
struct WaitNode {
  WaitNode* before;
  WaitNode* after;
  void* waiter;  ///< whose node it is; the owner of the queue knows the type
  std::uint64_t place;
  std::int32_t priority;

  /// True if this node is served before `other`.
  [[nodiscard]] bool precedes(const WaitNode& other) const {
    return priority < other.priority || (priority == other.priority && place < other.place);
  }
};

class WaitQueue {
 public:
  [[nodiscard]] bool empty() const { return first_ == nullptr; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] WaitNode* first() const { return first_; }

  /// Puts `node` in its place (priority and place must be set).
  void insert(WaitNode& node) {
    ++size_;
    if (last_ == nullptr || last_->precedes(node)) {
      link(node, last_, nullptr);
    } else {
      insert_inside(node);
    }
  }

  /// Takes the first node, which there must be, out of the queue.
  WaitNode& take_first() {
    WaitNode& node = *first_;
    --size_;
    first_ = node.after;
    (first_ ? first_->before : last_) = nullptr;
    return node;
  }

  /// Takes `node`, which must be in this queue, out of it.
  void remove(WaitNode& node) {
    --size_;
    (node.before ? node.before->after : first_) = node.after;
    (node.after ? node.after->before : last_) = node.before;
  }

 private:
  void link(WaitNode& node, WaitNode* before, WaitNode* after) {
    node.before = before;
    node.after = after;
    (before ? before->after : first_) = &node;
    (after ? after->before : last_) = &node;
  }

  // The node precedes the last one: both walks end at the first node it precedes.
  void insert_inside(WaitNode& node) {
    WaitNode* from_front = first_;
    WaitNode* from_back = last_;
    while (true) {
      if (node.precedes(*from_front)) return link(node, from_front->before, from_front);
      if (from_back->before->precedes(node)) return link(node, from_back->before, from_back);
      from_front = from_front->after;
      from_back = from_back->before;
    }
  }

  WaitNode* first_ = nullptr;
  WaitNode* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace asepsim::kernel
