// Queueing theory through scenario files: what a user writes gives what the textbook says.
//
// Each network is scenario text, simulated in 40 independent replications after a warm-up. A
// statistic passes if its whole interval (Student with 39 degrees of freedom, two-sided 1e-4, hence
// 4.4 standard errors) lies within the stated margin of the published value; an interval too wide
// to tell fails. The margins are twice the width that the intervals have, so with other seeds a
// correct simulator would fail one of the 35 statistics with probability 0.003; the seeds are
// fixed.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "clinic/run_replication.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::uint64_t replications = 40;
constexpr double reach = 4.4;  // standard errors

using Statistic = std::function<double(const ReplicationRecord&)>;

struct Expectation {
  const char* name;
  double oracle;
  double margin;  // relative
  Statistic statistic;
};

// Sums over the steps that were queued for after the warm-up.
template <class Value>
double mean_over_steps(const ReplicationRecord& record, std::uint16_t step, Value value) {
  double sum = 0;
  std::size_t n = 0;
  for (const StepFact& fact : record.steps) {
    if (fact.step != step || fact.queued_at < record.counted_from) continue;
    const double x = value(fact);
    if (std::isnan(x)) continue;  // not one of those that are asked about
    sum += x;
    ++n;
  }
  return sum / static_cast<double>(n);
}

double minutes_between(SimTime from, SimTime to) {
  return (to - from).minutes();
}

Statistic mean_wait(std::uint16_t step = 0) {
  return [=](const ReplicationRecord& record) {
    return mean_over_steps(record, step, [](const StepFact& fact) {
      const bool served = fact.exit == ExitReason::done;
      return served ? minutes_between(fact.queued_at, fact.started_at) : std::nan("");
    });
  };
}

Statistic share_waiting_longer_than(double minutes) {
  return [=](const ReplicationRecord& record) {
    return mean_over_steps(record, 0, [&](const StepFact& fact) {
      return minutes_between(fact.queued_at, fact.started_at) > minutes ? 1.0 : 0.0;
    });
  };
}

Statistic share_ending_as(ExitReason exit) {
  return [=](const ReplicationRecord& record) {
    return mean_over_steps(record, 0,
                           [&](const StepFact& fact) { return fact.exit == exit ? 1.0 : 0.0; });
  };
}

Statistic time_in_step(std::uint16_t step) {
  return [=](const ReplicationRecord& record) {
    return mean_over_steps(record, step, [](const StepFact& fact) {
      return minutes_between(fact.queued_at, fact.ended_at);
    });
  };
}

// Of the patients of one stream, told apart by their priority in the scenario.
Statistic mean_wait_of_stream(std::uint16_t stream) {
  return [=](const ReplicationRecord& record) {
    return mean_over_steps(record, 0, [&](const StepFact& fact) {
      const PatientFact& patient = record.patients[record.visits[fact.visit].patient];
      return patient.stream == stream ? minutes_between(fact.queued_at, fact.started_at)
                                      : std::nan("");
    });
  };
}

Statistic mean_queue(std::size_t pool = 0) {
  return [=](const ReplicationRecord& record) {
    return record.pools[pool].queue / (record.ended_at - record.counted_from).hours();
  };
}

Statistic utilisation(std::size_t pool = 0) {
  return [=](const ReplicationRecord& record) {
    return record.pools[pool].busy / record.pools[pool].capacity;
  };
}

constexpr std::uint16_t any_stream = 65535;

Statistic time_of_stream(std::uint16_t stream) {
  return [=](const ReplicationRecord& record) {
    double sum = 0, n = 0;
    for (const VisitFact& visit : record.visits) {
      if (visit.arrived_at < record.counted_from || visit.exit != ExitReason::done) continue;
      if (stream != any_stream && record.patients[visit.patient].stream != stream) continue;
      sum += minutes_between(visit.arrived_at, visit.left_at);
      ++n;
    }
    return sum / n;
  };
}

// Sample mean and its standard error.
struct Estimate {
  double mean = 0, error = 0;
};

Estimate estimate(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double x : values) sum += x;
  for (const double x : values) squares += (x - sum / n) * (x - sum / n);
  return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

void expect_theory(std::uint64_t seed, const std::string& scenario,
                   const std::vector<Expectation>& expectations) {
  const auto read = scenario::read_scenario_text("schema: asepsim/1\n" + scenario, "network");
  ASSERT_TRUE(read.scenario.has_value()) << to_text(read.diagnostics);
  const auto plan = compile(*read.scenario);
  std::vector<std::vector<double>> values(expectations.size());
  for (std::uint64_t r = 0; r < replications; ++r) {
    const ReplicationRecord record = run_replication(*plan, {seed, r});
    for (std::size_t i = 0; i < expectations.size(); ++i) {
      values[i].push_back(expectations[i].statistic(record));
    }
  }
  for (std::size_t i = 0; i < expectations.size(); ++i) {
    const auto& [name, oracle, margin, statistic] = expectations[i];
    const auto [mean, error] = estimate(values[i]);
    EXPECT_LT(std::abs(mean - oracle) + reach * error, margin * oracle)
        << name << ": " << mean << " +- " << reach * error << ", theory " << oracle << ", margin "
        << 100 * margin << " %";
  }
}

std::string queue(const std::string& run, const std::string& servers,
                  const std::string& interarrival, const std::string& service,
                  const std::string& more = "", const std::string& stream = "") {
  return "run: {" + run + R"(}
calendar: {opening: always}
equipment: {server: {count: )" +
         servers + R"(}}
arrivals:
  customers: {pathway: service, interarrival: )" +
         interarrival + stream + R"(}
pathways:
  service: [{step: serve, equipment: server, duration: )" +
         service + more + "}]\n";
}

TEST(Theory, MM1) {
  expect_theory(
      1,
      queue("warm_up: 2 d, length: 80 d", "1", "{exponential: 1.25 min}", "{exponential: 1 min}"),
      {{"wait", 4, 0.06, mean_wait()},
       {"queue", 3.2, 0.065, mean_queue()},
       {"utilisation", 0.8, 0.01, utilisation()}});
}

TEST(Theory, MM5) {
  expect_theory(
      2,
      queue("warm_up: 1 d, length: 30 d", "5", "{exponential: 0.25 min}", "{exponential: 1 min}"),
      {{"wait", 0.554112554, 0.065, mean_wait()},
       {"queue", 2.216450216, 0.065, mean_queue()},
       {"share that waits", 0.554112554, 0.02, share_waiting_longer_than(0)},
       {"share that waits a minute", 0.203846617, 0.06, share_waiting_longer_than(1)}});
}

TEST(Theory, MM4LikeAClinic) {
  expect_theory(
      3,
      queue("warm_up: 20 d, length: 400 d", "4", "{exponential: 4 min}", "{exponential: 14 min}"),
      {{"wait", 20.66011063, 0.09, mean_wait()},
       {"queue", 5.165027658, 0.09, mean_queue()},
       {"share that waits", 0.737861094, 0.015, share_waiting_longer_than(0)},
       {"utilisation", 0.875, 0.01, utilisation()}});
}

TEST(Theory, MM10) {
  expect_theory(4,
                queue("warm_up: 1 d, length: 20 d", "10", "{exponential: 6.6666666667 s}",
                      "{exponential: 1 min}"),
                {{"wait", 0.668731524, 0.075, mean_wait()},
                 {"share that waits", 0.668731524, 0.02, share_waiting_longer_than(0)}});
}

TEST(Theory, MM5WithoutPlacesToWaitLosesAsErlangB) {
  expect_theory(5,
                queue("warm_up: 1 h, length: 7 d", "5", "{exponential: 0.25 min}",
                      "{exponential: 1 min}", ", queue_capacity: 0"),
                {{"blocked", 0.199066874, 0.025, share_ending_as(ExitReason::balked)}});
}

TEST(Theory, MM10WithoutPlacesToWaitLosesAsErlangB) {
  expect_theory(14,
                queue("warm_up: 1 h, length: 7 d", "10", "{exponential: 6.6666666667 s}",
                      "{exponential: 1 min}", ", queue_capacity: 0"),
                {{"blocked", 0.167963226, 0.025, share_ending_as(ExitReason::balked)}});
}

TEST(Theory, MG1WithConstantService) {
  expect_theory(6, queue("warm_up: 2 d, length: 40 d", "1", "{exponential: 1.25 min}", "1 min"),
                {{"wait", 2, 0.05, mean_wait()}});
}

TEST(Theory, MG1WithErlangService) {
  expect_theory(7,
                queue("warm_up: 2 d, length: 60 d", "1", "{exponential: 1.25 min}",
                      "{gamma: {shape: 2, scale: 0.5 min}}"),
                {{"wait", 3, 0.055, mean_wait()}});
}

TEST(Theory, MG1WithVeryVariableService) {
  expect_theory(8,
                queue("warm_up: 4 d, length: 150 d", "1", "{exponential: 1.25 min}",
                      "{lognormal: {mean: 1 min, cv: 2}}"),
                {{"wait", 10, 0.09, mean_wait()}});
}

TEST(Theory, MG1OfAClinic) {
  expect_theory(15,
                queue("warm_up: 20 d, length: 800 d", "1", "{exponential: 16.6666666667 min}",
                      "{lognormal: {mean: 14 min, cv: 0.7}}"),
                {{"wait", 54.7575, 0.09, mean_wait()}});
}

TEST(Theory, NonPreemptivePriority) {
  expect_theory(9, R"(
run: {warm_up: 2 d, length: 80 d}
calendar: {opening: always}
equipment: {server: {count: 1}}
arrivals:
  urgent: {pathway: service, interarrival: {exponential: 3.3333333333 min}, priority: 1}
  common: {pathway: service, interarrival: {exponential: 2 min}, priority: 2}
pathways:
  service: [{step: serve, equipment: server, duration: {exponential: 1 min}}]
)",
                {{"wait of the urgent", 1.142857143, 0.025, mean_wait_of_stream(0)},
                 {"wait of the others", 5.714285714, 0.06, mean_wait_of_stream(1)}});
}

// Resume: the urgent see only themselves, T1 = 1 / (1 - .3), T2 = 1 / ((1 - .3)(1 - .8)).
TEST(Theory, PreemptivePriority) {
  expect_theory(16, R"(
run: {warm_up: 2 d, length: 80 d}
calendar: {opening: always}
equipment: {server: {count: 1}}
arrivals:
  urgent: {pathway: at_once, interarrival: {exponential: 3.3333333333 min}, priority: 1}
  common: {pathway: service, interarrival: {exponential: 2 min}, priority: 2}
pathways:
  at_once: [{step: rush, equipment: server, duration: {exponential: 1 min}, pre_empts: true}]
  service: [{step: serve, equipment: server, duration: {exponential: 1 min}, pre_emptible: true}]
)",
                {{"time of the urgent", 1.428571429, 0.02, time_of_stream(0)},
                 {"time of the others", 7.142857143, 0.06, time_of_stream(1)}});
}

TEST(Theory, ErlangAWithImpatientCustomers) {
  expect_theory(10,
                queue("warm_up: 1 d, length: 10 d", "4", "{exponential: 0.25 min}",
                      "{exponential: 1 min}", "", ", patience: {exponential: 2 min}"),
                {{"share that waits", 0.638507416, 0.015, share_waiting_longer_than(0)},
                 {"queue", 1.30340988, 0.036, mean_queue()},
                 {"share that gives up", 0.162926235, 0.03, share_ending_as(ExitReason::reneged)}});
}

TEST(Theory, ErlangAWithPatientCustomers) {
  expect_theory(
      11,
      queue("warm_up: 1 d, length: 10 d", "10", "{exponential: 6 s}", "{exponential: 1 min}", "",
            ", patience: {exponential: 10 min}"),
      {{"share that waits", 0.778670895, 0.015, share_waiting_longer_than(0)},
       {"queue", 6.046886956, 0.042, mean_queue()},
       {"share that gives up", 0.0604688696, 0.04, share_ending_as(ExitReason::reneged)}});
}

TEST(Theory, MM3WithTenPlaces) {
  expect_theory(12,
                queue("warm_up: 1 d, length: 10 d", "3", "{exponential: 0.25 min}",
                      "{exponential: 1 min}", ", queue_capacity: 7"),
                {{"blocked", 0.265799676, 0.025, share_ending_as(ExitReason::balked)},
                 {"queue", 4.678554499, 0.015, mean_queue()},
                 {"wait", 1.593078328, 0.02, mean_wait()}});
}

TEST(Theory, JacksonNetworkOfDoctorAndLaboratory) {
  expect_theory(13, R"(
run: {warm_up: 2 d, length: 60 d}
calendar: {opening: always}
equipment: {doctor: {count: 2}, laboratory: {count: 1}}
arrivals: {patients: {pathway: visit, interarrival: {exponential: 1.0256410256 min}}}
pathways:
  visit:
    - step: see_doctor
      equipment: doctor
      duration: {exponential: 1 min}
      next: [{to: laboratory, probability: 35 %}, {to: end}]
    - step: laboratory
      equipment: laboratory
      duration: {exponential: 1.25 min}
      next: [{to: see_doctor}]
)",
                {{"time at the doctor's", 2.285714286, 0.03, time_in_step(0)},
                 {"time at the laboratory", 3.636363636, 0.04, time_in_step(1)},
                 {"time in all", 5.474525475, 0.032, time_of_stream(any_stream)}});
}

}  // namespace
}  // namespace asepsim::clinic
