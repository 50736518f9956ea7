#include "scenario/side_files.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "scenario/limits.hpp"
#include "scenario/text_checks.hpp"

namespace asepsim::scenario {
namespace {

constexpr int after_all_files = 1 << 20;

// What this process was given open: its standard input and pipes from the shell.
bool is_given_open(const std::string& path) {
  return path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/");
}

}  // namespace

Source SideFiles::open_main() {
  auto content = content_of(main_file_, {});
  return content ? open_main(std::move(*content)) : nullptr;
}

Source SideFiles::open_main(std::string text) {
  return keep(main_file_, std::move(text));
}

Source SideFiles::open(const std::string& name, const Mark& asked_by) {
  const std::string path = resolved(name, asked_by);
  if (const auto it = opened_.find(path); it != opened_.end()) return it->second;
  auto content = content_of(path, asked_by);
  return content ? keep(path, std::move(*content)) : nullptr;
}

Source SideFiles::keep(const std::string& path, std::string content) {
  const int order = static_cast<int>(inputs_.size());
  if (too_large(path, content.size(), findings_)) return nullptr;
  inputs_.push_back({path, content});
  Source source = checked_text(path, std::move(content), order, findings_);
  opened_.emplace(path, source);
  return source;
}

std::string SideFiles::resolved(const std::string& name, const Mark& asked_by) const {
  const bool in_file = asked_by.source && asked_by.source->shows_lines();
  const std::filesystem::path beside = in_file ? asked_by.source->file() : main_file_;
  return (beside.parent_path() / name).lexically_normal().string();
}

std::string SideFiles::main_path() const {
  return std::filesystem::path(main_file_).lexically_normal().string();
}

Source SideFiles::setting(const std::string& text) {
  return std::make_shared<SourceText>(text, "", after_all_files, SourceText::Lines::hidden);
}

// At most one byte more than the limit is read, so that even an endless device is refused.
std::optional<std::string> SideFiles::content_of(const std::string& path, const Mark& asked_by) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    findings_.unreadable(path, "it is a folder", asked_by);
    return std::nullopt;
  }
  // Opening a pipe that nobody writes to would wait for ever.
  const auto type = std::filesystem::status(path, error).type();
  const bool there = type != std::filesystem::file_type::not_found && !error;
  if (there && type != std::filesystem::file_type::regular &&
      (asked_by.source || !is_given_open(path))) {
    findings_.unreadable(path, "it is a pipe or a device, not a file", asked_by);
    return std::nullopt;
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    findings_.unreadable(path, std::strerror(errno == 0 ? EIO : errno), asked_by);
    return std::nullopt;
  }
  std::string content(limits::bytes + 1, '\0');
  file.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (file.bad()) {
    findings_.unreadable(path, "reading failed", asked_by);
    return std::nullopt;
  }
  content.resize(static_cast<std::size_t>(file.gcount()));
  return content;
}

}  // namespace asepsim::scenario
