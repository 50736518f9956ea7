#include "clinic/hygiene.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/compliance.hpp"
#include "clinic/purposes.hpp"
#include "science/transfer.hpp"

namespace asepsim::clinic {
namespace {

const scenario::Hygiene& rules(const Clinic& c) {
  return *c.plan.scenario.hygiene;
}

double half_life_h(const Clinic& c, std::size_t virus) {
  return virus == herpes_virus ? c.plan.herpes_half_life_h : c.plan.half_life_h[virus];
}

void fade(const Clinic& c, Deposit& deposit) {
  const double hours = (c.now() - deposit.at).hours();
  deposit.at = c.now();
  if (hours <= 0) return;
  Film& film = deposit.film;
  film.bacteria *= science::share_left(hours, c.plan.bacteria_half_life_h);
  if (!film.has_virus()) return;
  for (std::size_t i = 0; i < carried_viruses; ++i) {
    const double left = science::share_left(hours, half_life_h(c, i));
    film.expected[i] *= left;
    film.truth[i] *= left;
  }
}

// One draw for all germs; each withstands the agent in its own measure.
void disinfect(Clinic& c, const Visit& v, Film& film, const scenario::Variate& log10,
               kernel::Purpose what) {
  const double drawn =
      std::max(0.0, c.random.sample(log10, c.patients[v.patient].key, what, draw_of_treatment(v)));
  film.bacteria *= std::pow(10.0, -drawn);
  if (!film.has_virus()) return;
  for (std::size_t i = 0; i < carried_viruses; ++i) {
    const auto organism = static_cast<std::size_t>(carried_organism(i));
    const double left = std::pow(10.0, -drawn * c.plan.chemical_factor[organism]);
    film.expected[i] *= left;
    film.truth[i] *= left;
  }
}

// `touches` of a source too large to be depleted leave this share of the difference. [F8]
double share_apart(const scenario::Hygiene& h) {
  return science::share_apart(h.gloved_transfer, h.touches);
}

// The recipient comes nearer to the source. [F8]
void touch(Film& recipient, const Film& source, double apart) {
  combine(recipient, source,
          [apart](double one, double other) { return other + (one - other) * apart; });
}

// The room that the visit is in, or the place of those that have no units of their own.
std::size_t place_of(const Visit& v) {
  for (const kernel::Holding& holding : v.kept) {
    for (std::uint8_t i = 0; i < holding.part_count; ++i) {
      const kernel::Holding::Part& part = holding.parts[i];
      if (part.pool != staff_pool && part.unit.exists()) return part.unit.index() + 1;
    }
  }
  return 0;
}

Deposit& surface_of(Clinic& c, const Visit& v) {
  std::vector<Deposit>& surfaces = c.touched.surfaces;
  const std::size_t place = place_of(v);
  if (surfaces.size() <= place) surfaces.resize(place + 1);
  fade(c, surfaces[place]);
  return surfaces[place];
}

// A carrier's own flora comes back between two patients.
double own_flora(Clinic& c, const Visit& v, std::uint32_t staff) {
  const kernel::EntityKey key = c.plan.staff[staff].key;
  if (!c.random.bernoulli(rules(c).staff_carriage, key, purpose::of("staff.carriage"))) return 0;
  const double log10 =
      c.random.sample(rules(c).staff_density, c.patients[v.patient].key,
                      purpose::of("compliance.staff_density"), draw_of_treatment(v));
  return std::pow(10.0, log10);
}

void clean_hands(Clinic& c, const Visit& v, Person& person, Moment when, double kept,
                 std::uint32_t staff) {
  if (lapses(c, v, when, 1 - kept, staff)) return;
  const auto what = when == Moment::hands_before ? purpose::of("compliance.rub_before")
                                                 : purpose::of("compliance.rub_after");
  disinfect(c, v, person.hands.film, rules(c).hand_rub, what);
}

std::uint32_t last_decision(const Clinic& c) {
  return static_cast<std::uint32_t>(c.record.compliance.size() - 1);
}

// The first patient after a decision bears what it left.
void meet(Clinic& c, const Visit& v, Deposit& deposit) {
  if (deposit.decision == no_fact) return;
  c.record.compliance[deposit.decision].borne_by = v.fact;
  deposit.decision = no_fact;
}

Person& person_at(Clinic& c, std::uint32_t staff) {
  if (c.touched.people.size() <= staff) c.touched.people.resize(c.workers.size());
  Person& person = c.touched.people[staff];
  fade(c, person.hands);
  fade(c, person.gloves);
  return person;
}

void put_gloves_on(Clinic& c, const Visit& v, Person& person, std::uint32_t staff) {
  if (lapses(c, v, Moment::fresh_gloves, 1 - rules(c).fresh_gloves, staff)) return;
  person.gloves.film = scaled(person.hands.film, rules(c).donning * rules(c).bare_transfer);
}

// Bare hands touch a part of the gloves' outside. A person's own flora is not diluted by it.
void soil_hands(Film& hands, const Film& glove, double share) {
  const double bacteria = std::max(hands.bacteria, share * glove.bacteria);
  touch(hands, glove, 1 - share);
  hands.bacteria = bacteria;
}

}  // namespace

ContactDose touch_before(Clinic& c, const Visit& v, std::uint32_t staff, double per_density) {
  if (staff >= c.workers.size()) return {};
  const scenario::Hygiene& h = rules(c);
  Person& person = person_at(c, staff);
  Film& hands = person.hands.film;
  hands.bacteria = std::max(hands.bacteria, own_flora(c, v, staff));
  clean_hands(c, v, person, Moment::hands_before, h.hands_before, staff);
  put_gloves_on(c, v, person, staff);
  Deposit& place = surface_of(c, v);
  meet(c, v, person.hands);
  meet(c, v, place);
  const Film& surface = place.film;
  const double left = share_apart(h);
  const double to_skin = h.gloved_transfer * h.touched_skin * per_density;
  const ContactDose dose{scaled(person.gloves.film, left * to_skin),
                         scaled(surface, (1 - left) * to_skin)};
  touch(person.gloves.film, surface, left);
  return dose;
}

void touch_after(Clinic& c, const Visit& v, std::uint32_t staff, const Film& skin) {
  if (staff >= c.workers.size()) return;
  const scenario::Hygiene& h = rules(c);
  Person& person = person_at(c, staff);
  const double apart = share_apart(h);
  Film& glove = person.gloves.film;
  touch(glove, skin, apart);
  Deposit& place = surface_of(c, v);
  Film& surface = place.film;
  touch(surface, glove, apart);
  soil_hands(person.hands.film, glove, h.donning * h.bare_transfer);
  clean_hands(c, v, person, Moment::hands_after, h.hands_after, staff);
  person.hands.decision = last_decision(c);
  if (!lapses(c, v, Moment::surfaces, 1 - h.surfaces, staff)) {
    disinfect(c, v, surface, h.surface_agent, purpose::of("compliance.surface"));
  }
  place.decision = last_decision(c);
}

}  // namespace asepsim::clinic
