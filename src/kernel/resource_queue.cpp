// Waiting for units, and serving those who wait.
#include <utility>

#include "kernel/resource_rules.hpp"

namespace asepsim::kernel {

inline void ResourceSet::join(ClaimNode& node, Seize& waiter, std::uint32_t index) {
  Pool& pool = pools_[index];
  node.waiter = &waiter;
  node.priority = waiter.request_.priority;
  node.place = waiter.grant_.place;
  node.pool = index;
  pool.queue.insert(node);
  pool.queue_integral.change(1, simulation_.now());
}

inline void ResourceSet::leave(WaitNode& node, Pool& pool) {
  pool.queue.remove(node);
  pool.queue_integral.change(-1, simulation_.now());
}

inline void ResourceSet::go_on_with(Seize& waiter, PoolId last_to_come) {
  waiter.grant_.last_to_come = last_to_come;
  simulation_.wake(waiter);
}

// The plain request comes first here and below, and everything else is a call: it is what most
// processes ask most of the time.
bool ResourceSet::Seize::await_ready() {
  grant_.asked_at = set_.simulation_.now();
  const Claim& claim = request_.claims[0];
  Pool& pool = set_.pools_[claim.pool.index()];
  plain_ = is_plain(request_, pool);
  if (plain_) return set_.take_plain(pool, claim);
  return set_.take_or_pre_empt(request_, set_.simulation_.current(), grant_);
}

void ResourceSet::Seize::await_suspend(std::coroutine_handle<> process) {
  set_.simulation_.suspend(*this, process);
  set_.join(node_, *this, request_.claims[0].pool.index());
  if (!plain_) set_.join_other_queues(*this);
  if (request_.patience < Duration::forever())
    set_.simulation_.give_up_after(*this, request_.patience);
}

std::string ResourceSet::Seize::waiting_for() const {
  std::string text = "seize ";
  for (std::size_t i = 0; i < request_.claim_count; ++i) {
    const Claim& claim = request_.claims[i];
    if (i > 0) text += ", ";
    text += set_.name(claim.pool) + " x" + std::to_string(claim.quantity);
    if (claim.unit.exists()) text += " (" + set_.name(claim.unit) + ")";
  }
  return text;
}

void ResourceSet::Seize::give_up(Wake why, int cause) {
  set_.leave_queues(*this);
  grant_.wake = why;
  grant_.cause = cause;
}

ResourceSet::ClaimNode& ResourceSet::new_node() {
  if (free_nodes_ == nullptr) return nodes_.emplace_back();
  ClaimNode& node = *free_nodes_;
  free_nodes_ = node.next_of_waiter;
  return node;
}

void ResourceSet::join_other_queues(Seize& waiter) {
  const Request& request = waiter.request_;
  for (std::size_t i = 1; i < request.claim_count; ++i) {
    if (repeats_pool(request, i)) continue;
    ClaimNode& node = new_node();
    node.next_of_waiter = waiter.more_nodes_;
    waiter.more_nodes_ = &node;
    join(node, waiter, request.claims[i].pool.index());
  }
}

void ResourceSet::leave_queues(Seize& waiter) {
  leave(waiter.node_, pools_[waiter.node_.pool]);
  while (waiter.more_nodes_ != nullptr) {
    ClaimNode& node = *waiter.more_nodes_;
    waiter.more_nodes_ = node.next_of_waiter;
    leave(node, pools_[node.pool]);
    node.next_of_waiter = free_nodes_;
    free_nodes_ = &node;
  }
}

namespace {

// Walks the queues of several pools as one, in the order (priority, place).
class MergedQueues {
 public:
  MergedQueues(const std::vector<detail::ResourcePool>& pools, detail::FreedPools& freed)
      : pools_(pools), freed_(freed) {
    restart();
  }

  void restart() {
    for (auto& entry : freed_) entry.next = pools_[entry.pool].queue.first();
  }

  /// The next waiter for a pool that still has free units; null at the end.
  void* next() {
    WaitNode* first = nullptr;
    for (const auto& entry : freed_) {
      if (entry.next == nullptr || pools_[entry.pool].free() <= 0) continue;
      if (first == nullptr || entry.next->precedes(*first)) first = entry.next;
    }
    if (first == nullptr) return nullptr;
    pass(first->waiter);
    return first->waiter;
  }

 private:
  // The waiter may stand at the head of several queues; it is asked once.
  void pass(const void* waiter) {
    for (auto& entry : freed_)
      if (entry.next != nullptr && entry.next->waiter == waiter) entry.next = entry.next->after;
  }

  const std::vector<detail::ResourcePool>& pools_;
  detail::FreedPools& freed_;
};

}  // namespace

// Most often what is given back is one anonymous part.
void ResourceSet::release(Holding& holding) {
  const Holding::Part& part = holding.parts[0];
  if (holding.part_count != 1 || holding.ticket != detail::no_ticket || part.unit.exists())
    return release_several(holding);
  holding.part_count = 0;
  Pool& pool = pools_[part.pool.index()];
  if (pool.queue.empty()) {
    pool.busy -= part.quantity;
    pool.busy_integral.change(-part.quantity, simulation_.now());
  } else if (!hand_over(pool, part)) {
    give_back(part);
    serve_waiting();
  }
}

// The first who waits gets what is given back, if that is just what it wants. The pool is and stays
// fully used, so neither its level nor anybody else who waits is concerned.
inline bool ResourceSet::hand_over(Pool& pool, const Holding::Part& part) {
  auto& waiter = *static_cast<Seize*>(pool.queue.first()->waiter);
  if (!waiter.plain_ || pool.busy != pool.capacity) return false;
  const Claim& claim = waiter.request_.claims[0];
  if (claim.quantity != part.quantity) return false;
  pool.seizes += 1;
  pool.units += claim.quantity;
  pool.queue.take_first();
  pool.queue_integral.change(-1, simulation_.now());
  go_on_with(waiter, claim.pool);
  return true;
}

// Asks those who wait for a freed pool, in their order, whether they now find all they claim.
void ResourceSet::serve_waiting() {
  if (freed_.size() > 1) return serve_queues();
  if (freed_.empty()) return;
  const std::uint32_t index = freed_.first();
  freed_.clear();
  serve_queue(index);
}

// The common case of one pool. A pre-emption may free others, which are then served together.
void ResourceSet::serve_queue(std::uint32_t index) {
  Pool& pool = pools_[index];
  for (WaitNode* node = pool.queue.first(); node != nullptr && pool.free() > 0;) {
    WaitNode& present = *std::exchange(node, node->after);
    auto& waiter = *static_cast<Seize*>(present.waiter);
    if (!waiter.plain_) {
      if (serve_one(waiter, PoolId{index})) continue;
      freed_.add(index);
      return serve_queues();
    }
    if (!take_plain(pool, waiter.request_.claims[0])) continue;
    leave(present, pool);
    go_on_with(waiter, PoolId{index});
  }
}

void ResourceSet::serve_queues() {
  MergedQueues waiting(pools_, freed_);
  while (auto* waiter = static_cast<Seize*>(waiting.next()))
    if (!serve_one(*waiter, last_freed(waiter->request_))) waiting.restart();
  freed_.clear();
}

// Grants the request if it can be met. False after a pre-emption: victims may have left the queues,
// and their units may serve others.
bool ResourceSet::serve_one(Seize& waiter, PoolId last_to_come) {
  const Request& request = waiter.request_;
  bool pre_emption = false;
  if (!can_take(request)) {
    pre_emption = request.pre_empt && pre_empt(request, waiter.process());
    if (!pre_emption) return true;
  }
  take(request, waiter.process(), waiter.grant_);
  leave_queues(waiter);
  go_on_with(waiter, last_to_come);
  return !pre_emption;
}

// If several pools came at the same moment, the last of them in the order of the claims.
PoolId ResourceSet::last_freed(const Request& request) const {
  PoolId last;
  for (std::size_t i = 0; i < request.claim_count; ++i)
    if (freed_.has(request.claims[i].pool.index())) last = request.claims[i].pool;
  return last;
}

}  // namespace asepsim::kernel
