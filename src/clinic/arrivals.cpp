// Where patients come from: Poisson layers and renewal streams.
//
// A time-varying Poisson stream is thinned from layers of constant rate: layer 0 has the points
// with level in [0, 1) per hour, layer k those in [2^(k-1), 2^k). A point is a patient if its level
// lies below the rate of that moment. Whatever the demand of a scenario, the layers are the same,
// so the patients of a low-demand scenario are a subset of those of a high-demand one (methods.md
// 1).
#include <algorithm>
#include <cmath>

#include "clinic/aftercare.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_factors.hpp"

namespace asepsim::clinic {
namespace {

double rate_at(const Clinic& c, const scenario::ArrivalStream& stream) {
  const SimTime now = c.now();
  const auto hour = static_cast<std::size_t>((now - midnight_before(now)).hours());
  const auto weekday = static_cast<std::size_t>(weekday_at(c.plan.horizon, now));
  return (*stream.rate)[weekday][std::min<std::size_t>(hour, 23)] * stream.rate_factor;
}

double highest_rate(const scenario::ArrivalStream& stream) {
  double highest = 0;
  for (const auto& day : *stream.rate) {
    highest = std::max(highest, *std::max_element(day.begin(), day.end()));
  }
  return highest * stream.rate_factor;
}

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

void draw_attributes(Clinic& c, Patient& p, PatientFact& fact) {
  const scenario::Scenario& s = c.plan.scenario;
  if (!s.indications.empty()) {
    p.indication = static_cast<std::uint16_t>(
        c.random.choice(c.plan.indication_weights.data(), c.plan.indication_weights.size(), p.key,
                        purpose::of("patient.indication")));
    const scenario::Indication& indication = s.indications[p.indication];
    const double sessions =
        c.random.sample(indication.sessions, p.key, purpose::of("patient.sessions"));
    p.sessions_planned = static_cast<std::uint16_t>(std::clamp(std::round(sessions), 1.0, 100.0));
  }
  if (!s.population) return;
  const scenario::Population& population = *s.population;
  auto is = [&](double share, kernel::Purpose what) {
    return c.random.bernoulli(share, p.key, what);
  };
  fact.female = is(population.female, purpose::of("patient.sex"));
  fact.age = static_cast<float>(c.random.sample(population.age, p.key, purpose::of("patient.age")));
  p.phototype = static_cast<std::uint8_t>(
      1 + c.random.choice(c.plan.phototype_weights.data(), c.plan.phototype_weights.size(), p.key,
                          purpose::of("patient.phototype")));
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

std::uint32_t new_patient(Clinic& c, std::uint16_t stream, kernel::EntityKey key) {
  const auto index = static_cast<std::uint32_t>(c.patients.size());
  Patient& p = c.patients.emplace_back();
  PatientFact fact{key.value, c.now(), stream};
  p.key = key;
  p.fact = index;
  p.stream = stream;
  draw_attributes(c, p, fact);
  draw_skin(c, p, fact.female, fact.age);
  p.price = Money::from_units(std::max(0.0, c.random.sample(c.plan.scenario.finance.session_price,
                                                            key, purpose::of("patient.price"))));
  fact.indication = p.indication;
  fact.phototype = p.phototype;
  fact.sessions_planned = p.sessions_planned;
  c.record.patients.push_back(fact);
  return index;
}

// A patient shows up: walks in now, or asks for an appointment.
void admit(Clinic& c, std::uint16_t stream, kernel::EntityKey key) {
  const scenario::ArrivalStream& source = c.plan.scenario.arrivals[stream];
  const std::uint16_t pathway = c.plan.stream_pathways[stream];
  const bool session = c.plan.pathways[pathway].needles;
  if (source.kind == scenario::ArrivalKind::walk_in) {
    if (!c.plan.opening.is_open(c.now())) return;
    const std::uint32_t patient = new_patient(c, stream, key);
    const SimTime now = c.now();
    c.sim.spawn(visit(c, {patient, VisitKind::walk_in, pathway, 0,
                          static_cast<std::uint16_t>(session ? 1 : 0), no_index, now, now, now}),
                {"patient", patient});
    return;
  }
  const std::uint32_t patient = new_patient(c, stream, key);
  const Duration lead =
      std::max(Duration{}, c.random.duration(*source.lead_time, key, purpose::of("booking.lead")));
  c.sim.spawn(appointment(c, patient, c.now() + lead, session ? 1 : 0), {"patient", patient});
}

kernel::Task<> layer_of(Clinic& c, std::uint16_t stream, std::uint64_t layer) {
  const scenario::ArrivalStream& source = c.plan.scenario.arrivals[stream];
  const double high = std::ldexp(1.0, static_cast<int>(layer));
  const double low = layer == 0 ? 0.0 : high / 2;
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("arrival"), kernel::fnv1a(source.name), layer);
  const double mean_gap = 3600e6 / (high - low);
  for (std::uint64_t n = 0;; ++n) {
    const Duration gap =
        rounded_microseconds(mean_gap * c.random.exponential(key, purpose::of("arrival.gap"), n));
    co_await c.sim.hold(gap, kernel::EventPriority::arrival);
    if (c.now() >= c.plan.horizon.end) co_return;
    const double level =
        low + (high - low) * c.random.uniform(key, purpose::of("arrival.level"), n);
    if (level < rate_at(c, source)) admit(c, stream, kernel::entity_key(key.value, n));
  }
}

kernel::Task<> renewals_of(Clinic& c, std::uint16_t stream) {
  const scenario::ArrivalStream& source = c.plan.scenario.arrivals[stream];
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("arrival"), kernel::fnv1a(source.name));
  for (std::uint64_t n = 0;; ++n) {
    const Duration gap =
        std::max(microseconds(0),
                 c.random.duration(*source.interarrival, key, purpose::of("arrival.gap"), n));
    co_await c.sim.hold(gap, kernel::EventPriority::arrival);
    if (c.now() >= c.plan.horizon.end) co_return;
    admit(c, stream, kernel::entity_key(key.value, n));
  }
}

}  // namespace

void start_arrivals(Clinic& c) {
  const auto& streams = c.plan.scenario.arrivals;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto stream = static_cast<std::uint16_t>(i);
    if (streams[i].interarrival) {
      c.sim.spawn(renewals_of(c, stream), {"arrivals", i});
      continue;
    }
    const double highest = highest_rate(streams[i]);
    for (std::uint64_t k = 0; k == 0 || std::ldexp(1.0, static_cast<int>(k)) / 2 < highest; ++k) {
      if (highest > 0) c.sim.spawn(layer_of(c, stream, k), {"arrivals", i});
    }
  }
}

}  // namespace asepsim::clinic
