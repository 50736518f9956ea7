#include "cli/interrupt.hpp"

#include <csignal>
#include <ctime>

namespace asepsim::cli {
namespace {

constexpr timespec glance{0, 50'000'000};  // how long the end of the watch may take

bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

InterruptWatch::InterruptWatch(std::function<void()> noticed, std::function<void()> ending)
    : noticed_(std::move(noticed)), ending_(std::move(ending)) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  if (!is_ignored(SIGHUP)) sigaddset(&signals_, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  thread_ = std::jthread([this](const std::stop_token& ended) { watch(ended); });
}

InterruptWatch::~InterruptWatch() {
  thread_.request_stop();
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void InterruptWatch::watch(const std::stop_token& ended) {
  while (!ended.stop_requested()) {
    const int signal = sigtimedwait(&signals_, nullptr, &glance);
    if (signal <= 0) continue;
    if (interrupted()) end_the_program(signal);
    interrupted_.request_stop();
    if (noticed_) noticed_();
  }
}

// Unblocked in this thread only, before the clean-up, so that a third signal does not wait for it.
// A library may have put handlers of its own in place.
void InterruptWatch::end_the_program(int signal) const {
  for (const int one : {SIGINT, SIGTERM, SIGHUP}) {
    if (sigismember(&signals_, one) == 1) std::signal(one, SIG_DFL);
  }
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  if (ending_) ending_();
  std::raise(signal);
}

}  // namespace asepsim::cli
