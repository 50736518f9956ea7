#include "report/result_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace asepsim::report {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::string& what, int error) {
  throw WriteError(
      fmt::format("{}: {}: {}", path.string(), what, std::generic_category().message(error)));
}

/// An open file that is closed in any case.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags, 0644)) {
    if (number_ < 0) refuse(path, "cannot be opened for writing", errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

void write_all(const fs::path& path, const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse(path, "cannot be written", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Only what has reached the disk may be given its final name.
void flush_to_disk(const fs::path& path, int flags) {
  const Descriptor file(path, flags);
  if (::fsync(file.number()) != 0) refuse(path, "cannot be flushed to the disk", errno);
}

bool may_be_replaced(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder, ignored) &&
         (fs::is_empty(folder, ignored) || fs::exists(folder / "manifest.json", ignored));
}

fs::path beside(const fs::path& target, const char* purpose) {
  const fs::path name = fmt::format(".{}.{}{}", target.filename().string(), purpose, ::getpid());
  return target.parent_path() / name;
}

void rename_or_refuse(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) refuse(to, "cannot be put in place", error.value());
}

}  // namespace

ResultFolder::ResultFolder(const fs::path& target, bool replace)
    : shown_(target.string()), target_(fs::absolute(target).lexically_normal()) {
  if (target_.filename().empty()) target_ = target_.parent_path();  // "DIR/" names DIR
  hidden_ = beside(target_, "partial");
  refuse_if_taken(replace);
  std::error_code error;
  fs::create_directories(target_.parent_path(), error);
  if (error) refuse(target_.parent_path(), "cannot be created", error.value());
  fs::remove_all(hidden_, error);
  fs::create_directory(hidden_, error);
  if (error) refuse(target_, "cannot be created", error.value());
}

ResultFolder::~ResultFolder() {
  if (completed_) return;
  std::error_code ignored;
  fs::remove_all(hidden_, ignored);
}

void ResultFolder::refuse_if_taken(bool replace) const {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(target_, ignored))) return;
  if (!replace) {
    throw WriteError(
        fmt::format("{}: exists already; choose another --output or add --force", shown_));
  }
  if (!may_be_replaced(target_)) {
    throw WriteError(fmt::format(
        "{}: is not a results folder (no manifest.json in it), so --force does not replace it",
        shown_));
  }
}

void ResultFolder::append(const TextFile& piece) {
  const fs::path path = hidden_ / piece.name;
  const Descriptor file(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC);
  write_all(path, file, piece.content);
}

void ResultFolder::append_all(const std::vector<TextFile>& pieces) {
  for (const TextFile& piece : pieces) append(piece);
}

std::vector<ResultFolder::Written> ResultFolder::written() const {
  std::vector<Written> all;
  for (const fs::directory_entry& entry : fs::directory_iterator(hidden_)) {
    all.push_back({entry.path().filename().string(), entry.file_size()});
  }
  std::sort(all.begin(), all.end(),
            [](const Written& a, const Written& b) { return a.name < b.name; });
  return all;
}

void ResultFolder::complete() {
  for (const Written& file : written()) flush_to_disk(hidden_ / file.name, O_RDONLY);
  flush_to_disk(hidden_, O_RDONLY | O_DIRECTORY);
  const fs::path old = beside(target_, "replaced");
  const bool replaces = fs::exists(target_);
  if (replaces) rename_or_refuse(target_, old);
  rename_or_refuse(hidden_, target_);
  completed_ = true;
  std::error_code ignored;
  if (replaces) fs::remove_all(old, ignored);
}

}  // namespace asepsim::report
