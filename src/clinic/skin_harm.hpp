// Harms of a session to the skin that are no infection by another's germs: what needles, products
// and light leave behind, and what shows the patient's own herpes or acne.
//
// Each hazard has one uniform a visit; routes that lead to the same hazard have their own parts of
// it, so that they add up and a patient suffers at most one of them. A probability never falls when
// the depth, the fluence, the melanin or the openness of the channels rises.
// Source: evidence F13, C8, C14-C28, W7.
#pragma once

#include "clinic/clinic.hpp"
#include "clinic/risk_ledger.hpp"

namespace asepsim::clinic {

/// What a session has left on the skin, as far as pigmentation depends on it.
struct SkinAfter {
  double length = 0;     ///< needle length, mm; 0: light
  double depth = 0;      ///< true mean depth, mm; of light: that of needling as harmful
  double wound = 1;      ///< share of the injury that belongs to this depth; of light by fluence
  double darkening = 0;  ///< probability that the heat of light alone darkens the skin
  bool redness = false;  ///< lasts too long
  bool burn = false;     ///< or blister
};

/// Probability of hyperpigmentation by this session. `open`: share of the channels open when an
/// irritant came, 0 if none did. [F13, A9, A12, A16]
double pigmentation_risk(const Clinic& clinic, const Patient& patient, const SkinAfter& skin,
                         double open);

/// Probability of irritant dermatitis by this session, by the product and an irritant at home.
/// [C1, A16, W7]
double dermatitis_risk(const Clinic& clinic, const Visit& visit, const Patient& patient,
                       double open);

/// Probability of granuloma by this session; the product and vitamin C at home multiply it once,
/// by the larger of their factors. [C16, A16]
double granuloma_risk(const Clinic& clinic, const Patient& patient, bool product, double vitamin_c);

/// Probability that redness by needling at this true depth (mm) outlasts what is usual. [C17-C19]
double prolonged_redness(const Clinic& clinic, double depth);

/// The product driven in for the patient's indication; null: none.
const scenario::Product* product_of(const Clinic& clinic, const Patient& patient);

/// Writes the exposure, and the harm if it happens: true then.
bool try_hazard(Clinic& clinic, const Visit& visit, const Exposure& exposure, double from = 0);

/// Harms of needles and of what they drove in; what they leave on the skin.
SkinAfter harm_by_needles(Clinic& clinic, const Visit& visit, const Patient& patient,
                          const NeedlingFact& fact);

/// The patient's own herpes and acne, whatever the session was done with.
void harm_by_session(Clinic& clinic, const Visit& visit, const Patient& patient);

/// Hyperpigmentation as far as the session itself causes it, by `route`.
void harm_by_pigment(Clinic& clinic, const Visit& visit, const Patient& patient,
                     const SkinAfter& skin, HarmRoute route);

}  // namespace asepsim::clinic
