#include "science/fault_tree.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <stdexcept>

namespace asepsim::science {
namespace {

using Set = std::uint64_t;  // one bit an event
using Sets = std::vector<Set>;

constexpr std::size_t most_events = 64;

// Sets without those that contain another one; sorted, so that equal problems look equal.
Sets minimal(Sets sets) {
  std::sort(sets.begin(), sets.end(), [](Set a, Set b) {
    return std::pair(std::popcount(a), a) < std::pair(std::popcount(b), b);
  });
  Sets kept;
  for (const Set set : sets) {
    const bool contains_another =
        std::any_of(kept.begin(), kept.end(), [&](Set k) { return (k & set) == k; });
    if (!contains_another) kept.push_back(set);
  }
  return kept;
}

class Conditioning {
 public:
  explicit Conditioning(const std::vector<double>& probabilities) : probabilities_(probabilities) {}

  double union_of(const Sets& sets) {
    if (sets.empty()) return 0;
    if (sets.front() == 0) return 1;
    const auto known = solved_.find(sets);
    if (known != solved_.end()) return known->second;
    const std::size_t pivot = most_frequent(sets);
    const double p = probabilities_[pivot];
    const double happened = p > 0 ? union_of(given(sets, pivot, true)) : 0;
    const double not_happened = p < 1 ? union_of(given(sets, pivot, false)) : 0;
    const double chance = p * happened + (1 - p) * not_happened;
    solved_.emplace(sets, chance);
    return chance;
  }

 private:
  [[nodiscard]] std::size_t most_frequent(const Sets& sets) const {
    std::vector<int> count(probabilities_.size());
    for (Set set : sets) {
      for (; set != 0; set &= set - 1) ++count[static_cast<std::size_t>(std::countr_zero(set))];
    }
    return static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin());
  }

  static Sets given(const Sets& sets, std::size_t event, bool happened) {
    const Set bit = Set{1} << event;
    Sets left;
    for (const Set set : sets) {
      if ((set & bit) == 0) {
        left.push_back(set);
      } else if (happened) {
        left.push_back(set & ~bit);
      }
    }
    return minimal(std::move(left));
  }

  const std::vector<double>& probabilities_;
  std::map<Sets, double> solved_{};
};

void check(const FaultTree& tree) {
  if (tree.probabilities.size() > most_events) {
    throw std::invalid_argument("a fault tree of more than 64 basic events");
  }
  for (const double p : tree.probabilities) {
    if (!(p >= 0 && p <= 1)) throw std::invalid_argument("a probability outside 0 to 1");
  }
}

Sets sets_of(const FaultTree& tree) {
  check(tree);
  Sets sets;
  for (const auto& cut_set : tree.cut_sets) {
    Set set = 0;
    for (const std::size_t event : cut_set) {
      if (event >= tree.probabilities.size()) {
        throw std::invalid_argument("a cut set of an unknown basic event");
      }
      set |= Set{1} << event;
    }
    sets.push_back(set);
  }
  return minimal(std::move(sets));
}

double top_if(FaultTree tree, std::size_t event, double probability) {
  tree.probabilities.at(event) = probability;
  return top_probability(tree);
}

}  // namespace

double top_probability(const FaultTree& tree) {
  const Sets sets = sets_of(tree);
  return Conditioning(tree.probabilities).union_of(sets);
}

Importance importance_of(const FaultTree& tree, std::size_t event) {
  const double top = top_probability(tree);
  const double happened = top_if(tree, event, 1), ruled_out = top_if(tree, event, 0);
  Importance importance;
  importance.birnbaum = happened - ruled_out;
  if (!(top > 0)) return importance;
  importance.fussell_vesely = 1 - ruled_out / top;
  importance.achievement = happened / top;
  importance.reduction = top / ruled_out;
  return importance;
}

}  // namespace asepsim::science
