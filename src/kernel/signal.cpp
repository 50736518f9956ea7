#include "kernel/signal.hpp"

namespace asepsim::kernel {

void Signal::notify_one() {
  if (queue_.empty()) return;
  WaitNode& node = queue_.take_first();
  simulation_.wake(*static_cast<Wait*>(node.waiter));
}

void Signal::notify_all() {
  while (!queue_.empty()) notify_one();
}

void Signal::Wait::await_suspend(std::coroutine_handle<> process) {
  signal_.simulation_.suspend(*this, process);
  node_.waiter = this;
  node_.priority = 0;
  node_.place = signal_.places_++;
  signal_.queue_.insert(node_);
  signal_.simulation_.give_up_after(*this, timeout_);
}

std::string Signal::Wait::waiting_for() const {
  return std::string("signal ") + signal_.name_;
}

void Signal::Wait::give_up(Wake why, int) {
  signal_.queue_.remove(node_);
  wake_ = why;
}

}  // namespace asepsim::kernel
