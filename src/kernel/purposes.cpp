#include "kernel/purposes.hpp"

#include <algorithm>
#include <stdexcept>

namespace asepsim::kernel {

Purpose PurposeRegistry::add(std::string_view name) {
  const Purpose purpose{name};
  add(name, purpose);
  return purpose;
}

void PurposeRegistry::add(std::string_view name, Purpose purpose) {
  const auto [at, is_new] = names_.emplace(purpose.id, name);
  if (!is_new && at->second != name) {
    throw std::logic_error("purposes \"" + at->second + "\" and \"" + std::string(name) +
                           "\" have the same number: rename one of them");
  }
}

std::vector<RegisteredPurpose> PurposeRegistry::list() const {
  std::vector<RegisteredPurpose> result;
  for (const auto& [id, name] : names_) result.push_back({name, id});
  std::sort(result.begin(), result.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return result;
}

}  // namespace asepsim::kernel
