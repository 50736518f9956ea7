// What a reading has found wrong so far.
//
// Checks report and go on. At the end the diagnostics are sorted by file and place; more than
// limits::findings are counted, not kept, so that a hostile file cannot fill the memory.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "scenario/source_text.hpp"

namespace asepsim::scenario {

/// What is wrong at a place, in words.
struct Finding {
  std::string path{};     ///< dotted key path; may be empty
  std::string problem{};  ///< one sentence without a full stop
  std::string remedy{};
  Mark other{};  ///< a second place, if it has a source
  std::string other_note{};
};

class Findings {
 public:
  void error(const Mark& mark, Finding finding);
  void warning(const Mark& mark, Finding finding);
  /// The file itself could not be read.
  void unreadable(const std::string& file, const std::string& reason, const Mark& asked_by);

  [[nodiscard]] bool any_errors() const { return errors_ > 0; }
  /// True when suggestions are no longer worth their time.
  [[nodiscard]] bool many() const { return kept_.size() > 100; }
  /// All diagnostics in order of place.
  [[nodiscard]] std::vector<Diagnostic> in_order() const;

 private:
  void keep(Severity severity, const Mark& mark, Finding finding);

  struct Kept {
    int order;
    Diagnostic diagnostic;
  };
  std::vector<Kept> kept_;
  std::size_t errors_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace asepsim::scenario
