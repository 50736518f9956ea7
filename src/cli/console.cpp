#include "cli/console.hpp"

#include <cstdlib>
#include <string_view>

namespace asepsim::cli {

bool may_colour(const Console& console) {
  const char* refused = std::getenv("NO_COLOR");
  const bool asked_not_to = refused != nullptr && !std::string_view(refused).empty();
  return console.out_is_terminal && !asked_not_to;
}

}  // namespace asepsim::cli
