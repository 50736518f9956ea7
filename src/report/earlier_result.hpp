// Whether a folder that stands in the way is an earlier result and nothing else.
//
// --force deletes it, so a mistake here costs somebody their work. A folder may go only if it is
// empty, or if its manifest.json says that asepsim wrote it and it holds nothing that the manifest
// does not list. The folder the user works in, and those above it, may never go.
#pragma once

#include <filesystem>
#include <string>

namespace asepsim::report {

/// Why `folder`, which exists, must not be replaced, with what to do about it; empty if it may be.
std::string why_not_replaceable(const std::filesystem::path& folder);

}  // namespace asepsim::report
