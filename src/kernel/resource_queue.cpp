// Waiting for units, and serving those who wait.
#include <array>
#include <cassert>

#include "kernel/resource_set.hpp"

namespace asepsim::kernel {

bool ResourceSet::Seize::await_ready() {
  grant_.asked_at = set_.simulation_.now();
  return set_.take_or_pre_empt(request_, set_.simulation_.current(), grant_);
}

void ResourceSet::Seize::await_suspend(std::coroutine_handle<> process) {
  set_.simulation_.suspend(*this, process);
  set_.join_queues(*this);
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

void ResourceSet::join_queues(Seize& waiter) {
  for (std::size_t i = 0; i < waiter.request_.claim_count; ++i) {
    if (repeats_pool(waiter.request_, i)) continue;
    const std::uint32_t index = waiter.request_.claims[i].pool.index();
    ClaimNode& node = new_node();
    node.waiter = &waiter;
    node.priority = waiter.request_.priority;
    node.place = waiter.grant_.place;
    node.pool = index;
    node.next_of_waiter = waiter.nodes_;
    waiter.nodes_ = &node;
    account(pools_[index]);
    pools_[index].queue.insert(node);
  }
}

void ResourceSet::leave_queues(Seize& waiter) {
  while (waiter.nodes_ != nullptr) {
    ClaimNode& node = *waiter.nodes_;
    waiter.nodes_ = node.next_of_waiter;
    account(pools_[node.pool]);
    pools_[node.pool].queue.remove(node);
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

void ResourceSet::serve_waiting(FreedPools& freed) {
  MergedQueues waiting(pools_, freed);
  while (auto* waiter = static_cast<Seize*>(waiting.next())) {
    const std::uint64_t pre_emptions_before = pre_emptions_;
    serve_one(*waiter, freed);
    // Victims may have left the queues and their units may serve others.
    if (pre_emptions_ != pre_emptions_before) waiting.restart();
  }
}

// Grants the request if it can be met, by pre-emption if it may; pools freed that way join `freed`.
void ResourceSet::serve_one(Seize& waiter, FreedPools& freed) {
  const Request& request = waiter.request_;
  // If several pools came at the same moment, the last of them in the order of the claims.
  for (std::size_t i = 0; i < request.claim_count; ++i)
    if (freed.has(request.claims[i].pool.index()))
      waiter.grant_.last_to_come = request.claims[i].pool;
  if (!can_take(request) && (!request.pre_empt || !pre_empt(request, waiter.process(), freed)))
    return;
  take(request, waiter.process(), waiter.grant_);
  leave_queues(waiter);
  simulation_.wake(waiter);
}

}  // namespace asepsim::kernel
