// Skin as layers, and where the punctures of a needling pass end in it.
//
// Depth is measured in millimetres from the surface downwards. The stratum corneum is part of the
// epidermis and the papillary dermis part of the dermis, so the borders lie at
//   stratum corneum | T_sc | epidermis | T_e | papillary | T_e + T_p | reticular | T_e + T_d | fat
// The depths of the many punctures of one session are normal about their mean (evidence F1, F2);
// instead of drawing a hundred thousand of them, shares are taken in closed form.
// Invariants: shares lie in [0, 1] and sum to 1; 0 < T_sc <= T_e, 0 <= T_p <= T_d.
// Source: evidence F1, F2; thickness S1-S18.
#pragma once

namespace asepsim::science {

/// Thickness of the layers at one site of one patient, mm.
struct SkinLayers {
  double stratum_corneum = 0.010;  ///< mm; face 7-13 um [S16]
  double epidermis = 0.085;        ///< mm, with the stratum corneum; histology mean [S9]
  double papillary = 0.15;  ///< mm; first part of the dermis, with the capillary loops [F1, S17]
  double dermis = 1.005;    ///< mm, with the papillary part; cheek, mean of the sexes [S6]

  /// Depth of the border between epidermis and dermis, mm.
  [[nodiscard]] double dermis_top() const { return epidermis; }
  /// Depth of the border between papillary and reticular dermis, mm.
  [[nodiscard]] double reticular_top() const {
    return epidermis + (papillary < dermis ? papillary : dermis);
  }
  /// Depth of the border between dermis and fat, mm.
  [[nodiscard]] double fat_top() const { return epidermis + dermis; }
};

/// Dermis of people of one age and sex at one site, mm: normal about `mean`.
struct DermisLaw {
  double mean = 0, sd = 0;
};

/// The dermis of adults is `all` and correlates by `correlation` in (-1, 1) with their age, which
/// is `age_z` standard deviations above the mean of the adults measured; cut off at +-2.5. Over all
/// ages it stays normal with the same mean and sd. [S1-S8, S15]
DermisLaw dermis_at_age(const DermisLaw& all, double correlation, double age_z);

/// Spread of the depth of punctures relative to the skin around them, mm: that of the punctures and
/// that of the thickness within the site of one person, whose relative errors add in quadrature.
/// [P42, S18]
double depth_spread(double mean_depth_mm, double puncture_cv, double within_site_cv);

enum class Layer { stratum_corneum, epidermis, papillary_dermis, reticular_dermis, fat };

/// Share of punctures that end in each layer; the five sum to 1.
struct LayerShares {
  double stratum_corneum = 0;
  double epidermis = 0;
  double papillary = 0;
  double reticular = 0;
  double fat = 0;

  /// Share that reaches the dermis or goes beyond it.
  [[nodiscard]] double into_dermis() const { return papillary + reticular + fat; }
};

/// Pinpoint bleeding of a single puncture: Phi((d - T_e - offset)/sd), both in mm.
struct BleedingParameters {
  double offset_mm = 0.10;  ///< below the dermal border [F1, S17; assumption]
  double sd_mm = 0.08;      ///< spread of the capillary loops [F1; assumption]
};

/// Layer in which a single puncture of `depth_mm` ends; below 0 mm is stratum corneum.
Layer layer_at(double depth_mm, const SkinLayers& skin);

/// Shares of punctures by layer for depths ~ Normal(mean_depth_mm, sd_mm), sd_mm >= 0. A depth
/// below 0 counts as stratum corneum. Small shares in the fat keep full relative precision. [F2]
LayerShares layer_shares(double mean_depth_mm, double sd_mm, const SkinLayers& skin);

/// Mean probability that a puncture bleeds, over depths ~ Normal(mean_depth_mm, sd_mm): the normal
/// spread of the depth and that of the capillaries add in quadrature. [F1]
double bleeding_probability(double mean_depth_mm, double sd_mm, const SkinLayers& skin,
                            const BleedingParameters& bleeding = {});

}  // namespace asepsim::science
