// Distributions in parameters that read back as the same bits.
//
// Where the parameters of the struct are not those people write (a lognormal is kept as the mean
// and sd of the logarithm), the readable form is used if it gives the same bits, else the exact
// one.
#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "scenario/families.hpp"
#include "scenario/write_values.hpp"

namespace asepsim::scenario {
namespace {

class FamilyWriter {
 public:
  explicit FamilyWriter(const Writing& w) : w_(w) {}

  FamilyWriter& quantity(const char* name, double value) {
    map_.add(name, write_value(w_, value));
    return *this;
  }
  FamilyWriter& plain(const char* name, double value) {
    map_.add(name, plain_scalar(number_text(value)));
    return *this;
  }
  FamilyWriter& quantities(const char* name, const std::vector<double>& values) {
    Node list = list_of({}, true);
    for (const double value : values) list.items.push_back(write_value(w_, value));
    map_.add(name, std::move(list));
    return *this;
  }
  FamilyWriter& plain_list(const char* name, const std::vector<double>& values) {
    Node list = list_of({}, true);
    for (const double value : values) list.items.push_back(plain_scalar(number_text(value)));
    map_.add(name, std::move(list));
    return *this;
  }
  Node under(std::string_view family) {
    Node outer = empty_map(true);
    outer.add(std::string(family), std::move(map_));
    return outer;
  }

 private:
  const Writing& w_;
  Node map_ = empty_map(true);
};

// The number with the fewest digits whose logarithm is exactly `mu`, if there is one.
std::optional<double> exact_median(double mu) {
  for (int digits = 1; digits <= 17; ++digits) {
    const auto rounded = parse_number(fmt::format("{:.{}g}", std::exp(mu), digits));
    if (rounded && *rounded.value > 0 && std::log(*rounded.value) == mu) return *rounded.value;
  }
  return std::nullopt;
}

Node write_lognormal(const Writing& w, const Distribution& d) {
  FamilyWriter f(w);
  if (const auto median = exact_median(d.a)) {
    f.quantity("median", *median);
  } else {
    f.plain("log_mean", d.a);
  }
  return f.plain("sigma", d.b).under("lognormal");
}

// Bounds that the field gives anyway are not repeated.
Node write_normal(const Writing& w, const Distribution& d) {
  FamilyWriter f(w);
  f.quantity("mean", d.a).quantity("sd", d.b);
  if (std::isfinite(d.c) && d.c != w.field.bounds.least) f.quantity("min", d.c);
  if (std::isfinite(d.d) && d.d != w.field.bounds.most) f.quantity("max", d.d);
  return f.under("normal");
}

Node write_beta(const Writing& w, const Distribution& d) {
  FamilyWriter f(w);
  f.plain("alpha", d.a).plain("beta", d.b);
  const bool usual = !w.field.dimension->unit_due && d.c == 0 && d.d == 1;
  if (!usual) f.quantity("min", d.c).quantity("max", d.d);
  return f.under("beta");
}

}  // namespace

Node write_value(const Writing& w, const Distribution& d) {
  FamilyWriter f(w);
  const std::string_view name = text_of(d.family).name;
  switch (d.family) {
    case Family::constant:
      return write_value(w, d.a);
    case Family::uniform:
      return f.quantity("min", d.a).quantity("max", d.b).under(name);
    case Family::triangular:
      return f.quantity("min", d.a).quantity("mode", d.b).quantity("max", d.c).under(name);
    case Family::exponential:
      return f.quantity("mean", d.a).under(name);
    case Family::normal:
      return write_normal(w, d);
    case Family::lognormal:
      return write_lognormal(w, d);
    case Family::gamma:
    case Family::weibull:
      return f.plain("shape", d.a).quantity("scale", d.b).under(name);
    case Family::beta:
      return write_beta(w, d);
    case Family::empirical:
      return f.quantities("values", d.values).under(name);
    case Family::discrete:
      return f.quantities("values", d.values).plain_list("cumulative", d.cumulative).under(name);
    case Family::logistic:
      return f.quantity("location", d.a).quantity("scale", d.b).plain("shape", d.c).under(name);
  }
  return {};
}

}  // namespace asepsim::scenario
