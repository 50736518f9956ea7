#include "cli/limit_names.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>

#include "experiment/limits.hpp"

namespace asepsim::cli {
namespace {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::vector<std::string> nearest = scenario::nearest_names(word, candidates);
  const std::string where = "see the key figures with: asepsim explain kpis";
  return nearest.empty() ? where : "did you mean " + nearest.front() + "? " + where;
}

// Where `id` is the value of a key `kpi` in this line, or npos.
std::size_t column_of(const std::string& line, const std::string& id) {
  const std::size_t key = line.find("kpi:");
  if (key == std::string::npos || line.find('#') < key) return std::string::npos;
  const std::size_t at = line.find_first_not_of(" \t\"'", key + 4);
  if (at == std::string::npos || line.compare(at, id.size(), id) != 0) return std::string::npos;
  const std::size_t end = line.find_first_of(" \t\"',}#", at);
  return std::min(end, line.size()) - at == id.size() ? at : std::string::npos;
}

int characters(std::string_view bytes) {
  int n = 0;
  for (const char c : bytes) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return n;
}

// The `occurrence`-th place (from 0) that names the figure, in the order in which files extend.
SourcePlace place_of(const std::string& file, const std::string& id, std::size_t occurrence,
                     const std::vector<scenario::InputFile>& inputs) {
  for (const scenario::InputFile& input : inputs) {
    std::istringstream lines(input.content);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (line.ends_with('\r')) line.pop_back();
      const std::size_t at = column_of(line, id);
      if (at == std::string::npos || occurrence-- > 0) continue;
      const int column = characters(std::string_view(line).substr(0, at)) + 1;
      return {input.path, number, column, characters(id), line};
    }
  }
  return {file, 0, 0, 1, {}};
}

}  // namespace

std::vector<Diagnostic> unknown_limits(const std::string& file, const scenario::Scenario& scenario,
                                       const experiment::CountingPlan& counting,
                                       const std::vector<scenario::InputFile>& inputs) {
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, std::size_t> seen;
  for (const std::string& id : experiment::unknown_limits(scenario.limits, counting.kpis)) {
    Diagnostic diagnostic;
    diagnostic.place = place_of(file, id, seen[id]++, inputs);
    diagnostic.path = "limits.kpi";
    diagnostic.problem = "there is no key figure \"" + id + "\"";
    diagnostic.remedy = did_you_mean(id, experiment::kpi_ids(counting));
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

}  // namespace asepsim::cli
