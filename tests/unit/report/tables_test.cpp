// The tables of a small study, as they stand in the files.
#include "report/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/result_files.hpp"
#include "scenario/read_scenario.hpp"
#include "small_study.hpp"

namespace asepsim::report {
namespace {

using ::testing::HasSubstr;
using testing::lines;
using testing::small_study;

std::string only(const std::vector<TextFile>& files) {
  EXPECT_EQ(files.size(), 1u);
  return files.front().content;
}

TEST(SummaryCsv, LeavesEmptyWhatDoesNotExist) {
  auto result = small_study();
  result.scenarios.pop_back();
  EXPECT_EQ(only(summary_csv(result, CsvDialect::standard)),
            lines({"scenario,group,kpi,name,unit,n,estimate,ci_low,ci_high,half_width,confidence,"
                   "method,direction",
                   "base,waits,wait.mean,Mean wait,min,2,11,-1.5,23.5,12.5,0.95,by hand,lower is "
                   "better",
                   "base,throughput,share.no_show,No-shows,share,0,,,,,0.95,none,lower is better",
                   "base,money,contribution.per_year,Contribution per year,USD/year,2,1250,"
                   "-1926.5,4426.5,3176.5,0.95,\"by, hand\",higher is better"}));
}

TEST(SummaryCsv, GivesAValueWithoutAnIntervalWhereThereIsNone) {
  auto result = small_study();
  result.scenarios.pop_back();
  result.scenarios[0].estimates[0] = experiment::without_interval(3, 1, "none");
  EXPECT_THAT(only(summary_csv(result, CsvDialect::standard)),
              HasSubstr("wait.mean,Mean wait,min,1,3,,,,0.95,none,"));
}

TEST(ComparisonCsv, SaysWhatMayBeSaidAndNoMore) {
  EXPECT_EQ(
      only(comparison_csv(small_study(), CsvDialect::standard)),
      lines({"scenario,base,group,kpi,name,unit,base_value,value,n,difference,ci_low,ci_high,"
             "half_width,relative_difference,probability_better,p_value,p_holm,correlation,"
             "variance_reduction,confidence,method,verdict,headline",
             "more_staff,base,waits,wait.mean,Mean wait,min,11,9.25,2,-1.75,-5,1.5,3.25,"
             "-0.1590909090909091,1,0.0625,0.125,1,41,0.95,by hand,not settled,TRUE",
             "more_staff,base,throughput,share.no_show,No-shows,share,,,0,,,,,,,,,,,0.95,none,no "
             "value,TRUE",
             "more_staff,base,money,contribution.per_year,Contribution per year,USD/year,1250,1250,"
             "2,0,0,0,0,0,0.5,1,1,1,,0.95,paired Student t,identical,TRUE"}));
}

TEST(KpiCsv, IsLongAndInOrder) {
  auto result = small_study();
  result.scenarios.pop_back();
  EXPECT_EQ(
      only(kpi_csv(result, CsvDialect::standard)),
      lines({"scenario,replication,group,kpi,value,unit,n,given,weight",
             "base,0,waits,wait.mean,10,min,10,,1", "base,0,throughput,share.no_show,,share,0,,1",
             "base,0,money,contribution.per_year,1000,USD/year,1,,1",
             "base,1,waits,wait.mean,12,min,10,,1", "base,1,throughput,share.no_show,,share,0,,1",
             "base,1,money,contribution.per_year,1500,USD/year,1,,1"}));
}

TEST(ResourcesCsv, HasPoolsThenUnits) {
  auto result = small_study();
  result.scenarios.resize(1);
  result.scenarios[0].replications.resize(1);
  auto& rows = result.scenarios[0].replications[0].rows;
  rows.pools = {{"nurse", 40, 80, 12, 300}, {"room", 5, 0, 0, 7}};
  rows.units = {{"nurse 1", 0, {hours(30), hours(40), {}, hours(10), {}, hours(88)}, hours(2)}};
  EXPECT_EQ(only(resources_csv(result, CsvDialect::standard)),
            lines({"scenario,replication,pool,unit_name,idle_h,busy_h,down_h,break_h,cleaning_h,"
                   "off_h,overtime_h,busy_unit_h,capacity_unit_h,queue_h,seizes,utilisation",
                   "base,0,nurse,,,,,,,,,40,80,12,300,0.5", "base,0,room,,,,,,,,,5,0,0,7,",
                   "base,0,nurse,nurse 1,30,40,0,10,0,88,2,,,,,0.5"}));
}

TEST(SafetyTables, HaveRowsOnlyForWhatThereIs) {
  auto result = small_study();
  result.scenarios.resize(1);
  result.scenarios[0].replications.resize(1);
  auto& rows = result.scenarios[0].replications[0].rows;
  rows.harms[static_cast<std::size_t>(clinic::Hazard::bruise)][1] = {
      .n = 3,
      .returned = 1,
      .cost = Money::from_units(12.5),
      .refund = {},
      .called = 1,
      .elsewhere = 2,
      .reported = 1,
      .days = 7.5};
  rows.exposures[static_cast<std::size_t>(clinic::Hazard::hcv)][1] = {
      .n = 4, .expected = 2e-6, .happened = 0, .most = 1e-6, .ratios = {}};
  EXPECT_EQ(only(complications_csv(result, CsvDialect::standard)),
            lines({"scenario,replication,hazard,grade,n,returned,cost,refund,currency,days,"
                   "permanent,reported,called,elsewhere",
                   "base,0,bruise,2,3,1,12.5,0,USD,7.5,0,1,1,2"}));
  EXPECT_EQ(only(exposures_csv(result, CsvDialect::standard)),
            lines({"scenario,replication,hazard,route,n,expected,crude,most_probable",
                   "base,0,hcv,instrument,4,2e-06,0,1e-06"}));
}

TEST(TreatmentTables, GiveMeansOverWhatIsCounted) {
  auto result = small_study();
  result.scenarios.resize(1);
  result.scenarios[0].replications.resize(1);
  auto& rows = result.scenarios[0].replications[0].rows;
  rows.loads[experiment::load_outcome(clinic::LoadFault::air_pocket, clinic::Indicator::failed,
                                      false)] = {.n = 2,
                                                 .sets = 12,
                                                 .recalled = 4,
                                                 .used_before_recall = 1,
                                                 .log10_survivors = -5,
                                                 .most_log10_survivors = -1};
  rows.depth.resize(2);
  rows.depth[0].n = 2;
  rows.depth[0].length = 3;
  rows.depth[0].shares[3] = 1.5;
  rows.depth[0].target = {.too_shallow = 0.25, .on_target = 1.5, .too_deep = 0.25};
  EXPECT_EQ(only(loads_csv(result, CsvDialect::standard)),
            lines({"scenario,replication,fault,indicator,released,n,sets,recalled,"
                   "used_before_recall,log10_survivors,most_log10_survivors",
                   "base,0,air_pocket,failed,FALSE,2,12,4,1,-2.5,-1"}));
  EXPECT_EQ(only(depth_csv(result, CsvDialect::standard)),
            lines({"scenario,replication,indication,n,length_mm,depth_mm,stratum_corneum,"
                   "epidermis,papillary_dermis,reticular_dermis,fat,bleeding,too_shallow,too_deep,"
                   "off_target,reused_head,unprepared,punctures_too_shallow,punctures_on_target,"
                   "punctures_too_deep",
                   "base,0,acne,2,1.5,0,0,0,0,0.75,0,0,0,0,0,0,0,0.125,0.75,0.125"}));
}

TEST(BenefitCsv, HasMeansOverTheCoursesOfEachIndication) {
  auto result = small_study();
  auto& rows = result.scenarios[0].replications[0].rows;
  rows.benefit.resize(2);
  rows.benefit[0] = {.n = 2,
                     .sessions = 7,
                     .one_grade = 1,
                     .no_benefit = 1,
                     .by_quartile = {1, 0, 1, 0},
                     .entry = 20,
                     .first_look = 15,
                     .second_look = 14,
                     .improvement = 0.5,
                     .improvement_second = 0.625,
                     .gain = 1.5,
                     .paid = 900};
  EXPECT_EQ(
      only(benefit_csv(result, CsvDialect::standard)),
      lines({"scenario,replication,indication,n,sessions,entry_score,first_look_score,"
             "second_look_score,improvement,improvement_second_look,improved_one_grade,no_benefit,"
             "improved_0_25,improved_25_50,improved_50_75,improved_75_100,gain,paid,currency",
             "base,0,acne,2,3.5,10,7.5,7,0.25,0.3125,1,1,1,0,1,0,0.75,450,USD"}));
}

TEST(LimitsCsv, ShowsLimitAndInterval) {
  auto result = small_study();
  scenario::Limit limit;
  limit.kpi = "wait.mean";
  limit.at_most = 30;
  auto& base = result.scenarios[0];
  base.limits = experiment::check_limits({limit}, base.kpis, base.estimates);
  EXPECT_EQ(only(limits_csv(result, CsvDialect::standard)),
            lines({"scenario,kpi,at_least,at_most,estimate,ci_low,ci_high,unit,state",
                   "base,wait.mean,,30,11,-1.5,23.5,min,met"}));
}

experiment::StudyResult study_of(const std::string& yaml,
                                 const std::vector<scenario::Override>& overrides) {
  const auto read = scenario::read_scenario_text(yaml, "folder/tiny.yaml", overrides);
  EXPECT_EQ(to_text(read.diagnostics), "");
  experiment::StudyResult result;
  result.scenarios.resize(1);
  result.scenarios[0].scenario = read.scenario.value();
  return result;
}

experiment::StudyResult small_clinic() {
  return study_of(R"(schema: asepsim/1
calendar: {opening: always}
staff:
  nurse:
    absence: {value: 3 %, range: [1 %, 8 %], source: "assumption: sick leave"}
    wage: {value: 41.38 EUR/h, source: O27}
arrivals:
  all: {pathway: visit, interarrival: {exponential: 20 min, source: our records, note: "2026, all"}}
pathways:
  visit:
    - {step: talk, staff: nurse, duration: {triangular: [5 min, 10 min, 18 min], source: P21}}
screening: {refused: 5 %}
finance: {currency: EUR}
)",
                  {{"staff.nurse.count", "3"}});
}

// Defaults, the file and --set; constants, means of random quantities, what is unlimited.
TEST(ParametersCsv, SaysOfEveryNumberWhatItRestsOn) {
  const auto files = parameters_csv(small_clinic(), CsvDialect::standard);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].name, "parameters.csv");
  EXPECT_EQ(
      files[0].content,
      lines({"scenario,path,value,unit,range_low,range_high,source,row,mark,note,given,written",
             "tiny,arrivals.all.balk_at,,,,,,,setting,,default,unlimited",
             "tiny,arrivals.all.interarrival,20,min,,,our records,,stated,\"2026, "
             "all\",tiny.yaml:8,{exponential: {mean: 20 min}}",
             "tiny,arrivals.all.priority,100,,,,,,setting,,default,100",
             "tiny,arrivals.all.rate_factor,1,,,,,,neutral,,default,1",
             "tiny,finance.consultation_price,0,EUR,,,,,neutral,,default,0 EUR",
             "tiny,finance.rent_per_day,0,EUR,,,,,neutral,,default,0 EUR",
             "tiny,finance.session_price,0,EUR,,,,,neutral,,default,0 EUR",
             "tiny,pathways.visit.talk.duration,11,min,,,P21,P21,assumption,,tiny.yaml:11,\"{"
             "triangular: {min: 5 min, mode: 10 min, max: 18 min}}\"",
             "tiny,pathways.visit.talk.queue_capacity,,,,,,,setting,,default,unlimited",
             "tiny,screening.deferral,28,d,7,182,assumption: until it has passed "
             "(C2),C2,assumption,,default,28 d",
             "tiny,screening.deferred,0.05,,0.01,0.15,assumption (C2),C2,assumption,,default,0.05",
             "tiny,screening.refused,0.05,,,,,,none,,tiny.yaml:12,0.05",
             "tiny,screening.sensitivity,0.8,,0.5,0.95,assumption: a form and a few "
             "questions,,assumption,,"
             "default,0.8",
             "tiny,staff.nurse.absence,0.03,,0.01,0.08,assumption: sick "
             "leave,,assumption,,tiny.yaml:5,0.03",
             "tiny,staff.nurse.count,3,,,,,,setting,,command line,3",
             "tiny,staff.nurse.overtime_cap,120,min,,,,,setting,,default,120 min",
             "tiny,staff.nurse.overtime_factor,1.5,,1,2,assumption: time and a "
             "half,,assumption,,default,1.5",
             "tiny,staff.nurse.wage,41.38,EUR/h,,,O27,O27,unconfirmed,,tiny.yaml:6,41.38 EUR/h"}));
}

TEST(AssumptionsCsv, ListsWhatIsAssumedOrUnconfirmedWithItsRange) {
  const auto files = parameters_csv(small_clinic(), CsvDialect::standard);
  EXPECT_EQ(files.back().name, "assumptions.csv");
  EXPECT_EQ(
      files.back().content,
      lines({"scenario,path,value,unit,range_low,range_high,source,row,mark,note,given,written",
             "tiny,pathways.visit.talk.duration,11,min,,,P21,P21,assumption,,tiny.yaml:11,\"{"
             "triangular: {min: 5 min, mode: 10 min, max: 18 min}}\"",
             "tiny,screening.deferral,28,d,7,182,assumption: until it has passed "
             "(C2),C2,assumption,,default,28 d",
             "tiny,screening.deferred,0.05,,0.01,0.15,assumption (C2),C2,assumption,,default,0.05",
             "tiny,screening.sensitivity,0.8,,0.5,0.95,assumption: a form and a few "
             "questions,,assumption,,"
             "default,0.8",
             "tiny,staff.nurse.absence,0.03,,0.01,0.08,assumption: sick "
             "leave,,assumption,,tiny.yaml:5,0.03",
             "tiny,staff.nurse.overtime_factor,1.5,,1,2,assumption: time and a "
             "half,,assumption,,default,1.5",
             "tiny,staff.nurse.wage,41.38,EUR/h,,,O27,O27,unconfirmed,,tiny.yaml:6,41.38 EUR/h"}));
}

TEST(ResultFiles, AreTheSameInEveryRun) {
  std::vector<std::string> names;
  for (const TextFile& file : result_files(small_study(), CsvDialect::standard)) {
    names.push_back(file.name);
  }
  EXPECT_THAT(
      names, ::testing::ElementsAre(
                 "scenario.resolved.base.yaml", "scenario.resolved.more_staff.yaml", "summary.csv",
                 "comparison.csv", "kpi.csv", "resources.csv", "complications.csv", "exposures.csv",
                 "rare_events.csv", "importance.csv", "strata.csv", "loads.csv", "depth.csv",
                 "compliance.csv", "recalls.csv", "benefit.csv", "limits.csv", "parameters.csv",
                 "assumptions.csv", "data_dictionary.csv"));
}

TEST(ResultFiles, OneScenarioIsResolvedUnderOneName) {
  auto result = small_study();
  result.scenarios.resize(1);
  result.comparisons.clear();
  EXPECT_EQ(result_files(result, CsvDialect::standard).front().name, "scenario.resolved.yaml");
}

TEST(PathPart, KeepsNamesInsideTheirFolder) {
  EXPECT_EQ(path_part("licensed_pen-clinic.2"), "licensed_pen-clinic.2");
  EXPECT_EQ(path_part("../a b"), "_.._a_b");
  EXPECT_EQ(path_part(""), "_");
}

}  // namespace
}  // namespace asepsim::report
