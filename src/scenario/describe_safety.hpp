// The fields of antisepsis, infection and bloodborne viruses.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, SkinPreparation& s) {
  v.value(field("log_reduction", "log10 of skin germs removed at full contact time")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 1.2, sd: 0.4, min: 0}}", "I42")
              .like("{normal: {mean: 1.8, sd: 0.4, min: 0}}"),
          s.log_reduction);
  v.value(field("skipped", "probability that it is left out when on time")
              .as(dimension::probability)
              .otherwise("{value: 3 %, range: [0.5 %, 10 %]}", "assumption (I61-I63)")
              .like("3 %"),
          s.skipped);
  v.value(field("skipped_per_minute", "added to its logit by each minute behind plan")
              .within(-50, 50)
              .otherwise("{value: 0.03, range: [0, 0.06]}", "assumption")
              .like("0.03"),
          s.skipped_per_minute);
  v.value(
      field("workload_link", "false: being late changes nothing").otherwise("true").like("true"),
      s.workload_link);
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
              .otherwise("{lognormal: {median: 3 d, sigma: 0.5}}", "F12, A20")
              .like("{lognormal: {median: 3 d, sigma: 0.5}}"),
          b.lag);
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
              .otherwise("{normal: {mean: 1.5, sd: 1.0}}", "I5")
              .like("{normal: {mean: 1.5, sd: 1}}"),
          b.needle_bioburden);
  v.value(field("bioburden_if_colonised", "log10 added if its patient is a carrier")
              .as(dimension::log10)
              .otherwise("1.5", "I5")
              .like("1.5"),
          b.bioburden_if_colonised);
  describe_dose_response(v, b);
}

/// Defaults of one virus: per puncture, viraemic share and half-life on a dry head.
struct VirusDefaults {
  std::string_view infectivity, infectivity_row, viraemic, viraemic_row, half_life, half_life_row;
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
  v.value(field("half_life", "of the virus on a dry head")
              .as(dimension::duration)
              .sanely(1e6, dimension::century)
              .otherwise(defaults.half_life, defaults.half_life_row)
              .like("24 h"),
          b.half_life);
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
      {"{value: 0.001, range: [0.0007, 0.0012]}", "B4", "{value: 30 %, range: [10 %, 100 %]}",
       "assumption (R7)", "{value: 24 h, range: [12 h, 72 h]}", "assumption (R15)"});
}

template <class Visitor>
void describe(Visitor& v, Hcv& b) {
  describe_virus(v, b.virus,
                 {"{value: 1.1e-5, range: [5e-6, 1e-4]}", "derived: B4 x R9 / R7",
                  "{value: 100 %, range: [70 %, 100 %]}", "R18 (RNA prevalence)",
                  "{value: 6 h, range: [0.4 h, 28 h]}", "R13"});
}

template <class Visitor>
void describe(Visitor& v, Hiv& b) {
  describe_virus(v, b.virus,
                 {"{value: 1.7e-5, range: [5e-6, 1e-4]}", "derived: B4 x R10 / R7",
                  "{value: 50 %, range: [20 %, 100 %]}", "assumption",
                  "{value: 1 h, range: [0.5 h, 3 h]}", "assumption (R16)"});
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
