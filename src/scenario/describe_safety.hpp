// The fields of antisepsis, infection and bloodborne viruses.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

/// The default log reduction of each antiseptic on the face.
constexpr std::string_view reduction_of(Antiseptic agent) {
  switch (agent) {
    case Antiseptic::chlorhexidine_alcohol:
      return "{normal: {mean: 1.8, sd: 0.4, min: 0}, range: [1, 2.6]}";
    case Antiseptic::povidone_iodine:
      return "{normal: {mean: 1.5, sd: 0.4, min: 0}, range: [0.7, 2.3]}";
    case Antiseptic::soap:
      return "{normal: {mean: 0.5, sd: 0.3, min: 0}, range: [0, 1]}";
    case Antiseptic::alcohol:
      break;
  }
  return "{normal: {mean: 1.2, sd: 0.4, min: 0}, range: [0.5, 1.8]}";
}

template <class Visitor>
void describe(Visitor& v, SkinPreparation& s) {
  v.value(field("agent", "what the skin is prepared with").otherwise("alcohol", "I42").like("soap"),
          s.agent);
  v.value(field("log_reduction",
                "log10 of skin germs removed at full contact time (chlorhexidine_alcohol: mean "
                "1.8, povidone_iodine 1.5, soap 0.5, sd 0.3)")
              .as(dimension::log10)
              .otherwise(reduction_of(s.agent), "I42")
              .like("{normal: {mean: 1.8, sd: 0.4, min: 0}}"),
          s.log_reduction);
  v.value(field("skipped", "probability that it is left out, at ease")
              .as(dimension::probability)
              .otherwise("{value: 3 %, range: [0.5 %, 10 %]}", "assumption (I61-I63)")
              .like("3 %"),
          s.skipped);
  v.value(field("cut_short", "probability that the contact time is not kept, at ease")
              .as(dimension::probability)
              .otherwise("{value: 10 %, range: [2 %, 40 %]}", "assumption (I63)")
              .like("10 %"),
          s.cut_short);
  v.value(field("contact_share", "share of the full contact time that is left when it is cut short")
              .as(dimension::share)
              .otherwise("{uniform: [0.2, 0.7], range: [0.1, 0.9]}", "assumption: no figure found")
              .like("{uniform: [0.2, 0.7]}"),
          s.contact_share);
}

template <class Visitor>
void describe_dose_response(Visitor& v, BacterialInfection& b) {
  v.value(
      field("alpha", "beta-Poisson shape").within(1e-3, 1e3).otherwise("0.222", "R5").like("0.222"),
      b.alpha);
  v.value(field("n50", "dose that infects half")
              .as(dimension::cfu)
              .sanely(1e-6, 1e12)
              .otherwise("550", "R5")
              .like("550"),
          b.n50);
  v.value(field("severity", "share of lesions that matter clinically")
              .as(dimension::share)
              .otherwise("{value: 0.05, range: [0.02, 0.1]}", "R5, F10")
              .like("0.05"),
          b.severity);
  v.value(field("lag", "from treatment to symptoms")
              .as(dimension::duration)
              .otherwise("{lognormal: {median: 3 d, sigma: 0.5}, range: [1 d, 7 d]}", "F12, A20")
              .like("{lognormal: {median: 3 d, sigma: 0.5}}"),
          b.lag);
  v.value(field("mycobacteria", "probability of infection for each CFU of mycobacteria driven in")
              .as(dimension::probability)
              .otherwise("{value: 0.001, range: [0.00001, 0.01]}",
                         "assumption (B8-B13: outbreaks without doses)")
              .like("0.001"),
          b.mycobacteria);
}

template <class Visitor>
void describe(Visitor& v, BacterialInfection& b) {
  v.value(field("push_fraction", "share of germs under a channel that is pushed in")
              .as(dimension::share)
              .otherwise("{uniform: [0.01, 0.1]}", "F9, D7")
              .like("{uniform: [0.01, 0.1]}"),
          b.push_fraction);
  v.value(field("release_fraction", "share of a needle's germs left in the skin")
              .as(dimension::share)
              .otherwise("{value: 0.05, range: [0.01, 0.1]}", "D7")
              .like("0.05"),
          b.release_fraction);
  v.value(field("needle_bioburden", "log10 CFU on a used head")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 1.5, sd: 1.0}, range: [0.5, 2.5]}", "I5")
              .like("{normal: {mean: 1.5, sd: 1}}"),
          b.needle_bioburden);
  v.value(field("bioburden_if_colonised", "log10 added if its patient is a carrier")
              .as(dimension::log10)
              .otherwise("{value: 1.5, range: [0.5, 2.5]}", "I5")
              .like("1.5"),
          b.bioburden_if_colonised);
  describe_dose_response(v, b);
}

/// Defaults of one virus: per puncture, and viraemic share.
struct VirusDefaults {
  std::string_view infectivity, infectivity_row, viraemic, viraemic_row;
};

template <class Visitor>
void describe_virus(Visitor& v, BloodborneVirus& b, const VirusDefaults& defaults) {
  v.value(field("infectivity",
                "probability of infection by one effective puncture, source "
                "viraemic, head untreated")
              .as(dimension::probability)
              .otherwise(defaults.infectivity, defaults.infectivity_row)
              .like("0.001"),
          b.infectivity);
  v.value(field("viraemic", "share of the infected whose blood infects")
              .as(dimension::share)
              .otherwise(defaults.viraemic, defaults.viraemic_row)
              .like("30 %"),
          b.viraemic);
}

/// The three viruses share a struct; each has its own defaults.
struct Hbv {
  BloodborneVirus& virus;
};
struct Hcv {
  BloodborneVirus& virus;
};
struct Hiv {
  BloodborneVirus& virus;
};

template <class Visitor>
void describe(Visitor& v, Hbv& b) {
  describe_virus(
      v, b.virus,
      {"{value: 0.001, range: [0.0007, 0.006]}", "derived: B4, up to the least of R7 x R12",
       "{value: 30 %, range: [10 %, 100 %]}", "assumption (R7)"});
}

template <class Visitor>
void describe(Visitor& v, Hcv& b) {
  describe_virus(v, b.virus,
                 {"{value: 1.1e-5, range: [5e-6, 1e-4]}", "derived: B4 x R9 / R7",
                  "{value: 100 %, range: [70 %, 100 %]}", "R18 (RNA prevalence)"});
}

template <class Visitor>
void describe(Visitor& v, Hiv& b) {
  describe_virus(v, b.virus,
                 {"{value: 1.7e-5, range: [5e-6, 1e-4]}", "derived: B4 x R10 / R7",
                  "{value: 50 %, range: [20 %, 100 %]}", "assumption: half are treated"});
}

template <class Visitor>
void describe(Visitor& v, Bloodborne& b) {
  Hbv hbv{b.hbv};
  Hcv hcv{b.hcv};
  Hiv hiv{b.hiv};
  v.section(field("hbv", "hepatitis B"), hbv);
  v.section(field("hcv", "hepatitis C"), hcv);
  v.section(field("hiv", "human immunodeficiency virus"), hiv);
  v.value(field("effective_punctures", "punctures of a session that count as one needle each")
              .as(dimension::positive)
              .otherwise("{value: 100, range: [10, 1000]}", "assumption (R12, B3)")
              .like("100"),
          b.effective_punctures);
  v.value(field("bleeding_needed", "share of the transfer that needs pinpoint bleeding")
              .as(dimension::share)
              .otherwise("{value: 0.8, range: [0.5, 1]}", "assumption (P23)")
              .like("0.8"),
          b.bleeding_needed);
}

}  // namespace asepsim::scenario
