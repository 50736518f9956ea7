// The large tables, from one hand-made record.
#include "report/kept_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/local_time.hpp"
#include "small_study.hpp"

namespace asepsim::report {
namespace {

using testing::lines;

KeptScenario scenario() {
  KeptScenario kept;
  kept.name = "base";
  kept.pools = {"nurse", "room"};
  scenario::Step desk{.name = "desk"};
  desk.keep = {"room"};
  scenario::Step needle{.name = "needle", .kind = scenario::StepKind::treatment};
  needle.release = {"room"};
  needle.priority = 5;
  kept.scenario.pathways = {{"session", {desk, needle}}};
  kept.scenario.arrivals.resize(1);
  kept.scenario.arrivals[0].name = "walk_ins";
  kept.scenario.indications.resize(1);
  kept.scenario.indications[0].name = "acne";
  return kept;
}

// One patient on Monday at nine: desk at once, then 4 min of waiting for the needle.
clinic::ReplicationRecord record() {
  clinic::ReplicationRecord r;
  r.replication = 3;
  const SimTime nine = SimTime{} + hours(9);
  r.ended_at = SimTime{} + days(7);
  r.patients = {{.first_contact = nine,
                 .phototype = 2,
                 .female = true,
                 .age = 31.5f,
                 .sessions_planned = 3,
                 .sessions_done = 1,
                 .exit = clinic::ExitReason::dropped_out}};
  clinic::VisitFact visit;
  visit.exit = clinic::ExitReason::done;
  visit.arrived_at = nine;
  visit.left_at = nine + minutes(39);
  r.visits = {visit};
  r.units = {{"nurse 1", 0}};
  r.steps = {
      {.visit = 0, .step = 0, .queued_at = nine, .started_at = nine, .ended_at = nine + minutes(5)},
      {.visit = 0,
       .step = 1,
       .awaited = 0,
       .queued_at = nine + minutes(5),
       .started_at = nine + minutes(9),
       .ended_at = nine + minutes(39),
       .staff = 0,
       .instrument = InstrumentId(std::size_t{4}),
       .load = LoadId(std::size_t{2})}};
  r.loads = {{.load = LoadId(std::size_t{2}),
              .sets = 6,
              .temperature = 134.5f,
              .chemical = clinic::Indicator::passed,
              .started_at = SimTime{} + hours(7),
              .ended_at = SimTime{} + hours(8),
              .released_at = SimTime::never()}};
  r.complications = {{.visit = 0,
                      .hazard = clinic::Hazard::bruise,
                      .grade = 2,
                      .returned = true,
                      .onset = nine + days(1),
                      .cost = Money::from_units(20),
                      .duration = hours(60),
                      .reported = true,
                      .presented = clinic::Presentation::visit}};
  r.ledger = {{.visit = 0,
               .hazard = clinic::Hazard::bruise,
               .route = clinic::HarmRoute::needling,
               .happened = true,
               .probability = 0.25,
               .at = nine + minutes(9)},
              {.visit = 0,
               .hazard = clinic::Hazard::hbv,
               .route = clinic::HarmRoute::instrument,
               .probability = 1e-6,
               .weight = 2,
               .at = nine + minutes(9),
               .instrument = InstrumentId(std::size_t{7}),
               .load = LoadId(std::size_t{2}),
               .source = 0}};
  r.machine_tests = {{.sterilizer = 0,
                      .test = clinic::MachineTest::bowie_dick,
                      .shown = clinic::Indicator::failed,
                      .started_at = SimTime{} + hours(8),
                      .read_at = SimTime{} + hours(8) + minutes(20)}};
  return r;
}

std::string table(Keep keep, std::size_t which = 0) {
  KeptTables tables(keep, CsvDialect::standard, {scenario()});
  const auto files = tables.rows_of(0, record());
  EXPECT_EQ(files.size(), keep.loads ? 2u : 1u);
  return files.at(which).content;
}

TEST(KeptPatients, AppearOnceWithTheReasonOfTheEnd) {
  EXPECT_EQ(table({.patients = true}),
            lines({"scenario,replication,patient_id,class,indication,phototype,female,age,"
                   "first_contact_min,first_contact_at,weekday,hour,sessions_planned,"
                   "sessions_done,exit_reason,counted,entry_score,first_look_score,"
                   "second_look_score,id_in_file",
                   "base,3,P0,walk_ins,acne,2,TRUE,31.5,540,2027-01-04 09:00:00,Mon,9,3,1,"
                   "dropped_out,TRUE,,,,"}));
}

TEST(KeptPatients, HaveTheScoresAfterTheirLastSession) {
  clinic::ReplicationRecord r = record();
  r.benefits = {{.visit = 0, .followed = true, .entry = 4, .first_look = 3.5f},
                {.visit = 0, .entry = 4, .first_look = 3, .second_look = 2.5f}};
  KeptTables tables({.patients = true}, CsvDialect::standard, {scenario()});
  const std::string text = tables.rows_of(0, r).front().content;
  EXPECT_THAT(text, ::testing::EndsWith(",dropped_out,TRUE,4,3,2.5,\r\n"));
}

// Those of the file come first in the record.
TEST(KeptPatients, HaveTheIdOfTheFileThatNamesThem) {
  KeptScenario known = scenario();
  known.scenario.initial_state = scenario::InitialState{{{.id = "anna", .stream = "walk_ins"}}};
  clinic::ReplicationRecord r = record();
  r.patients.push_back(r.patients.front());
  KeptTables tables({.patients = true}, CsvDialect::standard, {known});
  const std::string text = tables.rows_of(0, r).front().content;
  EXPECT_THAT(text, ::testing::HasSubstr(",dropped_out,TRUE,,,,anna\r\n"));
  EXPECT_THAT(text, ::testing::EndsWith(",dropped_out,TRUE,,,,\r\n"));
}

TEST(KeptEvents, TellWhatIsOutOfServiceAndWhenItIsBack) {
  clinic::ReplicationRecord r;
  r.ended_at = SimTime{} + days(2);
  r.units = {{"nurse 1"}, {"laser 1"}};
  const SimTime nine = SimTime{} + hours(9);
  r.upkeep = {{nine, nine + hours(1), 1, 0, clinic::Upkeep::maintenance},
              {nine + days(1), nine + days(7), 1, 0, clinic::Upkeep::breakdown}};
  KeptTables tables({.events = true}, CsvDialect::standard, {scenario()});
  const std::string text = tables.rows_of(0, r).front().content;
  EXPECT_EQ(text.substr(text.find('\n') + 1),
            lines({"540,U1,unit,maintenance,out_of_service,laser 1,0,base,2027-01-04 "
                   "09:00:00,Mon,9,TRUE",
                   "600,U1,unit,maintenance,back_in_service,laser 1,0,base,2027-01-04 "
                   "10:00:00,Mon,10,TRUE",
                   "1980,U1,unit,breakdown,out_of_service,laser 1,0,base,2027-01-05 "
                   "09:00:00,Tue,9,TRUE"}));
}

TEST(KeptVisits, HaveARowAStep) {
  EXPECT_EQ(table({.visits = true}),
            lines({"scenario,replication,patient_id,class,step,visit_no,queued_at,started_at,"
                   "ended_at,wait_min,service_min,blocked_min,resource_units,priority,batch_id,"
                   "set_id,exit_reason,pathway,visit_id,kind,awaited,pre_emptions,queued_min,"
                   "started_min,ended_min,weekday,hour,counted",
                   "base,3,P0,walk_ins,desk,1,2027-01-04 09:00:00,2027-01-04 09:00:00,"
                   "2027-01-04 09:05:00,0,5,4,,100,,,done,session,V0,walk_in,,0,540,540,545,Mon,9,"
                   "TRUE",
                   "base,3,P0,walk_ins,needle,1,2027-01-04 09:05:00,2027-01-04 09:09:00,"
                   "2027-01-04 09:39:00,4,30,0,nurse 1,5,L2,I4,done,session,V0,walk_in,nurse,0,"
                   "545,549,579,Mon,9,TRUE"}));
}

TEST(KeptEvents, AreInTheOrderOfTimeAndLeavingComesLast) {
  EXPECT_EQ(
      table({.events = true}),
      lines(
          {"time_min,entity_id,entity_type,event,event_type,resource_id,replication,scenario,at,"
           "weekday,hour,counted",
           "420,L2,load,cycle,resource_use,none,3,base,2027-01-04 07:00:00,Mon,7,TRUE",
           "480,L2,load,cycle,resource_use_end,none,3,base,2027-01-04 08:00:00,Mon,8,TRUE",
           "540,P0,patient,arrival,arrival_departure,walk_in,3,base,2027-01-04 09:00:00,Mon,9,TRUE",
           "540,P0,patient,desk,queue,,3,base,2027-01-04 09:00:00,Mon,9,TRUE",
           "540,P0,patient,desk,resource_use,,3,base,2027-01-04 09:00:00,Mon,9,TRUE",
           "545,P0,patient,desk,resource_use_end,,3,base,2027-01-04 09:05:00,Mon,9,TRUE",
           "545,P0,patient,needle,queue,,3,base,2027-01-04 09:05:00,Mon,9,TRUE",
           "549,P0,patient,needle,resource_use,nurse 1,3,base,2027-01-04 09:09:00,Mon,9,TRUE",
           "579,P0,patient,needle,resource_use_end,nurse 1,3,base,2027-01-04 09:39:00,Mon,9,TRUE",
           "579,P0,patient,depart,arrival_departure,done,3,base,2027-01-04 09:39:00,Mon,9,TRUE",
           "1980,P0,patient,bruise,complication,,3,base,2027-01-05 09:00:00,Tue,9,TRUE"}));
}

TEST(KeptLogs, HaveARowALoadAndARowAHarm) {
  EXPECT_EQ(table({.loads = true}),
            lines({"scenario,replication,load_id,sterilizer,sets,fault,temperature_c,f0_min,"
                   "log10_survivors,printout,chemical,biological,started_min,started_at,ended_at,"
                   "released_at,biological_read_at,recalled,used_before_recall,weekday,hour,"
                   "counted",
                   "base,3,L2,1,6,none,134.5,0,0,not_run,passed,not_run,420,2027-01-04 07:00:00,"
                   "2027-01-04 08:00:00,,,0,0,Mon,7,TRUE"}));
  EXPECT_EQ(table({.complications = true}),
            lines({"scenario,replication,patient_id,visit_id,hazard,grade,onset_min,onset_at,"
                   "returned,cost,refund,currency,weekday,hour,counted,duration_days,permanent,"
                   "reported,presented",
                   "base,3,P0,V0,bruise,2,1980,2027-01-05 09:00:00,TRUE,20,0,USD,Tue,9,TRUE,2.5,"
                   "FALSE,TRUE,visit"}));
}

// Two ledger entries: a bruise of the needle, and hepatitis B by a head of load 2 on which the
// patient's own first visit, the only one there is, left most.
TEST(KeptExposures, HaveARowAnEntryWithSourceAndTarget) {
  EXPECT_EQ(table({.exposures = true}),
            lines({"scenario,replication,hazard,route,patient_id,visit_id,source_patient_id,"
                   "source_visit_id,instrument_id,load_id,exposed_min,exposed_at,probability,"
                   "weight,happened,counted",
                   "base,3,bruise,needling,P0,V0,,,,,549,2027-01-04 09:09:00,0.25,1,TRUE,TRUE",
                   "base,3,hbv,instrument,P0,V0,P0,V0,I7,L2,549,2027-01-04 09:09:00,1e-06,2,FALSE,"
                   "TRUE"}));
}

TEST(KeptLogs, HaveARowATestOfASterilizer) {
  EXPECT_EQ(table({.loads = true}, 1),
            lines({"scenario,replication,test,sterilizer,started_min,started_at,read_at,shown",
                   "base,3,bowie_dick,1,480,2027-01-04 08:00:00,2027-01-04 08:20:00,failed"}));
}

TEST(KeptTables, MarkTheWarmUpByTheRuleOfTheKeyFigures) {
  clinic::ReplicationRecord r = record();
  r.counted_from = SimTime{} + hours(9) + minutes(1);
  for (const Keep keep :
       {Keep{.patients = true}, Keep{.visits = true}, Keep{.events = true}, Keep{.loads = true}}) {
    KeptTables tables(keep, CsvDialect::standard, {scenario()});
    const std::string rows = tables.rows_of(0, r).front().content;
    const std::string end = keep.patients ? ",,,,\r\n" : "\r\n";  // scores and id follow
    EXPECT_THAT(rows, ::testing::HasSubstr(",FALSE" + end));
    EXPECT_THAT(rows, ::testing::Not(::testing::HasSubstr(",TRUE" + end)));
  }
  KeptTables harms({.complications = true}, CsvDialect::standard, {scenario()});
  EXPECT_THAT(harms.rows_of(0, r).front().content, ::testing::HasSubstr(",Tue,9,FALSE,"));
}

TEST(KeptEvents, OfWhoDidNotComeAreOneEach) {
  clinic::ReplicationRecord r = record();
  r.steps.clear();
  r.loads.clear();
  r.complications.clear();
  r.visits[0].left_at = r.visits[0].arrived_at;
  const auto rows_with = [&](clinic::ExitReason exit) {
    r.visits[0].exit = exit;
    KeptTables tables({.events = true}, CsvDialect::standard, {scenario()});
    const std::string text = tables.rows_of(0, r).front().content;
    return text.substr(text.find("\r\n") + 2);
  };
  EXPECT_EQ(rows_with(clinic::ExitReason::cancelled),
            "540,P0,patient,cancelled,arrival_departure,walk_in,3,base,2027-01-04 09:00:00,Mon,9,"
            "TRUE\r\n");
  EXPECT_EQ(rows_with(clinic::ExitReason::no_show),
            "540,P0,patient,no_show,arrival_departure,walk_in,3,base,2027-01-04 09:00:00,Mon,9,"
            "TRUE\r\n");
  r.visits[0].left_at =
      r.visits[0].arrived_at + minutes(5);  // by the clinic: the patient was there
  EXPECT_THAT(rows_with(clinic::ExitReason::cancelled), ::testing::HasSubstr("depart"));
}

TEST(KeptLogs, ALoadStillRunningHasNoResults) {
  clinic::ReplicationRecord running = record();
  running.loads[0] = {.load = LoadId(std::size_t{0}),
                      .sets = 2,
                      .started_at = SimTime{} + hours(7),
                      .ended_at = SimTime::never(),
                      .released_at = SimTime::never()};
  KeptTables tables({.loads = true}, CsvDialect::standard, {scenario()});
  EXPECT_THAT(tables.rows_of(0, running).front().content,
              ::testing::HasSubstr("base,3,L0,1,2,,,,,,,,420,2027-01-04 07:00:00,,,,0,0,Mon,7"));
}

TEST(KeptTables, GoOnRecordByRecord) {
  KeptTables tables({.patients = true}, CsvDialect::standard, {scenario()});
  const auto first = tables.rows_of(0, record());
  const auto second = tables.rows_of(0, record());
  EXPECT_EQ(second.front().name, "patients.csv");
  EXPECT_TRUE(first.front().content.ends_with(second.front().content));
  EXPECT_EQ(tables.rows(), 2u);
}

TEST(Keep, KnowsItsWords) {
  Keep keep;
  EXPECT_TRUE(add_kept(keep, "kpi"));
  EXPECT_FALSE(keep.any());
  EXPECT_TRUE(add_kept(keep, "visits"));
  EXPECT_TRUE(keep.visits);
  EXPECT_FALSE(add_kept(keep, "visit"));
}

TEST(LocalTime, CutsSecondsAndKnowsWeekdays) {
  const scenario::Date start = scenario::RunSettings{}.start;
  const SimTime late = SimTime{} + hours(9) - microseconds(1);
  EXPECT_EQ(date_time(start, late), "2027-01-04 08:59:59");
  EXPECT_EQ(date_time(start, SimTime{} - minutes(1)), "2027-01-03 23:59:00");
  EXPECT_EQ(weekday(start, SimTime{} + days(6)), "Sun");
  EXPECT_EQ(hour_of_day(late), 8);
  EXPECT_EQ(hour_of_day(SimTime{} - minutes(1)), 23);
  EXPECT_EQ(date_time(start, SimTime::never()), "");
}

}  // namespace
}  // namespace asepsim::report
