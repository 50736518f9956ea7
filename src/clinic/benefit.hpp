// What a treatment does for the patient.
//
// Every session removes a share `effect x product x responsiveness x gain` of the score that is
// left (F3) and writes a BenefitFact; what is seen lags behind, for some conditions by a whole skin
// cycle (P24, P36). A course is measured after its last session, whether it was finished or
// dropped: the fact that no other follows. Sessions of any modality add up in one course. Whoever
// treats with another modality than needles calls add_benefit with the gain of what was given.
// Invariants: a score never rises; without the section `benefit` nothing is drawn or written.
// Source: evidence F3, P24-P36, X4.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// What was given in a session: gain in [0, 1], by depth or light; product driven in besides that
/// of the indication (1: none).
struct BenefitDose {
  scenario::Modality modality = scenario::Modality::microneedle;
  double gain = 0;
  double product = 1;
};

/// Adds a session to the visit's patient.
void add_benefit(Clinic& clinic, const Visit& visit, const BenefitDose& dose);

/// Adds a session of needling: the gain is that of its punctures, averaged in closed form;
/// `product` as in BenefitDose.
void benefit_from_needles(Clinic& clinic, const Visit& visit, const NeedlingFact& needling,
                          double product = 1);

/// True if the patient has a form that needles do not help (dynamic lines, deep pigment).
bool is_unsuited(const Clinic& clinic, const Patient& p);

/// True if the consultation sees that and turns the patient down.
bool is_told_no(const Clinic& clinic, const Patient& p);

}  // namespace asepsim::clinic
