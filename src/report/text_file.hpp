// A file as a value: its name within the results folder and its bytes.
#pragma once

#include <string>

namespace asepsim::report {

struct TextFile {
  std::string name;
  std::string content;
  bool operator==(const TextFile&) const = default;
};

}  // namespace asepsim::report
