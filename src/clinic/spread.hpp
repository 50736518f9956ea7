// Infections by one cause, as they come: when does one become a cluster?
//
// So many patients (two, if the scenario does not say) infected through one load, one source or one
// bottle are a cluster. Given the cause, exposures are independent; each adds the chance that with
// it the last of so many is infected, so that the sum is the probability of at least as many
// (Poisson-binomial). A patient who is exposed again (two needlings
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

#include "scenario/estimation.hpp"

namespace asepsim::clinic {

/// Patients infected by one cause, given its state.
template <std::size_t remembered>
class Spread {
 public:
  /// Chance that `patient`, infected with probability `p`, makes a cluster of it just now: one of
  /// `size` patients, 2 to scenario::most_cluster, the same in all calls.
  double meets(double p, std::uint32_t patient, std::size_t size = 2) {
    if (p <= 0) return 0;
    const std::size_t place = place_of(patient, size);
    Counts others = settled_;
    for (std::size_t i = 0; i < remembered; ++i) {
      if (i != place) others.add(risk_[i], size);
    }
    const double more = (1 - risk_[place]) * p;
    risk_[place] += more;
    return others.exactly[size - 1] * more;
  }

 private:
  /// Probabilities that none, one, two ... are infected, up to one less than a cluster.
  struct Counts {
    std::array<double, scenario::most_cluster> exactly{1};
    void add(double p, std::size_t size) {
      for (std::size_t k = size - 1; k > 0; --k) exactly[k] += p * (exactly[k - 1] - exactly[k]);
      exactly[0] *= 1 - p;
    }
  };

  /// Of those who are remembered; a patient who is not takes the place of who came longest ago.
  std::size_t place_of(std::uint32_t patient, std::size_t size) {
    for (std::size_t i = 0; i < remembered; ++i) {
      if (risk_[i] > 0 && patients_[i] == patient) return i;
    }
    const std::size_t place = next_;
    next_ = static_cast<std::uint32_t>((place + 1) % remembered);
    settled_.add(risk_[place], size);
    risk_[place] = 0;
    patients_[place] = patient;
    return place;
  }

  Counts settled_{};
  std::array<double, remembered> risk_{};  // of the patients remembered, all exposures together
  std::array<std::uint32_t, remembered> patients_{};
  std::uint32_t next_ = 0;
};

/// By what one source left: who meets it again does so within a visit, or when most of it is dead.
using SourceSpread = Spread<1>;
/// By a load: its sets reach few rooms at a time.
using LoadFaultSpread = Spread<4>;
/// By a bottle or water.
using SharedSpread = Spread<16>;

}  // namespace asepsim::clinic
