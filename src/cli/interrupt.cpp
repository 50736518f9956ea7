#include "cli/interrupt.hpp"

#include <csignal>
#include <ctime>

namespace asepsim::cli {
namespace {

constexpr timespec glance{0, 50'000'000};  // how long the end of the watch may take

}  // namespace

InterruptWatch::InterruptWatch(std::function<void()> noticed) : noticed_(std::move(noticed)) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
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
    if (interrupted()) {
      nanosleep(&glance, nullptr);
    } else if (sigtimedwait(&signals_, nullptr, &glance) > 0) {
      interrupted_.request_stop();
      if (noticed_) noticed_();
      let_the_next_one_end_the_program();
    }
  }
}

// Unblocked in this thread only, which therefore lives on until the watch ends. A library may have
// put handlers of its own in place.
void InterruptWatch::let_the_next_one_end_the_program() const {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
}

}  // namespace asepsim::cli
