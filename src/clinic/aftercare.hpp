// The patient's own life after a session (F4, A7-A16).
//
// The channels close with a half-life by needle length; what the patient meets meanwhile enters in
// proportion to what is open. Germs of everyday life come all the time: their hazard is integrated
// over the open hours. An irritant comes at a moment of its own, as a process: on that day the
// share still open decides what it adds to pigmentation, dermatitis and granuloma. Habits change
// odds; coaching changes habits, sunscreen and the rate of irritants.
// Invariants: every behaviour of a patient comes from draws of its own, so that coaching never
// makes anybody's better. Units: h, share of open channels.
#pragma once

#include "clinic/skin_harm.hpp"

namespace asepsim::clinic {

/// The declared number of a habit that is wanted, such as &Habit::irritation.
using HabitNumber = scenario::Number scenario::Habit::*;

/// Habits that the patient has after every session, one bit each. [A13, A14]
std::uint8_t draw_habits(const Clinic& clinic, const Patient& patient);

/// Product of the odds factors of the habits the patient has; 1 without the section aftercare.
double odds_by_habits(const Clinic& clinic, const Patient& patient, HabitNumber which);

/// Share of patients that uses sunscreen in this clinic. [A13, A14]
double sunscreen_share(const scenario::Scenario& scenario);

/// Goes home with open channels: germs of everyday life, and an irritant if one comes.
void go_home(Clinic& clinic, const Visit& visit, const Patient& patient, const SkinAfter& skin);

}  // namespace asepsim::clinic
