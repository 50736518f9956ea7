#include "clinic/base_rates.hpp"

#include "science/reference_population.hpp"

namespace asepsim::clinic {
namespace {

using Population = std::vector<science::OddsGroup>;

// Sunscreen protects whoever is in the sun, so that there are three groups. [A9, A12]
Population by_sun(const scenario::Complications& k) {
  const double screened = k.pih_reference_sunscreen;
  const double burning = (1 - screened) * k.pih_reference_midday_sun;
  return {{screened, k.pih_sunscreen}, {burning, k.pih_midday_sun}, {1 - screened - burning, 1}};
}

// The four habits after a session, as far as they change `which`.
Population by_habits(const scenario::Scenario& s, scenario::Number scenario::Habit::*which) {
  Population groups{{1, 1}};
  if (!s.aftercare || !s.aftercare->habits) return groups;
  const scenario::Aftercare& a = *s.aftercare;
  for (const scenario::Habit* habit : {&a.moisturizer, &a.diet, &a.sleep, &a.exercise}) {
    const double share = habit->reference, odds = habit->*which;
    if (odds != 1) groups = science::crossed(groups, {{share, odds}, {1 - share, 1}});
  }
  return groups;
}

}  // namespace

BaseRates base_rates(const scenario::Scenario& s) {
  BaseRates base;
  if (s.complications) {
    const scenario::Complications& k = *s.complications;
    const Population people =
        science::crossed(by_sun(k), by_habits(s, &scenario::Habit::pigmentation));
    for (std::size_t i = 0; i < k.pih.size(); ++i) {
      base.pigmentation[i] = science::base_of_average(k.pih[i], people);
    }
    base.irritant_dermatitis = science::base_of_average(k.rates.irritant_dermatitis,
                                                        by_habits(s, &scenario::Habit::irritation));
  }
  if (s.aftercare) {
    base.environment_per_hour = science::base_of_average(s.aftercare->environment_per_hour,
                                                         by_habits(s, &scenario::Habit::infection));
  }
  return base;
}

}  // namespace asepsim::clinic
