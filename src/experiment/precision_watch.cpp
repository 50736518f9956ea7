#include "experiment/precision_watch.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::experiment {
namespace {

constexpr double normal_975 = 1.959963984540054;

bool is_watched(const Kpi& kpi) {
  return kpi.headline && (kpi.group == KpiGroup::waits || kpi.group == KpiGroup::money);
}

double relative_half_width(const kernel::Tally& tally) {
  const double standard_error = std::sqrt(tally.variance() / static_cast<double>(tally.count()));
  return normal_975 * standard_error / std::abs(tally.mean());
}

}  // namespace

PrecisionWatch::PrecisionWatch(const std::vector<const CountingPlan*>& plans) {
  for (const CountingPlan* plan : plans) {
    watched_.emplace_back();
    for (std::size_t k = 0; k < plan->kpis.size(); ++k) {
      if (is_watched(plan->kpis[k])) watched_.back().push_back({k, {}});
    }
  }
}

void PrecisionWatch::add(std::size_t s, const std::vector<KpiValue>& values) {
  for (Watched& watched : watched_[s]) {
    const KpiValue& value = values[watched.kpi];
    if (value.exists() && value.is_number()) watched.tally.add(value.value());
  }
}

double PrecisionWatch::worst() const {
  double worst = 0;
  for (const auto& figures : watched_) {
    for (const Watched& watched : figures) {
      if (watched.tally.count() == 1) return 0;
      if (watched.tally.count() == 0 || watched.tally.mean() == 0) continue;
      worst = std::max(worst, relative_half_width(watched.tally));
    }
  }
  return worst;
}

}  // namespace asepsim::experiment
