#include "clinic/run_replication.hpp"
#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using Q = Quantity;

struct AccountName {
  clinic::Account account;
  const char* name;
};

constexpr AccountName account_names[] = {
    {clinic::Account::sessions, "Revenue from sessions"},
    {clinic::Account::consultations, "Revenue from consultations"},
    {clinic::Account::wages, "Wages"},
    {clinic::Account::overtime, "Overtime pay"},
    {clinic::Account::consumables, "Consumables"},
    {clinic::Account::instruments, "Needle heads and instruments"},
    {clinic::Account::sterilization, "Sterilization"},
    {clinic::Account::turnaround, "Room turnaround"},
    {clinic::Account::rent, "Rent and rooms"},
    {clinic::Account::complications, "Care of complications"},
    {clinic::Account::refunds, "Refunds"},
};

Kpi amount(std::string id, std::string name, std::string unit, Direction direction, Slot numerator,
           Q denominator, bool headline, std::string definition) {
  return {.id = std::move(id),
          .name = std::move(name),
          .unit = std::move(unit),
          .group = KpiGroup::money,
          .direction = direction,
          .numerator = numerator,
          .denominator = slot(denominator),
          .range = numerator == slot(Q::contribution) ? Range::any : Range::not_negative,
          .headline = headline,
          .definition = std::move(definition)};
}

std::vector<Kpi> totals(const std::string& year, const std::string& session) {
  return {
      amount("revenue.per_year", "Revenue per year", year, higher_is_better, slot(Q::revenue),
             Q::years, true, "Money taken after the warm-up, for 365 days."),
      amount("cost.per_year", "Cost per year", year, lower_is_better, slot(Q::cost), Q::years, true,
             "All costs after the warm-up, refunds included, for 365 days."),
      amount("contribution.per_year", "Contribution per year", year, higher_is_better,
             slot(Q::contribution), Q::years, true, "Revenue less cost, for 365 days."),
      amount("cost.per_session", "Cost per session", session, lower_is_better, slot(Q::cost),
             Q::sessions, false, "All costs over treatments finished."),
      amount("contribution.per_session", "Contribution a session", session, higher_is_better,
             slot(Q::contribution), Q::sessions, true,
             "Revenue less cost over treatments finished."),
  };
}

}  // namespace

std::vector<Kpi> money_kpis(const std::string& currency) {
  const std::string year = currency + "/year";
  std::vector<Kpi> all = totals(year, currency + "/session");
  for (const AccountName& entry : account_names) {
    const bool revenue = clinic::is_revenue(entry.account);
    all.push_back(amount(std::string(revenue ? "revenue." : "cost.") + clinic::word(entry.account),
                         entry.name, year, revenue ? higher_is_better : lower_is_better,
                         account_slot(entry.account), Q::years, false,
                         std::string("The account '") + clinic::word(entry.account) +
                             "' after the warm-up, for 365 days."));
  }
  return all;
}

}  // namespace asepsim::experiment
