// Soaking and wiping in place of sterilizing: what one application takes off each organism.
//
// Declared log reductions are drawn for bacteria and for viruses. Of a named agent the kill follows
// from contact time, strength, soil and biofilm, organism by organism (science/inactivation.hpp),
// with one draw of how well this application went. Units: log10. Source: evidence F5, I30-I43.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// What application number `use` on the head with `key` takes off after `contact`.
LogReductions disinfected(const Clinic& clinic, kernel::EntityKey key, std::uint64_t use,
                          Duration contact);

}  // namespace asepsim::clinic
