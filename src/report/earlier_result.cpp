#include "report/earlier_result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace asepsim::report {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Names = std::set<std::string>;

constexpr const char* manifest_name = "manifest.json";

bool holds_the_current_folder(const fs::path& folder) {
  const fs::path real = fs::canonical(folder), here = fs::current_path();
  return std::mismatch(real.begin(), real.end(), here.begin(), here.end()).first == real.end();
}

Names listed_in(const Json& manifest) {
  Names names{manifest_name};
  const auto files = manifest.find("files");
  if (files == manifest.end() || !files->is_array()) return names;
  for (const Json& file : *files) {
    const bool named = file.is_object() && file.contains("name") && file["name"].is_string();
    if (named) names.insert(file["name"].get<std::string>());
  }
  return names;
}

bool is_of_asepsim(const Json& manifest) {
  if (!manifest.is_object()) return false;
  const auto kind = manifest.find("manifest");
  return kind != manifest.end() && kind->is_string() &&
         kind->get<std::string>().starts_with("asepsim-manifest/");
}

// What the manifest lists; nothing if there is none, or if another program wrote it.
std::optional<Names> files_of_result(const fs::path& folder) {
  if (!fs::is_regular_file(folder / manifest_name)) return std::nullopt;
  std::ifstream file(folder / manifest_name, std::ios::binary);
  const Json manifest = Json::parse(file, nullptr, false);
  if (!is_of_asepsim(manifest)) return std::nullopt;
  return listed_in(manifest);
}

// Everything in the folder that a run did not write: deleting it would be a loss.
std::vector<std::string> strangers(const fs::path& folder, const Names& listed) {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool ours =
        listed.contains(name) && entry.symlink_status().type() == fs::file_type::regular;
    if (!ours) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string others_text(const std::vector<std::string>& names) {
  if (names.size() == 1) return names.front();
  return fmt::format("{} and {} more", names.front(), names.size() - 1);
}

std::string reason_of(const fs::path& folder) {
  if (!fs::is_directory(folder)) return "is not a folder; choose another --output";
  if (holds_the_current_folder(folder)) {
    return "is the current folder or one above it, so --force does not replace it; choose another "
           "--output";
  }
  if (fs::is_empty(folder)) return {};
  const std::optional<Names> listed = files_of_result(folder);
  if (!listed) {
    return "is not a results folder (no manifest.json of asepsim in it), so --force does not "
           "replace it; choose another --output";
  }
  const std::vector<std::string> found = strangers(folder, *listed);
  if (found.empty()) return {};
  return fmt::format(
      "holds what no run of asepsim wrote ({}), so --force does not replace it; move that away or "
      "choose another --output",
      others_text(found));
}

}  // namespace

std::string why_not_replaceable(const fs::path& folder) {
  try {
    return reason_of(folder);
  } catch (const fs::filesystem_error& error) {
    return fmt::format("cannot be looked into ({}), so --force does not replace it",
                       error.code().message());
  }
}

}  // namespace asepsim::report
