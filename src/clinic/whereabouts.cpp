#include "clinic/whereabouts.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::size_t nothing = 0;

// The unit that was taken last of all that the visit holds of this sort.
std::size_t held(const Clinic& c, const Visit& v, PoolOf sort) {
  for (auto holding = v.kept.rbegin(); holding != v.kept.rend(); ++holding) {
    for (std::uint8_t i = 0; i < holding->part_count; ++i) {
      const kernel::Holding::Part& part = holding->parts[i];
      if (part.unit.exists() && c.plan.pools[part.pool.index()].of == sort) {
        return part.unit.index() + std::size_t{1};
      }
    }
  }
  return nothing;
}

}  // namespace

std::size_t place_of(const Clinic& c, const Visit& v) {
  return held(c, v, PoolOf::rooms);
}

std::size_t device_in_use(const Clinic& c, const Visit& v) {
  const std::size_t device = held(c, v, PoolOf::devices);
  return device == nothing ? place_of(c, v) : device;
}

}  // namespace asepsim::clinic
