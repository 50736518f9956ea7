// The tables of fields: what holds for every field of the language.
#include "scenario/field.hpp"

#include <cmath>

#include "scenario/describe_scenario.hpp"
#include "scenario/field_walker.hpp"
#include "scenario/name_rule.hpp"
#include "scenario/shape.hpp"
#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

/// The visitor that looks at the range of every number.
class Ranges : public FieldWalker<Ranges> {
 public:
  template <class T>
  void value(const Field& field, const T& value) {
    const ShapeKind kind = shape_of(value).kind;
    const bool number = kind == ShapeKind::whole || kind == ShapeKind::quantity ||
                        kind == ShapeKind::variate || kind == ShapeKind::counts ||
                        kind == ShapeKind::rates || kind == ShapeKind::phototypes;
    if (!number || field.dimension == &dimension::time_of_day) return;
    const End low = lower_end(field), high = upper_end(field);
    EXPECT_TRUE(std::isfinite(low.value) && std::isfinite(high.value)) << path_of(field);
    EXPECT_LT(low.value, high.value) << path_of(field);
    ++numbers;
  }
  int numbers = 0;
};

TEST(Fields, OfNumbersHaveARangeOutsideWhichNobodyCanMeanThem) {
  Ranges ranges;
  Scenario scenario;
  describe(ranges, scenario);
  EXPECT_GT(ranges.numbers, 100);
}

TEST(Fields, TakeTheNarrowerOfWhatIsPossibleAndWhatCanBeMeant) {
  const Field length = field("a", "").as(dimension::length);
  EXPECT_EQ(lower_end(length).value, 0.01);
  EXPECT_EQ(upper_end(length).value, 10);
  const Field time = field("a", "").as(dimension::duration).strictly_within(0, infinite);
  EXPECT_TRUE(lower_end(time).open);
  EXPECT_FALSE(upper_end(time).open);
  EXPECT_EQ(upper_end(time).value, dimension::century);
}

// Draws beyond what can be meant are left alone: only parameters and means are checked.
TEST(Fields, DoNotCutDistributionsWhereTheirRangeEnds) {
  const Scenario s = valid(tiny_clinic(), {{"pathways.visit.talk.patience", "{exponential: 3 d}"}});
  EXPECT_EQ(*s.pathways[0].steps[0].patience, Variate{Distribution::exponential(3 * 86400e6)});
  const Scenario cut = valid(
      tiny_clinic(), {{"pathways.visit.talk.duration", "{normal: {mean: 9 min, sd: 3 min}}"}});
  EXPECT_EQ(cut.pathways[0].steps[0].duration.value,
            Distribution::normal(9 * 60e6, 3 * 60e6, 0, dimension::infinity));
}

TEST(Names, AreWordsThatNeedNoQuotesAnywhere) {
  for (const char* name : {"nurse", "treatment_room", "Zürich", "a-b", "_x"})
    EXPECT_TRUE(is_name(name)) << name;
  for (const char* name :
       {"", "a\nb", "a,b", "a.b", " x ", "=1+1", "1a", "-a", "a\u0085b", "a\x1b"})
    EXPECT_FALSE(is_name(name)) << name;
  EXPECT_TRUE(is_name(std::string(64, 'a')));
  EXPECT_FALSE(is_name(std::string(65, 'a')));
}

TEST(Names, AreShownWithoutControlCharacters) {
  EXPECT_EQ(printable("a\nb\x1b[1m\u0085é"), "a?b?[1m?é");
  EXPECT_NE(complaints(tiny_clinic("\"a\\e[31mb\": 3\n")).find("unknown key \"a?[31mb\""),
            std::string::npos);
}

TEST(Names, OfScenariosMayNameAFile) {
  EXPECT_EQ(flaw_in_title("two chairs, one nurse"), "");
  for (const char* name : {"", ".", "..", "a\tb", "a\x7f"}) EXPECT_NE(flaw_in_title(name), "");
  EXPECT_EQ(flaw_in_title(std::string(100, 'n')), "");
  EXPECT_NE(flaw_in_title(std::string(101, 'n')), "");
  EXPECT_NE(read_scenario_text(tiny_clinic(), std::string(101, 'n') + ".yaml").diagnostics.size(),
            0u);
}

}  // namespace
}  // namespace asepsim::scenario
