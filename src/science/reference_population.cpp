#include "science/reference_population.hpp"

#include <algorithm>
#include <numeric>

#include "science/probability.hpp"

namespace asepsim::science {

std::vector<OddsGroup> crossed(const std::vector<OddsGroup>& one,
                               const std::vector<OddsGroup>& other) {
  std::vector<OddsGroup> pairs;
  pairs.reserve(one.size() * other.size());
  for (const OddsGroup& a : one) {
    for (const OddsGroup& b : other) {
      pairs.push_back({a.share * b.share, a.odds_ratio * b.odds_ratio});
    }
  }
  return pairs;
}

double average_risk(double base, const std::vector<OddsGroup>& population) {
  double sum = 0;
  for (const OddsGroup& group : population) {
    sum += group.share * odds_multiplied(base, group.odds_ratio);
  }
  return sum;
}

// The base lies between those of a population all of whose members are like the most and like the
// least endangered. Halving the interval of the odds sixty times leaves the last digit.
double base_of_average(double average, const std::vector<OddsGroup>& population) {
  double least = 1, most = 1;
  for (const OddsGroup& group : population) {
    if (group.share <= 0) continue;
    least = std::min(least, group.odds_ratio);
    most = std::max(most, group.odds_ratio);
  }
  if (average <= 0 || average >= 1 || least == most) return average;
  double low = odds_multiplied(average, 1 / most), high = odds_multiplied(average, 1 / least);
  for (int i = 0; i < 60; ++i) {
    const double middle = std::midpoint(low, high);
    (average_risk(middle, population) < average ? low : high) = middle;
  }
  return std::midpoint(low, high);
}

}  // namespace asepsim::science
