#include "clinic/contact.hpp"

#include <algorithm>
#include <iterator>

#include "clinic/blood.hpp"
#include "clinic/herpes.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::array<Hazard, carried_viruses> hazard_of{Hazard::hbv, Hazard::hcv, Hazard::hiv,
                                                        Hazard::herpes};

void leave_blood(Clinic& c, const Visit& v, const Patient& p, double bleeding, Film& skin) {
  const double blood = c.plan.scenario.hygiene->blood_on_skin * bleeding;
  const SourceStatus status = status_for_ledger(c, v, p);
  for (std::size_t i = 0; i < viruses; ++i) {
    skin.expected[i] = blood * status.infectious[i] * status.ratio[i];
    skin.truth[i] = p.infectious[i] ? blood : 0;
  }
}

// Risk of a unit of what is carried, to a target that can be infected.
double risk_per_dose(const Clinic& c, std::size_t virus, double bleeding) {
  if (virus == herpes_virus) return c.plan.scenario.hygiene->herpes_infectivity;
  const scenario::Bloodborne& blood = *c.plan.scenario.bloodborne;
  const scenario::BloodborneVirus* const kinds[] = {&blood.hbv, &blood.hcv, &blood.hiv};
  // As for needles: without bleeding only the part of the transfer that does not need it is left.
  return kinds[virus]->infectivity * (1 - blood.bleeding_needed * (1 - bleeding));
}

/// Chance that the patient can be infected: the ledger's, and whether this one can.
struct Susceptibility {
  double expected = 1;
  bool truth = true;
};

Susceptibility susceptibility(const Clinic& c, const Patient& p, std::size_t virus) {
  if (virus == herpes_virus) return {p.herpes_carrier ? 0.0 : 1.0, !p.herpes_carrier};
  if (hazard_of[virus] != Hazard::hbv) return {};
  return {1 - c.plan.scenario.population->hbv_immune, !p.hbv_immune};
}

// Hands, surfaces, then the device. Tilted, a dose that is weighed may be more than one: it is not
// a chance, and cutting it would lose risk, so that what is beyond one is put into the weight. They
// take the upper end of the uniform that decides on the hazard; its lower end belongs to the needle
// and to the patient's own herpes.
void expose_to_virus(Clinic& c, const Visit& v, const Patient& p, const ContactDose& dose,
                     std::size_t virus, double bleeding) {
  const Susceptibility target = susceptibility(c, p, virus);
  const double unit = risk_per_dose(c, virus, bleeding);
  struct Way {
    HarmRoute route;
    const Film& film;
  };
  const Way ways[] = {{HarmRoute::hands, dose.from_hands},
                      {HarmRoute::surface, dose.from_surfaces},
                      {HarmRoute::device, dose.from_device}};
  const bool weighed = c.plan.branching.mode(Branch::source_status) == scenario::BranchMode::tilt;
  double from = 1;
  bool ill = false;
  for (const Way& way : ways) {
    const double expected = target.expected * unit * way.film.expected[virus];
    const double truth = target.truth ? std::min(from, unit * way.film.truth[virus]) : 0;
    if (expected <= negligible_chance && truth <= 0) continue;
    const double beyond = weighed ? std::max(1.0, expected) : 1;
    from -= truth;
    const double u = truth > 0 ? outcome_uniform(c, v, hazard_of[virus]) : 0;
    ill |= expose(c, v, {hazard_of[virus], way.route, std::min(1.0, expected), truth, beyond}, u,
                  from);
  }
  if (ill) suffer(c, v, hazard_of[virus], virus == herpes_virus ? 1 : 4);
}

}  // namespace

Film skin_after_needling(Clinic& c, const Visit& v, const Patient& p, double bacteria,
                         double bleeding) {
  Film skin;
  skin.bacteria = bacteria;
  if (c.plan.scenario.bloodborne) leave_blood(c, v, p, bleeding, skin);
  const Shedding herpes = shedding(c, v, p);
  skin.expected[herpes_virus] = c.plan.herpes_on_skin * herpes.expected;
  skin.truth[herpes_virus] = c.plan.herpes_on_skin * herpes.truth;
  return skin;
}

void expose_to_viruses(Clinic& c, const Visit& v, const Patient& p, const ContactDose& dose,
                       double bleeding) {
  const Film* const films[] = {&dose.from_hands, &dose.from_surfaces, &dose.from_device};
  if (std::none_of(std::begin(films), std::end(films),
                   [](const Film* f) { return f->has_virus(); }))
    return;
  const std::size_t first = c.plan.scenario.bloodborne ? 0 : herpes_virus;
  const std::size_t end = c.plan.scenario.complications ? carried_viruses : herpes_virus;
  for (std::size_t virus = first; virus < end; ++virus) {
    expose_to_virus(c, v, p, dose, virus, bleeding);
  }
}

}  // namespace asepsim::clinic
