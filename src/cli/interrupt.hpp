// Ctrl-C as a request to stop, not as an end.
//
// While a watch lives, SIGINT and SIGTERM are blocked in this thread and all it starts, and one
// thread waits for them. The first asks the run to stop after the replications under way; a second
// ends the program at once, as if nobody watched. No handler, so nothing global.
#pragma once

#include <signal.h>

#include <functional>
#include <stop_token>
#include <thread>

namespace asepsim::cli {

class InterruptWatch {
 public:
  /// `noticed` is called once, on the watching thread, at the first signal.
  explicit InterruptWatch(std::function<void()> noticed = {});
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
  ~InterruptWatch();

  [[nodiscard]] std::stop_token token() const { return interrupted_.get_token(); }
  [[nodiscard]] bool interrupted() const { return interrupted_.stop_requested(); }

 private:
  void watch(const std::stop_token& ended);
  void let_the_next_one_end_the_program() const;

  std::function<void()> noticed_;
  sigset_t signals_{};
  sigset_t before_{};
  std::stop_source interrupted_;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace asepsim::cli
