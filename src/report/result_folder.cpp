#include "report/result_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "report/earlier_result.hpp"

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

fs::path beside(const fs::path& target, const char* purpose, int number) {
  const fs::path name =
      fmt::format(".{}.{}{}_{}", target.filename().string(), purpose, ::getpid(), number);
  return target.parent_path() / name;
}

bool is_taken(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

// Not every file system and kernel knows the flags of renameat2.
bool is_not_supported(int error) {
  return error == ENOSYS || error == EINVAL || error == ENOTSUP;
}

bool renamed(const fs::path& from, const fs::path& to, unsigned int flags) {
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0;
}

void rename_or_refuse(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) refuse(to, "cannot be put in place", error.value());
}

// False if something stands at `to`; where the system cannot tell in one go, it is asked before.
bool renamed_without_replacing(const fs::path& from, const fs::path& to) {
  if (renamed(from, to, RENAME_NOREPLACE)) return true;
  if (errno == EEXIST) return false;
  if (!is_not_supported(errno)) refuse(to, "cannot be put in place", errno);
  if (is_taken(to)) return false;
  rename_or_refuse(from, to);
  return true;
}

// What stood at `to` stands at `from` afterwards; at no time is there nothing at `to`.
void exchange(const fs::path& from, const fs::path& to) {
  if (renamed(from, to, RENAME_EXCHANGE)) return;
  if (!is_not_supported(errno)) refuse(to, "cannot be put in place", errno);
  const fs::path old = beside(to, "replaced", 1);
  rename_or_refuse(to, old);
  rename_or_refuse(from, to);
  rename_or_refuse(old, from);
}

[[noreturn]] void refuse_taken(const std::string& shown) {
  throw WriteError(
      fmt::format("{}: exists already; choose another --output or add --force", shown));
}

}  // namespace

ResultFolder::ResultFolder(const fs::path& target, IfTaken if_taken)
    : shown_(target.string()),
      target_(fs::absolute(target).lexically_normal()),
      if_taken_(if_taken) {
  if (target_.filename().empty()) target_ = target_.parent_path();  // "DIR/" names DIR
  refuse_if_taken();
  make_hidden_folder();
}

ResultFolder::~ResultFolder() {
  if (!completed_) discard();
}

void ResultFolder::discard() const {
  std::error_code error;
  constexpr int attempts = 3;  // a file may be written into it meanwhile
  for (int i = 0; i < attempts; ++i) {
    fs::remove_all(hidden_, error);
    if (!error) return;
  }
}

void ResultFolder::refuse_if_taken() const {
  if (if_taken_ == IfTaken::renumber || !is_taken(target_)) return;
  if (if_taken_ == IfTaken::refuse) refuse_taken(shown_);
  const std::string reason = why_not_replaceable(target_);
  if (!reason.empty()) throw WriteError(fmt::format("{}: {}", shown_, reason));
}

// Another run, perhaps on another machine, may be on its way to the same place under our number.
void ResultFolder::make_hidden_folder() {
  std::error_code error;
  fs::create_directories(target_.parent_path(), error);
  if (error) refuse(target_.parent_path(), "cannot be created", error.value());
  for (int number = 1;; ++number) {
    hidden_ = beside(target_, "partial", number);
    if (fs::create_directory(hidden_, error)) return;
    if (error) refuse(target_, "cannot be created", error.value());
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
  put_in_place();
  completed_ = true;
}

void ResultFolder::put_in_place() {
  if (if_taken_ == IfTaken::renumber) return put_at_a_free_name();
  if (renamed_without_replacing(hidden_, target_)) return;
  refuse_if_taken();  // what stands there may not be what stood there at the start
  exchange(hidden_, target_);
  std::error_code ignored;
  fs::remove_all(hidden_, ignored);
}

void ResultFolder::put_at_a_free_name() {
  const fs::path wanted = target_;
  const std::string shown = shown_;
  for (int number = 2; !renamed_without_replacing(hidden_, target_); ++number) {
    target_ = wanted.string() + fmt::format("_{}", number);
    shown_ = shown + fmt::format("_{}", number);
  }
}

}  // namespace asepsim::report
