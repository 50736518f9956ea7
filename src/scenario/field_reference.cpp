// scenarios/README.md: how scenario files are written, and every field of them.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/describe_scenario.hpp"
#include "scenario/families.hpp"
#include "scenario/field_walker.hpp"
#include "scenario/reference_text.hpp"
#include "scenario/shape.hpp"
#include "scenario/words.hpp"

namespace asepsim::scenario {
namespace {

/// The visitor that collects the enumerations with the keys they belong to.
class WordLister : public FieldWalker<WordLister> {
 public:
  using Found = std::vector<std::pair<std::string, Words>>;

  template <class T>
  void value(const Field& field, const T& value) {
    const Shape shape = shape_of(value);
    if (shape.kind == ShapeKind::word) found.emplace_back(path_of(field), shape.words);
  }
  Found found;
};

bool is_group(const FieldText& field) {
  return field.type.starts_with("group") || field.type.starts_with("list of groups") ||
         field.type.starts_with("lists by");
}

// A table cell: no bar may end it early.
std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
    text.insert(at, "\\");
  return text;
}

std::string code(const std::string& text) {
  return text.empty() ? "" : "`" + cell(text) + "`";
}

std::string default_cell(const FieldText& field) {
  if (field.default_value.empty()) return "**required**";
  return field.default_value == "none" ? "may be left out" : code(field.default_value);
}

// What a default rests on; what has none, or is no number, rests on nothing but the scenario.
std::string evidence_cell(const FieldText& field) {
  const bool stands = field.number && !field.default_value.empty() && field.default_value != "none";
  if (!stands || field.basis == Basis::evidence) return field.source;
  const std::string basis = field.basis == Basis::setting ? "choice" : "off";
  return field.source.empty() ? basis : basis + "; " + field.source;
}

std::string row(const FieldText& field, std::size_t skip) {
  return fmt::format("| `{}` | {} | {} | {} | {} |\n", field.path.substr(skip),
                     cell(field.description), field.type, default_cell(field),
                     evidence_cell(field));
}

// Fields directly in `group`; those of its inner groups have tables of their own.
std::string table_of(const FieldText& group, const std::vector<FieldText>& fields) {
  const std::string prefix = group.path + ".";
  std::string rows;
  for (const FieldText& field : fields) {
    if (!field.path.starts_with(prefix) || is_group(field)) continue;
    if (field.path.find('.', prefix.size()) == std::string::npos) rows += row(field, prefix.size());
  }
  if (rows.empty()) return {};
  return "| Key | Meaning | Type | Default | Evidence |\n|---|---|---|---|---|\n" + rows + "\n";
}

std::string groups_text() {
  const auto fields = all_fields();
  std::string out = "## Fields\n\n";
  for (const FieldText& field : fields) {
    if (!is_group(field)) continue;
    const auto depth = std::count(field.path.begin(), field.path.end(), '.');
    const bool top = depth == 0 || (depth == 1 && field.path.find('<') != std::string::npos);
    out += fmt::format("{} `{}`\n\n{} ({}).\n\n", top ? "###" : "####", field.path,
                       field.description, field.type);
    out += table_of(field, fields);
  }
  return out;
}

std::string words_text() {
  WordLister lister;
  Scenario scenario;
  describe(lister, scenario);
  std::string out = "## Words\n\n| Key | Word | Meaning |\n|---|---|---|\n";
  for (const auto& [key, words] : lister.found) {
    for (const Word& word : words)
      out += fmt::format("| `{}` | `{}` | {} |\n", key, word.text, cell(std::string(word.meaning)));
  }
  return out + "\n";
}

std::string families_text() {
  std::string out = "| Family | Parameters | Example |\n|---|---|---|\n";
  for (const FamilyText& family : all_families())
    out += fmt::format("| {} | {} | `{{{}}}` |\n", family.name, family.parameters, family.example);
  return out + "\n";
}

std::string units_table() {
  std::string out = "| Quantity | Units | Example |\n|---|---|---|\n";
  std::string before;
  for (const Dimension* d : dimension::all) {
    const std::string line = fmt::format("| {} | {} | `{}` |\n", d->name, units_text(*d, "USD"),
                                         with_currency(d->example, "USD"));
    const bool known = out.find(fmt::format("| {} |", d->name)) != std::string::npos;
    if (!d->units.empty() && !known) out += line;
  }
  return out + "\n";
}

}  // namespace

std::string field_reference() {
  return std::string(reference_introduction()) + std::string(library_text()) +
         std::string(language_text()) + "### Units\n\n" + units_table() +
         "### Random quantities\n\n" + std::string(variates_text()) + families_text() +
         std::string(files_text()) + groups_text() + words_text();
}

}  // namespace asepsim::scenario
