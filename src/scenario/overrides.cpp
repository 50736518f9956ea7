#include "scenario/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/describe_scenario.hpp"
#include "scenario/document.hpp"
#include "scenario/inheritance.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/side_files.hpp"
#include "scenario/spelling.hpp"
#include "scenario/text_checks.hpp"

namespace asepsim::scenario {
namespace {

// The keys whose entries have names of the author's choice.
struct CollectionKeys {
  std::vector<std::string> keys{};
  template <class T>
  void value(const Field&, T&) {}
  template <class S>
  void section(const Field&, S&) {}
  template <class S>
  void list(const Field&, std::vector<S>&, std::string_view = {}) {}
  template <class S>
  void named(const Field& f, std::vector<S>&) {
    keys.emplace_back(f.key);
  }
  template <class S, class Item>
  void named_lists(const Field& f, std::vector<S>&, std::vector<Item> S::*) {
    keys.emplace_back(f.key);
  }
};

bool is_collection(const std::string& key) {
  CollectionKeys collections;
  Scenario scenario;
  describe(collections, scenario);
  return std::find(collections.keys.begin(), collections.keys.end(), key) != collections.keys.end();
}

std::vector<std::string> split(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const auto dot = path.find('.', begin);
    parts.push_back(path.substr(begin, dot - begin));
    if (dot == std::string::npos) return parts;
    begin = dot + 1;
  }
}

// True if scenario files have such a key; the names of one's own are not looked at.
bool is_key(const std::string& path) {
  const auto parts = split(path);
  for (const FieldText& field : all_fields()) {
    const auto general = split(field.path);
    const bool alike = std::equal(parts.begin(), parts.end(), general.begin(), general.end(),
                                  [](const std::string& mine, const std::string& of) {
                                    return of == mine || of == "<name>";
                                  });
    if (alike) return true;
  }
  return false;
}

// What can be named inside a node.
std::vector<std::string> names_inside(const Node& node) {
  std::vector<std::string> names;
  for (const Entry& entry : node.entries) names.push_back(entry.key);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    const Entry* step = item.is_map() ? item.find("step") : nullptr;
    names.push_back(step ? step->value.text : fmt::format("{}", i + 1));
  }
  return names;
}

Node* item_named(Node& list, const std::string& name) {
  if (Node* step = step_named(list, name)) return step;
  const auto number = parse_whole(name);
  if (!number || *number.value < 1) return nullptr;
  const auto index = static_cast<std::size_t>(*number.value) - 1;
  return index < list.items.size() ? &list.items[index] : nullptr;
}

// One setting on its way through the document.
class Setting {
 public:
  Setting(const Override& change, Findings& findings)
      : parts_(split(change.path)),
        findings_(findings),
        source_(SideFiles::setting(fmt::format("--set {}={}", shortened(change.path, 100),
                                               shortened(change.value, 60)))) {}

  void apply(Node& document, const std::string& value) {
    if (!sensible()) return;
    auto parsed = parse(value);
    if (!parsed) return;
    Node* place = &document;
    for (depth_ = 0; depth_ + 1 < parts_.size(); ++depth_) {
      place = step_into(*place);
      if (place == nullptr) return;
    }
    put(*place, std::move(*parsed));
  }

 private:
  [[nodiscard]] const std::string& part() const { return parts_[depth_]; }

  void refuse(const std::string& problem, const std::string& remedy) {
    findings_.error({source_}, {"", problem, remedy});
  }

  bool sensible() {
    const bool any_empty =
        std::any_of(parts_.begin(), parts_.end(), [](const std::string& p) { return p.empty(); });
    if (any_empty || parts_.size() > limits::depth) {
      refuse("the path of this setting is not complete", "write  --set staff.nurse.count=3");
    } else if (parts_[0] == "schema" || parts_[0] == "extends") {
      refuse(parts_[0] + " cannot be set from the command line", "write it in the file");
    } else {
      return true;
    }
    return false;
  }

  std::optional<Node> parse(const std::string& value) {
    const Source checked = checked_text(source_->file(), value, source_->order(), findings_);
    if (!checked) return std::nullopt;
    return parse_document(std::make_shared<SourceText>(source_->file(), checked->text(),
                                                       source_->order(), SourceText::Lines::hidden),
                          findings_);
  }

  // null takes away what a file says; of a key that no file mentions the default stands.
  void nothing_to_take_away(const Node& place) {
    const std::string path = path_so_far() + "." + part();
    if (depth_ == 0 || !is_key(path)) return nothing_of_that_name(place);
    refuse(fmt::format("no file gives \"{}\" in {}, so null has nothing to take away", part(),
                       path_so_far()),
           fmt::format("write the value that is meant; its default: asepsim explain {}", path));
  }

  void nothing_of_that_name(const Node& place) {
    const auto names = names_inside(place);
    const std::string choice = names.empty() ? "" : "there are: " + enumeration(names);
    refuse(fmt::format("there is no \"{}\" in {}", part(), path_so_far()),
           did_you_mean(part(), names, choice));
  }

  [[nodiscard]] std::string path_so_far() const {
    std::string path;
    for (std::size_t i = 0; i < depth_; ++i) path += (i ? "." : "") + parts_[i];
    return path.empty() ? "the scenario" : path;
  }

  // Sections that are left out come into being; named things do not.
  Node* step_into(Node& place) {
    if (place.is_list()) {
      Node* item = item_named(place, part());
      if (item == nullptr) nothing_of_that_name(place);
      return item;
    }
    if (!place.is_map()) {
      refuse(fmt::format("{} is a single value", path_so_far()),
             fmt::format("write  --set {}=...", path_so_far()));
      return nullptr;
    }
    if (Entry* entry = place.find(part())) return &entry->value;
    if (depth_ == 1 && is_collection(parts_[0])) {
      nothing_of_that_name(place);
      return nullptr;
    }
    Node group = empty_map();
    group.mark = {source_};
    Node& added = place.add(part(), std::move(group));
    place.entries.back().key_mark = {source_};
    return &added;
  }

  void put(Node& place, Node value) {
    depth_ = parts_.size() - 1;
    if (place.is_list()) {
      if (Node* item = item_named(place, part())) {
        *item = std::move(value);
      } else {
        nothing_of_that_name(place);
      }
    } else if (!place.is_map()) {
      refuse(fmt::format("{} is a single value", path_so_far()),
             fmt::format("write  --set {}=...", path_so_far()));
    } else if (value.is_null() && value.written) {
      const auto removed =
          std::erase_if(place.entries, [&](const Entry& entry) { return entry.key == part(); });
      if (removed == 0) nothing_to_take_away(place);
    } else if (value.is_map()) {
      Node over = empty_map();
      over.add(part(), std::move(value));
      over.entries.back().key_mark = {source_};
      lay_over(place, std::move(over), static_cast<int>(depth_), depth_ == 0 ? "" : path_so_far(),
               findings_);
    } else if (Entry* entry = place.find(part())) {
      *entry = {part(), {source_}, std::move(value)};
    } else {
      place.add(part(), std::move(value));
      place.entries.back().key_mark = {source_};
    }
  }

  std::vector<std::string> parts_;
  Findings& findings_;
  Source source_;
  std::size_t depth_ = 0;
};

}  // namespace

void apply_overrides(Node& document, const std::vector<Override>& overrides, Findings& findings) {
  for (const Override& change : overrides) Setting(change, findings).apply(document, change.value);
}

}  // namespace asepsim::scenario
