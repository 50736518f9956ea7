// What the clinic has: staff, rooms, equipment, consumables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/supply.hpp"
#include "scenario/time_settings.hpp"

namespace asepsim::scenario {

/// What becomes of work and waiting patients when a shift ends.
enum class EndOfShift : std::uint8_t {
  finish,     ///< finishes the task in hand, then leaves
  hand_over,  ///< hands the task to a free colleague on shift; finishes it if there is none
  suspend,    ///< puts the task down; it goes on when somebody with the skill is there again
  overtime    ///< stays until the last patient has left, at most overtime_cap
};

/// Skill of the hand that holds the device; drives depth error (D6).
enum class Grade : std::uint8_t { expert, trained, untrained };

/// Who needles; drives the odds of skin harms (W7).
enum class Qualification : std::uint8_t {
  dermatologist,
  trained_nurse,
  certified_aesthetician,
  uncertified,
  unlicensed
};

/// A break, taken at the first safe point (free of tasks) from `at` on.
struct Break {
  Duration at;  ///< since midnight
  Duration length;
  bool operator==(const Break&) const = default;
};

/// A group of people with the same skills, hours and wage.
struct StaffGroup {
  std::string name;
  std::int64_t count = 1;
  std::vector<std::string> skills{};  ///< names that steps ask for; the group's name is one too
  Grade grade = Grade::trained;
  Qualification qualification = Qualification::trained_nurse;
  std::optional<WeekHours> hours{};  ///< none: the opening hours
  std::vector<Break> breaks{};
  EndOfShift end_of_shift = EndOfShift::finish;  ///< required in files
  Duration overtime_cap = minutes(120);          ///< most overtime a shift
  Number absence{0.0};                           ///< probability of missing a whole shift
  Price wage{};                                  ///< an hour on shift (O27)
  Number overtime_factor{1.5};                   ///< wage multiplier after the shift's end
  bool operator==(const StaffGroup&) const = default;
};

/// Cleaning after each use, as a task with its own staff (O17).
struct Turnaround {
  Variate duration{};
  std::string staff{};  ///< skill that does it; empty: the room cleans itself
  Price supplies{};     ///< a turnaround
  bool operator==(const Turnaround&) const = default;
};

/// How a kind of room or machine breaks down (I57).
struct Breakdowns {
  Number uses_between{};  ///< mean number of uses from one breakdown of a unit to the next
  Variate repair{};       ///< from the breakdown until it is in service again
  Price cost{};           ///< a repair
  bool operator==(const Breakdowns&) const = default;
};

/// Planned work on each room or machine of a kind.
struct Maintenance {
  Time every{};  ///< from one planned date of a unit to its next
  Variate duration{};
  Price cost{};  ///< each time
  bool operator==(const Maintenance&) const = default;
};

/// Rooms or machines of one kind.
struct RoomKind {
  std::string name;
  std::int64_t count = 1;  ///< -1: unlimited (no queue ever)
  std::optional<Turnaround> turnaround{};
  Price cost_per_day{};                      ///< rent or depreciation of each, every calendar day
  std::optional<Breakdowns> breakdowns{};    ///< none: never
  std::optional<Maintenance> maintenance{};  ///< none: never
  bool operator==(const RoomKind&) const = default;
};

/// Something used up.
struct Consumable {
  std::string name;
  Price price{};
  std::optional<Supply> supply{};  ///< none: never lacking
  bool operator==(const Consumable&) const = default;
};

}  // namespace asepsim::scenario
