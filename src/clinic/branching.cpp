#include "clinic/branching.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::clinic {

using scenario::BranchMode;

void RatioSum::add(double ratio, double share) {
  n += share;
  sum += share * ratio;
  squares += share * ratio * ratio;
  largest = std::max(largest, ratio);
}

void RatioSum::add(const RatioSum& more) {
  n += more.n;
  sum += more.sum;
  squares += more.squares;
  largest = std::max(largest, more.largest);
}

bool RatioSum::tilted() const {
  return sum != n || squares != n;
}

Branching::Branching(const scenario::Estimation& s)
    : settings_{s.source_status, s.wash_failure, s.load_failure, s.product_contamination} {
  for (const scenario::BranchSettings& branch : settings_) {
    tilts_ = tilts_ || branch.mode == BranchMode::tilt;
  }
}

double Branching::tilted(Branch branch, double p) const {
  const scenario::BranchSettings& settings = settings_[static_cast<std::size_t>(branch)];
  const double wanted = settings.probability.value_or(p);
  if (p <= 0 || wanted <= p) return p;
  return settings.defensive_share * p + (1 - settings.defensive_share) * wanted;
}

bool Branching::draws(Branch branch) const {
  return mode(branch) != BranchMode::integrate && mode(branch) != BranchMode::force;
}

bool Branching::decide(Branch branch, double p, double u, Lineage& lineage) const {
  switch (mode(branch)) {
    case BranchMode::sample:
      return u < p;
    case BranchMode::tilt: {
      const double q = tilted(branch, p);
      const bool taken = u < q;
      if (q > p) lineage.likelihood_ratio *= taken ? p / q : (1 - p) / (1 - q);
      return taken;
    }
    case BranchMode::integrate:
    case BranchMode::force:
      lineage.probability *= p;
      return true;
    case BranchMode::split: {
      const double share = Parts(parts(branch), u).share_of(p);
      lineage.probability *= share;
      return share > 0;
    }
  }
  return false;
}

double Parts::share_of(double chance) {
  const double before = std::floor(passed_ * parts_ + u_);
  passed_ += chance;
  return (std::floor(passed_ * parts_ + u_) - before) / parts_;
}

}  // namespace asepsim::clinic
