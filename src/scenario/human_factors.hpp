// What people do under pressure, and what their hands, devices and surfaces carry.
//
// Compliance is a logit model (science/compliance.hpp): each moment of hygiene has a share of
// lapses at ease, which pressure moves. Published figures are of hospital wards and audits
// (I61-I63); how much a late hour adds is an assumption, which `workload_link: false` takes out.
#pragma once

#include <string>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

struct HumanFactors {
  bool workload_link = true;     ///< false: being late and tired changes nothing
  Number per_minute_behind{};    ///< log-odds of a lapse for each minute behind plan
  Time most_behind{};            ///< further delay adds nothing
  Number per_hour_on_shift{};    ///< log-odds of a lapse for each hour on shift
  Number expert{}, untrained{};  ///< log-odds of a lapse, against trained people
  std::string supervisor{};      ///< skill of who watches when on duty; empty: nobody
  Number supervision{};          ///< log-odds of a lapse while watched
  Number fatigue{};  ///< operator errors of depth and fluence grow by this share each hour
  bool operator==(const HumanFactors&) const = default;
};

/// Hands, gloves, device and surfaces between patients.
struct Hygiene {
  Number hands_before{};        ///< share of hand hygiene before contact, at ease
  Number hands_after{};         ///< ... and after it
  Number fresh_gloves{};        ///< share of patients for whom fresh gloves are put on
  Number surfaces{};            ///< share of patients after whom the surfaces are disinfected
  Number device{};              ///< ... or the device: disinfected, or its cover changed
  Variate hand_rub{};           ///< log10 taken off hands
  Variate surface_agent{};      ///< log10 taken off surfaces and device
  Number bare_transfer{};       ///< share of the difference that a touch of a bare hand moves
  Number gloved_transfer{};     ///< ... of a gloved one
  Number touches{};             ///< of device and surfaces, each treatment
  Number device_share{};        ///< share of these that are of the device
  Number touched_skin{};        ///< share of the treated skin that the glove touches
  Number donning{};             ///< share of a glove's outside that the bare hand touches
  Number staff_carriage{};      ///< share of staff with S. aureus on their hands
  Variate staff_density{};      ///< log10 CFU/cm2 on the hands of carriers at the start of a task
  Number blood_on_skin{};       ///< of skin that bleeds: blood of one used needle, per cm2
  Number herpes_shedding{};     ///< share of carriers whose skin sheds at a session
  Number herpes_density{};      ///< log10 particles/cm2 where it does
  Number herpes_on_head{};      ///< cm2 of skin whose particles a needle head carries off
  Number herpes_infectivity{};  ///< per particle in the channels of who has none
  bool operator==(const Hygiene&) const = default;
};

}  // namespace asepsim::scenario
