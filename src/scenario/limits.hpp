// How large an input may be before it is refused.
//
// Hostile or mistaken input ends in a diagnostic, never in exhausted memory or time. The limits
// are generous for a clinic: the largest scenario of this project has about 1,500 nodes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace asepsim::scenario::limits {

inline constexpr std::size_t bytes = std::size_t{1} << 20;  ///< of one file
inline constexpr std::size_t depth = 64;                    ///< of nesting
inline constexpr std::size_t nodes = 100'000;               ///< after aliases are expanded
inline constexpr std::size_t entries = 10'000;              ///< of one list or map
inline constexpr std::size_t extends = 8;                   ///< files in a chain
inline constexpr std::size_t findings = 1'000;              ///< diagnostics of one reading
inline constexpr std::size_t name_length = 64;              ///< characters of a name
inline constexpr std::size_t title_length = 100;            ///< characters of a scenario's name
inline constexpr std::size_t skills = 64;                   ///< different skills of all staff
inline constexpr std::int64_t people = 1'000;        ///< staff, rooms or machines of one kind
inline constexpr std::int64_t units = 10'000;        ///< sets of one kind, places in a queue
inline constexpr std::int64_t supplies = 1'000'000;  ///< units of one consumable
inline constexpr double slots = 10'000'000;          ///< appointments' starts in a replication
inline constexpr double shifts = 4'000'000;          ///< shifts and breaks of a replication
inline constexpr double cycles = 4'000'000;          ///< that fit into a replication
inline constexpr std::size_t steps = 200;            ///< of one pathway
inline constexpr double steps_of_visit = 1'000;      ///< expected, ways back included
inline constexpr double steps_of_run = 4'000'000;    ///< expected, of all visits of a replication
inline constexpr std::int64_t replications = 1'000'000;
inline constexpr std::int64_t horizon_days = 36'525;  ///< 100 years

}  // namespace asepsim::scenario::limits
