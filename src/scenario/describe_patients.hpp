// The fields of patients: who comes, when, and for what.
#pragma once

#include "scenario/describe_benefit.hpp"
#include "scenario/describe_sites.hpp"
#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/patients.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe_germs(Visitor& v, Population& p) {
  const auto prevalence = [](std::string_view key, std::string_view says) {
    return field(key, says).as(dimension::share);
  };
  v.value(prevalence("staphylococcus_carriage", "carriers of S. aureus")
              .otherwise("{value: 25 %, range: [20 %, 50 %]}", "I68, F10")
              .like("25 %"),
          p.staphylococcus_carriage);
  v.value(field("staphylococcus_density", "log10 CFU per cm2 on the face of carriers")
              .as(dimension::log10)
              .otherwise("{uniform: [1, 3], range: [1, 3]}", "I69")
              .like("{uniform: [1, 3]}"),
          p.staphylococcus_density);
  v.value(prevalence("hbv", "prevalence of hepatitis B (HBsAg)")
              .otherwise("{value: 0.3 %, range: [0.1 %, 6 %]}", "R18, R17")
              .like("0.3 %"),
          p.hbv);
  v.value(prevalence("hcv", "prevalence of hepatitis C (RNA)")
              .otherwise("{value: 0.95 %, range: [0.5 %, 1 %]}", "R18, R17")
              .like("0.95 %"),
          p.hcv);
  v.value(prevalence("hiv", "prevalence of HIV")
              .otherwise("{value: 0.38 %, range: [0.1 %, 0.5 %]}", "R18")
              .like("0.38 %"),
          p.hiv);
  v.value(prevalence("hbv_immune", "share immune to hepatitis B")
              .otherwise("{value: 35 %, range: [30 %, 80 %]}", "R19")
              .like("35 %"),
          p.hbv_immune);
  v.value(prevalence("herpes_carriage", "carriers of herpes simplex virus 1")
              .otherwise("{value: 47.8 %, range: [30 %, 67 %]}", "C27")
              .like("47.8 %"),
          p.herpes_carriage);
}

template <class Visitor>
void describe(Visitor& v, Population& p) {
  v.value(
      field("female", "share of women").as(dimension::share).otherwise("88 %", "O19").like("88 %"),
      p.female);
  v.value(field("age", "of new patients")
              .as(dimension::years)
              .otherwise("{normal: {mean: 43 years, sd: 13 years, min: 22 years, max: 85 years}}",
                         "O19, P40 (fit)")
              .like("{normal: {mean: 43 years, sd: 13 years}}"),
          p.age);
  v.value(field("phototypes", "shares of Fitzpatrick types I to VI; they sum to 1")
              .as(dimension::share)
              .otherwise("{I: {value: 5 %, range: [0, 15 %]}, "
                         "II: {value: 25 %, range: [5 %, 45 %]}, "
                         "III: {value: 35 %, range: [15 %, 60 %]}, "
                         "IV: {value: 20 %, range: [5 %, 60 %]}, "
                         "V: {value: 10 %, range: [0, 40 %]}, "
                         "VI: {value: 5 %, range: [0, 30 %]}}",
                         "assumption: mix of a mixed city clinic")
              .like("{I: 5 %, II: 25 %, III: 35 %, IV: 20 %, V: 10 %, VI: 5 %}"),
          p.phototypes);
  describe_germs(v, p);
  v.value(field("sunscreen", "share that uses sunscreen after treatment")
              .as(dimension::share)
              .otherwise("{value: 30 %, range: [20 %, 56.1 %]}", "A13")
              .like("30 %"),
          p.sunscreen);
  v.value(field("midday_sun", "share outdoors in the midday sun; without sunscreen it harms")
              .as(dimension::share)
              .otherwise("{value: 15 %, range: [5 %, 40 %]}", "assumption (A9 gives the odds only)")
              .like("15 %"),
          p.midday_sun);
  v.value(field("punctuality", "time of coming after the appointment; negative is early")
              .as(dimension::signed_duration)
              .otherwise("{logistic: {location: -15 min, scale: 8 min, shape: 1}, "
                         "range: [-25 min, -5 min]}",
                         "F15, O10, O13")
              .like("{logistic: {location: -15 min, scale: 8 min, shape: 1}}"),
          p.punctuality);
}

template <class Visitor>
void describe_complaint(Visitor& v, Indication& i) {
  v.value(field("condition",
                "what it is, for the model of benefit; left out: its name if that is one of the "
                "words, else other")
              .otherwise(condition_named(i.name))
              .like("pit_scars"),
          i.condition);
  v.value(
      field("share", "of new patients; shares sum to 1").as(dimension::share).needed().like("25 %"),
      i.share);
  v.value(field("site", "where they are treated, a name in sites").needed().like("cheek"), i.site);
  v.value(field("product", "what is driven in, a name in products; left out: nothing")
              .otherwise("\"\"")
              .like("hyaluronic_acid"),
          i.product);
  v.value(field("area", "treated area")
              .as(dimension::area)
              .strictly_within(0, infinite)
              .needed()
              .like("350 cm2"),
          i.area);
  v.value(field("sessions", "planned sessions of a course, rounded")
              .within(1, 100)
              .needed()
              .like("{discrete: {values: [3, 4], weights: [1, 1]}}"),
          i.sessions);
  v.value(field("interval", "between two sessions")
              .as(dimension::duration)
              .setting()
              .otherwise("4 wk", "P7")
              .like("4 wk"),
          i.interval);
}

template <class Visitor>
void describe(Visitor& v, Indication& i) {
  describe_complaint(v, i);
  v.value(field("length_fixed", "needle length of the policy fixed")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .setting()
              .needed()
              .like("1.5 mm"),
          i.length_fixed);
  v.value(field("target_fraction",
                "policy by_skin_thickness: share of the dermis to reach; 0 is "
                "its upper edge, 1 the fat")
              .as(dimension::share)
              .setting()
              .needed()
              .like("0.6"),
          i.target_fraction);
  describe_target(v, i.condition, i.target_from, i.target_to);
  BenefitOf benefit{i.benefit, i.condition};
  v.section(field("benefit", "how bad it is at entry and what a session does for it"), benefit);
}

template <class Visitor>
void describe(Visitor& v, ArrivalStream& a) {
  v.value(field("kind", "with or without appointment").otherwise("walk_in").like("booked"), a.kind);
  v.value(field("pathway", "the pathway they follow").needed().like("session"), a.pathway);
  v.value(field("priority", "lower is served first")
              .within(-1e6, 1e6)
              .setting()
              .otherwise("100")
              .like("100"),
          a.priority);
  v.value(field("rate", "requests an hour by weekday and hour (Poisson)")
              .as(dimension::hourly_rate)
              .like("{weekdays: {\"10-14\": 2.0, \"14-16\": 1.0}}"),
          a.rate);
  v.value(field("interarrival", "time between arrivals, in place of rate")
              .as(dimension::duration)
              .like("{exponential: 20 min}"),
          a.interarrival);
  v.value(
      field("rate_factor", "scales rate").as(dimension::ratio).neutral().otherwise("1").like("1.2"),
      a.rate_factor);
  v.value(field("lead_time", "booked: how far ahead the appointment is wanted")
              .as(dimension::duration)
              .like("{gamma: {mean: 10 d, sd: 7 d}}"),
          a.lead_time);
  v.value(field("patience", "longest wait for any one step; left out: endless")
              .as(dimension::duration)
              .like("{exponential: 45 min}"),
          a.patience);
  v.value(field("balk_at", "walk-ins leave if so many wait already")
              .within(0, limits::units)
              .unlimited_allowed()
              .setting()
              .otherwise("unlimited")
              .like("6"),
          a.balk_at);
}

template <class Visitor>
void describe(Visitor& v, PriceSensitivity& p) {
  v.value(field("strength",
                "of each patient: the odds of dropping out are multiplied by (price / reference) ^ "
                "strength; 0: the price does not matter")
              .within(0, infinite)
              .sanely(0, 10)
              .otherwise("{uniform: [0, 2], range: [0, 2]}",
                         "assumption: no figure found; on average odds in proportion to the price")
              .like("{uniform: [0, 2]}"),
          p.strength);
  v.value(field("reference", "price of a session at which `dropout` holds")
              .as(dimension::money)
              .strictly_within(0, infinite)
              .otherwise("{value: 300 ¤, range: [150 ¤, 700 ¤]}",
                         "assumption: the usual price (O23); A18 names none")
              .like("300 ¤"),
          p.reference);
}

template <class Visitor>
void describe_keeping(Visitor& v, Booking& b) {
  v.value(field("no_show_at_week", "probability of not coming, booked 7 days ahead")
              .as(dimension::probability)
              .otherwise("{value: 12 %, range: [5 %, 31 %]}", "O9, O1")
              .like("12 %"),
          b.no_show_at_week);
  v.value(field("no_show_per_day", "added to its logit by each further day")
              .within(-50, 50)
              .otherwise("{value: 0.03, range: [0, 0.06]}", "O9")
              .like("0.03"),
          b.no_show_per_day);
  v.value(field("reminder_odds", "odds of not coming are divided by this (1: no reminders)")
              .within(1e-3, 1e3)
              .neutral()
              .otherwise("1", "O7 has what reminders do")
              .like("1.76"),
          b.reminder_odds);
  v.value(field("deposit_odds", "odds of not coming are multiplied by this (1: no deposit)")
              .as(dimension::ratio)
              .sanely(1e-3, 1e3)
              .neutral()
              .otherwise("1", "O8 has what deposits do")
              .like("0.4"),
          b.deposit_odds);
  v.value(field("cancelled", "probability of cancelling in time, the slot is free again")
              .as(dimension::probability)
              .neutral()
              .otherwise("0")
              .like("8 %"),
          b.cancelled);
  v.value(field("dropout", "probability of not going on, before each further session")
              .as(dimension::probability)
              .otherwise("{value: 12 %, range: [2 %, 20 %]}", "A18")
              .like("12 %"),
          b.dropout);
  v.section(field("price_sensitivity",
                  "how the price of a session makes patients drop out; left out: not at all"),
            b.price_sensitivity);
}

template <class Visitor>
void describe_slots(Visitor& v, Booking& b) {
  v.value(field("slot", "grid of appointments")
              .as(dimension::duration)
              .strictly_within(0, infinite)
              .setting()
              .otherwise("30 min")
              .like("30 min"),
          b.slot);
  v.value(field("per_slot", "appointments in each slot")
              .within(1, limits::units)
              .setting()
              .otherwise("1")
              .like("3"),
          b.per_slot);
  v.value(field("overbooking", "extra appointments as a share of the slots")
              .as(dimension::ratio)
              .sanely(0, 10)
              .setting()
              .otherwise("0")
              .like("5 %"),
          b.overbooking);
  v.value(field("squeeze_in", "share of slots that take one more patient when places are far away")
              .as(dimension::share)
              .setting()
              .otherwise("0")
              .like("30 %"),
          b.squeeze_in);
  v.value(field("squeeze_after", "how far away the next free place must be for that")
              .as(dimension::duration)
              .otherwise("{value: 5 d, range: [1 d, 14 d]}", "assumption: no figure found")
              .like("5 d"),
          b.squeeze_after);
}

template <class Visitor>
void describe(Visitor& v, Booking& b) {
  describe_slots(v, b);
  v.value(field("horizon", "longest acceptable delay after the wanted date")
              .as(dimension::duration)
              .otherwise("{value: 90 d, range: [30 d, 180 d]}",
                         "assumption: who waits longer goes elsewhere")
              .like("90 d"),
          b.horizon);
  v.value(field("last_slot_before_closing", "no appointment later than this before closing")
              .as(dimension::duration)
              .setting()
              .otherwise("90 min")
              .like("90 min"),
          b.last_slot_before_closing);
  describe_keeping(v, b);
}

}  // namespace asepsim::scenario
