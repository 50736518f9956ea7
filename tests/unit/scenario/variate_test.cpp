// Random quantities: every family in every form gives the parameters it says.
#include <cmath>

#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

constexpr double minute = 60e6;

Distribution duration_of(const std::string& yaml) {
  const auto read = read_as<Variate>(yaml, field("duration", "").as(dimension::signed_duration));
  EXPECT_TRUE(read.sound) << read.complaints;
  return read.value.value;
}

Distribution number_of(const std::string& yaml) {
  const auto read = read_as<Variate>(yaml, field("number", ""));
  EXPECT_TRUE(read.sound) << read.complaints;
  return read.value.value;
}

TEST(Variates, MayBeConstant) {
  EXPECT_EQ(duration_of("5 min"), Distribution::constant(5 * minute));
  EXPECT_EQ(duration_of("{constant: 5 min}"), Distribution::constant(5 * minute));
  EXPECT_EQ(duration_of("{value: 5 min, source: P1}"), Distribution::constant(5 * minute));
}

TEST(Variates, HaveTheSameMeaningAsListAndByName) {
  EXPECT_EQ(duration_of("{uniform: [5 min, 10 min]}"),
            duration_of("{uniform: {min: 5 min, max: 10 min}}"));
  EXPECT_EQ(duration_of("{triangular: [5 min, 10 min, 15 min]}"),
            Distribution::triangular(5 * minute, 10 * minute, 15 * minute));
  EXPECT_EQ(duration_of("{triangular: {max: 15 min, min: 5 min, mode: 10 min}}"),
            duration_of("{triangular: [5 min, 10 min, 15 min]}"));
  EXPECT_EQ(duration_of("{exponential: 4 min}"), Distribution::exponential(4 * minute));
  EXPECT_EQ(duration_of("{exponential: {mean: 4 min}}"), duration_of("{exponential: [4 min]}"));
  EXPECT_EQ(duration_of("{normal: [20 min, 5 min]}"),
            Distribution::normal(20 * minute, 5 * minute));
}

TEST(Variates, TakeSpreadAsSdOrAsCv) {
  EXPECT_EQ(duration_of("{lognormal: {mean: 20 min, sd: 7 min}}"),
            Distribution::lognormal_mean_sd(20 * minute, 7 * minute));
  EXPECT_EQ(duration_of("{lognormal: {mean: 20 min, cv: 0.5}}"),
            duration_of("{lognormal: {mean: 20 min, sd: 10 min}}"));
  EXPECT_EQ(duration_of("{gamma: {mean: 20 min, sd: 10 min}}"), Distribution::gamma(4, 5 * minute));
  EXPECT_EQ(duration_of("{normal: {mean: 20 min, cv: 0.25}}"),
            duration_of("{normal: [20 min, 5 min]}"));
}

TEST(Variates, TakeParametersOfTheirFamily) {
  EXPECT_EQ(duration_of("{lognormal: {median: 20 min, sigma: 0.5}}"),
            Distribution::lognormal_median_sigma(20 * minute, 0.5));
  EXPECT_EQ(duration_of("{gamma: {shape: 2, scale: 5 min}}"), Distribution::gamma(2, 5 * minute));
  EXPECT_EQ(duration_of("{weibull: {shape: 1.5, scale: 5 min}}"),
            Distribution::weibull(1.5, 5 * minute));
  EXPECT_EQ(number_of("{beta: {mean: 0.8, sd: 0.1}}"), Distribution::beta_mean_sd(0.8, 0.1));
  EXPECT_EQ(number_of("{beta: {alpha: 2, beta: 3}}"), (Distribution{Family::beta, 2, 3, 0, 1}));
  EXPECT_EQ(duration_of("{logistic: {location: -15 min, scale: 8 min, shape: 1}}"),
            (Distribution{Family::logistic, -15 * minute, 8 * minute, 1}));
  EXPECT_EQ(number_of("{normal: {mean: 2, sd: 0.7, min: 0, max: 5}}"),
            Distribution::normal(2, 0.7, 0, 5));
}

TEST(Variates, KnowTheMomentsTheyWereGiven) {
  const Distribution d = duration_of("{lognormal: {mean: 20 min, sd: 7 min}}");
  const double mean = std::exp(d.a + d.b * d.b / 2);
  EXPECT_NEAR(mean, 20 * minute, 1e-6 * mean);
  EXPECT_NEAR(mean * std::sqrt(std::expm1(d.b * d.b)), 7 * minute, 1e-6 * mean);
}

TEST(Variates, MayBeASample) {
  const Distribution sample = duration_of("{empirical: {values: [7 min, 3 min, 5 min]}}");
  EXPECT_EQ(sample.values, (std::vector{3 * minute, 5 * minute, 7 * minute}));
  const Distribution discrete = number_of("{discrete: {values: [3, 4, 5], weights: [1, 2, 1]}}");
  EXPECT_EQ(discrete.values, (std::vector{3.0, 4.0, 5.0}));
  EXPECT_EQ(discrete.cumulative, (std::vector{0.25, 0.75, 1.0}));
}

TEST(Variates, MayComeFromACsvColumn) {
  const TemporaryFolder folder;
  folder.write("times.csv", "# measured in May\nname,minutes\na,7\nb,3\n\n\"c, d\",5\n");
  const std::string file = folder.write(
      "clinic.yaml",
      tiny_clinic("limits: []\n") +
          "x-times: none\nequipment: {}\nrooms:\n  room:\n    turnaround:\n      duration: "
          "{empirical: {file: times.csv, column: minutes, unit: min}}\n");
  const ReadResult result = read_scenario(file);
  ASSERT_TRUE(result.scenario) << to_text(result.diagnostics);
  EXPECT_EQ(result.scenario->rooms[0].turnaround->duration->values,
            (std::vector{3 * minute, 5 * minute, 7 * minute}));
  ASSERT_EQ(result.inputs.size(), 2u);
  EXPECT_NE(result.inputs[1].path.find("times.csv"), std::string::npos);
}

TEST(Variates, OfPositiveQuantitiesAreCutOffAtZero) {
  const auto read =
      read_as<Variate>("{normal: [5 min, 4 min]}", field("duration", "").as(dimension::duration));
  ASSERT_TRUE(read.sound);
  EXPECT_EQ(read.value->c, 0);
  EXPECT_TRUE(std::isinf(read.value->d));
}

TEST(Variates, CarryTheirEvidence) {
  const auto read = read_as<Variate>(
      "{triangular: [1, 2, 3], source: P16, note: asked, range: [{constant: 1}, 3]}",
      field("number", ""));
  ASSERT_TRUE(read.sound) << read.complaints;
  EXPECT_EQ(read.value.source, "P16");
  EXPECT_EQ(read.value.note, "asked");
  ASSERT_TRUE(read.value.range);
  EXPECT_EQ(read.value.range->second, Distribution::constant(3));
}

}  // namespace
}  // namespace asepsim::scenario
