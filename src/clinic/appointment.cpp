// An appointment: asked for, booked, and kept, cancelled or forgotten.
#include <algorithm>
#include <cmath>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "science/probability.hpp"

namespace asepsim::clinic {
namespace {

// An appointment that comes to nothing leaves a visit fact all the same.
void close_unkept(Clinic& c, const VisitOpening& opening, ExitReason why) {
  const std::uint32_t index = open_visit(c, opening);
  VisitFact& fact = c.record.visits[index];
  fact.arrived_at = fact.left_at = fact.scheduled_at;
  fact.exit = why;
}

// Another appointment, not on the same day.
void try_again(Clinic& c, std::uint32_t patient, std::uint16_t session, std::uint64_t ordinal) {
  const Patient& p = c.patients[patient];
  const scenario::ArrivalStream& stream = c.plan.scenario.arrivals[p.stream];
  const Duration lead = std::max(
      days(1), c.random.duration(*stream.lead_time, p.key, purpose::of("booking.lead"), ordinal));
  continue_course(c, patient, c.now() + lead, session);
}

// A patient who wants to come at once takes the first place there is; others have a time in mind.
SimTime time_in_mind(Clinic& c, const Patient& p, SimTime wanted, std::uint64_t ordinal) {
  if (wanted <= c.now()) return wanted;
  return c.book.time_in_mind(wanted, c.random.uniform(p.key, purpose::of("booking.time"), ordinal));
}

// No place within the horizon: the patient is lost. What is free after the end of the run is not
// known; who waits for that is still a patient.
void find_no_place(Clinic& c, const Patient& p, const VisitOpening& opening) {
  const Duration horizon = c.plan.scenario.booking->horizon;
  if (std::max(opening.wanted_at, c.now()) + horizon >= c.plan.horizon.end) return;
  close_unkept(c, opening, ExitReason::balked);
  c.record.patients[p.fact].exit = ExitReason::balked;
}

// Early or late.
SimTime arrival_of(Clinic& c, const Patient& p, SimTime scheduled, std::uint64_t ordinal) {
  Duration offset{};
  if (c.plan.scenario.population) {
    offset = c.random.duration(c.plan.scenario.population->punctuality, p.key,
                               purpose::of("visit.punctuality"), ordinal);
  }
  return std::max(c.now(), scheduled + offset);
}

}  // namespace

double no_show_probability(const scenario::Booking& booking, Duration lead) {
  const double at_week = booking.no_show_at_week;
  if (at_week <= 0) return 0;
  if (at_week >= 1) return 1;
  const double logit = science::log_odds(at_week) + booking.no_show_per_day * (lead.days() - 7) -
                       std::log(booking.reminder_odds) + std::log(booking.deposit_odds);
  return science::probability_of_log_odds(logit);
}

kernel::Task<> appointment(Clinic& c, std::uint32_t patient, SimTime wanted, std::uint16_t session,
                           std::optional<std::size_t> taken) {
  Patient& p = c.patients[patient];
  const scenario::Booking& booking = *c.plan.scenario.booking;
  const std::uint64_t ordinal = p.appointments++;
  const std::uint16_t pathway = c.plan.stream_pathways[p.stream];
  wanted = time_in_mind(c, p, wanted, ordinal);
  VisitOpening opening{patient,  VisitKind::booked, pathway, 0,      session,
                       no_index, c.now(),           wanted,  wanted, taken.has_value()};
  if (wanted >= c.plan.horizon.end) co_return;  // after the end of the run: still a patient
  const std::optional<std::size_t> slot = taken ? taken : c.book.book(wanted, c.now());
  if (!slot) co_return find_no_place(c, p, opening);
  opening.scheduled_at = c.book.start_of(*slot);
  const Duration lead = opening.scheduled_at - c.now();
  if (c.random.bernoulli(booking.cancelled, p.key, purpose::of("booking.cancel"), ordinal)) {
    const double when = c.random.uniform(p.key, purpose::of("booking.cancel_when"), ordinal);
    co_await c.sim.hold(rounded_microseconds(when * static_cast<double>(lead.microseconds())));
    c.book.give_back(*slot);
    close_unkept(c, opening, ExitReason::cancelled);
    try_again(c, patient, session, ordinal + 1);
    co_return;
  }
  if (c.random.bernoulli(no_show_probability(booking, lead), p.key, purpose::of("booking.no_show"),
                         ordinal)) {
    co_await c.sim.hold_until(opening.scheduled_at);
    close_unkept(c, opening, ExitReason::no_show);
    try_again(c, patient, session, ordinal + 1);
    co_return;
  }
  const SimTime arrival = arrival_of(c, p, opening.scheduled_at, ordinal);
  co_await c.sim.hold_until(arrival, kernel::EventPriority::arrival);
  co_await visit(c, opening);
}

}  // namespace asepsim::clinic
