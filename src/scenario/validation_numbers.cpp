// Numbers that must fit each other.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/checker.hpp"
#include "scenario/limits.hpp"

namespace asepsim::scenario {
namespace {

constexpr double rounding = 1e-6;  // shares written with a few decimals

void check_shares(Checker& c) {
  const auto& indications = c.scenario.indications;
  double sum = 0;
  for (const Indication& indication : indications) sum += indication.share;
  if (!indications.empty() && std::abs(sum - 1) > rounding) {
    c.error("indications", fmt::format("the shares sum to {:.6g}, not to 1", sum),
            "change the shares");
  }
  if (indications.size() > 64) {
    c.error("indications",
            fmt::format("{} indications, at most 64 are possible", indications.size()),
            "merge some");
  }
  if (!c.scenario.population) return;
  double phototypes = 0;
  for (const Number& share : c.scenario.population->phototypes) phototypes += share;
  if (std::abs(phototypes - 1) > rounding) {
    c.error("population.phototypes", fmt::format("the shares sum to {:.6g}, not to 1", phototypes),
            "change the shares");
  }
}

void check_skin(Checker& c) {
  for (const Site& site : c.scenario.sites) {
    if (!c.whole("sites." + site.name)) continue;
    if (site.dermis_min <= std::min<double>(site.dermis_male_mean, site.dermis_female_mean))
      continue;
    c.error("sites." + site.name + ".dermis_min", "the least dermis is thicker than the mean",
            "lower it, for example to 0.2 mm");
  }
}

// A currency stands behind a number: it must not look like part of it.
void check_currency(Checker& c) {
  const std::string& currency = c.scenario.finance.currency;
  const bool word = !currency.empty() && currency.size() <= 12 &&
                    currency.find_first_of(" \t\n0123456789.,+-%/") == std::string::npos;
  if (!word) c.error("finance.currency", "a currency is one word of letters", "for example USD");
}

void check_limits(Checker& c) {
  for (std::size_t i = 0; i < c.scenario.limits.size(); ++i) {
    const Limit& limit = c.scenario.limits[i];
    const std::string path = fmt::format("limits[{}]", i + 1);
    if (!limit.at_most && !limit.at_least)
      c.error(path, "a limit needs at_most or at_least", "for example  at_most: 20");
    if (limit.at_most && limit.at_least && *limit.at_least > *limit.at_most) {
      c.error(path, "at_least is above at_most, so no result could meet both",
              "write at_least below at_most");
    }
  }
}

// At a price of nothing the odds of dropping out would be nothing too.
void check_price_sensitivity(Checker& c) {
  if (!c.scenario.booking || !c.scenario.booking->price_sensitivity) return;
  const Distribution& price = c.scenario.finance.session_price;
  if (price.family != Family::constant || price.a > 0 || !c.whole("finance")) return;
  c.error("booking.price_sensitivity", "sessions cost nothing, so nobody would ever drop out",
          "write finance.session_price, or leave price_sensitivity out");
}

}  // namespace

void check_numbers(Checker& c) {
  check_shares(c);
  check_skin(c);
  check_currency(c);
  check_limits(c);
  check_price_sensitivity(c);
  if (c.scenario.run.whole().hours() > 24.0 * static_cast<double>(limits::horizon_days))
    c.error("run", "warm-up and length together are longer than 100 years", "shorten the run");
  if (c.scenario.booking && c.scenario.booking->slot < seconds(1))
    c.error("booking.slot", "a slot is at least one second long", "for example 30 min");
}

}  // namespace asepsim::scenario
