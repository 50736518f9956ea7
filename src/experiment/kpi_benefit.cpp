#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using enum RowKind;
using Q = Quantity;

constexpr KpiRow rows[] = {
    {"benefit.improvement", "Improvement of a course", "share", higher_is_better, Q::improvement,
     Q::courses, headline,
     "Share of the score at entry that is gone at the first look after the last session, mean over "
     "courses that ended, finished or dropped, with their last session after the warm-up."},
    {"benefit.improvement.second_look", "Improvement at the second look", "share", higher_is_better,
     Q::improvement_second, Q::courses, plain,
     "The same at the second look: the skin goes on remodelling."},
    {"benefit.one_grade", "Improved by a grade", "share", higher_is_better, Q::one_grade,
     Q::courses, headline,
     "Share of ended courses whose score fell by at least one grade of its scale by the first "
     "look."},
    {"benefit.none", "Courses without benefit", "share", lower_is_better, Q::no_benefit, Q::courses,
     headline, "Share of ended courses that improved by less than 5 % of the score at entry."},
    {"benefit.quartile.1", "Improved by less than 25 %", "share", neither, Q::first_quartile,
     Q::courses, plain, "Share of ended courses, at the first look."},
    {"benefit.quartile.2", "Improved by 25 to 50 %", "share", neither, Q::second_quartile,
     Q::courses, plain, "Share of ended courses, at the first look."},
    {"benefit.quartile.3", "Improved by 50 to 75 %", "share", neither, Q::third_quartile,
     Q::courses, plain, "Share of ended courses, at the first look."},
    {"benefit.quartile.4", "Improved by 75 to 100 %", "share", neither, Q::fourth_quartile,
     Q::courses, plain, "Share of ended courses, at the first look."},
};

}  // namespace

std::vector<Kpi> benefit_kpis(const std::string& currency) {
  std::vector<Kpi> all = kpis_of(KpiGroup::benefit, rows);
  all.push_back({.id = "benefit.per_100",
                 .name = "Improvement for 100 " + currency,
                 .unit = "%/100 " + currency,
                 .group = KpiGroup::benefit,
                 .direction = higher_is_better,
                 .scale = 100.0 * 100.0,
                 .numerator = slot(Q::improvement),
                 .denominator = slot(Q::course_paid),
                 .range = Range::not_negative,
                 .definition =
                     "Improvement in per cent of the score at entry for each 100 units of "
                     "money that patients paid for the sessions of their courses."});
  return all;
}

}  // namespace asepsim::experiment
