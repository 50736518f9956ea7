#include "kernel/simulation.hpp"

#include <utility>

namespace asepsim::kernel {
namespace {

std::string text_of(const ProcessName& name) {
  return std::string(name.kind) + ' ' + std::to_string(name.number);
}

}  // namespace

void Hold::give_up(Wake why, int cause) {
  wake_ = why;
  remaining_ = until_ - simulation_.now();
  cause_ = cause;
}

Simulation::~Simulation() {
  abandon();
  for (ProcessRecord& record : records_) calendar_.forget(record);
}

void Simulation::abandon() {
  for (ProcessRecord& record : records_) {
    if (!record.root) continue;
    cancel_event(record);
    std::exchange(record.root, nullptr).destroy();
    strike_off(record);
  }
}

void Simulation::strike_off(ProcessRecord& record) {
  record.root = nullptr;
  ++record.id.generation;
  record.next_free = free_;
  free_ = &record;
  --alive_;
}

// The rare case is a call in tail position, so that nothing has to be kept for it.
ProcessId Simulation::spawn(Task<> body, ProcessName name, SimTime at, EventPriority priority) {
  if (free_ == nullptr) [[unlikely]]
    return spawn_with_new_record(std::move(body), name, at, priority);
  ProcessRecord& record = *free_;
  free_ = record.next_free;
  ++alive_;
  const Task<>::Handle root = body.release();
  root.promise().be_process(record);
  record.root = root;
  record.resume_point = root;
  record.name = name;
  calendar_.schedule(record, at, priority);
  return record.id;
}

ProcessId Simulation::spawn_with_new_record(Task<> body, ProcessName name, SimTime at,
                                            EventPriority priority) {
  ProcessRecord& record = records_.emplace_back();
  record.happen = &go_on;
  record.simulation = this;
  record.id.slot = static_cast<std::uint32_t>(records_.size() - 1);
  free_ = &record;
  return spawn(std::move(body), name, at, priority);
}

void Simulation::go_on(Event& process) {
  auto& record = static_cast<ProcessRecord&>(process);
  record.suspension = nullptr;
  Simulation& simulation = *record.simulation;
  ++simulation.events_;
  simulation.current_ = &record;
  record.resume_point.resume();
  simulation.current_ = nullptr;
}

void Simulation::time_out(Event& process) {
  auto& record = static_cast<ProcessRecord&>(process);
  record.happen = &go_on;
  record.suspension->give_up(Wake::timed_out, 0);
  go_on(process);
}

void detail::PromiseBase::end_process(ProcessRecord& record,
                                      const std::exception_ptr& failure) noexcept {
  if (failure) [[unlikely]]
    record.simulation->fail(failure);
  record.simulation->strike_off(record);
}

[[gnu::noinline]] void Simulation::fail(const std::exception_ptr& failure) {
  if (!failure_) failure_ = failure;
  calendar_.stop();
}

void Simulation::cancel_event(ProcessRecord& record) {
  calendar_.cancel(record);
  record.happen = &go_on;
}

void Simulation::give_up_after(Suspension& waits, Duration patience) {
  if (patience >= Duration::forever()) return;
  ProcessRecord& record = *waits.record_;
  record.happen = &time_out;
  calendar_.schedule(record, patience < Duration{} ? now() : now() + patience, EventPriority::step);
}

const Simulation::ProcessRecord* Simulation::find(ProcessId process) const {
  if (process.slot >= records_.size()) return nullptr;
  const ProcessRecord& record = records_[process.slot];
  return record.root && record.id == process ? &record : nullptr;
}

bool Simulation::interrupt(ProcessId process, int cause) {
  auto* record = const_cast<ProcessRecord*>(find(process));
  if (record == nullptr || record->suspension == nullptr) return false;
  record->suspension->give_up(Wake::interrupted, cause);
  wake(*record, EventPriority::step);
  return true;
}

bool Simulation::alive(ProcessId process) const {
  return find(process) != nullptr;
}

std::string Simulation::name_of(ProcessId process) const {
  const ProcessRecord* record = find(process);
  return record ? text_of(record->name) : std::string{};
}

void Simulation::run() {
  calendar_.run();
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

std::vector<StuckProcess> Simulation::stuck() const {
  std::vector<StuckProcess> result;
  for (const ProcessRecord& record : records_) {
    if (!record.root || !record.suspension || record.scheduled) continue;
    result.push_back({text_of(record.name), record.suspension->waiting_for(), record.since});
  }
  return result;
}

}  // namespace asepsim::kernel
