// The fields of staff, rooms, equipment and consumables.
#pragma once

#include "scenario/describe_supply.hpp"
#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/resources.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, Break& b) {
  v.value(field("at", "taken from this time of day on, when the task in hand is done")
              .as(dimension::time_of_day)
              .needed()
              .like("\"12:30\""),
          b.at);
  v.value(field("length", "how long").as(dimension::duration).setting().needed().like("30 min"),
          b.length);
}

/// Who has a hand of this grade, unless the scenario says otherwise.
constexpr std::string_view usual_qualification(Grade grade) {
  if (grade == Grade::expert) return "dermatologist";
  return grade == Grade::trained ? "trained_nurse" : "uncertified";
}

template <class Visitor>
void describe_people(Visitor& v, StaffGroup& g) {
  v.value(field("count", "people in the group")
              .within(0, limits::people)
              .setting()
              .otherwise("1")
              .like("2"),
          g.count);
  v.value(field("skills", "names that steps may ask for; the group's own name is one too")
              .otherwise("[]")
              .like("[needling, consultation]"),
          g.skills);
  v.value(
      field("grade", "skill of the hand that holds the device").otherwise("trained").like("expert"),
      g.grade);
  v.value(field("qualification",
                "who they are: the odds of skin harms (grade expert: dermatologist, untrained: "
                "uncertified)")
              .otherwise(usual_qualification(g.grade), "W7")
              .like("certified_aesthetician"),
          g.qualification);
}

template <class Visitor>
void describe(Visitor& v, StaffGroup& g) {
  describe_people(v, g);
  v.value(field("hours", "when they work; left out: the opening hours")
              .like("{weekdays: \"09:00-18:00\"}"),
          g.hours);
  v.list(field("breaks", "taken at the first safe point").like("[{at: \"12:30\", length: 30 min}]"),
         g.breaks);
  v.value(field("end_of_shift",
                "what becomes of the work in hand when the shift ends; required "
                "unless the clinic is always open")
              .otherwise("finish")
              .like("finish"),
          g.end_of_shift);
  v.value(field("overtime_cap", "most overtime a shift")
              .as(dimension::duration)
              .setting()
              .otherwise("120 min")
              .like("90 min"),
          g.overtime_cap);
  v.value(field("absence", "probability of missing a whole shift")
              .as(dimension::probability)
              .neutral()
              .otherwise("0")
              .like("4 %"),
          g.absence);
  v.value(field("wage", "an hour on shift")
              .as(dimension::wage)
              .neutral()
              .otherwise("0")
              .like("41.38 ¤/h"),
          g.wage);
  v.value(field("overtime_factor", "wage multiplier after the end of the shift")
              .as(dimension::ratio)
              .otherwise("{value: 1.5, range: [1, 2]}", "assumption: time and a half")
              .like("1.5"),
          g.overtime_factor);
}

template <class Visitor>
void describe(Visitor& v, Turnaround& t) {
  v.value(field("duration", "of cleaning, contact time included")
              .as(dimension::duration)
              .needed()
              .like("{triangular: [5 min, 10 min, 15 min]}"),
          t.duration);
  v.value(field("staff", "skill that does it; left out: nobody is needed")
              .otherwise("\"\"")
              .like("assistant"),
          t.staff);
  v.value(field("supplies", "cost of what is used up, each time")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("0.50 ¤"),
          t.supplies);
}

template <class Visitor>
void describe(Visitor& v, Breakdowns& b) {
  v.value(field("uses_between",
                "mean number of uses of one of them between its breakdowns; the use in hand is "
                "finished, others wait")
              .within(1, 1e9)
              .in("uses")
              .needed()
              .like("400"),
          b.uses_between);
  v.value(field("repair", "time until it is in service again")
              .as(dimension::duration)
              .otherwise("{lognormal: {median: 3 d, sigma: 0.5}, range: [1 d, 10 d]}",
                         "assumption: as long as that of a sterilizer (I57)")
              .like("{lognormal: {median: 2 d, sigma: 0.5}}"),
          b.repair);
  v.value(field("cost", "of a repair; booked with rent and rooms")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("450 ¤"),
          b.cost);
}

template <class Visitor>
void describe(Visitor& v, Maintenance& m) {
  v.value(field("every",
                "from one planned date to the next; those of one kind take turns, so that they are "
                "not all away at once. A date that passes while it is out of service is skipped")
              .as(dimension::duration)
              .within(86400e6, infinite)
              .setting()
              .needed()
              .like("90 d"),
          m.every);
  v.value(field("duration",
                "how long it takes: in the first hours before the next date in which the clinic is "
                "closed, it is free and there is time for all of it; if there are none, as soon as "
                "it is free")
              .as(dimension::duration)
              .needed()
              .like("{triangular: [1 h, 2 h, 4 h]}"),
          m.duration);
  v.value(field("cost", "each time; booked with rent and rooms")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("150 ¤"),
          m.cost);
}

template <class Visitor>
void describe(Visitor& v, RoomKind& r) {
  v.value(field("count", "how many there are; unlimited: nobody ever waits for one")
              .within(0, limits::people)
              .unlimited_allowed()
              .setting()
              .otherwise("1")
              .like("2"),
          r.count);
  v.section(field("turnaround", "cleaning after each use"), r.turnaround);
  v.value(field("cost_per_day", "rent or depreciation of each, every calendar day")
              .as(dimension::money)
              .neutral()
              .otherwise("0")
              .like("12 ¤"),
          r.cost_per_day);
  v.section(field("breakdowns", "they break down and are repaired; left out: never"), r.breakdowns);
  v.section(field("maintenance", "planned work on each of them; left out: never"), r.maintenance);
}

template <class Visitor>
void describe(Visitor& v, Consumable& c) {
  v.value(field("price", "of one").as(dimension::money).neutral().otherwise("0").like("1.20 ¤"),
          c.price);
  v.section(field("supply", "its stock and how it is ordered; left out: never lacking"), c.supply);
}

}  // namespace asepsim::scenario
