#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using enum RowKind;
using Q = Quantity;

constexpr const char* ends_in_layer =
    "Share of punctures that end in this layer, mean over needlings.";

constexpr KpiRow depth_rows[] = {
    {"depth.mean", "Mean depth reached", "mm", neither, Q::depth_sum, Q::needlings, plain,
     "Mean over needlings of the mean depth of the punctures."},
    {"depth.share.stratum_corneum", "Ends in the stratum corneum", "share", neither,
     Q::share_stratum_corneum, Q::needlings, plain, ends_in_layer},
    {"depth.share.epidermis", "Ends in the epidermis", "share", neither, Q::share_epidermis,
     Q::needlings, plain, ends_in_layer},
    {"depth.share.papillary_dermis", "Ends in the papillary dermis", "share", neither,
     Q::share_papillary, Q::needlings, plain, ends_in_layer},
    {"depth.share.reticular_dermis", "Ends in the reticular dermis", "share", neither,
     Q::share_reticular, Q::needlings, plain, ends_in_layer},
    {"depth.share.fat", "Ends in the fat", "share", neither, Q::share_fat, Q::needlings, plain,
     ends_in_layer},
    {"depth.bleeding", "Pinpoint bleeding", "share", neither, Q::bleeding, Q::needlings, plain,
     "Probability that a puncture bleeds, the sign that the dermis is reached, mean over "
     "needlings."},
    {"depth.punctures.too_shallow", "Punctures too shallow", "share", lower_is_better,
     Q::punctures_too_shallow, Q::needlings, plain,
     "Share of punctures that end above the first layer on target of their indication, mean over "
     "needlings."},
    {"depth.punctures.on_target", "Punctures on target", "share", higher_is_better,
     Q::punctures_on_target, Q::needlings, plain,
     "Share of punctures that end in the layers on target of their indication, mean over "
     "needlings."},
    {"depth.punctures.too_deep", "Punctures too deep", "share", lower_is_better,
     Q::punctures_too_deep, Q::needlings, plain,
     "Share of punctures that end below the last layer on target of their indication, mean over "
     "needlings."},
    {"depth.too_shallow", "Needled too shallow", "share", lower_is_better, Q::too_shallow,
     Q::needlings, plain,
     "Share of needlings with fewer than half of the punctures in the first layer on target or "
     "deeper."},
    {"depth.too_deep", "Needled too deep", "share", lower_is_better, Q::too_deep, Q::needlings,
     plain,
     "Share of needlings with more than half of the punctures below the last layer on target, or "
     "more than 5 % in the fat where that is no target."},
    {"depth.off_target", "Needled off target", "share", lower_is_better, Q::off_target,
     Q::needlings, headline, "Share of needlings that are too shallow or too deep."},
    {"preparation.skipped", "Skin preparation left out", "share", lower_is_better, Q::unprepared,
     Q::needlings, plain, "Share of needlings without skin preparation."},
    {"heads.reused", "Head used since sterile", "share", lower_is_better, Q::reused, Q::needlings,
     headline,
     "Share of needlings with a head that had met another patient since it was last sterile."},
};

constexpr KpiRow sterilization_rows[] = {
    {"loads.per_week", "Sterilizer loads", "loads/week", neither, Q::loads, Q::weeks, plain,
     "Loads started after the warm-up."},
    {"loads.faulty", "Loads with a fault", "share", lower_is_better, Q::loads_faulty,
     Q::loads_ended, plain,
     "Share of ended loads with an operator's or a machine's fault of their own; the drift of "
     "a machine that runs cold for weeks is not among them."},
    {"loads.unsterile", "Loads not sterile", "share", lower_is_better, Q::loads_unsterile,
     Q::loads_ended, plain,
     "Share of ended loads after which more than one organism in a million sets is expected to "
     "survive (sterility assurance level 1e-6)."},
    {"loads.flagged", "Loads with a failed indicator", "share", lower_is_better, Q::loads_flagged,
     Q::loads_ended, plain,
     "Share of ended loads where the print-out, a chemical or a biological indicator failed."},
    {"loads.wet", "Wet loads", "share", lower_is_better, Q::loads_wet, Q::loads_ended, plain,
     "Share of ended loads that came out wet, noticed or not."},
    {"recall.sets", "Unused sets recalled per 1,000 loads", "1/1000 loads", lower_is_better,
     Q::recalled, Q::loads_ended, plain,
     "Sets called back unused after a failed biological indicator, per 1,000 ended loads.", 1000},
    {"recall.used", "Sets used before recall per 1,000 loads", "1/1000 loads", lower_is_better,
     Q::used_before_recall, Q::loads_ended, plain,
     "Sets that had already met a patient when their load was called back, per 1,000 ended loads.",
     1000},
};

}  // namespace

std::vector<Kpi> treatment_kpis() {
  std::vector<Kpi> all = kpis_of(KpiGroup::depth, depth_rows);
  for (Kpi& kpi : kpis_of(KpiGroup::sterilization, sterilization_rows)) {
    all.push_back(std::move(kpi));
  }
  return all;
}

}  // namespace asepsim::experiment
