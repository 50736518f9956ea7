#include "experiment/reference_law.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numbers>

namespace asepsim::experiment {

double normal_cdf(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normal_quantile(double probability) {
  return boost::math::quantile(boost::math::normal(), probability);
}

double student_quantile(double probability, double degrees) {
  return boost::math::quantile(boost::math::students_t(degrees), probability);
}

double student_p_value(double t, double degrees) {
  return 2.0 * boost::math::cdf(boost::math::students_t(degrees), -std::abs(t));
}

double chi_squared_quantile(double probability, double degrees) {
  return boost::math::quantile(boost::math::chi_squared(degrees), probability);
}

double beta_quantile(double probability, double a, double b) {
  return boost::math::quantile(boost::math::beta_distribution<>(a, b), probability);
}

double binomial_cdf(std::int64_t x, std::int64_t n, double p) {
  if (x < 0) return 0.0;
  if (x >= n) return 1.0;
  return boost::math::cdf(boost::math::binomial(static_cast<double>(n), p), static_cast<double>(x));
}

}  // namespace asepsim::experiment
