#include "cli/misspelling.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "scenario/read_scenario.hpp"

namespace asepsim::cli {
namespace {

std::vector<std::string> names_of_commands(CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_lnames().empty()) names.push_back("--" + option->get_lnames().front());
  }
  return names;
}

std::string unknown_text(const std::string& what, const std::string& name,
                         const std::vector<std::string>& known) {
  std::string text = "there is no " + what + " " + name;
  const auto begun = std::find_if(known.begin(), known.end(), [&](const std::string& candidate) {
    return candidate.starts_with(name);
  });
  const auto nearest = scenario::nearest_names(name, known);
  if (begun != known.end()) return text + "; did you mean " + *begun + "?";
  return nearest.empty() ? text : text + "; did you mean " + nearest.front() + "?";
}

}  // namespace

CLI::App* command_named(CLI::App& app, const std::string& name) {
  const auto found = app.get_subcommands([&](CLI::App* a) { return a->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

std::string misspelling(CLI::App& app, const std::vector<std::string>& arguments) {
  CLI::App* command = nullptr;
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    const std::string name = argument.substr(0, argument.find('='));
    const bool is_option = name.size() > 2 && name.starts_with("--");
    CLI::App& known = command == nullptr ? app : *command;
    if (is_option && known.get_option_no_throw(name) == nullptr) {
      return unknown_text("option", name, names_of_options(known));
    }
    if (command != nullptr || argument.starts_with('-')) continue;
    command = command_named(app, argument);
    if (command == nullptr) return unknown_text("command", name, names_of_commands(app));
  }
  return {};
}

}  // namespace asepsim::cli
