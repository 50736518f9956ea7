// A steady simulation allocates nothing: coroutine frames, events, records and nodes are reused.
// g++ 12 sees one half of the pair below where it is inlined and takes it for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "kernel/kernel.hpp"

namespace {
std::size_t allocations = 0;  // of this test program, by the operators below
}

void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc{};
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  ++allocations;
  const auto to = static_cast<std::size_t>(alignment);
  if (void* memory = std::aligned_alloc(to, (bytes + to - 1) / to * to)) return memory;
  throw std::bad_alloc{};
}
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace asepsim::kernel {
namespace {

// A busy little ward: one- and two-pool requests, patience, pre-emption, named units, a store, a
// signal, interrupts and cancelled events, all with periodic times.
class Ward {
 public:
  explicit Ward(Calendar& calendar) : simulation_(calendar) {
    nurse_ = resources_.add_named_pool("nurse");
    for (const char* name : {"Ann", "Bea", "Cleo"}) resources_.add_unit(nurse_, name, 1);
    room_ = resources_.add_pool("room", 2);
    for (std::uint32_t item = 0; item < 4; ++item) tools_.put(item);
    simulation_.spawn(arrivals());
    simulation_.spawn(bell());
  }
  Simulation& simulation() { return simulation_; }
  [[nodiscard]] int treated() const { return treated_; }

  void run_until(SimTime end) {
    simulation_.calendar().schedule(
        end, EventPriority::end_of_run,
        {[](void* c) { static_cast<Calendar*>(c)->stop(); }, &simulation_.calendar()});
    simulation_.run();
  }

 private:
  Task<> arrivals() {
    for (std::uint64_t i = 0;; ++i) {
      co_await simulation_.hold(minutes(3));
      const ProcessId patient = simulation_.spawn(this->patient(i), {"patient", i});
      if (i % 5 == 0) simulation_.spawn(caller(patient));
    }
  }
  Task<> bell() {
    while (true) {
      co_await simulation_.hold(minutes(7));
      rings_.notify_all();
    }
  }
  Task<> caller(ProcessId patient) {
    co_await simulation_.hold(minutes(4));
    simulation_.interrupt(patient, 1);
  }
  Task<> patient(std::uint64_t i) {
    Request request;
    request.add({nurse_, 1, 1});
    if (i % 2 == 0) request.add({room_});
    request.priority = i % 7 == 0 ? 1 : 100;
    request.pre_empt = i % 7 == 0;
    request.pre_emptible = i % 7 != 0;
    request.patience = i % 3 == 0 ? minutes(6) : Duration::forever();
    Task<Service> service = serve(simulation_, resources_, request, minutes(8));
    const Service done = co_await std::move(service);
    if (done.wake != Wake::completed) co_return;
    const StoreGet tool = co_await tools_.get();
    co_await rings_.wait(minutes(5));
    tools_.put(tool.item);
    ++treated_;
  }

  Simulation simulation_;
  ResourceSet resources_{simulation_};
  PoolId nurse_, room_;
  Store tools_{simulation_, "tools"};
  Signal rings_{simulation_, "bell"};
  int treated_ = 0;
};

TEST(Frames, ASteadySimulationAllocatesNothing) {
  const auto calendar = make_native_calendar();
  Ward ward(*calendar);
  ward.run_until(SimTime{} + days(2));
  const int treated_in_warm_up = ward.treated();
  const std::size_t before = allocations;
  const std::size_t chunks_before = ward.simulation().frames().system_allocations();
  ward.run_until(SimTime{} + days(20));
  EXPECT_EQ(allocations - before, 0u);
  EXPECT_EQ(ward.simulation().frames().system_allocations(), chunks_before);
  EXPECT_GT(treated_in_warm_up, 500);
  EXPECT_GT(ward.treated(), 5000) << "the ward was busy";
}

TEST(Frames, TheCounterCounts) {
  const std::size_t before = allocations;
  ::operator delete(::operator new(8));
  const std::align_val_t line{64};
  ::operator delete(::operator new(64, line), line);
  EXPECT_EQ(allocations, before + 2);
}

Task<> idle(Simulation& sim) {
  co_await sim.hold(minutes(1));
}

TEST(Frames, AreReusedLastFreedFirst) {
  const auto calendar = make_native_calendar();
  Simulation simulation(*calendar);
  for (int i = 0; i < 1000; ++i) {
    simulation.spawn(idle(simulation));
    EXPECT_EQ(simulation.frames().in_use(), 1u);
    simulation.run();
    EXPECT_EQ(simulation.frames().in_use(), 0u);
  }
  EXPECT_EQ(simulation.frames().system_allocations(), 1u);
}

TEST(Frames, LargeOnesComeFromTheSystem) {
  FramePool pool;
  void* large = pool.allocate(FramePool::largest + 1000);
  void* small = pool.allocate(100);
  EXPECT_EQ(pool.in_use(), 2u);
  EXPECT_EQ(pool.system_allocations(), 2u);
  FramePool::release(large, FramePool::largest + 1000);
  FramePool::release(small, 100);
  EXPECT_EQ(pool.allocate(100), small);
  EXPECT_EQ(pool.in_use(), 1u);
  FramePool::release(small, 100);
}

// A task that nobody spawns or awaits never runs and frees its frame.
TEST(Frames, ATaskNeverStartedIsFreed) {
  const auto calendar = make_native_calendar();
  Simulation simulation(*calendar);
  { const Task<> never = idle(simulation); }
  EXPECT_EQ(simulation.frames().in_use(), 0u);
}

}  // namespace
}  // namespace asepsim::kernel
