// The parameters of one distribution as they stand in the file. Private to the readers of variates.
//
// Each accessor returns the number, or reports what is wrong (a parameter that is missing, has the
// wrong unit or sign) and returns nothing.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/families.hpp"

namespace asepsim::scenario {

class Parameters {
 public:
  Parameters(const Slot& slot, const FamilyText& family);

  /// False if the node is no list or map of this family's parameters (reported).
  [[nodiscard]] bool well_formed() const { return well_formed_; }
  [[nodiscard]] const Field& field() const { return slot_.field; }
  [[nodiscard]] bool has(std::string_view name) const { return nodes_.contains(name); }
  /// False if a parameter was given that went unused (reported): median beside mean and sd.
  [[nodiscard]] bool all_used() const;

  /// In the unit of the field, any sign.
  std::optional<double> quantity(std::string_view name);
  /// In the unit of the field, above 0.
  std::optional<double> positive_quantity(std::string_view name);
  /// `sd`, or `cv` times the mean.
  std::optional<double> spread(double mean);
  /// A bare number.
  std::optional<double> plain(std::string_view name);
  /// A bare number above 0.
  std::optional<double> positive(std::string_view name);
  std::optional<std::vector<double>> quantities(std::string_view name);
  std::optional<std::vector<double>> plain_list(std::string_view name);
  /// `column` of the CSV `file`; `unit` applies to bare cells.
  std::optional<std::vector<double>> column_of_file();

  /// A number in the unit of the field, as text.
  [[nodiscard]] std::string shown(double value) const {
    return quantity_text(value, *slot_.field.dimension, slot_.reading.currency);
  }
  bool refuse(std::string problem, std::string remedy = {}) const {
    return slot_.refuse(std::move(problem), std::move(remedy));
  }

 private:
  const Node* node(std::string_view name);
  std::optional<double> number(const Node& node, const std::string& suffix, const Field& as);
  std::optional<std::vector<double>> numbers(std::string_view name, const Field& as);
  std::optional<std::string> unit_of_column();
  bool take_map(const FamilyText& family);
  bool take_list(const FamilyText& family);

  const Slot& slot_;
  std::string_view example_;  // of the family
  Field of_quantity_;         // the field without its bounds
  Field of_plain_;
  std::map<std::string_view, const Node*> nodes_{};
  std::set<std::string_view> used_{};
  bool well_formed_ = false;
};

}  // namespace asepsim::scenario
