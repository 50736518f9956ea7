// Counting hand-made facts: each expected number is worked out in the comment beside it.
#include "experiment/counting.hpp"

#include <gtest/gtest.h>

#include "experiment/counted.hpp"
#include "experiment/days_open.hpp"
#include "hand_made.hpp"

namespace asepsim::experiment {
namespace {

using clinic::ExitReason;
using clinic::ReplicationRecord;
using clinic::VisitKind;
using testing::day;
using testing::empty_record;
using testing::two_step_clinic;
using testing::visit;

CountingPlan plan() {
  return counting_plan(two_step_clinic(), testing::pools);
}

KpiValue counted(const ReplicationRecord& record, const std::string& id) {
  const CountingPlan p = plan();
  return testing::value_of(p, summarise(p, record).values, id);
}

ReplicationRecord with_visits(std::vector<clinic::VisitFact> visits) {
  ReplicationRecord record = empty_record();
  record.visits = std::move(visits);
  return record;
}

TEST(Counting, MeanWaitIsMinutesOverVisits) {
  const auto record =
      with_visits({visit(day(1), minutes(10), minutes(30)), visit(day(2), minutes(0), minutes(30)),
                   visit(day(3), minutes(26), minutes(30))});
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{36, 3}));
  EXPECT_EQ(counted(record, "stay.mean"), (KpiValue{126, 3}));      // 36 + 3 x 30
  EXPECT_EQ(counted(record, "wait.over_15min"), (KpiValue{1, 3}));  // 26
}

TEST(Counting, LeavesOutWhatArrivesBeforeTheEndOfTheWarmUp) {
  auto record =
      with_visits({visit(day(1), minutes(10), minutes(30)), visit(day(7), minutes(4), minutes(30)),
                   visit(day(8), minutes(2), minutes(30))});
  record.counted_from = day(7);
  record.steps = {{.visit = 0, .step = 1}, {.visit = 1, .step = 1}};
  record.money = {{day(6), clinic::Account::sessions, Money::from_units(100)},
                  {day(7), clinic::Account::sessions, Money::from_units(70)}};
  record.loads = {{.started_at = day(6)}, {.started_at = day(7)}};
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{6, 2}));
  EXPECT_EQ(counted(record, "sessions.total"), (KpiValue{1, 1}));
  EXPECT_EQ(counted(record, "revenue.per_year"), (KpiValue{70, 21.0 / 365}));
  EXPECT_EQ(counted(record, "loads.per_week"), (KpiValue{1, 3}));
}

TEST(Counting, NobodyWaitsWhoDidNotComeOrIsStillInside) {
  auto record =
      with_visits({visit(day(1), minutes(10), minutes(30)), visit(day(1), minutes(99), minutes(0)),
                   visit(day(1), minutes(99), minutes(0)), visit(day(1), minutes(99), minutes(0)),
                   visit(day(1), Duration{}, Duration{})});
  record.visits[1].exit = ExitReason::balked;
  record.visits[2].exit = ExitReason::no_show;
  record.visits[3].exit = ExitReason::inside;
  record.visits[4].exit = ExitReason::cancelled;  // in time: left when it would have come
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{10, 1}));
  EXPECT_EQ(counted(record, "visits.inside"), (KpiValue{1, 1}));
  EXPECT_EQ(counted(record, "share.balked"), (KpiValue{1, 5}));
  EXPECT_EQ(counted(record, "share.cancelled"), (KpiValue{1, 5}));
}

TEST(Counting, AVisitCancelledByTheClinicIsAVisit) {
  auto record = with_visits({visit(day(1), minutes(20), minutes(5))});
  record.visits[0].exit = ExitReason::cancelled;
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{20, 1}));
}

TEST(Counting, CallsAreNoVisitsButPatientsWhoComeBackAre) {
  auto record =
      with_visits({visit(day(1), minutes(10), minutes(30)), visit(day(3), minutes(50), minutes(3)),
                   visit(day(5), minutes(20), minutes(3))});
  record.visits[1].kind = record.visits[2].kind = VisitKind::follow_up;
  record.visits[1].pathway = 1;
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{30, 2}));
  EXPECT_EQ(counted(record, "visits.total"), (KpiValue{1, 1}));
}

TEST(Counting, VisitsBecauseOfHarmAreNoSuccess) {
  auto record = with_visits({visit(day(1), {}, minutes(5)), visit(day(2), {}, minutes(5)),
                             visit(day(3), {}, minutes(5))});
  record.visits[1].kind = VisitKind::booked;
  record.visits[2].kind = VisitKind::complication;
  EXPECT_EQ(counted(record, "visits.total"), (KpiValue{2, 1}));
  EXPECT_EQ(counted(record, "visits.per_day").numerator, 2);
  EXPECT_EQ(counted(record, "wait.mean").denominator, 3);
  EXPECT_EQ(counted(record, "complications.visits").numerator, 1000);
}

// The rows of the large tables are marked by the rule that counting follows.
TEST(Counting, CountsExactlyWhatIsMarkedAsCounted) {
  auto record = with_visits({visit(day(1), {}, minutes(5)), visit(day(2), {}, minutes(5)),
                             visit(day(3), {}, minutes(5))});
  record.counted_from = day(2);
  record.ended_at = day(3);
  EXPECT_FALSE(is_counted(record, record.visits[0]));
  EXPECT_TRUE(is_counted(record, record.visits[1]));
  EXPECT_FALSE(is_counted(record, record.visits[2]));
  EXPECT_EQ(counted(record, "wait.mean").denominator, 1);
  record.loads.resize(2);
  record.loads[0].started_at = day(1);
  record.loads[1].started_at = day(2);
  EXPECT_FALSE(is_counted(record, record.loads[0]));
  EXPECT_TRUE(is_counted(record, record.loads[1]));
  EXPECT_EQ(counted(record, "loads.per_week").numerator, 1);
}

TEST(Counting, GivingUpIsAWaitForThePoolButNoStartOfTheStep) {
  auto record = with_visits({visit(day(1), minutes(9), {})});
  record.visits[0].exit = ExitReason::reneged;
  record.steps = {{.visit = 0,
                   .step = 0,
                   .awaited = 1,
                   .exit = ExitReason::reneged,
                   .queued_at = day(1),
                   .started_at = day(1) + minutes(9)}};
  EXPECT_EQ(counted(record, "wait.for.room"), (KpiValue{9, 1}));
  EXPECT_EQ(counted(record, "share.reneged"), (KpiValue{1, 1}));
  EXPECT_FALSE(counted(record, "wait.session.desk").exists());
}

TEST(Counting, PercentilesAreNearestRanks) {
  std::vector<clinic::VisitFact> visits;
  for (int i = 20; i >= 1; --i) visits.push_back(visit(day(i), minutes(i), minutes(10)));
  const auto record = with_visits(visits);
  EXPECT_EQ(counted(record, "wait.median"), (KpiValue{10, 1}));
  EXPECT_EQ(counted(record, "wait.p90"), (KpiValue{18, 1}));
  EXPECT_EQ(counted(record, "wait.p95"), (KpiValue{19, 1}));
  EXPECT_EQ(counted(record, "stay.p95"), (KpiValue{29, 1}));
}

TEST(Counting, PercentilesOfNobodyDoNotExist) {
  EXPECT_FALSE(counted(empty_record(), "wait.p95").exists());
  EXPECT_FALSE(counted(empty_record(), "wait.session.desk.p95").exists());
  EXPECT_FALSE(counted(empty_record(), "wait.mean").exists());
}

TEST(Counting, WaitsAreSplitByStepAndByThePoolThatCameLast) {
  auto record = with_visits(
      {visit(day(1), minutes(10), minutes(30)), visit(day(2), minutes(7), minutes(30))});
  const SimTime t = day(1);
  record.steps = {
      {.visit = 0, .step = 0, .awaited = 0, .queued_at = t, .started_at = t + minutes(6)},
      {.visit = 0, .step = 1, .awaited = 1, .queued_at = t, .started_at = t + minutes(4)},
      {.visit = 1, .step = 0, .awaited = 0, .queued_at = day(2), .started_at = day(2) + minutes(7)},
      {.visit = 1, .step = 1, .queued_at = day(2), .started_at = day(2)},
  };
  EXPECT_EQ(counted(record, "wait.session.desk"), (KpiValue{13, 2}));
  EXPECT_EQ(counted(record, "wait.session.desk.p95"), (KpiValue{7, 1}));
  EXPECT_EQ(counted(record, "wait.session.needle"), (KpiValue{4, 2}));
  EXPECT_EQ(counted(record, "wait.for.nurse"), (KpiValue{13, 2}));
  EXPECT_EQ(counted(record, "wait.for.room"), (KpiValue{4, 2}));
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{17, 2}));  // the two parts together
}

TEST(Counting, WhatPassesBeforeTheAppointedTimeIsEarlyAndNoWait) {
  auto record = with_visits({visit(day(1), minutes(10), minutes(30))});
  record.visits[0].early = minutes(20);
  record.steps = {{.visit = 0,
                   .step = 0,
                   .awaited = 0,
                   .queued_at = day(1) - minutes(20),
                   .started_at = day(1) + minutes(10)}};
  EXPECT_EQ(counted(record, "wait.mean"), (KpiValue{10, 1}));
  EXPECT_EQ(counted(record, "wait.session.desk"), (KpiValue{10, 1}));
  EXPECT_EQ(counted(record, "wait.early"), (KpiValue{20, 1}));
  EXPECT_EQ(counted(record, "stay.mean"), (KpiValue{60, 1}));
}

TEST(Counting, SessionsAreTreatmentsFinished) {
  auto record = with_visits({visit(day(1), {}, minutes(30)), visit(day(2), {}, minutes(30))});
  record.steps = {{.visit = 0, .step = 0},
                  {.visit = 0, .step = 1},
                  {.visit = 1, .step = 0},
                  {.visit = 1, .step = 1, .exit = ExitReason::sent_away}};
  record.visits[1].exit = ExitReason::sent_away;
  EXPECT_EQ(counted(record, "sessions.total"), (KpiValue{1, 1}));
  EXPECT_EQ(counted(record, "share.sent_away"), (KpiValue{1, 2}));
}

TEST(Counting, ThroughputIsPerDayOpen) {
  // Four weeks of five days less one holiday.
  EXPECT_EQ(counted(with_visits({visit(day(1), {}, minutes(5))}), "visits.per_day"),
            (KpiValue{1, 19}));
}

TEST(DaysOpen, SpecialDaysWinOverHolidaysAndWeekdays) {
  auto calendar = two_step_clinic().calendar;
  const auto start = two_step_clinic().run.start;
  calendar.special_days[start + std::chrono::days(2)] = {{hours(10), hours(12)}};
  calendar.special_days[start + std::chrono::days(0)] = {};
  EXPECT_EQ(days_open(calendar, start, day(0), day(7)), 4);
  EXPECT_EQ(days_open(calendar, start, day(2), day(4)), 2);
  EXPECT_EQ(days_open(calendar, start, day(2) + hours(11), day(4)), 1);
}

TEST(DaysOpen, AnAlwaysOpenCalendarCountsFractions) {
  scenario::CalendarSettings calendar;
  calendar.always_open = true;
  EXPECT_EQ(days_open(calendar, {}, day(1), day(1) + hours(36)), 1.5);
}

TEST(Counting, AccessDelayIsFromTheWantedTimeToTheAppointment) {
  auto record = with_visits(
      {visit(day(10), {}, minutes(30)), visit(day(12), {}, {}), visit(day(14), {}, {})});
  for (auto& v : record.visits) v.kind = VisitKind::booked;
  record.visits[0].requested_at = day(1);
  record.visits[0].wanted_at = day(8);
  record.visits[1].exit = ExitReason::no_show;
  record.visits[1].requested_at = record.visits[1].wanted_at = day(11);
  record.visits[2].exit = ExitReason::balked;
  record.visits[2].wanted_at = day(1);
  EXPECT_EQ(counted(record, "access.delay"), (KpiValue{3, 2}));  // 2 + 1
  EXPECT_EQ(counted(record, "access.lead"), (KpiValue{10, 2}));  // 9 + 1
  EXPECT_EQ(counted(record, "share.no_show"), (KpiValue{1, 2}));
}

// When it was asked for is not known, but whether it is kept is.
TEST(Counting, AppointmentsMadeBeforeTheRunHaveNoAccessDelay) {
  auto record = with_visits({visit(day(10), {}, minutes(30)), visit(day(12), {}, {})});
  for (auto& v : record.visits) v.kind = VisitKind::booked;
  record.visits[0].wanted_at = day(8);
  record.visits[0].requested_at = day(6);
  record.visits[1].before_run = true;
  record.visits[1].exit = ExitReason::no_show;
  EXPECT_EQ(counted(record, "access.delay"), (KpiValue{2, 1}));
  EXPECT_EQ(counted(record, "access.lead"), (KpiValue{4, 1}));
  EXPECT_EQ(counted(record, "share.no_show"), (KpiValue{1, 2}));
}

TEST(Counting, HarmsComeFromTheLedgerAndBesideItAsTheyHappened) {
  auto record = with_visits({visit(day(1), {}, minutes(30))});
  record.steps = {{.visit = 0, .step = 1}};
  using clinic::HarmRoute;
  using clinic::Hazard;
  record.ledger = {{.visit = 0,
                    .hazard = Hazard::bacterial_infection,
                    .route = HarmRoute::own_skin,
                    .probability = 0.25},
                   {.visit = 0,
                    .hazard = Hazard::bacterial_infection,
                    .route = HarmRoute::instrument,
                    .happened = true,
                    .probability = 0.5,
                    .weight = 0.5},
                   {.visit = 0, .hazard = Hazard::hbv, .probability = 0.125},
                   {.visit = 0, .hazard = Hazard::hiv, .probability = 0.0625}};
  record.complications = {
      {.visit = 0, .hazard = Hazard::bacterial_infection, .grade = 3},
      {.visit = 0,
       .hazard = Hazard::bruise,
       .grade = 2,
       .duration = days(3),
       .reported = true,
       .presented = clinic::Presentation::other_doctor},
      {.visit = 0, .hazard = Hazard::scar, .grade = 2, .duration = days(30), .permanent = true}};
  EXPECT_EQ(counted(record, "infection.per_10000"), (KpiValue{5000, 1}));
  EXPECT_EQ(counted(record, "infection.per_10000.crude"), (KpiValue{10000, 1}));
  EXPECT_EQ(counted(record, "bloodborne.per_million"), (KpiValue{187500, 1}));
  EXPECT_EQ(counted(record, "bloodborne.per_million.crude"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "harm.hbv"), (KpiValue{125, 1}));
  EXPECT_EQ(counted(record, "complications.serious"), (KpiValue{1000, 1}));
  EXPECT_EQ(counted(record, "complications.grade_2"), (KpiValue{2000, 1}));
  EXPECT_EQ(counted(record, "complications.grade_3"), (KpiValue{1000, 1}));
  EXPECT_EQ(counted(record, "complications.grade_5"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "complications.days"), (KpiValue{1000 * (3 + 365), 1}));
  EXPECT_EQ(counted(record, "complications.reported"), (KpiValue{1000, 1}));
  EXPECT_EQ(counted(record, "complications.permanent"), (KpiValue{1000, 1}));
  EXPECT_EQ(counted(record, "complications.elsewhere"), (KpiValue{1000, 1}));
}

TEST(Counting, DepthSharesSayWhoWasNeedledOffTarget) {
  auto record = with_visits({visit(day(1), {}, minutes(30))});
  record.needlings = {{.visit = 0, .depth = 0.5f, .shares = {0, 0.25f, 0.5f, 0.25f, 0}},
                      {.visit = 0, .depth = 0.25f, .shares = {0.25f, 0.5f, 0.25f, 0, 0}},
                      {.visit = 0,
                       .depth = 2.25f,
                       .shares = {0, 0, 0.25f, 0.5f, 0.25f},
                       .reuses = 2,
                       .prepared = false}};
  EXPECT_EQ(counted(record, "depth.mean"), (KpiValue{3, 3}));
  EXPECT_EQ(counted(record, "depth.share.epidermis"), (KpiValue{0.75, 3}));
  EXPECT_EQ(counted(record, "depth.share.fat"), (KpiValue{0.25, 3}));
  EXPECT_EQ(counted(record, "depth.too_shallow"), (KpiValue{1, 3}));
  EXPECT_EQ(counted(record, "depth.too_deep"), (KpiValue{1, 3}));
  EXPECT_EQ(counted(record, "depth.off_target"), (KpiValue{2, 3}));
  EXPECT_EQ(counted(record, "heads.reused"), (KpiValue{1, 3}));
  EXPECT_EQ(counted(record, "preparation.skipped"), (KpiValue{1, 3}));
}

TEST(Counting, LoadsFailByFaultBySurvivorsOrByIndicator) {
  auto record = empty_record();
  using clinic::Indicator;
  record.loads = {{.log10_survivors = -9, .chemical = Indicator::passed},
                  {.fault = clinic::LoadFault::air_pocket,
                   .log10_survivors = -2,
                   .chemical = Indicator::passed,
                   .biological = Indicator::failed,
                   .recalled = 4,
                   .used_before_recall = 2}};
  EXPECT_EQ(counted(record, "loads.faulty"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "loads.unsterile"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "loads.flagged"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "recall.sets"), (KpiValue{4000, 2}));
  EXPECT_EQ(counted(record, "recall.used"), (KpiValue{2000, 2}));
}

TEST(Counting, ALoadStillRunningAtTheEndIsNeitherGoodNorBad) {
  auto record = empty_record();
  record.loads = {{.sets = 3, .log10_survivors = -9, .released_at = SimTime::never()},
                  {.sets = 2, .ended_at = SimTime::never(), .released_at = SimTime::never()}};
  EXPECT_EQ(counted(record, "loads.unsterile"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "loads.faulty"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "loads.flagged"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "recall.sets"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "loads.per_week").numerator, 2) << "it has been started";
  const CountingPlan p = plan();
  const LoadSum held =
      summarise(p, record)
          .rows.loads[load_outcome(clinic::LoadFault::none, clinic::Indicator::not_run, false)];
  EXPECT_EQ(held.n, 1u);
  EXPECT_EQ(held.sets, 3u);
  EXPECT_EQ(held.most_log10_survivors, -9);
}

TEST(Counting, StockOutsEndAtTheLatestWithTheRun) {
  auto record = with_visits({visit(day(27), {}, minutes(30))});
  record.steps = {{.visit = 0, .step = 1}};
  record.stock_outs = {{0, day(27), day(27) + minutes(12)},
                       {0, record.ended_at - minutes(3), SimTime::never()}};
  EXPECT_EQ(counted(record, "stock_outs.per_1000"), (KpiValue{2000, 1}));
  EXPECT_EQ(counted(record, "stock_outs.minutes"), (KpiValue{15, 1}));
}

TEST(Counting, PoolsSplitTheirTimeOnDuty) {
  auto record = empty_record();
  // idle, busy, down, break, cleaning, off
  record.units[0].time_in_state = {hours(40), hours(50), {}, hours(10), {}, hours(572)};
  record.units[0].overtime = hours(8);
  record.pools[0] = {.name = "nurse", .busy = 50, .capacity = 80, .queue = 168};
  EXPECT_EQ(counted(record, "utilisation.nurse"), (KpiValue{50, 80}));
  EXPECT_EQ(counted(record, "time.nurse.busy"), (KpiValue{50, 100}));
  EXPECT_EQ(counted(record, "time.nurse.break"), (KpiValue{10, 100}));
  EXPECT_EQ(counted(record, "time.nurse.off"), (KpiValue{572, 672}));
  EXPECT_EQ(counted(record, "queue.nurse"), (KpiValue{168, 672}));
  EXPECT_EQ(counted(record, "overtime.per_week"), (KpiValue{8, 4}));
}

TEST(Counting, AnUnlimitedPoolHasNoUtilisation) {
  auto record = empty_record();
  record.pools[1].capacity = std::numeric_limits<double>::infinity();
  record.pools[1].busy = 5;
  EXPECT_FALSE(counted(record, "utilisation.room").exists());
}

TEST(Counting, ContributionIsRevenueLessCost) {
  auto record = with_visits({visit(day(1), {}, minutes(30))});
  record.steps = {{.visit = 0, .step = 1}};
  record.money = {{day(1), clinic::Account::sessions, Money::from_units(300)},
                  {day(1), clinic::Account::consultations, Money::from_units(50)},
                  {day(1), clinic::Account::wages, Money::from_units(120)},
                  {day(2), clinic::Account::refunds, Money::from_units(30)}};
  EXPECT_EQ(counted(record, "revenue.per_year").numerator, 350);
  EXPECT_EQ(counted(record, "cost.per_year").numerator, 150);
  EXPECT_EQ(counted(record, "contribution.per_session"), (KpiValue{200, 1}));
  EXPECT_EQ(counted(record, "cost.refunds").numerator, 30);
}

TEST(NearestRank, IsTheSmallestValueEnoughOthersDoNotExceed) {
  std::vector<double> values{5, 1, 4, 2, 3};
  EXPECT_EQ(nearest_rank(values, 0.5), 3);
  EXPECT_EQ(nearest_rank(values, 0.6), 3);
  EXPECT_EQ(nearest_rank(values, 0.61), 4);
  EXPECT_EQ(nearest_rank(values, 1), 5);
  EXPECT_EQ(nearest_rank(values, 0.001), 1);
}

TEST(CompactRows, SumExposuresByHazardAndRoute) {
  auto record = with_visits({visit(day(1), {}, minutes(30)), visit(day(2), {}, minutes(30))});
  record.counted_from = day(2);
  using clinic::Hazard;
  record.ledger = {{.visit = 0, .hazard = Hazard::scar, .probability = 0.9},
                   {.visit = 1,
                    .hazard = Hazard::scar,
                    .route = clinic::HarmRoute::needling,
                    .happened = true,
                    .probability = 0.25},
                   {.visit = 1,
                    .hazard = Hazard::scar,
                    .route = clinic::HarmRoute::needling,
                    .probability = 0.5}};
  const CompactRows rows = summarise(plan(), record).rows;
  const ExposureSum expected{
      .n = 2, .expected = 0.75, .happened = 1, .most = 0.5, .ratios = {2, 2, 2, 1}};
  EXPECT_EQ(rows.exposures[static_cast<std::size_t>(Hazard::scar)][2], expected);
}

TEST(CompactRows, KeepLikelihoodRatiosOfWhatEntersEstimates) {
  auto record = with_visits({visit(day(1), {}, minutes(30))});
  record.ledger = {{.visit = 0, .hazard = clinic::Hazard::hbv, .probability = 0.5, .weight = 0.25},
                   {.visit = 0, .hazard = clinic::Hazard::hbv, .probability = 0, .weight = 1.25}};
  const CompactRows rows = summarise(plan(), record).rows;
  const ExposureSum& sum = rows.exposures[static_cast<std::size_t>(clinic::Hazard::hbv)][0];
  EXPECT_EQ(sum.expected, 0.125);
  EXPECT_EQ(sum.n, 2);
  EXPECT_EQ(sum.ratios, (RatioSum{1, 0.25, 0.0625, 0.25}));
}

// Patient 0 has two even chances in two sessions, one of another virus: 1 - 0.5 x 0.8 = 0.6;
// patient 1 is treated without risk, patient 2 is not treated.
TEST(Counting, CombinesTheExposuresOfOnePatient) {
  auto record = with_visits({visit(day(1), {}, minutes(30)), visit(day(2), {}, minutes(30)),
                             visit(day(3), {}, minutes(30))});
  record.patients.resize(3);
  record.visits[2].patient = 1;
  record.needlings = {{.visit = 0}, {.visit = 1}, {.visit = 2}};
  record.ledger = {{.visit = 0, .hazard = clinic::Hazard::hbv, .probability = 0.5},
                   {.visit = 1, .hazard = clinic::Hazard::hiv, .probability = 0.8, .weight = 0.25},
                   {.visit = 1, .hazard = clinic::Hazard::scar, .probability = 0.9}};
  EXPECT_EQ(counted(record, "bloodborne.patients_per_million"), (KpiValue{0.6e6, 2}));
  record.ledger[0].happened = record.ledger[1].happened = record.ledger[2].happened = true;
  EXPECT_EQ(counted(record, "bloodborne.patients_per_million.crude"), (KpiValue{1e6, 2}));
}

TEST(CompactRows, PutNeedlingsWithoutAnIndicationLast) {
  auto record = with_visits({visit(day(1), {}, minutes(30)), visit(day(2), {}, minutes(30))});
  record.patients = {{.indication = 1}, {.indication = 65535}};
  record.visits[1].patient = 1;
  record.needlings = {{.visit = 0, .length = 1.5f}, {.visit = 1, .length = 0.5f}};
  const CompactRows rows = summarise(plan(), record).rows;
  ASSERT_EQ(rows.depth.size(), 3u);
  EXPECT_EQ(rows.depth[0].n, 0u);
  EXPECT_EQ(rows.depth[1].length, 1.5);
  EXPECT_EQ(rows.depth[2].length, 0.5);
}

}  // namespace
}  // namespace asepsim::experiment
