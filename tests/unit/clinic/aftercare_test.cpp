// The patient's own life after a session: open channels, irritants, habits, coaching.
#include "unit/clinic/skin_series.hpp"

namespace asepsim::clinic {
namespace {

// Needled at 1 mm: half of the channels close every 18 h (A7).
std::string at_home(const std::string& aftercare, const std::string& patients = "", int days = 30) {
  return skin_series("complications: {}\naftercare: {" + aftercare + "}\n", patients, days);
}

const std::string quiet = "irritants_per_day: 0, occlusion: 0, habits: false";

TEST(Aftercare, ExposesOpenChannelsToGermsOfEverydayLife) {
  const ReplicationRecord r =
      record_of_series(at_home(quiet + ", environment_per_hour: 2e-6", "", 2));
  const auto list = entries(r, Hazard::bacterial_infection, HarmRoute::aftercare);
  ASSERT_EQ(list.size(), r.needlings.size());
  const double open_hours = 18 / std::log(2.0);  // F4, integrated
  for (const LedgerEntry& entry : list) {
    EXPECT_NEAR(entry.probability / (1 - std::pow(1 - 2e-6, open_hours)), 1, 1e-9);
  }
}

TEST(Aftercare, ExposesToThemWithoutTheModelOfComplications) {
  const std::string with_them = at_home(quiet + ", environment_per_hour: 1e-3", "", 2);
  const std::string without = with(with_them, "complications: {}\n", "");
  const auto risk = [](const std::string& text) {
    return total(
        entries(record_of_series(text), Hazard::bacterial_infection, HarmRoute::aftercare));
  };
  EXPECT_GT(risk(without), 0);
  EXPECT_DOUBLE_EQ(risk(without), risk(with_them));
}

TEST(Aftercare, OcclusionKeepsChannelsOpenTwiceAsLong) {
  const std::string germs = ", environment_per_hour: 1e-6";
  const ReplicationRecord open = record_of_series(at_home(quiet + germs, "", 2));
  const ReplicationRecord covered =
      record_of_series(at_home(with(quiet, "occlusion: 0", "occlusion: 1") + germs, "", 2));
  EXPECT_NEAR(total(entries(covered, Hazard::bacterial_infection)) /
                  total(entries(open, Hazard::bacterial_infection)),
              2, 1e-4);
}

TEST(Aftercare, IrritantsHarmWhileChannelsAreOpen) {
  const ReplicationRecord r = record_of_series(at_home("habits: false, occlusion: 0"));
  const auto list = entries(r, Hazard::irritant_dermatitis, HarmRoute::aftercare);
  const auto sessions = static_cast<double>(r.needlings.size());
  // 10 % a day: 1 - 0.9^3 within three days. Margin: 4.5 standard errors, false alarm 1e-5.
  EXPECT_NEAR(static_cast<double>(list.size()) / sessions, 1 - std::pow(0.9, 3), 0.03);
  for (const LedgerEntry& entry : list) {
    const SimTime treated = r.visits[entry.visit].left_at;
    const double hours = (entry.at - treated).hours();
    EXPECT_LE(hours, 72.0);
    const double open = std::exp2(-hours / 18);
    const double odds_after = odds(0.005) * (1 + 2 * open);  // A16: three times on open channels
    EXPECT_NEAR(entry.probability, odds_after / (1 + odds_after) - 0.005, 1e-9);
  }
  EXPECT_TRUE(
      entries(record_of_series(at_home(quiet, "", 5)), Hazard::pigmentation, HarmRoute::aftercare)
          .empty());
}

TEST(Aftercare, IrritantsAddToPigmentation) {
  const ReplicationRecord r = record_of_series(at_home("habits: false, occlusion: 0"));
  const auto added = entries(r, Hazard::pigmentation, HarmRoute::aftercare);
  EXPECT_GT(added.size(), 500u);
  const auto base = entries(r, Hazard::pigmentation, HarmRoute::needling);
  std::map<std::uint32_t, double> before;
  for (const LedgerEntry& entry : base) before[entry.visit] = entry.probability;
  for (const LedgerEntry& entry : added) {
    const double open = std::exp2(-(entry.at - r.visits[entry.visit].left_at).hours() / 18);
    const double ratio =
        odds(before.at(entry.visit) + entry.probability) / odds(before.at(entry.visit));
    EXPECT_NEAR(ratio, 1 + 0.5 * open, 1e-9) << "A16";
  }
}

TEST(Aftercare, VitaminCInOpenChannelsRaisesGranulomas) {
  const ReplicationRecord r =
      record_of_series(at_home("habits: false, occlusion: 0, vitamin_c: 100 %"));
  const auto added = entries(r, Hazard::granuloma, HarmRoute::aftercare);
  EXPECT_GT(added.size(), 500u);
  for (const LedgerEntry& entry : added) {
    const double open = std::exp2(-(entry.at - r.visits[entry.visit].left_at).hours() / 18);
    EXPECT_NEAR(entry.probability, 1e-5 * 19 * open, 1e-13) << "A16, C16";
  }
}

TEST(Aftercare, HabitsChangeOddsAndCanBeSwitchedOff) {
  const auto dermatitis = [](const std::string& aftercare) {
    const auto list = entries(record_of_series(at_home(aftercare, "", 2)),
                              Hazard::irritant_dermatitis, HarmRoute::needling);
    return odds(list.at(0).probability);
  };
  const std::string others = ", sleep: {share: 0}, exercise: {share: 0}, irritants_per_day: 0";
  const double with_cream = dermatitis("moisturizer: {share: 100 %}" + others);
  const double without = dermatitis("moisturizer: {share: 0 %}" + others);
  EXPECT_NEAR(with_cream / without, 0.6, 1e-9);
  EXPECT_NEAR(dermatitis("habits: false, moisturizer: {share: 100 %}" + others) / odds(0.005), 1,
              1e-9)
      << "everybody is as the patients of the studies on average";
}

TEST(Aftercare, CoachingRaisesSunscreenToTheShareOfA13) {
  const auto users = [](const std::string& coaching) {
    std::size_t n = 0, all = 0;
    const ReplicationRecord r = record_of_series(
        with(at_home(quiet + ", coaching: " + coaching), "sunscreen: 0", "sunscreen: 30 %"));
    std::map<std::uint32_t, double> risk = risk_by_visit(r, Hazard::pigmentation);
    double highest = 0;
    for (const auto& [visit, p] : risk) highest = std::max(highest, p);
    for (const auto& [visit, p] : risk) {
      ++all;
      if (p < 0.6 * highest) ++n;  // sunscreen divides the odds by 2.5 (A12)
    }
    return static_cast<double>(n) / static_cast<double>(all);
  };
  // 4,300 patients: margins of 4.5 standard errors, false alarm 1e-5.
  EXPECT_NEAR(users("false"), 0.30, 0.035);
  EXPECT_NEAR(users("true"), 0.561, 0.035);
}

TEST(Aftercare, CoachingNeverRaisesAnybodysPigmentation) {
  const std::string everything = ", occlusion: 20 %";
  const auto risks = [&](const std::string& coaching) {
    return record_of_series(
        with(with(at_home("coaching: " + coaching + everything), "sunscreen: 0", "sunscreen: 30 %"),
             "midday_sun: 0", "midday_sun: 40 %"));
  };
  const ReplicationRecord alone = risks("false"), coached = risks("true");
  const auto before = risk_by_visit(alone, Hazard::pigmentation);
  const auto after = risk_by_visit(coached, Hazard::pigmentation);
  ASSERT_EQ(before.size(), after.size());
  double sum_before = 0, sum_after = 0;
  for (const auto& [visit, risk] : before) {
    // A redness that lasts is the same for both: nothing but aftercare differs.
    EXPECT_LE(after.at(visit), risk * (1 + 1e-12)) << "visit " << visit;
    sum_before += risk;
    sum_after += after.at(visit);
  }
  EXPECT_LT(sum_after, 0.9 * sum_before) << "and in all it falls";
}

}  // namespace
}  // namespace asepsim::clinic
