// Exact run lengths of the charts: how long until they signal.
#include <array>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "science/probability.hpp"
#include "science/surveillance.hpp"

namespace asepsim::science {

namespace {

/// What happens from a state until the walk first leaves it downwards or signals. Positive terms
/// only, so that a chart which almost never signals loses no digits.
struct Descent {
  double visits = 0;   ///< expected visits until then
  double down = 1;     ///< probability of leaving downwards
  double signals = 0;  ///< probability of signalling first; down + signals = 1
};

/// The descent of `upper` followed, if it leads down, by that of `lower`.
Descent then(const Descent& upper, const Descent& lower) {
  return {upper.visits + upper.down * lower.visits, upper.down * lower.down,
          upper.signals + upper.down * lower.signals};
}

/// The descent through a window of neighbouring states that slides down one state at a time.
/// Two stacks as a queue: each state is composed twice, whatever the width of the window.
class SlidingDescent {
 public:
  void add_below(const Descent& state) {
    newest_.push_back(state);
    newest_total_ = then(newest_total_, state);
  }
  void drop_top() {
    if (oldest_totals_.empty()) turn_over();
    oldest_totals_.pop_back();
  }
  [[nodiscard]] Descent total() const {
    return oldest_totals_.empty() ? newest_total_ : then(oldest_totals_.back(), newest_total_);
  }

 private:
  void turn_over() {
    Descent total;
    for (; !newest_.empty(); newest_.pop_back()) {
      total = then(newest_.back(), total);
      oldest_totals_.push_back(total);
    }
    newest_total_ = {};
  }

  std::vector<Descent> newest_, oldest_totals_;
  Descent newest_total_;
};

/// The descent of a state from which an event leads to `after_event`: a visit; without event down
/// one; with one, through `after_event` back to this state and on.
Descent descent_of_state(double p, const Descent& after_event) {
  const double leaves = 1.0 - p + p * after_event.signals;  // not back where it started
  return {(1.0 + p * after_event.visits) / leaves, (1.0 - p) / leaves,
          p * after_event.signals / leaves};
}

constexpr Descent signal_at_once{0.0, 0.0, 1.0};

/// Nodes and weights of Gauss-Legendre quadrature on [0, h].
constexpr unsigned node_count = 30;
struct Quadrature {
  std::array<double, node_count> at{}, weight{};
};

Quadrature nodes_on(double h) {
  using Rule = boost::math::quadrature::gauss<double, node_count>;
  Quadrature q;
  for (std::size_t i = 0; i < node_count / 2; ++i) {
    const std::size_t mirror = node_count - 1 - i;
    q.at[i] = h / 2 * (1.0 - Rule::abscissa()[i]);
    q.at[mirror] = h / 2 * (1.0 + Rule::abscissa()[i]);
    q.weight[i] = q.weight[mirror] = h / 2 * Rule::weights()[i];
  }
  return q;
}

using Matrix = std::vector<std::vector<double>>;

/// Solves a x = b by elimination with row exchange; `a` has as many rows as `b`.
std::vector<double> solve(Matrix a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t col = 0; col < n; ++col) {
    std::size_t pivot = col;
    for (std::size_t row = col + 1; row < n; ++row) {
      if (std::abs(a[row][col]) > std::abs(a[pivot][col])) pivot = row;
    }
    std::swap(a[col], a[pivot]);
    std::swap(b[col], b[pivot]);
    for (std::size_t row = col + 1; row < n; ++row) {
      const double factor = a[row][col] / a[col][col];
      for (std::size_t k = col; k < n; ++k) a[row][k] -= factor * a[col][k];
      b[row] -= factor * b[col];
    }
  }
  for (std::size_t row = n; row-- > 0;) {
    for (std::size_t k = row + 1; k < n; ++k) b[row] -= a[row][k] * b[k];
    b[row] /= a[row][row];
  }
  return b;
}

}  // namespace

double average_run_length(double p, const BernoulliCusum& chart) {
  const std::int64_t jump = chart.lattice - 1;  // an event moves a state up by this much
  SlidingDescent above;                         // the states in (state, state + jump]
  for (std::int64_t state = chart.threshold - 1; state > 0; --state) {
    const bool reaches = state + jump >= chart.threshold;
    above.add_below(descent_of_state(p, reaches ? signal_at_once : above.total()));
    if (state + jump < chart.threshold && jump > 0) above.drop_top();
  }
  const Descent after_event = jump >= chart.threshold ? signal_at_once : above.total();
  return (1.0 + p * after_event.visits) / (p * after_event.signals);
}

double normal_cusum_run_length(double shift, double k, double h) {
  // L(z) = 1 + L(0) Phi(k - z - shift) + integral of L(x) phi(x + k - z - shift) over [0, h];
  // unknowns are L at the nodes and, last, L(0).
  const Quadrature q = nodes_on(h);
  const std::size_t n = node_count + 1;
  Matrix a(n, std::vector<double>(n, 0.0));
  for (std::size_t row = 0; row < n; ++row) {
    const double z = row < node_count ? q.at[row] : 0.0;
    for (std::size_t col = 0; col < node_count; ++col) {
      a[row][col] = -q.weight[col] * normal_density(q.at[col] + k - z - shift);
    }
    a[row][node_count] = -normal_cdf(k - z - shift);
    a[row][row] += 1.0;
  }
  return solve(std::move(a), std::vector<double>(n, 1.0)).back();
}

}  // namespace asepsim::science
