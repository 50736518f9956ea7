// Who is under treatment when the run starts: their streams, courses and appointments.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenario/calendar_days.hpp"
#include "scenario/checker.hpp"
#include "scenario/clock_text.hpp"
#include "scenario/slot_places.hpp"

namespace asepsim::scenario {
namespace {

/// A stretch of opening on the run's clock, over midnight if the hours do not end there.
struct Stretch {
  Duration from, to;
  std::size_t slots_before = 0;  ///< of the book, in all earlier stretches
};

std::vector<Stretch> stretches_of(const Scenario& s) {
  const Duration whole = s.run.whole();
  if (s.calendar.always_open) return {{Duration{}, whole + days(100'000)}};
  std::vector<Stretch> out;
  Date date = s.run.start;
  for (Duration day{}; day < whole; day += days(1), date += std::chrono::days{1}) {
    for (const TimeRange& range : opening_on(s.calendar, date)) {
      if (!out.empty() && out.back().to == day + range.from) {
        out.back().to = day + range.to;
      } else {
        out.push_back({day + range.from, day + range.to});
      }
    }
  }
  return out;
}

void number_slots(std::vector<Stretch>& open, const Scenario& s) {
  std::size_t slots = 0;
  for (Stretch& stretch : open) {
    stretch.slots_before = slots;
    const Duration last =
        std::min(stretch.to - s.booking->last_slot_before_closing, s.run.whole()) - stretch.from;
    if (last < Duration{}) continue;
    slots += 1 + static_cast<std::size_t>(last.microseconds() / s.booking->slot.microseconds());
  }
}

/// What the rows share: the book's days, and what earlier rows have taken.
struct Register {
  Names streams{"stream of patients", "arrivals"};
  std::vector<Stretch> open{};
  std::map<std::string, std::string, std::less<>> ids{};  ///< with the path of the row
  std::map<std::int64_t, std::vector<std::string>> slots{};
};

Duration since_start(const Scenario& s, const InitialPatient& p) {
  return days((*p.appointment_date - s.run.start).count()) + *p.appointment_time;
}

const ArrivalStream* stream_named(const Scenario& s, const std::string& name) {
  const auto it = std::find_if(s.arrivals.begin(), s.arrivals.end(),
                               [&](const ArrivalStream& a) { return a.name == name; });
  return it == s.arrivals.end() ? nullptr : &*it;
}

void check_id(Checker& c, const InitialPatient& p, const std::string& path, Register& known) {
  if (p.id.empty()) return;  // told already
  const auto [first, fresh] = known.ids.emplace(p.id, path + ".id");
  if (!fresh) {
    c.error(path + ".id", fmt::format("two patients are called \"{}\"", p.id),
            "give each patient an id of their own", first->second, "the first of them");
  }
}

void check_names_of(Checker& c, const InitialPatient& p, const std::string& path,
                    const Register& known) {
  if (!p.indication.empty()) c.name(path + ".indication", p.indication, c.indications);
  if (p.stream.empty()) return;
  c.name(path + ".stream", p.stream, known.streams);
  const ArrivalStream* stream = stream_named(c.scenario, p.stream);
  if (stream != nullptr && stream->kind != ArrivalKind::booked) {
    c.error(path + ".stream", fmt::format("patients of {} have no appointments", p.stream),
            "name a stream of kind: booked");
  }
}

void check_course(Checker& c, const InitialPatient& p, const std::string& path) {
  if (!c.whole(path)) return;
  if (p.sessions_planned && *p.sessions_planned <= p.sessions_done) {
    c.error(path + ".sessions_planned",
            fmt::format("the course is over: {} of {} sessions are done", p.sessions_done,
                        *p.sessions_planned),
            "remove the row, or plan another session");
  }
  if (p.days_since_session && p.sessions_done == 0) {
    c.error(path + ".days_since_session", "no session was done, so none to count days from",
            "write sessions_done, or leave this out: the patient asks for a first appointment");
  }
}

// An appointment or the days since the last session, and not both; neither before the first.
bool has_appointment(Checker& c, const InitialPatient& p, const std::string& path) {
  const bool date = p.appointment_date.has_value(), time = p.appointment_time.has_value();
  if (date != time) {
    c.error(path, fmt::format("an appointment needs {} too", date ? "its time" : "its date"),
            fmt::format("fill in {}", date ? "appointment_time" : "appointment_date"));
  } else if (date && p.days_since_session) {
    c.error(path + ".days_since_session", "an appointment is there already",
            "keep the appointment or the days since the last session");
  } else if (!date && !p.days_since_session && p.sessions_done > 0) {
    c.error(path, "when does this patient come next?",
            "fill in appointment_date and appointment_time, or days_since_session");
  }
  return date && time;
}

// Why the book has no slot at that time; empty if it has one.
std::string why_no_slot(const Booking& booking, const Stretch* open, Duration at) {
  if (open == nullptr || at >= open->to) return "the clinic is closed then";
  if (at > open->to - booking.last_slot_before_closing) return "that is too close to closing";
  if ((at - open->from).microseconds() % booking.slot.microseconds() == 0) return "";
  return fmt::format("one begins every {:.6g} min from opening on", booking.slot.minutes());
}

std::int64_t distance(Duration a, Duration b) {
  return std::max(a - b, b - a).microseconds();
}

// The slot nearest to that time; none if the book has none at all.
std::optional<Duration> nearest_slot(const Scenario& s, const std::vector<Stretch>& open,
                                     Duration at) {
  std::optional<Duration> nearest;
  for (const Stretch& stretch : open) {
    const Duration last =
        std::min(stretch.to - s.booking->last_slot_before_closing, s.run.whole() - microseconds(1));
    if (last < stretch.from) continue;
    const Duration within = std::clamp(at, stretch.from, last) - stretch.from;
    const std::int64_t before = within.microseconds() / s.booking->slot.microseconds();
    for (const std::int64_t n : {before, before + 1}) {
      const Duration slot = stretch.from + s.booking->slot * n;
      if (slot <= last && (!nearest || distance(slot, at) < distance(*nearest, at))) nearest = slot;
    }
  }
  return nearest;
}

std::string time_text(const Scenario& s, Duration at) {
  const std::int64_t day = at.microseconds() / days(1).microseconds();
  return fmt::format("{} on {}", time_of_day_text(at - days(day)),
                     date_text(s.run.start + std::chrono::days{day}));
}

void check_slot(Checker& c, Duration at, const std::string& path, Register& known) {
  const auto after = std::upper_bound(known.open.begin(), known.open.end(), at,
                                      [](Duration t, const Stretch& s) { return t < s.from; });
  const Stretch* open = after == known.open.begin() ? nullptr : &*(after - 1);
  const std::string why = why_no_slot(*c.scenario.booking, open, at);
  if (!why.empty()) {
    const auto nearest = nearest_slot(c.scenario, known.open, at);
    c.error(path + ".appointment_time",
            fmt::format("there is no slot at {}: {}", time_text(c.scenario, at), why),
            nearest ? "the nearest slot is at " + time_text(c.scenario, *nearest)
                    : "check the hours of the calendar and booking.last_slot_before_closing");
    return;
  }
  std::vector<std::string>& taken = known.slots[at.microseconds()];
  taken.push_back(path + ".appointment_time");
  const Booking& booking = *c.scenario.booking;
  const auto index =
      open->slots_before +
      static_cast<std::size_t>((at - open->from).microseconds() / booking.slot.microseconds());
  const auto places = static_cast<std::size_t>(places_of_slot(index, booking));
  if (taken.size() <= places) return;
  c.error(taken.back(),
          fmt::format("the slot at {} is taken: it has {} place{}", time_text(c.scenario, at),
                      places, places == 1 ? "" : "s"),
          "give another time, or raise booking.per_slot", taken[places - 1],
          "who has it, or the last of them");
}

void check_appointment(Checker& c, const InitialPatient& p, const std::string& path,
                       Register& known) {
  if (!c.whole(path) || !has_appointment(c, p, path)) return;
  if (!c.whole("run") || !c.whole("calendar") || !c.whole("booking") || !c.scenario.booking) return;
  const Duration at = since_start(c.scenario, p);
  if (at < Duration{} || at >= c.scenario.run.whole()) {
    c.error(path + ".appointment_date",
            fmt::format("{} lies outside the run", date_text(*p.appointment_date)),
            fmt::format("the run begins on {} and lasts {:.6g} days",
                        date_text(c.scenario.run.start), c.scenario.run.whole().days()));
    return;
  }
  check_slot(c, at, path, known);
}

void check_no_population(Checker& c, const InitialPatient& p, const std::string& path) {
  if (c.scenario.population || (!p.sex && !p.age && !p.phototype)) return;
  c.warning(path, "sex, age and phototype have no effect without the section population");
}

void check_effect(Checker& c) {
  if (c.scenario.run.warm_up > Duration{} && c.whole("run")) {
    c.warning("initial_state", "its first days lie in the warm-up, which does not count",
              "write  warm_up: 0 s  in the section run");
  }
  const bool listed = c.reading.places().given("initial_state.patients");
  if (listed && c.whole("initial_state") && c.scenario.initial_state->patients.empty()) {
    c.warning("initial_state.patients", "there are no rows, so the run begins with nobody");
  }
}

}  // namespace

void check_initial_state(Checker& c) {
  if (!c.scenario.initial_state) return;
  Register known;
  for (const ArrivalStream& stream : c.scenario.arrivals) known.streams.known.insert(stream.name);
  if (c.whole("run") && c.whole("calendar")) known.open = stretches_of(c.scenario);
  if (c.whole("booking") && c.scenario.booking) number_slots(known.open, c.scenario);
  check_effect(c);
  const auto& patients = c.scenario.initial_state->patients;
  for (std::size_t i = 0; i < patients.size(); ++i) {
    const std::string path = fmt::format("initial_state.patients[{}]", i + 1);
    check_id(c, patients[i], path, known);
    check_names_of(c, patients[i], path, known);
    check_course(c, patients[i], path);
    check_appointment(c, patients[i], path, known);
    check_no_population(c, patients[i], path);
  }
}

}  // namespace asepsim::scenario
