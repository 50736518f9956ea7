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

void fade(const Clinic& c, Deposit& deposit) {
  const double hours = (c.now() - deposit.at).hours();
  deposit.density *= science::share_left(hours, c.plan.bacteria_half_life_h);
  deposit.at = c.now();
}

double reduction(Clinic& c, const Visit& v, const scenario::Variate& log10, kernel::Purpose what) {
  const double drawn = c.random.sample(log10, c.patients[v.patient].key, what, v.number);
  return std::pow(10.0, -std::max(0.0, drawn));
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
  const double log10 = c.random.sample(rules(c).staff_density, c.patients[v.patient].key,
                                       purpose::of("compliance.staff_density"), v.number);
  return std::pow(10.0, log10);
}

void clean_hands(Clinic& c, const Visit& v, Person& person, Moment when, double kept,
                 std::uint32_t staff) {
  if (lapses(c, v, when, 1 - kept, staff)) return;
  const auto what = when == Moment::hands_before ? purpose::of("compliance.rub_before")
                                                 : purpose::of("compliance.rub_after");
  person.hands.density *= reduction(c, v, rules(c).hand_rub, what);
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
  person.gloves.density = rules(c).donning * rules(c).bare_transfer * person.hands.density;
}

}  // namespace

ContactDose touch_before(Clinic& c, const Visit& v, std::uint32_t staff, double per_density) {
  if (staff >= c.workers.size()) return {};
  const scenario::Hygiene& h = rules(c);
  Person& person = person_at(c, staff);
  person.hands.density = std::max(person.hands.density, own_flora(c, v, staff));
  clean_hands(c, v, person, Moment::hands_before, h.hands_before, staff);
  put_gloves_on(c, v, person, staff);
  Deposit& place = surface_of(c, v);
  meet(c, v, person.hands);
  meet(c, v, place);
  const double surface = place.density;
  const double left = std::pow(1 - h.gloved_transfer, h.touches);
  const double to_skin = h.gloved_transfer * h.touched_skin * per_density;
  const ContactDose dose{person.gloves.density * left * to_skin, surface * (1 - left) * to_skin};
  person.gloves.density =
      science::density_after_touches(person.gloves.density, surface, h.gloved_transfer, h.touches);
  return dose;
}

void touch_after(Clinic& c, const Visit& v, std::uint32_t staff, double skin_density) {
  if (staff >= c.workers.size()) return;
  const scenario::Hygiene& h = rules(c);
  Person& person = person_at(c, staff);
  const double glove = science::density_after_touches(person.gloves.density, skin_density,
                                                      h.gloved_transfer, h.touches);
  Deposit& surface = surface_of(c, v);
  surface.density =
      science::density_after_touches(surface.density, glove, h.gloved_transfer, h.touches);
  person.gloves.density = glove;
  person.hands.density = std::max(person.hands.density, h.donning * h.bare_transfer * glove);
  clean_hands(c, v, person, Moment::hands_after, h.hands_after, staff);
  person.hands.decision = last_decision(c);
  if (!lapses(c, v, Moment::surfaces, 1 - h.surfaces, staff)) {
    surface.density *= reduction(c, v, h.surface_agent, purpose::of("compliance.surface"));
  }
  surface.decision = last_decision(c);
}

}  // namespace asepsim::clinic
