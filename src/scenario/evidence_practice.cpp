// Evidence on how microneedling is done and what it achieves (P).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr std::string_view harris = "Harris, Naidoo, Murrell 2015 Int J Womens Dermatol 1:77-81";
constexpr std::string_view review = "18 acne-scar studies reviewed";

constexpr EvidenceRow rows[] = {
    {"P1", "needle length for cosmetic use, as told to consumers", "0.3-1.25 mm", "",
     "consumer web article on microneedle lengths", read, unstated,
     "clinics use 0.25-2.5 mm (P3, P5)"},
    {"P2", "needle length in the literature", "0.5-3 mm long, 0.1-0.25 mm thick, up to 540 needles",
     "devices of a review",
     "Gowda 2021 J Clin Aesthet Dermatol 14(1):45-54, as quoted at wellaholic.com", read},
    {"P3", "depth settings of a licensed pen",
     "0-2.5 mm in steps of 0.25 mm (11 settings); 7,000 rpm; 14 needles; ethylene oxide, SAL 1e-6, "
     "single use, locked against re-use",
     "SkinPen", "pinovaaesthetics.com, quoting FDA De Novo DEN160029", vendor, unstated,
     "a vendor that quotes the FDA"},
    {"P4", "depth in the pivotal trial of that pen", "0.25-2.0 mm",
     "41 subjects, 3 sessions a month apart, all completed", "clinicaltrials.gov NCT02646917",
     read},
    {"P5", "needle length against acne scars", "median 1.5 mm", review, harris, read},
    {"P6", "sessions against acne scars", "median 3", review, harris, read},
    {"P7", "interval between sessions",
     "median 4 weeks; trials also 2 weeks (Alam), 4 weeks (Dogra), 1 week (Vietnam)", review,
     harris, read},
    {"P8", "sessions by indication",
     "scars 3-6; fine lines 3-4; acne 3-4; pigment 3-6; sensitive skin 1-3", "",
     "botoxnearme.pro: 3-6 sessions 4-6 weeks apart", assumption, unstated,
     "the range is a vendor's, its split by indication is assumed"},
    {"P9", "depth by area of the face, chart of a pen",
     "forehead 0.25-0.5 mm thin, 0.5-0.75 thick; nose 0.25, 0.5; around the eyes 0.25-0.5; "
     "cheekbone 0.5-1.0; cheek and chin 0.5-1.0, 1.0-2.0; upper lip 0.25-0.75; scars 1.0-1.25, "
     "1.5-2.0",
     "pen", "drpen.net, needle depth guide", vendor},
    {"P10", "depth by area, radiofrequency needling",
     "forehead and temple 1.5 mm or more; malar 1.0; side of the nose 2.0 at most; around the "
     "mouth 0.5; neck 1.5",
     "review, level 5", "Aesthet Surg J Open Forum 2023 ojad100", read},
    {"P11", "depth by indication, as the model takes it",
     "sensitive skin 0.25-0.3 mm; product delivery and freckles 0.3-0.5; acne 0.5-1.0; fine lines "
     "0.5-1.0; pitted scars 1.0-2.0",
     "", "put together from P1, P5, P9", assumption},
    {"P12", "channels left by a roller", "about 250 per cm2", "192 needles, about 15 passes",
     "ocreviews.net and others, repeating earlier reviews", secondary},
    {"P13", "geometry of a roller", "192 needles in 8 rows, 1.5 mm long, 0.25 mm thick",
     "Dermaroller MF8", "Schwarz & Laaff 2011 Plast Reconstr Surg 127(6)", read},
    {"P14", "passes of a roller", "15-20, in 4 directions", "",
     "Doddaballapur 2009 J Cutan Aesthet Surg 2:110-111", unconfirmed, high,
     "echoed at ocreviews.net"},
    {"P15", "wait for the numbing cream",
     "45-60 min (roller); 30-45 min (pen); practices quote 15-60 min", "",
     "ocreviews.net; topbeauty.com.au; yourgreatskin.com; stleonardsdermatologyandlaser.com", read,
     unstated, "pages of practices"},
    {"P16", "wait for the numbing cream, in the model", "triangular 20, 40, 60 min", "", "from P15",
     derived},
    {"P17", "time of needling a whole face", "15-30 min; 15 min to hours by area", "SkinPen",
     "realself.com; topbeauty.com.au", read, unstated, "pages of practices"},
    {"P18", "time of needling, in the model",
     "lognormal, mean 22 min, CV 0.35; half for small areas", "",
     "from P17; CV by analogy with O14", assumption},
    {"P19", "length of a consultation in dermatology",
     "median 16.5 min (IQR 12.8-24.1); allotted 25 new, 15 follow-up",
     "607 consultations of 23 clinicians, UK", "Wong 2017 Future Hosp J 4(1):23-26", read},
    {"P20", "length of a consultation, fitted",
     "lognormal, median 16.5 min, sigma 0.47 (mean 18.4)", "", "from P19: sigma = ln(Q3/Q1)/1.349",
     derived},
    {"P21", "consultation of a new aesthetic client, consent and photographs included",
     "triangular 20, 30, 45 min", "", "longer than P19 for consent, photographs, prices",
     assumption},
    {"P22", "care after needling and teaching of aftercare", "triangular 5, 10, 15 min", "",
     "no figure found", assumption},
    {"P23", "sign that the depth is reached",
     "even redness to pinpoint bleeding; bleeding means the dermis was entered", "",
     "consumer web article; Alster & Graham 2018 Dermatol Surg 44:397-404", read, unstated,
     "in words, no figure"},
    {"P24", "skin cycle as laymen have it",
     "about 28 d (14 d basal to granular, 14 d stratum corneum)", "", "kao.com; qiqiwenku 485079",
     read, unstated, "low quality"},
    {"P25", "epidermal turnover as measured",
     "39-48 d; stratum corneum about 20 d when young, about 10 d more beyond 50 years", "",
     "Halprin 1972 Br J Dermatol 86:14-19; Grove & Kligman 1983 J Gerontol 38:137-142", unconfirmed,
     medium_high},
    {"P26", "efficacy against acne scars, five monthly sessions",
     "score 11.73 (SD 3.12) to 6.5 (SD 2.71), -45 %; 30 of 36 completed; good 22, excellent 4",
     "Asian patients, phototypes IV-V, roller",
     "Dogra, Yadav, Sarangal 2014 J Cosmet Dermatol 13:180-187", read},
    {"P30", "efficacy against acne scars, weekly for three months",
     "grade 3.29 (SD 0.59) to 2.23 at the end, 1.93 after one more month, 1.77 after two",
     "31 patients, Vietnam, roller", "Open Access Maced J Med Sci 2019, copy at rhustr.com", read,
     unstated, "the journal is unconfirmed, confidence medium"},
    {"P32", "efficacy against acne scars, graded", "14 % excellent, 52 % good, 28 % fair, 6 % poor",
     "50 patients, roller", "Bandral 2019 PMC6795657", read},
    {"P33", "depth of 2.5 mm against 1.5 mm", "both improve; 37 enrolled, 21 finished 6 sessions",
     "split face, pen, Iraq", "iasj.net article 186069", read},
    {"P34", "efficacy against fine lines", "significant decrease after 2 sessions",
     "10 patients, upper lip", "Fabbrocini 2012 J Dermatolog Treat 23:144-152", read},
    {"P35", "share of the scar score that a session leaves", "0.89 (0.85-0.93)", "",
     "from P26: (6.5/11.73)^(1/5)", derived},
    {"P36", "remodelling after the last session",
     "0.3-0.45 grade more within 1-2 months; time constant 45-60 d", "", "from P30", derived},
    {"P37", "regulation of needling devices in the USA",
     "Class II with special controls, 21 CFR 878.4430: needle length and geometry, largest depth, "
     "puncture rate, cross-contamination, sterility, reprocessing, disposal",
     "USA", "ecfr 21/878.4430; lawstack.com", read},
    {"P38", "FDA guidance on needling",
     "10 Nov 2020, FDA-2017-D-4792; not for acupuncture, tattoos, "
     "hypodermic needles, devices that emit energy",
     "USA", "regulations.justia.com 2020-24943", read},
    {"P39", "line between device and no device",
     "penetrating living skin with claims on structure or function makes a Class II device; no "
     "legal "
     "largest depth was found",
     "USA", "enzyme.com; reguvirta.com", read, unstated,
     "no length limit was seen; do not quote one without the guidance itself"},
    {"P40", "labelled least age", "22 years", "SkinPen, FDA consumer text",
     "armedicalassociatesandspa.com; realself.com", secondary},
    {"P41", "FDA alert on radiofrequency needling",
     "15 Oct 2025: burns, scars, loss of fat, disfigurement, nerve damage",
     "radiofrequency devices only", "aestheticmedguide.com; aestheticsjournal.com", read},
    {"P42", "spread of depth between punctures", "CV 0.10-0.15 with a pen, 0.25-0.35 with a roller",
     "a pen sets depth by motor, a roller by the hand's pressure and enters in an arc",
     "direction from prime-journal.com (promotional)", assumption, unstated,
     "the direction is a vendor's, the size assumed"},
};

}  // namespace

std::span<const EvidenceRow> practice_rows() {
  return rows;
}

}  // namespace asepsim::scenario
