#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using enum RowKind;
using Q = Quantity;

constexpr KpiRow wait_rows[] = {
    {"wait.mean", "Mean wait", "min", lower_is_better, Q::waited_minutes, Q::visits, headline,
     "Time from joining the queue of a step to its start, or to giving up, summed over the steps "
     "of a visit. What passes before the appointed time is not a wait."},
    {"wait.median", "Median wait", "min", lower_is_better, Q::wait_median, Q::any_visits,
     each_replication,
     "The wait of a visit, summed over its steps, that half of the visits do not exceed (nearest "
     "rank)."},
    {"wait.p90", "Wait, 90th percentile", "min", lower_is_better, Q::wait_p90, Q::any_visits,
     each_replication,
     "The wait of a visit, summed over its steps, that 90 % of the visits do not exceed (nearest "
     "rank)."},
    {"wait.p95", "Wait, 95th percentile", "min", lower_is_better, Q::wait_p95, Q::any_visits,
     headline_each_replication,
     "The wait of a visit, summed over its steps, that 95 % of the visits do not exceed (nearest "
     "rank)."},
    {"wait.over_15min", "Waits over 15 min", "share", lower_is_better, Q::long_waits, Q::visits,
     headline,
     "Share of visits whose wait, summed over the steps, is longer than 15 "
     "min."},
    {"wait.early", "Early", "min", neither, Q::early_minutes, Q::visits, plain,
     "Time in queues before the appointed time, of patients who came early, per visit."},
    {"stay.mean", "Mean length of stay", "min", lower_is_better, Q::stay_minutes, Q::visits,
     headline, "From coming to leaving: time early, waits and steps of a visit."},
    {"stay.p95", "Length of stay, 95th percentile", "min", lower_is_better, Q::stay_p95,
     Q::any_stays, each_replication,
     "The length of stay that 95 % of the visits do not exceed (nearest "
     "rank)."},
    {"access.delay", "Access delay", "days", lower_is_better, Q::access_delay_days, Q::booked,
     headline,
     "Days between the time a patient wanted, within the hours of the book, and the time that was "
     "free. Appointments whose time falls after the warm-up."},
    {"access.lead", "Lead time of appointments", "days", neither, Q::lead_days, Q::booked, plain,
     "Days from request to appointment. Appointments whose time falls after the warm-up."},
};

constexpr KpiRow throughput_rows[] = {
    {"visits.per_day", "Visits per day open", "visits/day", higher_is_better, Q::planned_visits,
     Q::days_open, headline,
     "Visits that were booked or walked in, for each day the clinic opens. Visits because of a "
     "complication (complications.visits) and later parts of a visit are left out: harm is no "
     "success."},
    {"sessions.per_day", "Sessions per day open", "sessions/day", higher_is_better, Q::sessions,
     Q::days_open, headline,
     "Treatments finished for each day the clinic opens, after the warm-up."},
    {"visits.total", "Visits", "visits", higher_is_better, Q::planned_visits, Q::one,
     each_replication,
     "Visits of one replication that were booked or walked in. Visits because of a complication "
     "(complications.visits) and later parts of a visit are left out."},
    {"sessions.total", "Sessions", "sessions", higher_is_better, Q::sessions, Q::one,
     each_replication, "Treatments finished after the warm-up in one replication."},
    {"visits.inside", "Still inside at the end", "visits", neither, Q::inside, Q::one,
     each_replication,
     "Patients who came after the warm-up and have not left at the end of the run."},
    {"share.no_show", "No-shows", "share", lower_is_better, Q::no_shows, Q::appointments, headline,
     "Share of appointments that nobody cancelled in time and nobody came to."},
    {"share.reneged", "Gave up waiting", "share", lower_is_better, Q::reneged, Q::visits, headline,
     "Share of visits that ended because a wait was too long."},
    {"share.balked", "Did not join", "share", lower_is_better, Q::balked, Q::requests, plain,
     "Share of visits asked for or begun that found the queue full, or no appointment within the "
     "horizon of the book."},
    {"share.cancelled", "Cancelled", "share", lower_is_better, Q::cancelled, Q::requests, plain,
     "Share of visits asked for or begun that were cancelled, by the patient in time or by the "
     "clinic for want of a clean instrument or of a consumable."},
    {"share.turned_down", "Refused or deferred", "share", neither, Q::turned_down, Q::visits, plain,
     "Share of visits with a lasting or a passing contraindication."},
    {"share.sent_away", "Sent away", "share", lower_is_better, Q::sent_away, Q::visits, headline,
     "Share of visits sent home because nobody left on shift could go on, or because what they "
     "waited for did not come that day."},
    {"overtime.per_week", "Overtime", "h/week", lower_is_better, Q::overtime_hours, Q::weeks,
     headline, "Hours worked after the end of shifts, all staff together, after the warm-up."},
    {"stock_outs.per_1000", "Stock-outs per 1,000", "1/1000 sessions", lower_is_better,
     Q::stock_outs, Q::sessions, headline,
     "Times a patient about to be treated found no clean instrument, per 1,000 sessions.", 1000},
    {"stock_outs.minutes", "Minutes lost to sterilization", "min/session", lower_is_better,
     Q::stock_out_minutes, Q::sessions, plain,
     "Time from finding no clean instrument until one came, an old one was taken or the visit was "
     "cancelled, for each session."},
};

}  // namespace

std::vector<Kpi> operations_kpis() {
  std::vector<Kpi> all = kpis_of(KpiGroup::waits, wait_rows);
  for (Kpi& kpi : kpis_of(KpiGroup::throughput, throughput_rows)) all.push_back(std::move(kpi));
  return all;
}

}  // namespace asepsim::experiment
