// Waiting: priorities, patience, full queues, balking, and being interrupted by somebody urgent.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

const std::string desk = R"(
equipment: {desk: {count: 1}}
pathways:
  visit: [{step: serve, equipment: desk, duration: 30 min}]
)";

std::string stream(const std::string& name, const std::string& when, const std::string& more) {
  return "  " + name + ": {pathway: visit, interarrival: " + when + ", " + more + "}\n";
}

TEST(Queue, ServesTheLowerPriorityNumberFirst) {
  const Outcome r = run(monday + desk + "arrivals:\n" + stream("ann", "10 h", "priority: 100") +
                        stream("bob", "10 h 5 min", "priority: 100") +
                        stream("cem", "10 h 10 min", "priority: 50"));
  EXPECT_THAT(timeline(r), ElementsAre("ann serve 10:00 10:00-10:30", "cem serve 10:10 10:30-11:00",
                                       "bob serve 10:05 11:00-11:30"));
}

TEST(Queue, APriorityOfTheStepComesBeforeThePatients) {
  const Outcome r = run(monday + R"(
equipment: {desk: {count: 1}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min, priority: 1}
  cem: {pathway: quick, interarrival: 10 h 10 min, priority: 100}
pathways:
  visit: [{step: serve, equipment: desk, duration: 30 min}]
  quick: [{step: stamp, equipment: desk, duration: 1 min, priority: 0}]
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann serve 10:00 10:00-10:30", "cem stamp 10:10 10:30-10:31",
                                       "bob serve 10:05 10:31-11:01"));
}

TEST(Queue, LosesPatientsWhosePatienceEnds) {
  const Outcome r = run(monday + desk + "arrivals:\n" + stream("ann", "10 h", "priority: 100") +
                        stream("bob", "10 h 5 min", "patience: 20 min") +
                        stream("cem", "10 h 10 min", "patience: 20 min"));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob serve 10:05 10:25-10:25 reneged", "ann serve 10:00 10:00-10:30",
                          "cem serve 10:10 10:30-11:00"));
  EXPECT_THAT(patients(r), ElementsAre("ann done", "bob reneged", "cem done"));
  // The desk's queue: 20 min in vain and 20 min not in vain.
  EXPECT_NEAR(pool_named(r, "desk").queue, 40.0 / 60, 1e-12);
  EXPECT_EQ(pool_named(r, "desk").seizes, 2u);
}

TEST(Queue, APatienceOfTheStepComesBeforeThePatients) {
  const Outcome r = run(monday + R"(
equipment: {desk: {count: 1}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h, patience: 1 min}
  bob: {pathway: visit, interarrival: 10 h 5 min, patience: 1 min}
pathways:
  visit: [{step: serve, equipment: desk, duration: 30 min, patience: 10 min}]
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("bob serve 10:05 10:15-10:15 reneged", "ann serve 10:00 10:00-10:30"));
}

TEST(Queue, TurnsAwayThoseForWhomItHasNoPlace) {
  const Outcome r = run(monday + R"(
equipment: {desk: {count: 1}}
pathways:
  visit: [{step: serve, equipment: desk, duration: 30 min, queue_capacity: 1}]
)" +
                        arrivals({{"ann", "10 h"},
                                  {"bob", "10 h 5 min"},
                                  {"cem", "10 h 10 min"},
                                  {"dan", "10 h 40 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("cem serve 10:10 10:10-10:10 balked", "ann serve 10:00 10:00-10:30",
                          "bob serve 10:05 10:30-11:00", "dan serve 10:40 11:00-11:30"));
  EXPECT_THAT(patients(r), ElementsAre("ann done", "bob done", "cem balked", "dan done"));
}

TEST(Queue, WithoutAnyPlaceServesOnlyThoseWhoNeedNotWait) {
  const Outcome r = run(monday + R"(
equipment: {desk: {count: 1}}
pathways:
  visit: [{step: serve, equipment: desk, duration: 30 min, queue_capacity: 0}]
)" + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}, {"cem", "10 h 30 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob serve 10:05 10:05-10:05 balked", "ann serve 10:00 10:00-10:30",
                          "cem serve 10:30 10:30-11:00"));
}

TEST(WalkIn, LooksAtTheQueueBeforeJoining) {
  const Outcome r =
      run(monday + desk + "arrivals:\n" + stream("ann", "10 h", "balk_at: 1") +
          stream("bob", "10 h 5 min", "balk_at: 1") + stream("cem", "10 h 10 min", "balk_at: 1") +
          stream("dan", "10 h 11 min", "balk_at: 2"));
  EXPECT_THAT(visits(r),
              ElementsAre("ann walk_in 10:00-10:30 done", "bob walk_in 10:05-11:00 done",
                          "cem walk_in 10:10-10:10 balked", "dan walk_in 10:11-11:30 done"));
}

TEST(WalkIn, ComesOnlyWhileTheClinicIsOpen) {
  const Outcome r =
      run(monday + arrivals({{"ann", "8 h 59 min"}, {"bob", "9 h"}, {"cem", "17 h"}}) +
          "pathways: {visit: [{step: serve, duration: 5 min}]}\n");
  // Ann comes again at 17:58: closed too.
  EXPECT_THAT(visits(r), ElementsAre("bob walk_in 9:00-9:05 done"));
}

std::string emergency(const std::string& rule) {
  return monday + R"(
equipment: {desk: {count: 1}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  eve: {pathway: urgent, interarrival: 10 h 10 min, priority: 1}
  bob: {pathway: visit, interarrival: 10 h 12 min}
pathways:
  visit:
    - {step: serve, equipment: desk, pre_emptible: true, on_preemption: )" +
         rule + R"(, duration: 30 min}
  urgent: [{step: save, equipment: desk, duration: 5 min, pre_empts: true}]
)";
}

TEST(Preemption, ResumesAtTheOldPlaceWithWhatWasLeft) {
  const Outcome r = run(emergency("resume"));
  EXPECT_THAT(timeline(r), ElementsAre("eve save 10:10 10:10-10:15", "ann serve 10:00 10:00-10:35",
                                       "bob serve 10:12 10:35-11:05"));
  EXPECT_EQ(r.record.steps[1].pre_emptions, 1);
}

TEST(Preemption, RestartsTheSameWork) {
  const Outcome r = run(emergency("restart"));
  EXPECT_THAT(timeline(r), ElementsAre("eve save 10:10 10:10-10:15", "ann serve 10:00 10:00-10:45",
                                       "bob serve 10:12 10:45-11:15"));
}

TEST(Preemption, DrawsNewWork) {
  const std::string text =
      with(emergency("resample"), "duration: 30 min", "duration: {uniform: [10 min, 50 min]}");
  const Outcome resampled = run(text);
  const Outcome restarted = run(with(text, "resample", "restart"));
  const auto work = [](const Outcome& r) {  // after the interruption at 10:15
    return (r.record.steps[1].ended_at - SimTime{}).minutes() - 615;
  };
  EXPECT_GE(work(resampled), 10);
  EXPECT_LE(work(resampled), 50);
  EXPECT_NE(work(resampled), work(restarted));
}

// Bob is prepared by the same rule as ann, each once.
TEST(Preemption, APreparationBegunAgainIsDecidedOnce) {
  std::string text = with(emergency("restart"), "step: serve", "step: serve, kind: skin_prep");
  text += "population: {}\nskin_preparation: {skipped: 0, cut_short: 1, contact_share: 0.5}\n";
  const Outcome r = run(text);
  // Half of 30 minutes: ten of them lost, all again after eve.
  EXPECT_THAT(timeline(r), ElementsAre("eve save 10:10 10:10-10:15", "ann serve 10:00 10:00-10:30",
                                       "bob serve 10:12 10:30-10:45"));
  int decisions = 0;
  for (const ComplianceFact& fact : r.record.compliance) {
    decisions += fact.moment == Moment::skin_preparation ? 1 : 0;
  }
  EXPECT_EQ(decisions, 2);
  const Outcome anew = run(with(text, "on_preemption: restart", "on_preemption: resample"));
  EXPECT_EQ(timeline(anew), timeline(r)) << "what is drawn anew is half as long, too";
}

// Each round of a preparation that is repeated is a decision of its own: all alike by chance 2^-19.
TEST(Rounds, DecideAnewWhetherASkinIsPrepared) {
  const Outcome r = run(monday + R"(
skin_preparation: {skipped: 0.5, cut_short: 0}
population: {}
arrivals: {ann: {pathway: visit, interarrival: 10 h}}
pathways:
  visit: [{step: prep, kind: skin_prep, duration: 1 min,
           next: [{to: prep, probability: 95 %}, {to: end}]}]
)",
                        {.seed = 3});
  std::vector<bool> kept;
  for (const ComplianceFact& fact : r.record.compliance) {
    if (fact.moment == Moment::skin_preparation) kept.push_back(fact.complied);
  }
  ASSERT_GE(kept.size(), 20u) << "another seed is due";
  EXPECT_THAT(kept, testing::Contains(true));
  EXPECT_THAT(kept, testing::Contains(false));
}

TEST(Preemption, SparesWhatIsNotPreEmptible) {
  const Outcome r = run(with(emergency("resume"), "pre_emptible: true", "pre_emptible: false"));
  EXPECT_THAT(timeline(r), ElementsAre("ann serve 10:00 10:00-10:30", "eve save 10:10 10:30-10:35",
                                       "bob serve 10:12 10:35-11:05"));
}

TEST(Preemption, ComesBackIntoAQueueThatIsFull) {
  // One may wait: bob does. Ann, who was inside already, is not turned away.
  const Outcome r =
      run(with(emergency("resume"), "pre_emptible: true", "pre_emptible: true, queue_capacity: 0"));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob serve 10:12 10:12-10:12 balked", "eve save 10:10 10:10-10:15",
                          "ann serve 10:00 10:00-10:35"));
}

TEST(Preemption, TakesNothingThatStayedAfterAStep) {
  const Outcome r = run(monday + R"(
equipment: {desk: {count: 1}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  eve: {pathway: urgent, interarrival: 10 h 10 min, priority: 1}
pathways:
  visit:
    - {step: sit, equipment: desk, pre_emptible: true, duration: 5 min, keep: [desk]}
    - {step: write, equipment: desk, duration: 20 min}
  urgent: [{step: save, equipment: desk, duration: 5 min, pre_empts: true}]
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann sit 10:00 10:00-10:05", "ann write 10:05 10:05-10:25",
                                       "eve save 10:10 10:25-10:30"));
}

TEST(Preemption, AsksOnlyForWhatWasTakenAway) {
  // The room stays with ann; only the nurse is taken away, and only she is waited for.
  const Outcome r = run(monday + R"(
staff: {nurse: {end_of_shift: finish}}
rooms: {cabin: {count: 1}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  eve: {pathway: urgent, interarrival: 10 h 10 min, priority: 1}
  bob: {pathway: look, interarrival: 10 h 12 min}
pathways:
  visit:
    - {step: enter, rooms: cabin, duration: 1 min, keep: [cabin]}
    - {step: treat, staff: nurse, rooms: cabin, pre_emptible: true, duration: 20 min}
  urgent: [{step: save, staff: nurse, duration: 5 min, pre_empts: true}]
  look: [{step: look, rooms: cabin, duration: 2 min}]
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann enter 10:00 10:00-10:01", "eve save 10:10 10:10-10:15",
                          "ann treat 10:01 10:01-10:26", "bob look 10:12 10:26-10:28"));
}

}  // namespace
}  // namespace asepsim::clinic
