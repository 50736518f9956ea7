// Builds a document tree from the events of the YAML parser. Private to document.cpp.
//
// Limits are checked at every event, so the tree never grows beyond them: LimitBroken leaves the
// parser at once. Mistakes that do not end the parsing (a duplicate key) are reported and passed
// over; the first of two equal keys counts.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "scenario/findings.hpp"
#include "scenario/node.hpp"

namespace asepsim::scenario {

/// The document is larger or deeper than a scenario may be, or cannot be a scenario at all.
struct DocumentRefused {
  Mark mark;
  Finding finding;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(Source source, Findings& findings)
      : source_(std::move(source)), findings_(findings) {}

  [[nodiscard]] bool any_document() const { return documents_ > 0; }
  [[nodiscard]] Node take_root() { return std::move(root_); }
  /// Where the innermost list or map that is still open begins; no source if none is.
  [[nodiscard]] Mark innermost_open() const {
    return open_.empty() ? Mark{} : open_.back().node.mark;
  }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  // A list or map that is still open.
  struct Open {
    Node node{};
    YAML::anchor_t anchor = 0;
    std::size_t first_node = 0;          // number of nodes before this one
    std::map<std::string, Mark> keys{};  // of a map, where each stood first
    std::optional<Entry> pending{};      // key waiting for its value
    bool ignore_value = false;           // of the pending key
  };
  struct Anchored {
    Node node;
    std::size_t nodes;
  };

  [[nodiscard]] Mark mark_of(const YAML::Mark& mark, int length = 1) const;
  void count_nodes(std::size_t more, const Mark& mark);
  void check_tag(const std::string& tag, const Mark& mark);
  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void place(Node node);
  void place_key(Node node);
  void remember(YAML::anchor_t anchor, const Node& node, std::size_t nodes);

  Source source_;
  Findings& findings_;
  std::vector<Open> open_{};
  std::map<YAML::anchor_t, Anchored> anchors_{};
  Node root_{};
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

}  // namespace asepsim::scenario
