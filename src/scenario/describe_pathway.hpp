// The fields of pathways, their steps and routes, and of what surrounds a visit.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, Route& r) {
  v.value(field("to", "a step of this pathway, or end").needed().like("check_out"), r.to);
  v.value(field("probability", "of all who get here; routes are tried in order")
              .as(dimension::probability)
              .neutral()
              .otherwise("1")
              .like("30 %"),
          r.probability);
  v.value(field("after", "time spent away from the clinic")
              .as(dimension::duration)
              .neutral()
              .otherwise("0 s")
              .like("2 d"),
          r.after);
  v.value(field("indications", "only patients with one of these; left out: everybody")
              .otherwise("[]")
              .like("[acne]"),
          r.indications);
}

template <class Visitor>
void describe_seized(Visitor& v, Step& s) {
  v.value(field("staff", "one person of each skill named").otherwise("[]").like("[needling]"),
          s.staff);
  v.value(field("rooms", "one of each kind named").otherwise("[]").like("[treatment_room]"),
          s.rooms);
  v.value(field("equipment", "one of each kind named").otherwise("[]").like("[pen]"), s.equipment);
  v.value(
      field("instrument", "a head or sterile set of this kind").otherwise("\"\"").like("pen_head"),
      s.instrument);
  v.value(field("consumables", "what is used up, with numbers")
              .within(0, limits::units)
              .otherwise("{}")
              .like("{gloves: 2, gauze: 4}"),
          s.consumables);
  v.value(field("keep", "of the names above, those that stay with the patient")
              .otherwise("[]")
              .like("[treatment_room]"),
          s.keep);
  v.value(field("release", "names kept earlier, given back after this step")
              .otherwise("[]")
              .like("[treatment_room]"),
          s.release);
}

template <class Visitor>
void describe_queueing(Visitor& v, Step& s) {
  v.value(field("priority", "lower is served first; left out: the patient's")
              .within(-1e6, 1e6)
              .setting()
              .like("50"),
          s.priority);
  v.value(field("patience", "longest wait for this step; left out: the patient's")
              .as(dimension::duration)
              .like("30 min"),
          s.patience);
  v.value(field("queue_capacity", "patients that may wait; more leave")
              .within(0, limits::units)
              .unlimited_allowed()
              .setting()
              .otherwise("unlimited")
              .like("10"),
          s.queue_capacity);
}

template <class Visitor>
void describe(Visitor& v, Step& s) {
  v.value(field("step", "name of the step").names_something().needed().like("treatment"), s.name);
  v.value(field("kind", "what it means to the model").otherwise("service").like("treatment"),
          s.kind);
  v.value(
      field("modality", "of a treatment: needles or light").otherwise("microneedle").like("ipl"),
      s.modality);
  v.value(field("duration", "how long everything is held")
              .as(dimension::duration)
              .neutral()
              .otherwise("0 s")
              .like("{lognormal: {mean: 22 min, cv: 0.35}}"),
          s.duration);
  describe_seized(v, s);
  describe_queueing(v, s);
  v.value(field("pre_empts", "may interrupt pre-emptible steps of less urgent patients")
              .otherwise("false")
              .like("true"),
          s.pre_empts);
  v.value(field("pre_emptible", "may be interrupted").otherwise("false").like("true"),
          s.pre_emptible);
  v.value(
      field("on_preemption", "how an interrupted step goes on").otherwise("resume").like("resume"),
      s.on_preemption);
  v.value(field("session", "sessions of a course in which the step takes place")
              .otherwise("any")
              .like("first"),
          s.session);
  v.list(field("next", "routes; left out: the next step of the list follows")
             .like("[{to: end, probability: 10 %}]"),
         s.next, "to");
}

template <class Visitor>
void describe(Visitor& v, Screening& s) {
  v.value(field("refused", "probability of a lasting contraindication")
              .as(dimension::probability)
              .otherwise("{value: 3 %, range: [1 %, 10 %]}", "assumption (C2)")
              .like("3 %"),
          s.refused);
  v.value(field("deferred", "probability of a passing contraindication")
              .as(dimension::probability)
              .otherwise("{value: 5 %, range: [1 %, 15 %]}", "assumption (C2)")
              .like("5 %"),
          s.deferred);
  v.value(
      field("deferral", "how long a passing contraindication lasts")
          .as(dimension::duration)
          .otherwise("{value: 4 wk, range: [1 wk, 26 wk]}", "assumption: until it has passed (C2)")
          .like("4 wk"),
      s.deferral);
  v.value(
      field("sensitivity", "share of the risk factors that it recognises")
          .as(dimension::share)
          .otherwise("{value: 80 %, range: [50 %, 95 %]}", "assumption: a form and a few questions")
          .like("80 %"),
      s.sensitivity);
}

template <class Visitor>
void describe(Visitor& v, FollowUp& f) {
  v.value(
      field("pathway", "pathway of the phone call after each session").needed().like("phone_call"),
      f.pathway);
  v.value(field("after", "time after the session")
              .as(dimension::duration)
              .otherwise("{uniform: [1 d, 3 d], range: [1 d, 3 d]}", "O31")
              .like("{uniform: [1 d, 3 d]}"),
          f.after);
}

}  // namespace asepsim::scenario
