// The document tree: what a YAML text says, before anybody knows what it means.
//
// Scalars are kept as written; whether `12` is a number or a text is for the field to say. Maps
// keep the order of the file. Every node and key knows its place. Depth, size and number of nodes
// are within limits.hpp, so plain recursion over a tree is safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/source_text.hpp"

namespace asepsim::scenario {

enum class NodeKind : std::uint8_t { null, scalar, list, map };

struct Entry;

struct Node {
  NodeKind kind = NodeKind::null;
  bool quoted = false;        ///< scalar in quotes or a block: certainly text
  bool written = false;       ///< null: `null` or `~` stands there, not just nothing
  bool inline_style = false;  ///< for the writer: {a: 1} on one line
  std::string text{};         ///< of a scalar
  std::vector<Entry> entries;
  std::vector<Node> items{};
  Mark mark{};

  [[nodiscard]] bool is_null() const { return kind == NodeKind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == NodeKind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == NodeKind::list; }
  [[nodiscard]] bool is_map() const { return kind == NodeKind::map; }
  /// The entry of a map with this key; null if there is none.
  [[nodiscard]] const Entry* find(std::string_view key) const;
  [[nodiscard]] Entry* find(std::string_view key);
  /// Appends an entry; the caller knows that the key is new.
  Node& add(std::string key, Node value);
};

struct Entry {
  std::string key;
  Mark key_mark{};
  Node value{};
};

Node plain_scalar(std::string text);
Node quoted_scalar(std::string text);
Node list_of(std::vector<Node> items, bool inline_style = false);
Node empty_map(bool inline_style = false);

/// `notes` and `x-...`: free for the author everywhere, never read.
bool is_free_key(std::string_view key);

/// "text", "a list", "a number" ...: what stands there, for messages.
std::string what_stands(const Node& node);

}  // namespace asepsim::scenario
