#include "experiment/quantity.hpp"

#include <array>

#include "clinic/run_replication.hpp"

namespace asepsim::experiment {
namespace {

// In the order of Quantity.
constexpr std::array named{
    "1",
    "1 if anybody came",
    "1 if anybody came",
    "days counted",
    "weeks counted",
    "years counted",
    "days open",
    "hours counted",
    "visits asked for or begun",
    "visits",
    "visits still inside",
    "minutes waited",
    "minutes waited before the appointed time",
    "visits that waited longer than 15 min",
    "median wait",
    "90th percentile of the waits",
    "95th percentile of the waits",
    "minutes of waits and steps",
    "95th percentile of the stays",
    "appointments not cancelled in time",
    "appointments",
    "days from the wanted time to the appointment",
    "days from the request to the appointment",
    "no-shows",
    "visits balked",
    "visits reneged",
    "visits cancelled",
    "visits refused or deferred",
    "visits sent away",
    "complication visits",
    "visits booked or walked in",
    "sessions",
    "overtime hours",
    "stock-outs",
    "minutes of stock-outs",
    "needlings",
    "mean depths of needlings in mm",
    "shares of punctures ending in the stratum corneum",
    "shares of punctures ending in the epidermis",
    "shares of punctures ending in the papillary dermis",
    "shares of punctures ending in the reticular dermis",
    "shares of punctures ending in the fat",
    "needlings too shallow",
    "needlings too deep",
    "needlings too shallow or too deep",
    "needlings with a used head",
    "needlings without skin preparation",
    "probabilities of pinpoint bleeding",
    "shares of punctures above the target",
    "shares of punctures on target",
    "shares of punctures below the target",
    "courses ended",
    "shares of the score at entry that are gone at the first look",
    "shares of the score at entry that are gone at the second look",
    "courses improved by a grade",
    "courses improved by less than 5 %",
    "courses improved by less than 25 %",
    "courses improved by 25 to 50 %",
    "courses improved by 50 to 75 %",
    "courses improved by 75 to 100 %",
    "money paid for the sessions of courses ended",
    "complications of grade 3 or more",
    "complications of grade 1",
    "complications of grade 2",
    "complications of grade 3",
    "complications of grade 4",
    "complications of grade 5",
    "days lived with complications",
    "complications reported to the regulator",
    "permanent complications",
    "complications seen by another doctor",
    "ledger weight x probability of hbv, hcv and hiv",
    "transmissions of hbv, hcv and hiv that happened",
    "sum over patients of 1 - product over exposures of (1 - weight x probability)",
    "patients to whom a virus was transmitted",
    "patients treated",
    "loads",
    "loads that ended",
    "loads with a fault",
    "loads with more than 1e-6 expected survivors a set",
    "loads with a failed indicator",
    "loads that came out wet",
    "sets recalled unused",
    "sets used before recall",
    "chance in a year of a cluster by one load",
    "chance in a year of a cluster by one patient",
    "chance in a year of a cluster by one bottle",
    "chance in a year of a cluster by rinse water",
    "chance in a year of a cluster",
    "revenue",
    "cost",
    "revenue - cost",
};
static_assert(named.size() == slot(Quantity::first_hazard));

}  // namespace

std::string words(Quantity quantity) {
  const Slot s = slot(quantity);
  if (s < named.size()) return named[s];
  if (s < slot(Quantity::first_hazard_crude)) {
    const auto hazard = static_cast<clinic::Hazard>(s - slot(Quantity::first_hazard));
    return std::string("ledger weight x probability of ") + clinic::word(hazard);
  }
  if (s < slot(Quantity::first_account)) {
    const auto hazard = static_cast<clinic::Hazard>(s - slot(Quantity::first_hazard_crude));
    return std::string("outcomes that happened of ") + clinic::word(hazard);
  }
  if (s >= slot(Quantity::first_decision)) {
    const bool kept = s >= slot(Quantity::first_kept);
    const Slot first = slot(kept ? Quantity::first_kept : Quantity::first_decision);
    return std::string(kept ? "rules kept at the moment " : "decisions at the moment ") +
           clinic::word(static_cast<clinic::Moment>(s - first));
  }
  const auto account = static_cast<clinic::Account>(s - slot(Quantity::first_account));
  return std::string("money of the account ") + clinic::word(account);
}

}  // namespace asepsim::experiment
