#include "scenario/places.hpp"

namespace asepsim::scenario {
namespace {

bool is_below(std::string_view path, std::string_view top) {
  if (!path.starts_with(top) || path.size() <= top.size()) return false;
  return path[top.size()] == '.' || path[top.size()] == '[';
}

}  // namespace

std::string_view path_above(std::string_view path) {
  const auto at = path.find_last_of(".[");
  return at == std::string_view::npos ? std::string_view{} : path.substr(0, at);
}

Mark Places::of(std::string_view path) const {
  for (;; path = path_above(path)) {
    const auto it = marks_.find(path);
    if (it != marks_.end()) return it->second;
    if (path.empty()) return {};
  }
}

bool Places::reached(const std::string& path) const {
  for (std::string_view top = path;; top = path_above(top)) {
    if (broken_.contains(top)) return false;
    if (top.empty()) return true;
  }
}

bool Places::whole(const std::string& path) const {
  if (!reached(path)) return false;
  for (auto it = broken_.lower_bound(path); it != broken_.end(); ++it) {
    if (!std::string_view(*it).starts_with(path)) break;
    if (is_below(*it, path)) return false;
  }
  return true;
}

}  // namespace asepsim::scenario
