// Evidence on healing and on what patients do after treatment (A).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow rows[] = {
    {"A1", "barrier after 0.15-0.25 mm", "recovered within 72 h", "face; water loss at 0-72 h",
     "Han 2012 Dermatol Surg 38:1816-22", read},
    {"A2", "barrier after 0.5 and 1.5 mm",
     "0.5 mm: peak at once, slightly raised through 48 h; 1.5 mm: highest and longest over 48 h",
     "", "Sasaki 2019 Aesthet Surg J Open Forum ojz017", read},
    {"A3", "barrier after radiofrequency needling", "water loss up on days 1-3, normal by day 7",
     "", "Wu 2022 Dermatol Ther 12(10)", read},
    {"A4", "closing of micropores",
     "mean 58-63 h (SD 13-17); half-life 20-26 h (SD 12-15); darker skin perhaps longer on the "
     "belly",
     "human body sites", "PMC8259462", read, unstated,
     "patches with microneedles, not pens on faces; contradicts A6"},
    {"A5", "closing of micropores, rat",
     "water loss 4-5 h; pores shut 12 h (370 um), 18 h (770 um); later under a cover", "",
     "Kalluri 2011 AAPS J 13:473-481", read},
    {"A6", "closing of channels, as makers of a roller have it", "within minutes", "",
     "Schwarz & Laaff 2011 Plast Reconstr Surg 127(6)", read, unstated, "contradicts A4"},
    {"A7", "half-life of open channels, in the model",
     "0.25 mm 6 h; 0.5 mm 12 h; 1.0 mm 18 h; 1.5 mm 24 h; doubled under a cover", "", "from A1-A6",
     assumption, unstated, "derived where the sources agree, assumed where they do not"},
    {"A8", "sunscreen from the first day after a laser", "less pigmentation with it",
     "split face, 30 patients", "Wanitphakdeedecha 2014 J Eur Acad Dermatol Venereol", unconfirmed,
     medium, "the size of the effect is not in the abstract"},
    {"A9", "what pigmentation goes with",
     "outdoors 13-17 h odds ratio 8.10; redness at week 2 odds ratio 1.32 per unit", "532 nm laser",
     "medluna 39265567", read},
    {"A10", "triple cream from week 2", "pigmentation 55.3 to 31.0 % (RR 0.56)", "532 nm laser",
     "medluna 39265567", read},
    {"A11", "anti-inflammatory against plain sunscreen", "a trend only", "59 patients",
     "medluna 35250287", read},
    {"A12", "sunscreen and pigmentation, in the model",
     "relative risk 0.4 (0.25-0.7) if used on 80 % of days or more; without and in the sun odds "
     "ratio 3-8",
     "", "shaped on A8-A10", assumption},
    {"A13", "days on which sunscreen is used", "30 %; 56.1 % with a daily text message", "",
     "Armstrong 2009, via thepharmacyblog.com", read},
    {"A14", "sunscreen among dermatology patients",
     "72 % ever; 20.5 % knew that it is for every day; advice raises use", "",
     "Al-Balbeesi 2022 Clin Cosmet Investig Dermatol 15:2915; Weig 2020", read},
    {"A15", "irritants in the first 72 h",
     "retinoids, acids, strong vitamin C, alcohol: irritant dermatitis; vitamin C in most "
     "granulomas",
     "", "C1, C14; consumer web article", read, unstated, "in words, no figure"},
    {"A16", "irritants while channels are open, in the model",
     "irritation odds ratio 3; pigmentation odds ratio 1.5; granuloma times 10-30 (vitamin C)", "",
     "no figure found", assumption},
    {"A18", "patients who do not go on, per interval", "trials 5 % (2-9 %); commercial clinic 12 %",
     "", "trials 1-0.83^(1/4) = 4.5 %", assumption, unstated,
     "trials are derived, commercial clinics assumed"},
    {"A19", "pigmentation, onset and duration", "2-4 wk; 6-12 months untreated", "",
     "known in general", unconfirmed, medium},
    {"A20", "time to presentation",
     "S. aureus 1-7 d; herpes 2-7 d; mycobacteria median 21-30 d; HBV 60-150 d, HCV 14-84 d, HIV "
     "acute 10-28 d",
     "", "C25, C29, B9; windows of the viruses known in general", unconfirmed, high,
     "the bacteria were read, the viruses were not"},
};

}  // namespace

std::span<const EvidenceRow> aftercare_rows() {
  return rows;
}

}  // namespace asepsim::scenario
