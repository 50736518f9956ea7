// scripts/validate: the table of published outcomes, and its verdicts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "cli/program.hpp"

namespace asepsim::testing {
namespace {

using ::testing::HasSubstr;

struct Ending {
  int code;
  std::string out;
};

Ending of_shell(const std::string& command) {
  Program program({"sh", "-c", command});
  const int code = program.wait();
  return {code, program.out()};
}

// One line of figures, as scripts/validate hands it to the table.
Ending verdict_on(const std::string& line) {
  return of_shell("echo '" + line + "' | awk -F, -f " ASEPSIM_SOURCE_DIR "/scripts/verdicts.awk");
}

TEST(ValidateScript, PredictsCountsByTheBinomialLaw) {
  // 10 at 0.5: P(X <= 1) = 0.011, P(X <= 2) = 0.055, P(X <= 7) = 0.945, P(X <= 8) = 0.989.
  const std::string model = "V0,verify,coins,0.5,0,1,1,%,";
  const Ending inside = verdict_on(model + "8/10,10,,,,count,none");
  EXPECT_EQ(inside.code, 0);
  EXPECT_THAT(inside.out, HasSubstr("20 % to 80 % of 10"));
  EXPECT_THAT(inside.out, HasSubstr("reproduced"));
  const Ending outside = verdict_on(model + "9/10,10,,,,count,none");
  EXPECT_EQ(outside.code, 1);
  EXPECT_THAT(outside.out, HasSubstr("missed"));
}

TEST(ValidateScript, PredictsWiderForAFigureThatIsItselfUncertain) {
  // A figure of 0.5 +- 0.2887 is as uncertain as a uniform one: every count is as likely.
  const Ending e = verdict_on("V0,verify,coins,0.5,0.288675,1,1,%,10/10,10,,,,count,none");
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, HasSubstr("0 % to 100 % of 10"));
}

TEST(ValidateScript, TakesTheRiskOfASessionToThatOfACourse) {
  // Five sessions at 10 %: 1 - 0.9^5 = 0.40951.
  EXPECT_THAT(verdict_on("V0,verify,course,100,0,0.001,5,%,4/10,10,,,,count,none").out,
              HasSubstr("41 %"));
}

TEST(ValidateScript, DoesNotFailOnWeakRowsButNamesThem) {
  const Ending e = verdict_on("V0,consistency,coins,0.5,0,1,1,%,10/10,10,,,,count,none");
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, HasSubstr("missed"));
}

TEST(ValidateScript, ReproducesEveryRowThatVerifiesCalibratesOrBounds) {
  const std::string build = std::filesystem::path(ASEPSIM_BINARY).parent_path().string();
  const Ending e = of_shell("ASEPSIM_BUILD=" + build + " " ASEPSIM_SOURCE_DIR "/scripts/validate");
  EXPECT_EQ(e.code, 0) << e.out;
  for (const char* row : {"V1 ", "V2 ", "V3 ", "V6 ", "V9 ", "V11 ", "V13 ", "V15 ", "V19 ", "V20 ",
                          "V21 ", "V25 ", "V31 "})
    EXPECT_THAT(e.out, HasSubstr(std::string("\n") + row));
}

}  // namespace
}  // namespace asepsim::testing
