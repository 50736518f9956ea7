// Evidence on operations and money (O), and on standards and surveillance (G).
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow operations[] = {
    {"O1", "appointments missed in dermatology", "7.8-31.0 %; 15-25 %", "",
     "JAMA Dermatol 2016; Cohen & Vardy 2006", read},
    {"O2", "appointments missed, urgent dermatology",
     "23.9 % (21.9 no-shows, 2.0 cancelled the same day)", "508 appointments",
     "Canizares 2002 J Am Acad Dermatol 46:457-9", read},
    {"O3", "appointments missed, aesthetic clinics", "10-20 %; 5-15 %; medical spas aim at 5-8 %",
     "", "consentz; usecalyx; prospyrmed", vendor},
    {"O6", "cancellations", "18 % cancel, 5.9 % do not come; more on Monday and Tuesday",
     "14,793 visits, hand clinic", "MGH, via globalauthorid.com", read},
    {"O7", "reminders",
     "odds of coming 1.76 (1.37-2.26) by text, 2.09 (1.85-2.36) by phone; missed 39.8 to 26.3 % by "
     "text (502 patients)",
     "13 and 8 randomised trials", "Lin & Wu 2014 PLoS One 9:e104266; Youssef 2014 EMHJ 20(5)",
     read},
    {"O7b", "reminders by text, Cochrane", "attendance RR 1.14 (1.03-1.26): 67.8 to 78.6 %", "",
     "Gurol-Urganci 2013 CD007458.pub3", unconfirmed, high},
    {"O8", "deposits", "missed times 0.4 (0.25-0.7)", "", "heyaesta; usecalyx, in words",
     assumption},
    {"O9", "appointments missed, in the model",
     "12 % at 7 d of lead; logit +0.03 a day; odds divided by 1.76 with texts (2.09 phone), times "
     "0.4 "
     "with a deposit",
     "", "from O1-O8", assumption, unstated, "the reminder is derived, the rest assumed"},
    {"O10", "punctuality",
     "90.7 % early (mean 24.1 min), 7.7 % late (mean 20.5 min); about -20 min",
     "1,500 visits, Johns Hopkins", "Williams 2014 BMJ Open 4:e004679", read, unstated,
     "the overall mean is derived"},
    {"O11", "punctuality by kind of patient",
     "84.4 % early; older ones more punctual; early morning worst; known patients worse",
     "410,808 visits, Milan", "Cerruti 2023 BMC Health Serv Res", read},
    {"O12", "punctuality and absence", "9.5 % missed, 5.1 % late",
     "1,353 visits, neurology, Denmark", "BMC Health Serv Res 2018 s12913-018-3057-2", read},
    {"O13", "law of the offset from the appointment",
     "generalised logistic best; Johnson SU, log-logistic fair; normal rejected", "",
     "Eftakhari 2012 Am J Oper Res", read},
    {"O14", "spread of service times in clinics", "CV 0.35-0.85; lognormal or gamma", "",
     "Cayirli & Veral 2003 Prod Oper Manag 12:519-49", unconfirmed, high},
    {"O15", "time in a clinic", "total 84 min (IQR 57-124), sigma 0.58; wait 15 min (6-32)",
     "15,265 visits", "BMC Health Serv Res 2021 s12913-021-06079-y", read, unstated,
     "sigma is derived"},
    {"O16", "time in the examination room", "physician 29.0 (SD 13.5) min, waiting 34.9 (28.8) min",
     "55 visits, oncology", "PubMed 25248723", read},
    {"O17", "turnover of a room, contact time included", "triangular 5, 10, 15 min; spa 2-5 min",
     "", "at least 1 min wet, I33", assumption},
    {"O18", "demand by time",
     "weekdays 10-14 high, 14-16 low, 16-19 very high; Saturday 9-14 very high; Sunday, Monday low",
     "", "aestheticlaunchlab.com", vendor},
    {"O19", "visits and clients",
     "283 visits a month; 536 USD spent; 65 % return; 88 % women; age 35-54 52 %, below 34 26 %, "
     "55 "
     "and above 21 %",
     "medical spas, USA", "AmSpa 2022, via rejuvapennxt.com", secondary},
    {"O20", "medical spas 2018",
     "5,431 in the USA; 1.5 million USD revenue; margin 29 %; 460 USD a visit; 66 % return", "",
     "laingbuissonnews.com", secondary},
    {"O21", "booked online", "21.9 %", "about 20,000 appointments", "mangomint.com", vendor},
    {"O22", "utilisation to aim at", "90-95 %", "", "prospyrmed.com", vendor, unstated,
     "queues explode there; 80-85 % is wiser"},
    {"O23", "price of a session",
     "100-700 USD; 200-700; SkinPen 200-500; in the model triangular 150, 300, 700 USD", "",
     "botoxnearme.pro; feau", vendor},
    {"O24", "price of needles", "cartridge of a licensed pen 25-60 USD; roller 5-25 USD", "",
     "no figure found", assumption, unstated, "that cartridges lock against re-use was read (P3)"},
    {"O25", "cost of a sterilizer cycle",
     "3-8 USD: pouch, water, energy, chemical indicator, 10 min of labour at 20 USD/h; biological "
     "indicator 5-15 USD",
     "", "no figure found", assumption},
    {"O26", "price of a class B sterilizer", "3-8 thousand USD; service 300-800 USD a year", "",
     "no figure found", assumption},
    {"O27", "wages, USA 2023",
     "nurse median 41.38 USD/h; skincare specialist about 20.8; physician about 110-200", "",
     "BLS Occupational Outlook 2023; icgi.org: aesthetic nurse 35-75 USD/h (vendor)", unconfirmed,
     low, "nurse of high, specialist of medium, physician of low confidence"},
    {"O28", "care of an outpatient cellulitis", "586.91 USD an episode, 292.50 USD a visit", "",
     "St John 2018 J Am Acad Dermatol", read},
    {"O29", "care of an inpatient skin infection",
     "wound infection 9,388 USD, 5.8 d; cellulitis median 7,341 USD, 4.7 d", "",
     "PLoS One 0143276; Challener 2017", read},
    {"O30", "care of a mycobacterial infection", "5-30 thousand USD; months of several drugs", "",
     "no figure found", assumption},
    {"O31", "follow-up", "phone on days 1-3; visit at week 4; photographs 1 and 3 months after", "",
     "NCT02646917", assumption, unstated, "read of a trial; that clinics do so is assumed"},
};

constexpr EvidenceRow oversight[] = {
    {"G1", "CDC guide for outpatient settings, v2.3 (2016)",
     "policies; training; surveillance and reporting; hand hygiene; protective equipment; "
     "injection "
     "safety; testing; cleaning; reprocessing. Needle re-use: stop, tell the health department, "
     "notify and test patients",
     "", "scribd 339388557; CDC pages; checklist of 2012", read},
    {"G2", "AAMI ST79",
     "biological indicator weekly or daily, each kind of cycle, three after repair; chemical "
     "indicator in every pack; monitors each load; Bowie-Dick daily",
     "", "I59-I60", read},
    {"G3", "after a positive biological indicator",
     "one positive with good monitors: repeat at once, out of service, review; a second: inspect, "
     "repair, three in a row empty; recall to the last negative",
     "", "confirmmonitoring.com (CDC 2003, dental)", read},
    {"G4", "standards",
     "ISO 17665, ISO 11737, EN 13060, EN 285, EN ISO 11138, 11140, ISO 14937, EN ISO 20857, ISO "
     "15883, ISO 14971, ISO 13485, IEC 62366, IEC 60601, AAMI ST79, ISO 17664, EU MDR 2017/745",
     "", "names known in general", unconfirmed, high,
     "17665, 13060 and MDR were seen; needling was not seen in Annex XVI of the MDR"},
    {"G5", "CDC guideline 2008", "updated 2019", "", "Rutala, Weber, HICPAC; copies", read},
    {"G6", "lesson of outbreaks",
     "contact system, labelled specimens, licence, single-use thrown away, records", "",
     "MMWR 2024", read},
    {"G7", "inspections", "licensed once a year and on complaint; unlicensed on complaint only", "",
     "no figure found", assumption},
    {"G8", "CUSUM for clusters",
     "alpha 0.10-0.25, beta 0.20-0.25, p0 0.05: detected after 20 isolates on average (8-43), PPV "
     "82.6-96.5 %",
     "", "Brown 2002 Emerg Infect Dis 8(12):1426-32", read},
    {"G9", "Bernoulli CUSUM", "set p0, p1 and the run length in control, such as 1:500", "",
     "Leandro 2005 Postgrad Med J 81:647-52", read},
    {"G10", "when the authority is told, in the model",
     "two linked infections in 90 d, or one bloodborne virus, or a CUSUM signal, or a recall with "
     "packs used",
     "", "no figure found", assumption},
    {"G11", "figures to watch",
     "indicators passed, completeness of logs, days since the last biological indicator, size of "
     "recalls, hand hygiene, heads used again, harm per 1,000 sessions, pigmentation per 100 "
     "courses, infection per 1,000, time to detect, no-shows, wait, utilisation, contribution",
     "", "put together from G1-G6", derived},
};

}  // namespace

std::span<const EvidenceRow> operations_rows() {
  return operations;
}

std::span<const EvidenceRow> oversight_rows() {
  return oversight;
}

}  // namespace asepsim::scenario
