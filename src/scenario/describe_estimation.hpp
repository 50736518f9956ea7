// The fields of how rare decisions are treated.
#pragma once

#include "scenario/estimation.hpp"
#include "scenario/field.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, BranchSettings& b) {
  v.value(field("mode", "what is done with the decision").otherwise("integrate").like("tilt"),
          b.mode);
  v.value(field("probability", "tilt: the branch is drawn with this instead of its own")
              .as(dimension::probability)
              .strictly_within(0, 1)
              .like("30 %"),
          b.probability);
  v.value(field("defensive_share",
                "tilt: part of the draws left at their own probability; bounds the likelihood "
                "ratio by 1 / share")
              .as(dimension::share)
              .strictly_within(0, 1)
              .setting()
              .otherwise("10 %", "Hesterberg 1995")
              .like("10 %"),
          b.defensive_share);
  v.value(field("parts",
                "split: what comes to the decision goes on as so many equal parts, each of which "
                "draws its way")
              .within(2, 1000)
              .setting()
              .otherwise("8")
              .like("20"),
          b.parts);
}

template <class Visitor>
void describe(Visitor& v, DriftStrata& d) {
  v.value(field("mode",
                "stratify: the first drift of a sterilizer is given to some replications and kept "
                "from the others, each weighed by its probability")
              .otherwise("sample")
              .like("stratify"),
          d.mode);
  v.value(field("share", "stratify: of the replications in which a sterilizer begins to drift")
              .as(dimension::share)
              .strictly_within(0, 1)
              .setting()
              .otherwise("50 %")
              .like("50 %"),
          d.share);
  v.value(field("within_cycles",
                "stratify: the cycles, of all sterilizers together and warm-up included, within "
                "which it begins; default: as many as fit into the opening hours")
              .within(1, 1e9)
              .setting()
              .like("900"),
          d.within_cycles);
}

template <class Visitor>
void describe(Visitor& v, Estimation& e) {
  v.section(field("source_status", "is an earlier patient on the instrument infected?"),
            e.source_status);
  v.section(field("wash_failure", "has washing failed?"), e.wash_failure);
  v.section(field("load_failure", "has a load of the sterilizer failed?"), e.load_failure);
  v.section(field("product_contamination", "is a multi-dose product contaminated?"),
            e.product_contamination);
  v.section(field("drift", "has a sterilizer begun to drift?"), e.drift);
  v.value(field("cluster_size", "patients infected by one cause that make a cluster")
              .within(2, static_cast<double>(most_cluster))
              .setting()
              .otherwise("2")
              .like("3"),
          e.cluster_size);
}

}  // namespace asepsim::scenario
