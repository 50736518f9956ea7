// Where in the files every value of a scenario stands, by its dotted path.
//
// The reader notes each path it meets and each it could not read; validation asks for places, and
// leaves alone what depends on something broken, so that one mistake is told once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "scenario/source_text.hpp"

namespace asepsim::scenario {

class Places {
 public:
  void set(const std::string& path, const Mark& mark) { marks_.insert_or_assign(path, mark); }
  /// True if the path is written in a file (not a default).
  [[nodiscard]] bool given(const std::string& path) const { return marks_.contains(path); }
  /// Every path that is written in a file or set from the command line.
  [[nodiscard]] const std::map<std::string, Mark, std::less<>>& all() const { return marks_; }
  /// The mark of the path, or of the nearest path above it.
  [[nodiscard]] Mark of(std::string_view path) const;

  void broke(const std::string& path) { broken_.insert(path); }
  /// False if the path itself, or something above it, failed to be read.
  [[nodiscard]] bool reached(const std::string& path) const;
  /// True if neither the path nor anything below or above it failed to be read.
  [[nodiscard]] bool whole(const std::string& path) const;

 private:
  std::map<std::string, Mark, std::less<>> marks_{};
  std::set<std::string, std::less<>> broken_{};
};

/// "staff.nurse" for "staff.nurse.count"; empty at the top.
std::string_view path_above(std::string_view path);

}  // namespace asepsim::scenario
