// Task: the coroutine type of processes and of their chapters.
//
// A Task<T> does nothing until it is spawned (Simulation::spawn, Task<> only) or awaited. Awaiting
// it runs it as a chapter of the present process by symmetric transfer: no event, no stack growth,
// and the value or exception it ends with comes out of the co_await. A Task owns its frame.
//
// Frames come from the pool of a Simulation, which is found through the first argument that is a
// Simulation or has a member `Simulation& simulation()`; for member coroutines that is *this.
#pragma once

#include <coroutine>
#include <cstddef>
#include <exception>
#include <optional>
#include <utility>

#include "kernel/frame_pool.hpp"

namespace asepsim::kernel {

template <class T = void>
class Task;

namespace detail {

template <class A>
concept InSimulation = requires(A& a) {
  a.simulation().frames();
};

struct ProcessRecord;

/// The frame pool of the first argument that lives in a simulation.
template <class First, class... Rest>
FramePool& frame_pool_among(First& first, Rest&... rest) {
  if constexpr (InSimulation<First>) {
    return first.simulation().frames();
  } else {
    static_assert(sizeof...(Rest) > 0,
                  "a coroutine needs a Simulation&, or an object with simulation(), to live in");
    return frame_pool_among(rest...);
  }
}

/// What the promises of all tasks share: where the frame lives and who awaits the end.
class PromiseBase {
 public:
  template <class... Args>
  static void* operator new(std::size_t bytes, Args&... args) {
    return frame_pool_among(args...).allocate(bytes);
  }
  static void operator delete(void* frame, std::size_t bytes) noexcept {
    FramePool::release(frame, bytes);
  }

  /// A chapter goes on with the story that awaits it. A process is struck off the list of processes
  /// and does not suspend again: its frame is freed as it leaves.
  struct FinalAwaiter {
    PromiseBase& promise;
    [[nodiscard]] bool await_ready() const noexcept {
      if (promise.continuation_) return false;
      end_process(*promise.process_, promise.exception_);
      return true;
    }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept {
      return promise.continuation_;
    }
    void await_resume() const noexcept {}
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }
  FinalAwaiter final_suspend() noexcept { return {*this}; }
  void unhandled_exception() noexcept { exception_ = std::current_exception(); }

  void continue_with(std::coroutine_handle<> parent) { continuation_ = parent; }
  void be_process(ProcessRecord& record) { process_ = &record; }
  void rethrow_if_failed() const {
    if (exception_) [[unlikely]]
      std::rethrow_exception(exception_);
  }

 private:
  static void end_process(ProcessRecord& record, const std::exception_ptr& failure) noexcept;

  std::coroutine_handle<> continuation_;  // null: a process, not a chapter
  ProcessRecord* process_ = nullptr;
  std::exception_ptr exception_;
};

template <class T>
class Promise : public PromiseBase {
 public:
  Task<T> get_return_object() noexcept;
  template <class U>
  void return_value(U&& value) {
    value_.emplace(std::forward<U>(value));
  }
  T take() {
    rethrow_if_failed();
    return std::move(*value_);
  }

 private:
  std::optional<T> value_;
};

template <>
class Promise<void> : public PromiseBase {
 public:
  inline Task<void> get_return_object() noexcept;
  void return_void() const noexcept {}
  void take() const { rethrow_if_failed(); }
};

}  // namespace detail

template <class T>
class [[nodiscard]] Task {
 public:
  using promise_type = detail::Promise<T>;
  using Handle = std::coroutine_handle<promise_type>;

  explicit Task(Handle handle) noexcept : handle_(handle) {}
  Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Task() {
    if (handle_) handle_.destroy();
  }

  /// Gives the frame away: the receiver destroys it.
  [[nodiscard]] Handle release() noexcept { return std::exchange(handle_, nullptr); }

  auto operator co_await() && noexcept {
    struct Chapter {
      Handle handle;
      [[nodiscard]] bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) const noexcept {
        handle.promise().continue_with(parent);
        return handle;
      }
      T await_resume() const { return handle.promise().take(); }
    };
    return Chapter{handle_};
  }

 private:
  Handle handle_;
};

namespace detail {
template <class T>
Task<T> Promise<T>::get_return_object() noexcept {
  return Task<T>{std::coroutine_handle<Promise<T>>::from_promise(*this)};
}
inline Task<void> Promise<void>::get_return_object() noexcept {
  return Task<void>{std::coroutine_handle<Promise<void>>::from_promise(*this)};
}
}  // namespace detail

}  // namespace asepsim::kernel
