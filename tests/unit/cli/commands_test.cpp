// The commands in this process: what they print and the code they end with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.hpp"
#include "scratch.hpp"

namespace asepsim::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using testing::small_queue;
using ::testing::StartsWith;
using Json = nlohmann::json;

struct Ending {
  int code = -1;
  std::string out, err;
};

Ending program(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Ending ending;
  ending.code = run_program(arguments, {out, err});
  ending.out = out.str();
  ending.err = err.str();
  return ending;
}

class Commands : public testing::Scratch {};

TEST_F(Commands, RunPrintsTheResultOnStdoutOnly) {
  const Ending e = program({"run", file("q.yaml", small_queue()), "--output", path("out")});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, StartsWith("q\n"));
  EXPECT_THAT(e.out, HasSubstr("Results: " + path("out") + "\n"));
  EXPECT_THAT(e.err, IsEmpty());
  EXPECT_TRUE(exists("out/manifest.json"));
}

TEST_F(Commands, OptionsWinOverTheFile) {
  const Ending e =
      program({"run", file("q.yaml", small_queue()), "--output", path("out"), "--replications", "3",
               "--seed", "7", "--confidence", "0.9", "--set", "run.length=1 d"});
  EXPECT_EQ(e.code, 0);
  const Json manifest = Json::parse(content(place_ / "out/manifest.json"));
  EXPECT_EQ(manifest["settings"]["replications"], 3);
  EXPECT_EQ(manifest["settings"]["seed"], 7);
  EXPECT_EQ(manifest["settings"]["confidence"], 0.9);
  const std::string resolved = content(place_ / "out/scenario.resolved.yaml");
  EXPECT_THAT(resolved, HasSubstr("replications: 3\n"));
  EXPECT_THAT(resolved, HasSubstr("length: 1 d\n"));
}

TEST_F(Commands, RunTakesSeveralScenariosEachByItselfInAFolderOfItsOwn) {
  const std::string a = file("a.yaml", small_queue()), b = file("b.yaml", small_queue());
  const Ending both = program({"run", a, b, a, "--output", path("out")});
  EXPECT_EQ(both.code, 0);
  EXPECT_THAT(both.err, IsEmpty());
  EXPECT_THAT(both.out, StartsWith("a\n"));
  EXPECT_THAT(both.out, HasSubstr("\n\nb\n"));
  ASSERT_TRUE(exists("out/a_2/manifest.json"));
  EXPECT_EQ(program({"run", b, "--output", path("alone")}).code, 0);
  EXPECT_EQ(content(place_ / "out/b/summary.csv"), content(place_ / "alone/summary.csv"));
  EXPECT_NE(content(place_ / "out/a/summary.csv"), "");
}

TEST_F(Commands, NoneOfSeveralScenariosRunsIfOneIsWrong) {
  const Ending e = program(
      {"run", file("a.yaml", small_queue()), path("missing.yaml"), "--output", path("out")});
  EXPECT_EQ(e.code, 7);
  EXPECT_THAT(e.err, HasSubstr("missing.yaml"));
  EXPECT_THAT(e.out, IsEmpty());
  EXPECT_FALSE(exists("out"));
}

TEST_F(Commands, TheGravestStatusOfSeveralRunsCounts) {
  const std::string strict = small_queue("limits:\n  - {kpi: wait.mean, at_most: 0.001}\n");
  const Ending e = program(
      {"run", file("strict.yaml", strict), file("q.yaml", small_queue()), "--output", path("out")});
  EXPECT_EQ(e.code, 4);
  EXPECT_TRUE(exists("out/q/manifest.json"));
}

TEST_F(Commands, CompareTakesSettingsOfTheBase) {
  const std::string base = file("base.yaml", small_queue());
  const std::string other = file("other.yaml", small_queue());
  const Ending e =
      program({"compare", base, other, "--set", "run.seed=3", "--output", path("out"), "--json"});
  EXPECT_EQ(e.code, 0);
  const Json result = Json::parse(e.out);
  EXPECT_EQ(result["seed"], 3);
  EXPECT_EQ(result["comparisons"][0]["scenario"], "other");
  EXPECT_EQ(result["comparisons"][0]["differences"][0]["verdict"], "identical");
}

TEST_F(Commands, ScenariosOfOneNameAreToldApart) {
  const std::string queue = file("q.yaml", small_queue());
  EXPECT_EQ(program({"compare", queue, queue, queue, "--output", path("out")}).code, 0);
  EXPECT_TRUE(exists("out/scenario.resolved.q.yaml"));
  EXPECT_TRUE(exists("out/scenario.resolved.q_2.yaml"));
  EXPECT_TRUE(exists("out/scenario.resolved.q_3.yaml"));
}

TEST_F(Commands, TheLargestSeedCanBeReadAgain) {
  const Ending e = program({"run", file("q.yaml", small_queue()), "--output", path("out"), "--seed",
                            "999999999999999999"});
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(program({"validate", path("out/scenario.resolved.yaml")}).code, 0);
}

TEST_F(Commands, QuietPrintsTheFolder) {
  const Ending e =
      program({"run", file("q.yaml", small_queue()), "--output", path("out"), "--quiet"});
  EXPECT_EQ(e.out, path("out") + "\n");
  EXPECT_THAT(e.err, IsEmpty());
}

TEST_F(Commands, DryRunSaysWhatWouldHappenAndWritesNothing) {
  const Ending e = program({"run", file("q.yaml", small_queue()), "--output", path("out"),
                            "--dry-run", "--keep", "visits", "--threads", "2"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, StartsWith("8 replications, seed 1, 2 threads, engine native:\n"
                                "  q: 2 days from "));
  EXPECT_THAT(e.out, HasSubstr("Cross-check: 1 replication of each on simgrid.\n"));
  EXPECT_THAT(e.out, HasSubstr("\n  visits.csv "));
  EXPECT_THAT(e.out, HasSubstr("Dry run: nothing was written.\n"));
  EXPECT_FALSE(exists("out"));
}

TEST_F(Commands, DryRunTellsTheWarmUpApartAndRunsOnlyTheBeginning) {
  const Ending e = program({"run", file("q.yaml", small_queue()), "--dry-run", "--set",
                            "run.warm_up=1000 d", "--set", "run.length=2000 d", "--threads", "1"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, HasSubstr("  q: 1000 days of warm-up from 2027-01-04, then 2000 days counted, "
                               "about 21"));
  EXPECT_THAT(e.out,
              HasSubstr("Visits, time and sizes are extrapolated from the first 60 days.\n"));
}

TEST_F(Commands, DryRunSpeaksJson) {
  const Ending e = program({"run", file("q.yaml", small_queue()), "--dry-run", "--json", "--keep",
                            "visits", "--set", "run.length=120 d"});
  EXPECT_EQ(e.code, 0);
  const Json plan = Json::parse(e.out);
  EXPECT_EQ(plan["replications"], 8);
  EXPECT_EQ(plan["extrapolated"], true);
  EXPECT_EQ(plan["probed_days"], 60);
  EXPECT_EQ(plan["scenarios"][0]["counted_days"], 120);
  EXPECT_NEAR(plan["scenarios"][0]["visits"].get<double>(), 120 * 720, 2000);
  EXPECT_EQ(plan["files"].back()["name"], "visits.csv");
}

TEST_F(Commands, KeepWritesTheLargeTables) {
  const Ending e = program({"run", file("q.yaml", small_queue()), "--output", path("out"), "--keep",
                            "patients,visits,events", "--replications", "2"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(content(place_ / "out/visits.csv"), HasSubstr("\r\nq,0,P0,customers,serve,1,"));
  EXPECT_THAT(content(place_ / "out/patients.csv"), HasSubstr("\r\nq,1,P0,customers,"));
  EXPECT_TRUE(exists("out/events.csv"));
  EXPECT_FALSE(exists("out/load_log.csv"));
}

TEST_F(Commands, AllErrorsOfAllFilesAreToldAndNothingIsWritten) {
  const std::string one = file("one.yaml", small_queue("wrong: 1\n"));
  const std::string two = file("two.yaml", small_queue("worse: 2\nwurst: 3\n"));
  const Ending e = program({"compare", one, two, "--output", path("out")});
  EXPECT_EQ(e.code, 3);
  EXPECT_THAT(e.out, IsEmpty());
  EXPECT_THAT(e.err, HasSubstr("one.yaml:19:1: error: unknown key \"wrong\""));
  EXPECT_THAT(e.err, HasSubstr("two.yaml:19:1: error: unknown key \"worse\""));
  EXPECT_THAT(e.err, HasSubstr("two.yaml:20:1: error: unknown key \"wurst\""));
  EXPECT_THAT(e.err, HasSubstr("3 errors\n"));
  EXPECT_FALSE(exists("out"));
}

TEST_F(Commands, ALimitOnAFigureThatDoesNotExistIsAnError) {
  const std::string scenario =
      file("q.yaml", small_queue("limits:\n  - kpi: wait.maen\n    at_most: 3\n"));
  const Ending e = program({"run", scenario, "--output", path("out")});
  EXPECT_EQ(e.code, 3);
  EXPECT_EQ(e.err,
            scenario +
                ":20:10: error: limits[1].kpi: there is no key figure \"wait.maen\"\n"
                "    20 |   - kpi: wait.maen\n"
                "       |          ^~~~~~~~~\n"
                "  remedy: did you mean wait.mean? see the key figures with: asepsim explain "
                "kpis\n"
                "1 error\n");
}

TEST_F(Commands, LimitsOnUnknownFiguresAreShownWhereTheyStand) {
  file("base.yaml",
       small_queue("limits:\n  - {kpi: \"tair\", at_most: 3}\n  # kpi: tair\n  - kpi: tair\n"
                   "    at_least: 1\n"));
  const std::string scenario = file("q.yaml", "schema: asepsim/1\nextends: base.yaml\n");
  const Ending e = program({"validate", scenario});
  EXPECT_EQ(e.code, 3);
  EXPECT_THAT(e.err, HasSubstr("base.yaml:20:11: error: limits[1].kpi: there is no key figure"));
  EXPECT_THAT(e.err, HasSubstr("base.yaml:22:10: error: limits[2].kpi: there is no key figure"));
}

TEST_F(Commands, ALimitSetOnTheCommandLineIsShownThere) {
  const std::string scenario = file("q.yaml", small_queue());
  const Ending e = program({"validate", scenario, "--set", "limits=[{kpi: tair, at_most: 3}]"});
  EXPECT_EQ(e.code, 3);
  EXPECT_EQ(e.err,
            "--set limits=[{kpi: tair, at_most: 3}]: error: limits[1].kpi: there is no key figure "
            "\"tair\"\n"
            "  remedy: see the key figures with: asepsim explain kpis\n"
            "1 error\n");
}

// Dry heat of 134 C for 3.5 min: D is 2.25 10^((160 - 134) / 20) = 44.9 min, so 0.08 log10. Steam
// of 134 C: D is 2 10^((121.1 - 134) / 10) = 0.1026 min, so 4.9 log10 in half a minute, 9.7 in one.
TEST_F(Commands, AProgrammeThatCannotSterilizeIsWarnedOf) {
  const std::string rollers =
      std::string(ASEPSIM_SOURCE_DIR) + "/scenarios/reusable_rollers_autoclave.yaml";
  const auto warned = [&](const std::string& programme) {
    return program({"validate", rollers, "--set", "sterilization.programme=" + programme});
  };
  const Ending dry = warned("{class: dry_heat, temperature: 134 C, hold: 3.5 min, total: 45 min}");
  EXPECT_EQ(dry.code, 0);
  EXPECT_THAT(dry.err,
              HasSubstr("warning: sterilization.programme: it kills 0.1 log10 of indicator "
                        "spores if nothing goes wrong, and a biological indicator has 6 (F6)\n"
                        "  remedy: write a hotter or longer hold: dry heat takes 160 C for "
                        "2 h (I23)\n1 warning\n"));
  EXPECT_THAT(warned("{temperature: 134 C, hold: 30 s, total: 45 min}").err,
              HasSubstr("it kills 4.9 log10 of indicator spores"));
  EXPECT_EQ(warned("{temperature: 134 C, hold: 1 min, total: 45 min}").err, "");
}

TEST_F(Commands, CurrenciesThatDifferAreNotCompared) {
  const std::string base = file("base.yaml", small_queue());
  const std::string euro = file("euro.yaml", small_queue("finance: {currency: EUR}\n"));
  const Ending e = program({"compare", base, base, euro, "--output", path("out")});
  EXPECT_EQ(e.code, 3);
  EXPECT_EQ(e.err, euro +
                       ": error: finance.currency: amounts in EUR cannot be compared with "
                       "amounts in USD (" +
                       base +
                       ")\n  remedy: give all scenarios of a comparison the same currency\n"
                       "1 error\n");
  EXPECT_FALSE(exists("out"));
  EXPECT_EQ(program({"validate", base, euro}).code, 0);
}

TEST_F(Commands, SettingsOfAlternativesThatAreNotUsedAreTold) {
  const std::string base = file("base.yaml", small_queue());
  std::string text = small_queue();
  text.replace(text.find("replications: 8"), 15, "replications: 9\n  seed: 5");
  const std::string other = file("other.yaml", text);
  const std::string sentence =
      "other runs with settings of base, not with its own: replications 8 instead of 9, seed 1 "
      "instead of 5";
  const Ending e = program({"compare", base, other, "--output", path("out")});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(content(place_ / "out/warnings.csv"), HasSubstr(sentence));
  EXPECT_THAT(e.out, HasSubstr("Warning: other runs with settings of base"));
  EXPECT_EQ(program({"compare", base, other, "--output", path("given"), "--replications", "3",
                     "--seed", "4"})
                .code,
            0);
  EXPECT_THAT(content(place_ / "given/warnings.csv"), Not(HasSubstr("not with its own")));
}

std::string limited(const std::string& at_most) {
  return small_queue("limits:\n  - kpi: wait.mean\n    at_most: " + at_most + "\n");
}

TEST_F(Commands, MetBrokenAndUndecidedLimitsEndDifferently) {
  const auto ending = [&](const std::string& at_most, const std::string& name) {
    return program({"run", file(name + ".yaml", limited(at_most)), "--output", path(name)});
  };
  const Ending met = ending("100", "met");
  EXPECT_EQ(met.code, 0);
  EXPECT_THAT(met.out, HasSubstr("Limit met: met, wait.mean at most 100 min: "));
  const Ending broken = ending("0.001", "broken");
  EXPECT_EQ(broken.code, 4);
  EXPECT_THAT(broken.out, HasSubstr("Limit broken: "));
  EXPECT_TRUE(exists("broken/summary.csv"));
  const Ending undecided = program(
      {"run", file("u.yaml", limited("1")), "--replications", "1", "--output", path("undecided")});
  EXPECT_EQ(undecided.code, 5);
  EXPECT_THAT(undecided.out, HasSubstr("Limit undecided: "));
}

TEST_F(Commands, WhatCannotBeReadOrWrittenIsAFileError) {
  EXPECT_EQ(program({"run", path("none.yaml")}).code, 7);
  const std::string queue = file("q.yaml", small_queue());
  const Ending e = program({"run", queue, "--output", queue + "/out"});
  EXPECT_EQ(e.code, 7);
  EXPECT_EQ(e.err, "asepsim: error: " + queue + ": cannot be created: Not a directory\n");
  EXPECT_THAT(e.out, IsEmpty());
}

TEST_F(Commands, AnInvalidFileBesideAnUnreadableOneIsInvalid) {
  const std::string bad = file("bad.yaml", small_queue("wrong: 1\n"));
  EXPECT_EQ(program({"validate", path("none.yaml"), bad}).code, 3);
  EXPECT_EQ(program({"validate", path("none.yaml")}).code, 7);
}

TEST_F(Commands, ResultsAreNotOverwrittenUnlessForced) {
  const std::string queue = file("q.yaml", small_queue());
  ASSERT_EQ(program({"run", queue, "--output", path("out")}).code, 0);
  const std::string before = content(place_ / "out/manifest.json");
  const Ending refused = program({"run", queue, "--output", path("out"), "--seed", "2"});
  EXPECT_EQ(refused.code, 7);
  EXPECT_EQ(refused.err, "asepsim: error: " + path("out") +
                             ": exists already; choose another --output or add --force\n");
  EXPECT_EQ(content(place_ / "out/manifest.json"), before);
  EXPECT_EQ(program({"run", queue, "--output", path("out"), "--seed", "2", "--force"}).code, 0);
  EXPECT_NE(content(place_ / "out/manifest.json"), before);
}

TEST_F(Commands, ResultsDoNotDependOnThreadsOrEngine) {
  const std::string base = file("base.yaml", small_queue());
  const std::string other = file("other.yaml", small_queue("finance: {rent_per_day: 5 USD}\n"));
  const auto files_of = [&](const std::string& name, std::vector<std::string> how) {
    std::vector<std::string> arguments{"compare", base,       other,     "--keep",
                                       "visits",  "--output", path(name)};
    arguments.insert(arguments.end(), how.begin(), how.end());
    EXPECT_EQ(program(arguments).code, 0);
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(place_ / name)) {
      files[entry.path().filename()] = content(entry.path());
    }
    EXPECT_EQ(files.erase("manifest.json"), 1u);
    EXPECT_EQ(files.size(), 22u);
    return files;
  };
  const auto one = files_of("one", {"--threads", "1"});
  EXPECT_EQ(files_of("two", {"--threads", "2"}), one);
  EXPECT_EQ(files_of("seven", {"--threads", "7"}), one);
  EXPECT_EQ(files_of("simgrid", {"--engine", "simgrid"}), one);
}

TEST_F(Commands, ValidateNamesTheValidOnes) {
  const std::string good = file("good.yaml", small_queue());
  const std::string bad = file("bad.yaml", small_queue("wrong: 1\n"));
  const Ending e = program({"validate", good, bad});
  EXPECT_EQ(e.code, 3);
  EXPECT_EQ(e.out, good + ": valid\n");
  EXPECT_THAT(e.err, HasSubstr("bad.yaml:19:1: error: unknown key \"wrong\""));
}

TEST_F(Commands, ValidateSpeaksJson) {
  const std::string good = file("good.yaml", small_queue());
  const std::string bad = file("bad.yaml", small_queue("wrong: 1\n"));
  const Ending e = program({"validate", good, bad, "--json"});
  EXPECT_EQ(e.code, 3);
  EXPECT_THAT(e.err, IsEmpty());
  const Json files = Json::parse(e.out);
  EXPECT_EQ(files[0]["valid"], true);
  EXPECT_EQ(files[1]["valid"], false);
  EXPECT_EQ(files[1]["diagnostics"][0]["place"]["line"], 19);
  EXPECT_EQ(files[1]["diagnostics"][0]["problem"], "unknown key \"wrong\"");
}

TEST(Explain, TellsAKeyFigure) {
  const Ending e = program({"explain", "share.no_show"});
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.out,
            R"(share.no_show: No-shows (key figure)
  definition  Share of appointments that nobody cancelled in time and nobody came to.
  formula     sum of no-shows / sum of appointments not cancelled in time
  unit        share
  estimator   sum of numerators over sum of denominators of the replications, Student interval by
              the delta method
  direction   lower is better
  group       throughput
)");
}

TEST(Explain, TellsAFamilyByAnyMember) {
  const Ending e = program({"explain", "wait.session.needling"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, StartsWith("wait.session.needling: Mean wait for one step (key figure, one "
                                "for each wait.<pathway>.<step>)\n"));
}

TEST(Explain, TellsAFieldWithItsEvidence) {
  const Ending e = program({"explain", "sterilization.programme.hold"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, HasSubstr("sterilization.programme.hold: "));
  EXPECT_THAT(e.out, HasSubstr("(field of scenario files)\n  type "));
}

TEST(Explain, TellsWhatADefaultRestsOn) {
  EXPECT_EQ(
      program({"explain", "population.sunscreen"}).out,
      R"(population.sunscreen: share that uses sunscreen after treatment (field of scenario files)
  type        share
  unit        none (0.25 or 25 %)
  default     30 %
  range       20 % to 56.1 %
  rests on    A13
  standing    read: the weakest of its rows
  A13         days on which sunscreen is used: 30 %; 56.1 % with a daily text message
              source: Armstrong 2009, via thepharmacyblog.com
              mark: read in the published abstract or page; the full paper was not
)");
  EXPECT_THAT(program({"explain", "screening.deferral"}).out,
              HasSubstr("  default     4 wk\n  range       1 wk to 26 wk\n"
                        "  rests on    assumption: until it has passed (C2)\n"
                        "  standing    assumption: change it within its range"));
  EXPECT_THAT(program({"explain", "sterilization.capacity"}).out,
              HasSubstr("  rests on    a choice of the clinic or the analyst\n"));
  EXPECT_THAT(program({"explain", "disinfection.skipped"}).out,
              HasSubstr("  rests on    nothing: by default nothing of the kind happens\n"));
}

// A percentage is one way to write a plain number, not its unit: blood_on_skin is 10, not 10 %.
TEST(Explain, ShowsTheUnitThatTheDefaultIsIn) {
  const auto unit = [](const std::string& name) {
    const std::string text = program({"explain", name}).out;
    const std::size_t at = text.find("  unit        ");
    return at == std::string::npos ? "" : text.substr(at + 14, text.find('\n', at) - at - 14);
  };
  EXPECT_EQ(unit("hygiene.blood_on_skin"), "none (0.5 or 50 %)");
  EXPECT_EQ(unit("hygiene.herpes_shedding"), "none (0.25 or 25 %)");
  EXPECT_EQ(unit("sterilization.wash.log_reduction"), "log10");
  EXPECT_EQ(unit("hygiene.herpes_density"), "log10 particles/cm2");
  EXPECT_EQ(unit("human_factors.per_minute_behind"), "log-odds/min");
  EXPECT_EQ(unit("sterilization.mean_cycles_between_breakdowns"), "cycles");
  EXPECT_EQ(unit("sterilization.release"), "");
}

TEST(Explain, OfAGroupListsItsKeys) {
  const std::string text = program({"explain", "sterilization.programme"}).out;
  EXPECT_EQ(text, R"(sterilization.programme: the cycle as validated (field of scenario files)
  type        group of keys
  default     none
  keys        class: EN 13060 class of the sterilizer
              temperature: of the holding phase
              hold: time at that temperature
              total: door to door, drying and cooling included
)");
  EXPECT_THAT(program({"explain", "staff"}).out, HasSubstr("  keys        count: "));
}

TEST(Explain, TellsARowAndWhatRestsOnIt) {
  const std::string row =
      R"(I24: D160 of Bacillus atrophaeus, the reference spore of dry heat (row of the evidence table)
  value       2-2.5 min
  source      gke.eu
  mark        read in the published abstract or page; the full paper was not
  fields      sterilization.d121: 2 min (1 min to 2.8 min)
              organisms.dry_heat_factor: 10 (3 to 30)
  rows        F6
)";
  EXPECT_EQ(program({"explain", "I24"}).out, row);
  EXPECT_EQ(program({"explain", "i24"}).out, row);
  EXPECT_THAT(program({"explain", "V6"}).out,
              HasSubstr("  use         calibrate: a free parameter was set by it, so it validates "
                        "nothing\n  fields      no default rests on it\n"));
  EXPECT_THAT(program({"explain", "F6"}).out, StartsWith("F6: kill by heat (formula of the model)\n"
                                                         "  formula     D_T = D121 10^"));
}

TEST(Explain, ListsTheEvidence) {
  const Ending e = program({"explain", "evidence"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, StartsWith("Clinical practice (P)\n  P1    read         needle length for "
                                "cosmetic use"));
  EXPECT_THAT(e.out, HasSubstr("\n\nFormulas (F)\n  F1    assumption   depth of a puncture"));
}

// Paths as people say them: by the end, of their own scenario, by a word near the section.
TEST(Explain, FindsFieldsBySeveralNames) {
  const auto field = [](const std::string& name) {
    const std::string text = program({"explain", name}).out;
    return text.substr(0, text.find(':'));
  };
  for (const char* name :
       {"sterilization.d121", "d121", "sterilizer.d121", "sterilizers.d121", "sterilisation.d121"})
    EXPECT_EQ(field(name), "sterilization.d121") << name;
  EXPECT_EQ(field("staff.nurse.wage"), "staff.<name>.wage");
  EXPECT_EQ(field("pathways.session.talk.duration"), "pathways.<name>[].duration");
  EXPECT_EQ(field("pathways.session.talk.next[2].after"), "pathways.<name>[].next[].after");
  EXPECT_EQ(field("complications.pih.III"), "complications.pih");
  EXPECT_EQ(field("staff.nurse"), "staff.<name>");
  EXPECT_EQ(field("staff.wage"), "staff.<name>.wage");
  EXPECT_EQ(field("instruments.stock"), "instruments.<name>.stock");
  EXPECT_EQ(field("products.contaminated"), "products.<name>.contaminated");
  EXPECT_EQ(field("indications.severity"), "indications.<name>.benefit.severity");
  EXPECT_EQ(program({"explain", "needling.d121"}).code, 2);
}

TEST(Explain, OfSeveralFieldsShowsALineEach) {
  const Ending e = program({"explain", "reject"});
  EXPECT_THAT(e.out, StartsWith("sterilization.reject: "));
  const Ending several = program({"explain", "log_reduction"});
  EXPECT_EQ(
      several.out,
      "sterilization.wash.log_reduction               log10 of organisms removed; negative "
      "draws count as 0 (F7; wash_method ultrasonic: mean 3, washer_disinfector: mean 4)\n"
      "skin_preparation.log_reduction                 log10 of skin germs removed at full "
      "contact time (chlorhexidine_alcohol: mean 1.8, povidone_iodine 1.5, soap 0.5, sd 0.3)\n");
}

TEST(Explain, NamesTheNearestIfThereIsNone) {
  const Ending e = program({"explain", "wait.maen"});
  EXPECT_EQ(e.code, 2);
  EXPECT_THAT(e.out, IsEmpty());
  EXPECT_THAT(e.err, StartsWith("asepsim: nothing is called \"wait.maen\"\n"
                                "  did you mean wait.mean?\n"));
}

TEST(Explain, ListsAllKeyFigures) {
  const Ending e = program({"explain", "kpis"});
  EXPECT_THAT(e.out, StartsWith("wait.mean                        Mean wait\n"));
  EXPECT_THAT(e.out, HasSubstr("\nutilisation.<pool>               Utilisation of a pool\n"));
}

TEST(Schema, IsJson) {
  const Ending e = program({"schema"});
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(Json::parse(e.out)["$schema"], "http://json-schema.org/draft-07/schema#");
}

TEST(Schema, HasAReferenceForPeople) {
  EXPECT_THAT(program({"schema", "--reference"}).out, HasSubstr("| Key | Meaning | Type |"));
}

TEST(CommandLine, HelpHasExamplesFirst) {
  const Ending e = program({"--help"});
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.out,
            R"(Simulates clinic operations and safety for microneedling clinics.

Examples:
  asepsim run scenarios/licensed_pen_clinic.yaml
  asepsim compare scenarios/licensed_pen_clinic.yaml scenarios/extra_nurse.yaml
  asepsim validate clinic.yaml
  asepsim explain wait.p95

Usage: asepsim COMMAND [OPTIONS]

Options:
  -h,--help                       Print this help message and exit
  --version                       Print versions and exit

Subcommands:
  run                             Run scenarios, each by itself, and estimate key figures.
  compare                         Compare scenarios with a base on common random numbers.
  validate                        Tell everything that is wrong with scenario files.
  schema                          Print the JSON Schema of scenario files.
  explain                         Explain a key figure, a field or its evidence.
)");
}

TEST(CommandLine, EveryCommandHasHelp) {
  for (const char* command : {"run", "compare", "validate", "schema", "explain"}) {
    const Ending e = program({command, "--help"});
    EXPECT_EQ(e.code, 0) << command;
    EXPECT_THAT(e.out, HasSubstr("\n\nExamples:\n  asepsim " + std::string(command)));
    EXPECT_THAT(e.out, HasSubstr("\n\nUsage: asepsim " + std::string(command)));
  }
}

TEST(CommandLine, VersionNamesProgramAndLibraries) {
  const Ending e = program({"--version"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, MatchesRegex("asepsim [0-9.]+\ncompiler .+\nbuild_type .*\nboost [0-9.]+\n"
                                  "simgrid [0-9.]+\nyaml-cpp [0-9.]+\ntbb [0-9.]+\nfmt "
                                  "[0-9.]+\n"));
}

struct Mistake {
  std::vector<std::string> arguments;
  std::string message;
};

TEST(CommandLine, MistakesAreExplainedOnStderr) {
  const Mistake mistakes[] = {
      {{"run", "x.yaml", "--cross", "4"},
       "asepsim: there is no option --cross; did you mean --cross-check?"},
      {{"run", "x.yaml", "--replicatons=4"},
       "asepsim: there is no option --replicatons; did you mean --replications?"},
      {{"run", "x.yaml", "--independent"}, "asepsim: there is no option --independent"},
      {{"compar", "x.yaml"}, "asepsim: there is no command compar; did you mean compare?"},
      {{"compare", "x.yaml"}, "FILES: At least 2 required but received 1"},
      {{"run", "x.yaml", "--seed", "-1"}, "--seed: expected a whole number, got \"-1\""},
      {{"run", "x.yaml", "--seed", "010"}, "--seed: expected a whole number, got \"010\""},
      {{"run", "x.yaml", "--seed", "1000000000000000000"},
       "--seed: expected a whole number up to 999999999999999999, got \"1000000000000000000\""},
      {{"run", "x.yaml", "--seed", "18446744073709551615"},
       "--seed: expected a whole number up to 999999999999999999, got \"18446744073709551615\""},
      {{"run", "x.yaml", "--replications", "0"},
       "--replications: Value 0 not in range 1 to 1000000"},
      {{"run", "x.yaml", "--confidence", "95"},
       "--confidence: expected a number between 0.5 and 1, such as 0.95"},
      {{"run", "x.yaml", "--engine", "fast"}, "--engine: fast not in {native,simgrid}"},
      {{"run", "x.yaml", "--set", "run.length"}, "--set: expected path=value, got \"run.length\""},
      {{"run", "x.yaml", "--keep", "visit"},
       "--keep: cannot keep \"visit\"; choose from kpi, patients, visits, events, loads, "
       "complications, exposures"},
      {{"explain"}, "NAME is required"},
  };
  for (const Mistake& mistake : mistakes) {
    const Ending e = program(mistake.arguments);
    EXPECT_EQ(e.code, 2);
    EXPECT_EQ(e.err, mistake.message + "\nRun with --help for more information.\n");
    EXPECT_THAT(e.out, IsEmpty());
  }
}

}  // namespace
}  // namespace asepsim::cli
