// Infections by one cause, as they come: when does one become a cluster?
//
// Two or more patients infected through one load, one source or one bottle are a cluster. Given the
// cause, exposures are independent; each adds the chance that with it a second patient is infected,
// so that the sum is the probability of at least two. A patient who is exposed again (two needlings
// in a visit, the next session from the same bottle) is the same patient: of so many patients, the
// latest that came, the risk so far is kept apart. One who comes back after more than `remembered`
// others is taken for somebody new. That overstates: of n patients who come m times each, at most
// the share (m - 1) / (m n - 1) of all pairs of exposures is of one patient, and n is larger than
// `remembered` wherever there is an error at all (one in n of the clusters). Source: methods 4.1
// (conditional on the shared cause, then mixed by the caller's weight).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace asepsim::clinic {

/// Patients infected by one cause, given its state.
template <std::size_t remembered>
class Spread {
 public:
  /// Chance that `patient`, infected with probability `p`, makes it two patients just now.
  double meets(double p, std::uint32_t patient) {
    if (p <= 0) return 0;
    const std::size_t place = place_of(patient);
    Counts others = settled_;
    for (std::size_t i = 0; i < remembered; ++i) {
      if (i != place) others.add(risk_[i]);
    }
    const double more = (1 - risk_[place]) * p;
    risk_[place] += more;
    return others.one * more;
  }

 private:
  /// Probabilities that nobody and that one of so many is infected.
  struct Counts {
    double none = 1, one = 0;
    void add(double p) {
      one += p * (none - one);
      none *= 1 - p;
    }
  };

  /// Of those who are remembered; a patient who is not takes the place of who came longest ago.
  std::size_t place_of(std::uint32_t patient) {
    for (std::size_t i = 0; i < remembered; ++i) {
      if (risk_[i] > 0 && patients_[i] == patient) return i;
    }
    const std::size_t place = next_;
    next_ = static_cast<std::uint32_t>((place + 1) % remembered);
    settled_.add(risk_[place]);
    risk_[place] = 0;
    patients_[place] = patient;
    return place;
  }

  Counts settled_{};
  std::array<double, remembered> risk_{};  // of the patients remembered, all exposures together
  std::array<std::uint32_t, remembered> patients_{};
  std::uint32_t next_ = 0;
};

/// By the blood of one source: who meets it again does so within a visit, or when it is long dead.
using SourceSpread = Spread<1>;
/// By a load: its sets reach few rooms at a time.
using LoadFaultSpread = Spread<4>;
/// By a bottle or water.
using SharedSpread = Spread<16>;

}  // namespace asepsim::clinic
