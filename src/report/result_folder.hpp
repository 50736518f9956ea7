// The one place of the project that writes to disk: a results folder that is there or is not.
//
// Files are written into a hidden folder beside the target, which is renamed when everything is
// complete. Until then the target does not exist (or is the old one); if anything fails, or the
// program is stopped, nothing half-written stands under its name. Every failure is a WriteError
// that says which path and why. An existing folder is only replaced when asked to, and only if it
// is an earlier result and nothing else (earlier_result.hpp): a mistyped path must not cost anybody
// a folder. Two runs that end at the same place do not overwrite each other either: renaming never
// replaces what has come into being meanwhile.
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

/// What to do if something stands at the target already.
enum class IfTaken : std::uint8_t {
  refuse,
  replace,   ///< if it is an earlier result
  renumber,  ///< the name was not chosen by the user: append _2, _3 ...
};

class ResultFolder {
 public:
  /// Makes the hidden folder, so that an unwritable place is known before anything runs.
  ResultFolder(const std::filesystem::path& target, IfTaken if_taken);
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

  /// Removes the hidden folder; may be called from another thread before the program ends at once.
  void discard() const;

  /// The target as it was named, for messages; after complete() what it is called now.
  [[nodiscard]] std::string shown() const { return shown_; }

 private:
  void refuse_if_taken() const;
  void make_hidden_folder();
  void put_in_place();
  void put_at_a_free_name();

  std::string shown_;
  std::filesystem::path target_;
  std::filesystem::path hidden_;
  IfTaken if_taken_;
  bool completed_ = false;
};

}  // namespace asepsim::report
