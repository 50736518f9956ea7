// Needle heads after patients: thrown away, disinfected, sent to wash, or used again as they are.
#include <algorithm>
#include <cmath>

#include "clinic/compliance.hpp"
#include "clinic/disinfection.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/rinse_water.hpp"

namespace asepsim::clinic {
namespace {

using scenario::InstrumentPolicy;

const scenario::InstrumentKind& kind_of(const Clinic& c, const Head& head) {
  return c.plan.scenario.instruments[head.kind];
}

// Soaked or wiped between patients, or not, by who used it; a shortcut like others while patients
// wait.
kernel::Task<> disinfect(Clinic& c, std::uint32_t slot) {
  const scenario::Disinfection& agent = *c.plan.scenario.disinfection;
  const kernel::EntityKey key = c.instruments.heads[slot].key;
  const std::uint64_t use = c.instruments.heads[slot].uses;
  const double skipping = error_probability(c, agent.skipped, c.instruments.heads[slot].used_by);
  const bool skipped = c.random.bernoulli(skipping, key, purpose::of("disinfection.skip"), use);
  c.instruments.heads[slot].undisinfected = skipped;
  c.instruments.heads[slot].skipping = static_cast<float>(skipping);
  if (!skipped) {
    const Duration contact =
        c.random.duration(agent.duration, key, purpose::of("disinfection.duration"), use);
    co_await c.sim.hold(contact);
    reduce(c, c.instruments.heads[slot], disinfected(c, key, use, contact));
    c.pay(Account::sterilization, agent.price);
    rinse_in_tap_water(c, slot);
  }
  make_available(c, slot);
}

void clean(Clinic& c, std::uint32_t slot, scenario::Treatment treatment) {
  if (treatment == scenario::Treatment::chemical_soak || treatment == scenario::Treatment::wipe) {
    c.sim.spawn(disinfect(c, slot), {"set", slot});
  } else {
    make_available(c, slot);
  }
}

void send_to_wash(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  head.stage = HeadStage::dirty;
  head.reprocessing = c.sim.spawn(reprocess(c, slot), {"set", slot});
}

void return_set(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  const scenario::InstrumentKind& kind = kind_of(c, head);
  if (head.cycles >= kind.most_cycles) {  // worn out
    const std::uint16_t index = head.kind;
    discard(c, slot);
    make_available(c, new_head(c, index));
    return;
  }
  if (kind.between_patients != scenario::Treatment::sterilize) {
    ++head.cycles;
    head.stage = HeadStage::in_process;
    clean(c, slot, kind.between_patients);
    return;
  }
  kernel::Store& store = *c.instruments.stores[head.kind];
  if (kind.when_empty == scenario::WhenEmpty::reuse && store.waiting() > 0) {
    head.stage = HeadStage::dirty;
    store.put(slot);  // from hand to hand
  } else {
    send_to_wash(c, slot);
  }
}

// Of the used heads within reach, the oldest is thrown away.
void return_single_use(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  std::vector<std::uint32_t>& used = c.instruments.used[head.kind];
  head.stage = HeadStage::dirty;
  used.push_back(slot);
  if (used.size() > most_used_kept) {
    discard(c, used.front());
    used.erase(used.begin());
  }
}

// The pack is still closed, or what was within reach stays there.
void put_back(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  head.stage = head.before_use;
  if (kind_of(c, head).policy != InstrumentPolicy::reprocess) {
    (head.uses == 0 ? c.instruments.unopened : c.instruments.used)[head.kind].push_back(slot);
  } else if (head.stage == HeadStage::dirty) {
    send_to_wash(c, slot);
  } else {
    c.instruments.stores[head.kind]->put(slot);
  }
}

void return_used(Clinic& c, std::uint32_t slot) {
  Head& head = c.instruments.heads[slot];
  const scenario::InstrumentKind& kind = kind_of(c, head);
  switch (kind.policy) {
    case InstrumentPolicy::single_use:
      return return_single_use(c, slot);
    case InstrumentPolicy::reprocess:
      return return_set(c, slot);
    case InstrumentPolicy::reuse_up_to:
      break;
  }
  if (head.reuses >= kind.reuse_limit) return discard(c, slot);
  head.stage = HeadStage::in_process;
  clean(c, slot, kind.between_patients);
}

}  // namespace

void reduce(Clinic& c, Head& head, const Kill& kill) {
  RatioSum* const ended = c.plan.branching.tilts() ? &c.record.lineages : nullptr;
  reduce(head.truth, kill);
  for (History& history : head.histories) reduce(history, kill, ended);
  tidy(head.histories);
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

void use_head(Clinic& c, Visit& v, std::uint32_t staff) {
  if (v.head_used) return;
  v.head_used = true;
  Head& head = c.instruments.heads[v.head.index()];
  if (head.uses == 0 && kind_of(c, head).policy != InstrumentPolicy::reprocess) {
    c.pay(Account::instruments, kind_of(c, head).price);
  }
  if (head.load.exists() && head.reuses == 0) {
    ++c.sterilizing.used_of_load[head.load.index()];
    const std::uint32_t patient = c.record.visits[v.fact].patient;
    c.sterilizing.treated.push_back({head.load, v.fact, patient, c.now(), SimTime::never()});
  }
  ++head.reuses;
  ++head.uses;
  head.packings = 0;
  head.used_at = c.now();
  head.used_by = staff;
}

void return_head(Clinic& c, Visit& v) {
  const std::uint32_t slot = v.head.index();
  v.head = InstrumentId::none();
  if (v.head_used) {
    return_used(c, slot);
  } else {
    put_back(c, slot);
  }
}

}  // namespace asepsim::clinic
