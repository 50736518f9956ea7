// From germs at the needle to a bacterial infection.
//
// Inoculum: what the needle releases and what it pushes in from the skin, through the small area of
// the channels (evidence F9). Response: the beta-Poisson curve fitted to volunteers under occlusion
// (F10a), times a factor for clinically significant infection in open skin. The exponential curve
// of F10b is left out on purpose: its k was fitted to the density after growth and is wrong by
// orders of magnitude for an inoculum.
// Units: CFU, CFU/cm2, cm2; probabilities per session. Source: evidence F9, F10, R1-R6, D2, D7,
// P12.
#pragma once

namespace asepsim::science {

/// Geometry and carry-over of needling.
struct InoculumParameters {
  double punctures_per_cm2 = 250;     ///< roller, about 15 passes [P12]
  double channel_radius_cm = 0.0035;  ///< surface diameter 70.7 um [D2]
  double pushed_share = 0.03;         ///< of skin germs over a channel, 0.01-0.1 [D7, F9]
  double released_share = 0.05;       ///< of the needle's germs let go in the skin [D7, F9]
};

/// Channel area per skin area, rho * pi * r^2 (about 0.01 cm2/cm2). [F9]
double channel_area_share(const InoculumParameters& inoculum);

/// CFU pushed from skin of density `skin_cfu_per_cm2` after a preparation of `prep_log10` log10
/// reductions, over `treated_cm2`. [F9]
double skin_inoculum(double skin_cfu_per_cm2, double prep_log10, double treated_cm2,
                     const InoculumParameters& inoculum);

/// CFU released from needles that carry `needle_cfu`. [F9]
double needle_inoculum(double needle_cfu, const InoculumParameters& inoculum);

/// Beta-Poisson response to an initial inoculum, with the clinical severity factor.
struct BetaPoisson {
  double alpha = 0.222;      ///< fit to the volunteers [R5]
  double median_dose = 550;  ///< N50, CFU [R5]
  double clinical_share =
      0.05;  ///< of volunteer lesions that would be clinical, 0.02-0.1 [F10a, R5]
};

/// Probability of any lesion under occlusion from `dose_cfu` >= 0. [F10a]
double lesion_probability(double dose_cfu, const BetaPoisson& response);

/// Probability of a clinically significant infection from `dose_cfu` >= 0. [F10a]
double infection_probability(double dose_cfu, const BetaPoisson& response);

}  // namespace asepsim::science
