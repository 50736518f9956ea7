// The fields of needle heads and of what is done to them in place of sterilizing.
#pragma once

#include "scenario/field.hpp"
#include "scenario/instruments.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe_policy(Visitor& v, InstrumentKind& i) {
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
}

template <class Visitor>
void describe(Visitor& v, InstrumentKind& i) {
  describe_policy(v, i);
  v.value(field("price", "of a new head or set")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("35 ¤"),
          i.price);
  v.value(field("most_cycles", "reprocess: worn out after so many cycles")
              .within(1, 1e9)
              .in("cycles")
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
void describe_kill(Visitor& v, Disinfection& d) {
  const auto declared = [](std::string_view key, std::string_view says) {
    return field(key, says).as(dimension::log10).like("{normal: {mean: 1.8, sd: 0.8}}");
  };
  v.value(declared("log_reduction_bacteria",
                   "agent declared: log10 of bacteria removed or killed; others: left out"),
          d.log_reduction_bacteria);
  v.value(declared("log_reduction_virus",
                   "agent declared: log10 of viruses removed or inactivated; others: left out"),
          d.log_reduction_virus);
  v.value(field("strength", "concentration over that of the label")
              .as(dimension::ratio)
              .sanely(0, 10)
              .neutral()
              .otherwise("1")
              .like("50 %"),
          d.strength);
  v.value(field("soil", "left on the head: 0 clean, 1 visible blood")
              .as(dimension::share)
              .otherwise("{value: 0.5, range: [0, 1]}", "assumption (I38)")
              .like("0.5"),
          d.soil);
  v.value(field("biofilm", "probability that the head bears one")
              .as(dimension::probability)
              .neutral()
              .otherwise("0")
              .like("10 %"),
          d.biofilm);
  v.value(field("spread", "between applications: sd of the logarithm of the contact that counts")
              .as(dimension::positive)
              .sanely(0, 2)
              .otherwise("{value: 0.23, range: [0.1, 0.5]}", "assumption (I38: 0.8 of 3.5 log10)")
              .like("0.23"),
          d.spread);
}

template <class Visitor>
void describe(Visitor& v, RinseWater& w) {
  v.value(field("shared_by", "who has the same water, contaminated or not")
              .otherwise("clinic")
              .like("day"),
          w.shared_by);
  v.value(field("contaminated", "probability that the water carries mycobacteria")
              .as(dimension::probability)
              .otherwise("{value: 5 %, range: [0 %, 50 %]}",
                         "assumption (B13: an outbreak by tap water, without denominator)")
              .like("5 %"),
          w.contaminated);
  v.value(field("germs", "log10 CFU of them that a rinse leaves on a head then")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 0, sd: 1}, range: [-2, 2]}", "assumption (I4, B13)")
              .like("{normal: {mean: 0, sd: 1}}"),
          w.germs);
}

template <class Visitor>
void describe(Visitor& v, Disinfection& d) {
  v.value(field("agent", "what heads are soaked in or wiped with")
              .otherwise("declared")
              .like("ethanol"),
          d.agent);
  v.value(
      field("duration", "contact time and handling").as(dimension::duration).needed().like("1 min"),
      d.duration);
  describe_kill(v, d);
  v.value(field("skipped", "probability that it is left out, at ease")
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
  v.section(
      field("rinse", "in tap water after the agent; left out: in sterile water, or not at all"),
      d.rinse);
}

}  // namespace asepsim::scenario
