#include <ostream>

#include "cli/commands.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {

ExitStatus schema_command(bool reference, const Console& console) {
  console.out << (reference ? scenario::field_reference() : scenario::json_schema()) << std::flush;
  return ExitStatus::done;
}

}  // namespace asepsim::cli
