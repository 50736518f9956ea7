// Routes lead to steps, their probabilities fit, every step can be reached and can be left.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "scenario/checker.hpp"
#include "scenario/limits.hpp"
#include "scenario/route_matrix.hpp"

namespace asepsim::scenario {
namespace {

constexpr double rounding = 1e-9;

// A pathway as a graph: from each step the steps that may follow; the last index is the end.
class Graph {
 public:
  explicit Graph(const Pathway& pathway) : successors_(pathway.steps.size() + 1) {
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) index_.emplace(pathway.steps[i].name, i);
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) add_step(pathway, i);
  }

  [[nodiscard]] std::vector<bool> reached_from_start() const {
    std::vector<bool> reached(successors_.size());
    std::vector<std::size_t> open{0};
    reached[0] = true;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const std::size_t to : successors_[at]) {
        if (!reached[to]) {
          reached[to] = true;
          open.push_back(to);
        }
      }
    }
    return reached;
  }

  [[nodiscard]] std::vector<bool> leads_to_end() const {
    std::vector<std::vector<std::size_t>> before(successors_.size());
    for (std::size_t i = 0; i < successors_.size(); ++i)
      for (const std::size_t to : successors_[i]) before[to].push_back(i);
    std::vector<bool> leads(successors_.size());
    std::vector<std::size_t> open{successors_.size() - 1};
    leads.back() = true;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const std::size_t from : before[at]) {
        if (!leads[from]) {
          leads[from] = true;
          open.push_back(from);
        }
      }
    }
    return leads;
  }

 private:
  void add_step(const Pathway& pathway, std::size_t i) {
    const Step& step = pathway.steps[i];
    double certain = 0;  // share of patients that some route takes whatever their indication
    for (const Route& route : step.next) {
      const auto target = index_.find(route.to);
      const std::size_t to = target == index_.end() ? successors_.size() - 1 : target->second;
      if (route.probability > 0 && certain < 1 - rounding) successors_[i].push_back(to);
      if (route.indications.empty()) certain += route.probability;
    }
    const bool passed_over = step.session != SessionRule::any;
    if (certain < 1 - rounding || passed_over) successors_[i].push_back(i + 1);
  }

  std::map<std::string, std::size_t> index_{};
  std::vector<std::vector<std::size_t>> successors_;
};

bool check_targets(Checker& c, const Names& targets, const Step& step, const std::string& path) {
  bool sound = true;
  for (std::size_t i = 0; i < step.next.size(); ++i) {
    const std::string& to = step.next[i].to;
    if (targets.known.contains(to)) continue;
    c.error(fmt::format("{}.next[{}].to", path, i + 1),
            fmt::format("there is no step \"{}\" in this pathway", to), c.suggestion(to, targets));
    sound = false;
  }
  return sound;
}

// Routes that patients of one indication may take: their probabilities fit into 1. A last route
// with probability 1 takes the rest.
bool check_probabilities(Checker& c, const Step& step, const std::string& path,
                         const std::optional<std::string>& indication) {
  double sum = 0;
  for (std::size_t i = 0; i < step.next.size(); ++i) {
    const Route& route = step.next[i];
    const auto& only = route.indications;
    const bool open = only.empty() || (indication && std::find(only.begin(), only.end(),
                                                               *indication) != only.end());
    if (!open) continue;
    const std::string here = fmt::format("{}.next[{}]", path, i + 1);
    if (sum >= 1 - rounding) {
      c.error(here, "nobody takes this route: those before it take everybody",
              "remove it or lower their probabilities");
      return false;
    }
    sum += route.probability;
    if (sum > 1 + rounding && route.probability < 1) {
      c.error(path + ".next", fmt::format("the probabilities sum to {:.6g}", sum),
              "they sum to at most 1; the rest goes on to the next step");
      return false;
    }
  }
  return true;
}

bool check_each_indication(Checker& c, const Step& step, const std::string& path) {
  const auto limited = [](const Route& route) { return !route.indications.empty(); };
  if (std::none_of(step.next.begin(), step.next.end(), limited))
    return check_probabilities(c, step, path, std::nullopt);
  if (c.scenario.indications.size() > 64) return true;  // an error of its own
  return std::all_of(c.scenario.indications.begin(), c.scenario.indications.end(),
                     [&](const Indication& indication) {
                       return check_probabilities(c, step, path, indication.name);
                     });
}

// Patients of one indication may be caught where others leave.
void check_steps(Checker& c, const Pathway& pathway) {
  const double expected = expected_steps(pathway, c.scenario.indications);
  const std::string path = "pathways." + pathway.name;
  if (std::isinf(expected)) {
    c.error(path, "patients of some kind never leave: all their routes lead back",
            "lead one of them to end, or give the way back a probability below 1");
  } else if (expected > limits::steps_of_visit) {
    c.error(path,
            fmt::format("a visit takes about {:.2g} steps, at most {:.0f} are possible", expected,
                        limits::steps_of_visit),
            "lower the probabilities of the routes that lead back");
  }
}

void check_graph(Checker& c, const Pathway& pathway, const std::vector<std::string>& paths) {
  const Graph graph(pathway);
  const auto reached = graph.reached_from_start();
  const auto leaves = graph.leads_to_end();
  for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
    if (!reached[i]) {
      c.warning(paths[i], "no route leads to this step", "remove it or lead a route here");
    } else if (!leaves[i]) {
      return c.error(paths[i], "a patient who gets here can never leave: all routes lead back",
                     "lead one of them to end, or give the way back a probability below 1");
    }
  }
  check_steps(c, pathway);
}

bool check_length(Checker& c, const Pathway& pathway, const std::string& path) {
  if (pathway.steps.empty()) {
    c.error(path, "a pathway needs at least one step", "add  - step: name");
  } else if (pathway.steps.size() > limits::steps) {
    c.error(path,
            fmt::format("{} steps, at most {} are possible", pathway.steps.size(), limits::steps),
            "divide the pathway");
  } else {
    return true;
  }
  return false;
}

}  // namespace

void check_routes(Checker& c) {
  for (const Pathway& pathway : c.scenario.pathways) {
    const std::string above = "pathways." + pathway.name;
    if (!check_length(c, pathway, above) || !Checker::steps_named(pathway)) continue;
    const auto paths = c.step_paths(pathway);
    bool sound = c.whole(above);
    Names targets{"step", "this pathway", {"end"}};
    for (const Step& step : pathway.steps) targets.known.insert(step.name);
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
      sound &= check_targets(c, targets, pathway.steps[i], paths[i]);
      sound &= check_each_indication(c, pathway.steps[i], paths[i]);
    }
    if (sound) check_graph(c, pathway, paths);
  }
}

}  // namespace asepsim::scenario
