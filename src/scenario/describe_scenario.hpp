// The sections of a scenario, in the order of the reference. The keys `schema`, `name` and
// `extends` belong to the file as a whole and are read before (read_scenario.cpp).
#pragma once

#include "scenario/describe_aftercare.hpp"
#include "scenario/describe_complications.hpp"
#include "scenario/describe_estimation.hpp"
#include "scenario/describe_human_factors.hpp"
#include "scenario/describe_initial_state.hpp"
#include "scenario/describe_instruments.hpp"
#include "scenario/describe_light.hpp"
#include "scenario/describe_needling.hpp"
#include "scenario/describe_organisms.hpp"
#include "scenario/describe_pathway.hpp"
#include "scenario/describe_patients.hpp"
#include "scenario/describe_resources.hpp"
#include "scenario/describe_risk_factors.hpp"
#include "scenario/describe_run.hpp"
#include "scenario/describe_safety.hpp"
#include "scenario/describe_sterilization.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe_clinic(Visitor& v, Scenario& s) {
  v.named(field("staff", "groups of people with the same skills, hours and wage"), s.staff);
  v.named(field("rooms", "kinds of room"), s.rooms);
  v.named(field("equipment", "kinds of machine that a step holds"), s.equipment);
  v.named(field("consumables", "what is used up"), s.consumables);
  v.named(field("instruments", "kinds of needle head or other instrument that touches patients"),
          s.instruments);
  v.section(field("sterilization", "how instruments come back sterile"), s.sterilization);
  v.section(field("disinfection", "soaking or wiping in place of sterilizing"), s.disinfection);
}

template <class Visitor>
void describe_people(Visitor& v, Scenario& s) {
  v.section(field("population", "attributes of patients"), s.population);
  v.section(field("risk_factors", "what makes harms more likely in some patients"), s.risk_factors);
  v.named(field("products", "what is driven into the open channels"), s.products);
  v.named(field("sites", "treated sites and their skin"), s.sites);
  v.named(field("indications", "what patients are treated for"), s.indications);
  v.named(field("arrivals", "streams of patients").needed().like("{walk_ins: ...}"), s.arrivals);
  v.section(field("booking", "the appointment book"), s.booking);
  v.section(field("initial_state", "where the run begins; left out: with an empty clinic"),
            s.initial_state);
  v.named_lists(field("pathways", "what happens to a patient, step by step")
                    .needed()
                    .like("{session: [...]}"),
                s.pathways, &Pathway::steps);
  v.section(field("screening", "contraindications found at the consultation"), s.screening);
}

template <class Visitor>
void describe(Visitor& v, Scenario& s) {
  v.section(field("about", "what the author says of the scenario"), s.about);
  v.section(field("run", "when, how long and how often"), s.run);
  v.section(field("calendar", "opening hours"), s.calendar);
  describe_clinic(v, s);
  describe_people(v, s);
  v.section(field("needling", "the device and the depth it reaches"), s.needling);
  v.section(field("benefit", "what the treatment does for patients; left out: not modelled"),
            s.benefit);
  v.section(field("skin_preparation", "antisepsis and those who do it"), s.skin_preparation);
  v.section(field("human_factors", "what people do under pressure"), s.human_factors);
  v.section(
      field("hygiene",
            "hands, gloves, device and surfaces between patients, and herpes that skin sheds"),
      s.hygiene);
  v.section(field("organisms", "what each germ withstands"), s.organisms);
  v.section(field("bacterial_infection", "from skin and needle"), s.bacterial_infection);
  v.section(field("bloodborne", "viruses carried from patient to patient"), s.bloodborne);
  v.section(field("complications", "what can go wrong and what follows"), s.complications);
  v.section(field("light", "IPL and picosecond laser, for steps of that modality"), s.light);
  v.section(field("aftercare", "what patients do while their channels are open"), s.aftercare);
  v.section(field("follow_up", "phone call after each session"), s.follow_up);
  v.section(field("finance", "prices and costs that belong to no resource"), s.finance);
  v.section(field("estimation", "how rare decisions are treated by the estimators of rare harm"),
            s.estimation);
  v.list(field("limits", "declared limits on key figures"), s.limits);
}

}  // namespace asepsim::scenario
