// Needle heads for patients: where the next one comes from. Back from the patient: used_heads.cpp.
#include <algorithm>

#include "clinic/compliance.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

using scenario::InstrumentPolicy;
using scenario::WhenEmpty;

const scenario::InstrumentKind& kind_of(const Clinic& c, std::uint16_t kind) {
  return c.plan.scenario.instruments[kind];
}

void hand_to(Clinic& c, Visit& v, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  head.before_use = head.stage;
  head.stage = HeadStage::in_use;
  v.head = InstrumentId{slot};
  v.head_used = false;
  if (c.now() >= c.plan.counted_from) ++c.instruments.taken[head.kind];
}

// Takes the head put down last; false if there is none.
bool take_last(Clinic& c, Visit& v, std::vector<std::uint32_t>& heads) {
  if (heads.empty()) return false;
  const std::uint32_t slot = heads.back();
  heads.pop_back();
  hand_to(c, v, slot);
  return true;
}

// A set that waits for its wash is taken as it is: the last one used is nearest to hand.
bool take_dirty_set(Clinic& c, Visit& v, std::uint16_t kind) {
  std::deque<Head>& heads = c.instruments.heads;
  std::vector<std::uint32_t> dirty;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i].kind == kind && heads[i].stage == HeadStage::dirty) {
      dirty.push_back(static_cast<std::uint32_t>(i));
    }
  }
  std::sort(dirty.begin(), dirty.end(), [&](std::uint32_t a, std::uint32_t b) {
    return heads[a].used_at != heads[b].used_at ? heads[a].used_at > heads[b].used_at : a > b;
  });
  for (const std::uint32_t slot : dirty) {
    if (!c.sim.interrupt(heads[slot].reprocessing, static_cast<int>(Cause::taken))) continue;
    hand_to(c, v, slot);
    return true;
  }
  return false;
}

bool is_expired(const Clinic& c, const Head& head) {
  const auto& sterilization = c.plan.scenario.sterilization;
  if (!sterilization || kind_of(c, head.kind).between_patients != scenario::Treatment::sterilize) {
    return false;
  }
  return c.now() - head.sterile_since > sterilization->shelf_life;
}

// Packs that have lain too long are packed and sterilized again.
void take_out_expired(Clinic& c, kernel::Store& store) {
  while (store.size() > 0 && is_expired(c, c.instruments.heads[store.items().front()])) {
    const std::uint32_t slot = store.items().front();
    store.remove(slot);
    c.sim.spawn(repack(c, slot), {"set", slot});
  }
}

// A head meant for one patient that is taken again: a shortcut like others, but no fact where the
// rule has no lapses.
bool is_reused(Clinic& c, const Visit& v, std::uint16_t kind, std::uint32_t staff) {
  const double base = kind_of(c, kind).reuse_despite_policy;
  return base > 0 && lapses(c, v, Moment::single_use, base, staff);
}

}  // namespace

std::uint32_t new_head(Clinic& c, std::uint16_t kind) {
  InstrumentStock& stock = c.instruments;
  std::uint32_t slot;
  if (stock.free_slots.empty()) {
    slot = static_cast<std::uint32_t>(stock.heads.size());
    stock.heads.emplace_back();
  } else {
    slot = stock.free_slots.back();
    stock.free_slots.pop_back();
    stock.heads[slot] = Head{};
  }
  Head& head = stock.heads[slot];
  head.kind = kind;
  head.serial = InstrumentId{stock.serials++};
  head.key = kernel::entity_key(kernel::fnv1a("head"), kernel::fnv1a(kind_of(c, kind).name),
                                head.serial.index());
  if (kind_of(c, kind).policy == InstrumentPolicy::reprocess) {
    c.pay(Account::instruments, kind_of(c, kind).price);
  }
  return slot;
}

void discard(Clinic& c, std::uint32_t slot) {
  end_all(c.instruments.heads[slot].histories, c.record.lineages);
  c.instruments.heads[slot].stage = HeadStage::discarded;
  c.instruments.free_slots.push_back(slot);
}

void stock_heads(Clinic& c) {
  const auto& kinds = c.plan.scenario.instruments;
  c.instruments.stores.resize(kinds.size());
  c.instruments.used.resize(kinds.size());
  c.instruments.unopened.resize(kinds.size());
  c.instruments.taken.resize(kinds.size());
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    if (kinds[k].policy != InstrumentPolicy::reprocess) continue;
    c.instruments.stores[k] = std::make_unique<kernel::Store>(c.sim, kinds[k].name);
    for (std::int64_t i = 0; i < kinds[k].stock; ++i) {
      make_available(c, new_head(c, static_cast<std::uint16_t>(k)));
    }
  }
}

bool has_head(Clinic& c, Visit& v, std::uint16_t kind) {
  if (!v.head.exists()) return false;
  if (c.instruments.heads[v.head.index()].kind == kind) return true;
  return_head(c, v);
  return false;
}

bool is_at_hand(const Clinic& c, std::uint16_t kind) {
  return kind_of(c, kind).policy != InstrumentPolicy::reprocess;
}

void take_at_hand(Clinic& c, Visit& v, std::uint16_t kind, std::uint32_t staff) {
  const bool reusable = kind_of(c, kind).policy == InstrumentPolicy::reuse_up_to;
  const bool again = reusable || is_reused(c, v, kind, staff);
  if (again && take_last(c, v, c.instruments.used[kind])) return;
  if (!take_last(c, v, c.instruments.unopened[kind])) hand_to(c, v, new_head(c, kind));
}

std::optional<ExitReason> take_set(Clinic& c, Visit& v, std::uint16_t kind) {
  kernel::Store& store = *c.instruments.stores[kind];
  take_out_expired(c, store);
  if (store.size() > 0) {
    const std::uint32_t slot = store.items().front();
    store.remove(slot);
    hand_to(c, v, slot);
    return ExitReason::done;
  }
  const auto pool = static_cast<std::uint16_t>(c.plan.first_instrument_pool + kind);
  c.record.stock_outs.push_back({v.fact, c.now(), c.now(), pool});
  const WhenEmpty rule = kind_of(c, kind).when_empty;
  if (rule == WhenEmpty::cancel) return ExitReason::cancelled;
  if (rule == WhenEmpty::reuse && take_dirty_set(c, v, kind)) return ExitReason::done;
  return {};
}

kernel::Task<ExitReason> wait_for_head(Clinic& c, Visit& v, std::uint16_t kind,
                                       const kernel::Request& request) {
  const std::size_t stock_out = c.record.stock_outs.size() - 1;  // noted by take_set
  c.record.stock_outs[stock_out].until = SimTime::never();
  kernel::Store& store = *c.instruments.stores[kind];
  const Duration most = std::min(request.patience, longest_wait(c));
  const kernel::StoreGet got = co_await store.get(request.priority, most);
  c.record.stock_outs[stock_out].until = c.now();
  if (got.wake != kernel::Wake::completed) {
    co_return end_of_wait(got.wake, request.patience, most);
  }
  hand_to(c, v, got.item);
  co_return ExitReason::done;
}

}  // namespace asepsim::clinic
