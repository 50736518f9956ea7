#include "clinic/run_replication.hpp"
#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using enum Estimator;
using Q = Quantity;

const char* const from_ledger =
    "From the risk ledger: every exposure adds its conditional probability, so that events too "
    "rare to be seen are still estimated. ";
const char* const as_happened =
    "Crude: outcomes that happened in the simulated story. The ledger estimate beside it is the "
    "one to rely on; the two agree within their intervals. ";

const char* hazard_name(clinic::Hazard hazard) {
  using H = clinic::Hazard;
  switch (hazard) {
    case H::bacterial_infection:
      return "Bacterial infection";
    case H::hbv:
      return "Hepatitis B transmission";
    case H::hcv:
      return "Hepatitis C transmission";
    case H::hiv:
      return "HIV transmission";
    case H::prolonged_erythema:
      return "Prolonged redness";
    case H::bruise:
      return "Bruise";
    case H::pigmentation:
      return "Pigmentation";
    case H::scar:
      return "Scar";
  }
  return "";
}

// Transmissions and infections have a headline of their own in a unit that suits them.
bool is_everyday(clinic::Hazard hazard) {
  using H = clinic::Hazard;
  return hazard == H::prolonged_erythema || hazard == H::bruise || hazard == H::pigmentation ||
         hazard == H::scar;
}

Kpi harm(std::string id, std::string name, std::string unit, double scale, Slot numerator,
         bool crude, const std::string& what) {
  return {.id = std::move(id) + (crude ? ".crude" : ""),
          .name = std::move(name) + (crude ? ", crude" : ""),
          .unit = std::move(unit),
          .group = KpiGroup::safety,
          .direction = lower_is_better,
          .estimator = crude ? rare_events : ratio_of_totals,
          .scale = scale,
          .numerator = numerator,
          .denominator = slot(Q::sessions),
          .headline = false,
          .definition = (crude ? as_happened : from_ledger) + what};
}

void add_both(std::vector<Kpi>& all, const std::string& id, const std::string& name,
              const std::string& unit, double scale, Slot ledger, Slot crude, bool headline,
              const std::string& what) {
  all.push_back(harm(id, name, unit, scale, ledger, false, what));
  all.back().headline = headline;
  all.push_back(harm(id, name, unit, scale, crude, true, what));
}

std::vector<Kpi> harms() {
  std::vector<Kpi> all;
  add_both(all, "infection.per_10000", "Bacterial infections per 10,000", "1/10000 sessions", 10000,
           ledger_slot(clinic::Hazard::bacterial_infection),
           crude_slot(clinic::Hazard::bacterial_infection), true,
           "Bacterial infections after treatment, from the patient's own skin and from the "
           "instrument, per 10,000 sessions.");
  add_both(all, "bloodborne.per_million", "Bloodborne infections per million", "1/1e6 sessions",
           1e6, slot(Q::bloodborne), slot(Q::bloodborne_crude), true,
           "Transmissions of hepatitis B, hepatitis C and HIV together, per million sessions.");
  for (std::size_t h = 0; h < clinic::hazards; ++h) {
    const auto hazard = static_cast<clinic::Hazard>(h);
    add_both(all, std::string("harm.") + clinic::word(hazard),
             std::string(hazard_name(hazard)) + " per 1,000", "1/1000 sessions", 1000,
             ledger_slot(hazard), crude_slot(hazard), is_everyday(hazard), "Per 1,000 sessions.");
  }
  return all;
}

Kpi figure(KpiGroup group, const char* id, const char* name, const char* unit, double scale,
           Direction direction, Q numerator, Q denominator, const char* definition) {
  return {.id = id,
          .name = name,
          .unit = unit,
          .group = group,
          .direction = direction,
          .scale = scale,
          .numerator = slot(numerator),
          .denominator = slot(denominator),
          .definition = definition};
}

std::vector<Kpi> consequences() {
  const auto group = KpiGroup::safety;
  return {
      figure(group, "complications.serious", "Complications of grade 3 or more per 1,000",
             "1/1000 sessions", 1000, lower_is_better, Q::serious, Q::sessions,
             "Harms that happened with grade 3 (needs treatment) to 5 (death)."),
      figure(group, "complications.visits", "Complication visits per 1,000", "1/1000 sessions",
             1000, lower_is_better, Q::complication_visits, Q::sessions,
             "Unscheduled visits because of an earlier treatment; they take a slot again."),
  };
}

std::vector<Kpi> depth() {
  const auto group = KpiGroup::depth;
  const auto share = [&](const char* id, const char* name, Q numerator) {
    return figure(group, id, name, "share", 1, neither, numerator, Q::needlings,
                  "Share of punctures that end in this layer, mean over needlings.");
  };
  std::vector<Kpi> all{
      figure(group, "depth.mean", "Mean depth reached", "mm", 1, neither, Q::depth_sum,
             Q::needlings, "Mean over needlings of the mean depth of the punctures."),
      share("depth.share.stratum_corneum", "Ends in the stratum corneum", Q::share_stratum_corneum),
      share("depth.share.epidermis", "Ends in the epidermis", Q::share_epidermis),
      share("depth.share.papillary_dermis", "Ends in the papillary dermis", Q::share_papillary),
      share("depth.share.reticular_dermis", "Ends in the reticular dermis", Q::share_reticular),
      share("depth.share.fat", "Ends in the fat", Q::share_fat),
      figure(group, "depth.too_shallow", "Needled too shallow", "share", 1, lower_is_better,
             Q::too_shallow, Q::needlings,
             "Share of needlings with fewer than half of the punctures in the dermis or deeper."),
      figure(group, "depth.too_deep", "Needled too deep", "share", 1, lower_is_better, Q::too_deep,
             Q::needlings, "Share of needlings with more than 5 % of the punctures in the fat."),
      figure(group, "depth.off_target", "Needled off target", "share", 1, lower_is_better,
             Q::off_target, Q::needlings,
             "Share of needlings that are too shallow (fewer than half of the punctures in the "
             "dermis or deeper) or too deep (more than 5 % in the fat)."),
      figure(group, "preparation.skipped", "Skin preparation left out", "share", 1, lower_is_better,
             Q::unprepared, Q::needlings, "Share of needlings."),
      figure(group, "heads.reused", "Treated with a used head", "share", 1, lower_is_better,
             Q::reused, Q::needlings,
             "Share of needlings with a head that had met another patient since it was last "
             "sterile."),
  };
  all.back().headline = true;
  all[all.size() - 3].headline = true;
  return all;
}

std::vector<Kpi> sterilization() {
  const auto group = KpiGroup::sterilization;
  const auto share = [&](const char* id, const char* name, Q numerator, const char* definition) {
    return figure(group, id, name, "share", 1, lower_is_better, numerator, Q::loads, definition);
  };
  return {
      figure(group, "loads.per_week", "Sterilizer loads", "loads/week", 1, neither, Q::loads,
             Q::weeks, "Loads started after the warm-up."),
      share("loads.faulty", "Loads with a fault", Q::loads_faulty,
            "Share of loads with an operator's or a machine's fault."),
      share("loads.unsterile", "Loads not sterile", Q::loads_unsterile,
            "Share of loads after which more than one organism in a million sets is expected to "
            "survive (sterility assurance level 1e-6)."),
      share("loads.flagged", "Loads with a failed indicator", Q::loads_flagged,
            "Share of loads where the print-out, a chemical or a biological indicator failed."),
      figure(group, "recall.sets", "Sets recalled per 1,000 loads", "1/1000 loads", 1000,
             lower_is_better, Q::recalled, Q::loads,
             "Sets called back unused after a failed indicator."),
      figure(group, "recall.used", "Sets used before recall per 1,000 loads", "1/1000 loads", 1000,
             lower_is_better, Q::used_before_recall, Q::loads,
             "Sets that had already met a patient when their load was called back."),
  };
}

}  // namespace

std::vector<Kpi> safety_kpis() {
  std::vector<Kpi> all = harms();
  for (auto part : {consequences(), depth(), sterilization()}) {
    for (Kpi& kpi : part) all.push_back(std::move(kpi));
  }
  return all;
}

}  // namespace asepsim::experiment
