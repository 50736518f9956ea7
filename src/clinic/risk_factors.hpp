// Risk factors of patients: who has them, what the screening finds, and what they do to odds.
//
// A patient's factors are bits drawn once; a deferred factor has passed when the patient comes
// back. Most patients have none, and then every odds factor is 1.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// The declared number of a risk factor that is wanted, such as &RiskFactor::herpes.
using FactorNumber = scenario::Number scenario::RiskFactor::*;

/// Bits of the risk factors of a patient of this age; all declared shares are of patients, that of
/// pregnancy is of women below 45.
std::uint8_t draw_risk_factors(const Clinic& clinic, const Patient& patient,
                               const PatientFact& fact);

/// Product of the odds factors of what the patient has.
double odds_of(const Clinic& clinic, const Patient& patient, FactorNumber which);

}  // namespace asepsim::clinic
