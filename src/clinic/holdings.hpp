// What a visit holds: people, rooms and machines, from which step, and what it still needs.
//
// Every seize of a visit adds one holding to Visit::kept. Those of the present step lie behind the
// index `own`; at the end of the step they are given back except for what the step keeps, and what
// stays can no longer be taken away by a more urgent patient. Whoever or whatever stayed from an
// earlier step serves later steps too and is not asked for again. A room with turnaround is cleaned
// before anybody else gets it.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// The claims of the step that nothing held can serve.
void add_missing_claims(const Clinic& clinic, const Visit& visit, const StepPlan& step,
                        kernel::Request& request);

/// Adds what was granted for `request`; the people know from now on whom they serve.
void hold(Clinic& clinic, Visit& visit, const kernel::Request& request,
          const kernel::Holding& granted);

/// The person who serves the first staff claim of the step, as unit index, or nobody.
std::uint32_t first_person(const Clinic& clinic, const Visit& visit, const StepPlan& step);

/// True if something held was taken away, or somebody is about to leave.
bool is_disturbed(const Clinic& clinic, const Visit& visit);
/// Forgets what was taken away and lets those go whose shift has ended.
void let_lost_go(Clinic& clinic, Visit& visit);
/// Lets the people of this step go: nobody stands by while the patient waits.
void let_people_go(Clinic& clinic, Visit& visit, std::size_t own);

/// At the end of a step: gives back what it does not keep, and what it releases.
void give_back_after(Clinic& clinic, Visit& visit, const StepPlan& step, std::size_t own);
/// Gives back everything the visit still holds.
void give_back_all(Clinic& clinic, Visit& visit);

}  // namespace asepsim::clinic
