// The one place of the project that writes to disk: a results folder that is there or is not.
//
// Files are written into a hidden folder beside the target, which is renamed when everything is
// complete. Until then the target does not exist (or is the old one); if anything fails, or the
// program is stopped, nothing half-written stands under its name. Every failure is a WriteError
// that says which path and why. An existing folder is only replaced when asked to, and only if it
// is a results folder (it has a manifest.json) or empty: a mistyped path must not cost anybody a
// folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "report/text_file.hpp"

namespace asepsim::report {

/// The world said no: disk full, no permission, folder exists.
class WriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ResultFolder {
 public:
  /// Makes the hidden folder, so that an unwritable place is known before anything runs.
  ResultFolder(const std::filesystem::path& target, bool replace);
  ResultFolder(const ResultFolder&) = delete;
  ResultFolder& operator=(const ResultFolder&) = delete;
  /// Removes the hidden folder unless it was completed.
  ~ResultFolder();

  /// Appends to a file of the folder; the first piece makes it.
  void append(const TextFile& piece);
  void append_all(const std::vector<TextFile>& pieces);

  /// Bytes written so far to each file, in the order of their names.
  struct Written {
    std::string name;
    std::uintmax_t bytes = 0;
  };
  [[nodiscard]] std::vector<Written> written() const;

  /// Everything is on the disk and under its name, or WriteError.
  void complete();

  /// The target as it was named, for messages.
  [[nodiscard]] std::string shown() const { return shown_; }

 private:
  void refuse_if_taken(bool replace) const;

  std::string shown_;
  std::filesystem::path target_;
  std::filesystem::path hidden_;
  bool completed_ = false;
};

}  // namespace asepsim::report
