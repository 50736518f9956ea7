#include "clinic/head_risk.hpp"

#include <numeric>

namespace asepsim::clinic {
namespace {

using scenario::BranchMode;

// Below this a hundred million exposures do not make one cluster in 1e22.
constexpr double negligible_cluster = 1e-30;

Organism organism_of(Hazard hazard) {
  switch (hazard) {
    case Hazard::hbv:
      return Organism::hbv;
    case Hazard::hcv:
      return Organism::hcv;
    case Hazard::hiv:
      return Organism::hiv;
    case Hazard::herpes:
      return Organism::hsv;
    default:
      return Organism::s_aureus;
  }
}

std::size_t row_of(Hazard hazard) {
  return static_cast<std::size_t>(organism_of(hazard));
}

}  // namespace

void HeadRisk::add(const History& history, double old, double all) {
  all_ += all;
  old_ += old;
  if (history.soiled) old_soiled_ += old;
  if (history.cause < load_faults) old_by_fault_[history.cause] += old;
}

HiddenShares HeadRisk::parts() const {
  HiddenShares parts;
  const double young = all_ - old_;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double failed = static_cast<double>(head_.failed[i]);
    const double through = i == 0 ? old_soiled_ : old_by_fault_[i];
    parts[i] = failed > 0 ? static_cast<float>(through + failed * young) : 0.0F;
  }
  return parts;
}

// Of the load, given what was seen; a sampled branch has made it certain.
double HeadRisk::chance_of(const Clinic& c, std::size_t fault) const {
  if (c.plan.branching.mode(Branch::load_failure) == BranchMode::sample) {
    const auto add = [&](double sum, const History& h) {
      return h.cause == fault ? sum + h.chance : sum;
    };
    return std::accumulate(head_.histories.begin(), head_.histories.end(), 0.0, add);
  }
  if (fault > 0) return static_cast<double>(head_.failed[fault]);
  return 1 - std::accumulate(head_.failed.begin() + 1, head_.failed.end(), 0.0);
}

void HeadRisk::cluster_by_load(Clinic& c, const Visit& v, Hazard hazard) const {
  if (!head_.load.exists() || old_ <= 0) return;
  auto& spread = c.sterilizing.spread_of_load[head_.load.index()][row_of(hazard)];
  double chance = 0;
  for (std::size_t fault = 0; fault < load_faults; ++fault) {
    const double weight = chance_of(c, fault);
    if (weight <= 0 || old_by_fault_[fault] <= 0) continue;
    chance +=
        weight * spread[fault].meets(old_by_fault_[fault] / weight, v.patient, cluster_size(c));
  }
  note_cluster(c, v, hazard, CommonCause::load, chance);
}

void HeadRisk::note_clusters(Clinic& c, const Visit& v, Hazard hazard, double by_source) const {
  if (!records_clusters(c)) return;
  note_cluster(c, v, hazard, CommonCause::source, by_source);
  cluster_by_load(c, v, hazard);
}

bool records_clusters(const Clinic& c) {
  return !c.plan.scenario.estimation.weighs();
}

double meets_source(const Clinic& c, Trace& source, Hazard hazard, double p,
                    std::uint32_t patient) {
  if (source.patient == nobody || source.patient == patient) return 0;
  SourceSpread& spread = source.spread[row_of(hazard)];
  return spread.meets(p, patient, cluster_size(c));
}

std::size_t cluster_size(const Clinic& c) {
  return static_cast<std::size_t>(c.plan.scenario.estimation.cluster_size);
}

void note_cluster(Clinic& c, const Visit& v, Hazard hazard, CommonCause cause, double probability) {
  if (probability < negligible_cluster) return;
  c.record.clusters.push_back({v.fact, hazard, cause, probability});
}

}  // namespace asepsim::clinic
