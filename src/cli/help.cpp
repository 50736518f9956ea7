#include "cli/help.hpp"

#include <CLI/CLI.hpp>

namespace asepsim::cli {

ExamplesFirst::ExamplesFirst() {
  column_width(34);
}

std::string ExamplesFirst::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode mode) const {
  if (mode == CLI::AppFormatMode::Sub) return CLI::Formatter::make_help(app, name, mode);
  return app->get_description() + "\n\nExamples:\n" + app->get_footer() +
         "\nUsage: " + usage(app->get_name()) + "\n" + make_positionals(app) +
         make_groups(app, mode) + make_subcommands(app, mode);
}

std::string ExamplesFirst::make_option_opts(const CLI::Option* option) const {
  const std::string type = option->get_type_name();
  const bool has_name = option->get_positional() || type.empty();
  return has_name ? "" : " " + type.substr(0, type.find(':'));
}

std::string usage(const std::string& command) {
  if (command == "run") return "asepsim run [OPTIONS] FILE...";
  if (command == "compare") return "asepsim compare [OPTIONS] BASE ALTERNATIVE...";
  if (command == "validate") return "asepsim validate [OPTIONS] FILE...";
  if (command == "schema") return "asepsim schema [--reference]";
  if (command == "explain") return "asepsim explain NAME";
  return "asepsim COMMAND [OPTIONS]";
}

std::string examples(const std::string& command) {
  if (command == "run") {
    return "  asepsim run scenarios/licensed_pen_clinic.yaml\n"
           "  asepsim run clinic.yaml --replications 200 --seed 7 --output out\n"
           "  asepsim run clinic.yaml --set staff.nurse.count=3 --keep visits,events\n"
           "  asepsim run clinic.yaml --dry-run\n"
           "  asepsim run scenarios/validation/*.yaml --output out\n";
  }
  if (command == "compare") {
    return "  asepsim compare scenarios/licensed_pen_clinic.yaml scenarios/extra_nurse.yaml\n"
           "  asepsim compare base.yaml one.yaml two.yaml --replications 200 --json\n"
           "  asepsim compare base.yaml one.yaml --csv-dialect excel-eu --output out --force\n";
  }
  if (command == "validate") {
    return "  asepsim validate scenarios/*.yaml\n"
           "  asepsim validate clinic.yaml --json\n";
  }
  if (command == "schema") {
    return "  asepsim schema > scenario.schema.json\n"
           "  asepsim schema --reference > fields.md\n";
  }
  if (command == "explain") {
    return "  asepsim explain wait.p95\n"
           "  asepsim explain kpis\n"
           "  asepsim explain sterilizer.d121\n"
           "  asepsim explain I17\n"
           "  asepsim explain evidence\n";
  }
  return "  asepsim run scenarios/licensed_pen_clinic.yaml\n"
         "  asepsim compare scenarios/licensed_pen_clinic.yaml scenarios/extra_nurse.yaml\n"
         "  asepsim validate clinic.yaml\n"
         "  asepsim explain wait.p95\n";
}

}  // namespace asepsim::cli
