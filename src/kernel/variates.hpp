// From uniforms to variates, private to this room.
//
// All families but normal and lognormal are drawn by inversion of one uniform, so a variate is
// monotone in it and moves smoothly when a parameter is changed; gamma and beta use the quantiles
// of Boost.Math for the same reason. The standard normal is Boost.Random's.
#pragma once

#include <cstddef>

#include "base/distribution.hpp"
#include "kernel/addressed_engine.hpp"

namespace asepsim::kernel::detail {

/// The value below which the fraction `u`, in (0, 1), of the distribution lies.
double quantile(const Distribution& distribution, double u);

/// The standard normal score below which the fraction `p`, in (0, 1), lies.
double normal_quantile(double p);

/// The fraction of the standard normal above `z`.
double upper_tail(double z);

/// The first index whose cumulative weight exceeds `x`; the last if none does.
std::size_t index_at(const double* cumulative, std::size_t n, double x);

/// A standard normal variate.
double standard_normal(AddressedEngine& engine);

}  // namespace asepsim::kernel::detail
