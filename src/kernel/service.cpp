#include "kernel/service.hpp"

#include <cassert>

namespace asepsim::kernel {
namespace {

Duration work_after_loss(OnPreempt rule, Duration work, Duration done, const Resample& resample,
                         int attempt) {
  switch (rule) {
    case OnPreempt::resume:
      return work - done;
    case OnPreempt::restart:
      return work;
    case OnPreempt::resample:
      assert(resample.draw != nullptr && "OnPreempt::resample needs something to draw from");
      return resample.draw(resample.context, attempt);
  }
  return work;
}

}  // namespace

Task<Service> serve(Simulation& simulation, ResourceSet& resources, Request request,
                    Duration first_sample, OnPreempt on_preempt, Resample resample) {
  Service service;
  Duration work = first_sample;
  Grant grant = co_await resources.seize(request);
  service.first = grant;
  service.started_at = simulation.now();
  request.patience = Duration::forever();
  while (grant.wake == Wake::completed) {
    HoldEnd end{Wake::interrupted, work, ResourceSet::pre_empted};
    if (!resources.lost(grant.holding)) {
      const SimTime start = simulation.now();
      end = co_await simulation.hold(work, EventPriority::release);
      service.worked += simulation.now() - start;
    }
    resources.release(grant.holding);
    grant.wake = end.wake;
    if (end.wake == Wake::completed || end.cause != ResourceSet::pre_empted) break;
    ++service.pre_emptions;
    work = work_after_loss(on_preempt, work, work - end.remaining, resample, service.pre_emptions);
    grant = co_await resources.seize_at(grant.place, request);
  }
  service.wake = grant.wake;
  service.ended_at = simulation.now();
  co_return service;
}

}  // namespace asepsim::kernel
