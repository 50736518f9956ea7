#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using enum Estimator;
using Q = Quantity;

const char* const came_and_left =
    "Visits to the clinic (calls excluded) that arrive after the warm-up and have left by the end "
    "of the run; balked, not shown and cancelled in time do not count as visits. ";

Kpi figure(const char* id, const char* name, const char* unit, KpiGroup group, Direction direction,
           Q numerator, Q denominator, std::string definition) {
  return {.id = id,
          .name = name,
          .unit = unit,
          .group = group,
          .direction = direction,
          .numerator = slot(numerator),
          .denominator = slot(denominator),
          .definition = std::move(definition)};
}

Kpi headline(Kpi kpi) {
  kpi.headline = true;
  return kpi;
}

Kpi each_replication(Kpi kpi) {
  kpi.estimator = mean_of_replications;
  return kpi;
}

Kpi per_1000(Kpi kpi) {
  kpi.scale = 1000;
  return kpi;
}

std::vector<Kpi> waits() {
  const auto group = KpiGroup::waits;
  const std::string came = came_and_left;
  const std::string nearest = came +
                              "The wait of a visit is the sum over its steps. Nearest rank: the "
                              "smallest wait that so large a share of visits does not exceed.";
  return {
      headline(figure("wait.mean", "Mean wait", "min", group, lower_is_better, Q::waited_minutes,
                      Q::visits,
                      came + "Time between joining the queue of a step and its start, "
                             "summed over the steps of a visit.")),
      each_replication(figure("wait.median", "Median wait", "min", group, lower_is_better,
                              Q::wait_median, Q::any_visits, nearest)),
      each_replication(figure("wait.p90", "Wait, 90th percentile", "min", group, lower_is_better,
                              Q::wait_p90, Q::any_visits, nearest)),
      headline(each_replication(figure("wait.p95", "Wait, 95th percentile", "min", group,
                                       lower_is_better, Q::wait_p95, Q::any_visits, nearest))),
      headline(figure("wait.over_15min", "Waits over 15 min", "share", group, lower_is_better,
                      Q::long_waits, Q::visits,
                      came + "Share whose wait, summed over the steps, is longer than 15 min.")),
      headline(figure("stay.mean", "Mean length of stay", "min", group, lower_is_better,
                      Q::stay_minutes, Q::visits,
                      came + "Waits and steps of the visit; time away from the clinic between "
                             "steps is not part of the stay.")),
      each_replication(figure("stay.p95", "Length of stay, 95th percentile", "min", group,
                              lower_is_better, Q::stay_p95, Q::any_stays,
                              came + "Nearest rank over waits and steps of the visit.")),
      headline(figure("access.delay", "Access delay", "days", group, lower_is_better,
                      Q::access_delay_days, Q::booked,
                      "Appointments whose time falls after the warm-up: days between the time the "
                      "patient wanted and the time the book could offer.")),
      figure("access.lead", "Lead time of appointments", "days", group, neither, Q::lead_days,
             Q::booked,
             "Appointments whose time falls after the warm-up: days from request to "
             "appointment."),
  };
}

std::vector<Kpi> throughput() {
  const auto group = KpiGroup::throughput;
  const std::string came = came_and_left;
  return {
      headline(figure("visits.per_day", "Visits per day open", "visits/day", group,
                      higher_is_better, Q::visits, Q::days_open, came)),
      headline(figure("sessions.per_day", "Sessions per day open", "sessions/day", group,
                      higher_is_better, Q::sessions, Q::days_open,
                      "Treatments finished after the warm-up, for each day the clinic opens.")),
      each_replication(figure("visits.total", "Visits", "visits", group, higher_is_better,
                              Q::visits, Q::one, came)),
      each_replication(figure("sessions.total", "Sessions", "sessions", group, higher_is_better,
                              Q::sessions, Q::one, "Treatments finished after the warm-up.")),
      each_replication(figure("visits.inside", "Still inside at the end", "visits", group, neither,
                              Q::inside, Q::one,
                              "Visits that arrive after the warm-up and have not left at the end "
                              "of the run; visits begun = left + balked + not shown + inside.")),
      headline(figure("share.no_show", "No-shows", "share", group, lower_is_better, Q::no_shows,
                      Q::appointments, "Appointments that nobody cancelled and nobody came to.")),
      headline(figure("share.reneged", "Gave up waiting", "share", group, lower_is_better,
                      Q::reneged, Q::visits,
                      came + "Share that left because a wait was too long.")),
      figure("share.balked", "Did not join", "share", group, lower_is_better, Q::balked,
             Q::requests,
             "Share of visits asked for or begun that found the queue full or no appointment "
             "within the horizon of the book."),
      figure("share.cancelled", "Cancelled", "share", group, lower_is_better, Q::cancelled,
             Q::requests,
             "Share of visits asked for or begun that were cancelled, by the patient in time or "
             "by the clinic for want of a clean instrument."),
      figure("share.turned_down", "Refused or deferred", "share", group, neither, Q::turned_down,
             Q::visits, came + "Share with a lasting or a passing contraindication."),
      headline(figure("share.sent_away", "Sent away", "share", group, lower_is_better, Q::sent_away,
                      Q::visits,
                      came + "Share sent home because nobody left on shift could go on.")),
      headline(figure("overtime.per_week", "Overtime", "h/week", group, lower_is_better,
                      Q::overtime_hours, Q::weeks,
                      "Hours worked after the end of shifts, all staff together.")),
      headline(
          per_1000(figure("stock_outs.per_1000", "Stock-outs per 1,000 sessions", "1/1000 sessions",
                          group, lower_is_better, Q::stock_outs, Q::sessions,
                          "Times a patient about to be treated found no clean instrument."))),
      figure("stock_outs.minutes", "Minutes lost to sterilization", "min/session", group,
             lower_is_better, Q::stock_out_minutes, Q::sessions,
             "Time from finding no clean instrument until one came, an old one was taken or the "
             "visit was cancelled, for each session."),
  };
}

}  // namespace

std::vector<Kpi> operations_kpis() {
  std::vector<Kpi> all = waits();
  for (Kpi& kpi : throughput()) all.push_back(std::move(kpi));
  return all;
}

}  // namespace asepsim::experiment
