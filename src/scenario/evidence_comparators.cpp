// Evidence on light, lasers and radiofrequency (X), and on who does the treatment (W).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow rows[] = {
    {"X3", "intense pulsed light, 22-46 J/cm2 on purpose",
     "redness 87 %, hyperpigmentation 60 %, hypopigmentation 20 %, purpura 27 %, blisters 20 %, "
     "swelling 13 %, crusts 13 %; driven by pigment and fluence (p 0.002 or less)",
     "phototypes II-IV", "Thaysen-Petersen 2016 Lasers Surg Med", read, unstated,
     "doses high on purpose: for slopes, not for baselines"},
    {"X4", "intense pulsed light against freckles", "more than 50 % better after 2 sessions", "",
     "Li & Chen 2008 J Appl Cosmetol 26:105-111", read},
    {"X6", "fractional laser, pigmentation in Chinese",
     "7.1 % at low density, 12.4 % at high density", "", "Chan 2007 Lasers Surg Med 39:381-5",
     read},
    {"X7", "ablative CO2 laser, pigmentation in dark skin", "up to 92 %", "phototype IV and darker",
     "introduction of J Cosmet Dermatol 10.1111/jocd.70366", secondary},
    {"X8", "532 nm Q-switched laser, pigmentation of spots",
     "55.3 % of lesions; 31.0 % with triple cream", "randomised trial",
     "Ann Dermatol, medluna 39265567", read},
    {"X9", "radiofrequency needling", "pigmentation 4 % at most; passing mesh marks 3 of 40",
     "7 studies", "summary at acne.org", secondary},
    {"W1", "adverse events among cosmetic clients",
     "50 among 401 (12.5 %); more burns and discolouration with non-physicians and in spas; "
     "technique named most as cause",
     "survey", "Rossi 2019 Dermatol Surg 45:588-597 PMC6450566", read, unstated,
     "a survey: recall and selection"},
    {"W2", "severity of adverse events by who treated",
     "moderate in 73.3 % without, 51.8 % with a physician (p below 0.001)",
     "1,328 clients: 828 physicians, 413 others", "synapse.zhihuiya.com; scite.ai", read, unstated,
     "a survey: recall and selection"},
    {"W3", "complications that come from medical spas",
     "61-100 % of those they see, said most dermatologic surgeons", "survey of ASDS members",
     "Wang 2020 Dermatol Surg 46:1543-8", read},
    {"W4", "physicians in medical spas",
     "on site in 38.1 % of 63; 46 % tell the director of complications; 73 % treated by others",
     "Las Vegas", "Almukhtar 2024", read},
    {"W5", "medical spas without a medical director", "36 % (2018)", "USA",
     "AmSpa 2019, via laingbuissonnews.com", read},
    {"W6", "beauty parlours doing medical acts without licence", "70 % of 66 (2006)", "Beijing",
     "syej.cn 2006-08/18", read, unstated, "a newspaper"},
    {"W7", "odds of adverse events by operator, against a dermatologist",
     "trained nurse 1.2; certified aesthetician 1.5; uncertified spa 3; unlicensed 5; at home 3 "
     "(0.5 mm "
     "at most)",
     "", "only the direction is known, W1-W3", assumption},
};

}  // namespace

std::span<const EvidenceRow> comparator_rows() {
  return rows;
}

}  // namespace asepsim::scenario
