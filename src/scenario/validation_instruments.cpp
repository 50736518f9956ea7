// Instruments have what their policy needs; treatments have the sections that their model reads.
#include <fmt/format.h>

#include "scenario/checker.hpp"
#include "scenario/families.hpp"

namespace asepsim::scenario {
namespace {

void check_reused(Checker& c, const InstrumentKind& kind, const std::string& path) {
  const bool sterilized = kind.between_patients == Treatment::sterilize;
  const bool disinfected =
      kind.between_patients == Treatment::chemical_soak || kind.between_patients == Treatment::wipe;
  if (kind.policy == InstrumentPolicy::reuse_up_to && sterilized) {
    c.error(path, "reuse_up_to with sterilizing in between is reprocessing",
            "write policy: reprocess, or between_patients: chemical_soak, wipe or nothing");
  }
  if (kind.policy == InstrumentPolicy::reprocess && sterilized && !c.scenario.sterilization &&
      c.reached("sterilization")) {
    c.error(path + ".policy", "reprocessing needs the section sterilization",
            "add it, or choose another policy");
  }
  if (disinfected && !c.scenario.disinfection && c.reached("disinfection")) {
    c.error(path + ".between_patients", "soaking and wiping need the section disinfection",
            "add it, or write between_patients: nothing");
  }
}

void check_kind(Checker& c, const InstrumentKind& kind) {
  const std::string path = "instruments." + kind.name;
  if (kind.policy != InstrumentPolicy::single_use) check_reused(c, kind, path);
  if (kind.policy == InstrumentPolicy::reprocess && kind.stock < 1)
    c.error(path, "reprocessing needs at least one set", "add  stock: 24");
  if (kind.policy != InstrumentPolicy::reprocess && kind.when_empty != WhenEmpty::wait)
    c.warning(path + ".when_empty", "only reprocessed sets run out; this has no effect here");
}

void check_cycle(Checker& c, const Sterilization& s) {
  if (s.least_batch > s.capacity) {
    c.error("sterilization.least_batch",
            fmt::format("a load of {} does not fit into a sterilizer for {}", s.least_batch,
                        s.capacity),
            "write at most the capacity", "sterilization.capacity", "the capacity");
  }
  const double longest = support(s.programme.total).second;
  if (longest < static_cast<double>(s.programme.hold->microseconds())) {
    c.error("sterilization.programme.total", "the whole cycle is shorter than its holding phase",
            "write the time door to door, drying included", "sterilization.programme.hold",
            "the holding phase");
  }
}

// Overloading has what the three leave of all errors.
void check_errors(Checker& c, const CycleFailure& f) {
  const double named = f.not_run + f.wrong_programme + f.packing;
  if (named <= 1 + 1e-9) return;
  c.error(
      "sterilization.failure",
      fmt::format("not_run, wrong_programme and packing are shares of all errors and sum to {:.6g}",
                  named),
      "write at most 1 in all; the rest is overloading");
}

struct Needed {
  bool there;
  const char* section;
};

/// Whether this is the first treatment, and the first with needles: sections are missed once.
struct FirstOf {
  bool all = true, needles = true;
};

// The sections that the model of a treatment reads.
void check_treatment(Checker& c, const Step& step, const std::string& path, const FirstOf& first) {
  const Scenario& s = c.scenario;
  if (step.staff.empty())
    c.error(path, "a treatment needs somebody who holds the device", "add  staff: [needling]");
  const bool needles = step.modality == Modality::microneedle;
  if (needles && step.instrument.empty())
    c.error(path, "a treatment needs a needle head", "add  instrument: name");
  if (!needles && !s.light && c.reached("light")) {
    c.error(path + ".modality", "a treatment with light needs the section light",
            "add it; {} takes its defaults");
  }
  const bool needling = s.needling.has_value() || !needles || !first.needles;
  for (const Needed& needed :
       {Needed{needling, "needling"}, Needed{!first.all || !s.indications.empty(), "indications"},
        Needed{!first.all || !s.sites.empty(), "sites"},
        Needed{!first.all || s.population.has_value(), "population"}}) {
    if (!needed.there && c.reached(needed.section)) {
      c.error(path, fmt::format("a treatment needs the section {}", needed.section),
              "add it; {} takes its defaults where there are any");
    }
  }
}

void check_lasting(Checker& c, const Variate& duration, const char* path, const char* what) {
  if (duration->family == Family::lognormal || duration->family == Family::constant) return;
  c.error(path, fmt::format("the duration of {} is lognormal or constant", what),
          "for example {lognormal: {median: 24 h, sigma: 0.6}}");
}

void check_complications(Checker& c, const Complications& k) {
  check_lasting(c, k.erythema, "complications.erythema", "redness");
  check_lasting(c, k.usual_swelling.duration, "complications.usual_swelling.duration", "swelling");
  check_lasting(c, k.usual_dryness.duration, "complications.usual_dryness.duration", "dryness");
}

// A machine without a pump, or with dry heat, removes no air.
void check_bowie_dick(Checker& c, const Sterilization& s) {
  const SterilizerClass of = s.programme.sterilizer_class;
  if (!s.bowie_dick.daily || of == SterilizerClass::b || of == SterilizerClass::s) return;
  c.error("sterilization.bowie_dick.daily", "a sterilizer of this class has no vacuum to test",
          "write daily: false, or programme.class b or s");
}

// Every set is packed, and needle heads are hollow: steam that only sinks leaves air in both (I16).
void check_class(Checker& c, const Sterilization& s) {
  if (s.programme.sterilizer_class != SterilizerClass::n) return;
  c.warning("sterilization.programme.class",
            "class n is for unwrapped solid items: it leaves air in packs and hollow heads",
            "write class b, or s if its maker says that it may");
}

// Declared log reductions and a named agent say the same thing in two ways.
void check_agent(Checker& c, const Disinfection& d) {
  const bool bacteria = d.log_reduction_bacteria.has_value();
  const bool virus = d.log_reduction_virus.has_value();
  if (d.agent == Agent::declared && !(bacteria && virus)) {
    c.error("disinfection", "it is not said what it takes off",
            "give log_reduction_bacteria and log_reduction_virus, or name an agent");
  }
  if (d.agent != Agent::declared && (bacteria || virus)) {
    c.error(bacteria ? "disinfection.log_reduction_bacteria" : "disinfection.log_reduction_virus",
            "the named agent says what it takes off",
            "leave the log reductions out, or write agent: declared");
  }
}

}  // namespace

void check_instruments(Checker& c) {
  for (const InstrumentKind& kind : c.scenario.instruments) check_kind(c, kind);
  if (!c.scenario.sterilization || !c.whole("sterilization")) return;
  check_cycle(c, *c.scenario.sterilization);
  check_errors(c, c.scenario.sterilization->failure);
  check_bowie_dick(c, *c.scenario.sterilization);
  check_class(c, *c.scenario.sterilization);
}

void check_safety(Checker& c) {
  FirstOf first;
  for (const Pathway& pathway : c.scenario.pathways) {
    const auto paths = c.step_paths(pathway);
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
      if (pathway.steps[i].kind != StepKind::treatment) continue;
      check_treatment(c, pathway.steps[i], paths[i], first);
      first.all = false;
      if (pathway.steps[i].modality == Modality::microneedle) first.needles = false;
    }
  }
  if (c.scenario.disinfection && c.whole("disinfection")) check_agent(c, *c.scenario.disinfection);
  if (c.scenario.complications) check_complications(c, *c.scenario.complications);
  const auto& screening = c.scenario.screening;
  if (screening && screening->refused + screening->deferred > 1)
    c.error("screening", "refused and deferred together are above 1", "write at most 1 in all");
}

}  // namespace asepsim::scenario
