// What follows from each hazard: the declared consequences, and the time until the first sign.
//
// Infections incubate and granulomas, pigmentation and scars take their time (F12, A19, A20, C15);
// what shows at once, or only counts because it lasts, has its first sign when it brings the
// patient back. Times are on the simulation clock, in microseconds within distributions.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// What the scenario declares for `hazard`.
const scenario::Consequence& consequence_of(const scenario::Complications& complications,
                                            Hazard hazard);

/// From the treatment to the first sign; the constant 0 if that is when the patient comes back.
/// [F12, A19, A20, C15]
Distribution time_to_onset(const scenario::Scenario& scenario, Hazard hazard);

}  // namespace asepsim::clinic
