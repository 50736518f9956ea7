// Needle heads and how they come back clean: policies, washing, sterilizing, indicators, release.
//
// dirty -> pre-clean -> wash -> inspect -> pack -> load -> cycle -> cool and dry -> release ->
// sterile store -> use (model.md section 4). Numbers: evidence.md sections 4a-4d.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

enum class InstrumentPolicy : std::uint8_t { single_use, reprocess, reuse_up_to };
enum class WhenEmpty : std::uint8_t { wait, cancel, reuse };
/// What is done to a reusable head between two patients.
enum class Treatment : std::uint8_t { sterilize, chemical_soak, wipe, nothing };
enum class WashMethod : std::uint8_t { manual, ultrasonic, washer_disinfector };
/// EN 13060 class of a small steam sterilizer; dry heat stands beside them (I16, I23).
enum class SterilizerClass : std::uint8_t { n, s, b, dry_heat };
/// When a load may be used.
enum class ReleaseRule : std::uint8_t { on_cycle_end, on_chemical, on_biological };
/// What becomes of the machine after a positive biological indicator (G3).
enum class AfterPositive : std::uint8_t { keep_running, retest, repair };

/// Needle heads (or any instrument that touches patients), one kind.
struct InstrumentKind {
  std::string name;
  InstrumentPolicy policy = InstrumentPolicy::single_use;
  std::int64_t reuse_limit = 1;  ///< reuse_up_to: patients per head before it is thrown away
  std::int64_t stock = 0;        ///< reprocess: individual sets owned; others: no limit
  WhenEmpty when_empty = WhenEmpty::wait;
  Treatment between_patients = Treatment::sterilize;  ///< of reused heads
  Price price{};                                      ///< of a new head or set (O24)
  Count most_cycles{200};            ///< reprocess: worn out and replaced after so many cycles
  Number reuse_despite_policy{0.0};  ///< probability that a used head is taken again (I70)
  bool operator==(const InstrumentKind&) const = default;
};

/// One manual or machine task of reprocessing.
struct ReprocessingTask {
  Variate duration{};
  Variate log_reduction{};  ///< log10 organisms removed; negatives count as 0 (F7)
  Number failure{0.0};      ///< probability that the task removes nothing (I7)
  bool operator==(const ReprocessingTask&) const = default;
};

/// A cycle programme as validated.
struct CycleProgramme {
  SterilizerClass sterilizer_class = SterilizerClass::b;
  Temperature temperature{};  ///< of the holding phase
  Time hold{};                ///< at that temperature
  Variate total{};            ///< door to door, drying and cooling included (I15)
  bool operator==(const CycleProgramme&) const = default;
};

/// How well a clinic runs its sterilizer: the lethal failures of its cycles (I56).
enum class Quality : std::uint8_t { good, average, poor };

/// How cycles fail: what goes wrong, and what the coldest item then gets of the programme. What is
/// no fault of the operator is an air pocket that the machine did not remove.
struct CycleFailure {
  Quality quality = Quality::average;
  Number probability{};        ///< per cycle (I56)
  Number operator_share{};     ///< share of failures that are somebody's error (I50)
  Number not_run{};            ///< share of errors: shelved without a cycle, or it was broken off
  Number wrong_programme{};    ///< share of errors: too short a hold for the load
  Number packing{};            ///< share of errors; the rest is overloading
  Variate hold_share{};        ///< wrong programme: share of the hold that is left
  Variate temperature_drop{};  ///< packing, overloading: kelvin below programme, coldest item
  Variate air_pocket_drop{};   ///< kelvin below programme inside the pocket
  bool operator==(const CycleFailure&) const = default;
};

/// Packs that come out wet: water carries germs of hands and shelves through the wrapping.
struct Drying {
  Number wet{};             ///< probability per load
  Number seen{};            ///< probability that a wet load is noticed and sent back
  Number recontaminated{};  ///< probability that a wet set that was not noticed takes up germs
  Variate germs{};          ///< log10 CFU of skin bacteria then
  bool operator==(const Drying&) const = default;
};

/// A machine that drifts: it stays colder, cycle after cycle, until somebody repairs it.
struct Drift {
  Number onset{};        ///< probability per cycle that it begins
  Number air{};          ///< with a vacuum pump: share that comes of air not removed
  Variate drop{};        ///< kelvin below programme while it lasts
  Time service_every{};  ///< a technician sets the machine right
  bool operator==(const Drift&) const = default;
};

/// Type of chemical indicator (ISO 11140-1): 1 on the outside of the pack, the others inside.
enum class ChemicalType : std::uint8_t { type_1, type_4, type_5, type_6 };

/// How sharply an indicator looks at each cause of failure: one of sensitivity s misses a cause of
/// weight w with the chance (1 - s)^w. The weight of a machine that runs cold is 1.
struct CauseWeights {
  Number not_run{}, wrong_programme{}, packing{}, overload{}, air_pocket{};
  bool operator==(const CauseWeights&) const = default;
};

/// The Bowie-Dick test of machines with a vacuum pump: a cycle before the day's first load (I60).
struct BowieDick {
  bool daily = false;
  Variate duration{};    ///< of its cycle
  Number sensitivity{};  ///< chance that it shows air that was not removed
  Price price{};         ///< of the test pack
  bool operator==(const BowieDick&) const = default;
};

/// Indicators: probability of seeing a lethal failure, and of crying wolf.
struct Indicators {
  Number printout_sensitivity{};
  ChemicalType chemical_type = ChemicalType::type_5;
  Number chemical_sensitivity{};  ///< of a cause of weight 1
  CauseWeights chemical_weights{};
  Number biological_sensitivity{};
  Time biological_every{};  ///< a biological indicator rides the first load after this time
  Time biological_delay{};  ///< until it is read
  Number false_positive{};  ///< of print-out and chemical indicator, per cycle
  Number biological_false_positive{};  ///< per biological indicator
  Price biological_price{};
  bool operator==(const Indicators&) const = default;
};

/// What is left out when sets are wanted, each load: probabilities at ease, more under pressure.
struct Shortcuts {
  Number indicators_skipped{};  ///< no chemical or biological indicator in the load
  Number early_release{};       ///< used before the biological result that the rule waits for
  Number cut_short{};           ///< opened before the programme was over
  bool operator==(const Shortcuts&) const = default;
};

/// The sterilization department, however small.
struct Sterilization {
  std::string staff{};          ///< skill of those who reprocess
  std::int64_t priority = 120;  ///< of its staff tasks; patients have 100, lower is served first
  Variate pre_clean{};          ///< duration
  WashMethod wash_method = WashMethod::manual;
  ReprocessingTask wash{};
  Variate inspect{};
  Number reject{};           ///< probability that inspection sends a clean set back to the wash
  Number reject_soiled{};    ///< the same for a set whose wash removed nothing
  Number soil_protection{};  ///< of such a set: time to kill in the cycle, over that without soil
  Variate pack{};
  std::int64_t sterilizers = 1;
  std::int64_t capacity = 6;     ///< sets a load
  std::int64_t least_batch = 3;  ///< starts with so many sets ...
  Time linger{};                 ///< ... or when the oldest packed set has waited so long
  Variate load_and_unload{};     ///< staff time for each load
  CycleProgramme programme{};
  Price cycle_cost{};  ///< energy, water, pouches, chemical indicators; no labour (O25)
  CycleFailure failure{};
  Drift drift{};
  Drying drying{};
  Number mean_cycles_between_breakdowns{};  ///< I57
  Variate repair{};
  Indicators indicators{};
  BowieDick bowie_dick{};
  ReleaseRule release = ReleaseRule::on_chemical;
  Shortcuts shortcuts{};
  AfterPositive after_positive = AfterPositive::retest;
  Time shelf_life{};  ///< sterile packs older than this are reprocessed
  Number d121{};      ///< minutes at 121.1 C, dry heat at 160 C (I17, I24)
  Number z_value{};   ///< kelvin (I18, dry heat I25)
  bool operator==(const Sterilization&) const = default;
};

/// What heads are soaked in or wiped with. `declared`: the log reductions are given, whatever it
/// is.
enum class Agent : std::uint8_t {
  declared,
  ethanol,
  glutaraldehyde,
  ortho_phthalaldehyde,
  hypochlorite,
  hydrogen_peroxide
};

/// Who shares one state of the tap water: everybody of the run, or those of one day.
enum class WaterOf : std::uint8_t { clinic, day };

/// Tap water that heads are rinsed in after the agent: mycobacteria of pipes come back onto them.
struct RinseWater {
  WaterOf shared_by = WaterOf::clinic;
  Number contaminated{};  ///< probability that the water carries mycobacteria
  Variate germs{};        ///< log10 CFU that a rinse leaves on a head then
  bool operator==(const RinseWater&) const = default;
};

/// Chemical soak or wipe in place of sterilizing. With a named agent the kill of each organism
/// follows from the contact time, the strength, soil and biofilm (Chick-Watson, F5).
struct Disinfection {
  Agent agent = Agent::declared;
  Variate duration{};  ///< contact time and handling
  std::optional<Variate> log_reduction_bacteria{}, log_reduction_virus{};  ///< declared
  Number strength{1.0};               ///< concentration over that of the label
  Number soil{};                      ///< 0 clean .. 1 visible blood
  Number biofilm{0.0};                ///< probability that the head bears one
  Number spread{};                    ///< sd of the logarithm of the contact that counts
  Number skipped{};                   ///< probability that it is left out, at ease
  Price price{};                      ///< each time
  std::optional<RinseWater> rinse{};  ///< none: sterile water, or no rinsing
  bool operator==(const Disinfection&) const = default;
};

}  // namespace asepsim::scenario
