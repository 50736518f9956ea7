#include "cli/progress.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

namespace asepsim::cli {
namespace {

using experiment::Progress;

// Seconds between two lines.
double interval_of(ProgressMode mode) {
  switch (mode) {
    case ProgressMode::bar:
      return 0.1;
    case ProgressMode::plain:
      return 10;
    default:
      return 1;
  }
}

std::string bar(const Progress& progress) {
  constexpr std::uint64_t width = 24;
  const std::uint64_t filled = progress.total == 0 ? 0 : progress.done * width / progress.total;
  return "[" + std::string(filled, '#') + std::string(width - filled, '.') + "] ";
}

std::string json_line(const Progress& progress) {
  const nlohmann::ordered_json line{{"done", progress.done},
                                    {"failed", progress.failed},
                                    {"total", progress.total},
                                    {"seconds", progress.seconds},
                                    {"relative_half_width", progress.relative_half_width}};
  return line.dump() + "\n";
}

}  // namespace

std::optional<ProgressMode> progress_mode(std::string_view word, bool err_is_terminal) {
  if (word == "auto") return err_is_terminal ? ProgressMode::bar : ProgressMode::plain;
  if (word == "bar") return ProgressMode::bar;
  if (word == "plain") return ProgressMode::plain;
  if (word == "json") return ProgressMode::json;
  if (word == "none") return ProgressMode::none;
  return std::nullopt;
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<long long>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string progress_text(const Progress& progress) {
  const double rate =
      progress.seconds > 0 ? static_cast<double>(progress.done) / progress.seconds : 0;
  std::string text = fmt::format("{} of {} replications", progress.done, progress.total);
  if (progress.failed > 0) text += fmt::format(", {} failed", progress.failed);
  if (rate > 0) {
    const double left = static_cast<double>(progress.total - progress.done) / rate;
    text += fmt::format(", {:.3g} a second, {} left", rate, duration_text(left));
  }
  if (progress.relative_half_width > 0) {
    text += fmt::format(", widest interval +-{:.2g} %", progress.relative_half_width * 100);
  }
  return text;
}

void ProgressPrinter::show(const Progress& progress) {
  const std::lock_guard lock(mutex_);
  const bool last = progress.done == progress.total && mode_ != ProgressMode::plain;
  if (mode_ == ProgressMode::none) return;
  if (!last && progress.seconds - shown_at_ < interval_of(mode_)) return;
  shown_at_ = progress.seconds;
  if (mode_ == ProgressMode::json) {
    err_ << json_line(progress) << std::flush;
  } else if (mode_ == ProgressMode::plain) {
    err_ << progress_text(progress) << std::endl;
  } else {
    wipe();
    err_ << bar(progress) << progress_text(progress) << std::flush;
    bar_stands_ = true;
  }
}

void ProgressPrinter::note(const std::string& line) {
  const std::lock_guard lock(mutex_);
  wipe();
  err_ << line << std::endl;
}

void ProgressPrinter::finish() {
  const std::lock_guard lock(mutex_);
  wipe();
}

void ProgressPrinter::wipe() {
  if (bar_stands_) err_ << "\r\x1b[K" << std::flush;
  bar_stands_ = false;
}

}  // namespace asepsim::cli
