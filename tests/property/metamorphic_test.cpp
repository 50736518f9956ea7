// Relations between two runs that hold exactly, whatever the numbers are (methods.md section 6).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "property/random_clinic.hpp"
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

ReplicationRecord record_of(const std::string& text, std::uint64_t replication = 0,
                            const std::vector<scenario::Override>& overrides = {}) {
  const auto read = scenario::read_scenario_text("schema: asepsim/1\n" + text, "test", overrides);
  if (!read.scenario) throw std::invalid_argument(to_text(read.diagnostics));
  return run_replication(*compile(*read.scenario), {3, replication});
}

// A clinic whose times are whole seconds drawn from lists, all written with one unit.
std::string clinic_in(const std::string& unit) {
  const auto list = [&](const std::string& values, const std::string& weights) {
    std::string out = "{discrete: {values: [";
    std::size_t from = 0;
    while (from < values.size()) {
      const std::size_t to = std::min(values.find(' ', from), values.size());
      out += (from > 0 ? ", " : "") + values.substr(from, to - from) + " " + unit;
      from = to + 1;
    }
    return out + "], weights: [" + weights + "]}}";
  };
  return R"(
calendar: {opening: always}
staff:
  nurse: {count: 2, skills: [care]}
  doctor: {skills: [care, cut]}
rooms: {cabin: {count: 2, turnaround: {duration: )" +
         list("3 8", "1, 1") + R"(, staff: care}}}
run: {length: 4000 )" +
         unit + R"(}
arrivals:
  urgent: {pathway: visit, interarrival: )" +
         list("20 31 90", "1, 2, 1") + R"(, priority: 10, patience: 40 )" + unit + R"(}
  common: {pathway: visit, interarrival: )" +
         list("7 12 25", "1, 2, 1") + R"(, patience: 120 )" + unit + R"(}
pathways:
  visit:
    - {step: talk, staff: care, duration: )" +
         list("4 6 11", "2, 1, 1") + R"(}
    - {step: cut, staff: [cut, care], rooms: cabin, keep: [cabin], pre_emptible: true, duration: )" +
         list("9 14", "3, 1") + R"(}
    - {step: rest, release: [cabin], duration: )" +
         list("5 10 30", "1, 1, 1") + R"(, next: [{to: talk, probability: 20 %}]}
)";
}

TEST(Metamorphic, ScalingAllTimesScalesAllTimes) {
  const ReplicationRecord minutes = record_of(clinic_in("min"));
  const ReplicationRecord hours = record_of(clinic_in("h"));
  ASSERT_EQ(minutes.steps.size(), hours.steps.size());
  ASSERT_GT(minutes.steps.size(), 300u);
  const auto scaled = [](SimTime at) {
    return at == SimTime::never() ? at : SimTime::from_microseconds(60 * at.microseconds());
  };
  for (std::size_t i = 0; i < minutes.steps.size(); ++i) {
    StepFact step = minutes.steps[i];
    step.queued_at = scaled(step.queued_at);
    step.started_at = scaled(step.started_at);
    step.ended_at = scaled(step.ended_at);
    ASSERT_EQ(step, hours.steps[i]) << i;
  }
  for (std::size_t p = 0; p < minutes.pools.size(); ++p) {
    EXPECT_NEAR(60 * minutes.pools[p].busy, hours.pools[p].busy, 1e-9 * hours.pools[p].busy);
    EXPECT_NEAR(60 * minutes.pools[p].queue, hours.pools[p].queue, 1e-9 * hours.pools[p].queue);
  }
}

const std::string two_rooms = R"(
run: {start: 2027-01-04, length: 20 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {count: 2, end_of_shift: overtime}}
rooms:
  cabin: {count: 2, turnaround: {duration: 7 min, staff: nurse}}
  hall: {count: 1}
equipment: {laser: {count: 1}}
arrivals:
  ann: {pathway: visit, rate: {weekdays: {"9-16": 3}}, patience: {exponential: 30 min}}
pathways:
  visit:
    - {step: a, staff: nurse, rooms: cabin, duration: {exponential: 12 min}, keep: [cabin]}
    - {step: b, equipment: laser, duration: {exponential: 9 min}, release: [cabin]}
    - {step: c, rooms: hall, duration: {exponential: 14 min}}
)";

// Steps without the index of the pool that was awaited.
std::vector<StepFact> steps_without_pools(const std::string& text) {
  std::vector<StepFact> steps = record_of(text).steps;
  for (StepFact& step : steps) step.awaited = 0;
  return steps;
}

std::string renamed(std::string text, const std::string& old, const std::string& instead) {
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + instead.size())) {
    text.replace(at, old.size(), instead);
  }
  return text;
}

TEST(Metamorphic, RelabellingRoomsChangesNothing) {
  const std::vector<StepFact> original = steps_without_pools(two_rooms);
  ASSERT_GT(original.size(), 300u);
  EXPECT_EQ(steps_without_pools(renamed(two_rooms, "cabin", "zelle")), original);
  EXPECT_EQ(steps_without_pools(renamed(two_rooms, "laser", "lamp")), original);
  const std::string swapped =
      with(with(two_rooms, "  hall: {count: 1}\n", ""), "rooms:\n", "rooms:\n  hall: {count: 1}\n");
  EXPECT_EQ(steps_without_pools(swapped), original) << "the order of the list means nothing";
}

TEST(Metamorphic, WhatNobodyUsesChangesNothing) {
  const std::vector<StepFact> original = steps_without_pools(two_rooms);
  EXPECT_EQ(steps_without_pools(with(two_rooms, "rooms:\n", "rooms:\n  attic: {count: 3}\n")),
            original);
  EXPECT_EQ(steps_without_pools(with(two_rooms, "equipment: {", "equipment: {robot: {count: 1}, ")),
            original);
  EXPECT_EQ(steps_without_pools(with(two_rooms, "end_of_shift: overtime}",
                                     "end_of_shift: overtime}, gardener: {end_of_shift: finish}")),
            original);
  EXPECT_EQ(steps_without_pools(two_rooms + "  other: [{step: z, duration: 5 min}]\n"), original);
}

// What is the patient's own: attributes, and the work of each step of each visit.
using StepKey = std::tuple<std::uint64_t, VisitKind, std::size_t, std::uint16_t, std::size_t>;

struct Own {
  std::map<std::uint64_t, PatientFact> patients;
  std::map<StepKey, Duration> work;
};

Own own_of(const scenario::Scenario& s, const ReplicationRecord& record) {
  Own own;
  for (PatientFact patient : record.patients) {
    patient.sessions_done = 0;  // what happens to them is not theirs
    patient.exit = ExitReason::inside;
    own.patients[patient.key] = patient;
  }
  std::map<std::pair<std::uint32_t, VisitKind>, std::size_t> kept;
  std::vector<std::size_t> ordinal(record.visits.size()), done(record.visits.size());
  for (std::size_t v = 0; v < record.visits.size(); ++v) {
    const VisitFact& visit = record.visits[v];
    const bool came = visit.exit != ExitReason::no_show && visit.left_at != visit.arrived_at;
    if (came) ordinal[v] = ++kept[{visit.patient, visit.kind}];
  }
  for (const StepFact& step : record.steps) {
    const VisitFact& visit = record.visits[step.visit];
    const std::size_t before = done[step.visit]++;
    const scenario::Step& what = s.pathways[visit.pathway].steps[step.step];
    const bool plain = step.exit == ExitReason::done && step.pre_emptions == 0 &&
                       what.kind != scenario::StepKind::skin_prep;  // may be left out when late
    if (!plain) continue;
    own.work[{record.patients[visit.patient].key, visit.kind, ordinal[step.visit], step.step,
              before}] = step.ended_at - step.started_at;
  }
  return own;
}

TEST(Metamorphic, AddingANurseMovesNobodysAttributesOrWork) {
  const std::string file = ASEPSIM_SOURCE_DIR "/scenarios/licensed_pen_clinic.yaml";
  const std::vector<scenario::Override> shorter{{"run.length", "60 d"}, {"run.warm_up", "0 s"}};
  std::vector<scenario::Override> more = shorter;
  more.push_back({"staff.nurse.count", "2"});
  const auto base = scenario::read_scenario(file, shorter);
  const auto nurse = scenario::read_scenario(file, more);
  ASSERT_TRUE(base.scenario && nurse.scenario);
  const Own a = own_of(*base.scenario, run_replication(*compile(*base.scenario), {1, 0}));
  const Own b = own_of(*nurse.scenario, run_replication(*compile(*nurse.scenario), {1, 0}));
  EXPECT_EQ(a.patients, b.patients);
  std::size_t compared = 0;
  for (const auto& [key, work] : a.work) {
    const auto same = b.work.find(key);
    if (same == b.work.end()) continue;  // another fate
    EXPECT_EQ(work, same->second);
    ++compared;
  }
  EXPECT_GT(compared, 2000u);
}

TEST(Metamorphic, WithoutPrevalenceNobodyIsInfectedByBlood) {
  std::size_t needlings = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const ReplicationRecord record =
        record_of(random_clinic(seed), 0, {{"population", "{hbv: 0 %, hcv: 0 %, hiv: 0 %}"}});
    needlings += record.needlings.size();
    for (const LedgerEntry& entry : record.ledger) {
      EXPECT_NE(entry.hazard, Hazard::hbv);
      EXPECT_NE(entry.hazard, Hazard::hcv);
      EXPECT_NE(entry.hazard, Hazard::hiv);
    }
  }
  EXPECT_GT(needlings, 1000u);
}

// A head for each patient carries nothing from one to the other: neither blood nor germs, in
// clinics of every kind, whatever their hands and surfaces do.
TEST(Metamorphic, SingleUseHeadsCutCrossPatientRoutesToZero) {
  std::size_t needlings = 0;
  double without = 0, hands = 0;
  const std::string dirty = "hygiene: {fresh_gloves: 0, surfaces: 0, device: 0}\n";
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::string text = random_clinic(seed) + dirty;
    const auto bare = record_of(
        text, 0,
        {{"instruments.head", "{policy: reuse_up_to, reuse_limit: 9, between_patients: nothing}"}});
    for (const LedgerEntry& entry : bare.ledger) {
      if (entry.route == HarmRoute::instrument) without += entry.probability;
    }
    const auto record =
        record_of(text, 0,
                  {{"instruments.head",
                    "{policy: single_use, reuse_despite_policy: 0, between_patients: nothing}"}});
    needlings += record.needlings.size();
    for (const LedgerEntry& entry : record.ledger) {
      EXPECT_NE(entry.route, HarmRoute::instrument) << word(entry.hazard) << " of seed " << seed;
      if (entry.route == HarmRoute::hands || entry.route == HarmRoute::surface ||
          entry.route == HarmRoute::device)
        hands += entry.probability;
    }
  }
  EXPECT_GT(needlings, 1000u);
  EXPECT_GT(without, 0) << "the same patients, with heads that are used again";
  EXPECT_GT(hands, 0) << "hands and surfaces are another matter";
}

// Ten days of a clinic that reuses rollers; nobody notices failures, so that they move nobody.
std::string unnoticed(const std::string& wash_failure, const std::string& cycle_failure) {
  std::string text = with(sterilizing, "false_positive: 0,",
                          "false_positive: 0, printout_sensitivity: 0, chemical_sensitivity: 0, "
                          "biological_sensitivity: 0,");
  text = with(text, "log_reduction: 2, failure: 0", "log_reduction: 2, failure: " + wash_failure);
  text = with(text, "probability: 0, temperature_drop: 30 K",
              "probability: " + cycle_failure + ", temperature_drop: {uniform: [5 K, 40 K]}");
  return R"(
run: {start: 2027-01-04, length: 10 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {count: 3, end_of_shift: overtime}}
instruments: {roller: {policy: reprocess, stock: 5, when_empty: wait}}
bacterial_infection: {}
bloodborne: {}
arrivals: {ann: {pathway: visit, rate: {weekdays: {"9-16": 2}}}}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: roller, duration: 20 min}]
)" + skin +
         text;
}

// Risk of each visit and hazard by germs and blood of others.
std::map<std::pair<std::uint32_t, Hazard>, double> risk_by_others(const std::string& text) {
  std::map<std::pair<std::uint32_t, Hazard>, double> risk;
  for (const LedgerEntry& entry : record_of(text).ledger) {
    const bool others = entry.route == HarmRoute::instrument || entry.route == HarmRoute::hands ||
                        entry.route == HarmRoute::surface || entry.route == HarmRoute::device;
    if (others) risk[{entry.visit, entry.hazard}] += entry.probability;
  }
  return risk;
}

// That nobody's risk is lower in `high`, and all risk together by `factor` higher.
void expect_never_lower(const std::string& low, const std::string& high, double factor = 2) {
  const auto before = risk_by_others(low);
  auto after = risk_by_others(high);
  double sum_before = 0, sum_after = 0;
  for (const auto& [exposure, risk] : before) {
    EXPECT_GE(after[exposure], risk * (1 - 1e-12)) << "visit " << exposure.first;
    sum_before += risk;
  }
  for (const auto& [exposure, risk] : after) sum_after += risk;
  EXPECT_GT(sum_before, 0);
  EXPECT_GT(sum_after, factor * sum_before) << "and in all it rises";
}

TEST(Metamorphic, MoreFailedCyclesNeverLowerAnybodysRisk) {
  expect_never_lower(unnoticed("0", "5 %"), unnoticed("0", "50 %"));
}

TEST(Metamorphic, MoreFailedWashesNeverLowerAnybodysRisk) {
  expect_never_lower(unnoticed("0", "50 %"), unnoticed("90 %", "50 %"));
}

TEST(Metamorphic, AThoroughWashNeverRaisesAnybodysRisk) {
  const auto washed = [](const std::string& log10) {
    return with(unnoticed("0", "50 %"), "log_reduction: 2,", "log_reduction: " + log10 + ",");
  };
  expect_never_lower(washed("4"), washed("2"));
  expect_never_lower(washed("2"), washed("0.5"));
}

// The same clinic with new heads for everybody, so that germs of others come by hands and surfaces.
std::string touched(const std::string& hygiene) {
  const std::string text =
      with(unnoticed("0", "0"), "{policy: reprocess, stock: 5, when_empty: wait}",
           "{policy: single_use, between_patients: nothing}");
  return text + "hygiene: {" + hygiene + "}\n";
}

TEST(Metamorphic, MoreHandHygieneNeverRaisesAnybodysRisk) {
  const auto rubbed = [](const std::string& log10) { return touched("hand_rub: " + log10); };
  expect_never_lower(rubbed("4"), rubbed("1"), 1);
  expect_never_lower(rubbed("1"), rubbed("0"), 1);
  const auto kept = [](const std::string& share) {
    return touched("hands_before: " + share + ", hands_after: " + share);
  };
  expect_never_lower(kept("90 %"), kept("30 %"), 1);
}

TEST(Metamorphic, AStrongerSurfaceAgentNeverRaisesAnybodysRisk) {
  const auto wiped = [](const std::string& log10) { return touched("surface_agent: " + log10); };
  expect_never_lower(wiped("4"), wiped("1"), 1);
  expect_never_lower(wiped("1"), wiped("0"), 1);
  const auto kept = [](const std::string& share) { return touched("surfaces: " + share); };
  expect_never_lower(kept("95 %"), kept("40 %"), 1);
}

TEST(Metamorphic, ADeviceDisinfectedMoreOftenNeverRaisesAnybodysRisk) {
  const auto kept = [](const std::string& share) {
    return touched("surfaces: 95 %, device: " + share);
  };
  expect_never_lower(kept("95 %"), kept("40 %"), 1);
  expect_never_lower(kept("40 %"), kept("0 %"), 1);
}

// The same clinic without a sterilizer: rollers lie in an agent between patients.
std::string soaked(const std::string& agent) {
  const std::string text =
      with(unnoticed("0", "0"), "{policy: reprocess, stock: 5, when_empty: wait}",
           "{policy: reprocess, stock: 5, when_empty: wait, between_patients: chemical_soak}");
  return text + "disinfection: {duration: 2 min, " + agent + "}\n";
}

TEST(Metamorphic, AStrongerSoakNeverRaisesAnybodysRisk) {
  for (const char* agent : {"glutaraldehyde", "hypochlorite", "ethanol"}) {
    const auto at = [&](const std::string& strength) {
      return soaked(std::string("agent: ") + agent + ", strength: " + strength);
    };
    expect_never_lower(at("0.6"), at("0"), 1.05);
    expect_never_lower(at("1"), at("0.6"), 1.05);
  }
}

TEST(Metamorphic, TheSameSeedGivesTheSameHoursOfTheSamePeople) {
  const std::string clinic = random_clinic(7);
  EXPECT_TRUE(record_of(clinic, 4) == record_of(clinic, 4));
  EXPECT_FALSE(record_of(clinic, 4) == record_of(clinic, 5));
}

}  // namespace
}  // namespace asepsim::clinic
