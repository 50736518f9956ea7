#include "scenario/route_matrix.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>

namespace asepsim::scenario {
namespace {

// Patients who may take the same routes.
struct Kind {
  std::string indication;
  bool first_session;
};

bool open_to(const Route& route, const Kind& kind) {
  const auto& only = route.indications;
  return only.empty() || std::find(only.begin(), only.end(), kind.indication) != only.end();
}

bool passed_over(const Step& step, const Kind& kind) {
  return step.session == (kind.first_session ? SessionRule::later : SessionRule::first);
}

class Chain {
 public:
  Chain(const Pathway& pathway, const Kind& kind)
      : size_(pathway.steps.size()), to_(size_, std::vector<double>(size_)), out_(size_) {
    for (std::size_t i = 0; i < size_; ++i) index_.emplace(pathway.steps[i].name, i);
    for (std::size_t i = 0; i < size_; ++i) add_step(pathway.steps[i], i, kind);
  }

  // Takes the last step out of the chain until the first alone is left.
  double steps() {
    for (std::size_t k = size_ - 1; k > 0; --k) eliminate(k);
    return out_[0] > 0 ? taken_[0] / out_[0] : infinite;
  }

 private:
  static constexpr double infinite = std::numeric_limits<double>::infinity();

  void lead(std::size_t from, std::size_t to, double probability) {
    (to < size_ ? to_[from][to] : out_[from]) += probability;
  }

  void add_step(const Step& step, std::size_t i, const Kind& kind) {
    taken_.push_back(passed_over(step, kind) ? 0 : 1);
    double rest = 1;  // of the patients, on to the next step of the list
    for (const Route& route : step.next) {
      if (passed_over(step, kind) || !open_to(route, kind)) continue;
      const auto target = index_.find(route.to);
      const double share = std::min<double>(rest, route.probability);
      lead(i, target == index_.end() ? size_ : target->second, share);
      rest -= share;
    }
    lead(i, i + 1, rest);
  }

  // What leads into step k leads on to where k leads, by way of the steps taken there.
  void eliminate(std::size_t k) {
    double leaving = out_[k];
    for (std::size_t j = 0; j < k; ++j) leaving += to_[k][j];
    if (leaving <= 0) taken_[k] = infinite;
    const double once = leaving > 0 ? 1 / leaving : 1;
    for (std::size_t i = 0; i < k; ++i) {
      if (to_[i][k] <= 0) continue;
      const double share = to_[i][k] * once;
      taken_[i] += share * taken_[k];
      out_[i] += share * out_[k];
      for (std::size_t j = 0; j < k; ++j) to_[i][j] += share * to_[k][j];
    }
  }

  std::size_t size_;
  std::vector<std::vector<double>> to_;  // from, to
  std::vector<double> out_;              // to the end
  std::vector<double> taken_{};          // steps carried out on each stay
  std::map<std::string, std::size_t> index_{};
};

// One indication for each set of routes; the empty one stands for those that no route names.
std::set<std::string> kinds_of(const Pathway& pathway, const std::vector<Indication>& indications) {
  std::set<std::string> kinds{""};
  for (const Step& step : pathway.steps) {
    for (const Route& route : step.next) {
      for (const Indication& indication : indications) {
        if (!route.indications.empty() && open_to(route, {indication.name, true}))
          kinds.insert(indication.name);
      }
    }
  }
  if (!indications.empty() && kinds.size() > indications.size()) kinds.erase("");
  return kinds;
}

}  // namespace

double expected_steps(const Pathway& pathway, const std::vector<Indication>& indications) {
  double most = 0;
  if (pathway.steps.empty()) return most;
  for (const std::string& indication : kinds_of(pathway, indications)) {
    for (const bool first : {true, false})
      most = std::max(most, Chain(pathway, {indication, first}).steps());
  }
  return most;
}

}  // namespace asepsim::scenario
