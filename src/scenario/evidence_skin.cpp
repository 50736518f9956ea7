// Evidence on skin thickness (S) and on the depth that needles reach (D).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr std::string_view meng = "Meng 2022 BMC Med Imaging 22:113 PMC9205051";
constexpr std::string_view meng_people = "high-frequency ultrasound, 49 men, 69 women, China";
constexpr std::string_view sandby = "Sandby-Moller 2003 Acta Derm Venereol 83:410-413";
constexpr std::string_view ultrasound =
    "ultrasound shows an epidermis 2-4 times thicker than histology; take the epidermis from S9";

constexpr EvidenceRow rows[] = {
    {"S1", "skin of the forehead, men / women",
     "epidermis 0.22 (SD 0.03) / 0.20 (0.03) mm; dermis 1.17 (0.28) / 0.86 (0.16) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S2", "skin of the glabella, men / women",
     "epidermis 0.21 (SD 0.03) / 0.19 (0.02) mm; dermis 1.14 (0.30) / 0.90 (0.23) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S3", "skin of the temple, men / women",
     "epidermis 0.19 (SD 0.02) / 0.18 (0.02) mm; dermis 1.06 (0.20) / 0.80 (0.19) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S4", "skin of the eyelid, men / women",
     "epidermis 0.18 (SD 0.03) / 0.17 (0.02) mm; dermis 0.67 (0.14) / 0.58 (0.11) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S5", "skin of the bridge of the nose, men / women",
     "epidermis 0.20 (SD 0.03) / 0.19 (0.02) mm; dermis 1.03 (0.16) / 0.93 (0.25) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S6", "skin of the cheek (zygoma), men / women",
     "epidermis 0.19 (SD 0.03) / 0.20 (0.18) mm; dermis 1.14 (0.21) / 0.87 (0.35) mm", meng_people,
     meng, read, unstated,
     "the women's epidermal SD of 0.18 looks like an outlier, 0.03 is taken; epidermis by "
     "histology (S9)"},
    {"S7", "skin of the chin, men / women",
     "epidermis 0.21 (SD 0.09) / 0.18 (0.03) mm; dermis 1.02 (0.24) / 0.91 (0.34) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S8", "skin of the neck, men / women",
     "epidermis 0.19 (SD 0.03) / 0.17 (0.03) mm; dermis 0.98 (0.22) / 0.99 (0.20) mm", meng_people,
     meng, read, unstated, ultrasound},
    {"S9", "facial skin by histology, six regions",
     "epidermis women 0.066 (SD 0.014) to 0.121 (0.045) mm, men 0.079 (0.014) to 0.123 (0.033), "
     "upper lip thickest; dermis women 1.150 (0.217) to 1.498 (0.389) mm, men 1.107 (0.390) to "
     "1.943 (0.464)",
     "90 women, 90 men, Turkey", "Selcuk Med J, en-7154", read, unstated,
     "the model draws the epidermis lognormal, mean 0.085 mm, CV 0.2 (upper lip 0.12 mm)"},
    {"S10", "facial skin by histology, 39 subunits",
     "epidermis 0.0296 mm (behind the ear) to 0.0626 (upper lip); dermis 0.759 mm (upper medial "
     "lid) to 1.969 (lower side of the nose)",
     "10 cadavers", "Chopra 2015 Aesthet Surg J 35:1007-1013", read},
    {"S11", "whole skin at 50 MHz, women / men",
     "forehead 1.86 (SD 0.26) / 2.45 (0.37) mm; cheek 1.90 (0.21) / 2.53 (0.26); eyelid 1.24 "
     "(0.25) "
     "/ 1.44 (0.16); canthus 1.36 (0.11) / 1.64 (0.19)",
     "100 women, 100 men, south-west China; ages 20-29", "discovery.researcher.life, 50 MHz", read},
    {"S12", "epidermis, all sites pooled", "0.0998 mm (95 % CI 0.083-0.116)",
     "meta-analysis of 56 papers", "Xu 2017 J Am Acad Dermatol 77:1133-1144 PMC5685878", read},
    {"S13", "stratum corneum and viable epidermis: forearm, shoulder, buttock",
     "corneum 18.3 (SD 4.9), 11.0 (2.2), 14.9 (3.4) um; viable 56.6 (11.5), 70.3 (13.6), 81.5 "
     "(15.7) um",
     "71 people biopsied", sandby, read},
    {"S14", "what epidermal thickness depends on",
     "corneum thicker with pigment (p 0.0008), thinner with years of smoking; viable epidermis "
     "thicker in men; no effect of age or skin type",
     "71 people biopsied", sandby, read},
    {"S15", "age and the facial dermis",
     "women: thinner with age at forehead, glabella, zygoma, chin; men at the zygoma only (r "
     "-0.33)",
     meng_people, meng, read},
    {"S16", "stratum corneum of the face", "7-13 um", "",
     "from S13, as faces are thinner than forearms", assumption},
    {"S17", "papillary dermis", "about 0.1-0.2 mm below the epidermis; its capillaries bleed", "",
     "general anatomy", unconfirmed, medium},
    {"S18", "spread of thickness within one site of one person", "SD 10-15 % of the site's mean",
     "", "no figure found", assumption},
    {"D1", "depth reached as a share of the set length, human skin", "about 1.0 at 0.5 and 1.5 mm",
     "excised skin before the ear, needling with and without RF",
     "Sasaki 2019 Aesthet Surg J Open Forum ojz017", read, unstated, "contradicts D2"},
    {"D2", "depth reached as a share of the set length, rat",
     "0.20: 770 um needles leave channels 152.5 (SD 9.6) um deep, 70.7 (9.9) um wide",
     "hairless rat, roller", "Kalluri 2011 AAPS J 13:473-481 PMC3160154", read, unstated,
     "contradicts D1"},
    {"D3", "depth reached as a share of the set length, pig", "0.5-0.7", "pig skin, roller",
     "Lima 2013 Surg Cosmet Dermatol 5:110-114", unconfirmed, medium},
    {"D4", "depth and closing of channels can be measured in living skin", "by optical tomography",
     "", "Enfield 2010 J Biomed Opt 15:046001", read},
    {"D5", "depth reached as a share of the set length, in the model",
     "pen up to 1 mm beta mean 0.90, SD 0.07; pen above 0.80, SD 0.08; roller 0.60, SD 0.12; low "
     "case 0.2",
     "", "put together from D1-D3, which disagree by a factor of five", assumption},
    {"D6", "depth added by the operator's hand",
     "expert normal 0 mm, SD 0.05; trained 0, SD 0.10; untrained +0.10, SD 0.25", "",
     "no figure found", assumption},
    {"D7", "germs carried in by needles",
     "about 1e3 CFU stick to a hypodermic needle, 1e4 to an array; less than 5 % of the load "
     "crosses; none crossed viable pig epidermis with microneedles",
     "inoculated surface, in vitro", "Donnelly 2009 Pharm Res 26:2513-2522 PMC2900181", read},
};

}  // namespace

std::span<const EvidenceRow> skin_rows() {
  return rows;
}

}  // namespace asepsim::scenario
