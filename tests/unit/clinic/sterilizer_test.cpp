// The way back to the sterile shelf: chain, batches, lethality, indicators, release and recall.
#include "science/inactivation.hpp"
#include "unit/clinic/load_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

TEST(Sterilizing, TakesASetThroughTheWholeChain) {
  const Outcome r = run(clinic() + sterilizing + arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 10:42-11:27 released 11:27"));
  // Pre-clean 5, wash 10, inspect 1, pack 2, load 4 minutes of a nurse.
  EXPECT_DOUBLE_EQ(
      minutes_in(unit_named(r, "nurse 1"), busy) + minutes_in(unit_named(r, "nurse 2"), busy),
      20 + 22);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), busy), 45);
  EXPECT_EQ(pool_named(r, "sterilizer").seizes, 1u);
  EXPECT_EQ(cents(r, Account::sterilization), 1'70 + 10'00) << "cycle and biological indicator";
}

TEST(Sterilizing, AMachineWashesByItself) {
  const Outcome r =
      run(clinic() + with(sterilizing, "pre_clean:", "wash_method: ultrasonic\n  pre_clean:") +
          arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 10:42-11:27 released 11:27"));
  EXPECT_DOUBLE_EQ(
      minutes_in(unit_named(r, "nurse 1"), busy) + minutes_in(unit_named(r, "nurse 2"), busy),
      20 + 12);
}

TEST(Sterilizing, StartsWhenTheBatchIsThere) {
  const Outcome r = run(clinic() + with(sterilizing, "least_batch: 1", "least_batch: 2") +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 10 min"}}));
  // Bob's set is packed at 10:48, ten minutes after ann's.
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 2 10:52-11:37 released 11:37"));
}

TEST(Sterilizing, StartsWithoutABatchWhenTheOldestHasLingered) {
  const Outcome r = run(clinic() + with(sterilizing, "least_batch: 1", "least_batch: 2") +
                        arrivals({{"ann", "10 h"}}));
  // Packed at 10:38, an hour's lingering, four minutes of loading.
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 11:42-12:27 released 12:27"));
}

TEST(Sterilizing, TakesNoMoreThanTheMachineHolds) {
  const Outcome r = run(
      with(clinic(), "stock: 2", "stock: 3") +
      with(with(sterilizing, "least_batch: 1", "least_batch: 2"), "capacity: 6", "capacity: 2") +
      arrivals({{"ann", "10 h"}, {"bob", "10 h"}, {"cem", "10 h 18 min"}}));
  // Cem's set lingers from 10:58 to 11:58; the machine is free then.
  EXPECT_EQ(r.record.loads.size(), 2u);
  EXPECT_EQ(r.record.loads[0].sets, 2);
  EXPECT_EQ(r.record.loads[1].sets, 1);
}

TEST(Sterilizing, OfTwoMachinesOneIsLoadedAtATime) {
  const Outcome r =
      run(clinic() + with(sterilizing, "least_batch: 1", "sterilizers: 2\n  least_batch: 1") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 2 min"}}));
  // Ann's load is in by 10:42, bob's set, packed at 10:40, by 10:42 + 4.
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 2 10:42-11:27 released 11:27"));
  EXPECT_DOUBLE_EQ(
      minutes_in(unit_named(r, "nurse 1"), busy) + minutes_in(unit_named(r, "nurse 2"), busy),
      2 * 20 + 2 * 18 + 4)
      << "nobody loads the second machine with nothing";
}

TEST(Sterilizing, TheSecondMachineTakesWhatTheFirstLeaves) {
  const Outcome r =
      run(clinic() +
          with(with(sterilizing, "least_batch: 1", "sterilizers: 2\n  least_batch: 1"),
               "capacity: 6", "capacity: 1") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 2 min"}}));
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 10:42-11:27 released 11:27",
                                    "load 1 sets 1 10:46-11:31 released 11:31"));
  EXPECT_EQ(r.record.loads[0].sterilizer, 0);
  EXPECT_EQ(r.record.loads[1].sterilizer, 1);
}

TEST(Sterilizing, AMachineThatIsIdleWhileTheClinicIsClosedIsOff) {
  const Outcome r = run(clinic() + sterilizing + arrivals({{"ann", "15 h 42 min"}}));
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 16:24-17:09 released 17:09"));
  const UnitFact& machine = unit_named(r, "sterilizer 1");
  EXPECT_DOUBLE_EQ(minutes_in(machine, busy), 45);
  EXPECT_DOUBLE_EQ(minutes_in(machine, idle), 8 * 60 - 36) << "open from 9 to 17";
  EXPECT_DOUBLE_EQ(minutes_in(machine, off), 16 * 60 - 9);
  const PoolFact& pool = pool_named(r, "sterilizer");
  EXPECT_DOUBLE_EQ(pool.busy * 60, 45);
  EXPECT_DOUBLE_EQ(pool.capacity * 60, 8 * 60 + 9) << "the late end of the cycle extends the day";
}

TEST(Sterilizing, TheClosedHoursOfTheWarmUpAreNotCounted) {
  const Outcome r = run(clinic("run: {start: 2027-01-04, warm_up: 1 d 12 h, length: 12 h}") +
                        sterilizing + arrivals({{"ann", "100 h"}}));
  // Counted are Tuesday noon to midnight, five hours of them open.
  const UnitFact& machine = unit_named(r, "sterilizer 1");
  EXPECT_DOUBLE_EQ(minutes_in(machine, idle), 5 * 60);
  EXPECT_DOUBLE_EQ(minutes_in(machine, off), 7 * 60);
}

TEST(Sterilizing, HasTheLethalityOfItsTemperature) {
  const Outcome r = run(clinic() + sterilizing + arrivals({{"ann", "10 h"}}));
  const LoadFact& load = r.record.loads.at(0);
  const science::HeatResistance resistance{};  // D 2 min at 121.1 C, z 10 K, as by default
  EXPECT_FLOAT_EQ(load.temperature, 134);
  EXPECT_FLOAT_EQ(load.f0, static_cast<float>(science::lethality_of_hold(134, 3.5, resistance)));
  EXPECT_FLOAT_EQ(load.f0, 3.5f * std::pow(10.0f, 1.29f));
  EXPECT_LT(load.log10_survivors, -25);
  EXPECT_EQ(load.fault, LoadFault::none);
}

TEST(Sterilizing, AFailedCycleStaysColder) {
  const Outcome r = run(clinic() + with(sterilizing, "probability: 0,", "probability: 1,") +
                        arrivals({{"ann", "10 h"}}));
  const LoadFact& load = r.record.loads.at(0);
  EXPECT_FLOAT_EQ(load.temperature, 104);
  EXPECT_FLOAT_EQ(load.f0, 3.5f * std::pow(10.0f, -1.71f));
  EXPECT_NE(load.fault, LoadFault::none);
  // The head carried what ann left on it (I5), less two log10 in the wash; next to nothing dies.
  EXPECT_GT(load.log10_survivors, -4);
}

const std::string dry_heat = with(sterilizing, "temperature: 134 C, hold: 3.5 min",
                                  "class: dry_heat, temperature: 170 C, hold: 20 min");

TEST(Sterilizing, DryHeatHasItsOwnResistance) {
  const Outcome r = run(clinic() + dry_heat + arrivals({{"ann", "10 h"}}));
  // z is 20 K (I25) where nothing is written: 10 K above 160 C are half a power of ten.
  EXPECT_FLOAT_EQ(r.record.loads.at(0).f0, 20.0f * std::pow(10.0f, 0.5f));
  const Outcome cold = run(clinic() + with(dry_heat, "probability: 0,", "probability: 1,") +
                           arrivals({{"ann", "10 h"}}));
  EXPECT_FLOAT_EQ(cold.record.loads.at(0).f0, 20.0f * 0.1f)
      << "30 K colder: 140 C, one z below 160 C";
}

// 170 C for an hour is 60 x 10^0.5 = 190 min at 160 C; six log10 of spores need 13.5 (I23, I24).
TEST(Sterilizing, AnOvenThatFailsByDefaultLetsSporesLive) {
  const std::string oven =
      with(with(sterilizing, "temperature: 134 C, hold: 3.5 min, total: 45 min",
                "class: dry_heat, temperature: 170 C, hold: 60 min, total: 2 h"),
           "probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,\n"
           "            wrong_programme: 0, packing: 1",
           "probability: 1");
  const auto plan = compile(scenario_from(clinic() + oven + arrivals({{"ann", "10 h"}})));
  std::array<int, load_faults> seen{};
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const LoadFact load = run_replication(*plan, {.seed = seed}).loads.at(0);
    EXPECT_LT(load.f0, 13.5) << word(load.fault);
    ++seen[static_cast<std::size_t>(load.fault)];
  }
  // Missing one of them all has the chance (1 - 0.918 x 0.03)^100 = 6 % at most; the seeds are
  // fixed.
  EXPECT_EQ(seen[0], 0);
  constexpr auto knowingly = static_cast<std::size_t>(LoadFault::cut_short);
  for (std::size_t fault = 1; fault < knowingly; ++fault) EXPECT_GT(seen[fault], 0);
  EXPECT_EQ(seen[knowingly], 0);
}

TEST(Sterilizing, TakesTheResistanceThatIsWritten) {
  const std::string written = "release: on_cycle_end\n  z_value: 10 K\n  d121: 4 min";
  const Outcome dry = run(clinic() + with(dry_heat, "release: on_cycle_end", written) +
                          arrivals({{"ann", "10 h"}}));
  EXPECT_FLOAT_EQ(dry.record.loads.at(0).f0, 20.0f * 10);
  const Outcome by_default = run(clinic() + dry_heat + arrivals({{"ann", "10 h"}}));
  // The same head before the cycle: what is left differs by the two kills, 200 / 4 and 63.2 / 2.25.
  EXPECT_NEAR(
      by_default.record.loads.at(0).log10_survivors - dry.record.loads.at(0).log10_survivors,
      50 - 20 * std::sqrt(10) / 2.25, 1e-4);
}

TEST(Indicators, APrintoutThatShowsTheFailureSendsTheLoadBack) {
  const Outcome r =
      run(clinic() + failing("printout_sensitivity: 1, chemical_sensitivity: 0", "on_cycle_end") +
          arrivals({{"ann", "15 h"}}));
  // Loaded 15:42, rejected at 16:27, packed again until 16:29, loaded again 16:33.
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 15:42-16:27 released never");
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 16:33-17:18 released never");
  EXPECT_EQ(r.record.loads[0].printout, Indicator::failed);
  EXPECT_EQ(r.record.loads[0].chemical, Indicator::not_run);
}

// Washed by 10:36; every load is rejected, and each packing takes a time of its own.
TEST(Indicators, ARejectedSetIsPackedAnew) {
  const Outcome r = run(with(with(clinic(), "stock: 2", "stock: 1"), "09:00-17:00", "00:00-24:00") +
                        with(failing("printout_sensitivity: 1", "on_cycle_end"), "pack: 2 min",
                             "pack: {uniform: [1 min, 9 min]}") +
                        arrivals({{"ann", "10 h"}}));
  const std::vector<LoadFact>& l = r.record.loads;
  ASSERT_GE(l.size(), 3u);
  const double packing[] = {(l[0].started_at - SimTime{}).minutes() - 636 - 4,
                            (l[1].started_at - l[0].ended_at).minutes() - 4,
                            (l[2].started_at - l[1].ended_at).minutes() - 4};
  for (const double minutes : packing) {
    EXPECT_GE(minutes, 1);
    EXPECT_LE(minutes, 9);
  }
  // Of eight minutes: false alarm below 1e-4 for each pair, and the seed is fixed.
  EXPECT_GT(std::abs(packing[0] - packing[1]), 0.0001);
  EXPECT_GT(std::abs(packing[0] - packing[2]), 0.0001);
  EXPECT_GT(std::abs(packing[1] - packing[2]), 0.0001);
}

TEST(Indicators, TheChemicalOneIsReadOnlyWhereItDecides) {
  const std::string blind = "printout_sensitivity: 0, chemical_sensitivity: 1";
  const Outcome cycle_end =
      run(clinic() + failing(blind, "on_cycle_end") + arrivals({{"ann", "15 h"}}));
  EXPECT_EQ(loads(cycle_end).at(0), "load 0 sets 1 15:42-16:27 released 16:27");
  const Outcome chemical =
      run(clinic() + failing(blind, "on_chemical") + arrivals({{"ann", "15 h"}}));
  EXPECT_EQ(loads(chemical).at(0), "load 0 sets 1 15:42-16:27 released never");
  EXPECT_EQ(chemical.record.loads[0].chemical, Indicator::failed);
}

TEST(Indicators, AFalseAlarmSendsAGoodLoadBack) {
  const Outcome r = run(clinic() + with(sterilizing, "false_positive: 0,", "false_positive: 1,") +
                        arrivals({{"ann", "15 h"}}));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 15:42-16:27 released never");
  EXPECT_EQ(r.record.loads[0].fault, LoadFault::none);
}

TEST(Indicators, ABiologicalReleaseWaitsForTheReading) {
  const Outcome r = run(clinic(three_days) +
                        with(sterilizing, "release: on_cycle_end", "release: on_biological") +
                        arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released 1+11:27");
  EXPECT_EQ(r.record.loads[0].biological, Indicator::passed);
  EXPECT_EQ(clock(r.record.loads[0].biological_read_at), "1+11:27");
}

TEST(Indicators, APositiveBiologicalOneKeepsAHeldLoadFromTheShelf) {
  const Outcome r =
      run(clinic(three_days) +
          failing("printout_sensitivity: 0, chemical_sensitivity: 0, biological_sensitivity: 1",
                  "on_biological") +
          arrivals({{"ann", "10 h"}}));
  // Read at 11:27 of the next day; packed and loaded again at once.
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released never");
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 1+11:33-1+12:18 released never");
  EXPECT_EQ(r.record.loads[0].recalled, 0) << "it never left";
}

TEST(Indicators, ABiologicalOneIsReadEvenIfTheLoadWasSentBack) {
  const std::string seen =
      "printout_sensitivity: 1, chemical_sensitivity: 0, biological_sensitivity: ";
  const Outcome positive =
      run(clinic(three_days) + failing(seen + "1", "on_cycle_end") + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(loads(positive).at(0), "load 0 sets 1 10:42-11:27 released never");
  EXPECT_EQ(positive.record.loads[0].biological, Indicator::failed);
  EXPECT_EQ(clock(positive.record.loads[0].biological_read_at), "1+11:27");
  // A reading that misses the failure gives nothing out: the set has long been packed again.
  const Outcome missed =
      run(clinic(three_days) + failing(seen + "0", "on_biological") + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(loads(missed).at(0), "load 0 sets 1 10:42-11:27 released never");
  EXPECT_EQ(missed.record.loads[0].biological, Indicator::passed);
}

TEST(Indicators, ABiologicalOneIsReadEvenIfTheMachineBrokeDown) {
  const Outcome r = run(clinic(three_days) +
                        with(sterilizing, "mean_cycles_between_breakdowns: 1e9",
                             "mean_cycles_between_breakdowns: 1") +
                        arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released never");
  EXPECT_EQ(r.record.loads[0].biological, Indicator::passed);
  EXPECT_EQ(clock(r.record.loads[0].biological_read_at), "1+11:27");
}

// Two machines for one set each, and a biological indicator once in 30 days.
const std::string two_machines =
    with(with(sterilizing, "least_batch: 1", "sterilizers: 2\n  least_batch: 1"), "capacity: 6",
         "capacity: 1");

TEST(Indicators, EachMachineHasItsOwnBiologicalOne) {
  const Outcome r =
      run(clinic(three_days) + two_machines + arrivals({{"ann", "10 h"}, {"bob", "10 h 2 min"}}));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released 11:27");
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 10:46-11:31 released 11:31");
  EXPECT_EQ(clock(r.record.loads[0].biological_read_at), "1+11:27");
  EXPECT_EQ(clock(r.record.loads[1].biological_read_at), "1+11:31");
}

// Three sets; every cycle fails, and only the biological indicator of the first load, read 24 h
// later, shows it. The run ends at noon of the second day, before anybody comes again.
std::string recalled() {
  return with(clinic("run: {start: 2027-01-04, length: 36 h}"), "stock: 2", "stock: 3") +
         failing("printout_sensitivity: 0, chemical_sensitivity: 0, biological_sensitivity: 1",
                 "on_cycle_end");
}

TEST(Recall, CallsBackWhatLiesUnusedAndCountsWhatWasUsed) {
  const Outcome r = run(recalled() + R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 12 h}
  cem: {pathway: visit, interarrival: 12 h 10 min}
  dan: {pathway: visit, interarrival: 12 h 20 min}
)");
  // The three sets lie in the order 1, 2, 0 (ann's, back at 11:27) when bob, cem and dan come, so
  // dan is treated with load 0. All three are back and unused when the indicator is read.
  ASSERT_GE(r.record.loads.size(), 2u);
  const LoadFact& first = r.record.loads[0];
  EXPECT_EQ(first.biological, Indicator::failed);
  EXPECT_EQ(first.used_before_recall, 1);
  EXPECT_EQ(first.recalled, 0) << "its only set has been through a later load";
  int later_recalled = 0;
  for (std::size_t i = 1; i < r.record.loads.size(); ++i) {
    if (r.record.loads[i].started_at < first.biological_read_at) {
      later_recalled += r.record.loads[i].recalled;
    }
  }
  EXPECT_EQ(later_recalled, 3) << "everything since the last negative one";
  // Recalled at 11:27; two of them packed at 11:29 and loaded by 11:33, while the third is packed.
  const LoadFact& again = r.record.loads.back();
  EXPECT_EQ(clock(again.started_at), "1+11:33");
  EXPECT_EQ(again.sets, 3);
}

TEST(Recall, ANegativeReadingClearsWhatCameBefore) {
  // As above, but nothing fails: the reading is negative and no set is ever called back.
  const std::string sound = with(recalled(), "probability: 1,", "probability: 0,");
  const Outcome r = run(with(with(sound, "biological_every: 30 d", "biological_every: 2 h"),
                             "length: 36 h", "length: 38 h") +
                        R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 12 h}
)");
  for (const LoadFact& load : r.record.loads) {
    EXPECT_EQ(load.recalled, 0);
    EXPECT_EQ(load.used_before_recall, 0);
  }
  EXPECT_EQ(r.record.loads[0].biological, Indicator::passed);
  EXPECT_EQ(r.record.loads[1].biological, Indicator::passed) << "two hours later another one rides";
}

// Ann's set in the first machine, bob's in the second; half of the cycles fail and only the
// biological indicators, read a day later, show it. The first seed whose two loads are as wanted.
template <class Wanted>
Outcome in_two_machines(const std::string& total, Wanted wanted) {
  const std::string blind =
      "false_positive: 0, printout_sensitivity: 0, chemical_sensitivity: 0, "
      "biological_sensitivity: 1,";
  const std::string text = clinic("run: {start: 2027-01-04, length: 36 h}") +
                           with(with(with(two_machines, "probability: 0,", "probability: 0.5,"),
                                     "false_positive: 0,", blind),
                                "total: 45 min", "total: " + total) +
                           arrivals({{"ann", "10 h"}, {"bob", "10 h 2 min"}});
  const auto plan = compile(scenario_from(text));
  for (std::uint64_t seed = 1; seed < 1000; ++seed) {
    const ReplicationRecord record = run_replication(*plan, {.seed = seed});
    if (wanted(record.loads.at(0), record.loads.at(1))) return run(text, {.seed = seed});
  }
  throw std::invalid_argument("no such pair of loads");
}

TEST(Recall, LeavesTheLoadsOfOtherMachinesAlone) {
  const Outcome r = in_two_machines("45 min", [](const LoadFact& first, const LoadFact& second) {
    return first.fault != LoadFault::none && second.fault == LoadFault::none;
  });
  EXPECT_EQ(r.record.loads[0].biological, Indicator::failed) << "read at 11:27 of the next day";
  EXPECT_EQ(r.record.loads[0].recalled, 1);
  EXPECT_EQ(r.record.loads[1].biological, Indicator::passed) << "read at 11:31";
  EXPECT_EQ(r.record.loads[1].recalled, 0) << "of a machine that works";
}

TEST(Recall, ANegativeReadingClearsNoOtherMachine) {
  const Outcome r = in_two_machines(
      "{uniform: [20 min, 60 min]}", [](const LoadFact& first, const LoadFact& second) {
        return first.fault != LoadFault::none && second.fault == LoadFault::none &&
               second.ended_at < first.ended_at;
      });
  EXPECT_EQ(r.record.loads[1].biological, Indicator::passed);
  EXPECT_LT(r.record.loads[1].biological_read_at, r.record.loads[0].biological_read_at);
  EXPECT_EQ(r.record.loads[0].biological, Indicator::failed);
  EXPECT_EQ(r.record.loads[0].recalled, 1) << "the later load of the other machine was good";
  EXPECT_EQ(r.record.loads[1].recalled, 0);
}

TEST(Breakdown, StopsTheMachineAndRejectsTheLoad) {
  const Outcome r = run(clinic() +
                        with(sterilizing, "mean_cycles_between_breakdowns: 1e9",
                             "mean_cycles_between_breakdowns: 1") +
                        arrivals({{"ann", "10 h"}}));
  // Down from 11:27 to 13:27; the set, packed again at 11:29, has lingered long enough by 12:29.
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released never");
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 13:31-14:16 released never");
  EXPECT_GE(minutes_in(unit_named(r, "sterilizer 1"), down), 120);
  const UnitFact& machine = unit_named(r, "sterilizer 1");
  double sum = 0;
  for (const Duration& time : machine.time_in_state) sum += time.minutes();
  EXPECT_DOUBLE_EQ(sum, 24 * 60);
}

TEST(ShelfLife, APackThatLayTooLongIsSterilizedAgain) {
  const Outcome r =
      run(with(clinic(three_days), "stock: 2", "stock: 1") +
          with(sterilizing, "release: on_cycle_end", "release: on_cycle_end\n  shelf_life: 1 d") +
          arrivals({{"ann", "34 h"}}));
  // Tuesday 10:00: the only pack, a day and ten hours old, is packed (10:02), loaded (10:06) and
  // sterilized (10:51) before ann is treated.
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 1+10:00 1+10:51-1+11:11"));
  EXPECT_EQ(r.record.stock_outs.size(), 1u) << "an expired pack is no pack";
}

TEST(ShelfLife, CountsFromTheCycleNotFromTheShelf) {
  // Ann takes a pack of Monday and puts it back unopened on Tuesday: it does not get younger.
  const std::string one =
      with(with(clinic(three_days), "stock: 2", "stock: 1"), "count: 2", "count: 1");
  const Outcome r = run(
      with(one, "pathways:", R"(pathways:
  talk: [{step: talk, staff: nurse, duration: 30 min}])") +
      with(sterilizing, "release: on_cycle_end", "release: on_cycle_end\n  shelf_life: 35 h") + R"(
arrivals:
  zoe: {pathway: talk, interarrival: 34 h}
  ann: {pathway: visit, interarrival: 34 h 5 min, patience: 5 min}
  bob: {pathway: visit, interarrival: 35 h 5 min}
)");
  const std::vector<std::string> lines = timeline(r);
  EXPECT_EQ(lines.at(0), "ann treat 1+10:05 1+10:10-1+10:10 reneged");
  EXPECT_EQ(lines.at(2), "bob treat 1+11:05 1+11:56-1+12:16");
}

}  // namespace
}  // namespace asepsim::clinic
