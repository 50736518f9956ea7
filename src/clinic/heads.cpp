// Needle heads between patients: taken, used again or not, thrown away, disinfected, sent to wash.
#include <algorithm>
#include <cmath>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

using scenario::InstrumentPolicy;

const scenario::InstrumentKind& kind_of(const Clinic& c, std::uint16_t kind) {
  return c.plan.scenario.instruments[kind];
}

// A head out of its wrapping.
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
  c.pay(Account::instruments, kind_of(c, kind).price);
  return slot;
}

void discard(Clinic& c, std::uint32_t slot) {
  c.instruments.heads[slot].stage = HeadStage::discarded;
  c.instruments.free_slots.push_back(slot);
}

void hand_to(Clinic& c, Visit& v, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  head.stage = HeadStage::in_use;
  v.head = InstrumentId{slot};
}

// The head used last on somebody else, if nobody is using it: the temptation.
bool take_used_head(Clinic& c, Visit& v, std::uint16_t kind) {
  std::vector<std::uint32_t>& used = c.instruments.used[kind];
  if (used.empty()) return false;
  hand_to(c, v, used.back());
  used.pop_back();
  return true;
}

// A set that waits for its wash is taken as it is: the last one used is nearest to hand.
bool take_dirty_set(Clinic& c, Visit& v, std::uint16_t kind) {
  std::deque<Head>& heads = c.instruments.heads;
  for (std::size_t i = heads.size(); i-- > 0;) {
    Head& head = heads[i];
    if (head.kind != kind || head.stage != HeadStage::dirty) continue;
    if (!c.sim.interrupt(head.reprocessing, static_cast<int>(Cause::taken))) continue;
    hand_to(c, v, static_cast<std::uint32_t>(i));
    return true;
  }
  return false;
}

bool expired(const Clinic& c, const Head& head) {
  const auto& sterilization = c.plan.scenario.sterilization;
  if (!sterilization || kind_of(c, head.kind).between_patients != scenario::Treatment::sterilize) {
    return false;
  }
  return c.now() - head.sterile_since > sterilization->shelf_life;
}

kernel::Task<ExitReason> take_sterile_set(Clinic& c, Visit& v, std::uint16_t kind,
                                          Duration patience) {
  kernel::Store& store = *c.instruments.stores[kind];
  const std::uint32_t ordinal = static_cast<std::uint32_t>(c.record.stock_outs.size());
  const bool empty = store.size() == 0;
  if (empty) c.record.stock_outs.push_back({v.fact, c.now(), SimTime::never()});
  if (empty && kind_of(c, kind).when_empty == scenario::WhenEmpty::cancel) {
    c.record.stock_outs[ordinal].until = c.now();
    co_return ExitReason::cancelled;
  }
  if (empty && kind_of(c, kind).when_empty == scenario::WhenEmpty::reuse &&
      take_dirty_set(c, v, kind)) {
    c.record.stock_outs[ordinal].until = c.now();
    co_return ExitReason::done;
  }
  while (true) {
    const kernel::StoreGet got = co_await store.get(100, patience);
    if (empty) c.record.stock_outs[ordinal].until = c.now();
    if (got.wake == kernel::Wake::timed_out) co_return ExitReason::reneged;
    if (got.wake == kernel::Wake::interrupted) co_return ExitReason::sent_away;
    if (!expired(c, c.instruments.heads[got.item])) {
      hand_to(c, v, got.item);
      co_return ExitReason::done;
    }
    c.sim.spawn(repack(c, got.item), {"set", got.item});
  }
}

// Soaked or wiped between patients, or not: germs and blood go down by the drawn log reductions.
kernel::Task<> disinfect(Clinic& c, std::uint32_t slot) {
  const scenario::Disinfection& agent = *c.plan.scenario.disinfection;
  const kernel::EntityKey key = c.instruments.heads[slot].key;
  const std::uint64_t use = c.instruments.heads[slot].uses;
  if (!c.random.bernoulli(agent.skipped, key, purpose::of("disinfection.skip"), use)) {
    co_await c.sim.hold(
        c.random.duration(agent.duration, key, purpose::of("disinfection.duration"), use));
    const double bacteria =
        std::max(0.0, c.random.sample(agent.log_reduction_bacteria, key,
                                      purpose::of("disinfection.bacteria"), use));
    const double virus = std::max(0.0, c.random.sample(agent.log_reduction_virus, key,
                                                       purpose::of("disinfection.virus"), use));
    reduce(c.instruments.heads[slot], bacteria, virus);
    c.pay(Account::sterilization, agent.price);
  }
  make_available(c, slot);
}

bool disinfects(const scenario::InstrumentKind& kind) {
  return kind.between_patients == scenario::Treatment::chemical_soak ||
         kind.between_patients == scenario::Treatment::wipe;
}

void return_reusable(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  const scenario::InstrumentKind& kind = kind_of(c, head.kind);
  const bool spent = kind.policy == InstrumentPolicy::reuse_up_to ? head.reuses >= kind.reuse_limit
                                                                  : head.cycles >= kind.most_cycles;
  if (spent) {
    const std::uint16_t index = head.kind;
    discard(c, slot);
    if (kind.policy == InstrumentPolicy::reprocess) make_available(c, new_head(c, index));
    return;
  }
  if (kind.policy == InstrumentPolicy::reprocess) {
    ++head.cycles;
    if (kind.between_patients == scenario::Treatment::sterilize) {
      head.stage = HeadStage::dirty;
      head.reprocessing = c.sim.spawn(reprocess(c, slot), {"set", slot});
      return;
    }
  }
  head.stage = HeadStage::in_process;
  if (disinfects(kind)) {
    c.sim.spawn(disinfect(c, slot), {"set", slot});
  } else {
    make_available(c, slot);
  }
}

}  // namespace

void reduce(Head& head, double bacteria_log10, double virus_log10) {
  head.germs *= std::pow(10.0, -bacteria_log10);
  std::uint8_t kept = 0;
  for (std::uint8_t i = 0; i < head.source_count; ++i) {
    VirtualSource source = head.sources[i];
    source.log_reduction += virus_log10;
    if (source.log_reduction < negligible_log10) head.sources[kept++] = source;
  }
  head.source_count = kept;
}

void make_available(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  head.stage = HeadStage::sterile;
  head.sterile_since = c.now();
  if (c.instruments.stores[head.kind]) {
    c.instruments.stores[head.kind]->put(slot);
  } else {
    c.instruments.used[head.kind].push_back(slot);
  }
}

void stock_heads(Clinic& c) {
  const auto& kinds = c.plan.scenario.instruments;
  c.instruments.stores.resize(kinds.size());
  c.instruments.used.resize(kinds.size());
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    if (kinds[k].policy != InstrumentPolicy::reprocess) continue;
    c.instruments.stores[k] = std::make_unique<kernel::Store>(c.sim, kinds[k].name);
    for (std::int64_t i = 0; i < kinds[k].stock; ++i) {
      make_available(c, new_head(c, static_cast<std::uint16_t>(k)));
    }
  }
}

kernel::Task<ExitReason> take_head(Clinic& c, Visit& v, std::uint16_t kind, Duration patience) {
  const scenario::InstrumentKind& instrument = kind_of(c, kind);
  if (instrument.policy == InstrumentPolicy::reprocess) {
    const ExitReason exit = co_await take_sterile_set(c, v, kind, patience);
    co_return exit;
  }
  const kernel::EntityKey patient = c.patients[v.patient].key;
  const bool again = instrument.policy == InstrumentPolicy::reuse_up_to ||
                     c.random.bernoulli(instrument.reuse_despite_policy, patient,
                                        purpose::of("treatment.reuse"), v.number);
  if (!again || !take_used_head(c, v, kind)) hand_to(c, v, new_head(c, kind));
  co_return ExitReason::done;
}

void return_head(Clinic& c, Visit& v) {
  const std::uint32_t slot = v.head.index();
  v.head = InstrumentId::none();
  Head& head = c.instruments.heads[slot];
  const bool clean = head.reuses == 0;
  if (kind_of(c, head.kind).policy != InstrumentPolicy::single_use) {
    if (clean && kind_of(c, head.kind).policy == InstrumentPolicy::reprocess) {
      make_available(c, slot);  // taken but not used: the pack is still closed
    } else {
      return_reusable(c, slot);
    }
    return;
  }
  std::vector<std::uint32_t>& used = c.instruments.used[head.kind];
  head.stage = HeadStage::dirty;
  used.push_back(slot);
  if (used.size() > most_used_kept) {
    discard(c, used.front());
    used.erase(used.begin());
  }
}

}  // namespace asepsim::clinic
