#include "clinic/new_patient.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/aftercare.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_factors.hpp"

namespace asepsim::clinic {
namespace {

// Bloodborne status, for the story; the ledger goes by prevalence.
void draw_blood(Clinic& c, Patient& p) {
  if (!c.plan.scenario.bloodborne) return;
  for (std::size_t v = 0; v < viruses; ++v) {
    p.infectious[v] =
        c.random.bernoulli(c.plan.infectious_share[v], p.key, purpose::of("patient.virus"), v);
  }
  p.hbv_immune = c.random.bernoulli(c.plan.scenario.population->hbv_immune, p.key,
                                    purpose::of("patient.hbv_immune"));
}

// What for and how often; the records of a patient come before the draw.
void draw_complaint(Clinic& c, Patient& p, const scenario::InitialPatient* known) {
  const scenario::Scenario& s = c.plan.scenario;
  if (s.indications.empty()) return;
  p.indication = static_cast<std::uint16_t>(c.random.choice(c.plan.indication_weights.data(),
                                                            c.plan.indication_weights.size(), p.key,
                                                            purpose::of("patient.indication")));
  for (std::size_t i = 0; known != nullptr && i < s.indications.size(); ++i) {
    if (s.indications[i].name == known->indication) p.indication = static_cast<std::uint16_t>(i);
  }
  double sessions = std::round(c.random.sample(s.indications[p.indication].sessions, p.key,
                                               purpose::of("patient.sessions")));
  if (known != nullptr) {
    const auto done = static_cast<double>(known->sessions_done);
    sessions = known->sessions_planned ? static_cast<double>(*known->sessions_planned)
                                       : std::max(sessions, done + 1);
  }
  p.sessions_planned = static_cast<std::uint16_t>(std::clamp(sessions, 1.0, 100.0));
}

// Sex, age and phototype.
void draw_person(Clinic& c, Patient& p, PatientFact& fact, const scenario::InitialPatient* known) {
  const scenario::Population& population = *c.plan.scenario.population;
  fact.female = c.random.bernoulli(population.female, p.key, purpose::of("patient.sex"));
  fact.age = static_cast<float>(c.random.sample(population.age, p.key, purpose::of("patient.age")));
  p.phototype = static_cast<std::uint8_t>(
      1 + c.random.choice(c.plan.phototype_weights.data(), c.plan.phototype_weights.size(), p.key,
                          purpose::of("patient.phototype")));
  if (known == nullptr) return;
  if (known->sex) fact.female = *known->sex == scenario::Sex::female;
  if (known->age) fact.age = static_cast<float>(*known->age);
  if (known->phototype) {
    p.phototype = static_cast<std::uint8_t>(1 + static_cast<int>(*known->phototype));
  }
}

void draw_attributes(Clinic& c, Patient& p, PatientFact& fact,
                     const scenario::InitialPatient* on_record) {
  const scenario::Scenario& s = c.plan.scenario;
  draw_complaint(c, p, on_record);
  if (!s.population) return;
  draw_person(c, p, fact, on_record);
  const scenario::Population& population = *s.population;
  auto is = [&](double share, kernel::Purpose what) {
    return c.random.bernoulli(share, p.key, what);
  };
  p.carrier = is(population.staphylococcus_carriage, purpose::of("patient.carriage"));
  if (p.carrier) {
    p.skin_density =
        c.random.sample(population.staphylococcus_density, p.key, purpose::of("patient.density"));
  }
  draw_blood(c, p);
  p.sunscreen = is(sunscreen_share(s), purpose::of("patient.sunscreen"));
  p.midday_sun = is(population.midday_sun, purpose::of("patient.midday"));
  if (s.complications) {
    p.herpes_carrier = is(population.herpes_carriage, purpose::of("patient.herpes"));
    const double known = s.complications->antiviral.known;
    p.cold_sores = p.herpes_carrier && is(known, purpose::of("patient.cold_sores"));
  }
  if (s.risk_factors) p.factors = draw_risk_factors(c, p, fact);
  p.habits = draw_habits(c, p);
}

// Skin at the treated site: normal dermis by sex and age, cut off at 2.5 sd and at the site's
// minimum, lognormal epidermis (S1-S15).
void draw_skin(Clinic& c, Patient& p, bool female, double age) {
  if (p.indication == no_index) return;
  const std::uint16_t site_index = c.plan.indication_sites[p.indication];
  if (site_index == no_index) return;
  const scenario::Site& site = c.plan.scenario.sites[site_index];
  const double mean = female ? site.dermis_female_mean : site.dermis_male_mean;
  const double sd = female ? site.dermis_female_sd : site.dermis_male_sd;
  const double least = std::max<double>(site.dermis_min, mean - 2.5 * sd);
  const science::DermisLaw law = science::dermis_at_age(
      {mean, sd}, female ? site.dermis_female_by_age : site.dermis_male_by_age,
      (age - site.age_mean) / site.age_sd);
  p.skin.dermis = c.random.sample(Distribution::normal(law.mean, law.sd, least, mean + 2.5 * sd),
                                  p.key, purpose::of("patient.dermis"));
  const double sigma = std::sqrt(std::log1p(site.epidermis_cv * site.epidermis_cv));
  const double e = c.random.normal(p.key, purpose::of("patient.epidermis"));
  p.skin.epidermis = site.epidermis_mean * std::exp(sigma * e - sigma * sigma / 2);
  p.skin.stratum_corneum = std::min(p.skin.stratum_corneum, p.skin.epidermis);  // part of it
}

}  // namespace

std::uint32_t new_patient(Clinic& c, std::uint16_t stream, kernel::EntityKey key,
                          const scenario::InitialPatient* known) {
  const auto index = static_cast<std::uint32_t>(c.patients.size());
  Patient& p = c.patients.emplace_back();
  PatientFact fact{key.value, c.now(), stream};
  p.key = key;
  p.fact = index;
  p.stream = stream;
  draw_attributes(c, p, fact, known);
  draw_skin(c, p, fact.female, fact.age);
  p.price = Money::from_units(std::max(0.0, c.random.sample(c.plan.scenario.finance.session_price,
                                                            key, purpose::of("patient.price"))));
  if (known != nullptr) {
    p.sessions_done = static_cast<std::uint16_t>(known->sessions_done);
    p.treated_before_run = known->sessions_done > 0;
  }
  fact.indication = p.indication;
  fact.phototype = p.phototype;
  fact.sessions_planned = p.sessions_planned;
  c.record.patients.push_back(fact);
  return index;
}

}  // namespace asepsim::clinic
