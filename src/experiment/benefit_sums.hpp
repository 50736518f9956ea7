// What courses did for patients, in sums by indication.
//
// A course counts when it has ended, finished or dropped, and its last session's visit counts.
// It is measured at the first look after that session (and again at the second), on the score that
// is seen. Improvement is the share of the score at entry that is gone; a course of no benefit has
// improved by less than 5 %; a responder has improved by at least one grade of the scale.
// Source: evidence P26, P30, P32.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"

namespace asepsim::experiment {

inline constexpr std::size_t quartiles = 4;

/// Courses of one indication that have ended.
struct BenefitSum {
  std::uint64_t n = 0, sessions = 0, one_grade = 0, no_benefit = 0;
  std::array<std::uint64_t, quartiles> by_quartile{};  ///< improved by up to 25 %, 50 % ...
  double entry = 0, first_look = 0, second_look = 0;   ///< scores
  double improvement = 0, improvement_second = 0;      ///< shares of the score at entry
  double gain = 0;                                     ///< of the last session
  double paid = 0;                                     ///< for the sessions, units of currency
  bool operator==(const BenefitSum&) const = default;
};

/// Adds the course that ended with `last`; `grade` points of its score are one grade (0: none).
void add_course(BenefitSum& sum, const clinic::BenefitFact& last, double grade);

/// True if `fact` is the last session of a course that has ended.
bool ends_course(const clinic::ReplicationRecord& record, const clinic::BenefitFact& fact);

/// The courses of a record by indication, the last sum being those of none; `grades` by indication,
/// `counted` has 1 for each visit that counts.
std::vector<BenefitSum> benefit_sums(const clinic::ReplicationRecord& record,
                                     const std::vector<std::uint8_t>& counted,
                                     const std::vector<double>& grades);

}  // namespace asepsim::experiment
