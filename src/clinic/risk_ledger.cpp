#include "clinic/risk_ledger.hpp"

#include <algorithm>

#include "clinic/purposes.hpp"

namespace asepsim::clinic {

namespace {

// Of the entry that was just written.
void note_parts(Clinic& c, const Exposure& exposure) {
  const auto some = [](float part) { return part > 0; };
  if (std::none_of(exposure.parts.begin(), exposure.parts.end(), some)) return;
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
  if (v.head.exists()) {
    entry.instrument = c.instruments.heads[v.head.index()].serial;
    entry.load = c.instruments.heads[v.head.index()].load;
  }
  c.record.ledger.push_back(entry);
  note_parts(c, exposure);
  return entry.happened;
}

std::uint64_t draw_of_harm(const Visit& v, Hazard hazard) {
  constexpr std::uint64_t places = 32;  // more than there are hazards; the addresses depend on it
  static_assert(hazards <= places);
  return v.number * places + static_cast<std::uint64_t>(hazard);
}

double outcome_uniform(Clinic& c, const Visit& v, Hazard hazard) {
  return c.random.uniform(c.patients[v.patient].key, purpose::of("harm.outcome"),
                          draw_of_harm(v, hazard));
}

}  // namespace asepsim::clinic
