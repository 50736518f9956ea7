// Where a run begins: who is under treatment when it starts.
//
// A run begins with an empty clinic unless the scenario names its patients, one row each of a CSV
// file. What a row leaves out is drawn as for any other patient. A run that forgets those already
// in treatment underestimates its first weeks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/time_settings.hpp"

namespace asepsim::scenario {

enum class Sex : std::uint8_t { female, male };
enum class Phototype : std::uint8_t { I, II, III, IV, V, VI };

/// One patient of the first day. Either appointment_date and appointment_time or
/// days_since_session; or, if no session was done, neither: asks for a first appointment.
struct InitialPatient {
  std::string id;                        ///< unique; addresses the patient's random numbers
  std::string stream;                    ///< name of a booked ArrivalStream
  std::string indication{};              ///< name of an Indication; empty: drawn
  std::optional<Phototype> phototype{};  ///< none here and below: drawn
  std::optional<Sex> sex{};
  std::optional<double> age{};  ///< years
  std::int64_t sessions_done = 0;
  std::optional<std::int64_t> sessions_planned{};  ///< drawn ones are more than those done
  std::optional<Date> appointment_date{};
  std::optional<Duration> appointment_time{};        ///< since midnight
  std::optional<std::int64_t> days_since_session{};  ///< before the first day; asks for the next
  bool operator==(const InitialPatient&) const = default;
};

struct InitialState {
  std::vector<InitialPatient> patients{};
  bool operator==(const InitialState&) const = default;
};

}  // namespace asepsim::scenario
