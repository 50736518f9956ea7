#include "report/plausibility.hpp"

#include <fmt/format.h>

#include <optional>

#include "experiment/kpi_estimates.hpp"

namespace asepsim::report {
namespace {

using experiment::KpiValue;
using experiment::ScenarioResult;

constexpr double many_inside = 0.05;     // of the visits
constexpr double many_sent_away = 0.20;  // of the visits
constexpr double many_useless = 0.50;    // of the courses

/// Sums of a figure over the replications; nothing if the scenario has no such figure.
std::optional<KpiValue> total_of(const ScenarioResult& scenario, const std::string& id) {
  for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
    if (scenario.kpis[k].id != id) continue;
    KpiValue total;
    for (const auto& value : experiment::values_of(scenario.replications, k)) {
      total.numerator += value.numerator;
      total.denominator += value.denominator;
    }
    return total;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> implausible(const ScenarioResult& scenario) {
  std::vector<std::string> sentences;
  const auto waits = total_of(scenario, "wait.mean"), inside = total_of(scenario, "visits.inside");
  const auto sent_away = total_of(scenario, "share.sent_away");
  const std::string& name = scenario.scenario.name;
  const double visits = waits ? waits->denominator : 0;
  if (waits && visits == 0 && !scenario.replications.empty()) {
    sentences.push_back(fmt::format(
        "no visit of {} came and left after the warm-up, in any replication: see its opening "
        "hours, arrivals and length",
        name));
  }
  if (inside && inside->numerator > many_inside * visits) {
    sentences.push_back(fmt::format(
        "{:.0f} visits of {} were still inside at the end, beside {:.0f} that had left: the queue "
        "may grow without end, or the run be too short; waits and stays are those of who left",
        inside->numerator, name, visits));
  }
  if (sent_away && sent_away->numerator > many_sent_away * visits) {
    sentences.push_back(
        fmt::format("{:.0f} % of the visits of {} were sent away: nobody left on shift could go "
                    "on, or what they waited for did not come that day",
                    100 * sent_away->numerator / visits, name));
  }
  const auto useless = total_of(scenario, "benefit.none");
  if (useless && useless->numerator > many_useless * useless->denominator) {
    sentences.push_back(fmt::format(
        "{:.0f} % of the courses of {} were of no benefit: low harm may only mean that little was "
        "done",
        100 * useless->numerator / useless->denominator, name));
  }
  return sentences;
}

}  // namespace asepsim::report
