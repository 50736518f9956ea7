#include "experiment/likelihood_gates.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::experiment {
namespace {

constexpr double rounding = 1e-9;  // ratios of 1 that were added up in floating point

RatioSum total_of(std::span<const RatioSum> blocks) {
  RatioSum total;
  for (const RatioSum& block : blocks) total.add(block);
  return total;
}

// Delta method over blocks, as their numbers of ratios vary; within one block the ratios may share
// draws, so only a single block has them count as independent.
double standard_error(std::span<const RatioSum> blocks, const RatioSum& total) {
  const double n = total.n;
  const double mean = total.sum / n;
  if (blocks.size() < 2) {
    return std::sqrt(std::max(0.0, total.squares / n - mean * mean) / n);
  }
  double squares = 0;
  for (const RatioSum& block : blocks) {
    const double residual = block.sum - mean * block.n;
    squares += residual * residual;
  }
  const auto count = static_cast<double>(blocks.size());
  return std::sqrt(squares * count / (count - 1)) / n;
}

Gate first_refusal(const GateReport& report, Population population) {
  const double allowed = most_standard_errors * report.standard_error + rounding;
  const bool mean_is_one = std::abs(report.mean_ratio - 1) < allowed;
  if (population == Population::complete && !mean_is_one) return Gate::mean_ratio;
  if (!(report.effective_share > least_effective_share)) return Gate::effective_size;
  if (!(report.largest_share < most_weight_share)) return Gate::largest_weight;
  return Gate::passed;
}

}  // namespace

GateReport judge_ratios(std::span<const RatioSum> blocks, Population population) {
  const RatioSum total = total_of(blocks);
  GateReport report;
  if (!total.tilted()) return report;
  const double n = total.n;
  report.mean_ratio = total.sum / n;
  report.standard_error = standard_error(blocks, total);
  report.effective_share = total.squares > 0 ? total.sum * total.sum / (n * total.squares) : 0;
  report.largest_share = total.sum > 0 ? total.largest / total.sum : 1;
  report.gate = first_refusal(report, population);
  return report;
}

std::string_view word(Gate gate) {
  switch (gate) {
    case Gate::not_needed:
      return "not needed";
    case Gate::passed:
      return "passed";
    case Gate::mean_ratio:
      return "refused: mean likelihood ratio is not 1";
    case Gate::effective_size:
      return "refused: effective sample is too small";
    case Gate::largest_weight:
      return "refused: one likelihood ratio carries too much";
    case Gate::nothing_drawn:
      return "refused: no event was drawn";
  }
  return "";
}

}  // namespace asepsim::experiment
