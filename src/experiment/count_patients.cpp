#include "experiment/count_patients.hpp"

namespace asepsim::experiment {

void count_patients(Sums& sums, const clinic::ReplicationRecord& record,
                    const std::vector<std::uint8_t>& counted) {
  std::vector<std::uint8_t> treated(record.patients.size());
  for (const clinic::NeedlingFact& needling : record.needlings) {
    if (counted[needling.visit] != 0) treated[record.visits[needling.visit].patient] = 1;
  }
  for (const std::uint8_t one : treated) sums[Quantity::treated_patients] += one;
  // Transmitted before, or now if not yet: keeps the digits of risks far below 1e-16.
  std::vector<double> risk(record.patients.size());
  std::vector<std::uint8_t> infected(record.patients.size());
  for (const clinic::LedgerEntry& entry : record.ledger) {
    if (counted[entry.visit] == 0 || !is_bloodborne(entry.hazard)) continue;
    const double added = entry.weight * entry.probability;
    double& before = risk[record.visits[entry.visit].patient];
    const double now = added * (1 - before);
    before += now;
    sums[Quantity::bloodborne_patients] += now;
    if (entry.happened) infected[record.visits[entry.visit].patient] = 1;
  }
  for (const std::uint8_t one : infected) sums[Quantity::bloodborne_patients_crude] += one;
}

}  // namespace asepsim::experiment
