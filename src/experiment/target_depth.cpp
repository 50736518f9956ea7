#include "experiment/target_depth.hpp"

#include "experiment/quantity.hpp"

namespace asepsim::experiment {

TargetShares target_shares(const clinic::NeedlingFact& needling, const Target& target) {
  TargetShares sums;
  for (std::size_t i = 0; i < needling.shares.size(); ++i) {
    const auto layer = static_cast<scenario::SkinLayer>(i);
    double& sum = layer < target.from ? sums.too_shallow
                                      : (layer > target.to ? sums.too_deep : sums.on_target);
    sum += static_cast<double>(needling.shares[i]);
  }
  return sums;
}

bool is_too_shallow(const clinic::NeedlingFact& needling, const Target& target) {
  const TargetShares shares = target_shares(needling, target);
  return shares.on_target + shares.too_deep < least_share_at_target;
}

bool is_too_deep(const clinic::NeedlingFact& needling, const Target& target) {
  const double in_fat = static_cast<double>(needling.shares.back());
  if (target.to != scenario::SkinLayer::fat && in_fat > most_share_in_fat) return true;
  return target_shares(needling, target).too_deep > most_share_too_deep;
}

}  // namespace asepsim::experiment
