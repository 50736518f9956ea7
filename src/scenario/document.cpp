#include "scenario/document.hpp"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <array>
#include <sstream>

#include "scenario/tree_builder.hpp"

namespace asepsim::scenario {
namespace {

struct Rewording {
  std::string_view parser, ours, remedy;
};

constexpr std::string_view indent_remedy =
    "indent keys of one group equally, with spaces; put text that contains \": \" in quotes";

// The parser's words, and ours for somebody who has never heard of a flow mapping.
constexpr std::array rewordings{
    Rewording{"illegal map value", "a colon that makes no sense here", indent_remedy},
    Rewording{"end of map flow", "a { that is never closed, or a comma is missing",
              "close it with }"},
    Rewording{"end of sequence flow", "a [ that is never closed, or a comma is missing",
              "close it with ]"},
    Rewording{"end of map not found", "a line that does not fit its indentation", indent_remedy},
    Rewording{"end of sequence not found", "a line that does not fit the list before it",
              "start each entry of a list with a dash at the same indentation"},
    Rewording{"illegal block entry", "a dash that makes no sense here",
              "start each entry of a list with a dash at the same indentation"},
    Rewording{"illegal map key", "a key that makes no sense here", indent_remedy},
    Rewording{"illegal flow end", "a closing bracket without an opening one", "remove it"},
    Rewording{"unknown token", "a character that cannot start a value", "put the value in quotes"},
    Rewording{"referenced anchor", "an alias without an anchor of that name",
              "put text that starts with * in quotes"},
    Rewording{"alias not found after", "a * without a name",
              "put text that starts with * in quotes"},
    Rewording{"anchor not found after", "an & without a name",
              "put text that starts with & in quotes"},
    Rewording{"unknown escape", "an unknown \\ sequence in double quotes",
              "use single quotes, or write \\\\ for a backslash"},
    Rewording{"illegal document indicator", "a document marker inside quotes", "close the quote"},
    Rewording{"illegal EOF", "the file ends in the middle of a value", "close the quote"},
};

const Rewording* rewording_of(const std::string& message) {
  for (const Rewording& r : rewordings)
    if (message.find(r.parser) != std::string::npos) return &r;
  return nullptr;
}

// Parser positions can lie one line behind the end.
Mark mark_of(const Source& source, const YAML::Mark& mark) {
  if (mark.is_null()) return {source};
  return {source, mark.line + 1, mark.column + 1, 1};
}

// The first line up to `last` that is indented with a tab: the likely cause of any other complaint.
std::optional<Mark> tab_in_indentation(const Source& source, int last) {
  for (int line = 1; line <= last; ++line) {
    const std::string_view text = source->line(line);
    const auto first = text.find_first_not_of(" \t");
    const auto tab = text.substr(0, first).find('\t');
    if (first == std::string_view::npos || text[first] == '#' || tab == std::string_view::npos)
      continue;
    return Mark{source, line, static_cast<int>(tab) + 1, 1};
  }
  return std::nullopt;
}

void report(const Source& source, const YAML::Exception& error, const Mark& innermost_open,
            Findings& findings) {
  const Mark mark = mark_of(source, error.mark);
  if (const auto tab = tab_in_indentation(source, mark.line))
    return findings.error(*tab, {"", "a tab in the indentation", "indent with spaces"});
  const Rewording* known = rewording_of(error.msg);
  if (known == nullptr)
    return findings.error(mark, {"", "this is not YAML: " + error.msg, std::string(indent_remedy)});
  const bool bracket = known->parser.ends_with("flow") && innermost_open.source != nullptr;
  findings.error(bracket ? innermost_open : mark,
                 {"", std::string(known->ours), std::string(known->remedy)});
}

}  // namespace

std::optional<Node> parse_document(const Source& source, Findings& findings) {
  std::istringstream text(source->text());
  TreeBuilder builder(source, findings);
  try {
    YAML::Parser parser(text);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const DocumentRefused& refused) {
    findings.error(refused.mark, refused.finding);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    report(source, error, builder.innermost_open(), findings);
    return std::nullopt;
  }
  Node root = builder.take_root();
  if (!root.mark.source) root.mark = {source};
  return root;
}

}  // namespace asepsim::scenario
