// What courses did for patients, by indication (benefit.csv).
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::ReplicationSummary;
using experiment::ScenarioResult;

void add_courses(CsvTable& table, const experiment::BenefitSum& sum, const std::string& currency) {
  const auto n = static_cast<double>(sum.n);
  table.whole(sum.n).number(static_cast<double>(sum.sessions) / n).number(sum.entry / n);
  table.number(sum.first_look / n).number(sum.second_look / n);
  table.number(sum.improvement / n).number(sum.improvement_second / n);
  table.whole(sum.one_grade).whole(sum.no_benefit);
  for (const std::uint64_t count : sum.by_quartile) table.whole(count);
  table.number(sum.gain / n).number(sum.paid / n).text(currency).end_row();
}

void add_benefit(CsvTable& table, const ScenarioResult& scenario,
                 const ReplicationSummary& summary) {
  const auto& indications = scenario.scenario.indications;
  for (std::size_t i = 0; i < summary.rows.benefit.size(); ++i) {
    if (summary.rows.benefit[i].n == 0) continue;
    table.text(scenario.scenario.name).whole(summary.replication);
    table.text(i < indications.size() ? indications[i].name : "");
    add_courses(table, summary.rows.benefit[i], scenario.scenario.finance.currency);
  }
}

}  // namespace

TableLayout benefit_layout() {
  return {"benefit.csv",
          {scenario_column,
           replication_column,
           {"indication", "text", "", "What the patients were treated for."},
           {"n", "integer", "", "Courses that ended, finished or dropped."},
           {"sessions", "number", "", "Sessions of a course, mean."},
           {"entry_score", "number", "points", "Score before the first session, mean."},
           {"first_look_score", "number", "points", "Score seen at the first look, mean."},
           {"second_look_score", "number", "points", "Score seen at the second look, mean."},
           {"improvement", "number", "share", "Gone at the first look, mean."},
           {"improvement_second_look", "number", "share", "Gone at the second look, mean."},
           {"improved_one_grade", "integer", "", "Courses improved by a grade or more."},
           {"no_benefit", "integer", "", "Courses improved by less than 5 %."},
           {"improved_0_25", "integer", "", "Courses improved by less than 25 %."},
           {"improved_25_50", "integer", "", "Courses improved by 25 to 50 %."},
           {"improved_50_75", "integer", "", "Courses improved by 50 to 75 %."},
           {"improved_75_100", "integer", "", "Courses improved by 75 % or more."},
           {"gain", "number", "share", "Gain of the last session by depth or light, mean."},
           {"paid", "number", "column currency", "Paid for the sessions of a course, mean."},
           {"currency", "text", "", "Currency of the amounts."}}};
}

std::vector<TextFile> benefit_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(benefit_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_benefit(table, scenario, summary);
  }
  return table.take();
}

}  // namespace asepsim::report
