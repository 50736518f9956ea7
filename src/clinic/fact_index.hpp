// Indices into the tables of a record, and what stands for none.
#pragma once

#include <cstdint>

namespace asepsim::clinic {

/// Index of a fact: there is none.
inline constexpr std::uint32_t no_fact = 0xffffffffu;
/// Index of a person: not known, or there was none.
inline constexpr std::uint32_t nobody = 0xffffffffu;

}  // namespace asepsim::clinic
