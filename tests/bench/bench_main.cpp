// The benchmark program. Ratios count, not absolute numbers: run all models of a network in one go
// and compare medians, e.g.
//   asepsim_bench --benchmark_filter='B[12]' --benchmark_repetitions=9
//     --benchmark_enable_random_interleaving=true --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

BENCHMARK_MAIN();
