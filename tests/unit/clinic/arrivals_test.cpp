// Poisson layers: the right rate at every hour, and the same people whatever the demand.
#include <algorithm>
#include <cmath>
#include <set>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::IsSubsetOf;

std::string demand(const std::string& factor) {
  return R"(
run: {start: 2027-01-04, length: 28 d}
calendar: {opening: always}
arrivals:
  callers:
    pathway: visit
    rate_factor: )" +
         factor + R"(
    rate:
      weekdays: {"9-12": 2.5, "12-18": 0.7}
      saturday: {"9-12": 5}
pathways: {visit: [{step: talk, duration: 1 min}]}
)";
}

std::vector<std::uint64_t> keys(const Outcome& r) {
  std::vector<std::uint64_t> list;
  for (const PatientFact& patient : r.record.patients) list.push_back(patient.key);
  return list;
}

TEST(PoissonArrivals, OfLowDemandAreASubsetOfThoseOfHighDemand) {
  const std::vector<std::uint64_t> low = keys(run(demand("0.4")));
  const std::vector<std::uint64_t> middle = keys(run(demand("1")));
  const std::vector<std::uint64_t> high = keys(run(demand("3.7")));
  EXPECT_THAT(low, IsSubsetOf(middle));
  EXPECT_THAT(middle, IsSubsetOf(high));
  EXPECT_LT(low.size(), middle.size());
  EXPECT_LT(middle.size(), high.size());
  EXPECT_EQ(std::set<std::uint64_t>(high.begin(), high.end()).size(), high.size())
      << "everybody has a key of their own";
}

TEST(PoissonArrivals, ComeAtTheSameTimeWhateverTheDemand) {
  const Outcome low = run(demand("0.4")), high = run(demand("3.7"));
  for (const PatientFact& patient : low.record.patients) {
    const auto same = std::find_if(high.record.patients.begin(), high.record.patients.end(),
                                   [&](const PatientFact& p) { return p.key == patient.key; });
    ASSERT_NE(same, high.record.patients.end());
    EXPECT_EQ(same->first_contact, patient.first_contact);
  }
}

// Expects a Poisson count to agree with its mean: the interval of 3.9 standard errors must lie
// within 4.5 % of it. With 30,000 or more expected that is at least 7.8 standard errors, so a true
// rate is refused with probability 1e-4 at most.
void expect_poisson(double count, double expected) {
  ASSERT_GE(expected, 30'000);
  const double reach = 3.9 * std::sqrt(expected);
  EXPECT_LT(std::abs(count - expected) + reach, 0.045 * expected) << count << " of " << expected;
}

TEST(PoissonArrivals, HaveTheRateOfTheHour) {
  // Four counts in one test: false alarm 4e-4, and the seed is fixed.
  constexpr std::uint64_t replications = 600;
  const auto plan = compile(scenario_from(demand("1")));
  double mornings = 0, afternoons = 0, saturdays = 0, other = 0, at_nine = 0;
  for (std::uint64_t i = 0; i < replications; ++i) {
    for (const PatientFact& p : run_replication(*plan, {1, i}).patients) {
      const double hour_of_run = p.first_contact.since_start().hours();
      const double hour = std::fmod(hour_of_run, 24);
      const bool saturday = static_cast<int>(hour_of_run / 24) % 7 == 5;
      const bool sunday = static_cast<int>(hour_of_run / 24) % 7 == 6;
      const bool morning = hour >= 9 && hour < 12;
      if (saturday && morning) {
        ++saturdays;
      } else if (morning && !sunday) {
        ++mornings;
        if (hour < 10) ++at_nine;
      } else if (hour >= 12 && hour < 18 && !saturday && !sunday) {
        ++afternoons;
      } else {
        ++other;
      }
    }
  }
  expect_poisson(mornings, replications * 20 * 3 * 2.5);
  expect_poisson(at_nine, replications * 20 * 2.5);
  expect_poisson(afternoons, replications * 20 * 6 * 0.7);
  expect_poisson(saturdays, replications * 4 * 3 * 5);
  EXPECT_EQ(other, 0);
}

TEST(RenewalArrivals, KeepTheirDistance) {
  const Outcome r = run(monday + arrivals({{"ann", "3 h 20 min"}}) +
                        "pathways: {visit: [{step: talk, duration: 1 min}]}\n");
  EXPECT_THAT(visits(r),
              testing::ElementsAre("ann walk_in 10:00-10:01 done", "ann 2 walk_in 13:20-13:21 done",
                                   "ann 3 walk_in 16:40-16:41 done"));
}

TEST(Arrivals, OfOneStreamDoNotDependOnAnother) {
  const std::string more = with(demand("1"), "arrivals:\n", R"(arrivals:
  others: {pathway: visit, rate: {weekdays: {"0-24": 3}}}
)");
  EXPECT_THAT(keys(run(demand("1"))), IsSubsetOf(keys(run(more))));
}

}  // namespace
}  // namespace asepsim::clinic
