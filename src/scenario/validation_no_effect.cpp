// Keys that something else in the file makes void: said aloud, so that nobody waits for their
// effect.
//
// A key whose value is its default says nothing, wherever it stands. One that chooses the default
// of another (quality, wash_method, agent) is void if the other is given and says something else.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/checker.hpp"
#include "scenario/describe_organisms.hpp"
#include "scenario/describe_safety.hpp"
#include "scenario/describe_sterilization.hpp"

namespace asepsim::scenario {
namespace {

/// The visitor that finds one field of a struct.
struct FieldOf {
  std::string_view key;
  Field found{};

  template <class T>
  void value(const Field& field, T&) {
    if (field.key == key) found = field;
  }
  template <class S>
  void section(const Field&, S&) {}
};

// The value that stands if it is not given, in the struct as it was read.
template <class T, class S>
T default_of(Reading& reading, std::string_view key, S of) {
  FieldOf visitor{key};
  describe(visitor, of);
  T value{};
  const Node& node = reading.default_node(visitor.found.default_text);
  read_value(Slot{node, visitor.found, std::string(key), reading, BareNumbers::allowed}, value);
  return value;
}

// What is written beside its default is meant to matter.
void warn_of(Checker& c, const std::string& path, bool differs, std::string_view why) {
  if (differs && c.reading.places().given(path))
    c.warning(path, fmt::format("{}; this has no effect here", why));
}

/// A choice that gives another key its default, whether it is not the default itself, and that
/// other key.
struct Choice {
  std::string path;
  bool differs;
  std::string over;
};

template <class T, class S>
void check_choice(Checker& c, const Choice& choice, const T& given, const S& of) {
  const auto& places = c.reading.places();
  if (!choice.differs || !places.given(choice.over) || !c.whole(choice.over)) return;
  const std::string_view key = std::string_view(choice.over).substr(choice.over.rfind('.') + 1);
  if (default_of<T>(c.reading, key, of).value == given.value) return;
  c.warning(choice.path, fmt::format("{} is given; this has no effect here", key),
            fmt::format("leave {} out to have its default", choice.over));
}

void check_kind(Checker& c, const InstrumentKind& kind) {
  const std::string path = "instruments." + kind.name;
  const bool reprocessed = kind.policy == InstrumentPolicy::reprocess;
  warn_of(c, path + ".stock", !reprocessed && kind.stock != 0, "only reprocessed sets are counted");
  warn_of(c, path + ".most_cycles", !reprocessed && kind.most_cycles.value != 200,
          "only reprocessed sets wear out");
  warn_of(c, path + ".reuse_limit",
          kind.policy != InstrumentPolicy::reuse_up_to && kind.reuse_limit != 1,
          "only policy reuse_up_to has a limit");
  warn_of(c, path + ".reuse_despite_policy", reprocessed && kind.reuse_despite_policy.value != 0,
          "reprocessed sets come from the sterile store");
}

bool is_disinfected(const InstrumentKind& kind) {
  return kind.policy != InstrumentPolicy::single_use &&
         (kind.between_patients == Treatment::chemical_soak ||
          kind.between_patients == Treatment::wipe);
}

void check_disinfection(Checker& c, const Disinfection& d) {
  const auto& kinds = c.scenario.instruments;
  if (c.whole("instruments") && std::none_of(kinds.begin(), kinds.end(), is_disinfected)) {
    c.warning("disinfection", "no instrument is soaked or wiped; this has no effect here",
              "write  between_patients: chemical_soak  or wipe at a reused instrument");
  }
  if (d.agent != Agent::declared) return;
  const std::string_view why = "with agent declared the log reductions say all";
  warn_of(c, "disinfection.strength", d.strength.value != 1, why);
  warn_of(c, "disinfection.soil", d.soil.value != 0.5, why);
  warn_of(c, "disinfection.biofilm", d.biofilm.value != 0, why);
  warn_of(c, "disinfection.spread", d.spread.value != 0.23, why);
}

template <const OrganismDefaults& defaults>
void check_heat_z(Checker& c, std::string_view name, Organism organism) {
  const auto standing = default_of<Number>(c.reading, "heat_z", OrganismFields<defaults>{organism});
  warn_of(c, fmt::format("organisms.{}.heat_z", name), organism.heat_z.value != standing.value,
          "in dry heat sterilization.z_value counts");
}

void check_organisms(Checker& c) {
  const Organisms& all = c.scenario.organisms;
  check_heat_z<of_s_aureus>(c, "s_aureus", all.s_aureus);
  check_heat_z<of_hsv>(c, "hsv", all.hsv);
  check_heat_z<of_hbv>(c, "hbv", all.hbv);
  check_heat_z<of_hcv>(c, "hcv", all.hcv);
  check_heat_z<of_hiv>(c, "hiv", all.hiv);
}

void check_price_sensitivity(Checker& c, const Booking& booking) {
  const double dropout = booking.dropout;
  if (!booking.price_sensitivity || !c.whole("booking") || (dropout > 0 && dropout < 1)) return;
  c.warning("booking.price_sensitivity",
            fmt::format("with dropout: {} {} drops out at any price; this has no effect here",
                        dropout > 0 ? 1 : 0, dropout > 0 ? "everybody" : "nobody"),
            "write a dropout between 0 and 100 %");
}

}  // namespace

void check_no_effect(Checker& c) {
  if (c.scenario.booking) check_price_sensitivity(c, *c.scenario.booking);
  for (const InstrumentKind& kind : c.scenario.instruments) check_kind(c, kind);
  if (c.scenario.disinfection) check_disinfection(c, *c.scenario.disinfection);
  if (c.scenario.skin_preparation) {
    const SkinPreparation& s = *c.scenario.skin_preparation;
    const bool differs = s.agent != Antiseptic::alcohol;
    check_choice(c, {"skin_preparation.agent", differs, "skin_preparation.log_reduction"},
                 s.log_reduction, s);
  }
  if (!c.scenario.sterilization) return;
  Sterilization s = *c.scenario.sterilization;
  const bool washed = s.wash_method != WashMethod::manual;
  check_choice(c, {"sterilization.wash_method", washed, "sterilization.wash.log_reduction"},
               s.wash.log_reduction, WashOf{s.wash, s.wash_method});
  const bool rated = s.failure.quality != Quality::average;
  check_choice(c, {"sterilization.failure.quality", rated, "sterilization.failure.probability"},
               s.failure.probability, CycleFailureOf{s.failure, s.programme.sterilizer_class});
  if (s.programme.sterilizer_class == SterilizerClass::dry_heat) check_organisms(c);
}

}  // namespace asepsim::scenario
