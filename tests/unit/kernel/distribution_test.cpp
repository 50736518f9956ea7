// Variates follow their distributions: Kolmogorov-Smirnov and means, with a stated false-alarm
// rate.
//
// Seeds are fixed, so a test that passes once passes always. Had they been drawn afresh, each KS
// test would raise a false alarm once in 10,000, each test of a mean (5 standard errors) once in
// 1.7 million; over all families together about once in 1,000.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <cmath>
#include <functional>
#include <vector>

#include "kernel/kernel.hpp"
#include "unit/kernel/distributions.hpp"

namespace asepsim::kernel {
namespace {

constexpr std::size_t n = 20'000;

std::vector<double> variates(const Distribution& distribution) {
  const RandomSource random(4711, 1);
  std::vector<double> x;
  for (std::size_t i = 0; i < n; ++i)
    x.push_back(random.sample(distribution, EntityKey{i}, Purpose{"sample"}));
  return x;
}

// sqrt(n) times the largest distance between the sample's distribution function and F.
double ks_statistic(std::vector<double> x, const std::function<double(double)>& F) {
  std::sort(x.begin(), x.end());
  const auto size = static_cast<double>(x.size());
  double distance = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double f = F(x[i]);
    const auto rank = static_cast<double>(i);
    distance = std::max({distance, f - rank / size, (rank + 1) / size - f});
  }
  return distance * std::sqrt(size);
}

constexpr double ks_limit = 2.225;  // Kolmogorov's distribution, upper 1e-4

struct Continuous {
  const char* name;
  Distribution distribution;
  std::function<double(double)> F;
};

template <class BoostDistribution>
std::function<double(double)> cdf_of(BoostDistribution d) {
  return [d](double x) { return boost::math::cdf(d, x); };
}

std::vector<Continuous> continuous_families() {
  const auto all = one_of_each_family();
  const boost::math::normal standard;
  const double below_9 = boost::math::cdf(standard, -1.0 / 3);
  const Distribution& lognormal = all[6];
  const Distribution& beta = all[9];
  return {
      {"uniform", all[1], [](double x) { return (x + 1) / 4; }},
      {"triangular", all[2], cdf_of(boost::math::triangular(1, 2, 6))},
      {"exponential", all[3], [](double x) { return 1 - std::exp(-x / 5); }},
      {"normal", all[4], cdf_of(boost::math::normal(10, 3))},
      {"truncated normal", all[5],
       [=](double x) {
         return (boost::math::cdf(standard, (x - 10) / 3) - below_9) / (1 - below_9);
       }},
      {"lognormal", lognormal, cdf_of(boost::math::lognormal(lognormal.a, lognormal.b))},
      {"gamma", all[7], cdf_of(boost::math::gamma_distribution<>(0.7, 3))},
      {"weibull", all[8], cdf_of(boost::math::weibull(1.5, 8))},
      {"beta", all[9],
       [=](double x) {
         return boost::math::cdf(boost::math::beta_distribution<>(beta.a, beta.b), (x - 1) / 5);
       }},
      {"empirical", all[10],
       [](double x) {
         if (x < 2) return (x - 1) / 3;
         if (x < 2.5) return 1.0 / 3 + (x - 2) / 1.5;
         return 2.0 / 3 + (x - 2.5) / 13.5;
       }},
      {"logistic", all[12], [](double x) { return std::pow(1 + std::exp(-(x - 2) / 1.5), -0.4); }},
  };
}

TEST(Distributions, VariatesFollowTheDistributionFunction) {
  for (const Continuous& family : continuous_families())
    EXPECT_LT(ks_statistic(variates(family.distribution), family.F), ks_limit) << family.name;
}

// The test itself must be able to fail: a scale that is off by 10 % is noticed.
TEST(Distributions, ASmallErrorWouldBeNoticed) {
  for (const Continuous& family : continuous_families()) {
    std::vector<double> x = variates(family.distribution);
    for (double& value : x) value *= 1.1;
    EXPECT_GT(ks_statistic(x, family.F), ks_limit) << family.name;
  }
}

TEST(Distributions, MeansAreThoseOfTheClosedForm) {
  for (const Distribution& distribution : one_of_each_family()) {
    Tally tally;
    for (const double x : variates(distribution)) tally.add(x);
    const double standard_error = std::sqrt(tally.variance() / static_cast<double>(n));
    EXPECT_NEAR(tally.mean(), mean_of(distribution), 5 * standard_error + 1e-12)
        << "family " << static_cast<int>(distribution.family);
  }
}

TEST(Distributions, DiscreteOutcomesHaveTheirWeights) {
  const std::vector<double> x = variates(one_of_each_family()[11]);
  for (const auto& [value, p] : {std::pair{10.0, 0.25}, {20.0, 0.5}, {40.0, 0.25}})
    EXPECT_NEAR(static_cast<double>(std::count(x.begin(), x.end(), value)), n * p,
                5 * std::sqrt(n * p * (1 - p)));
}

}  // namespace
}  // namespace asepsim::kernel
