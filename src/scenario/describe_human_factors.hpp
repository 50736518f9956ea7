// The fields of people under pressure, and of hands, devices and surfaces.
#pragma once

#include <span>
#include <string_view>

#include "scenario/field.hpp"
#include "scenario/human_factors.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// A slope of the logit of lapses.
inline Field log_odds(std::string_view key, std::string_view says, std::string_view value) {
  return field(key, says).within(-50, 50).otherwise(value, "assumption (W4, I61)").like("0.03");
}

template <class Visitor>
void describe_pressure(Visitor& v, HumanFactors& h) {
  v.value(log_odds("per_minute_behind", "log-odds of a lapse for each minute behind plan",
                   "{value: 0.03, range: [0, 0.06]}")
              .in("log-odds/min"),
          h.per_minute_behind);
  v.value(field("most_behind", "further delay adds nothing")
              .as(dimension::duration)
              .sanely(0, dimension::century)
              .otherwise("{value: 60 min, range: [30 min, 120 min]}", "assumption: no figure found")
              .like("60 min"),
          h.most_behind);
  v.value(log_odds("per_hour_on_shift", "log-odds of a lapse for each hour on shift",
                   "{value: 0.04, range: [0, 0.1]}")
              .in("log-odds/h"),
          h.per_hour_on_shift);
}

template <class Visitor>
void describe(Visitor& v, HumanFactors& h) {
  v.value(field("workload_link", "false: being late and tired changes nothing")
              .otherwise("true")
              .like("false"),
          h.workload_link);
  describe_pressure(v, h);
  v.value(log_odds("expert", "log-odds of a lapse of experts, against trained people",
                   "{value: -0.3, range: [-1, 0]}")
              .in("log-odds"),
          h.expert);
  v.value(log_odds("untrained", "the same of untrained people", "{value: 0.8, range: [0, 2]}")
              .in("log-odds"),
          h.untrained);
  v.value(field("supervisor", "skill of who watches the others when on duty").like("physician"),
          h.supervisor);
  v.value(log_odds("supervision", "log-odds of a lapse while somebody watches",
                   "{value: -0.4, range: [-1, 0]}"),
          h.supervision);
  v.value(
      field("fatigue", "growth of the operator's errors of depth and fluence by each hour on shift")
          .as(dimension::ratio)
          .sanely(0, 1)
          .otherwise("{value: 0.02, range: [0, 0.06]}", "assumption: no figure found")
          .like("2 %"),
      h.fatigue);
}

/// A share of Hygiene with its default.
struct HygieneShare {
  std::string_view key, says, standing, row, example;
  Number Hygiene::*share;
};

inline constexpr HygieneShare kept_moments[] = {
    {"hands_before", "hand hygiene before contact, at ease", "{value: 40 %, range: [21 %, 60 %]}",
     "I61, I62", "40 %", &Hygiene::hands_before},
    {"hands_after", "hand hygiene after contact, at ease", "{value: 50 %, range: [32 %, 60 %]}",
     "I61, I62", "50 %", &Hygiene::hands_after},
    {"fresh_gloves", "patients for whom fresh gloves are put on",
     "{value: 95 %, range: [70 %, 100 %]}", "assumption (I63)", "95 %", &Hygiene::fresh_gloves},
    {"surfaces", "patients after whom the surfaces of the room are disinfected",
     "{value: 80 %, range: [50 %, 98 %]}", "assumption (I63)", "80 %", &Hygiene::surfaces},
    {"device", "patients after whom the device is disinfected or its cover changed",
     "{value: 80 %, range: [50 %, 98 %]}", "assumption (I63, I1)", "80 %", &Hygiene::device}};

inline constexpr HygieneShare touched_shares[] = {
    {"device_share", "share of these touches that are of the device",
     "{value: 50 %, range: [20 %, 90 %]}", "assumption: no figure found", "50 %",
     &Hygiene::device_share},
    {"bare_transfer", "share of the difference that a touch of a bare hand moves",
     "{value: 49 %, range: [32 %, 72 %]}", "I64", "30 %", &Hygiene::bare_transfer},
    {"gloved_transfer", "the same of a gloved hand", "{value: 30 %, range: [17 %, 49 %]}", "I64",
     "30 %", &Hygiene::gloved_transfer},
    {"touched_skin", "share of the treated skin that the glove touches",
     "{value: 20 %, range: [5 %, 50 %]}", "assumption: no figure found", "30 %",
     &Hygiene::touched_skin},
    {"donning", "share of a glove's outside that the bare hand touches",
     "{value: 10 %, range: [2 %, 30 %]}", "assumption: no figure found", "30 %", &Hygiene::donning},
    {"staff_carriage", "share of staff with S. aureus on their hands",
     "{value: 20 %, range: [10 %, 30 %]}", "assumption (I68)", "30 %", &Hygiene::staff_carriage}};

template <class Visitor>
void describe_shares(Visitor& v, Hygiene& h, std::span<const HygieneShare> rows) {
  for (const HygieneShare& row : rows) {
    v.value(field(row.key, row.says)
                .as(dimension::share)
                .otherwise(row.standing, row.row)
                .like(row.example),
            h.*row.share);
  }
}

template <class Visitor>
void describe_carried_viruses(Visitor& v, Hygiene& h) {
  v.value(field("blood_on_skin",
                "blood on needled skin that bleeds, per cm2, over that on one used needle")
              .as(dimension::ratio)
              .sanely(0, 1e6)
              .otherwise("{value: 10, range: [1, 100]}",
                         "assumption: 250 punctures leave a few percent of a needle's blood each "
                         "(P12, P23)")
              .like("10"),
          h.blood_on_skin);
  v.value(field("herpes_shedding", "share of herpes carriers whose skin sheds at a session")
              .as(dimension::share)
              .otherwise("{value: 1 %, range: [0.1 %, 10 %]}",
                         "assumption (C28: 0.3 % fall ill after a session)")
              .like("1 %"),
          h.herpes_shedding);
  v.value(field("herpes_density", "log10 infectious particles per cm2 of skin that sheds")
              .as(dimension::log10)
              .within(-6, 12)
              .in("log10 particles/cm2")
              .otherwise("{value: 1, range: [0, 3]}", "assumption: no figure found")
              .like("1"),
          h.herpes_density);
  v.value(field("herpes_on_head", "treated skin whose particles a needle head carries off")
              .as(dimension::area)
              .sanely(0, 1000)
              .otherwise("{value: 1 cm2, range: [0.1 cm2, 10 cm2]}",
                         "assumption: no figure found; about the face of a head")
              .like("1 cm2"),
          h.herpes_on_head);
  v.value(field("herpes_infectivity",
                "probability that one particle in the channels infects who does not carry it")
              .as(dimension::probability)
              .otherwise("{value: 0.001, range: [1e-5, 0.1]}", "assumption: no figure found")
              .like("0.001"),
          h.herpes_infectivity);
}

template <class Visitor>
void describe(Visitor& v, Hygiene& h) {
  describe_shares(v, h, kept_moments);
  v.value(field("hand_rub", "log10 taken off hands")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 4.1, sd: 0.8, min: 0}, range: [3, 5]}", "I36")
              .like("{normal: {mean: 4.1, sd: 0.8, min: 0}}"),
          h.hand_rub);
  v.value(field("surface_agent", "log10 taken off surfaces and device")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 2.5, sd: 1, min: 0}, range: [1, 5]}",
                         "assumption (I8, I33, I38)")
              .like("{normal: {mean: 2.5, sd: 1, min: 0}}"),
          h.surface_agent);
  v.value(field("touches", "of device and surfaces, each treatment")
              .as(dimension::positive)
              .otherwise("{value: 6, range: [2, 20]}", "assumption (I64)")
              .like("6"),
          h.touches);
  describe_shares(v, h, touched_shares);
  v.value(field("staff_density", "log10 CFU/cm2 on the hands of carriers")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 0.5, sd: 0.7}, range: [0, 2]}", "assumption (I69)")
              .like("{normal: {mean: 0.5, sd: 0.7}}"),
          h.staff_density);
  describe_carried_viruses(v, h);
}

}  // namespace asepsim::scenario
