// What one head means for one patient: the probability of a harm, and through which failures.
//
// The ledger needs one number; importance and clusters need to know how much of it goes through
// each way the last wash or cycle of the head may have failed. Germs that came later know nothing
// of that failure: their part is the chance of the failure, whatever they do.
// Units: probabilities. Source: methods 4.1 and 5.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Adds up the histories of a head.
class HeadRisk {
 public:
  explicit HeadRisk(const Head& head) : head_(head) {}

  /// True for germs that went through the last wash or cycle: those of patients are older; what a
  /// wet pack takes up when the door opens is as old as the cycle and did not.
  [[nodiscard]] bool went_through(const Trace& trace) const {
    return trace.at < head_.reprocessed_at;
  }

  /// `all`: probability of the harm through this history, times the chance of it; `old`: the part
  /// by germs that went through the last wash or cycle.
  void add(const History& history, double old, double all);

  /// `part` of it by what a visit left.
  void by(const Trace& trace, double part) {
    if (part <= most_) return;
    most_ = part;
    source_ = trace.visit;
  }

  [[nodiscard]] double together() const { return all_; }

  /// The visit that left most of it; no_fact: none, or germs of a wet pack.
  [[nodiscard]] std::uint32_t source() const { return source_; }

  /// Parts that go through the failure of each hidden barrier.
  [[nodiscard]] HiddenShares parts() const;

  /// Writes the chances that this exposure makes a cluster: `by_source` by what one patient left on
  /// the head, and by its load. Only where clusters are recorded.
  void note_clusters(Clinic& clinic, const Visit& visit, Hazard hazard, double by_source) const;

 private:
  [[nodiscard]] double chance_of(const Clinic& clinic, std::size_t fault) const;
  void cluster_by_load(Clinic& clinic, const Visit& visit, Hazard hazard) const;

  const Head& head_;
  double all_ = 0, old_soiled_ = 0, old_ = 0, most_ = 0;
  std::uint32_t source_ = no_fact;
  std::array<double, load_faults> old_by_fault_{};
};

/// True if clusters are recorded: no branch is tilted or forced, so that probabilities are
/// probabilities.
bool records_clusters(const Clinic& clinic);

/// Chance that the source of a trace (the youngest it left) has infected as many as make a cluster
/// just now: `patient` with probability `p`, if it left the germ of this hazard. None for what
/// nobody left, and none of a patient with themselves.
double meets_source(const Clinic& clinic, Trace& source, Hazard hazard, double p,
                    std::uint32_t patient);

/// Patients infected by one cause that make a cluster.
std::size_t cluster_size(const Clinic& clinic);

/// Writes a chance of a cluster, unless it is negligible.
void note_cluster(Clinic& clinic, const Visit& visit, Hazard hazard, CommonCause cause,
                  double probability);

}  // namespace asepsim::clinic
