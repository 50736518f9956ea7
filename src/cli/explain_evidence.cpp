#include "cli/explain_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/citation.hpp"

namespace asepsim::cli {
namespace {

using scenario::Basis;
using scenario::EvidenceRow;
using scenario::FieldText;

using Ids = std::vector<std::string>;

bool contains(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string listed(const Ids& all) {
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : ", ") + one;
  return text;
}

// Paths of the fields that enter a formula.
Ids fields_of(const EvidenceRow& row) {
  Ids paths;
  for (std::size_t at = 0; at < row.fields.size();) {
    const std::size_t end = std::min(row.fields.find(", ", at), row.fields.size());
    paths.emplace_back(row.fields.substr(at, end - at));
    at = end + 2;
  }
  return paths;
}

// Rows named beside a default, and in the words about it: d121 of dry heat has I24.
Ids rows_named(const FieldText& field) {
  Ids ids = scenario::cited(field.source).ids;
  for (const std::string& id : scenario::cited(field.description).ids) {
    if (!contains(ids, id)) ids.push_back(id);
  }
  return ids;
}

std::vector<const EvidenceRow*> rows_of(const FieldText& field) {
  std::vector<const EvidenceRow*> rows;
  const Ids ids = rows_named(field);
  for (const std::string& id : ids) {
    if (const EvidenceRow* row = scenario::evidence_row(id)) rows.push_back(row);
  }
  for (const auto& group : scenario::evidence_groups()) {
    for (const EvidenceRow& row : group.rows) {
      if (!contains(ids, row.id) && contains(fields_of(row), field.path)) rows.push_back(&row);
    }
  }
  return rows;
}

std::string sentence(std::string_view before, std::string_view text) {
  return text.empty() ? std::string() : fmt::format("{}{}", before, text);
}

// One row below a field: id and subject, figure, source, mark, caveat.
std::string cited_row(const EvidenceRow& row) {
  const std::string context = row.context.empty() ? "" : fmt::format(" ({})", row.context);
  return labelled(std::string(row.id).c_str(),
                  fmt::format("{}: {}{}", row.subject, row.value, context)) +
         labelled("", sentence("source: ", row.source)) + labelled("", "mark: " + mark_text(row)) +
         labelled("", sentence("beware: ", row.caveat));
}

std::string basis_text(const FieldText& field) {
  if (!field.number || field.default_value == "none") return field.source;
  if (field.basis == Basis::setting)
    return "a choice of the clinic or the analyst" + sentence("; advised by ", field.source);
  if (field.default_value.empty()) return "what the scenario says: it has no default";
  if (field.basis == Basis::neutral) {
    return "nothing: by default nothing of the kind happens" + sentence("; ", field.source);
  }
  return field.source;
}

std::string standing_text(const FieldText& field) {
  const bool rests = field.number && field.basis == Basis::evidence && !field.source.empty();
  const auto mark = rests ? scenario::weakest_mark(field.source) : std::nullopt;
  if (!mark) return {};
  if (*mark == scenario::EvidenceMark::assumption) {
    return "assumption: change it within its range and see what becomes of the results";
  }
  return fmt::format("{}: the weakest of its rows", mark_word(*mark));
}

// What cites the row: "I22, F6".
Ids rows_resting_on(const EvidenceRow& row) {
  Ids ids;
  for (const auto& group : scenario::evidence_groups()) {
    for (const EvidenceRow& other : group.rows) {
      const bool rests = contains(scenario::cited(other.source).ids, row.id) ||
                         contains(scenario::cited(other.context).ids, row.id);
      if (rests && other.id != row.id) ids.emplace_back(other.id);
    }
  }
  return ids;
}

std::string fields_resting_on(const EvidenceRow& row) {
  std::string text;
  for (const FieldText& field : scenario::all_fields()) {
    const bool rests = contains(rows_named(field), row.id) || contains(fields_of(row), field.path);
    if (!rests) continue;
    const std::string shown = fmt::format("{}{}{}", field.path, sentence(": ", field.value),
                                          field.range.empty() ? "" : " (" + field.range + ")");
    text += labelled(text.empty() ? "fields" : "", shown);
  }
  return text.empty() ? labelled("fields", "no default rests on it") : text;
}

bool ends_in(const FieldText& field, const std::string& name) {
  return field.path == name || field.path.ends_with("." + name);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(
      std::mismatch(a.begin(),
                    a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                    b.begin())
          .first -
      a.begin());
}

// "sterilizer" for "sterilization": misspelt, or beginning alike for five letters and most of it.
bool is_near(const std::string& word, const std::string& section) {
  const std::size_t alike = common_prefix(word, section);
  return (alike >= 5 && 3 * alike >= 2 * word.size()) ||
         !scenario::nearest_names(word, {section}).empty();
}

bool has_section_near(const std::string& path, const std::string& word) {
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    if (is_near(word, path.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// staff.<name>.wage is staff.nurse.wage; a step adds its name: pathways.<name>[] is
// pathways.session.talk; entries of other lists have numbers: next[] is next[1].
bool is_instance(const std::string& path, const std::string& of) {
  const auto mine = parts_of(path), general = parts_of(of);
  std::size_t at = 0;
  for (const std::string& part : general) {
    if (at >= mine.size()) return false;
    const bool list = part.ends_with("[]");
    const std::string word = list ? part.substr(0, part.size() - 2) : part;
    const std::string own = list ? mine[at].substr(0, mine[at].find('[')) : mine[at];
    if (word != "<name>" && word != own) return false;
    at += word == "<name>" && list ? 2 : 1;
  }
  return at == mine.size();
}

// staff.wage is staff.<name>.wage, indications.severity is indications.<name>.benefit.severity:
// what lies between the beginning and the end may be left out, and names may be one's own.
bool is_shortened(const std::string& path, const std::string& of) {
  const auto mine = parts_of(path), general = parts_of(of);
  if (mine.front() != general.front() || mine.back() != general.back()) return false;
  std::size_t at = 0;
  for (const std::string& part : general) {
    const bool named = part.starts_with("<name>") && at + 1 < mine.size();
    if (at < mine.size() && (part == mine[at] || named)) ++at;
  }
  return at == mine.size();
}

// staff is staff.<name>, pathways is pathways.<name>[], limits is limits[].
bool is_collection(const std::string& path, const std::string& name) {
  return path == name + ".<name>" || path == name + ".<name>[]" || path == name + "[]";
}

bool is_group(const FieldText& field, const std::vector<FieldText>& all) {
  return std::any_of(all.begin(), all.end(), [&](const FieldText& other) {
    return other.path.starts_with(field.path + ".");
  });
}

// A group of keys by the name of one of them, unless a key within is called like that name:
// staff.nurse is a group, staff.wage is the wage of all of them.
std::vector<FieldText> group_or_keys(const FieldText& group, const std::string& wanted,
                                     const std::vector<FieldText>& all) {
  std::vector<FieldText> keys;
  for (const FieldText& field : all) {
    if (is_shortened(wanted, field.path) && !is_group(field, all)) keys.push_back(field);
  }
  return keys.empty() ? std::vector<FieldText>{group} : keys;
}

// The keys directly in a group, each with its meaning.
std::string keys_of(const FieldText& group) {
  const std::string prefix = group.path + ".";
  std::string text;
  for (const FieldText& field : scenario::all_fields()) {
    if (!field.path.starts_with(prefix)) continue;
    const std::string key = field.path.substr(prefix.size());
    const std::string last = key.substr(key.find('.') + 1);
    const bool direct = key.find('.') == std::string::npos || last.starts_with("<name>");
    if (!direct || last.find('.') != std::string::npos) continue;
    text += labelled(text.empty() ? "keys" : "", fmt::format("{}: {}", key, field.description));
  }
  return text;
}

// The field of one phototype is that of all six.
std::string without_phototype(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  const bool one = dot != std::string::npos && dot + 1 < name.size() &&
                   name.find_first_not_of("IV", dot + 1) == std::string::npos;
  return one ? name.substr(0, dot) : name;
}

}  // namespace

std::string labelled(const char* label, const std::string& text) {
  constexpr std::size_t width = 86;
  std::string lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.size();
    if (end - at > width) end = std::min(text.rfind(' ', at + width), text.size());
    if (end <= at) end = text.size();
    lines += fmt::format("  {:<11} {}\n", at == 0 ? label : "", text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string explained(const FieldText& field) {
  const std::string fallback = field.default_value.empty()     ? "none, it must be given"
                               : field.default_value == "none" ? "none"
                                                               : field.value;
  std::string text =
      fmt::format("{}: {} (field of scenario files)\n", field.path, field.description) +
      labelled("type", field.type) + labelled("unit", field.unit) + labelled("default", fallback) +
      labelled("range", field.range) + labelled("rests on", basis_text(field)) +
      labelled("standing", standing_text(field));
  for (const EvidenceRow* row : rows_of(field)) text += cited_row(*row);
  return text + keys_of(field);
}

std::string explained(const EvidenceRow& row) {
  const bool formula = row.id.starts_with('F');
  return fmt::format("{}: {} ({})\n", row.id, row.subject,
                     formula ? "formula of the model" : "row of the evidence table") +
         labelled(formula ? "formula" : "value", std::string(row.value)) +
         labelled("context", std::string(row.context)) +
         labelled("source", std::string(row.source)) + labelled("mark", mark_text(row)) +
         labelled("beware", std::string(row.caveat)) +
         labelled("use", std::string(role_text(row.role))) + fields_resting_on(row) +
         labelled("rows", listed(rows_resting_on(row)));
}

const EvidenceRow* row_meant(const std::string& name) {
  std::string id = name;
  if (!id.empty()) id.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(id[0])));
  return scenario::evidence_row(id);
}

std::vector<FieldText> fields_meant(const std::string& name) {
  std::vector<FieldText> found;
  const auto all = scenario::all_fields();
  const std::string wanted = without_phototype(name);
  for (const FieldText& field : all) {
    if (field.path == wanted || is_collection(field.path, wanted)) return {field};
    if (is_instance(wanted, field.path))
      return is_group(field, all) ? group_or_keys(field, wanted, all) : std::vector{field};
    if (ends_in(field, wanted)) found.push_back(field);
  }
  const std::size_t dot = wanted.find('.');
  if (!found.empty() || dot == std::string::npos) return found;
  for (const FieldText& field : all) {
    const std::string rest = wanted.substr(dot + 1);
    if (field.path.size() <= rest.size() || !ends_in(field, rest)) continue;
    const std::string above = field.path.substr(0, field.path.size() - rest.size() - 1);
    if (has_section_near(above, wanted.substr(0, dot))) found.push_back(field);
  }
  return found;
}

std::string all_evidence() {
  std::string text;
  for (const auto& group : scenario::evidence_groups()) {
    text += (text.empty() ? "" : "\n") + std::string(group.title) + "\n";
    for (const EvidenceRow& row : group.rows)
      text += fmt::format("  {:<5} {:<12} {}\n", row.id, mark_word(row.mark), row.subject);
  }
  return text;
}

}  // namespace asepsim::cli
