// The clinics of the library in the order that everybody expects of them: what is done to a needle
// between two patients decides what it carries from one to the other.
#include <gtest/gtest.h>

#include <string>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

struct InstrumentRisk {
  double bacteria = 0;
  double blood = 0;
};

// What instruments alone expect in two seasons of a clinic, per session.
InstrumentRisk instrument_risk(const std::string& name) {
  const auto read = scenario::read_scenario(ASEPSIM_SOURCE_DIR "/scenarios/" + name + ".yaml",
                                            {{"run.length", "90 d"}, {"run.warm_up", "0 s"}});
  if (!read.scenario) throw std::invalid_argument(to_text(read.diagnostics));
  const auto plan = compile(*read.scenario);
  InstrumentRisk risk;
  double sessions = 0;
  for (const std::uint64_t replication : {0, 1}) {
    const ReplicationRecord record = run_replication(*plan, {1, replication});
    sessions += static_cast<double>(record.needlings.size());
    for (const LedgerEntry& entry : record.ledger) {
      if (entry.route != HarmRoute::instrument) continue;
      const bool bacteria = entry.hazard == Hazard::bacterial_infection;
      (bacteria ? risk.bacteria : risk.blood) += entry.probability;
    }
  }
  EXPECT_GT(sessions, 300) << name;
  return {risk.bacteria / sessions, risk.blood / sessions};
}

// The clinics lie orders of magnitude apart, so the order does not hang on the seed.
TEST(Library, NeedlesCarryMoreTheLessIsDoneToThem) {
  const InstrumentRisk salon = instrument_risk("salon_without_sterilizer");
  const InstrumentRisk soak = instrument_risk("chemical_soak_only");
  const InstrumentRisk autoclave = instrument_risk("reusable_rollers_autoclave");
  const InstrumentRisk single_use = instrument_risk("single_use_heads");
  EXPECT_GT(salon.blood, 2 * soak.blood);
  EXPECT_GT(soak.blood, 100 * autoclave.blood);
  EXPECT_GT(autoclave.blood, 0);
  EXPECT_EQ(single_use.blood, 0);
  EXPECT_GT(salon.bacteria, soak.bacteria);
  EXPECT_GT(soak.bacteria, 10 * autoclave.bacteria);
  EXPECT_GT(autoclave.bacteria, 0);
  EXPECT_EQ(single_use.bacteria, 0);
}

TEST(Library, ADepartmentThatReprocessesWellCarriesLessThanASmallClinic) {
  EXPECT_LT(instrument_risk("dermatology_department").blood,
            instrument_risk("reusable_rollers_autoclave").blood);
}

}  // namespace
}  // namespace asepsim::clinic
