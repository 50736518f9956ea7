// Taking units away from less urgent holders.
#include <algorithm>
#include <array>

#include "kernel/resource_rules.hpp"

namespace asepsim::kernel {

void ResourceSet::add_ticket(const Request& request, ProcessId who, Grant& grant) {
  if (free_tickets_.empty()) {
    tickets_.emplace_back();
    free_tickets_.push_back(static_cast<std::uint32_t>(tickets_.size() - 1));
  }
  const std::uint32_t index = free_tickets_.back();
  free_tickets_.pop_back();
  grant.holding.ticket = index;
  tickets_[index] = {Ticket::Status::held, request.priority, places_++, who, grant.holding};
}

void ResourceSet::forget_ticket(Holding& holding) {
  tickets_[holding.ticket].status = Ticket::Status::unused;
  free_tickets_.push_back(holding.ticket);
  holding.ticket = detail::no_ticket;
}

void ResourceSet::update_ticket(const Holding& holding) {
  if (holding.ticket != detail::no_ticket) tickets_[holding.ticket].holding = holding;
}

bool ResourceSet::lost(const Holding& holding) const {
  return is_lost(holding);
}

void ResourceSet::secure(Holding& holding) {
  if (holding.ticket != detail::no_ticket && !is_lost(holding)) forget_ticket(holding);
}

// Units of the holding that the claim could use. One that is to be withdrawn goes there instead.
std::int64_t ResourceSet::contribution(const Holding& holding, const Claim& claim) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < holding.part_count; ++i) {
    const Holding::Part& part = holding.parts[i];
    if (part.pool != claim.pool) continue;
    if (!part.unit.exists()) {
      sum += part.quantity;
      continue;
    }
    const Unit& unit = units_[part.unit.index()];
    sum += unit.withdrawals.empty() && suits(unit, claim) ? 1 : 0;
  }
  return sum;
}

// Fills victims_ with the holders that have to give way; false if even all of them do not suffice.
bool ResourceSet::choose_victims(const Request& request, ProcessId who) {
  victims_.clear();
  for (std::uint32_t i = 0; i < tickets_.size(); ++i) {
    const Ticket& ticket = tickets_[i];
    if (ticket.status == Ticket::Status::held && ticket.priority > request.priority &&
        ticket.process != who)
      victims_.push_back(i);
  }
  std::sort(victims_.begin(), victims_.end(), [this](std::uint32_t a, std::uint32_t b) {
    const Ticket& x = tickets_[a];
    const Ticket& y = tickets_[b];
    return x.priority != y.priority ? x.priority > y.priority : x.granted > y.granted;
  });
  if (shares_pools(request)) return choose_among_shared(request);
  std::array<std::int64_t, most_claims> missing{};
  for (std::size_t i = 0; i < request.claim_count; ++i)
    missing[i] = request.claims[i].quantity - available(request.claims[i]);
  std::erase_if(victims_, [&](std::uint32_t victim) {
    bool spared = true;
    for (std::size_t i = 0; i < request.claim_count; ++i)
      spared &= missing[i] <= 0 || contribution(tickets_[victim].holding, request.claims[i]) == 0;
    for (std::size_t i = 0; i < request.claim_count && !spared; ++i)
      missing[i] -= contribution(tickets_[victim].holding, request.claims[i]);
    return spared;
  });
  return std::all_of(missing.begin(), missing.end(), [](std::int64_t m) { return m <= 0; });
}

bool ResourceSet::pre_empt(const Request& request, ProcessId who) {
  if (!choose_victims(request, who)) return false;
  for (const std::uint32_t victim : victims_) {
    Ticket& ticket = tickets_[victim];
    ticket.status = Ticket::Status::lost;
    for (std::size_t i = 0; i < ticket.holding.part_count; ++i) give_back(ticket.holding.parts[i]);
    simulation_.interrupt(ticket.process, pre_empted);
  }
  return true;
}

}  // namespace asepsim::kernel
