// Evidence on complications of microneedling and of comparable treatments (C).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr std::string_view chu = "Chu, Foulad, Mesinkovska 2021 Dermatol Surg 47:1249-1254";
constexpr std::string_view dogra = "Dogra 2014 J Cosmet Dermatol 13:180-187";
constexpr std::string_view dogra_people = "30 completers, phototypes IV-V, five monthly sessions";

constexpr EvidenceRow rows[] = {
    {"C1", "passing effects to be expected",
     "redness, swelling, pain, dryness, swollen nodes, irritant dermatitis: the most common, up to "
     "7 d; no pooled rate",
     "85 articles", chu, read},
    {"C2", "lasting or serious kinds",
     "pigmentation, tram-track scars, granuloma; more with active infection, dark skin, metal "
     "allergy, products not made for the dermis",
     "85 articles", chu, read},
    {"C3", "pooled safety, in words", "relatively safe, minimal", "51 articles, 1,029 patients",
     "Gowda 2021 PMC7869810", read},
    {"C4", "serious adverse events", "0 in 58 studies with 1,845 patients", "scars",
     "Juhasz & Cohen 2020 Clin Cosmet Investig Dermatol 13:997-1003 PMC7764156", read},
    {"C5", "serious adverse events, upper 95 % bound", "0.16 % of patients", "",
     "rule of three on C4", derived, unstated, "publication bias: the truth is higher"},
    {"C6", "bacterial infection in acne-scar needling", "none reported", "18 studies",
     "Harris 2015 Int J Womens Dermatol 1:77-81", read},
    {"C7", "hyperpigmentation after a course with rollers, phototypes IV-V",
     "5 of 30, 16.7 % (CI 5.6-34.7)", dogra_people, dogra, read, unstated,
     "of all 36 who began it is 13.9 %"},
    {"C8", "tram-track scars after a course with rollers", "2 of 30, 6.7 % (CI 0.8-22.1)",
     dogra_people, dogra, read},
    {"C10", "hyperpigmentation, phototypes III-V", "0 of 39 worse", "Jordan",
     "Al-Qarqaz & Al-Yousef 2018 J Cosmet Dermatol, via revivetrainings.com", read, unstated,
     "the authors are unconfirmed, confidence medium to high"},
    {"C11", "hyperpigmentation, weekly roller", "0 of 31", "Vietnam",
     "Open Access Maced J Med Sci 2019, copy at rhustr.com", read},
    {"C12", "hyperpigmentation, phototypes III-V pooled", "about 5 of 160, 3 %", "",
     "C7, C10, C11 and two further trials", derived, unstated, "heterogeneous"},
    {"C13", "hyperpigmentation per course in a well-run clinic, in the model",
     "phototypes I-II 0.5 %; III 2 %; IV 5 %; V 9 %; VI 12 %", "", "shaped on C7-C12", assumption,
     unstated, "calibrated to C7 and C12"},
    {"C14", "granuloma, cases in the literature",
     "15 cases in 13 reports; most with a pen and vitamin C on the skin", "",
     "Friedmann 2024 Dermatol Surg", read},
    {"C15", "onset of granuloma", "hours to 7 d and more after the session; lasts months",
     "case reports", "PMC8008152; researcher.life", read},
    {"C16", "probability of granuloma, in the model",
     "1e-5; times 10-30 if a serum not made for the dermis is driven in", "",
     "15 cases (C14) against millions of sessions", assumption},
    {"C17", "duration of redness", "3-6 h (Hong Kong); 1-2 d (Vietnam); 2-3 d (practice)", "",
     "medcomhk; rhustr.com; acne.org", read},
    {"C18", "redness, in the model",
     "always; lognormal, median 24 h, sigma 0.6; times 1 + 0.5 for each mm beyond 0.5 mm", "",
     "no figure found by depth", assumption},
    {"C19", "days until presentable, by depth", "0.2-0.5 mm 2-3 d; 0.8-1.5 mm 4-5 d; 2-3 mm 6-7 d",
     "", "drpen.net", vendor},
    {"C20", "passing effects of a fractional laser",
     "redness 100 %, swelling 82 %, dryness 86.6 %, flaking 60 %, itch 37 %, acneiform 10 %",
     "60 visits, nonablative", "Fisher & Geronemus 2005 Dermatol Surg 31:1245-9", read},
    {"C21", "bacterial infection per session in a clinic that complies", "1e-4 (5e-5 to 1e-3)", "",
     "bounded by C4-C6; comparators C22-C25", assumption, unstated,
     "no infection rate per session with a usable denominator was ever published"},
    {"C22", "tattoos ever infected", "16 of 501 tattooed people, 3.2 % (CI 1.8-5.1)", "US survey",
     "Liszewski 2015 Dermatol Surg 41:1283-9", read},
    {"C23", "acupuncture, any adverse event",
     "74 of 1,968 patients, 3.76 %, none serious; the abstract names no infection",
     "randomised trials, China", "Zhao 2011 Trials 12:87 PMC3072923", read},
    {"C24", "fractional laser, complications",
     "73 of 961 treatments, 7.6 %; acneiform 1.87 %; herpes 1.77 %; more pigmentation in dark skin",
     "phototypes I-V, one centre in the USA", "Graber, Tanzi, Alster 2008 Dermatol Surg 34:301-5",
     read},
    {"C24b", "fractional laser, complications in Koreans",
     "43 of 856 treatments, 5.0 %: prolonged redness 1.8, pigmentation 1.1, melasma worse 0.9, "
     "herpes 0.6, acneiform 0.2 %",
     "362 patients, phototypes III-IV", "J Dermatolog Treat 2013 doi 09546634.2013.777151", read},
    {"C25", "fractional laser, bacterial infection",
     "exceedingly rare; 5 cases, onset 1-7 d, one septic", "", "Xu 2015 Lasers Surg Med 47:128-32",
     read},
    {"C26", "fractional laser, side effects in Koreans",
     "71 of 286 sessions, 24.8 %, most a flare of acne", "", "Rho 2014 Med Lasers 3:17-21", read},
    {"C27", "carriers of herpes simplex 1", "USA aged 14-49 47.8 %; world below 50 67 %", "",
     "McQuillan 2018 NCHS 304; Looker 2015", read},
    {"C28", "herpes coming back per facial session",
     "0.3 % of all (0.05-1.8 %); times 0.2 with an antiviral", "",
     "lasers 0.6 % (C24b) and 1.77 % (C24) as upper end; none found for needling", assumption},
    {"C29", "mycobacteria after cosmetic procedures",
     "incubation about 3 wk; 9.8 wk to diagnosis; 75 % M. abscessus complex", "28 patients, China",
     "Zeng 2025 Infect Drug Resist 18:2301-9 PMC12065458", read},
    {"C30", "ringworm or impetigo after needling", "case reports only; 1e-5 is taken", "",
     "no figure found", assumption, unstated, "the case reports are unconfirmed, confidence low"},
};

}  // namespace

std::span<const EvidenceRow> complication_rows() {
  return rows;
}

}  // namespace asepsim::scenario
