#include <cmath>

#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

void add_pool(CsvTable& table, const clinic::PoolFact& pool) {
  table.text(pool.name).empty();
  for (int state = 0; state < 7; ++state) table.empty();
  table.number(pool.busy).number(pool.capacity).number(pool.queue).whole(pool.seizes);
  const bool limited = std::isfinite(pool.capacity) && pool.capacity > 0;
  if (limited) {
    table.number(pool.busy / pool.capacity);
  } else {
    table.empty();
  }
}

void add_unit(CsvTable& table, const clinic::UnitFact& unit, const std::string& pool) {
  table.text(pool).text(unit.name);
  double on_duty = 0;
  for (std::size_t state = 0; state < unit.time_in_state.size(); ++state) {
    const double hours = unit.time_in_state[state].hours();
    if (state + 1 < unit.time_in_state.size()) on_duty += hours;
    table.number(hours);
  }
  table.number(unit.overtime.hours()).empty().empty().empty().empty();
  if (on_duty > 0) {
    table.number(unit.time_in_state[1].hours() / on_duty);
  } else {
    table.empty();
  }
}

void add_replication(CsvTable& table, const experiment::ScenarioResult& scenario,
                     const experiment::ReplicationSummary& summary) {
  for (const clinic::PoolFact& pool : summary.rows.pools) {
    table.text(scenario.scenario.name).whole(summary.replication);
    add_pool(table, pool);
    table.end_row();
  }
  for (const clinic::UnitFact& unit : summary.rows.units) {
    table.text(scenario.scenario.name).whole(summary.replication);
    add_unit(table, unit, unit.pool < scenario.pools.size() ? scenario.pools[unit.pool] : "");
    table.end_row();
  }
}

}  // namespace

TableLayout resources_layout() {
  return {
      "resources.csv",
      {scenario_column,
       replication_column,
       {"pool", "text", "",
        "Staff group, kind of room or equipment, instruments in the sterile store, sterilizers, or "
        "a skill that steps ask for whoever has it."},
       {"unit_name", "text", "",
        "One person, room or machine; empty: the pool as a whole. Instruments and skills have no "
        "units, so no row of hours: the hours of a skill are those of the people who have it."},
       {"idle_h", "number", "h", "On duty and free."},
       {"busy_h", "number", "h", "Serving."},
       {"down_h", "number", "h", "Broken down, in repair or being maintained."},
       {"break_h", "number", "h", "On a break."},
       {"cleaning_h", "number", "h", "Being cleaned after use."},
       {"off_h", "number", "h",
        "Not on duty; rooms and equipment: idle or down while the clinic is closed."},
       {"overtime_h", "number", "h", "Worked after the end of shifts."},
       {"busy_unit_h", "number", "h", "Pool: busy units, integrated over time."},
       {"capacity_unit_h", "number", "h",
        "Pool: units on offer (no breaks, no repairs), integrated over time."},
       {"queue_h", "number", "h", "Pool: requests waiting, integrated over time."},
       {"seizes", "integer", "", "Pool: requests served."},
       {"utilisation", "number", "share",
        "Of a pool busy over capacity; of a unit busy over all hours on duty, breaks included."}}};
}

std::vector<TextFile> resources_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(resources_layout(), dialect);
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    for (const experiment::ReplicationSummary& summary : scenario.replications) {
      add_replication(table, scenario, summary);
    }
  }
  return table.take();
}

}  // namespace asepsim::report
