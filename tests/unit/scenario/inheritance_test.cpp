// `extends` and `--set`: how a file changes another, and a command line a file.
#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

const std::string base =
    "schema: asepsim/1\nname: base\n"
    "calendar: {opening: {weekdays: \"09:00-18:00\", saturday: \"09:00-13:00\"}}\n"
    "staff:\n  nurse: {count: 2, skills: [needling, phone], end_of_shift: finish,"
    " absence: {value: 3 %, range: [1 %, 5 %], source: O1}}\n"
    "rooms: {hall: {count: 3}}\n"
    "arrivals: {walk_ins: {pathway: visit, rate: {weekdays: {\"9-17\": 2}}}}\n"
    "pathways:\n  visit:\n    - {step: talk, staff: nurse, duration: {uniform: [5 min, 9 min]}}\n"
    "    - {step: leave, duration: 1 min}\n";

// The scenario of a file that extends `base` with `changes`.
class Extending : public testing::Test {
 protected:
  ReadResult read(const std::string& changes, const std::vector<Override>& overrides = {}) {
    folder_.write("base.yaml", base);
    return read_scenario(
        folder_.write("changed.yaml", "schema: asepsim/1\nextends: base.yaml\n" + changes),
        overrides);
  }
  Scenario scenario(const std::string& changes, const std::vector<Override>& overrides = {}) {
    const ReadResult result = read(changes, overrides);
    EXPECT_EQ(to_text(result.diagnostics), "");
    return result.scenario.value_or(Scenario{});
  }
  std::string told(const std::vector<Override>& overrides) {
    return to_text(read("", overrides).diagnostics);
  }

  TemporaryFolder folder_;
};

TEST_F(Extending, ChangesNothingButTheName) {
  Scenario changed = scenario("");
  EXPECT_EQ(changed.name, "changed");
  changed.name = "base";
  EXPECT_TRUE(changed == valid(base));
}

TEST_F(Extending, MergesMapsDeeply) {
  const Scenario s = scenario("staff: {nurse: {count: 5}, clerk: {end_of_shift: finish}}\n");
  ASSERT_EQ(s.staff.size(), 2u);
  EXPECT_EQ(s.staff[0].count, 5);
  EXPECT_EQ(s.staff[0].skills.size(), 2u);
  EXPECT_EQ(s.staff[1].name, "clerk");
}

TEST_F(Extending, ReplacesLists) {
  EXPECT_EQ(scenario("staff: {nurse: {skills: [phone]}}\n").staff[0].skills,
            std::vector<std::string>{"phone"});
}

TEST_F(Extending, RemovesWhatIsNull) {
  EXPECT_TRUE(scenario("rooms: {hall: null}\n").rooms.empty());
  EXPECT_TRUE(scenario("rooms: null\n").rooms.empty());
}

TEST_F(Extending, ReplacesAValueWithItsEvidence) {
  const Number absence = scenario("staff: {nurse: {absence: {value: 9 %}}}\n").staff[0].absence;
  EXPECT_EQ(absence.value, 0.09);
  EXPECT_EQ(absence.source, "");  // O1 said 3 %, not 9 %
  EXPECT_FALSE(absence.range);
}

TEST_F(Extending, ReplacesADistributionAsAWhole) {
  const Scenario s = scenario("pathways: {visit: {talk: {duration: {exponential: 7 min}}}}\n");
  EXPECT_EQ(s.pathways[0].steps[0].duration.value, Distribution::exponential(7 * 60e6));
}

TEST_F(Extending, ChangesStepsByName) {
  const Scenario s = scenario("pathways: {visit: {talk: {rooms: hall}, leave: null}}\n");
  ASSERT_EQ(s.pathways[0].steps.size(), 1u);
  EXPECT_EQ(s.pathways[0].steps[0].rooms, std::vector<std::string>{"hall"});
  EXPECT_EQ(s.pathways[0].steps[0].staff, std::vector<std::string>{"nurse"});
}

TEST_F(Extending, ReplacesTheHoursOfDaysItNames) {
  const WeekHours week =
      scenario("calendar: {opening: {weekdays: \"08:00-12:00\"}}\n").calendar.opening;
  EXPECT_EQ(week[1], (DayHours{{hours(8), hours(12)}}));
  EXPECT_EQ(week[5], (DayHours{{hours(9), hours(13)}}));  // Saturday is the base's
  const WeekHours friday = scenario("calendar: {opening: {friday: closed}}\n").calendar.opening;
  EXPECT_TRUE(friday[4].empty());
  EXPECT_EQ(friday[3], (DayHours{{hours(9), hours(18)}}));
}

TEST_F(Extending, TakesAGroupOfDaysAwayAndLeavesOthers) {
  const WeekHours opening =
      scenario("calendar: {opening: {weekdays: null, monday: \"10:00-11:00\"}}\n").calendar.opening;
  EXPECT_EQ(opening[0], DayHours({{hours(10), hours(11)}}));
  EXPECT_EQ(opening[1], DayHours{});
  EXPECT_EQ(opening[5], DayHours({{hours(9), hours(13)}})) << "Saturday of the base";
}

TEST_F(Extending, ReplacesTheRatesOfDaysItNames) {
  const auto rate =
      *scenario("arrivals: {walk_ins: {rate: {weekdays: {\"14-16\": 1}}}}\n").arrivals[0].rate;
  EXPECT_EQ(rate[0][15], 1);
  EXPECT_EQ(rate[0][10], 0);
  const auto constant = *scenario("arrivals: {walk_ins: {rate: {per_hour: 3}}}\n").arrivals[0].rate;
  EXPECT_EQ(constant[6][3], 3);
}

TEST_F(Extending, GoesThroughSeveralFilesAndFolders) {
  folder_.write("base.yaml", base);
  folder_.write("night/shift.yaml", "schema: asepsim/1\nextends: ../base.yaml\nrun: {seed: 7}\n");
  const ReadResult result = read_scenario(folder_.write(
      "top.yaml", "schema: asepsim/1\nextends: night/shift.yaml\nrooms: {hall: {count: 9}}\n"));
  ASSERT_TRUE(result.scenario) << to_text(result.diagnostics);
  EXPECT_EQ(result.scenario->run.seed, 7u);
  EXPECT_EQ(result.scenario->rooms[0].count, 9);
  EXPECT_EQ(result.inputs.size(), 3u);
}

TEST_F(Extending, AllowsAChainOfEightFiles) {
  folder_.write("base.yaml", base);
  const auto link = [&](int i, const std::string& below) {
    folder_.write("f" + std::to_string(i) + ".yaml", "schema: asepsim/1\nextends: " + below + "\n");
  };
  link(1, "base.yaml");
  for (int i = 2; i <= 9; ++i) link(i, "f" + std::to_string(i - 1) + ".yaml");
  const std::string folder = std::filesystem::path(folder_.write("x", "")).parent_path().string();
  EXPECT_TRUE(read_scenario(folder + "/f8.yaml").scenario);
  EXPECT_FALSE(read_scenario(folder + "/f9.yaml").scenario);
}

TEST_F(Extending, IsOverruledByTheCommandLine) {
  const Scenario s =
      scenario("staff: {nurse: {count: 5}}\n", {{"staff.nurse.count", "3"},
                                                {"pathways.visit.talk.duration", "30 min"},
                                                {"run.seed", "11"},
                                                {"booking.overbooking", "5 %"},
                                                {"arrivals.walk_ins.rate", "{per_hour: 1}"},
                                                {"calendar.opening.saturday", "closed"}});
  EXPECT_EQ(s.staff[0].count, 3);
  EXPECT_EQ(s.pathways[0].steps[0].duration.value, Distribution::constant(30 * 60e6));
  EXPECT_EQ(s.run.seed, 11u);
  EXPECT_EQ(s.booking->overbooking.value, 0.05);
  EXPECT_TRUE(s.calendar.opening[5].empty());
}

TEST_F(Extending, LetsTheCommandLineAddAndRemove) {
  EXPECT_EQ(scenario("", {{"rooms.attic", "{count: 2}"}}).rooms.size(), 2u);
  EXPECT_TRUE(scenario("", {{"rooms.hall", "null"}}).rooms.empty());
  EXPECT_EQ(scenario("", {{"name", "what_if"}}).name, "what_if");
}

TEST_F(Extending, MeansTheSameFromTheCommandLine) {
  const auto group = scenario("staff: {nurse: {skills: [needling]}}\n",
                              {{"staff.nurse", "{count: 4}"}, {"run", "{seed: 7}"}});
  EXPECT_EQ(group.staff[0].count, 4);
  EXPECT_EQ(group.staff[0].skills, std::vector<std::string>{"needling"});
  EXPECT_EQ(group.run.seed, 7u);
  const auto steps = scenario("", {{"pathways.visit", "{talk: {duration: 30 min}}"}});
  EXPECT_EQ(steps.pathways[0].steps[0].duration.value, Distribution::constant(30 * 60e6));
  EXPECT_EQ(steps.pathways[0].steps[0].staff, scenario("").pathways[0].steps[0].staff);
  const auto value = scenario("", {{"pathways.visit.talk.duration", "{exponential: 9 min}"}});
  EXPECT_EQ(value.pathways[0].steps[0].duration.value, Distribution::exponential(9 * 60e6));
}

TEST_F(Extending, NamesTheSettingThatIsWrong) {
  EXPECT_EQ(told({{"staff.nurse.count", "many"}}),
            "--set staff.nurse.count=many: error: staff.nurse.count: expected a whole number, got "
            "\"many\"\n  remedy: write digits, for example 2\n1 error\n");
  EXPECT_EQ(told({{"staff.nurze.count", "3"}}),
            "--set staff.nurze.count=3: error: there is no \"nurze\" in staff\n"
            "  remedy: did you mean \"nurse\"?\n1 error\n");
  EXPECT_EQ(told({{"staff.nurse.cuont", "3"}}),
            "--set staff.nurse.cuont=3: error: staff.nurse: unknown key \"cuont\"\n"
            "  remedy: did you mean \"count\"?\n1 error\n");
  EXPECT_EQ(told({{"pathways.visit.tlak.duration", "3 min"}}),
            "--set pathways.visit.tlak.duration=3 min: error: there is no \"tlak\" in "
            "pathways.visit\n  remedy: did you mean \"talk\"?\n1 error\n");
}

// The key exists; what does not is a line of a file to take away.
TEST_F(Extending, SaysThatADefaultCannotBeTakenAway) {
  EXPECT_EQ(
      told({{"staff.nurse.wage", "null"}}),
      "--set staff.nurse.wage=null: error: no file gives \"wage\" in staff.nurse, so null has "
      "nothing to take away\n  remedy: write the value that is meant; its default: asepsim "
      "explain staff.nurse.wage\n1 error\n");
  EXPECT_EQ(told({{"staff.nurse.wagge", "null"}}).find("no file gives"), std::string::npos);
}

TEST_F(Extending, RefusesSettingsThatLeadNowhere) {
  for (const Override& change : std::vector<Override>{{"", "3"},
                                                      {"staff..count", "3"},
                                                      {"schema", "asepsim/2"},
                                                      {"extends", "other.yaml"},
                                                      {"rooms.hall.count.more", "3"},
                                                      {"rooms.attic", "null"},
                                                      {"run.seed", ""},
                                                      {"run.seed", "[1"},
                                                      {"pathways.visit.3.duration", "1 min"}}) {
    const std::string text = told({change});
    EXPECT_TRUE(text.starts_with("--set " + change.path + "=" + change.value + ": error: "))
        << text;
  }
}

}  // namespace
}  // namespace asepsim::scenario
