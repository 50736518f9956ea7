// Complications of a session that are not infections: pigmentation, reactions that last, scars,
// herpes; and how long after the session each complication shows.
//
// Each is a probability from its causes; the clinic draws the event, its grade and its onset. The
// published series are small, so most rates are assumptions anchored on a few patients; the row ids
// beside the defaults say which.
// Invariants: a probability never falls when the depth, the share of too deep punctures or a risk
// factor grows, and never rises with sunscreen or prophylaxis.
// Units: true depth in mm, hours or days as named. Source: evidence F12, F13, C7-C30, A9-A20.
#pragma once

#include <array>

namespace asepsim::science {

/// Post-inflammatory hyperpigmentation (PIH), log-odds additive in its causes. [F13]
struct PigmentationParameters {
  /// Per course in a well-run clinic at the reference depth, phototypes I-VI. [C13, assumption]
  std::array<double, 6> per_course{0.005, 0.005, 0.02, 0.05, 0.09, 0.12};
  double reference_depth_mm = 0.9;     ///< 1.5 mm roller [P5] x 0.60 [D5, derived]
  double log_odds_per_half_mm = 1.2;   ///< deeper than the reference [F13]
  double redness_odds_ratio = 1.32;    ///< per unit of erythema in week 2 [A9]
  double midday_sun_odds_ratio = 8.1;  ///< outdoors 13-17 h without protection [A9]
  double sunscreen_odds_ratio = 0.4;   ///< adherent at least 80 % of days [A12]
  double burn_log_odds = 1.5;          ///< [F13]
  double irritant_odds_ratio = 1.5;    ///< retinoid, acid, vitamin C while channels are open [A16]
};

/// What a patient's skin met in a course.
struct PigmentationCauses {
  int phototype = 3;            ///< Fitzpatrick, 1 to 6
  double depth_mm = 0.9;        ///< true mean depth
  double redness_week_two = 0;  ///< units of erythema above the usual
  bool unprotected_midday_sun = false;
  bool sunscreen = false;
  bool burn = false;
  bool irritant = false;
};

/// Probability of PIH per course of treatment. [F13]
double pigmentation_per_course(const PigmentationCauses& causes,
                               const PigmentationParameters& parameters);

/// Probability of PIH per session, such that `sessions` >= 1 like it give the per-course figure.
double pigmentation_per_session(const PigmentationCauses& causes, double sessions,
                                const PigmentationParameters& parameters);

/// Probability that a reaction outlasts `limit_h` when its duration is lognormal. [C18-C20]
double outlasts(double limit_h, double median_h, double sigma);

/// Tram-track scars come from punctures that go through the dermis. Anchored on the roller series
/// of Dogra: 2 of 30 patients in 5 sessions [C8], whose share beyond the dermis is that of a 1.5 mm
/// roller (0.9 mm +- 30 %) in the cheeks of a population [D5, P42, S6, derived].
struct ScarParameters {
  double anchor_per_session = 0.0137;  ///< 1 - (28/30)^(1/5) [C8]
  double anchor_share_in_fat = 0.4;    ///< [derived: simulated by Anchors.* of the clinic tests]
};

/// Probability of tram-track scars per session when `share_in_fat` in [0, 1] of the punctures end
/// beyond the dermis: 1 - (1 - p0)^(share / share0), so none without punctures in the fat. [C8]
double scar_probability(double share_in_fat, const ScarParameters& parameters);

/// Herpes simplex reactivation. [C27, C28]
struct HerpesParameters {
  double all_comers = 0.003;        ///< per facial session, 0.0005-0.018 [C28, assumption]
  double carriage = 0.478;          ///< HSV-1 seroprevalence behind that figure [C27]
  double prophylaxis_factor = 0.2;  ///< with an antiviral [C28]
};

/// Probability of reactivation per facial session; 0 for who does not carry the virus. [C28]
double herpes_probability(bool carrier, bool prophylaxis, const HerpesParameters& parameters);

/// A lognormal lag from session to first sign (Sartwell). [F12]
struct OnsetLag {
  double median_d = 0;
  double sigma = 0;
};

struct OnsetLags {
  OnsetLag s_aureus{3, 0.5};             ///< [F12, C25]
  OnsetLag herpes{4, 0.4};               ///< [F12]
  OnsetLag mycobacteria{25, 0.45};       ///< [F12, C29, B9]
  OnsetLag hepatitis_b{90, 0.3};         ///< [F12]
  OnsetLag hepatitis_c{45, 0.45};        ///< 14-84 d [A20, unconfirmed]
  OnsetLag hiv{17, 0.3};                 ///< acute illness 10-28 d [A20, unconfirmed]
  OnsetLag pigmentation{20, 0.25};       ///< 2-4 weeks [A19, unconfirmed]
  OnsetLag granuloma{3, 0.9};            ///< hours to 7 d and more [C15]
  OnsetLag irritant_dermatitis{1, 0.5};  ///< within the first 72 h [A15, assumption]
  OnsetLag acne_flare{3, 0.5};           ///< days, as folliculitis [C24, assumption]
  OnsetLag burn{0.1, 0.7};               ///< hours; blisters as well [assumption]
  OnsetLag hypertrophic_scar{45, 0.4};   ///< 3 to 12 weeks [assumption]
};

/// Share of cases that have shown by `days` >= 0 after the session. [F12]
double share_shown_by(double days, const OnsetLag& lag);

}  // namespace asepsim::science
