// A study small enough to be read: two scenarios, three figures, two replications.
#pragma once

#include <string>
#include <vector>

#include "experiment/kpi_estimates.hpp"
#include "experiment/study.hpp"

namespace asepsim::report::testing {

inline experiment::Kpi kpi(const std::string& id, const std::string& name, const std::string& unit,
                           experiment::KpiGroup group, experiment::Direction direction,
                           bool headline = true) {
  experiment::Kpi k;
  k.id = id;
  k.name = name;
  k.unit = unit;
  k.group = group;
  k.direction = direction;
  k.headline = headline;
  return k;
}

inline std::vector<experiment::Kpi> three_kpis() {
  using experiment::Direction;
  using experiment::KpiGroup;
  return {
      kpi("wait.mean", "Mean wait", "min", KpiGroup::waits, Direction::lower_is_better),
      kpi("share.no_show", "No-shows", "share", KpiGroup::throughput, Direction::lower_is_better),
      kpi("contribution.per_year", "Contribution per year", "USD/year", KpiGroup::money,
          Direction::higher_is_better)};
}

/// One replication with the values of the three figures; the second may not exist.
inline experiment::ReplicationSummary replication(std::uint64_t number, double wait,
                                                  experiment::KpiValue no_show, double money) {
  experiment::ReplicationSummary summary;
  summary.replication = number;
  summary.values = {{wait * 10, 10}, no_show, {money, 1}};
  summary.visits = 10;
  summary.events = 100;
  return summary;
}

inline experiment::ScenarioResult scenario(
    const std::string& name, std::vector<experiment::ReplicationSummary> replications) {
  experiment::ScenarioResult result;
  result.scenario.name = name;
  result.scenario.indications.resize(1);
  result.scenario.indications[0].name = "acne";
  result.pools = {"nurse", "room"};
  result.kpis = three_kpis();
  result.estimates = experiment::estimate_kpis(result.kpis, replications, 0.95);
  result.replications = std::move(replications);
  return result;
}

inline void compare(experiment::StudyResult& result) {
  const auto& base = result.scenarios[0];
  for (std::size_t s = 1; s < result.scenarios.size(); ++s) {
    const auto& other = result.scenarios[s];
    result.comparisons.push_back(experiment::compare_kpis(
        {base.kpis, base.replications}, {other.kpis, other.replications}, true, 0.95));
  }
  experiment::judge(result.comparisons, base.kpis, 0.95);
}

/// base waits 10 and 12 min, the alternative 8 and 10.5; nobody has an appointment. The intervals
/// are round numbers put in by hand, so that the expected texts do not hang on a last digit.
inline experiment::StudyResult small_study() {
  using experiment::make_estimate;
  experiment::StudyResult result;
  result.scenarios = {
      scenario("base", {replication(0, 10, {0, 0}, 1000), replication(1, 12, {0, 0}, 1500)}),
      scenario("more_staff",
               {replication(0, 8, {0, 0}, 1000), replication(1, 10.5, {0, 0}, 1500)})};
  result.replications_wanted = 2;
  result.cross_checks = {{0, 0, ""}, {1, 0, ""}};
  compare(result);
  result.scenarios[0].estimates[0] = make_estimate(11, {-1.5, 23.5}, 2, "by hand");
  result.scenarios[0].estimates[2] = make_estimate(1250, {-1926.5, 4426.5}, 2, "by, hand");
  auto& wait = result.comparisons[0][0];
  wait.statistics.difference = make_estimate(-1.75, {-5, 1.5}, 2, "by hand");
  wait.statistics.p_value = 0.0625;
  wait.p_holm = 0.125;
  return result;
}

/// CRLF is how CSV ends its lines; tests show them as they are read.
inline std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& line : all) text += line + "\r\n";
  return text;
}

}  // namespace asepsim::report::testing
