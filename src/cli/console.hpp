// Where a command writes: the result to `out`, everything else to `err`.
#pragma once

#include <iosfwd>

namespace asepsim::cli {

struct Console {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
};

/// True if results may be coloured: a terminal, and NO_COLOR is not set (no-color.org).
bool may_colour(const Console& console);

}  // namespace asepsim::cli
