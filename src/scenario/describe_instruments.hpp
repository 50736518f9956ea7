// The fields of needle heads and of what is done to them in place of sterilizing.
#pragma once

#include "scenario/field.hpp"
#include "scenario/instruments.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, InstrumentKind& i) {
  v.value(field("policy", "how often a head is used").otherwise("single_use").like("reprocess"),
          i.policy);
  v.value(field("reuse_limit", "reuse_up_to: patients for each head")
              .within(1, limits::units)
              .setting()
              .otherwise("1")
              .like("5"),
          i.reuse_limit);
  v.value(field("stock", "reprocess: sets owned")
              .within(0, limits::units)
              .setting()
              .otherwise("0")
              .like("24"),
          i.stock);
  v.value(field("when_empty", "what happens when no sterile one is left")
              .otherwise("wait")
              .like("wait"),
          i.when_empty);
  v.value(field("between_patients", "what is done to a head before the next patient")
              .otherwise("sterilize")
              .like("sterilize"),
          i.between_patients);
  v.value(field("price", "of a new head or set")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("35 ¤"),
          i.price);
  v.value(field("most_cycles", "reprocess: worn out after so many cycles")
              .within(1, 1e9)
              .otherwise("{value: 200, range: [50, 500]}", "assumption: needles blunt")
              .like("200"),
          i.most_cycles);
  v.value(field("reuse_despite_policy", "probability that a used head is taken again")
              .as(dimension::probability)
              .neutral()
              .otherwise("0", "I70 has what is found elsewhere")
              .like("1 %"),
          i.reuse_despite_policy);
}

template <class Visitor>
void describe(Visitor& v, Disinfection& d) {
  v.value(
      field("duration", "contact time and handling").as(dimension::duration).needed().like("1 min"),
      d.duration);
  v.value(field("log_reduction_bacteria", "log10 of bacteria removed or killed")
              .as(dimension::log10)
              .needed()
              .like("{normal: {mean: 1.8, sd: 0.8}}"),
          d.log_reduction_bacteria);
  v.value(field("log_reduction_virus", "log10 of bloodborne viruses removed or inactivated")
              .as(dimension::log10)
              .needed()
              .like("{normal: {mean: 1.5, sd: 0.8}}"),
          d.log_reduction_virus);
  v.value(field("skipped", "probability that it is left out")
              .as(dimension::probability)
              .neutral()
              .otherwise("0")
              .like("30 %"),
          d.skipped);
  v.value(field("price", "of the agent, each time")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("0.20 ¤"),
          d.price);
}

}  // namespace asepsim::scenario
