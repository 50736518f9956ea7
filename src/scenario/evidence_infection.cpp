// Evidence on dose and response, bloodborne viruses (R) and outbreaks (B).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow rows[] = {
    {"R1", "volunteers infected with S. aureus, by dose",
     "40 CFU 4 of 20; 220 8; 2,000 13; 1.05e5 14; 1.6e6 19; 1e7 20", "forearm, 20 each",
     "Singh 1971, at QMRAwiki", read},
    {"R2", "S. aureus, exponential on the density after growth",
     "k 7.64e-8 per CFU/cm2; half at about 9.1e6", "",
     "Rose & Haas 1999 Am J Infect Control 27(6) suppl. 26-33", unconfirmed, high,
     "k belongs to the density after growth; on an inoculum it is wrong by orders of magnitude. "
     "Units are of medium confidence"},
    {"R3", "S. aureus, exponential with growth and decay", "k 8.05e-8 (95 % CI 6.46e-8 to 1.00e-7)",
     "", "Esfahanian 2019 Pathogens 8(4):253", read, unstated,
     "journal and volume are unconfirmed, confidence medium"},
    {"R4", "S. aureus in two compartments",
     "decay, then growth that cooperates, fits better than single hits", "",
     "Chandrasekaran & Jiang 2021 Sci Rep 11:12542", read},
    {"R5", "S. aureus on the initial dose, occluded skin",
     "beta-Poisson alpha 0.222, N50 550 CFU (deviance 5.4, 4 df); or logit p = -2.44 + 0.81 log10 "
     "D; "
     "exponential rejected (deviance 182)",
     "", "fit to R1 by maximum likelihood", derived, unstated,
     "counts small pustules under a dressing; times 0.05-0.1 for infection that matters is "
     "assumed"},
    {"R6", "a foreign body lowers the dose", "from about 1e6 to about 1e2 with a suture", "",
     "Elek & Conen 1957 Br J Exp Pathol 38:573", unconfirmed, high},
    {"R7", "hepatitis B by needlestick",
     "6-30 % of the susceptible; HBeAg positive up to 62 % by serology, negative 1-37 %", "",
     "utmb.edu; enttoday; dentallearning.org", read},
    {"R8", "hepatitis C by needlestick, older",
     "1.8 % (0-10); Italy hollow needles 1.2 % (0.3-3.0), solid sharps 0 of 105; Pittsburgh 0.1 % "
     "(2 of 1,361)",
     "", "Am J Infect Control S0196-6553(17)30209-2; Puro 1995 AJIC 23:273-7", read, unstated,
     "1.8 % is history; modern estimates are 0.1-0.2 %"},
    {"R9", "hepatitis C by needlestick, guidance of 2020", "0.2 % through skin, 0 on mucosa", "",
     "CDC, MMWR Recomm Rep 2020;69(6):1-8", unconfirmed, high},
    {"R10", "HIV by needlestick", "0.3 %; more if deep, with visible blood, device from a vessel",
     "", "utmb.edu; enttoday", read},
    {"R11", "HIV per act",
     "of 10,000: shared needle 63, needlestick 23, transfusion 9,250; contaminated syringe 0.67 % "
     "by "
     "model",
     "", "CDC risk table after Patel 2014 AIDS 28:1509-19; Kaplan & Heimer 1992", read},
    {"R12", "solid and micro needles against hollow ones",
     "0.1-0.3 per puncture, but 1e3-1e5 punctures a session", "", "R8 (0 of 105 solid)",
     assumption},
    {"R13", "hepatitis C fading in a syringe",
     "half-life 0.4 h, then 28 h; up to 63 d in 32 ul, 1 d at most in 2 ul (22 C)", "",
     "Paintsil 2010 J Infect Dis PMC2932767", read},
    {"R14", "hepatitis C on dry surfaces", "16 h to 6 wk, by assay", "",
     "Paintsil 2014 J Infect Dis", read},
    {"R15", "hepatitis B in dried blood", "infectious for 7 d and more", "",
     "pages quoting the CDC; HSE", read},
    {"R16", "HIV drying", "90-99 % lost within several hours", "",
     "CDC wording, via parkerslegacy.com", secondary},
    {"R17", "prevalence, western Pacific", "HBsAg 5.92 % (2019); hepatitis C 0.49 %", "",
     "WHO WPRO", read},
    {"R18", "prevalence, USA", "HBsAg about 0.3 %; hepatitis C RNA 0.9-1 %; HIV 0.36-0.4 %", "",
     "NHANES, CDC", unconfirmed, high},
    {"R19", "immune to hepatitis B",
     "US adults vaccinated about 30-35 % by own report; young cohorts above 80 %", "",
     "no single source", unconfirmed, medium},
    {"B3", "hepatitis B by acupuncture, Rhode Island 1984",
     "35 of 316 tested (11.1 %) of 366; 9 % below 150 needles, 33 % from 450 on; RR 4.1 in the "
     "month the source was viraemic",
     "dose and response by number of needles", "Kent 1988 Am J Epidemiol 127:591-8", read},
    {"B4", "hepatitis B per needle", "0.7-1.2 per 1,000", "",
     "from B3: 1-(1-a)^(1/n) with n about 75-100 and 500-600; who was a carrier is inside it, so "
     "that a viraemic source infects more (B3: 4.1 times; R7 x R12: 6 to 90 per 1,000)",
     derived},
    {"B6", "hepatitis B by acupuncture, London", "5 cases, 1.7 % of those treated",
     "HBeAg-positive practitioner", "Walsh 1999", read},
    {"B8", "M. abscessus by acupuncture, Seoul 2001", "40 cases, denominator not seen",
     "ended with sterilizing and fresh towels; environment negative",
     "Song 2006 BMC Infect Dis 6:6", read},
    {"B9", "M. abscessus by acupuncture, Toronto 2002",
     "32 cases; median incubation 1 month; all left scars or pigment; 6 of 23 biopsies grew it", "",
     "Tang 2006", read},
    {"B11", "M. chelonae by tattoo, Rochester 2011", "19 cases, denominator not seen",
     "rash within 3 wk; one premixed ink", "Kennedy 2012 N Engl J Med 367:1020-4", read},
    {"B12", "M. abscessus by mesotherapy, Hong Kong 2023", "19 cases",
     "one beauty centre, June to August", "J Cosmet Med 2024 8:62", read},
    {"B13", "M. chelonae by biomesotherapy, Adelaide 2008", "8 cases by culture",
     "3 places positive; a germ of tap water", "Emerg Infect Dis 2013;19(9)", read},
    {"B14", "MRSA by tattoo, Ohio, Kentucky, Vermont 2004-5", "34 primary, 10 secondary cases",
     "unlicensed tattooists", "MMWR 2006;55:677-9", unconfirmed, medium_high,
     "that it happened was read, the count was not"},
};

}  // namespace

std::span<const EvidenceRow> infection_rows() {
  return rows;
}

}  // namespace asepsim::scenario
