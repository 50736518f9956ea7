#include "experiment/steady_state.hpp"

#include <cstddef>
#include <vector>

namespace asepsim::experiment {

namespace {

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

/// Means of consecutive batches of `size`; what does not fill a batch at the end is left out.
std::vector<double> batched(std::span<const double> values, std::size_t size) {
  std::vector<double> means;
  means.reserve(values.size() / size);
  for (std::size_t start = 0; start + size <= values.size(); start += size) {
    means.push_back(mean_of(values.subspan(start, size)));
  }
  return means;
}

}  // namespace

std::optional<WarmUp> mser5(std::span<const double> observations) {
  constexpr std::size_t batch = 5;
  const std::vector<double> z = batched(observations, batch);
  if (z.size() < 2) return std::nullopt;
  // From the end backwards, the mean and the squares about it grow by one batch a step (Welford).
  double mean = 0, squares = 0;
  std::optional<WarmUp> best;
  std::size_t best_kept = 0;
  for (std::size_t kept = 1; kept <= z.size(); ++kept) {
    const double value = z[z.size() - kept], step = value - mean;
    mean += step / static_cast<double>(kept);
    squares += step * (value - mean);
    if (kept < z.size() - z.size() / 2) continue;  // at most half may be truncated
    const double mser = squares / static_cast<double>(kept * kept);
    if (best && mser > best->mser) continue;
    best_kept = kept;
    best = WarmUp{static_cast<std::int64_t>(batch * (z.size() - kept)), mser, mean};
  }
  if (best_kept == z.size() - z.size() / 2) return std::nullopt;
  best->mean = mean_of(observations.subspan(static_cast<std::size_t>(best->truncated)));
  return best;
}

Estimate batch_means(std::span<const double> observations, std::int64_t batches,
                     double confidence) {
  constexpr std::string_view method = "batch means, Student t";
  const auto count = static_cast<std::size_t>(batches);
  if (batches < 2 || observations.size() < count) return without_interval(0.0, batches, method);
  const std::size_t size = observations.size() / count;
  const std::vector<double> means = batched(observations.last(size * count), size);
  Estimate e = student_interval(means, confidence);
  e.method = method;
  return e;
}

}  // namespace asepsim::experiment
