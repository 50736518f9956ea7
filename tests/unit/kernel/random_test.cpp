// Random numbers by address: known answers, pinned variates, distributions, metamorphic relations.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "kernel/addressed_engine.hpp"
#include "kernel/kernel.hpp"
#include "unit/kernel/distributions.hpp"

namespace asepsim::kernel {
namespace {

using detail::AddressedEngine;

// Random123's known-answer file (Philox4x64-10, zero counter and key), also the C++26 standard's.
TEST(Philox, GivesTheKnownZeroBlockFirstWordFirst) {
  AddressedEngine engine({{0, 0, 0, 0}}, {{0, 0}});
  for (const std::uint64_t word :
       {0x16554d9eca36314cull, 0xdb20fe9d672d0fdcull, 0xd7e772cee186176bull, 0x7e68b68aec7ba23bull})
    EXPECT_EQ(engine(), word);
}

// std::philox4x64 (C++26): the 10000th number of the default seed 20111115.
TEST(Philox, GivesTheStandardsTenThousandthNumber) {
  AddressedEngine engine({{0, 0, 0, 0}}, {{20111115, 0}});
  std::uint64_t last = 0;
  for (int i = 0; i < 10'000; ++i) last = engine();
  EXPECT_EQ(last, 3409172418970261260ull);
}

TEST(RandomSource, UsesTheAddressAsDocumented) {
  const std::uint64_t seed = 11, replication = 22, domain = 33, entity = 44, index = 55;
  const Purpose purpose{"visit.punctuality"};
  const std::uint64_t word = AddressedEngine::first_word(
      {{index << 16, entity, purpose.id, replication}}, {{seed, domain}});
  EXPECT_EQ(RandomSource(seed, replication, domain).uniform(EntityKey{entity}, purpose, index),
            (static_cast<double>(word >> 11) + 0.5) * 0x1p-53);
}

TEST(RandomSource, UniformsLieInsideTheUnitInterval) {
  EXPECT_GT(detail::unit_interval(0), 0.0);
  EXPECT_EQ(detail::unit_interval(0), 0x1p-54);
  EXPECT_LT(detail::unit_interval(~std::uint64_t{0}), 1.0) << "the formula alone rounds to 1";
  EXPECT_LE(detail::unit_interval(~std::uint64_t{0} - (1u << 11)), 1 - 0x1p-53);
  EXPECT_EQ(detail::unit_interval(std::uint64_t{1} << 63), 0.5 + 0x1p-53 * 0.0);
}

TEST(RandomSource, EveryPartOfTheAddressMatters) {
  const Purpose purpose{"p"};
  const double base = RandomSource(1, 2, 3).uniform(EntityKey{4}, purpose, 5);
  EXPECT_EQ(RandomSource(1, 2, 3).uniform(EntityKey{4}, purpose, 5), base);
  EXPECT_NE(RandomSource(9, 2, 3).uniform(EntityKey{4}, purpose, 5), base);
  EXPECT_NE(RandomSource(1, 9, 3).uniform(EntityKey{4}, purpose, 5), base);
  EXPECT_NE(RandomSource(1, 2, 9).uniform(EntityKey{4}, purpose, 5), base);
  EXPECT_NE(RandomSource(1, 2, 3).uniform(EntityKey{9}, purpose, 5), base);
  EXPECT_NE(RandomSource(1, 2, 3).uniform(EntityKey{4}, Purpose{"q"}, 5), base);
  EXPECT_NE(RandomSource(1, 2, 3).uniform(EntityKey{4}, purpose, 9), base);
  EXPECT_NE(entity_key(1, 2).value, entity_key(2, 1).value);
  EXPECT_NE(entity_key(1, 2, 0).value, entity_key(1, 2, 1).value);
}

// Metamorphic: permuting the order of the draws, adding an entity nobody uses, adding a purpose and
// drawing from several sources in turn change no other draw, bit for bit.
TEST(RandomSource, DrawsDoNotDependOnOtherDraws) {
  const RandomSource random(5, 6);
  const RandomSource other(5, 7);
  const Purpose service{"service"};
  const Purpose added{"added"};
  for (const Distribution& distribution : one_of_each_family()) {
    std::vector<double> forward;
    for (std::uint64_t i = 0; i < 50; ++i)
      forward.push_back(random.sample(distribution, EntityKey{i}, service));
    for (std::uint64_t i = 50; i-- > 0;) {
      (void)random.sample(distribution, EntityKey{1000 + i}, service);
      (void)random.normal(EntityKey{i}, added);
      (void)other.sample(distribution, EntityKey{i}, service);
      EXPECT_EQ(random.sample(distribution, EntityKey{i}, service), forward[i]);
    }
  }
}

// The bits of 1000 variates of each family. They depend on Boost.Random (normal, lognormal),
// Boost.Math (gamma, beta, truncated normal) and the C library: if this test fails after an update
// of one of them, results of earlier runs cannot be reproduced, and the hashes below change with a
// note in the history of versions.
TEST(RandomSource, VariatesArePinned) {
  const RandomSource random(20111115, 3);
  std::vector<std::uint64_t> hashes;
  for (const Distribution& distribution : one_of_each_family()) {
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (std::uint64_t i = 0; i < 1000; ++i) {
      const double x = random.sample(distribution, EntityKey{i}, Purpose{"pinned"}, i % 7);
      hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 0x100000001b3ull;
    }
    hashes.push_back(hash);
  }
  EXPECT_THAT(hashes, testing::ElementsAreArray(pinned_hashes()));
}

TEST(RandomSource, BernoulliIsMonotoneInP) {
  const RandomSource random(1, 1);
  int n10 = 0, n8 = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const bool at_10 = random.bernoulli(0.010, EntityKey{i}, Purpose{"fails"});
    const bool at_8 = random.bernoulli(0.008, EntityKey{i}, Purpose{"fails"});
    EXPECT_TRUE(at_10 || !at_8);
    n10 += at_10;
    n8 += at_8;
  }
  EXPECT_NEAR(n10, 200, 5 * std::sqrt(200.0));
  EXPECT_LT(n8, n10);
  EXPECT_FALSE(random.bernoulli(0.0, EntityKey{1}, Purpose{"x"}));
  EXPECT_TRUE(random.bernoulli(1.0, EntityKey{1}, Purpose{"x"}));
}

TEST(RandomSource, AChangedParameterMovesTheOutcomeMonotonically) {
  const RandomSource random(1, 1);
  const Purpose purpose{"p"};
  for (std::uint64_t i = 0; i < 500; ++i) {
    const EntityKey e{i};
    EXPECT_DOUBLE_EQ(2 * random.sample(Distribution::exponential(3), e, purpose),
                     random.sample(Distribution::exponential(6), e, purpose));
    EXPECT_LT(random.sample(Distribution::normal(3, 2), e, purpose),
              random.sample(Distribution::normal(3.001, 2), e, purpose));
    EXPECT_LT(random.sample(Distribution::gamma(2.0, 5), e, purpose),
              random.sample(Distribution::gamma(2.1, 5), e, purpose));
    EXPECT_LT(random.sample({Family::beta, 2, 3, 0, 1}, e, purpose),
              random.sample({Family::beta, 2.1, 3, 0, 1}, e, purpose));
  }
}

TEST(RandomSource, ATruncatedNormalStaysInItsWindowHoweverFarOut) {
  const RandomSource random(1, 1);
  const double inf = std::numeric_limits<double>::infinity();
  for (std::uint64_t i = 0; i < 200; ++i) {
    auto draw = [&](double min, double max) {
      return random.sample(Distribution::normal(10, 2, min, max), EntityKey{i}, Purpose{"p"});
    };
    EXPECT_GE(draw(9, 11), 9);
    EXPECT_LE(draw(9, 11), 11);
    EXPECT_GE(draw(0, inf), 0);
    EXPECT_THAT(draw(30, inf), testing::AllOf(testing::Ge(30), testing::Lt(33)));  // 10 sd out
    EXPECT_THAT(draw(-inf, -10), testing::AllOf(testing::Le(-10), testing::Gt(-13)));
    EXPECT_EQ(draw(500, 600), 500) << "245 sd out, nothing but the bound can be told";
    EXPECT_EQ(draw(-600, -500), -500);
    EXPECT_EQ(draw(7, 7), 7);
  }
}

TEST(RandomSource, DurationsAreRoundedAndKeepTheirSign) {
  const RandomSource random(1, 1);
  const EntityKey e{1};
  const Purpose p{"p"};
  EXPECT_EQ(random.duration(Distribution::constant(2.5), e, p), microseconds(3));
  EXPECT_EQ(random.duration(Distribution::constant(-2.5), e, p), microseconds(-3));
  EXPECT_EQ(random.duration(Distribution::constant(1e30), e, p), Duration::forever());
}

TEST(RandomSource, ChoiceFollowsTheWeightsAndNeverTakesAnImpossibleOne) {
  const RandomSource random(1, 1);
  const double cumulative[] = {0.0, 2.0, 2.0, 5.0, 10.0};  // weights 0 2 0 3 5
  int counts[5] = {};
  constexpr int n = 10'000;
  for (std::uint64_t i = 0; i < n; ++i)
    ++counts[random.choice(cumulative, 5, EntityKey{i}, Purpose{"way"})];
  EXPECT_EQ(counts[0], 0);
  EXPECT_EQ(counts[2], 0);
  for (const auto& [index, p] : {std::pair{1, 0.2}, {3, 0.3}, {4, 0.5}})
    EXPECT_NEAR(counts[index], n * p, 5 * std::sqrt(n * p * (1 - p)));
}

TEST(PurposeRegistry, ListsNamesAndRefusesCollisions) {
  PurposeRegistry registry;
  EXPECT_EQ(registry.add("visit.punctuality").id, fnv1a("visit.punctuality"));
  registry.add("arrival.thinning");
  registry.add("visit.punctuality");
  const auto list = registry.list();
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].name, "arrival.thinning");
  EXPECT_EQ(list[1].id, fnv1a("visit.punctuality"));
  try {
    registry.add("another", Purpose{"arrival.thinning"});
    FAIL() << "a collision went unnoticed";
  } catch (const std::logic_error& error) {
    EXPECT_STREQ(
        error.what(),
        "purposes \"arrival.thinning\" and \"another\" have the same number: rename one of "
        "them");
  }
}

// FNV-1a, 64 bits: the published value for "foobar".
TEST(Fnv1a, GivesTheKnownValue) {
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8ull);
}

}  // namespace
}  // namespace asepsim::kernel
