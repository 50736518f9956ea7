// A clinic of two nurses whose sets go through one sterilizer, and its loads in words.
#pragma once

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {

/// Two nurses and two sets; patients of 20 minutes.
inline std::string clinic(const std::string& when = "run: {start: 2027-01-04, length: 1 d}") {
  return when + R"(
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {count: 2, end_of_shift: finish}}
instruments: {roller: {policy: reprocess, stock: 2, when_empty: wait}}
bacterial_infection: {}
bloodborne: {}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: roller, duration: 20 min}]
)" + skin;
}

/// Loads in words: "load 0 sets 1 10:42-11:27 released 11:27".
inline std::vector<std::string> loads(const Outcome& r) {
  std::vector<std::string> lines;
  for (const LoadFact& load : r.record.loads) {
    const auto when = [](SimTime at) { return at == SimTime::never() ? "never" : clock(at); };
    lines.push_back("load " + std::to_string(load.load.index()) + " sets " +
                    std::to_string(load.sets) + " " + clock(load.started_at) + "-" +
                    when(load.ended_at) + " released " + when(load.released_at));
  }
  return lines;
}

/// Every cycle fails and only the print-out or the chemical indicator could see it.
inline std::string failing(const std::string& indicators, const std::string& release) {
  return with(with(with(sterilizing, "probability: 0,", "probability: 1,"), "false_positive: 0,",
                   "false_positive: 0, " + indicators + ","),
              "release: on_cycle_end", "release: " + release);
}

inline const std::string three_days = "run: {start: 2027-01-04, length: 3 d}";

}  // namespace asepsim::clinic
