// The evidence table, what sources cite of it, and that every default rests on something.
#include "scenario/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "scenario/citation.hpp"
#include "scenario/parameters_in_use.hpp"
#include "unit/scenario/reading_help.hpp"
#include "unit/scenario/schema_check.hpp"

namespace asepsim::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<EvidenceRow> all_rows() {
  std::vector<EvidenceRow> rows;
  for (const EvidenceGroup& group : evidence_groups())
    rows.insert(rows.end(), group.rows.begin(), group.rows.end());
  return rows;
}

// So many rows there were when the table was first written; rows are added, never lost.
TEST(Evidence, HasRowsOfEverySubject) {
  std::map<char, int> of_letter;
  for (const EvidenceRow& row : all_rows()) ++of_letter[row.id.front()];
  const std::map<char, int> least{{'P', 38}, {'S', 18}, {'D', 7},  {'C', 30}, {'X', 6},
                                  {'W', 7},  {'I', 59}, {'R', 19}, {'B', 9},  {'A', 19},
                                  {'O', 30}, {'G', 11}, {'F', 16}, {'V', 16}};
  for (const auto& [letter, n] : least) EXPECT_GE(of_letter[letter], n) << letter;
  EXPECT_EQ(of_letter.size(), least.size());
}

// By number, then by the small letter behind it: C24, C24b, C25.
int order_of(std::string_view id) {
  const int suffix = id.back() > '9' ? id.back() - 'a' + 1 : 0;
  return std::atoi(std::string(id.substr(1)).c_str()) * 100 + suffix;
}

TEST(Evidence, StandsInTheOrderOfItsIds) {
  for (const EvidenceGroup& group : evidence_groups()) {
    for (std::size_t i = 1; i < group.rows.size(); ++i) {
      const std::string_view before = group.rows[i - 1].id, id = group.rows[i].id;
      EXPECT_TRUE(before.front() != id.front() || order_of(before) < order_of(id)) << id;
    }
  }
}

TEST(Evidence, EveryRowSaysWhatItIsAndWhereItComesFrom) {
  std::set<std::string_view> ids;
  for (const EvidenceRow& row : all_rows()) {
    EXPECT_TRUE(is_row_id(row.id)) << row.id;
    EXPECT_TRUE(ids.insert(row.id).second) << row.id << " is there twice";
    for (const std::string_view text : {row.subject, row.value, row.source})
      EXPECT_GT(text.size(), 1u) << row.id;
    for (const std::string_view text :
         {row.subject, row.value, row.context, row.source, row.caveat})
      EXPECT_FALSE(text.ends_with('.') || text.ends_with(' ')) << row.id << ": " << text;
    EXPECT_EQ(row.mark == EvidenceMark::unconfirmed, row.confidence != Confidence::unstated)
        << row.id << ": a confidence belongs to what is unconfirmed, and to nothing else";
    EXPECT_EQ(row.id.front() == 'V', row.role != Role::none) << row.id;
    EXPECT_EQ(evidence_row(row.id)->subject, row.subject);
  }
}

TEST(Evidence, RestsOnRowsThatExist) {
  for (const EvidenceRow& row : all_rows()) {
    for (const std::string_view text : {row.context, row.source, row.caveat}) {
      for (const std::string& id : cited(text).ids)
        EXPECT_NE(evidence_row(id), nullptr) << row.id << " names " << id << ", which is no row";
    }
  }
}

// Figures carry over from the papers as they are: a sample of each kind, typed in anew.
TEST(Evidence, CarriesFiguresAndMarks) {
  EXPECT_EQ(evidence_row("I17")->value, "1-2.8 min, about 2 in water; indicators carry 1e6 spores");
  EXPECT_EQ(evidence_row("I17")->mark, EvidenceMark::read);
  EXPECT_EQ(evidence_row("I25")->mark, EvidenceMark::unconfirmed);
  EXPECT_EQ(evidence_row("I25")->confidence, Confidence::high);
  EXPECT_EQ(evidence_row("D5")->mark, EvidenceMark::assumption);
  EXPECT_EQ(evidence_row("I56")->mark, EvidenceMark::derived);
  EXPECT_EQ(evidence_row("V6")->role, Role::calibrate);
  EXPECT_EQ(evidence_row("I99"), nullptr);
  EXPECT_EQ(mark_text(*evidence_row("I25")),
            "known from the literature, not checked again; confidence high");
  EXPECT_EQ(mark_text(*evidence_row("D5")), "assumption: no figure was found");
}

TEST(Evidence, FormulasNameFieldsThatExist) {
  std::set<std::string> paths;
  for (const FieldText& field : all_fields()) paths.insert(field.path);
  for (const EvidenceRow& row : all_rows()) {
    std::string_view rest = row.fields;
    while (!rest.empty()) {
      const std::string path(rest.substr(0, rest.find(',')));
      EXPECT_TRUE(paths.contains(path)) << row.id << " names the field " << path;
      rest.remove_prefix(std::min(rest.size(), path.size() + 2));
    }
  }
}

TEST(Citation, FindsTheRowsOfASource) {
  EXPECT_THAT(cited("I56").ids, ElementsAre("I56"));
  EXPECT_THAT(cited("O25 without its labour").ids, ElementsAre("O25"));
  EXPECT_THAT(cited("I25 (unconfirmed)").ids, ElementsAre("I25"));
  EXPECT_THAT(cited("derived: B4 x R9 / R7").ids, ElementsAre("B4", "R9", "R7"));
  EXPECT_THAT(cited("derived: P5, D5 (C13)").ids, ElementsAre("P5", "D5", "C13"));
  EXPECT_THAT(cited("assumption (C17, C24b)").ids, ElementsAre("C17", "C24b"));
  EXPECT_THAT(cited("O9, O1, O9").ids, ElementsAre("O9", "O1"));
  EXPECT_THAT(cited("").ids, IsEmpty());
}

TEST(Citation, TakesADashForAllRowsInBetween) {
  EXPECT_THAT(cited("assumption (I61-I63)").ids, ElementsAre("I61", "I62", "I63"));
  EXPECT_THAT(cited("C7-C12").ids, ElementsAre("C7", "C8", "C10", "C11", "C12"));
  EXPECT_THAT(cited("P5-I7").ids, ElementsAre("P5", "I7"));
  EXPECT_THAT(cited("C12-C7").ids, ElementsAre("C12", "C7"));
}

TEST(Citation, TakesNothingElseForARow) {
  for (const char* word : {"D121", "F0", "H2O2", "EN13060", "Q5", "i17", "I", "I017", "C24bc",
                           "I17_", "N50", "I-17", "IÄ1"})
    EXPECT_THAT(cited(word).ids, IsEmpty()) << word;
  EXPECT_THAT(cited("xI17 I17x2 (I18)").ids, ElementsAre("I18"));
  EXPECT_THAT(cited("I98").ids, ElementsAre("I98")) << "form is one thing, existence another";
}

TEST(Citation, KnowsAnAssumption) {
  EXPECT_TRUE(cited("assumption").assumes);
  EXPECT_TRUE(cited("assumption: patients first").assumes);
  EXPECT_TRUE(cited("assumption (I21)").assumes);
  EXPECT_FALSE(cited("I21, no assumption").assumes);
  EXPECT_FALSE(cited("assumptions of others").assumes);
}

TEST(Citation, IsAsFirmAsItsWeakestRow) {
  EXPECT_EQ(weakest_mark("I17"), EvidenceMark::read);
  EXPECT_EQ(weakest_mark("I17, I56"), EvidenceMark::derived);
  EXPECT_EQ(weakest_mark("R18, R17"), EvidenceMark::unconfirmed);
  EXPECT_EQ(weakest_mark("F12, A20"), EvidenceMark::assumption);
  EXPECT_EQ(weakest_mark("assumption (I17)"), EvidenceMark::assumption);
  EXPECT_EQ(weakest_mark("our own records"), std::nullopt);
  EXPECT_EQ(weakest_mark("I98"), std::nullopt);
}

// A figure that rests on a row is not read there if it was computed from it, or only assumed in it.
TEST(Citation, IsNoFirmerThanItsWords) {
  ASSERT_EQ(weakest_mark("V25"), EvidenceMark::read);
  EXPECT_EQ(weakest_mark("V25 (calibrated)"), EvidenceMark::derived);
  EXPECT_EQ(weakest_mark("I52, calibrated to V13"), EvidenceMark::derived);
  EXPECT_EQ(weakest_mark("O19, P40 (fit)"), EvidenceMark::derived);
  EXPECT_EQ(weakest_mark("C8 over 5 sessions"), EvidenceMark::derived);
  EXPECT_EQ(weakest_mark("derived: R18, R17"), EvidenceMark::unconfirmed);
  EXPECT_EQ(weakest_mark("F3 (assumed there)"), EvidenceMark::assumption);
  EXPECT_EQ(weakest_mark("our records over 5 years"), std::nullopt);
}

// The rule of field.hpp: no bare constants. The messages say what to write.
std::vector<FieldText> numbers_with_defaults() {
  std::vector<FieldText> numbers = all_fields();
  std::erase_if(numbers, [](const FieldText& field) {
    return !field.number || field.default_value.empty() || field.default_value == "none";
  });
  return numbers;
}

TEST(Fields, CiteRowsThatExist) {
  for (const FieldText& field : all_fields()) {
    for (const std::string& text : {field.source, field.description}) {
      for (const std::string& id : cited(text).ids) {
        EXPECT_NE(evidence_row(id), nullptr)
            << field.path << " cites " << id << ", which is no row of the evidence table: correct "
            << "the id, or add the row to src/scenario/evidence_*.cpp";
      }
    }
  }
}

TEST(Fields, WithADefaultNameTheirEvidence) {
  EXPECT_GT(numbers_with_defaults().size(), 120u);
  for (const FieldText& field : numbers_with_defaults()) {
    if (field.basis != Basis::evidence) continue;
    const Citation citation = cited(field.source);
    EXPECT_TRUE(citation.assumes || !citation.ids.empty())
        << field.path << " has the default " << field.value << " without evidence: write "
        << ".otherwise(\"...\", \"I17\") with the row, or .otherwise(\"{value: ..., range: [low, "
        << "high]}\", \"assumption: why\"); if the clinic or the analyst chooses it, .setting(); "
           "if "
        << "0 or 1 means that nothing of the kind happens, .neutral()";
    EXPECT_NE(field.source, "assumption")
        << field.path << ": say why in a few words, \"assumption: ...\"";
  }
}

TEST(Fields, ThatRestOnAssumptionsHaveARange) {
  for (const FieldText& field : numbers_with_defaults()) {
    if (field.basis != Basis::evidence) continue;
    if (weakest_mark(field.source) != EvidenceMark::assumption) continue;
    EXPECT_NE(field.range, "")
        << field.path << " rests on an assumption (" << field.source << ") and has no range: write "
        << "its default as {value: ..., range: [low, high]}, a distribution as {triangular: [...], "
        << "range: [low, high]} with the range of its mean";
  }
}

TEST(Fields, ThatAreNeutralHaveADefaultOfNothing) {
  for (const FieldText& field : numbers_with_defaults()) {
    if (field.basis != Basis::neutral) continue;
    const std::string number = field.value.substr(0, field.value.find(' '));
    EXPECT_TRUE(number == "0" || number == "1")
        << field.path << " is neutral() but its default is " << field.value
        << ": name its evidence in place of neutral()";
  }
}

// Defaults that depend on another key are not in all_fields: those of rollers and of dry heat.
TEST(Fields, ThatDependOnOthersRestOnEvidenceToo) {
  const Scenario s = valid(tiny_clinic(
      "needling: {device: roller}\nsterilization: {staff: nurse, wash: {duration: 5 min, "
      "log_reduction: 2}, programme: {class: dry_heat, temperature: 170 C, hold: 60 min, total: 2 "
      "h}}\n"));
  int assumed = 0;
  for (const ParameterInUse& p : parameters_in_use(s)) {
    if (!p.place.empty() || p.claims_nothing()) continue;
    EXPECT_TRUE(p.mark) << p.path << ": " << p.source;
    EXPECT_TRUE(p.mark != EvidenceMark::assumption || p.low) << p.path << " has no range";
    assumed += p.mark == EvidenceMark::assumption;
  }
  EXPECT_GT(assumed, 10);
}

// What the files of the library assume, they bound.
TEST(Library, GivesEveryAssumptionARange) {
  for (const auto& file : every_scenario()) {
    const ReadResult result = read_scenario(file.string());
    ASSERT_TRUE(result.scenario) << file;
    for (const ParameterInUse& p : parameters_in_use(*result.scenario)) {
      for (const std::string& id : cited(p.source).ids)
        EXPECT_NE(evidence_row(id), nullptr) << p.place << ": " << p.path << " cites " << id;
      EXPECT_TRUE(p.mark != EvidenceMark::assumption || p.low)
          << p.place << ": " << p.path << " is an assumption (" << p.source
          << ") without a range: write range: [low, high] beside it";
      EXPECT_FALSE(!p.place.empty() && p.basis == Basis::evidence && p.source.empty())
          << p.place << ": " << p.path << " has no source";
    }
  }
}

}  // namespace
}  // namespace asepsim::scenario
