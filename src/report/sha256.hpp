// SHA-256 of bytes, in hexadecimal; names inputs and results in the manifest.
#pragma once

#include <string>
#include <string_view>

namespace asepsim::report {

/// 64 lower-case hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace asepsim::report
