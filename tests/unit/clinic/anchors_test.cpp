// The series that harms of depth are calibrated to, simulated with the defaults of the product: the
// model must give back what went in. (Calibration, not validation.)
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

// Dogra 2014 (C7, C8): five monthly sessions with 1.5 mm rollers on the cheeks. Here the sessions
// are walk-ins: what counts is the risk of one.
std::string roller_series(const std::string& phototypes) {
  return R"(
run: {start: 2027-01-04, length: 120 d}
calendar: {opening: always}
staff: {operator: {count: 40, skills: [needling], grade: expert}}
population: {phototypes: )" +
         phototypes + R"(}
sites:
  cheek: {dermis_male_mean: 1.14 mm, dermis_male_sd: 0.21 mm, dermis_female_mean: 0.87 mm,
          dermis_female_sd: 0.35 mm, length_by_site: 1 mm}
indications:
  pit_scars: {share: 100 %, site: cheek, area: 350 cm2, sessions: 5, length_fixed: 1.5 mm,
              target_fraction: 0.6}
instruments: {roller: {policy: single_use, between_patients: nothing}}
arrivals: {w: {kind: walk_in, pathway: visit, interarrival: {exponential: 10 min}}}
pathways:
  visit: [{step: treat, kind: treatment, staff: needling, instrument: roller, duration: 5 min}]
needling: {device: roller, policy: fixed}
complications: {}
)";
}

// Mean risk of a session, from the ledger.
double risk_of_session(const ReplicationRecord& record, Hazard hazard) {
  double sum = 0;
  for (const LedgerEntry& entry : record.ledger)
    if (entry.hazard == hazard) sum += entry.probability;
  return sum / static_cast<double>(record.needlings.size());
}

double of_five_sessions(double risk) {
  return 1 - std::pow(1 - risk, 5);
}

TEST(Anchors, TramTrackScarsOfTheRollerSeries) {
  const auto scenario = scenario_from(roller_series("{I: 0, II: 0, III: 0, IV: 1, V: 0, VI: 0}"));
  const ReplicationRecord record = run_replication(*compile(scenario), {});
  ASSERT_GT(record.needlings.size(), 15'000u);
  EXPECT_NEAR(of_five_sessions(risk_of_session(record, Hazard::scar)), 2.0 / 30, 0.004) << "C8";
}

TEST(Anchors, PigmentationByPhototypeInTheRollerSeries) {
  for (const auto& [phototype, expected] :
       {std::pair{"{I: 0, II: 0, III: 1, IV: 0, V: 0, VI: 0}", 0.02},
        std::pair{"{I: 0, II: 0, III: 0, IV: 1, V: 0, VI: 0}", 0.05},
        std::pair{"{I: 0, II: 0, III: 0, IV: 0, V: 1, VI: 0}", 0.09}}) {
    const ReplicationRecord record =
        run_replication(*compile(scenario_from(roller_series(phototype))), {});
    EXPECT_NEAR(of_five_sessions(risk_of_session(record, Hazard::pigmentation)) / expected, 1, 0.15)
        << "C13 at " << phototype;
  }
}

}  // namespace
}  // namespace asepsim::clinic
