// What the room writes: resolved scenarios, the JSON Schema, the field reference. And the library:
// its files are valid, cite their evidence and are named in the reference.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "scenario/describe_scenario.hpp"
#include "scenario/field_walker.hpp"
#include "scenario/shape.hpp"
#include "unit/scenario/schema_check.hpp"

namespace asepsim::scenario {
namespace {

const std::filesystem::path scenarios = std::filesystem::path(ASEPSIM_SOURCE_DIR) / "scenarios";

TEST(Library, IsValidWithoutAWarning) {
  ASSERT_GE(library().size(), 10u);
  for (const auto& file : every_scenario())
    EXPECT_EQ(to_text(read_scenario(file.string()).diagnostics), "") << file;
}

TEST(Library, OpensWithItsSchemaAndIsNamedInTheReference) {
  const std::string reference = field_reference();
  for (const auto& file : library()) {
    EXPECT_TRUE(
        file_text(file).starts_with("# yaml-language-server: $schema=asepsim.schema.json\n"))
        << file;
    EXPECT_NE(reference.find("`" + file.filename().string() + "`"), std::string::npos) << file;
  }
}

TEST(Library, AsksOneQuestionAFile) {
  std::set<std::string> questions;
  for (const auto& file : every_scenario()) {
    const ReadResult result = read_scenario(file.string());
    ASSERT_TRUE(result.scenario) << file;
    EXPECT_TRUE(result.scenario->about.question.ends_with('?')) << file;
    EXPECT_TRUE(questions.insert(result.scenario->about.question).second) << file;
  }
}

// Key figures of a clinic rest on rows of the evidence table or say that they are assumptions.
TEST(Library, NamesTheEvidenceOfEveryWageAndDuration) {
  const ReadResult result = read_scenario((scenarios / "licensed_pen_clinic.yaml").string());
  ASSERT_TRUE(result.scenario);
  for (const StaffGroup& group : result.scenario->staff) EXPECT_NE(group.wage.source, "");
  for (const Pathway& pathway : result.scenario->pathways)
    for (const Step& step : pathway.steps) EXPECT_NE(step.duration.source, "") << step.name;
  for (const Indication& indication : result.scenario->indications)
    EXPECT_NE(indication.length_fixed.source, "") << indication.name;
}

TEST(ResolvedScenarios, ReadBackAsEqualScenarios) {
  for (const auto& file : every_scenario()) {
    const ReadResult original = read_scenario(file.string());
    ASSERT_TRUE(original.scenario) << file;
    const std::string text = resolved_yaml(*original.scenario);
    const ReadResult again = read_scenario_text(text, "resolved.yaml");
    EXPECT_EQ(to_text(again.diagnostics), "") << file;
    ASSERT_TRUE(again.scenario) << file;
    EXPECT_TRUE(*again.scenario == *original.scenario) << file;
    EXPECT_EQ(resolved_yaml(*again.scenario), text) << file;
  }
}

TEST(ResolvedScenarios, KeepEveryFamilyOfDistributions) {
  for (const char* family :
       {"5 min", "{uniform: [5 min, 7 min]}", "{triangular: [0.1 s, 1 min, 7 h]}",
        "{exponential: 7.3 min}", "{normal: {mean: 9 min, sd: 3 min}}",
        "{normal: {mean: 9 min, sd: 3 min, min: 1 min, max: 30 min}}",
        "{lognormal: {mean: 22 min, cv: 0.35}}", "{lognormal: {median: 17 min, sigma: 0.47}}",
        "{lognormal: {log_mean: 20.123456789012345, sigma: 0.1}}",
        "{gamma: {mean: 10 min, sd: 7 min}}", "{weibull: {shape: 1.7, scale: 11 min}}",
        "{beta: {mean: 10 min, sd: 2 min, min: 5 min, max: 20 min}}",
        "{empirical: {values: [7 min, 3 min, 0.33333333 min]}}",
        "{discrete: {values: [3 min, 4 min, 5 min], weights: [1, 1, 1]}}"}) {
    const std::string yaml = tiny_clinic(
        "screening: {}\nfollow_up: {pathway: visit, after: " + std::string(family) + "}\n");
    const Scenario original = valid(yaml);
    EXPECT_TRUE(valid(resolved_yaml(original)).follow_up == original.follow_up) << family;
  }
}

TEST(ResolvedScenarios, HaveTheHeatResistanceOfTheClassOfSterilizer) {
  const auto sterilization = [](const std::string& programme) {
    return valid(
        tiny_clinic("sterilization: {staff: nurse, wash: {duration: 5 min, log_reduction: "
                    "2}, programme: {hold: 60 min, total: 2 h, " +
                    programme + "}}\n"));
  };
  const Scenario steam = sterilization("temperature: 121 C");
  EXPECT_EQ(steam.sterilization->d121.value, 2);
  EXPECT_EQ(steam.sterilization->z_value.value, 10);
  const Scenario dry = sterilization("temperature: 170 C, class: dry_heat");
  EXPECT_EQ(dry.sterilization->d121.value, 2.25);
  EXPECT_EQ(dry.sterilization->d121.source, "I24");
  EXPECT_EQ(dry.sterilization->z_value.value, 20);
  EXPECT_EQ(dry.sterilization->z_value.source, "I25 (unconfirmed)");
  EXPECT_TRUE(valid(resolved_yaml(dry)).sterilization == dry.sterilization);
}

// I50 and I52 have both: ovens failed more often than autoclaves, well kept or not.
TEST(ResolvedScenarios, KnowHowOftenEachClassOfSterilizerFails) {
  const auto probability = [](const std::string& sterilizer_class, const std::string& quality) {
    return valid(
               tiny_clinic("sterilization: {staff: nurse, wash: {duration: 5 min, log_reduction: "
                           "2}, programme: {temperature: 170 C, hold: 60 min, total: 2 h, class: " +
                           sterilizer_class + "}, failure: {quality: " + quality + "}}\n"))
        .sterilization->failure.probability.value;
  };
  EXPECT_EQ(probability("b", "good"), 0.002);
  EXPECT_EQ(probability("s", "average"), 0.01);
  EXPECT_EQ(probability("b", "poor"), 0.09);
  EXPECT_EQ(probability("dry_heat", "good"), 0.013);
  EXPECT_EQ(probability("dry_heat", "average"), 0.04);
  EXPECT_EQ(probability("dry_heat", "poor"), 0.13) << "14 of 109, of which 98 % are seen";
}

// I6 has all three; what a file says of the wash stands.
TEST(ResolvedScenarios, KnowWhatEachWayOfWashingTakesOff) {
  const auto washed = [](const std::string& wash) {
    return valid(tiny_clinic("sterilization: {staff: nurse, " + wash +
                             ", programme: {temperature: 134 C, hold: 3.5 min, total: 45 min}}\n"));
  };
  const auto taken_off = [&](const std::string& wash) {
    return washed(wash).sterilization->wash.log_reduction;
  };
  const auto by = [&](const std::string& method) {
    return taken_off("wash_method: " + method + ", wash: {duration: 5 min}");
  };
  EXPECT_TRUE(taken_off("wash: {duration: 5 min}") == by("manual"));
  EXPECT_TRUE(by("manual").value == Distribution::normal(2, 0.7));
  EXPECT_TRUE(by("ultrasonic").value == Distribution::normal(3, 0.6));
  EXPECT_TRUE(by("washer_disinfector").value == Distribution::normal(4, 0.5));
  EXPECT_EQ(by("ultrasonic").source, "assumption (I6)");
  const Scenario stated = washed("wash: {duration: 5 min, log_reduction: 1}");
  EXPECT_TRUE(stated.sterilization->wash.log_reduction.value == Distribution::constant(1));
  const Scenario s = washed("wash_method: ultrasonic, wash: {duration: 5 min}");
  EXPECT_TRUE(valid(resolved_yaml(s)).sterilization == s.sterilization);
}

TEST(ResolvedScenarios, QuoteWhatOtherReadersMightMistake) {
  const Scenario original = valid(tiny_clinic(
      "name: \"null\"\nabout: {question: \"yes\", purpose: \"12:30\", author: \"a: b # \\\"c\\\"\","
      " access: \"line one\\nline two\\t\\\\end\"}\n"));
  const Scenario again = valid(resolved_yaml(original));
  EXPECT_EQ(again.name, "null");
  EXPECT_TRUE(again.about == original.about);
}

// YAML 1.1 reads a bare 14:00 as the number 840.
TEST(Library, QuotesTimesOfDay) {
  const std::regex bare("\\bat: *[0-9]");
  for (const auto& file : every_scenario())
    EXPECT_FALSE(std::regex_search(file_text(file), bare)) << file;
  EXPECT_FALSE(std::regex_search(field_reference() + json_schema(), bare));
}

TEST(JsonSchema, IsTheFileInTheLibrary) {
  EXPECT_EQ(file_text(scenarios / "asepsim.schema.json"), json_schema());
}

TEST(JsonSchema, AcceptsEveryScenarioOfTheLibrary) {
  const SchemaCheck schema(nlohmann::json::parse(json_schema()));
  for (const auto& file : every_scenario())
    EXPECT_EQ(schema.complaint(document_as_json(file_text(file))), "") << file;
  const auto good = std::filesystem::path(ASEPSIM_SOURCE_DIR) / "tests/errors/good_clinic.yaml";
  EXPECT_EQ(schema.complaint(document_as_json(file_text(good))), "");
}

TEST(JsonSchema, AcceptsEveryResolvedScenario) {
  const SchemaCheck schema(nlohmann::json::parse(json_schema()));
  for (const auto& file : library()) {
    const ReadResult result = read_scenario(file.string());
    ASSERT_TRUE(result.scenario);
    EXPECT_EQ(schema.complaint(document_as_json(resolved_yaml(*result.scenario))), "") << file;
  }
}

TEST(JsonSchema, RefusesMistakesOfForm) {
  const SchemaCheck schema(nlohmann::json::parse(json_schema()));
  const auto errors = std::filesystem::path(ASEPSIM_SOURCE_DIR) / "tests/errors";
  for (const char* name :
       {"bad_unknown_key", "bad_unknown_section", "bad_misspelt_word", "bad_bare_duration",
        "bad_bare_money", "bad_quoted_count", "bad_fraction_of_person", "bad_yes_for_true",
        "bad_unknown_unit", "bad_probability_above_one", "bad_schema_missing", "bad_date_format",
        "bad_unknown_day", "bad_unknown_distribution"}) {
    const auto document = document_as_json(file_text(errors / (std::string(name) + ".yaml")));
    EXPECT_NE(schema.complaint(document), "") << name;
  }
}

TEST(FieldReference, IsTheReadmeOfTheLibrary) {
  EXPECT_EQ(file_text(scenarios / "README.md"), field_reference());
}

TEST(Fields, AreAllDescribedAndDistinct) {
  const auto fields = all_fields();
  EXPECT_GT(fields.size(), 200u);
  std::set<std::string> paths;
  for (const FieldText& field : fields) {
    EXPECT_TRUE(paths.insert(field.path).second) << field.path;
    EXPECT_GT(field.description.size(), 3u) << field.path;
    EXPECT_FALSE(field.description.ends_with('.')) << field.path;
  }
  EXPECT_TRUE(paths.contains("sterilization.programme.hold"));
  EXPECT_TRUE(paths.contains("pathways.<name>[].next[].probability"));
}

/// The visitor that reads the example and the default of every field as the reader would.
class ExampleReader : public FieldWalker<ExampleReader> {
 public:
  template <class T>
  void value(const Field& field, T& out) {
    const std::string path = path_of(field);
    const std::string example = with_currency(field.example, "USD");
    if (!example.empty()) check(path, example, field, out);
    if (!field.default_text.empty()) check(path, default_text(field, "USD"), field, out);
    const bool needs_example = field.presence == Presence::required && field.example.empty();
    EXPECT_FALSE(needs_example) << path;
  }
  int checked = 0;

 private:
  template <class T>
  void check(const std::string& path, const std::string& yaml, const Field& field, T& out) {
    ++checked;
    Findings findings;
    SideFiles files("test.yaml", findings);
    Reading reading(files);
    const auto node = parse_document(std::make_shared<SourceText>(path, yaml, 0), findings);
    ASSERT_TRUE(node) << path;
    EXPECT_TRUE(read_value(Slot{*node, field, path, reading}, out))
        << path << ": " << to_text(findings.in_order());
  }
};

TEST(Fields, HaveExamplesAndDefaultsThatCanBeRead) {
  Scenario scenario;
  ExampleReader reader;
  describe(reader, scenario);
  EXPECT_GT(reader.checked, 200) << "examples and defaults";
}

}  // namespace
}  // namespace asepsim::scenario
