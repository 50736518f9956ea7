// Sterilizer loads by outcome (loads.csv) and needlings by indication (depth.csv).
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::ReplicationSummary;
using experiment::ScenarioResult;

void add_load(CsvTable& table, const experiment::LoadSum& sum, std::size_t outcome) {
  const std::size_t pair = outcome / 2;
  table.text(word(static_cast<clinic::LoadFault>(pair / experiment::indicator_results)));
  table.text(word(static_cast<clinic::Indicator>(pair % experiment::indicator_results)));
  table.flag(outcome % 2 == 1).whole(sum.n).whole(sum.sets).whole(sum.recalled);
  table.whole(sum.used_before_recall);
  table.number(sum.log10_survivors / static_cast<double>(sum.n));
  table.number(sum.most_log10_survivors).end_row();
}

void add_loads(CsvTable& table, const ScenarioResult& scenario, const ReplicationSummary& summary) {
  for (std::size_t outcome = 0; outcome < experiment::load_outcomes; ++outcome) {
    const experiment::LoadSum& sum = summary.rows.loads[outcome];
    if (sum.n == 0) continue;
    table.text(scenario.scenario.name).whole(summary.replication);
    add_load(table, sum, outcome);
  }
}

void add_needlings(CsvTable& table, const experiment::DepthSum& sum) {
  const auto n = static_cast<double>(sum.n);
  table.whole(sum.n).number(sum.length / n).number(sum.depth / n);
  for (const double share : sum.shares) table.number(share / n);
  table.number(sum.bleeding / n).whole(sum.too_shallow).whole(sum.too_deep);
  table.whole(sum.off_target).whole(sum.reused).whole(sum.unprepared);
  table.number(sum.target.too_shallow / n).number(sum.target.on_target / n);
  table.number(sum.target.too_deep / n).end_row();
}

void add_depth(CsvTable& table, const ScenarioResult& scenario, const ReplicationSummary& summary) {
  const auto& indications = scenario.scenario.indications;
  for (std::size_t i = 0; i < summary.rows.depth.size(); ++i) {
    if (summary.rows.depth[i].n == 0) continue;
    table.text(scenario.scenario.name).whole(summary.replication);
    table.text(i < indications.size() ? indications[i].name : "");
    add_needlings(table, summary.rows.depth[i]);
  }
}

}  // namespace

TableLayout loads_layout() {
  return {"loads.csv",
          {scenario_column,
           replication_column,
           {"fault", "text", "", "What went wrong with the cycle."},
           {"indicator", "text", "", "failed if any indicator failed, passed if any was run."},
           {"released", "boolean", "", "Whether the load was given out."},
           {"n", "integer", "", "Loads that ended before the run did."},
           {"sets", "integer", "", "Instrument sets in them."},
           {"recalled", "integer", "", "Sets called back unused."},
           {"used_before_recall", "integer", "", "Sets already used when they were called back."},
           {"log10_survivors", "number", "log10",
            "Expected surviving organisms a set, mean over loads of the logarithm."},
           {"most_log10_survivors", "number", "log10", "The same of the worst load."}}};
}

TableLayout depth_layout() {
  return {"depth.csv",
          {scenario_column,
           replication_column,
           {"indication", "text", "", "What the patients were treated for."},
           {"n", "integer", "", "Needlings."},
           {"length_mm", "number", "mm", "Needle length set, mean."},
           {"depth_mm", "number", "mm", "Depth reached, mean."},
           {"stratum_corneum", "number", "share", "Punctures that end in this layer, mean."},
           {"epidermis", "number", "share", "Punctures that end in this layer, mean."},
           {"papillary_dermis", "number", "share", "Punctures that end in this layer, mean."},
           {"reticular_dermis", "number", "share", "Punctures that end in this layer, mean."},
           {"fat", "number", "share", "Punctures that end in this layer, mean."},
           {"bleeding", "number", "share", "Probability of pinpoint bleeding, mean."},
           {"too_shallow", "integer", "", "Needlings with too few punctures at the target."},
           {"too_deep", "integer", "", "Needlings with too many punctures beyond it."},
           {"off_target", "integer", "", "Needlings too shallow or too deep."},
           {"reused_head", "integer", "", "Needlings with a head not sterile since the last use."},
           {"unprepared", "integer", "", "Needlings without skin preparation."},
           {"punctures_too_shallow", "number", "share", "Punctures above the target, mean."},
           {"punctures_on_target", "number", "share", "Punctures on target, mean."},
           {"punctures_too_deep", "number", "share", "Punctures below the target, mean."}}};
}

std::vector<TextFile> loads_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(loads_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_loads(table, scenario, summary);
  }
  return table.take();
}

std::vector<TextFile> depth_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(depth_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_depth(table, scenario, summary);
  }
  return table.take();
}

}  // namespace asepsim::report
