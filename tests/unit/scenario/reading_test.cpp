// Reading whole scenarios: defaults, hours, rates, money and names.
#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

const std::string all_sections =
    "sterilization:\n  staff: nurse\n"
    "  wash: {duration: 6 min, log_reduction: 2}\n"
    "  programme: {temperature: 134 C, hold: 3.5 min, total: 45 min}\n"
    "instruments: {roller: {policy: reuse_up_to, between_patients: wipe}}\n"
    "disinfection: {duration: 1 min, log_reduction_bacteria: 2, log_reduction_virus: 1}\n"
    "population: {}\nbooking: {}\nscreening: {}\nneedling: {}\nskin_preparation: {}\n"
    "bacterial_infection: {}\nbloodborne: {}\ncomplications: {}\nfollow_up: {pathway: visit}\n";

TEST(Defaults, AreThoseOfTheStructs) {
  const Scenario read = valid(tiny_clinic());
  EXPECT_EQ(read.run, RunSettings{});
  EXPECT_EQ(read.about, About{});
  EXPECT_EQ(read.finance, Finance{});
  const Step step = read.pathways.at(0).steps.at(0);
  EXPECT_EQ(step.queue_capacity, Step{}.queue_capacity);
  EXPECT_EQ(step.on_preemption, Step{}.on_preemption);
  EXPECT_EQ(read.arrivals.at(0).priority, ArrivalStream{}.priority);
  EXPECT_EQ(read.arrivals.at(0).balk_at, ArrivalStream{}.balk_at);
}

TEST(Defaults, FillEverySectionThatIsNamed) {
  const Scenario s = valid(tiny_clinic(all_sections));
  ASSERT_TRUE(s.population && s.bloodborne && s.complications && s.sterilization);
  EXPECT_EQ(s.population->female.value, 0.88);
  EXPECT_EQ(s.booking->slot, Booking{}.slot);
  EXPECT_EQ(s.booking->horizon.value, Booking{}.horizon.value);
  EXPECT_EQ(s.sterilization->capacity, Sterilization{}.capacity);
  EXPECT_EQ(s.sterilization->priority, Sterilization{}.priority);
  EXPECT_EQ(s.complications->pih[5].value, 0.12);
  EXPECT_EQ(s.complications->infection.cost->cents, 58691);
}

TEST(Defaults, NameTheirEvidence) {
  const Scenario s = valid(tiny_clinic(all_sections));
  EXPECT_EQ(s.population->female.source, "O19");
  EXPECT_EQ(s.booking->no_show_at_week.source, "O9, O1");
  EXPECT_EQ(s.needling->fraction_short.source, "D5");
  EXPECT_EQ(s.complications->pih[3].source, "C13");
  EXPECT_EQ(s.bloodborne->hbv.infectivity.source, "derived: B4, up to the least of R7 x R12");
}

TEST(Defaults, OfDepthFollowTheDevice) {
  const Scenario pen = valid(tiny_clinic("needling: {}\n"));
  const Scenario roller = valid(tiny_clinic("needling: {device: roller}\n"));
  EXPECT_EQ(pen.needling->puncture_cv.value, 0.125);
  EXPECT_EQ(roller.needling->puncture_cv.value, 0.30);
  EXPECT_EQ(roller.needling->fraction_long.value, Distribution::beta_mean_sd(0.60, 0.12));
}

TEST(Defaults, OfASiteFollowItsName) {
  const Scenario s = valid(tiny_clinic("sites: {temple: {}, cheek: {dermis_female_sd: 0.3 mm}}\n"));
  const Site& temple = s.sites.at(0);
  EXPECT_EQ(temple.dermis_male_mean.value, 1.06);
  EXPECT_EQ(temple.dermis_female_sd.value, 0.19);
  EXPECT_EQ(temple.dermis_female_mean.source, "S3");
  EXPECT_EQ(temple.dermis_female_by_age.value, 0);
  const Site& cheek = s.sites.at(1);
  EXPECT_EQ(cheek.dermis_female_sd.value, 0.3) << "as the scenario says";
  EXPECT_EQ(cheek.dermis_female_mean.value, 0.87);
  EXPECT_EQ(cheek.dermis_male_by_age.value, -0.33);
  EXPECT_EQ(cheek.within_cv.value, 0.125);
}

TEST(Defaults, OfAnIndicationFollowItsCondition) {
  const std::string rest =
      "site: cheek, area: 9 cm2, sessions: 1, length_fixed: 1 mm, target_fraction: 0.5}";
  const Scenario s =
      valid(tiny_clinic("sites: {cheek: {}}\nindications:\n"
                        "  pit_scars: {share: 50 %, " +
                        rest + "\n  spots: {condition: freckles, share: 25 %, " + rest +
                        "\n  warts: {share: 25 %, " + rest + "\n"));
  const Indication& scars = s.indications.at(0);
  EXPECT_EQ(scars.condition, Condition::pit_scars);
  EXPECT_EQ(scars.benefit.severity.value, Distribution::normal(11.73, 3.12, 1));
  EXPECT_EQ(scars.target_from, SkinLayer::reticular_dermis);
  const Indication& spots = s.indications.at(1);
  EXPECT_EQ(spots.benefit.gain_from, GainFrom::epidermis);
  EXPECT_EQ(spots.benefit.effect_ipl.value, 0.293);
  EXPECT_EQ(spots.benefit.effect_ipl.source, "X4: half in two sessions");
  const Indication& warts = s.indications.at(2);
  EXPECT_EQ(warts.condition, Condition::other);
  EXPECT_EQ(warts.benefit.effect_needle.value, 0) << "nothing is known";
}

TEST(Defaults, OfQualificationFollowTheGrade) {
  const auto who = [](const std::string& grade) {
    return valid(tiny_clinic(), {{"staff.nurse.grade", grade}}).staff.at(0).qualification;
  };
  EXPECT_EQ(who("expert"), Qualification::dermatologist);
  EXPECT_EQ(who("trained"), Qualification::trained_nurse);
  EXPECT_EQ(who("untrained"), Qualification::uncertified);
}

TEST(Names, DefaultToTheFileAndCollectionsKeepTheirOrder) {
  const Scenario s = read_scenario_text(tiny_clinic("rooms: {zoo: {}, attic: {}, hall: {}}\n"),
                                        "folder/my_clinic.yaml")
                         .scenario.value_or(Scenario{});
  EXPECT_EQ(s.name, "my_clinic");
  ASSERT_EQ(s.rooms.size(), 3u);
  EXPECT_EQ(s.rooms[0].name, "zoo");
  EXPECT_EQ(s.rooms[2].name, "hall");
  EXPECT_EQ(valid(tiny_clinic("name: \"The clinic\"\n")).name, "The clinic");
}

TEST(Names, MayBeInAnyAlphabet) {
  EXPECT_EQ(valid(tiny_clinic("rooms: {诊室: {count: 2}}\n")).rooms.at(0).name, "诊室");
}

TEST(OpeningHours, OfASingleDayOverruleThoseOfAGroup) {
  const std::string hours =
      "schema: asepsim/1\ncalendar:\n  opening: {friday: closed, weekdays: \"09:00-18:00\", "
      "every_day: \"10-12\"}\n"
      "staff: {nurse: {end_of_shift: finish}}\n"
      "arrivals: {walk_ins: {pathway: visit, interarrival: 10 min}}\n"
      "pathways: {visit: [{step: talk, staff: nurse}]}\n";
  const WeekHours week = valid(hours).calendar.opening;
  EXPECT_EQ(week[0], (DayHours{{asepsim::hours(9), asepsim::hours(18)}}));
  EXPECT_TRUE(week[4].empty());
  EXPECT_EQ(week[6], (DayHours{{asepsim::hours(10), asepsim::hours(12)}}));
}

TEST(OpeningHours, MayComeFromARoster) {
  const TemporaryFolder folder;
  folder.write("roster.csv", "weekday,from,to\nweekdays,14:00,18:00\nweekdays,9,13\n");
  const std::string file = folder.write("a.yaml", tiny_clinic("rooms: {}\n") + "instruments: {}\n");
  const ReadResult plain = read_scenario(file);
  ASSERT_TRUE(plain.scenario) << to_text(plain.diagnostics);
  const ReadResult rostered = read_scenario(
      file, {{"staff.nurse.hours", "{file: roster.csv}"}, {"staff.nurse.end_of_shift", "finish"}});
  ASSERT_TRUE(rostered.scenario) << to_text(rostered.diagnostics);
  const WeekHours week = *rostered.scenario->staff[0].hours;
  EXPECT_EQ(week[2], (DayHours{{hours(9), hours(13)}, {hours(14), hours(18)}}));
  EXPECT_TRUE(week[5].empty());
}

TEST(Holidays, MayBeRangesAndAreSortedOnce) {
  const Scenario s = valid(
      "schema: asepsim/1\ncalendar: {opening: {every_day: \"9-17\"}, "
      "holidays: [2027-12-24..2027-12-26, 2027-01-01, 2027-12-25]}\n"
      "staff: {nurse: {end_of_shift: finish}}\n"
      "arrivals: {walk_ins: {pathway: visit, interarrival: 10 min}}\n"
      "pathways: {visit: [{step: talk, staff: nurse}]}\n");
  EXPECT_EQ(s.calendar.holidays.size(), 4u);
  EXPECT_TRUE(std::is_sorted(s.calendar.holidays.begin(), s.calendar.holidays.end()));
}

TEST(Rates, FillHoursOfWeekdays) {
  const auto read = read_as<RateTable>(
      "{weekdays: {\"10-14\": 2.0, \"14-16\": 1}, friday: {\"9-10\": 5}, saturday: 0.5}",
      field("rate", "").as(dimension::hourly_rate));
  ASSERT_TRUE(read.sound) << read.complaints;
  EXPECT_EQ(read.value[0][10], 2);
  EXPECT_EQ(read.value[0][13], 2);
  EXPECT_EQ(read.value[0][15], 1);
  EXPECT_EQ(read.value[0][16], 0);
  EXPECT_EQ(read.value[4][10], 0);
  EXPECT_EQ(read.value[4][9], 5);
  EXPECT_EQ(read.value[5][23], 0.5);
  EXPECT_EQ(read.value[6][12], 0);
}

TEST(Money, IsInWholeCentsOfTheScenariosCurrency) {
  const Scenario s =
      valid(tiny_clinic("consumables: {gloves: {price: 0.20 EUR}}\n"
                        "finance: {currency: EUR, rent_per_day: 120 EUR}\n"));
  EXPECT_EQ(s.consumables.at(0).price->cents, 20);
  EXPECT_EQ(s.finance.rent_per_day->cents, 12000);
}

TEST(Values, CarryRangeUncertaintySourceAndNote) {
  const auto read = read_as<Number>(
      "{value: 12 %, range: [5 %, 31 %], dist: {beta: {mean: 0.12, sd: 0.04}}, source: O9, "
      "note: large spread}",
      field("no_show", "").as(dimension::probability));
  ASSERT_TRUE(read.sound) << read.complaints;
  EXPECT_EQ(read.value.value, 0.12);
  EXPECT_EQ(read.value.range, std::pair(0.05, 0.31));
  EXPECT_EQ(read.value.uncertainty, Distribution::beta_mean_sd(0.12, 0.04));
  EXPECT_EQ(read.value.source, "O9");
  EXPECT_EQ(read.value.note, "large spread");
}

TEST(Counts, MayBeUnlimitedWhereThatMakesSense) {
  const Scenario s = valid(tiny_clinic("rooms: {hall: {count: unlimited}}\n"));
  EXPECT_EQ(s.rooms.at(0).count, -1);
}

TEST(Reading, IsTheSameEveryTime) {
  const std::string file = std::string(ASEPSIM_SOURCE_DIR) + "/scenarios/licensed_pen_clinic.yaml";
  const ReadResult first = read_scenario(file), second = read_scenario(file);
  ASSERT_TRUE(first.scenario);
  EXPECT_TRUE(*first.scenario == *second.scenario);
}

TEST(Reading, PrintsNothing) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  read_scenario("no such file");
  read_scenario_text("{{{", "broken.yaml");
  valid(tiny_clinic());
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace asepsim::scenario
