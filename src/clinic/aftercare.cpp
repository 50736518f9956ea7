#include "clinic/aftercare.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "clinic/purposes.hpp"
#include "clinic/risk_factors.hpp"
#include "science/healing.hpp"
#include "science/probability.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Aftercare;

constexpr double hour = 3600e6;  // us

struct KnownHabit {
  scenario::Habit Aftercare::*habit;
  kernel::Purpose has;
};

constexpr std::array known_habits{
    KnownHabit{&Aftercare::moisturizer, purpose::of("aftercare.moisturizer")},
    KnownHabit{&Aftercare::diet, purpose::of("aftercare.diet")},
    KnownHabit{&Aftercare::sleep, purpose::of("aftercare.sleep")},
    KnownHabit{&Aftercare::exercise, purpose::of("aftercare.exercise")}};

constexpr std::uint8_t bit(std::size_t i) {
  return static_cast<std::uint8_t>(1u << i);
}

double half_life_of(const Clinic& c, const Visit& v, const Patient& p, double length) {
  const Aftercare& a = *c.plan.scenario.aftercare;
  const bool occluded =
      c.random.bernoulli(a.occlusion, p.key, purpose::of("aftercare.occlusion"), v.number);
  return a.half_life_factor * science::channel_half_life(length, occluded, {});
}

// Germs of everyday life: the hazard of an open hour times the open hours. They take the upper end
// of the uniform, whose lower end belongs to the germs of the session.
void meet_germs(Clinic& c, const Visit& v, const Patient& p, double half_life) {
  const double hourly = c.plan.base_rates.environment_per_hour;
  if (hourly <= 0) return;
  constexpr double ever = 1e6;  // h
  const double risk = science::at_least_one(hourly, science::open_hours(0, ever, half_life));
  const double odds = odds_of(c, p, &scenario::RiskFactor::infection) *
                      odds_by_habits(c, p, &scenario::Habit::infection);
  const double probability = science::odds_multiplied(risk, odds);
  try_hazard(c, v, {Hazard::bacterial_infection, HarmRoute::aftercare, probability},
             1 - probability);
}

// Hours until the first irritant; days are alike, so the time is exponential.
double hours_to_irritant(Clinic& c, const Visit& v, const Patient& p) {
  const Aftercare& a = *c.plan.scenario.aftercare;
  const double daily =
      science::odds_multiplied(a.irritants_per_day, a.coaching ? a.irritants_coached.value : 1.0);
  if (daily <= 0) return 1e9;
  const double rate = -std::log1p(-daily) / 24;  // per hour
  return c.random.exponential(p.key, purpose::of("aftercare.irritant"), v.number) / rate;
}

// What a visit leaves behind for harms that come later: the visit itself has ended by then.
Visit trace_of(const Visit& v) {
  Visit trace;
  trace.patient = v.patient;
  trace.fact = v.fact;
  trace.number = v.number;
  trace.treated = v.treated;
  trace.odds_by_hand = v.odds_by_hand;
  return trace;
}

void try_addition(Clinic& c, const Visit& v, Hazard hazard, double before, double after) {
  try_hazard(c, v, {hazard, HarmRoute::aftercare, after - before}, before);
}

// An irritant on open channels, `open` of them.
kernel::Task<> irritant(Clinic& c, Visit v, SkinAfter skin, double open) {
  const Patient& p = c.patients[v.patient];
  const Aftercare& a = *c.plan.scenario.aftercare;
  try_addition(c, v, Hazard::pigmentation, pigmentation_risk(c, p, skin, 0),
               pigmentation_risk(c, p, skin, open));
  try_addition(c, v, Hazard::irritant_dermatitis, dermatitis_risk(c, v, p, 0),
               dermatitis_risk(c, v, p, open));
  if (c.random.bernoulli(a.vitamin_c, p.key, purpose::of("aftercare.vitamin_c"), v.number)) {
    try_addition(c, v, Hazard::granuloma, granuloma_risk(c, p, true, 0),
                 granuloma_risk(c, p, true, open));
  }
  co_return;
}

void meet_irritant(Clinic& c, const Visit& v, const Patient& p, const SkinAfter& skin,
                   double half_life) {
  const double hours = hours_to_irritant(c, v, p);
  if (hours > c.plan.scenario.aftercare->irritants_until->hours()) return;
  const SimTime at = c.now() + rounded_microseconds(hours * hour);
  if (at >= c.plan.horizon.end) return;
  c.sim.spawn(irritant(c, trace_of(v), skin, science::open_share(hours, half_life)),
              {"patient", v.patient}, at, kernel::EventPriority::arrival);
}

}  // namespace

std::uint8_t draw_habits(const Clinic& c, const Patient& p) {
  const auto& aftercare = c.plan.scenario.aftercare;
  if (!aftercare || !aftercare->habits) return 0;
  std::uint8_t habits = 0;
  for (std::size_t i = 0; i < known_habits.size(); ++i) {
    const scenario::Habit& habit = (*aftercare).*known_habits[i].habit;
    const double share = aftercare->coaching ? habit.coached : habit.share;
    if (c.random.bernoulli(share, p.key, known_habits[i].has)) habits |= bit(i);
  }
  return habits;
}

double odds_by_habits(const Clinic& c, const Patient& p, HabitNumber which) {
  double odds = 1;
  for (std::size_t i = 0; i < known_habits.size() && p.habits != 0; ++i) {
    if ((p.habits & bit(i)) == 0) continue;
    odds *= (*c.plan.scenario.aftercare).*known_habits[i].habit.*which;
  }
  return odds;
}

double sunscreen_share(const scenario::Scenario& s) {
  const double usual = s.population->sunscreen;
  if (!s.aftercare || !s.aftercare->coaching) return usual;
  return std::max<double>(usual, s.aftercare->sunscreen_coached);
}

void go_home(Clinic& c, const Visit& v, const Patient& p, const SkinAfter& skin) {
  if (!c.plan.scenario.aftercare) return;
  const double half_life = half_life_of(c, v, p, skin.length);
  if (half_life <= 0) return;
  meet_germs(c, v, p, half_life);
  if (c.plan.scenario.complications) meet_irritant(c, v, p, skin, half_life);
}

}  // namespace asepsim::clinic
