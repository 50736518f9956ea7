#include "experiment/kpi.hpp"

#include <algorithm>
#include <string_view>

#include "experiment/kpi_table.hpp"
#include "experiment/upkeep_figures.hpp"

namespace asepsim::experiment {
namespace {

std::vector<std::string> parts_of(const std::string& id) {
  std::vector<std::string> parts{""};
  for (const char c : id) {
    if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

bool fits(const std::string& pattern, const std::string& part) {
  return pattern.starts_with('<') ? !part.empty() : pattern == part;
}

bool is_over_visits(const KpiRow& row) {
  const auto is = [&](Quantity q) { return row.numerator == q || row.denominator == q; };
  return is(Quantity::visits) || is(Quantity::planned_visits) || is(Quantity::any_visits) ||
         is(Quantity::any_stays);
}

const char* const what_visits_are =
    " Visits: patients who come after the warm-up and have left by the end of the run; calls, "
    "no-shows, balking and cancelling in time are no visits.";

std::string scale_text(double scale) {
  return scale == 1 ? "" : std::to_string(static_cast<long long>(scale)) + " x ";
}

std::vector<KpiFamily> operations_families() {
  using enum Direction;
  using enum Estimator;
  return {
      {"wait.<pathway>.<step>", "Mean wait for one step", "min", lower_is_better, ratio_of_totals,
       "Time from joining the queue of the step to its start, over the starts of the step whose "
       "visit arrives after the warm-up.",
       "sum of minutes waited for the step / sum of starts of the step"},
      {"wait.<pathway>.<step>.p95", "Wait for one step, 95th percentile", "min", lower_is_better,
       mean_of_replications,
       "Nearest rank over the starts of the step whose visit arrives after the warm-up.",
       "95th percentile of the waits for the step of each replication"},
      {"wait.for.<pool>", "Wait for one pool", "min/visit", lower_is_better, ratio_of_totals,
       "The part of the mean wait that was for this pool: first for consumables that are lacking, "
       "then for a clean instrument, then for staff, rooms and equipment together, of which the "
       "last to come counts; waits of visits that gave up are included.",
       "sum of minutes waited for the pool / sum of visits"},
      {"queue.<pool>", "Mean queue of a pool", "waiting", lower_is_better, ratio_of_totals,
       "Time average of the number waiting for the pool, day and night.",
       "sum of hours waited for the pool / sum of hours counted"},
      {"utilisation.<pool>", "Utilisation of a pool", "share", neither, ratio_of_totals,
       "Busy unit-hours over the unit-hours that the pool had on offer, after the warm-up: breaks, "
       "repairs and time off duty are not on offer.",
       "sum of busy unit-hours / sum of unit-hours on offer"},
      {"time.<pool>.<state>", "Time of a pool in one state", "share", neither, ratio_of_totals,
       "Share of the time on duty that the units of the pool are idle, busy, down, on a break or "
       "being cleaned; for off, share of all time. Rooms and equipment that are idle or down "
       "while the clinic is closed are off, and sterilizers that are idle then.",
       "sum of unit-hours in the state / sum of unit-hours on duty", Range::share},
  };
}

std::vector<KpiFamily> depth_families() {
  using enum Direction;
  using enum Estimator;
  return {
      {"depth.punctures.too_shallow.<indication>", "Punctures too shallow", "share",
       lower_is_better, ratio_of_totals,
       "Share of punctures that end above the first layer on target, mean over needlings.",
       "sum of shares of punctures above the target / sum of needlings", Range::share},
      {"depth.punctures.on_target.<indication>", "Punctures on target", "share", higher_is_better,
       ratio_of_totals,
       "Share of punctures that end in the layers that the indication is treated in (target_from "
       "to target_to), mean over needlings.",
       "sum of shares of punctures on target / sum of needlings", Range::share},
      {"depth.punctures.too_deep.<indication>", "Punctures too deep", "share", lower_is_better,
       ratio_of_totals,
       "Share of punctures that end below the last layer on target, mean over needlings.",
       "sum of shares of punctures below the target / sum of needlings", Range::share},
  };
}

std::vector<KpiFamily> benefit_families() {
  using enum Direction;
  using enum Estimator;
  return {
      {"benefit.improvement.<indication>", "Improvement", "share", higher_is_better,
       ratio_of_totals, "As benefit.improvement, over courses of this indication.",
       "sum of shares of the score at entry that are gone at the first look / sum of courses ended",
       Range::share},
      {"benefit.one_grade.<indication>", "Improved by a grade", "share", higher_is_better,
       ratio_of_totals, "As benefit.one_grade, over courses of this indication.",
       "sum of courses improved by a grade / sum of courses ended", Range::share},
      {"benefit.none.<indication>", "Courses without benefit", "share", lower_is_better,
       ratio_of_totals, "As benefit.none, over courses of this indication.",
       "sum of courses improved by less than 5 % / sum of courses ended", Range::share},
  };
}

}  // namespace

std::string formula_of(const Kpi& kpi, const std::string& numerator,
                       const std::string& denominator) {
  if (kpi.estimator == Estimator::mean_of_replications) return numerator + " of each replication";
  return scale_text(kpi.scale) + "sum of " + numerator + " / sum of " + denominator;
}

std::vector<Kpi> kpis_of(KpiGroup group, std::span<const KpiRow> rows) {
  std::vector<Kpi> kpis;
  for (const KpiRow& row : rows) {
    const bool each =
        row.kind == RowKind::each_replication || row.kind == RowKind::headline_each_replication;
    kpis.push_back(
        {.id = row.id,
         .name = row.name,
         .unit = row.unit,
         .group = group,
         .direction = row.direction,
         .estimator = each ? Estimator::mean_of_replications : Estimator::ratio_of_totals,
         .scale = row.scale,
         .numerator = slot(row.numerator),
         .denominator = slot(row.denominator),
         .range = row.unit == std::string_view("share") ? Range::share : Range::not_negative,
         .headline =
             row.kind == RowKind::headline || row.kind == RowKind::headline_each_replication,
         .definition = row.definition});
    if (is_over_visits(row)) kpis.back().definition += what_visits_are;
  }
  return kpis;
}

std::vector<Kpi> standard_kpis(const std::string& currency) {
  std::vector<Kpi> all;
  for (auto part : {operations_kpis(), safety_kpis(), treatment_kpis(), benefit_kpis(currency),
                    cluster_kpis(), hygiene_kpis(), money_kpis(currency)}) {
    for (Kpi& kpi : part) all.push_back(std::move(kpi));
  }
  for (Kpi& kpi : all) {
    kpi.formula = formula_of(kpi, words(static_cast<Quantity>(kpi.numerator)),
                             words(static_cast<Quantity>(kpi.denominator)));
  }
  return all;
}

std::vector<KpiFamily> kpi_families() {
  std::vector<KpiFamily> all = operations_families();
  for (auto part : {supply_families(), upkeep_families(), depth_families(), benefit_families()}) {
    for (KpiFamily& family : part) all.push_back(std::move(family));
  }
  return all;
}

bool belongs_to(const KpiFamily& family, const std::string& id) {
  const auto pattern = parts_of(family.pattern);
  const auto parts = parts_of(id);
  return std::equal(pattern.begin(), pattern.end(), parts.begin(), parts.end(), fits);
}

const char* word(Direction direction) {
  switch (direction) {
    case Direction::lower_is_better:
      return "lower is better";
    case Direction::higher_is_better:
      return "higher is better";
    case Direction::neither:
      return "neither";
  }
  return "";
}

const char* word(Estimator estimator) {
  switch (estimator) {
    case Estimator::ratio_of_totals:
      return "ratio of totals";
    case Estimator::mean_of_replications:
      return "mean of replications";
    case Estimator::rare_events:
      return "rare events";
  }
  return "";
}

const char* word(KpiGroup group) {
  switch (group) {
    case KpiGroup::waits:
      return "waits";
    case KpiGroup::throughput:
      return "throughput";
    case KpiGroup::resources:
      return "resources";
    case KpiGroup::safety:
      return "safety";
    case KpiGroup::depth:
      return "depth";
    case KpiGroup::benefit:
      return "benefit";
    case KpiGroup::sterilization:
      return "sterilization";
    case KpiGroup::money:
      return "money";
  }
  return "";
}

std::string interval_method(Estimator estimator) {
  switch (estimator) {
    case Estimator::ratio_of_totals:
      return "sum of numerators over sum of denominators of the replications, Student interval "
             "by the delta method";
    case Estimator::mean_of_replications:
      return "mean of the replications' values, Student interval";
    case Estimator::rare_events:
      return "events over trials of all replications, exact Clopper-Pearson interval";
  }
  return "";
}

}  // namespace asepsim::experiment
