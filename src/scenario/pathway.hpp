// The pathway: what happens to a patient, step by step, as data.
//
// A step seizes everything it lists at once (all or nothing), holds it for `duration`, then
// releases it unless it is listed in `keep`. `release` gives back at the step's end what an earlier
// step kept. Then the first matching route is taken; without routes the next step of the list
// follows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/light.hpp"
#include "scenario/sourced.hpp"

namespace asepsim::scenario {

enum class StepKind : std::uint8_t {
  check_in,
  consultation,
  numbing,
  skin_prep,
  treatment,
  recovery,
  post_care,
  check_out,
  follow_up,
  complication_visit,
  service
};

/// Which session of a course a step belongs to.
enum class SessionRule : std::uint8_t { any, first, later };

enum class OnPreemption : std::uint8_t { resume, restart, resample };

/// Where the patient goes next.
struct Route {
  std::string to;           ///< a step of the same pathway, or "end"
  Number probability{1.0};  ///< routes are tried in order; probabilities are of all who get here
  Time after{};             ///< away from the clinic for so long (0: at once)
  std::vector<std::string> indications{};  ///< only these; empty: everybody
  bool operator==(const Route&) const = default;
};

struct Step {
  std::string name;
  StepKind kind = StepKind::service;
  Modality modality = Modality::microneedle;  ///< of a treatment
  std::vector<std::string> staff{};           ///< one person of each skill
  std::vector<std::string> rooms{};           ///< one of each kind
  std::vector<std::string> equipment{};       ///< one of each kind
  std::string instrument{};                   ///< a head or sterile set of this kind
  std::map<std::string, std::int64_t> consumables{};
  Variate duration{};
  std::vector<std::string> keep{};         ///< names above that stay with the patient
  std::vector<std::string> release{};      ///< names kept earlier, given back after this step
  std::optional<std::int64_t> priority{};  ///< none: the patient's
  std::optional<Variate> patience{};       ///< none: the patient's
  std::int64_t queue_capacity = -1;        ///< patients that may wait; more balk; -1: no limit
  bool pre_empts = false;                  ///< may interrupt pre-emptible steps of higher number
  bool pre_emptible = false;
  OnPreemption on_preemption = OnPreemption::resume;
  SessionRule session = SessionRule::any;
  std::vector<Route> next{};
  bool operator==(const Step&) const = default;
};

/// A named list of steps.
struct Pathway {
  std::string name;
  std::vector<Step> steps;
  bool operator==(const Pathway&) const = default;
};

}  // namespace asepsim::scenario
