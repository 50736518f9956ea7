#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/misspelling.hpp"
#include "cli/version.hpp"

namespace asepsim::cli {
namespace {

/// Everything the parser fills in; `chosen` runs the command that was named.
struct Parsed {
  StudyOptions study;
  std::vector<std::string> settings, kept;
  std::string engine = "native", dialect = "default";
  ValidateOptions validate;
  bool reference = false;
  std::string name;
};

std::string version_text() {
  std::string text;
  for (const auto& [name, value] : versions()) text += fmt::format("{} {}\n", name, value);
  text.pop_back();  // the parser ends the line
  return text;
}

scenario::Override override_of(const std::string& setting) {
  const std::size_t equals = setting.find('=');
  const bool malformed = equals == std::string::npos || equals == 0;
  if (malformed) {
    throw CLI::ValidationError("--set", "expected path=value, got \"" + setting + "\"");
  }
  return {setting.substr(0, equals), setting.substr(equals + 1)};
}

std::vector<scenario::Override> overrides_of(const std::vector<std::string>& settings) {
  std::vector<scenario::Override> overrides;
  std::transform(settings.begin(), settings.end(), std::back_inserter(overrides), override_of);
  return overrides;
}

report::Keep keep_of(const std::vector<std::string>& words) {
  report::Keep keep;
  for (const std::string& word : words) {
    if (report::add_kept(keep, word)) continue;
    throw CLI::ValidationError("--keep", "cannot keep \"" + word +
                                             "\"; choose from kpi, patients, visits, events, "
                                             "loads, complications, exposures");
  }
  return keep;
}

// The parser would read -1 as the largest number there is, and 010 as eight.
std::string whole_number(const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  const bool good = digits && (text == "0" || text.front() != '0');
  return good ? "" : "expected a whole number, got \"" + text + "\"";
}

// What a scenario file may hold: a larger seed could not be read back from the resolved scenario.
constexpr std::uint64_t largest_seed = 999'999'999'999'999'999;

std::string seed_number(const std::string& text) {
  if (std::string wrong = whole_number(text); !wrong.empty()) return wrong;
  const std::string digits = std::to_string(largest_seed);
  const bool small = text.size() < digits.size();
  const bool good = small || (text.size() == digits.size() && text <= digits);
  return good ? "" : "expected a whole number up to " + digits + ", got \"" + text + "\"";
}

std::string inside_half_and_one(const std::string& text) {
  double value = 0;
  const bool good = CLI::detail::lexical_cast(text, value) && value > 0.5 && value < 1;
  return good ? "" : "expected a number between 0.5 and 1, such as 0.95";
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& description) {
  CLI::App* command = app.add_subcommand(name, description);
  command->footer(examples(name));
  return command;
}

void add_set(CLI::App* command, std::vector<std::string>& settings) {
  command->add_option("--set", settings, "Change one value of every scenario: path=value")
      ->type_name("PATH=VALUE")
      ->take_all();
}

void add_run_options(CLI::App* command, Parsed& parsed) {
  StudyOptions& study = parsed.study;
  add_set(command, parsed.settings);
  command
      ->add_option("--replications", study.replications,
                   "Replications of each scenario, 1 to 1,000,000")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}));
  command->add_option("--seed", study.seed, "Seed of all random numbers")
      ->type_name("N")
      ->check(seed_number);
  command
      ->add_option("--confidence", study.confidence,
                   "Confidence of all intervals, above 0.5 and below 1")
      ->type_name("SHARE")
      ->check(inside_half_and_one);
  command->add_option("--threads", study.threads, "Threads; results do not depend on them")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command->add_option("--engine", parsed.engine, "Event calendar: native or simgrid")
      ->type_name("NAME")
      ->check(CLI::IsMember({"native", "simgrid"}));
  command
      ->add_option("--cross-check", study.cross_checks,
                   "Replications of each scenario to run on both engines; 0 for none")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1'000'000}));
}

void add_output_options(CLI::App* command, Parsed& parsed) {
  StudyOptions& study = parsed.study;
  command
      ->add_option("--output", study.output,
                   "Folder for the results; of several runs: for their folders")
      ->type_name("DIR");
  command->add_flag("--force", study.force, "Replace the results that stand in --output");
  command->add_flag("--dry-run", study.dry_run, "Say what would run, how long and how much");
  command
      ->add_option("--keep", parsed.kept,
                   "Large tables to write: patients,visits,events,loads,complications,exposures")
      ->type_name("LIST")
      ->delimiter(',');
  command->add_flag("--json", study.json, "Print summary and comparison as JSON");
  command->add_flag("--quiet", study.quiet, "Print only the folder of the results");
  command->add_option("--progress", study.progress, "auto, bar, plain, json or none")
      ->type_name("MODE")
      ->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}));
  command->add_option("--csv-dialect", parsed.dialect, "default, excel or excel-eu")
      ->type_name("NAME")
      ->check(CLI::IsMember({"default", "excel", "excel-eu"}));
}

void add_run(CLI::App& app, Parsed& parsed) {
  CLI::App* run =
      add_command(app, "run", "Run scenarios, each by itself, and estimate key figures.");
  run->add_option("FILES", parsed.study.files, "Scenario files")->required()->expected(1, 1000);
  add_run_options(run, parsed);
  add_output_options(run, parsed);
}

void add_compare(CLI::App& app, Parsed& parsed) {
  CLI::App* compare =
      add_command(app, "compare", "Compare scenarios with a base on common random numbers.");
  compare->add_option("FILES", parsed.study.files, "Base first, then the alternatives")
      ->required()
      ->expected(2, 1000);
  add_run_options(compare, parsed);
  compare->add_flag("--independent", parsed.study.independent,
                    "Independent random numbers for each alternative");
  add_output_options(compare, parsed);
}

void add_validate(CLI::App& app, Parsed& parsed) {
  CLI::App* validate =
      add_command(app, "validate", "Tell everything that is wrong with scenario files.");
  validate->add_option("FILES", parsed.validate.files, "Scenario files")
      ->required()
      ->expected(1, 10000);
  add_set(validate, parsed.settings);
  validate->add_flag("--json", parsed.validate.json, "Print the errors as JSON");
}

void add_others(CLI::App& app, Parsed& parsed) {
  CLI::App* schema = add_command(app, "schema", "Print the JSON Schema of scenario files.");
  schema->add_flag("--reference", parsed.reference, "Print all fields as Markdown instead");
  CLI::App* explain = add_command(app, "explain", "Explain a key figure, a field or its evidence.");
  explain
      ->add_option("NAME", parsed.name, "Key figure, field, row of the evidence, kpis, or evidence")
      ->required();
}

void describe(CLI::App& app, Parsed& parsed) {
  app.name("asepsim");
  app.description("Simulates clinic operations and safety for microneedling clinics.");
  app.footer(examples("asepsim"));
  app.formatter(std::make_shared<ExamplesFirst>());
  app.set_version_flag("--version", version_text(), "Print versions and exit");
  app.require_subcommand(1);
  add_run(app, parsed);
  add_compare(app, parsed);
  add_validate(app, parsed);
  add_others(app, parsed);
}

void complete(Parsed& parsed, const std::vector<std::string>& arguments) {
  StudyOptions& study = parsed.study;
  study.overrides = parsed.validate.overrides = overrides_of(parsed.settings);
  study.keep = keep_of(parsed.kept);
  study.engine = parsed.engine == "simgrid" ? clinic::Engine::simgrid : clinic::Engine::native;
  study.dialect = *report::csv_dialect(parsed.dialect);
  study.command = {"asepsim"};
  study.command.insert(study.command.end(), arguments.begin(), arguments.end());
}

bool asks_for_help(const std::vector<std::string>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
    return argument == "--help" || argument == "-h";
  });
}

// Help comes before anything that is still missing on the line.
ExitStatus print_help(CLI::App& app, const std::vector<std::string>& arguments,
                      const Console& console) {
  CLI::App* named = command_named(app, arguments.front());
  console.out << (named == nullptr ? app.help() : named->help()) << std::flush;
  return ExitStatus::done;
}

ExitStatus run_chosen(const CLI::App& app, const Parsed& parsed, const Console& console) {
  if (app.got_subcommand("validate")) return validate_command(parsed.validate, console);
  if (app.got_subcommand("schema")) return schema_command(parsed.reference, console);
  if (app.got_subcommand("explain")) return explain_command(parsed.name, console);
  if (app.got_subcommand("run")) return run_command(parsed.study, console);
  return study_command(parsed.study, console);
}

}  // namespace

ExitStatus run_command_line(const std::vector<std::string>& arguments, const Console& console) {
  CLI::App app;
  Parsed parsed;
  describe(app, parsed);
  if (const std::string wrong = misspelling(app, arguments); !wrong.empty()) {
    console.err << "asepsim: " << wrong << "\nRun with --help for more information." << std::endl;
    return ExitStatus::wrong_command_line;
  }
  if (asks_for_help(arguments)) return print_help(app, arguments, console);
  if (arguments.empty()) {
    console.err << app.help() << std::flush;
    return ExitStatus::wrong_command_line;
  }
  try {
    std::vector<std::string> backwards(arguments.rbegin(), arguments.rend());
    app.parse(std::move(backwards));
    complete(parsed, arguments);
  } catch (const CLI::ParseError& error) {
    const bool wrong = app.exit(error, console.out, console.err) != 0;
    return wrong ? ExitStatus::wrong_command_line : ExitStatus::done;
  }
  return run_chosen(app, parsed, console);
}

}  // namespace asepsim::cli
