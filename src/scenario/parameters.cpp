#include "scenario/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "scenario/read_values.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    words.emplace_back(text.substr(0, blank));
    text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
  }
  return words;
}

// The view of a parameter name that lives as long as the table.
std::string_view lasting(const FamilyText& family, const std::string& word) {
  return family.parameters.substr(family.parameters.find(word), word.size());
}

}  // namespace

Parameters::Parameters(const Slot& slot, const FamilyText& family)
    : slot_(slot), example_(family.example), of_quantity_(slot.field), of_plain_(slot.field) {
  of_quantity_.bounds = {-infinity, infinity, false};
  of_plain_.dimension = &dimension::number;
  of_plain_.bounds = of_quantity_.bounds;
  of_plain_.sane = of_quantity_.bounds;
  well_formed_ = slot.node.is_map() ? take_map(family) : take_list(family);
}

bool Parameters::take_map(const FamilyText& family) {
  const auto known = words_in(family.parameters);
  if (!slot_.only_keys(known)) return false;
  for (const std::string& word : known) {
    if (const Entry* entry = slot_.node.find(word))
      nodes_.emplace(lasting(family, word), &entry->value);
  }
  return true;
}

bool Parameters::take_list(const FamilyText& family) {
  const auto order = words_in(family.list_form);
  const std::string remedy = fmt::format("for example {}", family.example);
  if (slot_.node.is_scalar() && order.size() == 1) {
    nodes_.emplace(lasting(family, order[0]), &slot_.node);
    return true;
  }
  if (slot_.node.is_list() && order.empty())
    return refuse(fmt::format("{} needs its parameters by name", family.name), remedy);
  if (!slot_.node.is_list() || slot_.node.items.size() != order.size()) {
    return refuse(
        fmt::format("expected the parameters of {}, got {}", family.name,
                    slot_.node.is_list() ? fmt::format("a list of {}", slot_.node.items.size())
                                         : what_stands(slot_.node)),
        remedy);
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    nodes_.emplace(lasting(family, order[i]), &slot_.node.items[i]);
  return true;
}

bool Parameters::all_used() const {
  for (const auto& [name, node] : nodes_) {
    if (!used_.contains(name)) {
      return refuse(fmt::format("{} does not go together with the other parameters", name),
                    "keep one way of describing the distribution");
    }
  }
  return true;
}

const Node* Parameters::node(std::string_view name) {
  const auto it = nodes_.find(name);
  if (it != nodes_.end()) {
    used_.insert(it->first);
    return it->second;
  }
  refuse(fmt::format("{} is missing", name), fmt::format("for example {}", example_));
  return nullptr;
}

std::optional<double> Parameters::number(const Node& node, const std::string& suffix,
                                         const Field& as) {
  double value = 0;
  const Slot inner{node, as, slot_.path + suffix, slot_.reading, slot_.bare};
  return read_quantity(inner, value) ? std::optional(value) : std::nullopt;
}

std::optional<double> Parameters::quantity(std::string_view name) {
  const Node* found = node(name);
  return found ? number(*found, fmt::format(".{}", name), of_quantity_) : std::nullopt;
}

std::optional<double> Parameters::positive_quantity(std::string_view name) {
  Field positive = of_quantity_;
  positive.bounds = {0, infinity, true};
  positive.sane.least = -infinity;  // a spread may be far smaller than what it spreads
  const Node* found = node(name);
  return found ? number(*found, fmt::format(".{}", name), positive) : std::nullopt;
}

std::optional<double> Parameters::spread(double mean) {
  if (!has("cv")) return positive_quantity("sd");
  if (has("sd")) {
    refuse("sd and cv both", "keep one of the two");
    return std::nullopt;
  }
  const auto cv = positive("cv");
  return cv ? std::optional(*cv * mean) : std::nullopt;
}

std::optional<double> Parameters::plain(std::string_view name) {
  const Node* found = node(name);
  return found ? number(*found, fmt::format(".{}", name), of_plain_) : std::nullopt;
}

std::optional<double> Parameters::positive(std::string_view name) {
  Field positive = of_plain_;
  positive.bounds = {0, infinity, true};
  const Node* found = node(name);
  return found ? number(*found, fmt::format(".{}", name), positive) : std::nullopt;
}

std::optional<std::vector<double>> Parameters::numbers(std::string_view name, const Field& as) {
  const Node* found = node(name);
  if (found == nullptr) return std::nullopt;
  if (!found->is_list() || found->items.empty()) {
    refuse(fmt::format("{} must be a list of numbers", name),
           fmt::format("for example {}", example_));
    return std::nullopt;
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < found->items.size(); ++i) {
    const auto value = number(found->items[i], fmt::format(".{}[{}]", name, i + 1), as);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  return values;
}

std::optional<std::vector<double>> Parameters::quantities(std::string_view name) {
  return numbers(name, of_quantity_);
}

std::optional<std::vector<double>> Parameters::plain_list(std::string_view name) {
  return numbers(name, of_plain_);
}

std::optional<std::vector<double>> Parameters::column_of_file() {
  const Node *file = node("file"), *column = node("column");
  if (file == nullptr || column == nullptr) return std::nullopt;
  if (!file->is_scalar() || !column->is_scalar()) {
    refuse("file and column must be names", "for example file: times.csv");
    return std::nullopt;
  }
  const auto unit = unit_of_column();
  const Source source = slot_.reading.files().open(file->text, file->mark);
  if (!source || !unit) return std::nullopt;
  const auto table = parse_table(source, {column->text}, slot_.reading.findings());
  if (!table) return std::nullopt;
  if (table->rows.empty()) refuse("the table has no rows", "add rows below its header");
  std::vector<double> values;
  for (const auto& row : table->rows) {
    const Table::Cell& cell = row[*table->column(column->text)];
    const bool bare = parse_number(cell.text).value.has_value();
    Node node = plain_scalar(bare ? cell.text + *unit : cell.text);
    node.mark = cell.mark;
    if (const auto value = number(node, ".file", of_quantity_)) values.push_back(*value);
  }
  if (values.empty() || values.size() < table->rows.size()) return std::nullopt;
  return values;
}

// A unit that no cell could have is a mistake of the scenario, not of its table.
std::optional<std::string> Parameters::unit_of_column() {
  if (!has("unit")) return "";
  const Node& unit = *node("unit");
  const Slot here{unit, of_quantity_, slot_.path + ".unit", slot_.reading, slot_.bare};
  if (!unit.is_scalar()) here.refuse("expected a unit", "for example unit: min");
  if (!unit.is_scalar()) return std::nullopt;
  const auto one = parse_quantity("1 " + unit.text, *slot_.field.dimension, slot_.reading.currency);
  if (!one) here.refuse(one.misread);
  return one ? std::optional(" " + unit.text) : std::nullopt;
}

}  // namespace asepsim::scenario
