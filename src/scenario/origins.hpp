// Where the values of a scenario were written, by their dotted path.
//
// A path that is not here stands for its default. A place is the file without its folder and the
// line ("clinic.yaml:47"), or "command line" (--set). Scenarios that say the same are equal
// wherever they say it, so origins never make a difference between them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace asepsim::scenario {

class Origins {
 public:
  void set(const std::string& path, std::string place) { places_[path] = std::move(place); }
  /// The place of the path; empty if it stands for its default.
  [[nodiscard]] std::string_view of(std::string_view path) const {
    const auto it = places_.find(path);
    return it == places_.end() ? std::string_view{} : std::string_view(it->second);
  }
  bool operator==(const Origins&) const { return true; }

 private:
  std::map<std::string, std::string, std::less<>> places_{};
};

}  // namespace asepsim::scenario
