// Relations of benefit that hold for every patient, whatever the numbers are (model.md section 8).
#include <map>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

// Courses with a roller whose reach is known: a needle of 1 mm reaches 0.6 mm. The skin differs.
const std::string courses = R"(
run: {start: 2027-01-04, length: 320 d}
calendar: {opening: always}
staff: {operator: {count: 40, skills: [needling], grade: expert}}
population: {}
sites: {cheek: {dermis_male_sd: 0.1 mm, dermis_female_sd: 0.1 mm}}
indications:
  pit_scars: {share: 100 %, site: cheek, area: 350 cm2, sessions: 4, interval: 4 wk,
              length_fixed: 1 mm, target_fraction: 0.6}
instruments: {roller: {policy: single_use, between_patients: nothing}}
arrivals: {w: {kind: booked, pathway: visit, interarrival: {exponential: 8 h}, lead_time: 1 d}}
booking: {slot: 1 h, per_slot: 40, no_show_at_week: 0, dropout: 0, cancelled: 0}
pathways:
  visit: [{step: treat, kind: treatment, staff: needling, instrument: roller, duration: 5 min}]
needling: {device: roller, fraction_short: 0.6, fraction_long: 0.6, error_expert: 0 mm}
benefit: {}
)";

// The last session of every course that ended, by patient.
std::map<std::uint64_t, BenefitFact> ended_courses(const std::vector<scenario::Override>& changes) {
  const auto read = scenario::read_scenario_text("schema: asepsim/1\n" + courses, "test", changes);
  if (!read.scenario) throw std::invalid_argument(to_text(read.diagnostics));
  const ReplicationRecord record = run_replication(*compile(*read.scenario), {5, 0});
  std::map<std::uint64_t, BenefitFact> last;
  for (const BenefitFact& fact : record.benefits) {
    const PatientFact& patient = record.patients[record.visits[fact.visit].patient];
    if (!fact.followed && patient.exit == ExitReason::done) last[patient.key] = fact;
  }
  return last;
}

// Everybody in both runs has at most so much left in the second, relative to the first.
void expect_no_more_left(const std::map<std::uint64_t, BenefitFact>& before,
                         const std::map<std::uint64_t, BenefitFact>& after, double least_change) {
  double change = 0, compared = 0;
  for (const auto& [key, first] : before) {
    const auto found = after.find(key);
    if (found == after.end()) continue;
    const BenefitFact& second = found->second;
    ASSERT_EQ(first.entry, second.entry) << "the same patient";
    ASSERT_LE(second.score, first.score * (1 + 1e-6f));
    ASSERT_LE(second.first_look, first.first_look * (1 + 1e-6f));
    change += static_cast<double>((first.score - second.score) / first.entry);
    ++compared;
  }
  EXPECT_GT(compared, 300);
  EXPECT_GE(change / compared, least_change);
}

TEST(Metamorphic, DeeperThanTheDermisNeverImprovesBenefit) {
  // 2.5 mm reaches 1.5 mm: beyond the dermis of nearly everybody (0.87 to 1.14 mm, sd 0.1).
  const std::vector<scenario::Override> thin{{"sites.cheek.dermis_male_mean", "0.9 mm"}};
  const auto at = [&](const std::string& length) {
    auto changes = thin;
    changes.push_back({"indications.pit_scars.length_fixed", length});
    changes.push_back({"needling.most", "5 mm"});
    return ended_courses(changes);
  };
  auto before = at("2.25 mm");
  for (const std::string length : {"2.5 mm", "3 mm", "4 mm", "5 mm"}) {
    auto after = at(length);
    expect_no_more_left(after, before, 0.02);
    before = std::move(after);
  }
}

TEST(Metamorphic, MoreSessionsNeverGiveLessBenefit) {
  auto before = ended_courses({{"indications.pit_scars.sessions", "1"}});
  for (const std::string sessions : {"2", "3", "5"}) {
    auto after = ended_courses({{"indications.pit_scars.sessions", sessions}});
    expect_no_more_left(before, after, 0.05);
    before = std::move(after);
  }
}

TEST(Metamorphic, LowPenetrationGivesLessBenefit) {
  const auto low = ended_courses({{"needling.penetration", "low"}});
  const auto usual = ended_courses({});
  expect_no_more_left(low, usual, 0.1);
}

TEST(Metamorphic, ResponsivenessAndProductsNeverGiveLessBenefit) {
  const auto plain = ended_courses({});
  expect_no_more_left(plain, ended_courses({{"indications.pit_scars.benefit.product", "1.3"}}),
                      0.02);
}

TEST(Metamorphic, WithoutNeedlingNobodyBenefits) {
  const auto read = scenario::read_scenario_text(
      "schema: asepsim/1\n" + with(courses, "kind: treatment, ", "kind: service, "), "test");
  ASSERT_TRUE(read.scenario) << to_text(read.diagnostics);
  const ReplicationRecord record = run_replication(*compile(*read.scenario), {5, 0});
  EXPECT_GT(record.visits.size(), 500u);
  EXPECT_TRUE(record.benefits.empty());
}

TEST(Metamorphic, AProtocolThatDoesNothingShowsAsSuch) {
  for (const auto& [key, course] : ended_courses(
           {{"indications.pit_scars.length_fixed", "0.25 mm"}, {"needling.penetration", "low"}})) {
    ASSERT_GT(course.first_look, 0.95f * course.entry) << "0.05 mm: above the dermis";
  }
}

}  // namespace
}  // namespace asepsim::clinic
