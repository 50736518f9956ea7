// Evidence on failing sterilizers, on people's compliance and on transfer by touch (I50 to I70).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow rows[] = {
    {"I50", "biological indicators failed, Canada 2015-22",
     "0.20 % of tests; 0.51 % (2015) to 0.15 % (2022); steam 0.20, dry heat 1.30, chemical vapour "
     "1.40 %; 91.8 % by human error; test again after about 2 d",
     "198,771 tests in 362 dental offices", "Vatanparast, Saskatchewan", read},
    {"I52", "biological indicators failed, Norway",
     "steam 3 of 163, 1.8 % (1996), 8.8 % (1985); dry heat 14 of 109, 12.8 %; all 6.3 %", "dental",
     "Skaug 1999 Acta Odontol Scand 57:175-80", read},
    {"I53", "biological indicators failed, Lombardy",
     "steam 3 of 35, 8.6 %; 27 % of surgeries never test", "", "oem.bmj.com, table", read},
    {"I54", "biological indicators failed, mail-in service",
     "28.7 % (1992), 18.1, 9.1 % (1994) of clinics; wrapping, loading, temperature, time",
     "quarterly tests", "Quintessence 1995, PubMed 8596817", read},
    {"I55", "biological indicators failed, US endodontists 1986", "15.1 % of 139 sterilizers", "",
     "Palenik 1986 J Endod 12:206", read},
    {"I56", "probability that a cycle does not kill",
     "well kept 2e-3; average 0.01-0.02; poor 0.09", "", "I50-I55 and a Swiss survey", derived},
    {"I57", "breakdowns of a sterilizer",
     "about 1,500 cycles between them (500-4,000); repair lognormal, median 3 d", "",
     "no figure found", assumption},
    {"I58", "indicators that show a cycle which did not kill",
     "chemical type 1 0.2, type 4 0.6, type 5 or 6 0.85; biological 0.98; print-out 0.7", "",
     "no figure found", assumption},
    {"I59", "when to test with biological indicators",
     "weekly at least, better daily; every load with implants; three in a row after repair; each "
     "kind of cycle",
     "", "AAMI ST79, via infectioncontroltoday.com and a sheet of 3M", read},
    {"I60", "Bowie-Dick test", "daily, in the first cycle, prevacuum", "",
     "AAMI ST79, via infectioncontroltoday.com and a sheet of 3M", read},
    {"I61", "compliance with hand hygiene",
     "median 40 %; physicians 32 %, nurses 48 %; before contact 21 %, after 47 %; outside "
     "intensive care 50-60 %",
     "hospitals", "Erasmus 2010 Infect Control Hosp Epidemiol 31:283-94", read},
    {"I62", "compliance with hand hygiene, recent", "nurses 52 % (47-57), doctors 45 % (40-49)",
     "pooled", "Bredin 2022 J Hosp Infect", read},
    {"I63", "lapses found in US surgery centres",
     "46 of 68 (67.6 %) at least one; 17.6 % in 3 categories or more; reprocessing 28.4 %; 6 % "
     "used "
     "single-use devices again",
     "audits", "Schaefer 2010 JAMA 303:2273-9", read},
    {"I64", "germs moved from surface to finger",
     "bare 49 % (32-72), gloved 30 % (17-49); level after 4-6 touches", "",
     "King 2020 Indoor Air 30:993", read},
    {"I65", "germs moved from hard surface to finger",
     "up to 57 % in dry, 79.5 % in humid air; porous below 6.8, 13.4 %", "",
     "Lopez 2013 Appl Environ Microbiol 79:5728-34 PMC3754157", read},
    {"I66", "germs moved from phone and tap to hand", "38-66 %, 28-40 %", "",
     "Rusin 2002 J Appl Microbiol", read},
    {"I67", "survival on dry surfaces",
     "S. aureus 7 d to 7 months; S. pyogenes 3 d to 6.5 months; HBV and HIV more than 1 wk; herpes "
     "hours to 7 d",
     "", "Kramer 2006 BMC Infect Dis 6:130", read},
    {"I68", "carriers of S. aureus in the nose",
     "up to 30 % (20 % always, 30 % at times, 50 % never)", "",
     "Sakr 2018 Front Microbiol; practicaldermatology 2011", read},
    {"I69", "germs on facial skin",
     "1e4-1e6 aerobes per cm2 where sebaceous; S. aureus on the face of carriers 10-1,000 per cm2",
     "", "known in general", assumption, unstated,
     "the aerobes are unconfirmed, confidence medium; the S. aureus is assumed"},
    {"I70", "single-use heads used again",
     "licensed clinic 0.5-6 % of sessions; spa 20 %; unlicensed 60 %", "", "upper anchor I63 (6 %)",
     assumption},
};

}  // namespace

std::span<const EvidenceRow> hygiene_rows() {
  return rows;
}

}  // namespace asepsim::scenario
