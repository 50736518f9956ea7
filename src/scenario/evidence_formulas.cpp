// Formulas of the model (F) and the marks of the constants in them; the science room computes them.
#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {

using enum EvidenceMark;
using enum Confidence;

namespace {

constexpr EvidenceRow rows[] = {
    {"F1", "depth of a puncture and the layer it ends in",
     "d = eta L + operator + site [mm]; below T_sc nothing, below T_e epidermis, to T_e + 0.15 "
     "papillary, to T_e + T_d reticular, beyond fat; P(bleeding) = Phi((d - T_e - 0.10) / 0.08)",
     "L set length, eta share reached", "D5, D6, S1-S9, S17", assumption, unstated,
     "0.15, 0.10 and 0.08 mm are assumed", Role::none,
     "needling.fraction_short, needling.fraction_long, needling.puncture_cv, "
     "needling.error_expert, "
     "needling.error_trained, needling.error_untrained, needling.measurement_error, "
     "sites.<name>.epidermis_mean, sites.<name>.epidermis_cv"},
    {"F2", "punctures of a session",
     "N = density times area; density about 250 per cm2, a face 300-400 cm2",
     "shares of layers stand for all punctures", "P12", unconfirmed, medium,
     "the area of a face is unconfirmed", Role::none, "needling.density, indications.<name>.area"},
    {"F3", "benefit of a session",
     "S_n = S_(n-1) (1 - rho g(d)); g = clamp((d - T_e) / (0.6 T_d), 0, 1) exp(-max(0, d - T_e - "
     "T_d) / 0.3); seen S(t) = S_inf + (S_pre - S_inf) exp(-t / tau), tau about 50 d",
     "score S, depth d in mm", "rho calibrated to P26, tau to P30", derived, unstated,
     "0.6 and 0.3 mm are assumed", Role::none, "indications.<name>.target_fraction"},
    {"F4", "barrier and open channels after needling",
     "water loss T0 (1 + A 2^(-t / half-life)); open share 2^(-t / half-life)",
     "half-life by depth, A7", "A1-A7", assumption},
    {"F5", "kill by chemicals (Chick-Watson, Geeraerd)",
     "dlnN/dt = -k C^n; k(C) = k0 (C / C0)^n; shoulder N0 e^(-kt) e^(kS) / (1 + (e^(kS) - 1) "
     "e^(-kt)) + tail; C_eff = C / (1 + kappa soil); biofilm times 0.1-0.3, tail 1e-4 N0",
     "n from I43", "I43, I44", assumption, unstated, "soil, biofilm and tail are assumed"},
    {"F6", "kill by heat",
     "D_T = D121 10^((121.1 - T) / z) [min]; F0 = integral of 10^((T - 121.1) / z) dt; log10 N = "
     "log10 N0 - F0 / D121; P(any survivor) = 1 - exp(-N)",
     "dry heat: the same at 160 C", "I17, I18, I24, I25", formula, unstated,
     "a cold spot or air lowers T; a wet pack lets germs back in", Role::none,
     "sterilization.d121, sterilization.z_value, sterilization.programme.temperature, "
     "sterilization.programme.hold, sterilization.failure.temperature_drop"},
    {"F7", "kill by cleaning",
     "log10 N' = log10 N - R, R normal and at least 0; with a chance of "
     "failure nothing is removed",
     "", "R from I6, failure from I7", formula, unstated, "", Role::none,
     "sterilization.wash.log_reduction, sterilization.wash.failure"},
    {"F8", "germs moved by touch",
     "N_f + lambda (N_s - N_f) a touch; lambda 0.30 gloved, 0.49 bare", "equal areas", "I64", read},
    {"F9", "germs brought under the skin",
     "D = needle CFU times released share + skin CFU/cm2 10^(-R) area rho pi r^2 times pushed "
     "share; "
     "channels cover about 0.01 of the skin; pushed 0.01-0.1",
     "", "radius from D2, shares from D7", derived, unstated,
     "pushed and released shares are read off an upper bound", Role::none,
     "bacterial_infection.push_fraction, bacterial_infection.release_fraction, "
     "bacterial_infection.needle_bioburden, needling.channel_radius, needling.density, "
     "skin_preparation.log_reduction, population.staphylococcus_density"},
    {"F10", "bacterial infection by dose",
     "P = s (1 - (1 + (D / N50) (2^(1/alpha) - 1))^(-alpha)), s 0.02-0.1; carriers 25 %; expected "
     "2.3e-4 per session with s 0.05 (0.9e-4 to 4.6e-4 for s 0.02 to 0.1)",
     "alternatives: exponential after growth (R2), two compartments (R4)", "R1, R5", assumption,
     unstated, "lands in the range of C21 without tuning, but rests on five assumptions",
     Role::none,
     "bacterial_infection.alpha, bacterial_infection.n50, bacterial_infection.severity, "
     "population.staphylococcus_carriage"},
    {"F11", "bloodborne infection",
     "P = 1 - exp(-m pi); pi = prevalence viraemic infectivity 2^(-t / half-life) 10^(-R) "
     "susceptible; m punctures that count, saturating",
     "", "infectivity calibrated to B3", derived, unstated, "", Role::none,
     "bloodborne.hbv.infectivity, bloodborne.hcv.infectivity, bloodborne.hiv.infectivity, "
     "bloodborne.hbv.viraemic, bloodborne.hcv.viraemic, bloodborne.hiv.viraemic, "
     "organisms.hbv.half_life, organisms.hcv.half_life, organisms.hiv.half_life, "
     "bloodborne.effective_punctures, bloodborne.bleeding_needed"},
    {"F12", "time to symptoms (Sartwell)",
     "lognormal, median and sigma: S. aureus 3 d, 0.5; herpes 4 d, 0.4; mycobacteria 25 d, 0.45; "
     "hepatitis B 90 d, 0.3",
     "", "within A20", assumption, unstated, "the sigmas are assumed", Role::none,
     "bacterial_infection.lag"},
    {"F13", "hyperpigmentation, log-odds that add up",
     "b_phototype + 1.2 (d - d_ref) / 0.5 mm + ln 1.32 per unit of redness at week 2 + ln 8.1 in "
     "the "
     "midday sun + ln 0.4 with sunscreen + 1.5 after a burn or irritant",
     "b from C13", "A9, A12", assumption, unstated, "1.2 and 1.5 are assumed", Role::none,
     "complications.pih, complications.pih_reference_depth, complications.pih_per_half_mm, "
     "complications.pih_sunscreen, complications.pih_midday_sun"},
    {"F14", "surveillance (CUSUM by likelihood ratio)",
     "S_t = max(0, S_(t-1) + w), w = ln(p1 / p0) on an event, else ln((1 - p1) / (1 - p0)); signal "
     "at S = h, h by the run length in control",
     "", "G8, G9", formula},
    {"F15", "appointments",
     "requests Poisson by hour of the week (O18); no-shows by O9; offset generalised logistic, "
     "location -15 min, scale 8 min, so that 85-90 % are early",
     "", "O9, O10, O13, O18", assumption, unstated, "location and scale are fitted by eye",
     Role::none,
     "population.punctuality, booking.no_show_at_week, booking.no_show_per_day, "
     "booking.reminder_odds, booking.deposit_odds"},
    {"F16", "burns by light pulses",
     "melanosome mu_a 1.70e12 nm^-3.48 per cm; epidermis f mu_mel + (1 - f) mu_base, f 1-3 % "
     "(I-II), "
     "5-10 % (III-IV), 15-40 % (V-VI); dT = mu_a F / 3.7 J/cm3K; relaxation with kappa 1.3e-3 "
     "cm2/s; "
     "Arrhenius A 3.1e98 per s, Ea 6.28e5 J/mol; burn at 1",
     "intense pulsed light, picosecond laser", "omlc.ogi.edu; Jacques; Henriques 1947", unconfirmed,
     medium, "mu_a was read; the Arrhenius constants are of high, f of medium confidence"},
};

}  // namespace

std::span<const EvidenceRow> formula_rows() {
  return rows;
}

}  // namespace asepsim::scenario
