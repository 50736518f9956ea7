// What follows a visit: complications that come back, the follow-up call, the next session.
#include <algorithm>
#include <cmath>

#include "clinic/consequence.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"

namespace asepsim::clinic {
namespace {

// Comes at the next opening after `at`, unless the run is over.
void come_later(Clinic& c, VisitOpening opening, SimTime at) {
  const SimTime open = c.plan.opening.next_open(at);
  if (open >= c.plan.horizon.end) return;
  opening.wanted_at = opening.scheduled_at = open;
  c.sim.spawn(visit(c, opening), {"patient", opening.patient}, open,
              kernel::EventPriority::arrival);
}

void call_after(Clinic& c, const Visit& v) {
  if (c.plan.follow_up_pathway == no_index) return;
  const Duration after = std::max(
      Duration{}, c.random.duration(c.plan.scenario.follow_up->after, c.patients[v.patient].key,
                                    purpose::of("follow_up.after"), v.number));
  come_later(c,
             {v.patient, VisitKind::follow_up, c.plan.follow_up_pathway, 0, 0, no_index, c.now()},
             c.now() + after);
}

void end_course(Clinic& c, const Visit& v, ExitReason why) {
  c.record.patients[c.patients[v.patient].fact].exit = why;
}

void next_session(Clinic& c, const Visit& v) {
  Patient& p = c.patients[v.patient];
  p.sessions_done = v.session;
  c.record.patients[p.fact].sessions_done = v.session;
  call_after(c, v);
  if (p.sessions_done >= p.sessions_planned) {
    end_course(c, v, ExitReason::done);
    return;
  }
  const Duration interval = c.plan.scenario.indications[p.indication].interval;
  continue_course(c, v.patient, c.now() + interval, static_cast<std::uint16_t>(v.session + 1));
}

bool books(const Clinic& c, const Patient& p) {
  return c.plan.scenario.arrivals[p.stream].kind == scenario::ArrivalKind::booked;
}

// How it shows: at the clinic, by a call, before another doctor, or not at all.
Presentation presentation_of(Clinic& c, const Patient& p, const scenario::Consequence& what,
                             std::uint64_t index) {
  const auto is = [&](double share, kernel::Purpose question) {
    return c.random.bernoulli(share, p.key, question, index);
  };
  if (c.plan.complication_pathway != no_index && is(what.returns, purpose::of("harm.returns"))) {
    return Presentation::visit;
  }
  if (is(what.calls, purpose::of("harm.call"))) return Presentation::call;
  return is(what.elsewhere, purpose::of("harm.elsewhere")) ? Presentation::other_doctor
                                                           : Presentation::nowhere;
}

// Those who come take a slot, those who call take somebody's time at the phone.
void present(Clinic& c, const Visit& v, const ComplicationFact& fact, Duration after) {
  const auto hazard = static_cast<std::uint16_t>(fact.hazard);
  VisitOpening opening{
      v.patient, VisitKind::complication, c.plan.complication_pathway, 0, 0, hazard, c.now()};
  if (fact.presented == Presentation::call) {
    opening.kind = VisitKind::follow_up;
    opening.pathway = c.plan.follow_up_pathway;
  } else if (fact.presented != Presentation::visit) {
    return;
  }
  if (opening.pathway != no_index) come_later(c, opening, c.now() + after);
}

// Of one patient, always the same. [A18]
double dropout_of(const Clinic& c, const Patient& p) {
  const scenario::Booking& booking = *c.plan.scenario.booking;
  if (!booking.price_sensitivity) return booking.dropout;
  const double strength = std::max(0.0, c.random.sample(booking.price_sensitivity->strength, p.key,
                                                        purpose::of("patient.price_sensitivity")));
  return dropout_probability(booking.dropout, p.price, booking.price_sensitivity->reference,
                             strength);
}

}  // namespace

double dropout_probability(double at_reference, Money price, Money reference, double strength) {
  if (at_reference <= 0 || at_reference >= 1 || strength == 0) return at_reference;
  const double odds =
      at_reference / (1 - at_reference) * std::pow(price.units() / reference.units(), strength);
  return std::isinf(odds) ? 1 : odds / (1 + odds);
}

void suffer(Clinic& c, const Visit& v, Hazard hazard, std::uint8_t least_grade) {
  if (!c.plan.scenario.complications) return;
  const Patient& p = c.patients[v.patient];
  const scenario::Consequence& what = consequence_of(*c.plan.scenario.complications, hazard);
  const std::uint64_t index = draw_of_harm(v, hazard);
  const auto length = [&](const Distribution& law, kernel::Purpose what_for) {
    return std::max(Duration{}, c.random.duration(law, p.key, what_for, index));
  };
  const Duration to_sign =
      length(time_to_onset(c.plan.scenario, hazard), purpose::of("harm.onset"));
  const Duration to_visit = std::max(length(what.lag, purpose::of("harm.lag")), to_sign);
  const double grade = c.random.sample(what.grade, p.key, purpose::of("harm.grade"), index);
  ComplicationFact fact;
  fact.visit = v.fact;
  fact.hazard = hazard;
  fact.grade = std::max(least_grade, static_cast<std::uint8_t>(std::clamp(grade + 0.5, 1.0, 5.0)));
  fact.onset = c.now() + (to_sign > Duration{} ? to_sign : to_visit);
  fact.duration = length(what.duration, purpose::of("harm.duration"));
  fact.permanent = c.random.bernoulli(what.permanent, p.key, purpose::of("harm.permanent"), index);
  fact.presented = presentation_of(c, p, what, index);
  fact.returned = fact.presented == Presentation::visit;
  fact.reported = c.random.bernoulli(what.reports, p.key, purpose::of("harm.report"), index);
  fact.cost = what.cost;
  if (fact.returned) fact.refund = Money::from_units(p.price.units() * what.refund);
  c.record.complications.push_back(fact);
  c.pay(Account::complications, fact.cost);
  c.pay(Account::refunds, fact.refund);
  present(c, v, fact, to_visit);
}

// One decision for each session, however often its appointment is cancelled or missed.
void continue_course(Clinic& c, std::uint32_t patient, SimTime wanted, std::uint16_t session) {
  Patient& p = c.patients[patient];
  PatientFact& fact = c.record.patients[p.fact];
  if (!books(c, p) || !c.plan.scenario.booking) {
    fact.exit = ExitReason::done;
    return;
  }
  if (c.random.bernoulli(dropout_of(c, p), p.key, purpose::of("booking.dropout"), session)) {
    fact.exit = ExitReason::dropped_out;
    return;
  }
  c.sim.spawn(appointment(c, patient, wanted, session), {"patient", patient});
}

void after_visit(Clinic& c, const Visit& v, ExitReason exit) {
  const VisitKind kind = c.record.visits[v.fact].kind;
  if (kind == VisitKind::follow_up || kind == VisitKind::complication) return;
  if (v.session == 0 || exit == ExitReason::refused || exit == ExitReason::balked ||
      exit == ExitReason::reneged) {
    end_course(c, v, exit);
  } else if (exit == ExitReason::deferred) {
    const Duration deferral =
        v.deferral > Duration{} ? v.deferral : c.plan.scenario.screening->deferral.value;
    continue_course(c, v.patient, c.now() + deferral, v.session);
  } else if (exit == ExitReason::done) {
    next_session(c, v);
  } else {  // sent away or cancelled by the clinic: another try a week later
    continue_course(c, v.patient, c.now() + days(7), v.session);
  }
}

}  // namespace asepsim::clinic
