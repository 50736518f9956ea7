// A folder of its own for each test, with small scenario files in it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace asepsim::testing {

/// An M/M/1 desk for two days, utilisation 0.5: mean wait about 1 min. `more` is added at the end.
inline std::string small_queue(const std::string& more = "") {
  return R"(schema: asepsim/1
run:
  length: 2 d
  replications: 8
calendar:
  opening: always
equipment:
  server: {count: 1}
arrivals:
  customers:
    kind: walk_in
    pathway: service
    interarrival: {exponential: 2 min}
pathways:
  service:
    - step: serve
      equipment: server
      duration: {exponential: 1 min}
)" + more;
}

class Scratch : public ::testing::Test {
 protected:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "asepsim_cli_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    place_ = name;
  }
  ~Scratch() override { std::filesystem::remove_all(place_); }

  /// Writes a file and returns its path.
  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(place_ / name) << content;
    return (place_ / name).string();
  }

  [[nodiscard]] std::string path(const std::string& name) const { return (place_ / name).string(); }

  [[nodiscard]] static std::string content(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }

  [[nodiscard]] bool exists(const std::string& name) const {
    return std::filesystem::exists(place_ / name);
  }

  std::filesystem::path place_;
};

}  // namespace asepsim::testing
