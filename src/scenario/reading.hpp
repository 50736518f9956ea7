// What one reading of a scenario shares, and one value of it being read.
//
// A Slot is a node that stands where a field is expected: it knows the field's description, the
// dotted path and where to report. `refuse` reports and returns false, so that a reader of values
// ends with `return slot.refuse(...)`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/field.hpp"
#include "scenario/findings.hpp"
#include "scenario/node.hpp"
#include "scenario/number_text.hpp"
#include "scenario/places.hpp"
#include "scenario/quantity_text.hpp"
#include "scenario/side_files.hpp"

namespace asepsim::scenario {

class Reading {
 public:
  explicit Reading(SideFiles& files) : files_(files) {}

  [[nodiscard]] Findings& findings() { return files_.findings(); }
  [[nodiscard]] SideFiles& files() { return files_; }
  [[nodiscard]] Places& places() { return places_; }
  [[nodiscard]] const Places& places() const { return places_; }

  /// Unit of amounts of money; known before anything else is read.
  std::string currency = "USD";

  /// The tree of a built-in default (kept: the same few are asked for again and again).
  const Node& default_node(std::string_view text);

 private:
  SideFiles& files_;
  Places places_{};
  std::map<std::string_view, Node> defaults_{};
};

struct Slot {
  const Node& node;
  const Field& field;
  std::string path;
  Reading& reading;
  BareNumbers bare = BareNumbers::by_dimension;

  /// Reports an error at the node; false.
  bool refuse(std::string problem, std::string remedy = {}) const;
  bool refuse(const Misread& misread) const { return refuse(misread.problem, misread.remedy); }
  /// The slot of a node inside this one.
  [[nodiscard]] Slot at(const Node& inner, const std::string& suffix) const;
  /// Reports keys of a map that are not in `known` (free keys apart); false if there are any.
  [[nodiscard]] bool only_keys(const std::vector<std::string>& known) const;
  /// The example of the field, or else of its dimension.
  [[nodiscard]] std::string example() const;
};

/// Reports an unknown key of a map with the nearest known one.
void report_unknown_key(const Entry& entry, const std::string& path,
                        const std::vector<std::string>& known, Reading& reading);

/// `path.key`, or `key` at the top.
std::string joined(const std::string& path, std::string_view key);

}  // namespace asepsim::scenario
