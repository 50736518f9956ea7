#include "scenario/inheritance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scenario/clock_text.hpp"
#include "scenario/document.hpp"
#include "scenario/families.hpp"
#include "scenario/limits.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

// A file on the way from the main file to the base being read, and where it was asked for.
struct Link {
  std::string path;
  Mark asked_by;
};

void refuse(const Mark& mark, Findings& findings, std::string problem, std::string remedy,
            std::string path = {}) {
  findings.error(mark, {std::move(path), std::move(problem), std::move(remedy)});
}

// The document as a map whose first key is the schema.
bool is_scenario_document(const Node& root, Findings& findings) {
  const std::string begin = fmt::format("begin with  schema: {}", schema_id);
  if (root.is_null()) {
    refuse(root.mark, findings, "the file is empty", begin);
    return false;
  }
  if (!root.is_map()) {
    refuse(root.mark, findings, fmt::format("expected a scenario, got {}", what_stands(root)),
           begin);
    return false;
  }
  const Entry* schema = root.find("schema");
  if (schema == nullptr || schema != &root.entries.front())
    refuse(schema ? schema->key_mark : root.mark, findings, "the first key must be schema", begin);
  if (schema == nullptr || schema->value.text == schema_id) return true;
  refuse(schema->value.mark, findings,
         fmt::format("this program reads {}, not {}", schema_id, what_stands(schema->value)),
         fmt::format("write  schema: {}", schema_id), "schema");
  return false;
}

// A map that is one value: with provenance, a distribution, a constant rate, a CSV file.
bool is_one_value(const Node& map) {
  return std::any_of(map.entries.begin(), map.entries.end(), [](const Entry& entry) {
    return entry.key == "value" || entry.key == "per_hour" || entry.key == "file" ||
           family_named(entry.key) != nullptr;
  });
}

bool holds_days(const Node& map) {
  return std::any_of(map.entries.begin(), map.entries.end(),
                     [](const Entry& entry) { return weekdays_of(entry.key).has_value(); });
}

// `weekdays` laid over single days takes their place; `weekdays: null` only takes itself away.
void drop_days_covered_by(const Node& over, Node& base) {
  for (const Entry& group : over.entries) {
    if (!is_group_of_days(group.key) || group.value.is_null()) continue;
    const auto covered = *weekdays_of(group.key);
    std::erase_if(base.entries, [&](const Entry& entry) {
      const auto days = weekdays_of(entry.key);
      return days && std::includes(covered.begin(), covered.end(), days->begin(), days->end());
    });
  }
}

bool is_list_of_steps(const Node& node) {
  return node.is_list() && !node.items.empty() &&
         std::all_of(node.items.begin(), node.items.end(),
                     [](const Node& item) { return item.is_map() && item.find("step"); });
}

void lay_over_steps(Node& base, Node& over, const std::string& path, Findings& findings) {
  std::vector<std::string> names;
  for (const Node& item : base.items) names.push_back(item.find("step")->value.text);
  for (Entry& entry : over.entries) {
    if (is_free_key(entry.key)) continue;
    Node* step = step_named(base, entry.key);
    if (step == nullptr) {
      refuse(entry.key_mark, findings, fmt::format("there is no step \"{}\" to change", entry.key),
             did_you_mean(entry.key, names, "steps: " + enumeration(names)), path);
    } else if (entry.value.is_null() && entry.value.written) {
      std::erase_if(base.items, [&](const Node& item) { return &item == step; });
    } else if (!entry.value.is_map()) {
      refuse(entry.value.mark, findings, "expected the keys of the step that change",
             "for example {duration: 30 min}", path + "." + entry.key);
    } else {
      step->mark = entry.key_mark;
      lay_over(*step, std::move(entry.value), 3, path + "." + entry.key, findings);
    }
  }
}

void remove_key(Node& base, const Entry& entry, const std::string& path, Findings& findings) {
  const std::size_t removed =
      std::erase_if(base.entries, [&](const Entry& e) { return e.key == entry.key; });
  if (removed > 0) return;
  std::vector<std::string> keys;
  for (const Entry& e : base.entries) keys.push_back(e.key);
  refuse(entry.key_mark, findings, "null removes a key, but there is none here to remove",
         did_you_mean(entry.key, keys, "remove the line"), path);
}

std::optional<Node> read_chain(const Source& source, SideFiles& files, std::vector<Link>& chain);

std::optional<Node> read_base(const Entry& extends, SideFiles& files, std::vector<Link>& chain) {
  Findings& findings = files.findings();
  const Mark& mark = extends.value.mark;
  if (!extends.value.is_scalar() || extends.value.text.empty()) {
    refuse(extends.key_mark, findings, "extends needs the name of one file",
           "for example  extends: base.yaml", "extends");
    return std::nullopt;
  }
  const std::string path = files.resolved(extends.value.text, mark);
  const auto before =
      std::find_if(chain.begin(), chain.end(), [&](const Link& link) { return link.path == path; });
  if (before != chain.end()) {
    const Mark first = (before + 1 == chain.end()) ? Mark{} : (before + 1)->asked_by;
    findings.error(mark, {"extends", "these files extend each other in a circle",
                          "let one of them stand alone", first, "the circle begins here"});
    return std::nullopt;
  }
  if (chain.size() > limits::extends) {
    refuse(mark, findings, fmt::format("more than {} files extend each other", limits::extends),
           "shorten the chain", "extends");
    return std::nullopt;
  }
  const Source source = files.open(extends.value.text, mark);
  if (!source) return std::nullopt;
  chain.push_back({path, mark});
  return read_chain(source, files, chain);
}

std::optional<Node> read_chain(const Source& source, SideFiles& files, std::vector<Link>& chain) {
  auto document = parse_document(source, files.findings());
  if (!document || !is_scenario_document(*document, files.findings())) return std::nullopt;
  const Entry* extends = document->find("extends");
  if (extends == nullptr) return document;
  auto base = read_base(*extends, files, chain);
  if (!base) return std::nullopt;
  std::erase_if(base->entries, [](const Entry& entry) { return entry.key == "name"; });
  lay_over(*base, std::move(*document), 0, "", files.findings());
  return base;
}

}  // namespace

Node* step_named(Node& list, std::string_view name) {
  for (Node& item : list.items) {
    const Entry* step = item.is_map() ? item.find("step") : nullptr;
    if (step != nullptr && step->value.text == name) return &item;
  }
  return nullptr;
}

void lay_over(Node& base, Node over, int depth, const std::string& path, Findings& findings) {
  const bool days = holds_days(base);
  if (days) drop_days_covered_by(over, base);
  for (Entry& entry : over.entries) {
    const std::string inner = path.empty() ? entry.key : path + "." + entry.key;
    Entry* below = base.find(entry.key);
    if (entry.value.is_null() && entry.value.written) {
      remove_key(base, entry, inner, findings);
    } else if (below == nullptr) {
      base.entries.push_back(std::move(entry));
    } else if (entry.value.is_map() && is_list_of_steps(below->value)) {
      below->key_mark = entry.key_mark;
      lay_over_steps(below->value, entry.value, inner, findings);
    } else if (entry.value.is_map() && below->value.is_map() && !days &&
               (depth == 0 || entry.key == "consumables" || !is_one_value(entry.value))) {
      below->key_mark = entry.key_mark;
      lay_over(below->value, std::move(entry.value), depth + 1, inner, findings);
    } else {
      *below = std::move(entry);
    }
  }
}

std::optional<Node> inherited_document(const Source& main, SideFiles& files) {
  std::vector<Link> chain{{files.main_path(), {}}};
  return read_chain(main, files, chain);
}

}  // namespace asepsim::scenario
