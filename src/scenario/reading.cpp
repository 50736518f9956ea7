#include "scenario/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/document.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {

const Node& Reading::default_node(std::string_view text) {
  const auto it = defaults_.find(text);
  if (it != defaults_.end()) return it->second;
  const auto source = std::make_shared<SourceText>(
      "built-in default", with_currency(text, currency), 0, SourceText::Lines::hidden);
  auto node = parse_document(source, findings());
  return defaults_.emplace(text, node ? *node : Node{}).first->second;
}

bool Slot::refuse(std::string problem, std::string remedy) const {
  reading.findings().error(node.mark, {path, std::move(problem), std::move(remedy)});
  return false;
}

Slot Slot::at(const Node& inner, const std::string& suffix) const {
  const std::string inner_path = path + suffix;
  if (bare == BareNumbers::by_dimension && !suffix.empty())
    reading.places().set(inner_path, inner.mark);
  return {inner, field, inner_path, reading, bare};
}

bool Slot::only_keys(const std::vector<std::string>& known) const {
  bool all_known = true;
  for (const Entry& entry : node.entries) {
    if (is_free_key(entry.key)) continue;
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    report_unknown_key(entry, path, known, reading);
    all_known = false;
  }
  return all_known;
}

std::string Slot::example() const {
  const std::string_view text = field.example.empty() ? field.dimension->example : field.example;
  return with_currency(text, reading.currency);
}

void report_unknown_key(const Entry& entry, const std::string& path,
                        const std::vector<std::string>& known, Reading& reading) {
  // What depends on the key that was meant is not to be complained about as well.
  if (!reading.findings().many()) {
    for (const std::string& meant : nearest_names(entry.key, known))
      reading.places().broke(joined(path, meant));
  }
  const std::string choice = known.empty() ? "remove it" : "known keys: " + enumeration(known);
  reading.findings().error(
      entry.key_mark,
      {path, fmt::format("unknown key \"{}\"", shortened(entry.key, 40)),
       reading.findings().many() ? choice : did_you_mean(entry.key, known, choice)});
}

std::string joined(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

}  // namespace asepsim::scenario
