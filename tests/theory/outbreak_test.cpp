// Outbreaks whose probabilities are known: a Yule process by forcing, tilting and splitting, and
// the total size of a branching process (Borel) by splitting.
//
// Equivalence checks as in equivalence.hpp: a right estimator with fresh seeds fails once in 10,000
// times.
#include <gtest/gtest.h>

#include <cmath>

#include "equivalence.hpp"
#include "experiment/likelihood_gates.hpp"
#include "experiment/splitting.hpp"
#include "needle_chain.hpp"
#include "science/forcing.hpp"

namespace asepsim::theory {
namespace {

using experiment::RatioSum;

// Every case makes others at rate 0.05 until time 1; an outbreak is five cases from one.
constexpr double rate = 0.05, horizon = 1;
constexpr int outbreak = 5;
const double exact_yule = std::pow(-std::expm1(-0.05), 4);

TEST(Yule, HasTheProbabilityInClosedForm) {
  EXPECT_NEAR(exact_yule, 5.657591e-6, 5e-13);
}

TEST(Yule, IsFoundByForcing) {
  kernel::Tally estimates;
  Uniforms draw(21);
  for (int run = 0; run < 1'000'000; ++run) {
    double time = 0, probability = 1;
    for (int cases = 1; cases < outbreak; ++cases) {
      const auto birth = science::force_before(cases * rate, time, horizon, draw());
      time = birth.time;
      probability *= birth.probability;
    }
    estimates.add(probability);
  }
  expect_equivalent("Yule, forced", estimates, exact_yule, 0.03);
}

TEST(Yule, IsFoundByTilting) {
  constexpr double factor = 30;
  kernel::Tally estimates;
  std::vector<RatioSum> ratios;
  Uniforms draw(22);
  for (int run = 0; run < 1'000'000; ++run) {
    double time = 0, ratio = 1;
    int cases = 1;
    while (cases < outbreak && time < horizon) {
      const auto birth = science::tilt_before(cases * rate, factor, time, horizon, draw());
      time = birth.time;
      ratio *= birth.likelihood_ratio;
      if (birth.came) ++cases;
    }
    estimates.add(cases == outbreak ? ratio : 0);
    ratios.emplace_back().add(ratio);
  }
  expect_equivalent("Yule, tilted", estimates, exact_yule, 0.03);
  EXPECT_EQ(experiment::judge_ratios(ratios).gate, experiment::Gate::passed);
}

struct YuleState {
  double time = 0;
  int cases = 1;

  bool reach(std::size_t level, experiment::TrialUniforms& draw) {
    while (cases < static_cast<int>(level) + 1) {
      time -= std::log(draw()) / (cases * rate);
      if (time >= horizon) return false;
      ++cases;
    }
    return true;
  }
};

TEST(Yule, IsFoundBySplitting) {
  kernel::Tally estimates;
  for (std::uint64_t replication = 0; replication < 2000; ++replication) {
    const kernel::RandomSource randomness(23, replication);
    estimates.add(experiment::split(YuleState{}, outbreak - 1, 1000, randomness).probability);
  }
  expect_equivalent("Yule, split", estimates, exact_yule, 0.06);
}

// Every case infects a Poisson number of others with mean R; the total size n has the probability
// e^(-R n) (R n)^(n-1) / n!.
double borel(int n, double r) {
  return std::exp(-r * n + (n - 1) * std::log(r * n) - std::lgamma(n + 1.0));
}

double borel_at_least(int n, double r) {
  double sum = 0;
  for (int size = n; size < n + 60; ++size) sum += borel(size, r);
  return sum;
}

TEST(Borel, HasItsTailInClosedForm) {
  EXPECT_NEAR(borel_at_least(5, 0.05), 2.8139434868e-5, 1e-15);
  EXPECT_NEAR(borel_at_least(5, 0.2), 0.00469085498, 1e-11);
}

// The offspring of all cases as births of a Poisson process of rate 1, each case adding R of time:
// case n + 1 exists if n births come within R n.
struct BranchingState {
  double r = 0;
  double last_birth = 0;
  int total = 1;

  template <class Draw>
  bool one_more(Draw& draw) {
    last_birth -= std::log(draw());
    if (last_birth >= r * total) return false;
    ++total;
    return true;
  }
  bool reach(std::size_t level, experiment::TrialUniforms& draw) {
    while (total < static_cast<int>(level) + 1) {
      if (!one_more(draw)) return false;
    }
    return true;
  }
};

void expect_borel(double r, std::uint64_t effort, double margin) {
  kernel::Tally estimates;
  for (std::uint64_t replication = 0; replication < 1000; ++replication) {
    const kernel::RandomSource randomness(24, replication);
    estimates.add(experiment::split(BranchingState{r}, 4, effort, randomness).probability);
  }
  expect_equivalent("total size of an outbreak", estimates, borel_at_least(5, r), margin);
}

TEST(Borel, IsFoundBySplitting) {
  expect_borel(0.05, 2000, 0.06);
  expect_borel(0.2, 1000, 0.04);
}

TEST(Borel, HasTheMeanOfASubcriticalProcess) {
  kernel::Tally sizes;
  Uniforms draw(25);
  for (int run = 0; run < 400'000; ++run) {
    BranchingState state{0.2};
    while (state.one_more(draw)) {
    }
    sizes.add(state.total);
  }
  expect_equivalent("mean total size", sizes, 1 / (1 - 0.2), 0.01);
}

}  // namespace
}  // namespace asepsim::theory
