// Devices: germs travel with them from room to room, and surfaces stay where they are. By hand.
#include "clinic/plan.hpp"
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

// Nobody ever keeps a rule, but gloves are fresh and hands start clean and are rubbed well: all
// germs come by device and surfaces, one touch of each.
const std::string touching = R"(
hygiene: {hands_before: 1, hands_after: 1, hand_rub: 12, fresh_gloves: 1, surfaces: 0, device: 0,
          touches: 2, device_share: 50 %, gloved_transfer: 0.3, touched_skin: 0.2,
          staff_carriage: 0}
human_factors: {workload_link: false}
)";

// Rooms a and b are told apart because they are cleaned.
const std::string rooms = R"(
rooms: {a: {turnaround: {duration: 5 min}}, b: {turnaround: {duration: 5 min}}}
)";

// A pathway of one treatment.
std::string treated(const std::string& name, const std::string& with_what) {
  return "  " + name +
         ": [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min, " +
         with_what + "}]\n";
}

// Everything but pathways, who comes by which at what time.
using Booked = std::vector<std::array<std::string, 3>>;
Outcome run_with(const std::string& pathways, const std::string& rest, const Booked& booked) {
  std::string text = constants + pathways + single_use + rest + "arrivals:\n";
  for (const auto& [who, pathway, when] : booked) {
    text += "  " + who + ": {pathway: " + pathway + ", interarrival: " + when + "}\n";
  }
  return run(text);
}

double by(const Outcome& r, std::uint32_t visit, HarmRoute route) {
  double sum = 0;
  for (const LedgerEntry& entry : entries(r, visit, Hazard::bacterial_infection)) {
    if (entry.route == route) sum += entry.probability;
  }
  return sum;
}

// Two touches leave 51 % of ann's 100 CFU/cm2 on the glove, one of the glove 30 % of that on the
// device, which gives the next glove 30 % of what is left of it.
double by_device_after(double hours) {
  const double device = 100 * 0.51 * 0.3 * left_after(hours);
  const double dose = device * 0.3 * 0.3 * 0.2 * own_dose(0);
  return infection(own_dose(2) + dose) - infection(own_dose(2));
}

const std::string in_two_rooms =
    treated("in_a", "rooms: a, equipment: pen") + treated("in_b", "rooms: b, equipment: pen");

TEST(Device, CarriesGermsFromRoomToRoomAndSurfacesDoNot) {
  const Outcome r = run_with(in_two_rooms, rooms + "equipment: {pen: {count: 1}}\n" + touching,
                             {{"ann", "in_a", "10 h"}, {"bob", "in_b", "11 h"}});
  EXPECT_EQ(by(r, 0, HarmRoute::device), 0) << "ann is the first";
  EXPECT_NEAR(by(r, 1, HarmRoute::device), by_device_after(1), 1e-12);
  EXPECT_LT(by(r, 1, HarmRoute::surface), 1e-12) << "nobody was in room b before";
}

// Pens take turns: bob has the one that was idle longer, and cem has that of ann.
TEST(Device, KeepsItsGermsToItself) {
  const Outcome r =
      run_with(in_two_rooms, rooms + "equipment: {pen: {count: 2}}\n" + touching,
               {{"ann", "in_a", "10 h"}, {"bob", "in_a", "11 h"}, {"cem", "in_b", "12 h"}});
  EXPECT_LT(by(r, 1, HarmRoute::device), 1e-12) << "the other pen";
  EXPECT_GT(by(r, 1, HarmRoute::surface), 1e-6) << "the same room";
  EXPECT_NEAR(by(r, 2, HarmRoute::device), by_device_after(2), 1e-12);
  EXPECT_LT(by(r, 2, HarmRoute::surface), 1e-12) << "the other room";
}

// The machine has units too, and is in hand before the room: germs on surfaces are not on it.
TEST(Device, IsNotTakenForTheRoom) {
  const auto fetched = [](const std::string& name, const std::string& room) {
    return "  " + name +
           ": [{step: fetch, staff: nurse, equipment: pen, duration: 5 min, keep: [pen]}, "
           "{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min, "
           "equipment: pen, rooms: " +
           room + "}]\n";
  };
  const Outcome r =
      run_with(fetched("in_a", "a") + fetched("in_b", "b"),
               rooms + "equipment: {pen: {count: 1, breakdowns: {uses_between: 1e9}}}\n" + touching,
               {{"ann", "in_a", "10 h"}, {"bob", "in_b", "11 h"}, {"cem", "in_a", "12 h"}});
  EXPECT_LT(by(r, 1, HarmRoute::surface), 1e-12) << "bob has ann's pen in another room";
  EXPECT_NEAR(by(r, 1, HarmRoute::device), by_device_after(1), 1e-12);
  EXPECT_GT(by(r, 2, HarmRoute::surface), 1e-6) << "cem is where ann was";
}

// A roller needs no machine: what counts as its device stays in the room. So does a machine of
// which there are any number.
TEST(Device, OfATreatmentWithoutOneBelongsToTheRoom) {
  for (const std::string& equipment : {std::string{}, std::string{", equipment: pen"}}) {
    const Outcome r =
        run_with(treated("in_a", "rooms: a" + equipment) + treated("in_b", "rooms: b" + equipment),
                 rooms + "equipment: {pen: {count: unlimited}}\n" + touching,
                 {{"ann", "in_a", "10 h"}, {"bob", "in_b", "11 h"}, {"cem", "in_a", "12 h"}});
    EXPECT_LT(by(r, 1, HarmRoute::device), 1e-12);
    EXPECT_GT(by(r, 2, HarmRoute::device), 1e-6);
  }
}

TEST(Device, ThatIsNotTouchedHasNoEntry) {
  const Booked booked = {{"ann", "in_a", "10 h"}, {"bob", "in_a", "11 h"}};
  const Outcome r = run_with(in_two_rooms,
                             rooms + "equipment: {pen: {count: 1}}\n" +
                                 with(touching, "device_share: 50 %", "device_share: 0"),
                             booked);
  for (const LedgerEntry& entry : r.record.ledger) EXPECT_NE(entry.route, HarmRoute::device);
  EXPECT_GT(by(r, 1, HarmRoute::surface), 1e-6) << "surfaces are";
}

// What is decided of it is borne by whoever has it next, and not by whoever has the room.
TEST(Device, IsDisinfectedOrNotOnItsOwn) {
  const std::string rules =
      with(touching, "surfaces: 0, device: 0", "surfaces: 70 %, device: 90 %, surface_agent: 12");
  const Outcome r =
      run_with(in_two_rooms, rooms + "equipment: {pen: {count: 1}}\n" + rules,
               {{"ann", "in_a", "10 h"}, {"bob", "in_b", "11 h"}, {"cem", "in_a", "12 h"}});
  std::vector<std::uint32_t> of_device, of_surfaces;
  for (const ComplianceFact& fact : r.record.compliance) {
    if (fact.moment == Moment::device) {
      EXPECT_FLOAT_EQ(fact.probability, 0.9f);
      of_device.push_back(fact.borne_by);
    } else if (fact.moment == Moment::surfaces) {
      EXPECT_FLOAT_EQ(fact.probability, 0.7f);
      of_surfaces.push_back(fact.borne_by);
    }
  }
  EXPECT_THAT(of_device, testing::ElementsAre(1, 2, no_fact));
  EXPECT_THAT(of_surfaces, testing::ElementsAre(2, no_fact, no_fact));
}

// A lamp is held over skin, not in a hand that needles: it is told apart by nothing.
TEST(Device, OfANeedlingIsNoLamp) {
  const auto plan = compile(scenario_from(
      constants +
      "  penned: [{step: flash, kind: treatment, modality: ipl,"
      " staff: nurse, equipment: lamp, duration: 20 min},"
      " {step: treat, kind: treatment, staff: nurse, instrument: head,"
      " equipment: pen, duration: 20 min}]\n" +
      single_use + touching + "light: {}\nequipment: {pen: {count: 2}, lamp: {count: 2}}\n" +
      "arrivals: {ann: {pathway: penned, interarrival: 10 h}}\n"));
  for (const PoolPlan& pool : plan->pools) {
    EXPECT_EQ(pool.of == PoolOf::devices, pool.name == "pen") << pool.name;
  }
}

// Its units are told apart for their germs alone: the tables have the rows they had.
// Two pens stand between the nurse and the lamp, without rows.
TEST(Device, DoesNotMoveTheRowsOfOtherMachines) {
  const Outcome r = run_with(treated("penned", "equipment: pen"), touching + R"(
equipment: {pen: {count: 2}, lamp: {count: 2, maintenance: {every: 1 d, duration: 1 h}}}
)",
                             {{"ann", "penned", "10 h"}});
  ASSERT_FALSE(r.record.upkeep.empty());
  for (const UpkeepFact& fact : r.record.upkeep) {
    ASSERT_LT(fact.unit, r.record.units.size());
    EXPECT_EQ(r.record.units[fact.unit].name.substr(0, 4), "lamp");
  }
}

TEST(Device, HasNoRowOfItsOwnAmongTheUnits) {
  const Outcome r = run_with(in_two_rooms, rooms + "equipment: {pen: {count: 2}}\n" + touching,
                             {{"ann", "in_a", "10 h"}});
  for (const UnitFact& unit : r.record.units) EXPECT_THAT(unit.name, testing::Not("pen 1"));
  EXPECT_EQ(pool_named(r, "pen").seizes, 1u);
}

}  // namespace
}  // namespace asepsim::clinic
