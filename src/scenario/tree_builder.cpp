#include "scenario/tree_builder.hpp"

#include <fmt/format.h>

#include "scenario/limits.hpp"

namespace asepsim::scenario {
namespace {

// Null by `~` or `null`, or because nothing stands there? The parser does not tell.
bool null_is_written(const Mark& mark) {
  const std::string_view rest = mark.source->from(mark.line, mark.column);
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(word)) continue;
    const std::string_view after = rest.substr(word.size());
    return after.empty() || std::string_view(" \t\n,]}").find(after[0]) != std::string_view::npos;
  }
  return false;
}

// The parser takes the end of the text for a closing quote; we do not.
bool quote_is_closed(const Mark& mark) {
  const std::string_view rest = mark.source->from(mark.line, mark.column);
  if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return true;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[0] == '"' && rest[i] == '\\') {
      ++i;
    } else if (rest[i] == rest[0]) {
      return true;
    }
  }
  return false;
}

bool is_text_tag(const std::string& tag) {
  return tag == "?" || tag == "!" || tag.empty() || tag == "tag:yaml.org,2002:str";
}

}  // namespace

Mark TreeBuilder::mark_of(const YAML::Mark& mark, int length) const {
  return {source_, mark.line + 1, mark.column + 1, length};
}

void TreeBuilder::count_nodes(std::size_t more, const Mark& mark) {
  nodes_ += more;
  if (nodes_ <= limits::nodes) return;
  throw DocumentRefused{mark,
                        {"",
                         fmt::format("more than {} values (aliases count as what they stand "
                                     "for)",
                                     limits::nodes),
                         "put tables into CSV side files"}};
}

void TreeBuilder::check_tag(const std::string& tag, const Mark& mark) {
  if (is_text_tag(tag)) return;
  findings_.error(mark, {"", fmt::format("the tag \"{}\" is not allowed", shortened(tag, 40)),
                         "remove the tag; units are written after the number"});
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 1) return;
  throw DocumentRefused{mark_of(mark, 3),
                        {"", "a second document begins here", "write one scenario a file"}};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node;
  node.mark = mark_of(mark);
  node.written = null_is_written(node.mark);
  count_nodes(1, node.mark);
  remember(anchor, node, 1);
  place(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto it = anchors_.find(anchor);
  if (it == anchors_.end())
    throw DocumentRefused{mark_of(mark), {"", "an alias inside the value it stands for", ""}};
  count_nodes(it->second.nodes, mark_of(mark));
  const bool as_key = !open_.empty() && open_.back().node.is_map() && !open_.back().pending;
  Node copy = it->second.node;
  if (as_key) copy.mark = mark_of(mark);
  place(std::move(copy));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  Node node = plain_scalar(value);
  node.quoted = tag == "!" || tag == "tag:yaml.org,2002:str";
  node.mark = mark_of(mark);
  node.mark.length = characters(value) + (tag == "!" ? 2 : 0);
  count_nodes(1, node.mark);
  check_tag(tag, node.mark);
  if (tag == "!" && !quote_is_closed(node.mark))
    throw DocumentRefused{node.mark, {"", "this quote is never closed", "close it"}};
  remember(anchor, node, 1);
  place(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value) {
  open(NodeKind::list, mark, tag, anchor);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  open(NodeKind::map, mark, tag, anchor);
}

void TreeBuilder::open(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) {
  Open open;
  open.node.kind = kind;
  open.node.mark = mark_of(mark);
  open.anchor = anchor;
  open.first_node = nodes_;
  count_nodes(1, open.node.mark);
  check_tag(tag, open.node.mark);
  if (open_.size() >= limits::depth) {
    throw DocumentRefused{open.node.mark,
                          {"", fmt::format("nested deeper than {} levels", limits::depth),
                           "a scenario needs no more than a dozen"}};
  }
  open_.push_back(std::move(open));
}

void TreeBuilder::close() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  remember(closed.anchor, closed.node, nodes_ - closed.first_node);
  place(std::move(closed.node));
}

void TreeBuilder::place(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.is_map() && !parent.pending) {
    place_key(std::move(node));
    return;
  }
  if (parent.node.entries.size() + parent.node.items.size() >= limits::entries) {
    throw DocumentRefused{node.mark,
                          {"", fmt::format("more than {} entries in one list", limits::entries),
                           "put tables into CSV side files"}};
  }
  if (parent.node.is_list()) {
    parent.node.items.push_back(std::move(node));
    return;
  }
  parent.pending->value = std::move(node);
  if (!parent.ignore_value) parent.node.entries.push_back(std::move(*parent.pending));
  parent.pending.reset();
}

void TreeBuilder::place_key(Node node) {
  Open& map = open_.back();
  map.pending = Entry{node.text, node.mark, {}};
  map.ignore_value = true;
  if (!node.is_scalar() || node.text.empty()) {
    const bool empty = node.is_null() || node.is_scalar();
    findings_.error(node.mark, {"", empty ? "a key without a name" : "a key must be one word",
                                "write  name: value"});
    return;
  }
  if (node.text == "<<" && !node.quoted) {
    findings_.error(node.mark, {"", "the merge key << is not supported",
                                "use extends: base.yaml, or repeat the values"});
    return;
  }
  const auto [first, is_new] = map.keys.emplace(node.text, node.mark);
  map.ignore_value = !is_new;
  if (!is_new) {
    findings_.error(node.mark,
                    {"", fmt::format("the key \"{}\" stands here twice", shortened(node.text, 40)),
                     "remove one of the two", first->second, "it stood here first"});
  }
}

// The copy counts too: nested anchors would otherwise multiply what is kept.
void TreeBuilder::remember(YAML::anchor_t anchor, const Node& node, std::size_t nodes) {
  if (anchor == 0) return;
  count_nodes(nodes, node.mark);
  anchors_.insert_or_assign(anchor, Anchored{node, nodes});
}

}  // namespace asepsim::scenario
