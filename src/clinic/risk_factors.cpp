#include "clinic/risk_factors.hpp"

#include <algorithm>
#include <array>

#include "clinic/benefit.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

struct KnownFactor {
  scenario::RiskFactor scenario::RiskFactors::*factor;
  kernel::Purpose has, recognised;
};

constexpr std::array known_factors{
    KnownFactor{&scenario::RiskFactors::diabetes, purpose::of("patient.diabetes"),
                purpose::of("screening.diabetes")},
    KnownFactor{&scenario::RiskFactors::immunosuppression, purpose::of("patient.immunosuppression"),
                purpose::of("screening.immunosuppression")},
    KnownFactor{&scenario::RiskFactors::keloid_tendency, purpose::of("patient.keloid_tendency"),
                purpose::of("screening.keloid_tendency")},
    KnownFactor{&scenario::RiskFactors::isotretinoin, purpose::of("patient.isotretinoin"),
                purpose::of("screening.isotretinoin")},
    KnownFactor{&scenario::RiskFactors::pregnancy, purpose::of("patient.pregnancy"),
                purpose::of("screening.pregnancy")}};
constexpr std::size_t pregnancy = 4;
constexpr float oldest_pregnant = 45;  // years

constexpr std::uint8_t bit(std::size_t i) {
  return static_cast<std::uint8_t>(1u << i);
}

// What the clinic makes of the factors that it recognises.
ExitReason answer_to_factors(Clinic& c, Visit& v) {
  Patient& p = c.patients[v.patient];
  ExitReason verdict = ExitReason::done;
  for (std::size_t i = 0; i < known_factors.size() && p.factors != 0; ++i) {
    if ((p.factors & bit(i)) == 0) continue;
    const scenario::RiskFactor& factor = (*c.plan.scenario.risk_factors).*known_factors[i].factor;
    if (!c.random.bernoulli(c.plan.scenario.screening->sensitivity, p.key,
                            known_factors[i].recognised)) {
      continue;
    }
    if (factor.answer == scenario::ScreeningAnswer::refuse) return ExitReason::refused;
    if (factor.answer == scenario::ScreeningAnswer::treat) continue;
    verdict = ExitReason::deferred;
    v.deferral = std::max(v.deferral, factor.passes_after.value);
    p.factors = static_cast<std::uint8_t>(p.factors & ~bit(i));  // passed when they are back
  }
  return verdict;
}

}  // namespace

std::uint8_t draw_risk_factors(const Clinic& c, const Patient& p, const PatientFact& fact) {
  const scenario::RiskFactors& declared = *c.plan.scenario.risk_factors;
  std::uint8_t factors = 0;
  for (std::size_t i = 0; i < known_factors.size(); ++i) {
    if (i == pregnancy && (!fact.female || fact.age >= oldest_pregnant)) continue;
    const double share = (declared.*known_factors[i].factor).share;
    if (c.random.bernoulli(share, p.key, known_factors[i].has)) factors |= bit(i);
  }
  return factors;
}

double odds_of(const Clinic& c, const Patient& p, FactorNumber which) {
  if (p.factors == 0) return 1;
  double odds = 1;
  for (std::size_t i = 0; i < known_factors.size(); ++i) {
    if ((p.factors & bit(i)) == 0) continue;
    odds *= (*c.plan.scenario.risk_factors).*known_factors[i].factor.*which;
  }
  return odds;
}

ExitReason screen(Clinic& c, Visit& v) {
  const scenario::Screening& screening = *c.plan.scenario.screening;
  const Patient& p = c.patients[v.patient];
  if (is_told_no(c, p)) return ExitReason::refused;
  const double u = c.random.uniform(p.key, purpose::of("visit.screening"), v.number);
  if (u < screening.refused) return ExitReason::refused;
  const ExitReason answer = answer_to_factors(c, v);
  if (answer == ExitReason::refused) return answer;
  return u < screening.refused + screening.deferred ? ExitReason::deferred : answer;
}

}  // namespace asepsim::clinic
