#include "cli/comparable.hpp"

#include <fmt/format.h>

namespace asepsim::cli {
namespace {

const std::string& currency_of(const LoadedScenario& loaded) {
  return loaded.scenario.finance.currency;
}

// "replications 64 instead of 200, seed 1 instead of 7"; empty if nothing differs.
std::string differences(const StudyOptions& options, const scenario::RunSettings& base,
                        const scenario::RunSettings& own) {
  std::string text;
  const auto add = [&](const char* what, const auto& used, const auto& asked) {
    if (used == asked) return;
    text += fmt::format("{}{} {} instead of {}", text.empty() ? "" : ", ", what, used, asked);
  };
  if (!options.replications) add("replications", base.replications, own.replications);
  if (!options.seed) add("seed", base.seed, own.seed);
  if (!options.confidence) add("confidence", base.confidence, own.confidence);
  return text;
}

}  // namespace

std::vector<Diagnostic> currency_errors(const std::vector<LoadedScenario>& scenarios) {
  std::vector<Diagnostic> errors;
  for (const LoadedScenario& one : scenarios) {
    const LoadedScenario& base = scenarios.front();
    if (currency_of(one) == currency_of(base)) continue;
    Diagnostic error;
    error.place.file = one.file;
    error.path = "finance.currency";
    error.problem = fmt::format("amounts in {} cannot be compared with amounts in {} ({})",
                                currency_of(one), currency_of(base), base.file);
    error.remedy = "give all scenarios of a comparison the same currency";
    errors.push_back(std::move(error));
  }
  return errors;
}

std::vector<std::string> unused_settings(const StudyOptions& options,
                                         const std::vector<LoadedScenario>& scenarios) {
  std::vector<std::string> sentences;
  const scenario::Scenario& base = scenarios.front().scenario;
  for (const LoadedScenario& one : scenarios) {
    const std::string text = differences(options, base.run, one.scenario.run);
    if (text.empty()) continue;
    sentences.push_back(fmt::format("{} runs with settings of {}, not with its own: {}",
                                    one.scenario.name, base.name, text));
  }
  return sentences;
}

}  // namespace asepsim::cli
