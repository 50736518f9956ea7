// Addresses, uniforms and the variates that need no more than one; the rest is in variates.cpp.
#include "kernel/random_stream.hpp"

#include <algorithm>
#include <cmath>

#include "kernel/addressed_engine.hpp"
#include "kernel/variates.hpp"

namespace asepsim::kernel {

using detail::AddressedEngine;

RandomSource::RandomSource(std::uint64_t seed, std::uint64_t replication, std::uint64_t domain)
    : seed_(seed), replication_(replication), domain_(domain) {}

double RandomSource::uniform(EntityKey entity, Purpose purpose, std::uint64_t index) const {
  return detail::unit_interval(AddressedEngine::first_word(
      {{index << detail::block_bits, entity.value, purpose.id, replication_}}, {{seed_, domain_}}));
}

bool RandomSource::bernoulli(double p, EntityKey entity, Purpose purpose,
                             std::uint64_t index) const {
  if (p <= 0 || p >= 1) return p >= 1;  // the uniform lies between
  return uniform(entity, purpose, index) < p;
}

double RandomSource::exponential(EntityKey entity, Purpose purpose, std::uint64_t index) const {
  return -std::log(1.0 - uniform(entity, purpose, index));
}

double RandomSource::sample(const Distribution& distribution, EntityKey entity, Purpose purpose,
                            std::uint64_t index) const {
  switch (distribution.family) {
    case Family::constant:
      return distribution.a;
    case Family::exponential:
      return distribution.a * exponential(entity, purpose, index);
    case Family::lognormal:
      return std::exp(distribution.a + distribution.b * normal(entity, purpose, index));
    case Family::normal:
      if (!is_truncated(distribution))
        return distribution.a + distribution.b * normal(entity, purpose, index);
      break;
    default:
      break;
  }
  return detail::quantile(distribution, uniform(entity, purpose, index));
}

double RandomSource::sample(const QuantileTable& table, EntityKey entity, Purpose purpose,
                            std::uint64_t index) const {
  return table.is_tabulated() ? table(uniform(entity, purpose, index))
                              : sample(table.law(), entity, purpose, index);
}

Duration RandomSource::duration(const Distribution& distribution, EntityKey entity, Purpose purpose,
                                std::uint64_t index) const {
  return rounded_microseconds(sample(distribution, entity, purpose, index));
}

double RandomSource::normal(EntityKey entity, Purpose purpose, std::uint64_t index) const {
  AddressedEngine engine{{{index << detail::block_bits, entity.value, purpose.id, replication_}},
                         {{seed_, domain_}}};
  return detail::standard_normal(engine);
}

std::size_t RandomSource::choice(const double* cumulative, std::size_t n, EntityKey entity,
                                 Purpose purpose, std::uint64_t index) const {
  return detail::index_at(cumulative, n, cumulative[n - 1] * uniform(entity, purpose, index));
}

}  // namespace asepsim::kernel
