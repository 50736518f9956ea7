// Evidence on cleaning, heat, disinfectants and antiseptics (I1 to I44).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr std::string_view cdc = "CDC 2008 guideline for disinfection and sterilization";
constexpr std::string_view rutala = "Rutala & Weber, table in PMC7134755";

constexpr EvidenceRow rows[] = {
    {"I1", "Spaulding's classes",
     "critical (sterile tissue): sterilize; semicritical (mucosa, broken skin): high-level "
     "disinfection; noncritical: low-level. Needles are critical, handpieces noncritical, or "
     "semicritical with a sheath",
     "", "Rutala, slides; CDC 2008", read, unstated, "the place of needles in it is derived"},
    {"I2", "germs on instruments after surgery",
     "62 % below 10, 82 % below 100, 91 % below 1,000; after the washer more than 98 % below 10, "
     "none above 100",
     "surgical instruments", "Nystrom 1981, in CDC 2008", read},
    {"I3", "germs on instruments after washer and ultrasound",
     "72 % 0-10, 14 % 11-100, 14 % above 100 CFU", "50 instruments",
     "Rutala 1998 Am J Infect Control 26:143-5", read},
    {"I4", "range of germs on instruments",
     "0-4,415 CFU, 88 % below 1,000; washing lowers it but may contaminate again", "",
     "Chu 1999 Am J Infect Control 27:315-9", read},
    {"I5", "germs on a used reusable head, in the model",
     "log10 CFU normal 1.5, SD 1.0 on clean skin; +1.5 from a carrier of S. aureus or acne; blood "
     "with 0-8 log10 virions per ml",
     "", "from I2, I4, D7", assumption, unstated,
     "the germ counts are derived, the additions assumed"},
    {"I6", "log reduction by cleaning",
     "manual 2 (SD 0.7); ultrasound and rinse 3 (0.6); washer-disinfector 4 (0.5) log10", "",
     "Rutala & Weber: cleaning alone removes about 4 log by machine", assumption, unstated,
     "the 4 log are unconfirmed, confidence medium; the split is assumed"},
    {"I7", "manual cleaning that failed (ATP above 250 RLU)",
     "2.8-39.2 % of instruments, by hospital", "163 instruments, Brazil", "PMC10426997", read},
    {"I8", "wiping surfaces, S. aureus", "below 1 to 7 log10", "",
     "Arinder 2016 PLoS One 11:e0156390 PMC4900614", read},
    {"I10", "least exposure, wrapped, gravity steam", "30 min at 121 C", "", cdc, read},
    {"I11", "least exposure, prevacuum steam", "4 min at 132 C", "", cdc, read},
    {"I12", "holding time at 134 C", "3 min (to 3.5; 18 in prion programmes)", "Europe",
     "practice by European standards", unconfirmed, high, "part of it was read"},
    {"I13", "drying", "gravity 15-30 min; prevacuum 20-30 min", "", "CDC 2008, table 7",
     unconfirmed, medium_high},
    {"I14", "whole cycle",
     "about 40 min by guideline; small sterilizers 20-60 and more: before 10, hold 10-30, dry "
     "10-20, cool 5-15 min",
     "steam", "PMC7134755 table 1; dsequ.com (vendor)", read},
    {"I15", "whole cycle, in the model",
     "class B, 134 C, wrapped: triangular 35, 45, 60 min; class N, 121 C, unwrapped: 35, 50, 70 "
     "min",
     "", "from I12-I14", assumption, unstated, "the spread is assumed"},
    {"I16", "classes of small steam sterilizers (EN 13060)",
     "N: unwrapped solid items; S: as the maker says; B: everything, by fractionated vacuum", "",
     "voryautoclave.com; secusteri.com", vendor, unstated, "two vendors who agree"},
    {"I17", "D121 of Geobacillus stearothermophilus, the reference spore of steam",
     "1-2.8 min, about 2 in water; indicators carry 1e6 spores", "",
     "sparsen.com/1361; Lundahl 2003 PDA J 57:249-62; probsee D-value (1-2)", read},
    {"I18", "z-value in steam", "10 C", "", "mesalabs.com; rrs.ir", read},
    {"I19", "D121 of vegetative bacteria", "far below 0.01 min, not measurable at 121 C", "",
     "legalclarity.org, quoting the CDC", unconfirmed, medium, "read in words; the number was not"},
    {"I20", "sterility assurance level", "1e-6", "", "wfhss-guidelines.com; CDC", read},
    {"I21", "F0 of cycles (reference 121.1 C, z 10)",
     "121 C 15 min 14.7; 121/30 29.3; 132/4 49.2; 134/3 58.5; 134/3.5 68.2; faults with wet or "
     "cold "
     "steam 115/30 7.4; 118/30 14.7 min",
     "", "computed by F6", derived},
    {"I22", "spores killed at D121 of 2.0 min, cycles of I21",
     "7.3; 14.7; 24.6; 29.2; 34.1; 3.7; 7.3 log10", "", "I21 divided by D121", derived},
    {"I23", "dry heat", "170 C 60 min; 160 C 120; 150 C 150 (pharmacopoeia 150 C 180, 180 C 30)",
     "", "medicalalgorithms.com; gke.eu", read},
    {"I24", "D160 of Bacillus atrophaeus, the reference spore of dry heat", "2-2.5 min", "",
     "gke.eu", read},
    {"I25", "z-value in dry heat", "20 C", "", "convention of the pharmacopoeia", unconfirmed,
     high},
    {"I30", "glutaraldehyde above 2 %, high-level",
     "20-90 min at 20-25 C (5 min at 35-37.8 C); as sterilant about 10 h", "", rutala, read},
    {"I31", "orthophthalaldehyde 0.55 %",
     "12 min at 20 C; more than 5 log, resistant mycobacteria included", "",
     "PMC7134755; copy of the CDC text", read},
    {"I32", "peroxide and chlorine, high-level",
     "7.5 % H2O2 30 min; 400-450 ppm chlorine 10 min; 2 % H2O2 8 min", "", rutala, read},
    {"I33", "low-level disinfection of surfaces",
     "1 min or more with a registered product or 70-90 % alcohol", "", rutala, read},
    {"I34", "alcohol",
     "best at 60-90 %; falls sharply below 50 %; no spores; not cleared as high-level; bacteria in "
     "suspension 10 s or less, M. tuberculosis about 5 min",
     "", "CDC 2008, copies", read, unstated, "the 10 s from a paraphrase"},
    {"I35", "ethanol gel 85 %", "more than 5 log in 15 s", "27 strains, suspension",
     "Kampf & Hollingsworth 2008 Ann Clin Microbiol Antimicrob 7:2", read},
    {"I36", "hand rub, 70 % ethanol for 30 s",
     "3.87 (SD 0.79), 4.38 (0.87), 4.06 (0.86) log10; reference isopropanol 60 %, twice 30 s, "
     "4.62-5.00",
     "real hands", "Kampf 2013 Antimicrob Resist Infect Control 2:19", read},
    {"I37", "weak ethanol", "40 % kills all S. aureus within 5 min; 20 % with 5 % salt in 30 min",
     "", "Huang 2001 J Food Prot 64:546-50", read},
    {"I38", "70 % ethanol on a dried surface, in the model",
     "1 min: normal 3.5, SD 0.8 log10; with blood 1.8, SD 0.8; biofilm 1 at most", "",
     "soil and biofilm in words only: table at cda-adc.ca", assumption},
    {"I39", "antisepsis of the forehead, best alcohol",
     "1.82 log10 (89.5 % n-propanol 2 min); ethanol and isopropanol less; chlorhexidine lasts", "",
     "Reichel 2009 Antimicrob Agents Chemother 53:4778-82 PMC2772323", read},
    {"I40", "chlorhexidine or povidone-iodine before surgery",
     "3 log or more within 10 min on moist sites; seconds with 60 % alcohol or more", "",
     "Paulson, chapter, Taylor & Francis", read},
    {"I41", "what the FDA asks of antiseptics",
     "2 log on the belly, 3 log in the groin at 10 min, no regrowth for 6 h", "", "NCT00692484",
     read},
    {"I42", "log reduction by facial antisepsis, in the model",
     "70 % alcohol 1.2 (SD 0.4); chlorhexidine in alcohol 1.8 (0.4), not near eyes and ears; "
     "povidone-iodine 1.5 (0.4); soap 0.5 (0.3) log10",
     "", "anchored on I39-I41; sebaceous skin is harder", assumption},
    {"I43", "exponents of concentration (Chick-Watson)",
     "ethanol 9; aliphatic alcohols 6-12.7; phenol 6 (4-9.9); chlorhexidine 2; quaternary ammonium "
     "0.8-2.5; formaldehyde 1; hypochlorite 0.5; hydrogen peroxide 0.5",
     "", "USP 1072", read},
    {"I44", "time against load", "10 spores 30 min, 1e5 spores 3 h: 37.5 min per log10",
     "B. atrophaeus", "Spaulding, in CDC 2008", read, unstated, "the slope is derived"},
};

}  // namespace

std::span<const EvidenceRow> sterilization_rows() {
  return rows;
}

}  // namespace asepsim::scenario
