#include "scenario/evidence.hpp"

#include <fmt/format.h>

#include "scenario/evidence_rows.hpp"

namespace asepsim::scenario {
namespace {

std::string_view confidence_word(Confidence confidence) {
  switch (confidence) {
    case Confidence::unstated:
      return "not stated";
    case Confidence::high:
      return "high";
    case Confidence::medium_high:
      return "medium to high";
    case Confidence::medium:
      return "medium";
    case Confidence::low:
      return "low";
  }
  return {};
}

std::string_view meaning(EvidenceMark mark) {
  switch (mark) {
    case EvidenceMark::formula:
      return "formula of the model";
    case EvidenceMark::read:
      return "read in the published abstract or page; the full paper was not";
    case EvidenceMark::secondary:
      return "read where another source quotes it";
    case EvidenceMark::derived:
      return "derived: computed from other rows";
    case EvidenceMark::vendor:
      return "read on a commercial page, low weight";
    case EvidenceMark::unconfirmed:
      return "known from the literature, not checked again";
    case EvidenceMark::assumption:
      return "assumption: no figure was found";
  }
  return {};
}

}  // namespace

std::vector<EvidenceGroup> evidence_groups() {
  return {{"Clinical practice (P)", practice_rows()},
          {"Skin and depth (S, D)", skin_rows()},
          {"Complications of microneedling (C)", complication_rows()},
          {"Alternatives and operators (X, W)", comparator_rows()},
          {"Cleaning, sterilization, disinfection (I1 to I44)", sterilization_rows()},
          {"Failures, people, transfer (I50 to I70)", hygiene_rows()},
          {"Dose response, bloodborne viruses, outbreaks (R, B)", infection_rows()},
          {"Aftercare (A)", aftercare_rows()},
          {"Operations and money (O)", operations_rows()},
          {"Standards and surveillance (G)", oversight_rows()},
          {"Formulas (F)", formula_rows()},
          {"Outcomes to be reproduced, never inputs (V)", outcome_rows()}};
}

const EvidenceRow* evidence_row(std::string_view id) {
  for (const EvidenceGroup& group : evidence_groups()) {
    for (const EvidenceRow& row : group.rows) {
      if (row.id == id) return &row;
    }
  }
  return nullptr;
}

std::string_view mark_word(EvidenceMark mark) {
  switch (mark) {
    case EvidenceMark::formula:
      return "formula";
    case EvidenceMark::read:
      return "read";
    case EvidenceMark::secondary:
      return "secondary";
    case EvidenceMark::derived:
      return "derived";
    case EvidenceMark::vendor:
      return "vendor";
    case EvidenceMark::unconfirmed:
      return "unconfirmed";
    case EvidenceMark::assumption:
      return "assumption";
  }
  return {};
}

std::string mark_text(const EvidenceRow& row) {
  if (row.mark != EvidenceMark::unconfirmed) return std::string(meaning(row.mark));
  return fmt::format("{}; confidence {}", meaning(row.mark), confidence_word(row.confidence));
}

std::string_view role_text(Role role) {
  switch (role) {
    case Role::none:
      return {};
    case Role::verify:
      return "verify: reproduces an input, so it tests the code and not the science";
    case Role::calibrate:
      return "calibrate: a free parameter was set by it, so it validates nothing";
    case Role::bound:
      return "bound: caps an assumption";
    case Role::consistency:
      return "consistency: overlaps with what was calibrated to";
    case Role::direction:
      return "direction: only which of two is larger";
    case Role::plausibility:
      return "plausibility: of another setting, a weak check";
  }
  return {};
}

}  // namespace asepsim::scenario
