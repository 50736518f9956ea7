// A visit: arrive, go through the steps of the pathway, leave, and what follows from it.
#include <algorithm>

#include "clinic/holdings.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

bool belongs(const StepPlan& plan, const Visit& v) {
  switch (plan.step->session) {
    case scenario::SessionRule::first:
      return v.session <= 1;
    case scenario::SessionRule::later:
      return v.session > 1;
    case scenario::SessionRule::any:
      break;
  }
  return true;
}

// The route a patient takes: eligible routes divide one uniform; what is left goes straight on.
const RoutePlan* chosen_route(Clinic& c, const Visit& v, const StepPlan& plan) {
  if (plan.routes.empty()) return nullptr;
  const Patient& p = c.patients[v.patient];
  const std::uint64_t bit = p.indication < 64 ? 1ull << p.indication : ~0ull;
  const double u = c.random.uniform(p.key, plan.route_purpose, draw_of(v));
  double sum = 0;
  for (const RoutePlan& route : plan.routes) {
    if ((route.indications & bit) == 0) continue;
    sum += route.probability;
    if (u < sum) return &route;
  }
  return nullptr;
}

// Back after some days: a visit of its own that begins in the middle of the pathway.
kernel::Task<> come_back(Clinic& c, VisitOpening opening, Duration after) {
  const SimTime at = c.plan.opening.next_open(c.now() + after);
  if (at >= c.plan.horizon.end) co_return;
  co_await c.sim.hold_until(at, kernel::EventPriority::arrival);
  opening.scheduled_at = opening.wanted_at = at;
  co_await visit(c, opening);
}

kernel::Task<ExitReason> go_through(Clinic& c, Visit& v, std::uint16_t first) {
  const PathwayPlan& pathway = c.plan.pathways[v.pathway];
  std::size_t at = first;
  while (at < pathway.steps.size()) {
    const StepPlan& step = pathway.steps[at];
    if (!belongs(step, v)) {
      ++at;
      continue;
    }
    const ExitReason exit = co_await perform_step(c, v, step, static_cast<std::uint16_t>(at));
    if (exit != ExitReason::done) co_return exit;
    const RoutePlan* route = chosen_route(c, v, step);
    if (route == nullptr) {
      ++at;
    } else if (route->to == no_index) {
      co_return ExitReason::done;
    } else if (route->after > Duration{}) {
      const VisitFact& fact = c.record.visits[v.fact];
      c.sim.spawn(come_back(c,
                            {v.patient, VisitKind::follow_up, v.pathway, route->to, v.session,
                             fact.caused_by, c.now(), c.now(), c.now()},
                            route->after),
                  {"patient", v.patient});
      co_return ExitReason::done;
    } else {
      if (route->to <= at) ++v.rounds;
      at = route->to;
    }
  }
  co_return ExitReason::done;
}

void enter(Clinic& c, Visit& v, const VisitOpening& opening) {
  v.patient = opening.patient;
  v.pathway = opening.pathway;
  v.session = opening.session;
  v.fact = open_visit(c, opening);
  const auto kind = static_cast<std::size_t>(opening.kind);
  const std::size_t ordinal = c.patients[v.patient].visits[kind]++;
  v.number = static_cast<std::uint32_t>(ordinal * visit_kinds + kind);
  v.process = c.sim.current();
  c.inside.push_back(&v);
}

void leave(Clinic& c, Visit& v, ExitReason exit) {
  give_back_all(c, v);
  if (v.head.exists()) return_head(c, v);
  VisitFact& fact = c.record.visits[v.fact];
  fact.exit = exit;
  fact.left_at = c.now();
  c.inside.erase(std::find(c.inside.begin(), c.inside.end(), &v));
  if (c.inside.empty()) c.emptied.notify_all();
}

// Walk-ins look at the queue before they join it.
bool balks(const Clinic& c, const VisitOpening& opening) {
  if (opening.kind != VisitKind::walk_in) return false;
  const auto& stream = c.plan.scenario.arrivals[c.patients[opening.patient].stream];
  return stream.balk_at >= 0 && c.waiting_in_all >= stream.balk_at;
}

}  // namespace

std::uint32_t open_visit(Clinic& c, const VisitOpening& opening) {
  VisitFact fact;
  fact.patient = opening.patient;
  fact.kind = opening.kind;
  fact.pathway = opening.pathway;
  fact.session = opening.session;
  fact.caused_by = opening.caused_by;
  fact.before_run = opening.before_run;
  fact.requested_at = opening.requested_at;
  fact.wanted_at = opening.wanted_at;
  fact.scheduled_at = opening.scheduled_at;
  fact.arrived_at = c.now();
  fact.left_at = SimTime::never();
  c.record.visits.push_back(fact);
  return static_cast<std::uint32_t>(c.record.visits.size() - 1);
}

kernel::Task<> visit(Clinic& c, VisitOpening opening) {
  Visit v;
  const bool joins = !balks(c, opening);
  enter(c, v, opening);
  ExitReason exit = ExitReason::balked;
  if (joins) exit = co_await go_through(c, v, opening.first_step);
  leave(c, v, exit);
  after_visit(c, v, exit);
}

}  // namespace asepsim::clinic
