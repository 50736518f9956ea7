#include "clinic/risk_ledger.hpp"

#include <algorithm>

#include "clinic/purposes.hpp"

namespace asepsim::clinic {

namespace {

bool any(const HiddenShares& shares) {
  return std::any_of(shares.begin(), shares.end(), [](float share) { return share > 0; });
}

// Of the entry that was just written. Where a barrier that may have failed was drawn (sampled,
// tilted) and held, no part goes through its failure, but the risk that is left is what there is
// when all is well: importance needs to know of that, too.
void note_parts(Clinic& c, const Visit& v, const Exposure& exposure) {
  if (exposure.route != HarmRoute::instrument || exposure.probability <= 0) return;
  if (!any(exposure.parts) && !any(c.instruments.heads[v.head.index()].failed)) return;
  const auto entry = static_cast<std::uint32_t>(c.record.ledger.size() - 1);
  c.record.through.push_back({entry, exposure.parts});
}

}  // namespace

bool expose(Clinic& c, const Visit& v, const Exposure& exposure, double u, double from) {
  if (exposure.probability <= 0 && exposure.true_probability <= 0) return false;
  LedgerEntry entry;
  entry.visit = v.fact;
  entry.hazard = exposure.hazard;
  entry.route = exposure.route;
  entry.probability = exposure.probability;
  entry.weight = exposure.ratio;
  entry.happened = u >= from && u < from + exposure.true_probability;
  entry.at = c.now();
  entry.source = exposure.source;
  if (v.head.exists()) {
    entry.instrument = c.instruments.heads[v.head.index()].serial;
    entry.load = c.instruments.heads[v.head.index()].load;
  }
  c.record.ledger.push_back(entry);
  note_parts(c, v, exposure);
  return entry.happened;
}

std::uint64_t draw_of_harm(const Visit& v, Hazard hazard) {
  constexpr std::uint64_t places = 32;  // more than there are hazards; the addresses depend on it
  static_assert(hazards <= places);
  return v.number * places + static_cast<std::uint64_t>(hazard) + of_treatment(v);
}

double outcome_uniform(Clinic& c, const Visit& v, Hazard hazard) {
  return c.random.uniform(c.patients[v.patient].key, purpose::of("harm.outcome"),
                          draw_of_harm(v, hazard));
}

}  // namespace asepsim::clinic
