// Help texts: examples first, then usage and options.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Formatter.hpp>
#include <string>

namespace asepsim::cli {

/// Prints the description, the examples (kept as the app's footer), usage and options.
class ExamplesFirst : public CLI::Formatter {
 public:
  ExamplesFirst();
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
  /// The name of the value alone: what it may be stands in the description.
  std::string make_option_opts(const CLI::Option* option) const override;
};

/// Examples by command; "asepsim" is the program itself.
std::string examples(const std::string& command);

/// "asepsim run [OPTIONS] FILE"
std::string usage(const std::string& command);

}  // namespace asepsim::cli
