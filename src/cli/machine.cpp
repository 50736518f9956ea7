#include "cli/machine.hpp"

#include <fmt/chrono.h>
#include <sys/utsname.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace asepsim::cli {
namespace {

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) {
      return line.substr(colon + 2);
    }
  }
  return "unknown";
}

std::tm utc(std::chrono::system_clock::time_point at) {
  return fmt::gmtime(std::chrono::system_clock::to_time_t(at));
}

}  // namespace

int hardware_threads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::vector<std::pair<std::string, std::string>> machine() {
  utsname name{};
  uname(&name);
  return {{"system", fmt::format("{} {}", name.sysname, name.release)},
          {"architecture", name.machine},
          {"processor", processor()},
          {"cores", std::to_string(hardware_threads())}};
}

std::string utc_text(std::chrono::system_clock::time_point at) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", utc(at));
}

std::string utc_stamp(std::chrono::system_clock::time_point at) {
  return fmt::format("{:%Y%m%dT%H%M%SZ}", utc(at));
}

}  // namespace asepsim::cli
