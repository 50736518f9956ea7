// The machine and the clock, for the manifest and the name of the results folder.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace asepsim::cli {

/// Operating system, architecture, processor, cores.
std::vector<std::pair<std::string, std::string>> machine();

/// Threads the machine can run at once; at least 1.
int hardware_threads();

/// 2027-01-04T09:30:00Z
std::string utc_text(std::chrono::system_clock::time_point at);

/// 20270104T093000Z
std::string utc_stamp(std::chrono::system_clock::time_point at);

}  // namespace asepsim::cli
