#include "experiment/benefit_sums.hpp"

#include <algorithm>

#include "experiment/quantity.hpp"

namespace asepsim::experiment {
namespace {

double improvement_of(double entry, double seen) {
  return entry > 0 ? (entry - seen) / entry : 0;
}

std::size_t quartile_of(double improvement) {
  const double quarter = std::clamp(improvement * static_cast<double>(quartiles), 0.0,
                                    static_cast<double>(quartiles - 1));
  return static_cast<std::size_t>(quarter);
}

}  // namespace

void add_course(BenefitSum& sum, const clinic::BenefitFact& last, double grade) {
  const double entry = last.entry, first = last.first_look, second = last.second_look;
  const double improvement = improvement_of(entry, first);
  ++sum.n;
  sum.sessions += last.sessions;
  if (grade > 0 && entry - first >= grade) ++sum.one_grade;
  if (improvement < least_benefit) ++sum.no_benefit;
  ++sum.by_quartile[quartile_of(improvement)];
  sum.entry += entry;
  sum.first_look += first;
  sum.second_look += second;
  sum.improvement += improvement;
  sum.improvement_second += improvement_of(entry, second);
  sum.gain += static_cast<double>(last.gain);
  sum.paid += last.paid.units();
}

bool ends_course(const clinic::ReplicationRecord& record, const clinic::BenefitFact& fact) {
  const clinic::PatientFact& patient = record.patients[record.visits[fact.visit].patient];
  return !fact.followed && patient.exit != clinic::ExitReason::inside;
}

std::vector<BenefitSum> benefit_sums(const clinic::ReplicationRecord& record,
                                     const std::vector<std::uint8_t>& counted,
                                     const std::vector<double>& grades) {
  std::vector<BenefitSum> sums(grades.size() + 1);
  for (const clinic::BenefitFact& fact : record.benefits) {
    if (counted[fact.visit] == 0 || !ends_course(record, fact)) continue;
    const clinic::PatientFact& patient = record.patients[record.visits[fact.visit].patient];
    const std::size_t i = std::min<std::size_t>(patient.indication, grades.size());
    add_course(sums[i], fact, i < grades.size() ? grades[i] : 0);
  }
  return sums;
}

}  // namespace asepsim::experiment
