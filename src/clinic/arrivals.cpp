// Where patients come from: Poisson layers and renewal streams.
//
// A time-varying Poisson stream is thinned from layers of constant rate: layer 0 has the points
// with level in [0, 1) per hour, layer k those in [2^(k-1), 2^k). A point is a patient if its level
// lies below the rate of that moment. Whatever the demand of a scenario, the layers are the same,
// so the patients of a low-demand scenario are a subset of those of a high-demand one (methods.md
// 1).
#include <algorithm>
#include <cmath>

#include "clinic/journeys.hpp"
#include "clinic/new_patient.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

double rate_at(const Clinic& c, const scenario::ArrivalStream& stream) {
  const SimTime now = c.now();
  const auto hour = static_cast<std::size_t>((now - midnight_before(now)).hours());
  const auto weekday = static_cast<std::size_t>(weekday_at(c.plan.horizon, now));
  return (*stream.rate)[weekday][std::min<std::size_t>(hour, 23)] * stream.rate_factor;
}

double highest_rate(const scenario::ArrivalStream& stream) {
  double highest = 0;
  for (const auto& day : *stream.rate) {
    highest = std::max(highest, *std::max_element(day.begin(), day.end()));
  }
  return highest * stream.rate_factor;
}

// A patient shows up: walks in now, or asks for an appointment.
void admit(Clinic& c, std::uint16_t stream, kernel::EntityKey key) {
  const scenario::ArrivalStream& source = c.plan.scenario.arrivals[stream];
  const std::uint16_t pathway = c.plan.stream_pathways[stream];
  const bool session = c.plan.pathways[pathway].needles;
  if (source.kind == scenario::ArrivalKind::walk_in) {
    if (!c.plan.opening.is_open(c.now())) return;
    const std::uint32_t patient = new_patient(c, stream, key);
    const SimTime now = c.now();
    c.sim.spawn(visit(c, {patient, VisitKind::walk_in, pathway, 0,
                          static_cast<std::uint16_t>(session ? 1 : 0), no_index, now, now, now}),
                {"patient", patient});
    return;
  }
  const std::uint32_t patient = new_patient(c, stream, key);
  const Duration lead =
      std::max(Duration{}, c.random.duration(*source.lead_time, key, purpose::of("booking.lead")));
  c.sim.spawn(appointment(c, patient, c.now() + lead, session ? 1 : 0), {"patient", patient});
}

kernel::Task<> layer_of(Clinic& c, std::uint16_t stream, std::uint64_t layer) {
  const scenario::ArrivalStream& source = c.plan.scenario.arrivals[stream];
  const double high = std::ldexp(1.0, static_cast<int>(layer));
  const double low = layer == 0 ? 0.0 : high / 2;
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("arrival"), kernel::fnv1a(source.name), layer);
  const double mean_gap = 3600e6 / (high - low);
  for (std::uint64_t n = 0;; ++n) {
    const Duration gap =
        rounded_microseconds(mean_gap * c.random.exponential(key, purpose::of("arrival.gap"), n));
    co_await c.sim.hold(gap, kernel::EventPriority::arrival);
    if (c.now() >= c.plan.horizon.end) co_return;
    const double level =
        low + (high - low) * c.random.uniform(key, purpose::of("arrival.level"), n);
    if (level < rate_at(c, source)) admit(c, stream, kernel::entity_key(key.value, n));
  }
}

kernel::Task<> renewals_of(Clinic& c, std::uint16_t stream) {
  const scenario::ArrivalStream& source = c.plan.scenario.arrivals[stream];
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("arrival"), kernel::fnv1a(source.name));
  for (std::uint64_t n = 0;; ++n) {
    const Duration gap =
        std::max(microseconds(0),
                 c.random.duration(*source.interarrival, key, purpose::of("arrival.gap"), n));
    co_await c.sim.hold(gap, kernel::EventPriority::arrival);
    if (c.now() >= c.plan.horizon.end) co_return;
    admit(c, stream, kernel::entity_key(key.value, n));
  }
}

}  // namespace

void start_arrivals(Clinic& c) {
  const auto& streams = c.plan.scenario.arrivals;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto stream = static_cast<std::uint16_t>(i);
    if (streams[i].interarrival) {
      c.sim.spawn(renewals_of(c, stream), {"arrivals", i});
      continue;
    }
    const double highest = highest_rate(streams[i]);
    for (std::uint64_t k = 0; k == 0 || std::ldexp(1.0, static_cast<int>(k)) / 2 < highest; ++k) {
      if (highest > 0) c.sim.spawn(layer_of(c, stream, k), {"arrivals", i});
    }
  }
}

}  // namespace asepsim::clinic
