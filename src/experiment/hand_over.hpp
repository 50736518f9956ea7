// Work handed from thread to thread by TBB, in a form that the thread sanitizer can follow.
//
// TBB's library comes without the sanitizer's marks, so that what it orders looks unordered, and
// true races would drown in false ones. A Baton says the order once more, with one atomic number:
// work that ends before other work is begun happened before it. Work that overlaps stays unordered,
// so that a race between two blocks of replications is still found.
#pragma once

#include <atomic>
#include <cstdint>

namespace asepsim::experiment {

/// Passed on by every piece of work; costs two atomic additions a piece.
class Baton {
 public:
  void take() { passed_.fetch_add(1, std::memory_order_acq_rel); }
  void pass() { passed_.fetch_add(1, std::memory_order_acq_rel); }

 private:
  std::atomic<std::uint64_t> passed_{0};
};

/// Holds the baton while a piece of work is done, however it ends.
class WithBaton {
 public:
  explicit WithBaton(Baton& baton) : baton_(baton) { baton_.take(); }
  ~WithBaton() { baton_.pass(); }
  WithBaton(const WithBaton&) = delete;
  WithBaton& operator=(const WithBaton&) = delete;

 private:
  Baton& baton_;
};

/// A member function of `Owner` as TBB wants work: a value that can be copied and called. The copy
/// itself is TBB's hand-over, and the one read that tests/sanitizers/threads.txt leaves out.
template <auto Member, class Owner>
struct Work {
  Owner* owner;
  Baton* baton;

  template <class... Given>
  auto operator()(Given&&... given) const {
    const WithBaton holding(*baton);
    return (owner->*Member)(given...);
  }
};

}  // namespace asepsim::experiment
