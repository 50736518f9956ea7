// The parameters of each family of distributions.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "scenario/families.hpp"
#include "scenario/parameters.hpp"

namespace asepsim::scenario {
namespace {

bool read_uniform(Parameters& p, Distribution& out) {
  const auto min = p.quantity("min"), max = p.quantity("max");
  if (!min || !max) return false;
  out = Distribution::uniform(*min, *max);
  return *min < *max || p.refuse("min is not below max", "write [min, max]");
}

bool read_triangular(Parameters& p, Distribution& out) {
  const auto min = p.quantity("min"), mode = p.quantity("mode"), max = p.quantity("max");
  if (!min || !mode || !max) return false;
  out = Distribution::triangular(*min, *mode, *max);
  const bool ordered = *min <= *mode && *mode <= *max && *min < *max;
  return ordered || p.refuse("min, mode and max are not in order", "write [min, mode, max]");
}

bool read_exponential(Parameters& p, Distribution& out) {
  const auto mean = p.positive_quantity("mean");
  if (!mean) return false;
  out = Distribution::exponential(*mean);
  return true;
}

// Where a field knows bounds and the author gives none, the normal is cut off at those.
bool read_normal(Parameters& p, Distribution& out) {
  const auto mean = p.quantity("mean");
  if (!mean) return false;
  const auto sd = p.spread(*mean);
  if (!sd) return false;
  out = Distribution::normal(*mean, *sd, p.field().bounds.least, p.field().bounds.most);
  if (p.has("min")) {
    const auto min = p.quantity("min");
    if (!min) return false;
    out.c = *min;
  }
  if (p.has("max")) {
    const auto max = p.quantity("max");
    if (!max) return false;
    out.d = *max;
  }
  if (out.c >= out.d) return p.refuse("min is not below max", "write min below max");
  const bool likely = *mean + 5 * *sd > out.c && *mean - 5 * *sd < out.d;
  return likely || p.refuse("the mean is further than five sd outside min and max",
                            "nearly nothing would be left of this normal distribution");
}

bool read_lognormal(Parameters& p, Distribution& out) {
  if (p.has("mean")) {
    const auto mean = p.positive_quantity("mean");
    const auto sd = mean ? p.spread(*mean) : std::nullopt;
    if (sd) out = Distribution::lognormal_mean_sd(*mean, *sd);
    return sd.has_value();
  }
  const bool of_logarithm = p.has("log_mean");
  const auto centre = of_logarithm ? p.plain("log_mean") : p.positive_quantity("median");
  const auto sigma = p.positive("sigma");
  if (!centre || !sigma) return false;
  out = of_logarithm ? Distribution{Family::lognormal, *centre, *sigma}
                     : Distribution::lognormal_median_sigma(*centre, *sigma);
  return true;
}

bool read_gamma(Parameters& p, Distribution& out) {
  if (p.has("mean")) {
    const auto mean = p.positive_quantity("mean");
    const auto sd = mean ? p.spread(*mean) : std::nullopt;
    if (!sd) return false;
    out = Distribution::gamma(*mean * *mean / (*sd * *sd), *sd * *sd / *mean);
    return true;
  }
  const auto shape = p.positive("shape"), scale = p.positive_quantity("scale");
  if (!shape || !scale) return false;
  out = Distribution::gamma(*shape, *scale);
  return true;
}

bool read_weibull(Parameters& p, Distribution& out) {
  const auto shape = p.positive("shape"), scale = p.positive_quantity("scale");
  if (!shape || !scale) return false;
  out = Distribution::weibull(*shape, *scale);
  return true;
}

bool read_beta(Parameters& p, Distribution& out) {
  const bool unit_free = !p.field().dimension->unit_due;
  const auto min = unit_free && !p.has("min") ? std::optional(0.0) : p.quantity("min");
  const auto max = unit_free && !p.has("max") ? std::optional(1.0) : p.quantity("max");
  if (!min || !max) return false;
  if (*min >= *max) return p.refuse("min is not below max", "write min below max");
  if (!p.has("mean")) {
    const auto alpha = p.positive("alpha"), beta = p.positive("beta");
    if (!alpha || !beta) return false;
    out = {Family::beta, *alpha, *beta, *min, *max};
    return true;
  }
  const auto mean = p.quantity("mean"), sd = p.positive_quantity("sd");
  if (!mean || !sd) return false;
  out = Distribution::beta_mean_sd(*mean, *sd, *min, *max);
  return (out.a > 0 && out.b > 0) ||
         p.refuse("no beta distribution has this mean and sd between min and max",
                  "choose a smaller sd, or a mean between min and max");
}

bool read_logistic(Parameters& p, Distribution& out) {
  const auto location = p.quantity("location"), scale = p.positive_quantity("scale");
  const auto shape = p.positive("shape");
  if (!location || !scale || !shape) return false;
  out = {Family::logistic, *location, *scale, *shape};
  return true;
}

bool read_discrete(Parameters& p, Distribution& out) {
  const auto values = p.quantities("values");
  const auto weights = p.plain_list(p.has("cumulative") ? "cumulative" : "weights");
  if (!values || !weights) return false;
  if (values->size() != weights->size()) {
    return p.refuse(fmt::format("{} values and {} weights", values->size(), weights->size()),
                    "give each value its weight");
  }
  out = {Family::discrete};
  out.values = *values;
  out.cumulative = *weights;
  if (!p.has("cumulative")) {
    for (const double weight : *weights)
      if (weight < 0) return p.refuse("a weight is negative", "write weights of 0 or more");
    std::partial_sum(weights->begin(), weights->end(), out.cumulative.begin());
    const double total = out.cumulative.back();
    if (total <= 0) return p.refuse("the weights are all zero", "write one above 0");
    for (double& c : out.cumulative) c /= total;
  }
  const bool rising = std::is_sorted(out.cumulative.begin(), out.cumulative.end()) &&
                      out.cumulative.front() >= 0 && out.cumulative.back() == 1;
  return rising ||
         p.refuse("cumulative weights must rise from 0 to 1", "end with 1, or write weights");
}

bool read_empirical(Parameters& p, Distribution& out) {
  auto values = p.has("file") ? p.column_of_file() : p.quantities("values");
  if (!values) return false;
  out = {Family::empirical};
  out.values = std::move(*values);
  std::sort(out.values.begin(), out.values.end());
  return true;
}

bool read_constant(Parameters& p, Distribution& out) {
  const auto value = p.quantity("value");
  if (value) out = Distribution::constant(*value);
  return value.has_value();
}

bool read_parameters(Parameters& parameters, const FamilyText& family, Distribution& out) {
  switch (family.family) {
    case Family::constant:
      return read_constant(parameters, out);
    case Family::uniform:
      return read_uniform(parameters, out);
    case Family::triangular:
      return read_triangular(parameters, out);
    case Family::exponential:
      return read_exponential(parameters, out);
    case Family::normal:
      return read_normal(parameters, out);
    case Family::lognormal:
      return read_lognormal(parameters, out);
    case Family::gamma:
      return read_gamma(parameters, out);
    case Family::weibull:
      return read_weibull(parameters, out);
    case Family::beta:
      return read_beta(parameters, out);
    case Family::empirical:
      return read_empirical(parameters, out);
    case Family::discrete:
      return read_discrete(parameters, out);
    case Family::logistic:
      return read_logistic(parameters, out);
  }
  return false;
}

struct Shape {
  double least, most;
};

// Beyond these shapes a distribution is a slip of the pen, and its draws overflow.
bool has_sane_shape(const Distribution& d) {
  const auto in = [](double value, const Shape& shape) {
    return value >= shape.least && value <= shape.most;
  };
  switch (d.family) {
    case Family::lognormal:
      return in(d.b, {0, 10});
    case Family::gamma:
      return in(d.a, {1e-3, 1e15});
    case Family::weibull:
      return in(d.a, {0.05, 1e6});
    case Family::beta:
      return in(d.a, {1e-3, 1e15}) && in(d.b, {1e-3, 1e15});
    case Family::logistic:
      return in(d.c, {1e-3, 1e6});
    default:
      return true;
  }
}

bool is_sane(Parameters& p, const Distribution& d) {
  if (!has_sane_shape(d)) {
    return p.refuse("this distribution is too wide or too narrow to draw from",
                    "check its spread and its shape");
  }
  const double mean = mean_of(d);
  const double least = lower_end(p.field()).value, most = upper_end(p.field()).value;
  if (mean >= least && mean <= most) return true;
  return p.refuse(fmt::format("the mean of this distribution is {}", p.shown(mean)),
                  fmt::format("it must lie between {} and {}", p.shown(least), p.shown(most)));
}

}  // namespace

bool read_family(const Slot& slot, const FamilyText& family, Distribution& out) {
  Parameters parameters(slot, family);
  return parameters.well_formed() && read_parameters(parameters, family, out) &&
         is_sane(parameters, out) && parameters.all_used();
}

}  // namespace asepsim::scenario
