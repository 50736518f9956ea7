// Ctrl-C as a request to stop, not as an end.
//
// While a watch lives, SIGINT, SIGTERM and SIGHUP are blocked in this thread and all it starts, and
// one thread waits for them. The first asks the run to stop after the replications under way; a
// second ends the program at once by that signal, after a last clean-up; a third does not even wait
// for that. A hang-up that the user chose to ignore (nohup) stays ignored. No handler, so nothing
// global.
#pragma once

#include <signal.h>

#include <functional>
#include <stop_token>
#include <thread>

namespace asepsim::cli {

class InterruptWatch {
 public:
  /// Both are called on the watching thread: `noticed` once, at the first signal, `ending` before
  /// the second ends the program.
  explicit InterruptWatch(std::function<void()> noticed = {}, std::function<void()> ending = {});
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
  ~InterruptWatch();

  [[nodiscard]] std::stop_token token() const { return interrupted_.get_token(); }
  [[nodiscard]] bool interrupted() const { return interrupted_.stop_requested(); }

 private:
  void watch(const std::stop_token& ended);
  void end_the_program(int signal) const;

  std::function<void()> noticed_, ending_;
  sigset_t signals_{};
  sigset_t before_{};
  std::stop_source interrupted_;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace asepsim::cli
