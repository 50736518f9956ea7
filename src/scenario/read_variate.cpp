// Random quantities: a constant, or a map with exactly one family of distributions.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/families.hpp"
#include "scenario/read_values.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

std::vector<std::string> family_names() {
  std::vector<std::string> names;
  for (const FamilyText& family : all_families()) names.emplace_back(family.name);
  return names;
}

// The single family of a map; null after an error was reported.
const Entry* only_family(const Slot& slot, const std::vector<std::string>& also_known) {
  std::vector<std::string> known = family_names();
  known.insert(known.end(), also_known.begin(), also_known.end());
  if (!slot.only_keys(known)) return nullptr;
  const Entry* found = nullptr;
  for (const Entry& entry : slot.node.entries) {
    const FamilyText* family = family_named(entry.key);
    if (family == nullptr) continue;
    if (found != nullptr) {
      slot.refuse(fmt::format("two distributions, {} and {}", found->key, entry.key),
                  "keep one of the two");
      return nullptr;
    }
    found = &entry;
  }
  if (found == nullptr)
    slot.refuse("no distribution stands here", "choose " + enumeration(family_names()));
  return found;
}

bool within_bounds(const Slot& slot, const Distribution& distribution) {
  const auto [least, most] = support(distribution);
  const Bounds& b = slot.field.bounds;
  const auto shown = [&](double value) {
    return quantity_text(value, *slot.field.dimension, slot.reading.currency);
  };
  if (least < b.least) {
    return slot.refuse(
        std::isfinite(least)
            ? fmt::format("values as small as {} are not possible here", shown(least))
            : fmt::format("values below {} are not possible here", shown(b.least)),
        fmt::format("the least possible value is {}", shown(b.least)));
  }
  if (most > b.most) {
    return slot.refuse(std::isfinite(most)
                           ? fmt::format("values as large as {} are not possible here", shown(most))
                           : fmt::format("values above {} are not possible here", shown(b.most)),
                       fmt::format("the largest possible value is {}", shown(b.most)));
  }
  return true;
}

bool read_family_entry(const Slot& slot, const Entry& entry, Distribution& out) {
  const Slot inner = slot.at(entry.value, "." + entry.key);
  return read_family(inner, *family_named(entry.key), out) && within_bounds(slot, out);
}

bool read_range(const Slot& slot, Variate& out) {
  const Node* ends = range_ends(slot);
  if (ends == nullptr) return false;
  out.range.emplace();
  const bool low = read_value(slot.at(ends->items[0], "[1]"), out.range->first);
  return read_value(slot.at(ends->items[1], "[2]"), out.range->second) && low;
}

// Ends written as distributions have means too.
bool mean_in_range(const Slot& slot, const Variate& read) {
  const Entry* range = slot.node.find("range");
  if (range == nullptr) return true;
  const double mean = mean_of(read.value);
  const bool inside = mean_of(read.range->first) <= mean && mean <= mean_of(read.range->second);
  return inside || slot.at(range->value, ".range")
                       .refuse("the mean lies outside its range",
                               "write range: [low, high] around the mean of the distribution");
}

// The distribution under `value`, or the only family of the map.
bool read_inner(const Slot& slot, Variate& out) {
  const std::vector<std::string> beside{"value", "range", "source", "note"};
  if (const Entry* value = slot.node.find("value")) {
    return slot.only_keys(beside) && read_value(slot.at(value->value, ".value"), out.value);
  }
  const Entry* family = only_family(slot, beside);
  return family != nullptr && read_family_entry(slot, *family, out.value);
}

// {triangular: ..., source: ...} or {value: ..., source: ...}
bool read_described_variate(const Slot& slot, Variate& out) {
  Provenance provenance;
  bool sound = read_provenance(slot, provenance);
  out.source = provenance.source;
  out.note = provenance.note;
  if (const Entry* range = slot.node.find("range"))
    sound &= read_range(slot.at(range->value, ".range"), out);
  return read_inner(slot, out) && sound && mean_in_range(slot, out);
}

}  // namespace

bool read_value(const Slot& slot, Distribution& out) {
  if (slot.node.is_map()) {
    const Entry* family = only_family(slot, {});
    return family != nullptr && read_family_entry(slot, *family, out);
  }
  double value = 0;
  if (!read_quantity(slot, value)) return false;
  out = Distribution::constant(value);
  return true;
}

bool read_value(const Slot& slot, Variate& out) {
  return slot.node.is_map() ? read_described_variate(slot, out) : read_value(slot, out.value);
}

}  // namespace asepsim::scenario
