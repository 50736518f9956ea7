// Key figures of compliance: how often the rules of hygiene are kept, by moment.
#include "clinic/run_replication.hpp"
#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

const char* moment_name(clinic::Moment moment) {
  using M = clinic::Moment;
  switch (moment) {
    case M::skin_preparation:
      return "skin preparation done";
    case M::contact_time:
      return "contact time kept";
    case M::hands_before:
      return "hand hygiene before contact";
    case M::fresh_gloves:
      return "fresh gloves";
    case M::hands_after:
      return "hand hygiene after contact";
    case M::surfaces:
      return "surfaces disinfected";
    case M::single_use:
      return "single-use head used once";
    case M::load_indicators:
      return "indicators in the load";
    case M::load_release:
      return "load waits for its result";
    case M::full_cycle:
      return "cycle run to its end";
    case M::device:
      return "device disinfected or covered anew";
  }
  return "";
}

}  // namespace

std::vector<Kpi> hygiene_kpis() {
  std::vector<Kpi> all;
  for (std::size_t m = 0; m < clinic::moments; ++m) {
    const auto moment = static_cast<clinic::Moment>(m);
    all.push_back({.id = std::string("compliance.") + clinic::word(moment),
                   .name = std::string("Kept: ") + moment_name(moment),
                   .unit = "share",
                   .group = KpiGroup::safety,
                   .direction = Direction::higher_is_better,
                   .estimator = Estimator::ratio_of_totals,
                   .numerator = kept_slot(moment),
                   .denominator = decision_slot(moment),
                   .range = Range::share,
                   .headline = false,
                   .definition = "Share of the decisions at this moment of a visit or of a load "
                                 "at which the rule was kept."});
  }
  return all;
}

}  // namespace asepsim::experiment
