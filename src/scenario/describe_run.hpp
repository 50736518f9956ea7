// The fields of what is said about a scenario, of its run, its calendar and its money.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, About& a) {
  v.value(field("question", "what the scenario is to answer")
              .otherwise("\"\"")
              .like("Do single-use heads pay?"),
          a.question);
  v.value(field("purpose", "background and aim").otherwise("\"\""), a.purpose);
  v.value(field("author", "who wrote it").otherwise("\"\""), a.author);
  v.value(field("access", "where scenario and results are to be found").otherwise("\"\""),
          a.access);
}

template <class Visitor>
void describe(Visitor& v, RunSettings& r) {
  v.value(field("start", "first day of the run").otherwise("2027-01-04").like("2027-01-04"),
          r.start);
  v.value(field("length", "counted time of one replication, after the warm-up; at most 100 years")
              .as(dimension::duration)
              .strictly_within(0, infinite)
              .setting()
              .otherwise("365 d")
              .like("365 d"),
          r.length);
  v.value(field("warm_up", "time before counting begins; what happens in it is not counted")
              .as(dimension::duration)
              .setting()
              .otherwise("0 s")
              .like("4 wk"),
          r.warm_up);
  v.value(field("replications", "independent runs")
              .within(1, limits::replications)
              .setting()
              .otherwise("64")
              .like("64"),
          r.replications);
  v.value(field("seed", "of all random numbers").within(0, 1e18).setting().otherwise("1").like("1"),
          r.seed);
  v.value(field("confidence", "level of every confidence interval")
              .strictly_within(0.5, 1)
              .setting()
              .otherwise("0.95")
              .like("0.95"),
          r.confidence);
}

template <class Visitor>
void describe(Visitor& v, CalendarSettings& c) {
  OpeningHours opening{c.always_open, c.opening};
  v.value(field("opening", "hours by weekday; days left out are closed")
              .needed()
              .like("{weekdays: \"09:00-18:00\"}"),
          opening);
  v.value(field("holidays",
                "closed dates: a list of dates and ranges first..last, or a CSV file "
                "with the column date")
              .otherwise("[]")
              .like("[2027-01-01]"),
          c.holidays);
  v.value(field("special_days",
                "other hours on single dates; they win over holidays, and rosters are cut to them")
              .otherwise("{}")
              .like("{2027-12-24: \"09:00-13:00\"}"),
          c.special_days);
}

template <class Visitor>
void describe(Visitor& v, Finance& f) {
  v.value(
      field("currency", "of every amount of money in the scenario").otherwise("USD").like("USD"),
      f.currency);
  v.value(field("session_price", "of a session, each course draws its own")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("{triangular: [150 ¤, 300 ¤, 700 ¤]}"),
          f.session_price);
  v.value(field("consultation_price", "of a consultation")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("50 ¤"),
          f.consultation_price);
  v.value(field("rent_per_day", "every calendar day")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("120 ¤"),
          f.rent_per_day);
}

template <class Visitor>
void describe(Visitor& v, Limit& l) {
  v.value(field("kpi", "id of the key figure").needed().like("wait_p95"), l.kpi);
  v.value(field("at_most", "the limit is broken above").setting().like("20"), l.at_most);
  v.value(field("at_least", "the limit is broken below").setting().like("0.9"), l.at_least);
}

}  // namespace asepsim::scenario
