#include "scenario/parameters_in_use.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenario/describe_scenario.hpp"
#include "scenario/tree_text.hpp"
#include "scenario/write_values.hpp"

namespace asepsim::scenario {
namespace {

double stored(double value) {
  return value;
}
double stored(std::int64_t value) {
  return static_cast<double>(value);
}
double stored(std::uint64_t value) {
  return static_cast<double>(value);
}
double stored(Duration value) {
  return static_cast<double>(value.microseconds());
}
double stored(Millimetres value) {
  return value.value;
}
double stored(Celsius value) {
  return value.value;
}
double stored(Money value) {
  return value.units();
}
double stored(const Distribution& value) {
  return mean_of(value);
}

template <class T>
concept Quantity = requires(const T& t) {
  stored(t);
}
&&!std::is_enum_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, std::string>;

/// The unit in which a table shows a quantity.
struct ShownUnit {
  std::string word;
  double multiply = 1, divide = 1;
  [[nodiscard]] double in(double value) const { return value * divide / multiply; }
};

// Of fixed quantities the unit they are written in.
ShownUnit unit_of(double value, const Dimension& d, std::string_view currency) {
  const std::string text = quantity_text(value, d, currency);
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos) return {with_currency(d.stored_in, currency)};
  for (const Unit& unit : d.units) {
    const std::string word = with_currency(unit.word, currency);
    if (word == text.substr(blank + 1)) return {word, unit.multiply, unit.divide};
  }
  return {with_currency(d.stored_in, currency)};
}

// Means are odd numbers: of durations the largest unit of which there are two.
ShownUnit unit_of_mean(double mean, const Dimension& d, std::string_view currency) {
  if (!d.adds_up) return unit_of(0, d, currency);
  ShownUnit unit{"s", 1e6};
  for (const ShownUnit& larger :
       {ShownUnit{"min", 60e6}, ShownUnit{"h", 3600e6}, ShownUnit{"d", 86400e6}}) {
    if (std::abs(mean) >= 2 * larger.multiply) unit = larger;
  }
  return unit;
}

// Six digits: closed forms of means differ in their last ones.
double rounded(double value) {
  const auto parsed = parse_number(fmt::format("{:.6g}", value));
  return parsed ? *parsed.value : value;
}

/// The visitor that lists the numbers of a struct and of the structs inside it.
class Lister {
 public:
  Lister(const Scenario& scenario, std::string above, std::vector<ParameterInUse>& out)
      : scenario_(scenario), above_(std::move(above)), out_(out) {}

  template <class T>
  void value(const Field& field, const T& value) {
    add(field, joined(above_, field.key), value);
  }

  template <class S>
  void section(const Field& field, S& s) {
    if (is_used(field.key)) inside(joined(above_, field.key), s);
  }
  template <class S>
  void section(const Field& field, std::optional<S>& s) {
    if (s) inside(joined(above_, field.key), *s);
  }
  template <class S>
  void named(const Field& field, std::vector<S>& all) {
    for (S& s : all) inside(joined(joined(above_, field.key), s.name), s);
  }
  template <class S, class Item>
  void named_lists(const Field& field, std::vector<S>& all, std::vector<Item> S::*items) {
    for (S& s : all) {
      const std::string path = joined(joined(above_, field.key), s.name);
      for (Item& item : s.*items) inside(joined(path, item.name), item);
    }
  }
  template <class S>
  void list(const Field& field, std::vector<S>& all, std::string_view = {}) {
    if (field.or_rows) return;  // records of patients, no parameters
    for (std::size_t i = 0; i < all.size(); ++i)
      inside(fmt::format("{}[{}]", joined(above_, field.key), i + 1), all[i]);
  }

 private:
  // Sections that stand in every scenario, whether anything reads them or not.
  [[nodiscard]] bool is_used(std::string_view section) const {
    const Scenario& s = scenario_;
    if (!above_.empty()) return true;
    if (section == "run") return false;
    if (section == "estimation") return s.estimation != Estimation{};
    if (section == "organisms") return s.bacterial_infection || s.bloodborne;
    if (section == "human_factors") return s.skin_preparation || s.hygiene || s.sterilization;
    return true;
  }

  template <class S>
  void inside(const std::string& path, S& s) {
    Lister inner(scenario_, path, out_);
    describe(inner, s);
  }

  // What is no number.
  template <class T>
  void add(const Field&, const std::string&, const T&) {}

  template <class T>
  void add(const Field& field, const std::string& path, const std::optional<T>& value) {
    if (value) add(field, path, *value);
  }
  template <Quantity T>
  void add(const Field& field, const std::string& path, const T& value) {
    if (field.dimension != &dimension::time_of_day) add(field, path, Sourced<T>{value});
  }
  template <Quantity T>
  void add(const Field& field, const std::string& path, const Sourced<T>& value) {
    ParameterInUse p = described(field, path, value.source, value.note);
    const Dimension& d = *field.dimension;
    const double number = stored(value.value);
    constexpr bool random = std::is_same_v<T, Distribution>;
    const ShownUnit unit =
        random ? unit_of_mean(number, d, currency()) : unit_of(number, d, currency());
    const bool unlimited = field.or_unlimited && number < 0;
    if (!unlimited) p.value = random ? rounded(unit.in(number)) : unit.in(number);
    if (!unlimited) p.unit = field.counted_in.empty() ? unit.word : field.counted_in;
    if (value.range) {
      p.low = unit.in(stored(value.range->first));
      p.high = unit.in(stored(value.range->second));
    }
    p.written = to_inline_yaml(write_value(Writing{field, currency()}, value.value));
    out_.push_back(std::move(p));
  }
  void add(const Field& field, const std::string& path, const std::array<Number, 6>& all) {
    static constexpr std::array keys{"I", "II", "III", "IV", "V", "VI"};
    for (std::size_t i = 0; i < all.size(); ++i) {
      add(field, joined(path, keys[i]), all[i]);
      if (out_.back().place.empty()) out_.back().place = scenario_.origins.of(path);
    }
  }

  [[nodiscard]] ParameterInUse described(const Field& field, const std::string& path,
                                         const std::string& source, const std::string& note) const {
    ParameterInUse p{.path = path};
    p.place = scenario_.origins.of(path);
    p.source = source.empty() && p.place.empty() ? std::string(field.source) : source;
    p.note = note;
    p.basis = field.basis;
    if (!p.claims_nothing()) p.mark = weakest_mark(p.source);
    return p;
  }

  [[nodiscard]] const std::string& currency() const { return scenario_.finance.currency; }

  const Scenario& scenario_;
  std::string above_;
  std::vector<ParameterInUse>& out_;
};

}  // namespace

std::vector<ParameterInUse> parameters_in_use(const Scenario& scenario) {
  Scenario copy = scenario;  // the tables describe what may be written to
  std::vector<ParameterInUse> all;
  Lister lister(scenario, "", all);
  describe(lister, copy);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return all;
}

ParameterCount count(const std::vector<ParameterInUse>& parameters) {
  ParameterCount n;
  for (const ParameterInUse& p : parameters) {
    if (p.claims_nothing()) continue;
    ++n.all;
    if (p.mark == EvidenceMark::assumption) ++n.assumed;
    if (p.mark == EvidenceMark::unconfirmed) ++n.unconfirmed;
  }
  return n;
}

}  // namespace asepsim::scenario
