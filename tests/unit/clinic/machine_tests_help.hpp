// Tests of sterilizers in words.
#pragma once

#include "unit/clinic/load_help.hpp"

namespace asepsim::clinic {

/// "retest 1+11:27-2+12:16 passed".
inline std::vector<std::string> tests(const Outcome& r) {
  std::vector<std::string> lines;
  for (const MachineTestFact& t : r.record.machine_tests) {
    lines.push_back(std::string(word(t.test)) + " " + clock(t.started_at) + "-" + clock(t.read_at) +
                    " " + word(t.shown));
  }
  return lines;
}

}  // namespace asepsim::clinic
