// A text the user wrote, and places in it.
//
// Every node of a document points back to the text it came from, so that any later check can show
// the line. A text without lines stands for a command-line setting or a built-in default: its
// places name it and nothing more.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace asepsim::scenario {

class SourceText {
 public:
  enum class Lines { shown, hidden };

  /// `order` sorts diagnostics: texts in the order they were opened.
  SourceText(std::string file, std::string text, int order, Lines lines = Lines::shown);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] int order() const { return order_; }
  [[nodiscard]] bool shows_lines() const { return lines_ == Lines::shown; }
  /// Line `number` (from 1) without its end; empty beyond the last line.
  [[nodiscard]] std::string_view line(int number) const;
  /// The text from a place on; line and column count from 1, columns in bytes.
  [[nodiscard]] std::string_view from(int line, int column) const;

 private:
  std::string file_;
  std::string text_;
  int order_;
  Lines lines_;
  std::vector<std::size_t> starts_;  // offset of each line
};

using Source = std::shared_ptr<const SourceText>;

/// A place in a source: light enough for every node to carry one.
struct Mark {
  Source source;
  int line = 0;    ///< from 1; 0: the source as a whole
  int column = 0;  ///< from 1, in bytes: counting characters is left to place_of
  int length = 1;  ///< characters
};

/// The place with the text of its line, cut to what a message shows.
SourcePlace place_of(const Mark& mark);

/// Characters (code points) of UTF-8 `text`.
int characters(std::string_view text);

/// The first `most` bytes of `text`, cut between two characters.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace asepsim::scenario
