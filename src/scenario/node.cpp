#include "scenario/node.hpp"

#include <algorithm>

#include "scenario/number_text.hpp"

namespace asepsim::scenario {

const Entry* Node::find(std::string_view key) const {
  const auto it = std::find_if(entries.begin(), entries.end(),
                               [&](const Entry& entry) { return entry.key == key; });
  return it == entries.end() ? nullptr : &*it;
}

Entry* Node::find(std::string_view key) {
  return const_cast<Entry*>(static_cast<const Node*>(this)->find(key));
}

Node& Node::add(std::string key, Node value) {
  entries.push_back({std::move(key), {}, std::move(value)});
  return entries.back().value;
}

Node plain_scalar(std::string text) {
  Node node;
  node.kind = NodeKind::scalar;
  node.text = std::move(text);
  return node;
}

Node quoted_scalar(std::string text) {
  Node node = plain_scalar(std::move(text));
  node.quoted = true;
  return node;
}

Node list_of(std::vector<Node> items, bool inline_style) {
  Node node;
  node.kind = NodeKind::list;
  node.items = std::move(items);
  node.inline_style = inline_style;
  return node;
}

Node empty_map(bool inline_style) {
  Node node;
  node.kind = NodeKind::map;
  node.inline_style = inline_style;
  return node;
}

bool is_free_key(std::string_view key) {
  return key == "notes" || key.starts_with("x-");
}

std::string what_stands(const Node& node) {
  switch (node.kind) {
    case NodeKind::null:
      return "nothing";
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a group of keys";
    case NodeKind::scalar:
      break;
  }
  const std::string shown = shortened(node.text, 40);
  const bool number = !node.quoted && looks_like_number(node.text);
  return number ? "the number " + shown : '"' + shown + '"';
}

}  // namespace asepsim::scenario
