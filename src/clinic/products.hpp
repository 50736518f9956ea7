// Products that are driven in: germs in a bottle reach everybody who is treated from it.
//
// A bottle is contaminated or not, for all its patients alike: a common cause. The story draws it
// when the bottle is opened; the ledger treats it as the branch product_contamination says. The
// dose of each patient is drawn, and the response is exponential in it.
// Units: CFU, probabilities. Source: evidence B8-B13 (outbreaks without doses or denominators).
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Exposes the visit's patient to what is in the bottle of the product of the indication.
void expose_to_product(Clinic& clinic, const Visit& visit, const Patient& patient);

/// Ends the lineages of the bottles that are still open, at the end of the run.
void empty_bottles(Clinic& clinic);

}  // namespace asepsim::clinic
