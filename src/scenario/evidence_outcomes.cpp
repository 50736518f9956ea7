// Published outcomes the simulator is held against (V): never inputs.
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow rows[] = {
    {"V1", "serious adverse events in trials",
     "0 of about 1,845 patients (0.16 % at most, upper 95 %)", "", "Juhasz & Cohen 2020, C4", read,
     unstated, "", Role::bound},
    {"V2", "bacterial infection in acne-scar needling", "0 reported in 18 studies", "",
     "Harris 2015, C6", read, unstated, "", Role::bound},
    {"V3", "pigmentation and tram-track scars, phototypes IV-V",
     "5 of 30 (16.7 %, CI 5.6-34.7); 2 of 30 (6.7 %, CI 0.8-22)", "5 monthly roller sessions",
     "Dogra 2014, C7, C8", read, unstated, "", Role::calibrate},
    {"V5", "pigmentation after needling, phototypes III-V", "about 3 % (5 of 160), 0-17 %", "",
     "C7-C12", derived, unstated, "contains V3", Role::consistency},
    {"V6", "fall of the scar score in 5 sessions",
     "45 % (11.73 to 6.5); most patients in the 50-75 % quartile of photographs", "",
     "Dogra 2014, P26", read, unstated, "", Role::calibrate},
    {"V9", "gain 1 and 2 months after the last session", "0.30 and 0.46 grade", "Vietnam", "P30",
     read, unstated, "sets tau of F3", Role::calibrate},
    {"V11", "biological indicators failed, well-watched offices",
     "0.51 to 0.15 % over 8 years; mean 0.20 %; 91.8 % human error", "", "Saskatchewan, I50", read,
     unstated, "the rate verifies; the trend is held out", Role::verify},
    {"V13", "biological indicators failed, poorly watched",
     "steam 8.8 %, dry heat 12.8 %, offices 15-29 %", "", "I52, I54, I55", read, unstated,
     "dry heat sets how often ovens of quality poor fail", Role::verify},
    {"V15", "hepatitis B by used needles, by number of needles",
     "9 % (below 150) to 33 % (450 and more); 11.1 % overall", "", "Kent 1988, B3", read, unstated,
     "sets the infectivity per needle, B4", Role::calibrate},
    {"V19", "recovery of the barrier",
     "72 h at most (0.25 mm and less); still raised at 48 h (0.5-1.5 mm); 7 d (radiofrequency)", "",
     "Han, Sasaki, Wu: A1-A3", read, unstated, "", Role::calibrate},
    {"V20", "volunteers infected with S. aureus",
     "0.20, 0.40, 0.65, 0.70, 0.95, 1.0 at 40 to 1e7 CFU", "", "Singh 1971, R1", read, unstated,
     "R5 was fitted to it", Role::verify},
    {"V21", "arrivals", "84-91 % early; 5-8 % late; missed 8-31 %", "dermatology", "O1-O12", read,
     unstated, "", Role::verify},
    {"V25", "intense pulsed light, 22-46 J/cm2",
     "blisters 20 %, hyperpigmentation 60 %, redness 87 % of subjects; more with pigment and "
     "fluence",
     "", "Thaysen-Petersen 2016, X3", read, unstated, "sets the photothermal model, F16",
     Role::calibrate},
    {"V29", "severity by venue", "moderate or worse 73.3 % without, 51.8 % with a physician", "",
     "W2", read, unstated, "", Role::direction},
    {"V31", "clusters found by CUSUM",
     "after 20 isolates on average (8-43), PPV 83-97 % at p0 0.05", "", "Brown 2002, G8", read,
     unstated, "", Role::verify},
    {"V32", "queues of a hospital clinic", "wait median 15 min (IQR 6-32); total 84 min (57-124)",
     "", "O15", read, unstated, "only if the clinic is run like one", Role::plausibility},
};

}  // namespace

std::span<const EvidenceRow> outcome_rows() {
  return rows;
}

}  // namespace asepsim::scenario
