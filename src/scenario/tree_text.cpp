#include "scenario/tree_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace asepsim::scenario {
namespace {

// Words that some reader of YAML takes for something else than text.
constexpr std::array reserved{"null", "true", "false", "yes", "no", "on", "off", "y", "n"};

bool is_safe(const std::string& text) {
  if (text.empty() || std::isalpha(static_cast<unsigned char>(text.front())) == 0) return false;
  if (text.back() == ' ') return false;
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == ' ' ||
           c == '.' || c == '/';
  });
  std::string lower = text;
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return plain && std::find(reserved.begin(), reserved.end(), lower) == reserved.end();
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += std::string("\\") + c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", c);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string scalar(const Node& node) {
  if (node.is_null()) return "null";
  return node.quoted ? quoted(node.text) : node.text;
}

std::string key_text(const std::string& key) {
  const Node node = text_scalar(key);
  return scalar(node);
}

std::string inline_text(const Node& node) {
  if (!node.is_map() && !node.is_list()) return scalar(node);
  std::string out = node.is_map() ? "{" : "[";
  for (const Entry& entry : node.entries)
    out += (out.size() > 1 ? ", " : "") + key_text(entry.key) + ": " + inline_text(entry.value);
  for (const Node& item : node.items) out += (out.size() > 1 ? ", " : "") + inline_text(item);
  return out + (node.is_map() ? "}" : "]");
}

bool on_one_line(const Node& node) {
  return node.inline_style || (node.entries.empty() && node.items.empty());
}

void print_map(const Node& map, const std::string& indent, std::string& out);

// What follows `key:` or `-`, line end included.
void print_value(const Node& node, const std::string& indent, std::string& out) {
  if (on_one_line(node)) {
    out += " " + inline_text(node) + "\n";
    return;
  }
  out += "\n";
  if (node.is_map()) return print_map(node, indent + "  ", out);
  for (const Node& item : node.items) {
    if (on_one_line(item)) {
      out += indent + "  - " + inline_text(item) + "\n";
      continue;
    }
    std::string inner;
    print_map(item, indent + "    ", inner);
    out += indent + "  - " + inner.substr(indent.size() + 4);
  }
}

void print_map(const Node& map, const std::string& indent, std::string& out) {
  for (const Entry& entry : map.entries) {
    out += indent + key_text(entry.key) + ":";
    print_value(entry.value, indent, out);
  }
}

constexpr std::size_t json_columns = 100;

// The tree on one line, or as much of it as shows that it does not fit into `room` columns.
void print_json_inline(const Node& node, std::size_t room, std::string& out) {
  if (!node.is_map() && !node.is_list()) {
    out += scalar(node);
    return;
  }
  const char* separator = "";
  out += node.is_map() ? "{" : "[";
  for (const Entry& entry : node.entries) {
    out += separator + quoted(entry.key) + ": ";
    print_json_inline(entry.value, room, out);
    if (out.size() > room) return;
    separator = ", ";
  }
  for (const Node& item : node.items) {
    out += separator;
    print_json_inline(item, room, out);
    if (out.size() > room) return;
    separator = ", ";
  }
  out += node.is_map() ? "}" : "]";
}

void print_json(const Node& node, const std::string& indent, std::string& out) {
  if (!node.is_map() && !node.is_list()) {
    out += scalar(node);
    return;
  }
  const std::size_t room = json_columns - std::min(json_columns, indent.size());
  std::string one_line;
  print_json_inline(node, room, one_line);
  if (one_line.size() <= room) {
    out += one_line;
    return;
  }
  const std::string inner = indent + "  ";
  std::string separator = "\n";
  out += node.is_map() ? "{" : "[";
  for (const Entry& entry : node.entries) {
    out += separator + inner + quoted(entry.key) + ": ";
    print_json(entry.value, inner, out);
    separator = ",\n";
  }
  for (const Node& item : node.items) {
    out += separator + inner;
    print_json(item, inner, out);
    separator = ",\n";
  }
  out += "\n" + indent + (node.is_map() ? "}" : "]");
}

}  // namespace

std::string to_yaml(const Node& root) {
  std::string out;
  print_map(root, "", out);
  return out;
}

std::string to_inline_yaml(const Node& node) {
  return inline_text(node);
}

std::string to_json(const Node& root) {
  std::string out;
  print_json(root, "", out);
  return out + "\n";
}

Node text_scalar(const std::string& text) {
  return is_safe(text) ? plain_scalar(text) : quoted_scalar(text);
}

}  // namespace asepsim::scenario
