// The CSV file of those who are under treatment when the run starts.
#include "scenario/parameters_in_use.hpp"
#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

const std::string clinic =
    "schema: asepsim/1\n"
    "run: {start: 2027-01-04, length: 1 wk}\n"
    "calendar: {opening: {weekdays: \"09:00-18:00\"}}\n"
    "staff: {nurse: {end_of_shift: finish}}\n"
    "arrivals: {calls: {kind: booked, pathway: visit, interarrival: 1 h, lead_time: 7 d}}\n"
    "booking: {}\n"
    "pathways: {visit: [{step: talk, staff: nurse, duration: 5 min}]}\n"
    "population: {}\n";

const std::string rows =
    "id,stream,sex,age,phototype,sessions_done,appointment_date,appointment_time,notes,"
    "days_since_session\n"
    "# from the book of 3 January\n"
    "anna,calls,female,34.5,VI,1,2027-01-04,09:30,\"afraid, needles\",\n"
    "bert,calls,,,,2,,,,20\n";

ReadResult read_with(const std::string& table) {
  const TemporaryFolder folder;
  folder.write("people.csv", table);
  return read_scenario(
      folder.write("a.yaml", clinic + "initial_state: {patients: {file: people.csv}}\n"));
}

TEST(InitialPatients, AreTheRowsOfAFile) {
  const ReadResult result = read_with(rows);
  ASSERT_TRUE(result.scenario) << to_text(result.diagnostics);
  InitialPatient anna{"anna", "calls"}, bert{"bert", "calls"};
  anna.sex = Sex::female;
  anna.age = 34.5;
  anna.phototype = Phototype::VI;
  anna.sessions_done = 1;
  anna.appointment_date = Date{std::chrono::days{20822}};
  anna.appointment_time = hours(9) + minutes(30);
  bert.sessions_done = 2;
  bert.days_since_session = 20;
  EXPECT_EQ(result.scenario->initial_state->patients, (std::vector{anna, bert}));
  ASSERT_EQ(result.inputs.size(), 2u);
  EXPECT_NE(result.inputs[1].path.find("people.csv"), std::string::npos);
}

TEST(InitialPatients, StandInTheResolvedScenarioWhichReadsBackEqual) {
  const ReadResult result = read_with(rows);
  ASSERT_TRUE(result.scenario) << to_text(result.diagnostics);
  const Scenario again = valid(resolved_yaml(*result.scenario));
  EXPECT_EQ(again.initial_state, result.scenario->initial_state);
}

TEST(InitialPatients, AreNoParameters) {
  const ReadResult result = read_with(rows);
  ASSERT_TRUE(result.scenario) << to_text(result.diagnostics);
  for (const ParameterInUse& p : parameters_in_use(*result.scenario))
    EXPECT_FALSE(p.path.starts_with("initial_state")) << p.path;
}

// 9-13 and 13-18 are one stretch, as they are in the appointment book: slots go on over lunch.
TEST(InitialPatients, AreBookedWhereverTheBookHasASlot) {
  const auto booked = [](const std::string& hours, const std::string& time) {
    return complaints(clinic +
                          "initial_state: {patients: [{id: anna, stream: calls, "
                          "appointment_date: 2027-01-05, appointment_time: \"" +
                          time + "\"}]}\n",
                      {{"calendar.opening", "{weekdays: " + hours + "}"}});
  };
  EXPECT_EQ(booked("[\"09:00-13:00\", \"13:00-18:00\"]", "12:30"), "");
  EXPECT_NE(booked("[\"09:00-13:00\", \"14:00-18:00\"]", "12:30"), "");
  EXPECT_EQ(booked("\"09:00-18:00\"", "16:30"), "");
  EXPECT_NE(booked("\"09:00-18:00\"", "17:00"), "");
}

}  // namespace
}  // namespace asepsim::scenario
