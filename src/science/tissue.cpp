#include "science/tissue.hpp"

#include <algorithm>
#include <cmath>

#include "science/probability.hpp"

namespace asepsim::science {

DermisLaw dermis_at_age(const DermisLaw& all, double correlation, double age_z) {
  constexpr double furthest = 2.5;  // as thickness is cut off
  const double z = std::clamp(age_z, -furthest, furthest);
  return {all.mean + correlation * all.sd * z, all.sd * std::sqrt(1.0 - correlation * correlation)};
}

double depth_spread(double mean_depth_mm, double puncture_cv, double within_site_cv) {
  return mean_depth_mm * std::hypot(puncture_cv, within_site_cv);
}

Layer layer_at(double depth_mm, const SkinLayers& skin) {
  if (depth_mm < skin.stratum_corneum) return Layer::stratum_corneum;
  if (depth_mm < skin.dermis_top()) return Layer::epidermis;
  if (depth_mm < skin.reticular_top()) return Layer::papillary_dermis;
  if (depth_mm < skin.fat_top()) return Layer::reticular_dermis;
  return Layer::fat;
}

LayerShares layer_shares(double mean_depth_mm, double sd_mm, const SkinLayers& skin) {
  const auto deeper_than = [=](double border) {
    return normal_at_least(border, mean_depth_mm, sd_mm);
  };
  const double in_epidermis_or_deeper = deeper_than(skin.stratum_corneum);
  const double in_dermis_or_deeper = deeper_than(skin.dermis_top());
  const double in_reticular_or_deeper = deeper_than(skin.reticular_top());
  const double in_fat = deeper_than(skin.fat_top());
  return {.stratum_corneum = 1.0 - in_epidermis_or_deeper,
          .epidermis = in_epidermis_or_deeper - in_dermis_or_deeper,
          .papillary = in_dermis_or_deeper - in_reticular_or_deeper,
          .reticular = in_reticular_or_deeper - in_fat,
          .fat = in_fat};
}

double bleeding_probability(double mean_depth_mm, double sd_mm, const SkinLayers& skin,
                            const BleedingParameters& bleeding) {
  return normal_at_least(skin.dermis_top() + bleeding.offset_mm, mean_depth_mm,
                         std::hypot(sd_mm, bleeding.sd_mm));
}

}  // namespace asepsim::science
