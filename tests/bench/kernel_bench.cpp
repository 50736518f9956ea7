// What the kernel costs, on two networks (models/draws.hpp) and four ways to write them:
//
//   native          processes on the native calendar
//   simgrid_timers  the same processes on SimGrid's engine
//   simgrid_actors  plain SimGrid actors with semaphores
//   hand_written    a bare event loop
//
// Bars, medians of one run: native >= 0.7 hand_written on B1 and B2; native >= 4 simgrid_timers and
// >= 30 simgrid_actors on B1; B2_700d/native (15,000 patients on the calendar instead of 150)
// >= 0.7 B2/native. All models of a network must find the same, or the benchmark is an error: the
// actors the same time in system to a millionth, the others everything to the microsecond.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <functional>

#include "bench/models/draws.hpp"
#include "bench/models/hand_written.hpp"
#include "bench/models/processes.hpp"
#include "bench/models/simgrid_actors.hpp"

namespace asepsim::bench {
namespace {

constexpr Duration week = days(7);
constexpr Duration two_years = days(700);

// SimGrid's models get fewer customers: its clock ends at 2^53 microseconds for the whole process.
constexpr std::uint64_t many = 400'000;
constexpr std::uint64_t some = 20'000;
constexpr std::uint64_t few = 2'000;

Findings b1_native(std::uint64_t n) {
  const auto calendar = kernel::make_native_calendar();
  return B1Processes(*calendar).run(n);
}
Findings b1_simgrid_timers(std::uint64_t n) {
  actor_host();
  const auto calendar = kernel::make_simgrid_calendar();
  return B1Processes(*calendar).run(n);
}
Findings b1_simgrid_actors(std::uint64_t n) {
  actor_host();
  return B1Actors{}.run(n);
}
Findings b1_hand_written(std::uint64_t n) {
  return B1ByHand{}.run(n);
}

Findings b2_native(std::uint64_t n, Duration until_follow_up) {
  const auto calendar = kernel::make_native_calendar();
  return B2Processes(*calendar, until_follow_up).run(n);
}
Findings b2_simgrid_timers(std::uint64_t n, Duration until_follow_up) {
  actor_host();
  const auto calendar = kernel::make_simgrid_calendar();
  return B2Processes(*calendar, until_follow_up).run(n);
}
Findings b2_simgrid_actors(std::uint64_t n, Duration until_follow_up) {
  actor_host();
  return B2Actors(until_follow_up).run(n);
}
Findings b2_hand_written(std::uint64_t n, Duration until_follow_up) {
  return B2ByHand(until_follow_up).run(n);
}

enum class Agreement { exact, to_a_millionth };

bool agree(const Findings& a, const Findings& b, Agreement how) {
  if (how == Agreement::exact) return a == b;
  return std::abs(a.mean_minutes() / b.mean_minutes() - 1) <= 1e-6;
}

// Measures `model(n, args...)` and holds its findings against the hand-written model's.
template <class Model, class... Args>
void measure(benchmark::State& state, std::uint64_t n, const Findings& expected, Agreement how,
             Model model, Args... args) {
  Findings findings;
  for (auto _ : state) findings = model(n, args...);
  if (!agree(findings, expected, how)) state.SkipWithError("the models differ");
  state.SetItemsProcessed(static_cast<std::int64_t>(n) * state.iterations());
  state.counters["mean_minutes"] = findings.mean_minutes();
}

void b1(benchmark::State& state, Findings (*model)(std::uint64_t), std::uint64_t n, Agreement how) {
  measure(state, n, b1_hand_written(n), how, model);
}
void b2(benchmark::State& state, Findings (*model)(std::uint64_t, Duration), std::uint64_t n,
        Agreement how, Duration until_follow_up) {
  measure(state, n, b2_hand_written(n, until_follow_up), how, model, until_follow_up);
}

constexpr auto exactly = Agreement::exact;
constexpr auto nearly = Agreement::to_a_millionth;
constexpr kernel::Purpose service{"service"};

BENCHMARK_CAPTURE(b1, native, b1_native, many, exactly)->Name("B1/native");
BENCHMARK_CAPTURE(b1, timers, b1_simgrid_timers, some, exactly)->Name("B1/simgrid_timers");
BENCHMARK_CAPTURE(b1, actors, b1_simgrid_actors, few, nearly)->Name("B1/simgrid_actors");
BENCHMARK_CAPTURE(b1, by_hand, b1_hand_written, many, exactly)->Name("B1/hand_written");
BENCHMARK_CAPTURE(b2, native, b2_native, many, exactly, week)->Name("B2/native");
BENCHMARK_CAPTURE(b2, timers, b2_simgrid_timers, some, exactly, week)->Name("B2/simgrid_timers");
BENCHMARK_CAPTURE(b2, actors, b2_simgrid_actors, few, nearly, week)->Name("B2/simgrid_actors");
BENCHMARK_CAPTURE(b2, by_hand, b2_hand_written, many, exactly, week)->Name("B2/hand_written");
BENCHMARK_CAPTURE(b2, native_700, b2_native, many, exactly, two_years)->Name("B2_700d/native");
BENCHMARK_CAPTURE(b2, by_hand_700, b2_hand_written, many, exactly, two_years)
    ->Name("B2_700d/hand_written");

void fresh_uniform(benchmark::State& state) {
  const kernel::RandomSource source(1, 2);
  std::uint64_t i = 0;
  double sum = 0;
  for (auto _ : state) sum += source.uniform(kernel::EntityKey{i++}, service);
  benchmark::DoNotOptimize(sum);
}
BENCHMARK(fresh_uniform)->Name("uniform at a fresh address");

void fresh_exponential(benchmark::State& state) {
  const kernel::RandomSource source(1, 2);
  std::uint64_t i = 0;
  double sum = 0;
  for (auto _ : state) sum += source.exponential(kernel::EntityKey{i++}, service);
  benchmark::DoNotOptimize(sum);
}
BENCHMARK(fresh_exponential)->Name("exponential at a fresh address");

}  // namespace
}  // namespace asepsim::bench
