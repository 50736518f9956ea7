// What the price of a session does to courses, patient by patient under common random numbers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

// Room for everybody, so that no patient's course depends on another's.
ReplicationRecord at_price(const std::string& price) {
  const std::string text = R"(
run: {start: 2027-01-04, length: 150 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {count: 1000, end_of_shift: finish}}
finance: {session_price: )" +
                           price + R"( USD}
instruments: {head: {policy: single_use, between_patients: nothing}}
arrivals: {ann: {kind: booked, pathway: visit, rate: {weekdays: {"9-16": 1}}, lead_time: 7 d}}
booking: {slot: 30 min, per_slot: 1000, dropout: 12 %, price_sensitivity: {}}
pathways: {visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]}
)" + skin_of("0 min", 4);
  const scenario::Scenario scenario = scenario_from(text);
  return run_replication(*compile(scenario), {3, 0});
}

std::size_t drop_outs(const ReplicationRecord& record) {
  std::size_t count = 0;
  for (const PatientFact& p : record.patients) count += p.exit == ExitReason::dropped_out;
  return count;
}

TEST(Metamorphic, AHigherPriceNeverLowersDropOut) {
  ReplicationRecord cheaper = at_price("75");
  for (const char* price : {"150", "300", "600", "1200"}) {
    ReplicationRecord dearer = at_price(price);
    ASSERT_EQ(dearer.patients.size(), cheaper.patients.size());
    ASSERT_GT(dearer.patients.size(), 300u);
    for (std::size_t p = 0; p < dearer.patients.size(); ++p) {
      ASSERT_LE(dearer.patients[p].sessions_done, cheaper.patients[p].sessions_done) << p;
      if (cheaper.patients[p].exit == ExitReason::dropped_out) {
        ASSERT_EQ(dearer.patients[p].exit, ExitReason::dropped_out) << p;
      }
    }
    EXPECT_GT(drop_outs(dearer), drop_outs(cheaper)) << price;
    cheaper = std::move(dearer);
  }
}

}  // namespace
}  // namespace asepsim::clinic
