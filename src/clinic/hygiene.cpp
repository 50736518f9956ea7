#include "clinic/hygiene.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/compliance.hpp"
#include "clinic/purposes.hpp"
#include "clinic/whereabouts.hpp"
#include "science/transfer.hpp"

namespace asepsim::clinic {
namespace {

const scenario::Hygiene& rules(const Clinic& c) {
  return *c.plan.scenario.hygiene;
}

double half_life_h(const Clinic& c, std::size_t virus) {
  return virus == herpes_virus ? c.plan.herpes_half_life_h : c.plan.half_life_h[virus];
}

// What is left now of what was there before: worked out once for all that was touched at one time,
// as hands and gloves are, and most often device and surfaces.
class Fading {
 public:
  explicit Fading(const Clinic& c) : c_(c) {}

  void fade(Deposit& deposit) {
    const double hours = (c_.now() - deposit.at).hours();
    deposit.at = c_.now();
    if (hours <= 0) return;
    if (hours != hours_) start(hours);
    Film& film = deposit.film;
    film.bacteria *= bacteria_;
    if (!film.has_virus()) return;
    if (!know_viruses_) work_out_viruses();
    for (std::size_t i = 0; i < carried_viruses; ++i) {
      film.expected[i] *= viruses_[i];
      film.truth[i] *= viruses_[i];
    }
  }

 private:
  void start(double hours) {
    hours_ = hours;
    bacteria_ = science::share_left(hours, c_.plan.bacteria_half_life_h);
    know_viruses_ = false;
  }
  void work_out_viruses() {
    for (std::size_t i = 0; i < carried_viruses; ++i) {
      viruses_[i] = science::share_left(hours_, half_life_h(c_, i));
    }
    know_viruses_ = true;
  }

  const Clinic& c_;
  double hours_ = 0, bacteria_ = 1;
  std::array<double, carried_viruses> viruses_{};
  bool know_viruses_ = false;
};

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

// The recipient comes nearer to the source. [F8]
void touch(Film& recipient, const Film& source, double apart) {
  combine(recipient, source,
          [apart](double one, double other) { return other + (one - other) * apart; });
}

Deposit& as_it_is_now(std::vector<Deposit>& deposits, std::size_t index, Fading& fading) {
  if (deposits.size() <= index) deposits.resize(index + 1);
  fading.fade(deposits[index]);
  return deposits[index];
}

Deposit& surface_of(Clinic& c, const Visit& v, Fading& fading) {
  return as_it_is_now(c.touched.surfaces, place_of(c, v), fading);
}

Deposit& device_of(Clinic& c, const Visit& v, Fading& fading) {
  return as_it_is_now(c.touched.devices, device_in_use(c, v), fading);
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

struct Wiping {
  Moment when;
  double kept;  // share, at ease
  kernel::Purpose what;
};

// Disinfected or not: the next one who touches it bears what was decided.
void wipe(Clinic& c, const Visit& v, Deposit& deposit, const Wiping& wiping, std::uint32_t staff) {
  if (!lapses(c, v, wiping.when, 1 - wiping.kept, staff)) {
    disinfect(c, v, deposit.film, rules(c).surface_agent, wiping.what);
  }
  deposit.decision = last_decision(c);
}

Person& person_at(Clinic& c, std::uint32_t staff, Fading& fading) {
  if (c.touched.people.size() <= staff) c.touched.people.resize(c.workers.size());
  Person& person = c.touched.people[staff];
  fading.fade(person.hands);
  fading.fade(person.gloves);
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
  Fading fading(c);
  Person& person = person_at(c, staff, fading);
  Film& hands = person.hands.film;
  hands.bacteria = std::max(hands.bacteria, own_flora(c, v, staff));
  clean_hands(c, v, person, Moment::hands_before, h.hands_before, staff);
  put_gloves_on(c, v, person, staff);
  Deposit& place = surface_of(c, v, fading);
  Deposit& device = device_of(c, v, fading);
  for (Deposit* const deposit : {&person.hands, &place, &device}) meet(c, v, *deposit);
  Film& glove = person.gloves.film;
  const TouchPlan& apart = c.plan.apart;
  const double to_skin = h.gloved_transfer * h.touched_skin * per_density;
  const ContactDose dose{scaled(glove, apart.all * to_skin),
                         scaled(place.film, (1 - apart.surfaces) * apart.device * to_skin),
                         scaled(device.film, (1 - apart.device) * to_skin)};
  touch(glove, place.film, apart.surfaces);
  touch(glove, device.film, apart.device);
  return dose;
}

void touch_after(Clinic& c, const Visit& v, std::uint32_t staff, const Film& skin) {
  if (staff >= c.workers.size()) return;
  const scenario::Hygiene& h = rules(c);
  Fading fading(c);
  Person& person = person_at(c, staff, fading);
  Deposit& device = device_of(c, v, fading);
  Deposit& place = surface_of(c, v, fading);
  Film& glove = person.gloves.film;
  touch(glove, skin, c.plan.apart.all);
  touch(device.film, glove, c.plan.apart.device);
  touch(place.film, glove, c.plan.apart.surfaces);
  soil_hands(person.hands.film, glove, h.donning * h.bare_transfer);
  clean_hands(c, v, person, Moment::hands_after, h.hands_after, staff);
  person.hands.decision = last_decision(c);
  wipe(c, v, device, {Moment::device, h.device, purpose::of("compliance.device")}, staff);
  wipe(c, v, place, {Moment::surfaces, h.surfaces, purpose::of("compliance.surface")}, staff);
}

}  // namespace asepsim::clinic
