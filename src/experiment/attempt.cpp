#include "experiment/attempt.hpp"

#include <exception>

#include "clinic/run_replication.hpp"

namespace asepsim::experiment {
namespace {

std::string stuck_message(const clinic::ReplicationRecord& record) {
  std::string message = "stuck for ever:";
  for (const std::string& process : record.stuck) message += " " + process + ";";
  message.pop_back();
  return message;
}

std::string outcome(const Attempt& attempt) {
  return attempt.record ? "finished" : "failed (" + attempt.error + ")";
}

}  // namespace

Attempt attempt(const std::function<clinic::ReplicationRecord()>& replicate) {
  try {
    clinic::ReplicationRecord record = replicate();
    if (record.stuck.empty()) return {std::move(record), {}};
    return {std::nullopt, stuck_message(record)};
  } catch (const std::exception& error) {
    return {std::nullopt, error.what()};
  }
}

std::string difference_between(const Attempt& a, const Attempt& b) {
  if (a.record && b.record) return clinic::first_difference(*a.record, *b.record);
  if (!a.record && !b.record && a.error == b.error) return {};
  return "the first " + outcome(a) + ", the second " + outcome(b);
}

}  // namespace asepsim::experiment
