// Lengths that the device can be set to, targets that are layers in order, looks at the benefit in
// order, and use beyond what devices are cleared for.
#include <fmt/format.h>

#include <cmath>

#include "scenario/checker.hpp"
#include "scenario/families.hpp"

namespace asepsim::scenario {
namespace {

/// What the device can be set to: least, least + step ... up to most, mm.
struct Settings {
  double least, step, most;
};

Settings settings_of(const Needling& needling) {
  return {needling.least.value_or(needling.step)->value, needling.step->value,
          needling.most->value};
}

// The setting at or below `length`, from the least on.
double setting_below(double length, const Settings& device) {
  constexpr double rounding = 1e-6;  // of a step: 0.3 / 0.1 must not fall just short of 3
  return device.least + device.step * std::floor((length - device.least) / device.step + rounding);
}

bool is_setting(double length, const Settings& device) {
  return std::abs(length - setting_below(length, device)) <= 1e-4 * device.step;
}

void check_setting(Checker& c, const std::string& path, double length, const Settings& device) {
  if (length > device.most) {
    c.error(path, fmt::format("the device reaches {} mm at most", device.most),
            "choose a shorter length", "needling.most", "the longest setting");
  } else if (length < device.least) {
    c.error(path, fmt::format("the device cannot be set below {} mm", device.least),
            "choose a longer length, or change needling.least");
  } else if (!is_setting(length, device)) {
    const double below = setting_below(length, device), above = below + device.step;
    const std::string longer = above <= device.most ? fmt::format(" or {:g} mm", above) : "";
    c.error(path, fmt::format("the device cannot be set to {:g} mm", length),
            fmt::format("write {:g} mm{}, or change needling.step", below, longer));
  }
}

// False if the device cannot be set to any length.
bool check_settings(Checker& c, const Needling& needling) {
  const Settings device = settings_of(needling);
  if (device.least <= device.most) return true;
  const bool said = needling.least.has_value();
  c.error(said ? "needling.least" : "needling.step",
          said ? "the shortest setting is longer than the longest"
               : "the step is longer than the longest setting",
          fmt::format("write at most {} mm", device.most));
  return false;
}

void check_lengths(Checker& c, const Needling& needling) {
  const Settings device = settings_of(needling);
  if (needling.policy == LengthPolicy::fixed) {
    for (const Indication& indication : c.scenario.indications) {
      check_setting(c, "indications." + indication.name + ".length_fixed",
                    indication.length_fixed->value, device);
    }
  }
  if (needling.policy == LengthPolicy::by_site) {
    for (const Site& site : c.scenario.sites) {
      check_setting(c, "sites." + site.name + ".length_by_site", site.length_by_site->value,
                    device);
    }
  }
}

void check_targets(Checker& c) {
  for (const Indication& indication : c.scenario.indications) {
    if (indication.target_from <= indication.target_to) continue;
    c.error("indications." + indication.name + ".target_from",
            "the first layer on target lies below the last", "name the layer nearer the surface",
            "indications." + indication.name + ".target_to", "the last layer on target");
  }
}

void check_looks(Checker& c, const Benefit& benefit) {
  if (benefit.first_look.value <= benefit.second_look.value) return;
  c.error("benefit.first_look", "the first look comes after the second",
          "write the shorter time first", "benefit.second_look", "the second look");
}

// What regulators have not cleared is simulated all the same (P3, P40).
void check_label(Checker& c, const Needling& needling) {
  constexpr double longest_pen_mm = 2.5, youngest_years = 22;
  if (needling.device == Device::pen && needling.most->value > longest_pen_mm) {
    c.warning("needling.most",
              fmt::format("off label: pens are cleared for settings up to {} mm", longest_pen_mm));
  }
  const auto& population = c.scenario.population;
  if (population && support(population->age).first < youngest_years) {
    c.warning("population.age", fmt::format("off label: needling is labelled for patients of {} "
                                            "years or more",
                                            youngest_years));
  }
}

// What hands bring enters the channels with the germs of the skin, by the same numbers (F9).
void check_contact(Checker& c) {
  if (!c.scenario.hygiene || c.scenario.bacterial_infection || !c.reached("bacterial_infection"))
    return;
  c.warning("hygiene",
            "what hands and surfaces carry is driven in like germs of the skin, which are not "
            "modelled; this has no effect here",
            "add  bacterial_infection: {}");
}

}  // namespace

void check_needling(Checker& c) {
  const auto& needling = c.scenario.needling;
  if (needling && c.whole("needling") && check_settings(c, *needling)) check_lengths(c, *needling);
  if (needling) check_label(c, *needling);
  check_targets(c);
  check_contact(c);
  if (c.scenario.benefit) check_looks(c, *c.scenario.benefit);
}

}  // namespace asepsim::scenario
