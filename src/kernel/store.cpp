#include "kernel/store.hpp"

#include <algorithm>

namespace asepsim::kernel {

void Store::put(std::uint32_t item) {
  if (queue_.empty()) {
    items_.push_back(item);
    return;
  }
  WaitNode& node = queue_.take_first();
  auto& waiter = *static_cast<Get*>(node.waiter);
  waiter.result_.item = item;
  simulation_.wake(waiter);
}

bool Store::remove(std::uint32_t item) {
  const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(first_);
  const auto found = std::find(begin, items_.end(), item);
  if (found == items_.end()) return false;
  items_.erase(found);
  return true;
}

std::uint32_t Store::take_oldest() {
  const std::uint32_t item = items_[first_++];
  if (2 * first_ >= items_.size()) {
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
  return item;
}

Store::Get::Get(Store& store, std::int32_t priority, Duration patience)
    : store_(store), patience_(patience) {
  node_.priority = priority;
}

// Whoever finds an item takes it at once: an item never lies there while somebody waits.
bool Store::Get::await_ready() {
  result_.asked_at = store_.simulation_.now();
  if (store_.size() == 0) return false;
  result_.item = store_.take_oldest();
  return true;
}

void Store::Get::await_suspend(std::coroutine_handle<> process) {
  store_.simulation_.suspend(*this, process);
  node_.waiter = this;
  node_.place = store_.places_++;
  store_.queue_.insert(node_);
  store_.simulation_.give_up_after(*this, patience_);
}

void Store::Get::give_up(Wake why, int) {
  store_.queue_.remove(node_);
  result_.wake = why;
}

}  // namespace asepsim::kernel
