// The headline figures as rows of the screen: groups, labels, numbers in the unit shown.
//
// Shares are shown in percent. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/study.hpp"

namespace asepsim::report {

/// Groups as the screen has them: depth and sterilization belong to safety.
struct ScreenGroup {
  const char* title;
  std::vector<experiment::KpiGroup> groups;
};
std::vector<ScreenGroup> screen_groups();

bool belongs_to(const ScreenGroup& group, const experiment::Kpi& kpi);

/// The name with its unit where the name does not say it: "Mean wait, min", "No-shows, %".
std::string label(const experiment::Kpi& kpi);

/// 100 for shares, otherwise 1.
double shown_scale(const experiment::Kpi& kpi);

/// The value in the unit shown, "-" without one, "refused" if the gates took it.
std::string shown_value(const experiment::Kpi& kpi, const experiment::Estimate& estimate);

/// "95 %".
std::string percent(double share);

/// Breaks a paragraph at blanks so that no line is wider than 80; ends in a newline.
std::string wrapped(const std::string& paragraph);

}  // namespace asepsim::report
