// How far a run is, on stderr: a bar on a terminal, otherwise a plain line every ten seconds.
//
// Logs stay readable: nothing is overwritten unless a terminal shows it. `json` writes one object a
// line and second, for programs. Calls may come from several threads.
#pragma once

#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "experiment/block_runner.hpp"

namespace asepsim::cli {

enum class ProgressMode { bar, plain, json, none };

/// Reads auto, bar, plain, json or none; auto depends on whether stderr is a terminal.
std::optional<ProgressMode> progress_mode(std::string_view word, bool err_is_terminal);

class ProgressPrinter {
 public:
  ProgressPrinter(std::ostream& err, ProgressMode mode) : err_(err), mode_(mode) {}

  void show(const experiment::Progress& progress);

  /// A line of text between the progress lines.
  void note(const std::string& line);

  /// Takes the bar away.
  void finish();

 private:
  void wipe();

  std::ostream& err_;
  ProgressMode mode_;
  std::mutex mutex_;
  double shown_at_ = 0;  ///< seconds of the progress shown last
  bool bar_stands_ = false;
};

/// "48 of 192 replications, 5.2 a second, 28 s left, widest interval +-3.1 %"
std::string progress_text(const experiment::Progress& progress);

/// 45 s, 3 min 20 s, 2 h 5 min.
std::string duration_text(double seconds);

}  // namespace asepsim::cli
