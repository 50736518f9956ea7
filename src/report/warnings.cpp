#include "report/warnings.hpp"

#include <fmt/format.h>

#include <cmath>

#include "experiment/dominance.hpp"
#include "experiment/kpi_estimates.hpp"
#include "report/csv.hpp"
#include "report/plausibility.hpp"

namespace asepsim::report {
namespace {

using experiment::ScenarioResult;
using experiment::StudyResult;
using Sentences = std::vector<std::string>;

constexpr double few_events = 100;            // an interval by so few is only roughly normal
constexpr std::size_t few_replications = 30;  // methods 2: intervals of skewed figures are short

void add_interruption(Sentences& sentences, const StudyResult& result) {
  if (!result.interrupted) return;
  for (const ScenarioResult& scenario : result.scenarios) {
    sentences.push_back(fmt::format("interrupted: {} finished {} of {} replications",
                                    scenario.scenario.name, scenario.replications.size(),
                                    result.replications_wanted));
  }
}

void add_failures(Sentences& sentences, const StudyResult& result) {
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const experiment::Failure& failure : scenario.failures) {
      sentences.push_back(fmt::format("replication {} of {} failed: {}", failure.replication,
                                      scenario.scenario.name, failure.message));
    }
  }
}

// "3 of more_staff", "3, 7, 9 and 5 more".
std::string list_of(const std::vector<std::uint64_t>& numbers) {
  constexpr std::size_t shown = 5;
  std::string text;
  for (std::size_t i = 0; i < numbers.size() && i < shown; ++i) {
    text += fmt::format("{}{}", i == 0 ? "" : ", ", numbers[i]);
  }
  if (numbers.size() > shown) text += fmt::format(" and {} more", numbers.size() - shown);
  return text;
}

void add_not_finite(Sentences& sentences, const StudyResult& result) {
  for (const ScenarioResult& scenario : result.scenarios) {
    for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
      const auto numbers = experiment::without_number(scenario.replications, k);
      if (numbers.empty()) continue;
      sentences.push_back(
          fmt::format("{} of {} is not a finite number in replication{} {}: left out of the figure",
                      scenario.kpis[k].id, scenario.scenario.name, numbers.size() == 1 ? "" : "s",
                      list_of(numbers)));
    }
  }
}

void add_dominated(Sentences& sentences, const StudyResult& result) {
  for (const ScenarioResult& scenario : result.scenarios) {
    std::string list;
    for (const auto& one : experiment::dominated(scenario.kpis, scenario.replications)) {
      list += fmt::format("{}replication {} holds {:.0f} % of {}", list.empty() ? "" : ", ",
                          one.replication, 100 * one.share, scenario.kpis[one.kpi].id);
    }
    if (list.empty()) continue;
    sentences.push_back(
        fmt::format("a few replications dominate rates of the risk ledger of {}: {}. Their "
                    "intervals are too short; run more replications",
                    scenario.scenario.name, list));
  }
}

std::string why_refused(const experiment::GateReport& gates) {
  if (gates.gate == experiment::Gate::nothing_drawn) {
    return "A decision before it is drawn, and nothing came of it in any replication; integrate, "
           "or run more replications";
  }
  return fmt::format(
      "Likelihood ratios have the mean {:.3g} +- {:.1g}, an effective size of {:.2g} % and {:.2g} "
      "% in the largest; tilt less, or integrate",
      gates.mean_ratio, gates.standard_error, 100 * gates.effective_share,
      100 * gates.largest_share);
}

void add_refused(Sentences& sentences, const StudyResult& result) {
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const experiment::RareEstimate& rare : scenario.rare) {
      const experiment::GateReport& gates = rare.gates;
      if (!refuses(gates.gate)) continue;
      sentences.push_back(fmt::format("{} of {} is {}. {}", scenario.kpis[rare.kpi].id,
                                      scenario.scenario.name, word(gates.gate),
                                      why_refused(gates)));
    }
  }
}

// What was never drawn is missing from the figure and from its interval: nothing shows it.
void add_drawn(Sentences& sentences, const StudyResult& result) {
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const experiment::RareEstimate& rare : scenario.rare) {
      const experiment::Kpi& kpi = scenario.kpis[rare.kpi];
      const double worth = rare.events_worth.value_or(few_events);
      if (!rare.drawn || !kpi.headline || worth >= few_events || refuses(rare.gates.gate)) continue;
      sentences.push_back(fmt::format(
          "{} of {} has decisions before it that are drawn, and is worth {:.0f} counted events: "
          "rarer and graver ones may never have been drawn, then it is too small and its interval "
          "too short; integrate, or run more replications",
          kpi.id, scenario.scenario.name, worth));
    }
  }
}

void add_implausible(Sentences& sentences, const StudyResult& result) {
  for (const ScenarioResult& scenario : result.scenarios) {
    for (std::string& sentence : implausible(scenario)) sentences.push_back(std::move(sentence));
  }
}

void add_few(Sentences& sentences, const StudyResult& result) {
  if (result.replications_wanted >= few_replications) return;
  sentences.push_back(
      fmt::format("{} replications are few: below {}, intervals of skewed figures may be too short",
                  result.replications_wanted, few_replications));
}

void add_different_times(Sentences& sentences, const StudyResult& result) {
  const auto& base = result.scenarios.front().scenario;
  for (const ScenarioResult& scenario : result.scenarios) {
    const auto& run = scenario.scenario.run;
    const bool same = run.start == base.run.start && run.length == base.run.length &&
                      run.warm_up == base.run.warm_up;
    if (same) continue;
    sentences.push_back(
        fmt::format("{} runs over another time than {}: totals of the two cannot "
                    "be compared",
                    scenario.scenario.name, base.name));
  }
}

// Where pairing neither helps nor harms, half of the correlations are a little below 0.
bool is_clearly_negative(const experiment::Comparison& statistics) {
  const auto n = static_cast<double>(statistics.difference.n);
  return n > 0 && statistics.correlation.value_or(0) < -2 / std::sqrt(n);
}

void add_harmful_pairing(Sentences& sentences, const StudyResult& result) {
  for (std::size_t a = 0; a < result.comparisons.size(); ++a) {
    for (const experiment::KpiComparison& comparison : result.comparisons[a]) {
      const auto& kpi = result.scenarios.front().kpis[comparison.base_kpi];
      if (!kpi.headline || !is_clearly_negative(comparison.statistics)) continue;
      sentences.push_back(fmt::format(
          "common random numbers made {} of {} less precise: correlation {:.2f}", kpi.id,
          result.scenarios[a + 1].scenario.name, *comparison.statistics.correlation));
    }
  }
}

void add_missing_check(Sentences& sentences, const StudyResult& result) {
  if (result.cross_checks.empty()) {
    sentences.push_back("no replication was cross-checked on the second engine");
  }
}

}  // namespace

std::vector<std::string> warnings_of(const StudyResult& result) {
  Sentences sentences;
  add_interruption(sentences, result);
  add_failures(sentences, result);
  add_not_finite(sentences, result);
  add_few(sentences, result);
  add_different_times(sentences, result);
  add_refused(sentences, result);
  add_drawn(sentences, result);
  add_dominated(sentences, result);
  add_implausible(sentences, result);
  add_harmful_pairing(sentences, result);
  add_missing_check(sentences, result);
  return sentences;
}

Sentences split_warnings(const std::vector<ResultFolder::Written>& files) {
  constexpr std::string_view second = "_part2.";
  Sentences sentences;
  for (const ResultFolder::Written& file : files) {
    const std::size_t at = file.name.find(second);
    if (at == std::string::npos) continue;
    const std::string stem = file.name.substr(0, at), ending = file.name.substr(at + second.size());
    sentences.push_back(
        fmt::format("{0}.{1} was split: it goes on in {0}_part2.{1} and any further parts, because "
                    "spreadsheets "
                    "hold {2} rows and a header",
                    stem, ending, most_rows));
  }
  return sentences;
}

}  // namespace asepsim::report
