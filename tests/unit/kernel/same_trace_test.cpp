// Property: a random model gives the same trace on both calendars, fact by fact.
//
// Processes do everything the kernel offers in random order: hold, seize one or two pools with
// priorities and patience, get pre-empted, interrupt each other, wait for signals, use a store,
// withdraw and restore units, schedule raw events and cancel them. Times are drawn from a few
// values so that ties are the rule. Every step is written down; both traces must be equal, and at
// the end everything must have been given back.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {
namespace {

struct Fact {
  std::int64_t time;
  std::uint64_t process;
  std::string what;
  bool operator==(const Fact&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Fact& fact) {
  return out << fact.time << ' ' << fact.process << ' ' << fact.what;
}

class RandomModel {
 public:
  RandomModel(Calendar& calendar, std::uint64_t seed) : simulation_(calendar), random_(seed, 1) {
    staff_ = resources_.add_named_pool("staff");
    for (std::size_t i = 0; i < 3; ++i)
      units_[i] = resources_.add_unit(staff_, std::string(1, static_cast<char>('A' + i)), i + 1);
    rooms_ = resources_.add_pool("rooms", 2);
    machine_ = resources_.add_pool("machine", 1);
    for (std::uint32_t item = 0; item < 2; ++item) tools_.put(item);
    for (std::uint64_t p = 0; p < processes; ++p) {
      const Duration at = minutes(draw(p, 0, "start", 20));
      ids_.push_back(simulation_.spawn(story(p), {"process", p}, SimTime{} + at,
                                       static_cast<EventPriority>(draw(p, 0, "priority", 8))));
    }
  }
  Simulation& simulation() { return simulation_; }

  std::vector<Fact> run() {
    simulation_.run();
    // Whoever still waits for a signal is freed by it, again and again.
    for (int i = 0; i < 100 && simulation_.process_count() > 0; ++i) {
      bell_.notify_all();
      simulation_.run();
    }
    EXPECT_EQ(simulation_.process_count(), 0u) << stuck();
    EXPECT_EQ(resources_.busy(staff_) + resources_.busy(rooms_) + resources_.busy(machine_), 0);
    EXPECT_EQ(tools_.size(), 2u);
    return trace_;
  }

 private:
  static constexpr std::uint64_t processes = 60;
  static constexpr std::uint64_t steps = 25;

  std::int64_t draw(std::uint64_t process, std::uint64_t step, const char* what,
                    std::int64_t below) {
    const double u = random_.uniform(EntityKey{process}, Purpose{what}, step);
    return static_cast<std::int64_t>(u * static_cast<double>(below));
  }
  void note(std::uint64_t process, std::string what) {
    trace_.push_back({simulation_.now().since_start().microseconds(), process, std::move(what)});
  }
  static std::string text(Wake wake) {
    return wake == Wake::completed   ? "completed"
           : wake == Wake::timed_out ? "timed out"
                                     : "interrupted";
  }
  std::string stuck() const {
    std::string all;
    for (const StuckProcess& process : simulation_.stuck())
      all += process.name + ": " + process.waiting_for + "; ";
    return all;
  }

  Task<> story(std::uint64_t p) {
    for (std::uint64_t step = 1; step <= steps; ++step) {
      switch (draw(p, step, "action", 8)) {
        case 0:
          co_await work(p, step);
          break;
        case 1:
          co_await be_served(p, step);
          break;
        case 2:
          co_await use_tool(p, step);
          break;
        case 3:
          co_await listen(p, step);
          break;
        case 4:
          co_await withdraw(p, step);
          break;
        case 5:
          interrupt(p, step);
          break;
        case 6:
          raw_events(p, step);
          break;
        default:
          co_await rest(p, step);
      }
    }
  }

  Task<> rest(std::uint64_t p, std::uint64_t step) {
    const auto priority = static_cast<EventPriority>(draw(p, step, "hold priority", 7));
    const HoldEnd end = co_await simulation_.hold(minutes(draw(p, step, "hold", 5)), priority);
    note(p, "rest " + text(end.wake) + " left " + std::to_string(end.remaining.microseconds()));
  }

  Request random_request(std::uint64_t p, std::uint64_t step) {
    Request request;
    const std::int64_t kind = draw(p, step, "kind", 4);
    if (kind != 1) request.add({staff_, 1, static_cast<SkillMask>(draw(p, step, "skill", 3))});
    if (kind >= 1) request.add({rooms_, static_cast<std::int32_t>(1 + draw(p, step, "rooms", 2))});
    if (kind == 3) request.add({machine_});
    request.priority = static_cast<std::int32_t>(draw(p, step, "importance", 4));
    if (draw(p, step, "impatient", 3) == 0) request.patience = minutes(draw(p, step, "wait", 6));
    request.pre_empt = draw(p, step, "pre-empts", 3) == 0;
    return request;
  }

  Task<> work(std::uint64_t p, std::uint64_t step) {
    const Request request = random_request(p, step);
    Grant grant = co_await resources_.seize(request);
    note(p, "seize " + text(grant.wake) + " " + std::to_string(grant.holding.part_count) + " " +
                std::to_string(grant.last_to_come.index()));
    if (grant.wake != Wake::completed) co_return;
    const HoldEnd end = co_await simulation_.hold(minutes(draw(p, step, "work", 6)));
    note(p, "work " + text(end.wake));
    const UnitId unit = grant.holding.unit_of(staff_);
    if (unit.exists() && draw(p, step, "clean", 3) == 0) {
      resources_.release_into(grant.holding, unit, UnitState::cleaning);
      co_await simulation_.hold(minutes(1), EventPriority::machine);
      resources_.restore(unit);
    }
    resources_.release(grant.holding);
  }

  Task<> be_served(std::uint64_t p, std::uint64_t step) {
    Request request = random_request(p, step);
    request.pre_emptible = true;
    const auto rule = static_cast<OnPreempt>(draw(p, step, "rule", 3));
    const Resample resample{[](void*, int attempt) { return minutes(attempt); }, nullptr};
    Task<Service> service = serve(simulation_, resources_, request,
                                  minutes(draw(p, step, "service", 6)), rule, resample);
    const Service done = co_await std::move(service);
    note(p, "served " + text(done.wake) + " pre-empted " + std::to_string(done.pre_emptions) +
                " worked " + std::to_string(done.worked.microseconds()));
  }

  Task<> use_tool(std::uint64_t p, std::uint64_t step) {
    const StoreGet got =
        co_await tools_.get(static_cast<std::int32_t>(draw(p, step, "tool priority", 3)),
                            minutes(1 + draw(p, step, "tool wait", 20)));
    note(p, "tool " + text(got.wake) + " " + std::to_string(got.item));
    if (got.wake != Wake::completed) co_return;
    co_await simulation_.hold(minutes(draw(p, step, "use", 3)));
    tools_.put(got.item);
  }

  Task<> listen(std::uint64_t p, std::uint64_t step) {
    const bool rings = draw(p, step, "rings", 2) == 0;
    if (rings) {
      bell_.notify_all();
    } else {
      const Wake wake = co_await bell_.wait(minutes(1 + draw(p, step, "listen", 9)));
      note(p, "bell " + text(wake));
    }
  }

  Task<> withdraw(std::uint64_t p, std::uint64_t step) {
    const UnitId unit = units_[static_cast<std::size_t>(draw(p, step, "unit", 3))];
    const Wake wake = co_await resources_.withdraw(unit, UnitState::on_break);
    note(p, "withdraw " + text(wake));
    if (wake != Wake::completed) co_return;
    co_await simulation_.hold(minutes(draw(p, step, "break", 4)), EventPriority::roster);
    resources_.restore(unit);
  }

  void interrupt(std::uint64_t p, std::uint64_t step) {
    const auto victim = static_cast<std::size_t>(draw(p, step, "victim", processes));
    const bool done = simulation_.interrupt(ids_[victim], static_cast<int>(step));
    note(p, "interrupts " + std::to_string(victim) + (done ? " yes" : " no"));
  }

  struct RawEvent {
    RandomModel& model;
    std::uint64_t process;
  };
  void raw_events(std::uint64_t p, std::uint64_t step) {
    std::array<EventHandle, 3> handles;
    for (std::uint64_t i = 0; i < handles.size(); ++i) {
      raw_.push_back(std::make_unique<RawEvent>(RawEvent{*this, 1000 + 10 * p + i}));
      const SimTime at = simulation_.now() + minutes(draw(p, 10 * step + i, "raw time", 4));
      handles[i] = simulation_.calendar().schedule(
          at, static_cast<EventPriority>(draw(p, 10 * step + i, "raw priority", 8)),
          {[](void* e) {
             const auto& event = *static_cast<RawEvent*>(e);
             event.model.note(event.process, "raw event");
           },
           raw_.back().get()});
    }
    for (std::uint64_t i = 0; i < handles.size(); ++i) {
      if (draw(p, 10 * step + i, "cancels", 2) == 1) continue;
      EXPECT_TRUE(simulation_.calendar().cancel(handles[i]));
      EXPECT_FALSE(simulation_.calendar().cancel(handles[i]));
    }
  }

  Simulation simulation_;
  ResourceSet resources_{simulation_};
  Store tools_{simulation_, "tools"};
  Signal bell_{simulation_, "bell"};
  RandomSource random_;
  PoolId staff_, rooms_, machine_;
  std::array<UnitId, 3> units_;
  std::vector<ProcessId> ids_;
  std::vector<std::unique_ptr<RawEvent>> raw_;
  std::vector<Fact> trace_;
};

std::vector<Fact> trace_on(std::unique_ptr<Calendar> calendar, std::uint64_t seed) {
  RandomModel model(*calendar, seed);
  return model.run();
}

// The first fact in which two traces differ; empty if they are equal.
std::string difference(const std::vector<Fact>& a, const std::vector<Fact>& b) {
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (x == a.end() && y == b.end()) return {};
  std::ostringstream text;
  text << "fact " << x - a.begin() << ": ";
  x == a.end() ? text << "nothing" : text << *x;
  text << " instead of ";
  y == b.end() ? text << "nothing" : text << *y;
  return text.str();
}

TEST(SameTrace, OnBothCalendars) {
  std::size_t interrupts = 0;
  std::size_t pre_emptions = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const std::vector<Fact> native = trace_on(make_native_calendar(), seed);
    const std::vector<Fact> simgrid = trace_on(make_simgrid_calendar(), seed);
    ASSERT_EQ(difference(simgrid, native), "") << "seed " << seed;
    for (const Fact& fact : native) {
      interrupts += fact.what.find("interrupted") != std::string::npos;
      pre_emptions += fact.what.find("pre-empted 0") == std::string::npos &&
                      fact.what.find("pre-empted") != std::string::npos;
    }
  }
  EXPECT_GT(interrupts, 1000u) << "the model must try what it promises to try";
  EXPECT_GT(pre_emptions, 1000u);
}

TEST(SameTrace, OnEveryThread) {
  const std::vector<Fact> expected = trace_on(make_native_calendar(), 7);
  std::array<std::vector<Fact>, 4> traces;
  std::vector<std::thread> threads;
  for (auto& trace : traces)
    threads.emplace_back([&trace] { trace = trace_on(make_native_calendar(), 7); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& trace : traces) EXPECT_EQ(difference(trace, expected), "");
}

// SimGrid's engine serves one calendar at a time, whichever thread it comes from.
TEST(SameTrace, OnSimGridFromSeveralThreads) {
  const std::vector<Fact> expected = trace_on(make_native_calendar(), 8);
  std::array<std::vector<Fact>, 4> traces;
  std::vector<std::thread> threads;
  for (auto& trace : traces)
    threads.emplace_back([&trace] { trace = trace_on(make_simgrid_calendar(), 8); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& trace : traces) EXPECT_EQ(difference(trace, expected), "");
}

}  // namespace
}  // namespace asepsim::kernel
