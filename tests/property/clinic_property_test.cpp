// What holds in every clinic: invariants of the facts, on random clinics and on the shipped ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "clinic/run_replication.hpp"
#include "property/random_clinic.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::uint64_t random_clinics = 150;

struct Case {
  std::string name;
  scenario::Scenario scenario;
};

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (std::uint64_t seed = 1; seed <= random_clinics; ++seed) {
    const std::string text = "schema: asepsim/1\n" + random_clinic(seed);
    const auto read = scenario::read_scenario_text(text, "random clinic");
    if (!read.scenario) ADD_FAILURE() << to_text(read.diagnostics);
    if (read.scenario) cases.push_back({"random clinic " + std::to_string(seed), *read.scenario});
  }
  for (const auto& file : std::filesystem::directory_iterator(ASEPSIM_SOURCE_DIR "/scenarios")) {
    if (file.path().extension() != ".yaml") continue;
    const std::string length = file.path().stem().string().starts_with("queue") ? "2 d" : "30 d";
    const auto read = scenario::read_scenario(file.path().string(),
                                              {{"run.length", length}, {"run.warm_up", "0 s"}});
    if (!read.scenario) ADD_FAILURE() << to_text(read.diagnostics);
    if (read.scenario) cases.push_back({file.path().stem().string(), *read.scenario});
  }
  return cases;
}

const std::vector<Case>& cases() {
  static const std::vector<Case> list = all_cases();
  return list;
}

// Calls check(scenario, record) for every case, with the name of the case in messages.
template <class Check>
void for_each_clinic(Check check) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const auto plan = compile(one.scenario);
    check(one.scenario, run_replication(*plan, {11, 3}));
    if (testing::Test::HasFailure()) return;
  }
}

std::vector<std::vector<StepFact>> steps_by_visit(const ReplicationRecord& record) {
  std::vector<std::vector<StepFact>> steps(record.visits.size());
  for (const StepFact& step : record.steps) steps[step.visit].push_back(step);
  return steps;
}

TEST(EveryClinic, EndsEveryVisitOnceAndEveryPatientsStory) {
  for_each_clinic([](const scenario::Scenario&, const ReplicationRecord& record) {
    std::size_t left = 0, inside = 0;
    std::vector<std::size_t> visits_of(record.patients.size());
    for (const VisitFact& visit : record.visits) {
      ++visits_of.at(visit.patient);
      const bool is_inside = visit.exit == ExitReason::inside;
      (is_inside ? inside : left) += 1;
      EXPECT_EQ(is_inside, visit.left_at == SimTime::never());
      if (!is_inside) {
        EXPECT_LE(visit.arrived_at, visit.left_at);
      }
      EXPECT_NE(visit.exit, ExitReason::dropped_out) << "of patients only";
      EXPECT_LE(visit.requested_at, std::max(visit.arrived_at, visit.scheduled_at));
    }
    EXPECT_EQ(left + inside, record.visits.size());
    for (std::size_t p = 0; p < record.patients.size(); ++p) {
      const PatientFact& patient = record.patients[p];
      EXPECT_LE(patient.sessions_done, std::max<int>(1, patient.sessions_planned));
      if (visits_of[p] == 0) {
        EXPECT_EQ(patient.exit, ExitReason::inside) << "booked beyond the run";
      }
    }
  });
}

TEST(EveryClinic, MovesPatientsFromStepToStepWithoutAGap) {
  for_each_clinic([](const scenario::Scenario&, const ReplicationRecord& record) {
    const auto steps = steps_by_visit(record);
    for (std::size_t v = 0; v < record.visits.size(); ++v) {
      const VisitFact& visit = record.visits[v];
      SimTime at = visit.arrived_at;
      Duration waited{}, served{};
      for (const StepFact& step : steps[v]) {
        EXPECT_EQ(step.queued_at, at);
        EXPECT_LE(step.queued_at, step.started_at);
        EXPECT_LE(step.started_at, step.ended_at);
        at = step.ended_at;
        waited += step.started_at - step.queued_at;
        served += step.ended_at - step.started_at;
      }
      EXPECT_EQ(visit.early + visit.waited, waited);
      EXPECT_EQ(visit.served, served);
      if (visit.exit != ExitReason::inside) {
        EXPECT_EQ(visit.left_at, at);
      }
      if (steps[v].empty()) continue;
      for (std::size_t i = 0; i + 1 < steps[v].size(); ++i) {
        EXPECT_EQ(steps[v][i].exit, ExitReason::done);
      }
      const ExitReason last = steps[v].back().exit;
      if (last != ExitReason::done) {
        EXPECT_EQ(visit.exit, last);
      }
    }
  });
}

// The greatest number of intervals [from, to) that overlap. Intervals of no length overlap nothing.
std::size_t most_at_once(std::vector<std::pair<SimTime, SimTime>> intervals) {
  std::vector<std::pair<SimTime, int>> changes;
  for (const auto& [from, to] : intervals) {
    if (from == to) continue;
    changes.push_back({from, 1});
    changes.push_back({to, -1});
  }
  std::sort(changes.begin(), changes.end());
  int now = 0, most = 0;
  for (const auto& change : changes) most = std::max(most, now += change.second);
  return static_cast<std::size_t>(most);
}

bool was_interrupted(const StepFact& step) {
  return step.pre_emptions > 0;  // then it did not hold everything all the time
}

TEST(EveryClinic, NeverUsesMoreRoomsThanThereAre) {
  for_each_clinic([](const scenario::Scenario& s, const ReplicationRecord& record) {
    std::map<std::string, std::vector<std::pair<SimTime, SimTime>>> uses;
    for (const StepFact& step : record.steps) {
      if (was_interrupted(step)) continue;
      const scenario::Step& what = s.pathways[record.visits[step.visit].pathway].steps[step.step];
      for (const auto* names : {&what.rooms, &what.equipment}) {
        for (const std::string& name : *names) {
          uses[name].push_back({step.started_at, step.ended_at});
        }
      }
    }
    for (const auto* kinds : {&s.rooms, &s.equipment}) {
      for (const scenario::RoomKind& kind : *kinds) {
        if (kind.count < 0) continue;
        EXPECT_LE(most_at_once(uses[kind.name]), static_cast<std::size_t>(kind.count)) << kind.name;
      }
    }
    for (const PoolFact& pool : record.pools) {
      if (pool.capacity > 0) {
        EXPECT_LE(pool.busy, pool.capacity * (1 + 1e-12)) << pool.name;
      }
    }
  });
}

TEST(EveryClinic, NeverLetsAPersonServeTwoVisitsAtOnce) {
  for_each_clinic([](const scenario::Scenario&, const ReplicationRecord& record) {
    std::map<std::uint32_t, std::vector<std::pair<SimTime, SimTime>>> work;
    for (const StepFact& step : record.steps) {
      if (step.staff == 0xffffffffu || was_interrupted(step)) continue;
      work[step.staff].push_back({step.started_at, step.ended_at});
    }
    for (const auto& [person, intervals] : work) {
      EXPECT_LE(most_at_once(intervals), 1u) << record.units[person].name;
    }
  });
}

TEST(EveryClinic, NeverLetsOneHeadBeInTwoVisitsAtOnce) {
  for_each_clinic([](const scenario::Scenario&, const ReplicationRecord& record) {
    std::map<std::uint32_t, std::vector<std::pair<SimTime, SimTime>>> uses;
    for (const StepFact& step : record.steps) {
      if (!step.instrument.exists()) continue;
      uses[step.instrument.index()].push_back({step.started_at, step.ended_at});
    }
    for (const auto& [head, intervals] : uses) EXPECT_LE(most_at_once(intervals), 1u) << head;
  });
}

TEST(EveryClinic, AccountsForEveryMinuteOfEveryUnit) {
  for_each_clinic([](const scenario::Scenario&, const ReplicationRecord& record) {
    for (const UnitFact& unit : record.units) {
      Duration sum{};
      for (const Duration& time : unit.time_in_state) {
        EXPECT_GE(time, Duration{}) << unit.name;
        sum += time;
      }
      EXPECT_EQ(sum, record.ended_at - record.counted_from) << unit.name;
    }
    EXPECT_TRUE(record.stuck.empty());
  });
}

TEST(EveryClinic, QueuesAsLongAsItsPatientsWait) {
  for_each_clinic([](const scenario::Scenario& s, const ReplicationRecord& record) {
    std::vector<double> waited(record.pools.size());
    auto wait = record.waits.begin();
    for (const StepFact& step : record.steps) {
      if (step.started_at > step.queued_at && step.awaited == 65535) {
        const auto& what = s.pathways[record.visits[step.visit].pathway].steps[step.step];
        ADD_FAILURE() << "a wait for nothing at step " << what.name;
      }
      if (step.awaited == 65535) continue;
      SimTime queued_at = step.queued_at;
      for (; wait != record.waits.end() && &record.steps[wait->step] == &step; ++wait) {
        EXPECT_EQ(wait->from, queued_at) << "one wait after the other";
        queued_at = wait->until;
        const SimTime from = std::max(wait->from, record.counted_from);
        waited.at(wait->pool) += std::max(0.0, (wait->until - from).hours());
      }
      const SimTime from = std::max(queued_at, record.counted_from);
      waited.at(step.awaited) += std::max(0.0, (step.started_at - from).hours());
    }
    EXPECT_EQ(wait, record.waits.end());
    for (std::size_t p = 0; p < waited.size(); ++p) {
      EXPECT_NEAR(record.pools[p].queue, waited[p], 1e-9 * (1 + waited[p])) << record.pools[p].name;
    }
  });
}

std::int64_t product_cents(const scenario::Scenario& s, const PatientFact& patient) {
  const std::string& wanted = s.indications[patient.indication].product;
  for (const scenario::Product& product : s.products) {
    if (product.name == wanted) return product.price.value.cents;
  }
  return 0;
}

TEST(EveryClinic, BooksEveryPriceOnce) {
  for_each_clinic([](const scenario::Scenario& s, const ReplicationRecord& record) {
    std::map<Account, std::int64_t> booked;
    for (const MoneyFact& fact : record.money) booked[fact.account] += fact.amount.cents;
    std::int64_t consumables = 0, consultations = 0, costs = 0, refunds = 0, loads = 0;
    std::size_t treatments = 0, needled = 0;
    for (const StepFact& step : record.steps) {
      const scenario::Step& what = s.pathways[record.visits[step.visit].pathway].steps[step.step];
      const bool began = step.exit == ExitReason::done || step.ended_at > step.started_at;
      for (const auto& [name, quantity] : what.consumables) {
        const auto thing = std::find_if(s.consumables.begin(), s.consumables.end(),
                                        [&](const auto& c) { return c.name == name; });
        if (began) consumables += thing->price.value.cents * quantity;
      }
      if (step.exit != ExitReason::done) continue;
      const bool treated = what.kind == scenario::StepKind::treatment;
      treatments += treated;
      if (treated && what.modality == scenario::Modality::microneedle) {
        ++needled;
        consumables += product_cents(s, record.patients[record.visits[step.visit].patient]);
      }
      if (what.kind == scenario::StepKind::consultation) {
        consultations += s.finance.consultation_price.value.cents;
      }
    }
    for (const ComplicationFact& fact : record.complications) {
      costs += fact.cost.cents;
      if (fact.returned) refunds += fact.refund.cents;
    }
    if (s.sterilization) {
      loads =
          s.sterilization->cycle_cost.value.cents * static_cast<std::int64_t>(record.loads.size());
      EXPECT_GE(booked[Account::sterilization], loads);
    }
    EXPECT_EQ(booked[Account::consumables], consumables);
    EXPECT_EQ(booked[Account::consultations], consultations);
    EXPECT_EQ(booked[Account::complications], costs);
    EXPECT_EQ(booked[Account::refunds], refunds);
    if (s.finance.session_price->family == Family::constant) {
      EXPECT_EQ(booked[Account::sessions], static_cast<std::int64_t>(treatments) *
                                               Money::from_units(s.finance.session_price->a).cents);
    }
    EXPECT_EQ(record.needlings.size(), needled);
  });
}

TEST(EveryClinic, KeepsProbabilitiesInTheirRange) {
  for_each_clinic([](const scenario::Scenario&, const ReplicationRecord& record) {
    for (const LedgerEntry& entry : record.ledger) {
      EXPECT_GT(entry.probability, 0);
      EXPECT_LE(entry.probability, 1);
    }
    std::size_t happened = 0;
    for (const LedgerEntry& entry : record.ledger) happened += entry.happened;
    EXPECT_LE(record.complications.size(), happened);
    for (const NeedlingFact& needling : record.needlings) {
      double sum = 0;
      for (const float share : needling.shares) sum += static_cast<double>(share);
      EXPECT_NEAR(sum, 1, 1e-5);
    }
  });
}

TEST(EveryClinic, GivesTheSameRecordOnBothCalendars) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const auto plan = compile(one.scenario);
    const ReplicationRecord native = run_replication(*plan, {11, 3, 0, Engine::native});
    const ReplicationRecord simgrid = run_replication(*plan, {11, 3, 0, Engine::simgrid});
    EXPECT_EQ(first_difference(native, simgrid), "");
    EXPECT_TRUE(native == simgrid);
    EXPECT_GT(native.events, 0u);
  }
}

TEST(EveryClinic, GivesTheSameReplicationWhateverRanBefore) {
  for (std::size_t i = 0; i < cases().size(); i += 10) {
    SCOPED_TRACE(cases()[i].name);
    const auto plan = compile(cases()[i].scenario);
    const ReplicationRecord first = run_replication(*plan, {5, 0});
    const ReplicationRecord second = run_replication(*plan, {5, 1});
    const auto fresh = compile(cases()[i].scenario);
    EXPECT_TRUE(run_replication(*fresh, {5, 1}) == second);
    EXPECT_TRUE(run_replication(*fresh, {5, 0}) == first);
    EXPECT_FALSE(first.visits == second.visits) << "replications differ";
  }
}

}  // namespace
}  // namespace asepsim::clinic
