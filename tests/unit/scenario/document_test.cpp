// The document tree: what the strict reader makes of a YAML text.
#include "scenario/document.hpp"

#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

Node tree(const std::string& text) {
  Findings findings;
  auto node = parse_document(std::make_shared<SourceText>("test.yaml", text, 0), findings);
  EXPECT_EQ(to_text(findings.in_order()), "");
  return node.value_or(Node{});
}

TEST(Documents, KeepTheOrderOfKeys) {
  const Node root = tree("zebra: 1\nant: 2\nmole: 3\n");
  ASSERT_EQ(root.entries.size(), 3u);
  EXPECT_EQ(root.entries[0].key, "zebra");
  EXPECT_EQ(root.entries[2].key, "mole");
}

TEST(Documents, KnowThePlaceOfEveryValueInCharacters) {
  const Node root = tree("a: 1\ngrün: {é: 2, b: 3}\n");
  const SourcePlace place = place_of(root.find("grün")->value.find("b")->value.mark);
  EXPECT_EQ(place.line, 2);
  EXPECT_EQ(place.column, 17);
  EXPECT_EQ(place.line_text, "grün: {é: 2, b: 3}");
}

TEST(Documents, LeaveScalarsAsTheyAreWritten) {
  const Node root = tree("a: no\nb: 12:30\nc: 010\nd: \"7\"\ne: yes\nf: 1e3\n");
  EXPECT_EQ(root.find("a")->value.text, "no");
  EXPECT_EQ(root.find("b")->value.text, "12:30");
  EXPECT_EQ(root.find("c")->value.text, "010");
  EXPECT_TRUE(root.find("d")->value.quoted);
  EXPECT_FALSE(root.find("c")->value.quoted);
}

TEST(Documents, ExpandAliases) {
  const Node root = tree("a: &x {k: [1, 2]}\nb: *x\n");
  const Node& copy = root.find("b")->value;
  ASSERT_TRUE(copy.is_map());
  EXPECT_EQ(copy.find("k")->value.items.size(), 2u);
}

TEST(Documents, TellAWrittenNullFromNothing) {
  const Node root = tree("a: ~\nb: null\nc:\nnull_rate: 3\n");
  EXPECT_TRUE(root.find("a")->value.written);
  EXPECT_TRUE(root.find("b")->value.written);
  EXPECT_TRUE(root.find("c")->value.is_null());
  EXPECT_FALSE(root.find("c")->value.written);
}

TEST(Documents, HaveMarksAndLineEndsThatDoNotMatter) {
  const std::string plain = tiny_clinic("run: {seed: 3}\n");
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : plain) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_TRUE(valid(windows) == valid(plain));
}

TEST(Documents, MayHoldTabsBetweenValuesAndInComments) {
  EXPECT_EQ(valid(tiny_clinic("run:\t{seed: 3}\t# a\tcomment\n")).run.seed, 3u);
}

TEST(Documents, MayBeMarkedAsOne) {
  EXPECT_TRUE(valid("---\n" + tiny_clinic() + "...\n") == valid(tiny_clinic()));
}

TEST(Documents, LeaveNotesAndPrivateKeysToTheirAuthor) {
  const Scenario plain = valid(tiny_clinic());
  const Scenario annotated = valid(
      "schema: asepsim/1\nnotes: [anything, {goes: here}]\nx-reviewed: 2027-01-04\n"
      "calendar: {opening: always, notes: open day and night}\n"
      "staff: {nurse: {x-name: Anna}, x-former: {count: nobody}}\n"
      "arrivals: {walk_ins: {pathway: visit, interarrival: {exponential: 10 min, notes: what}}}\n"
      "pathways: {visit: [{step: talk, staff: nurse, duration: 5 min, x-room: 3}], notes: one}\n");
  EXPECT_TRUE(plain == annotated);
}

TEST(Documents, MayHoldUnbalancedBracketsInTexts) {
  std::string brackets;
  for (int i = 0; i < 100; ++i) brackets += "[";
  EXPECT_TRUE(valid(tiny_clinic("notes: \"" + brackets + "\"\n")) == valid(tiny_clinic()));
}

TEST(Documents, OfExactlySixtyFourLevelsAreRead) {
  const auto nested = [](int levels) {  // the document itself is the first level
    return tiny_clinic("x-deep: " + std::string(static_cast<std::size_t>(levels) - 1, '[') +
                       std::string(static_cast<std::size_t>(levels) - 1, ']') + "\n");
  };
  EXPECT_EQ(complaints(nested(64)), "");
  EXPECT_NE(complaints(nested(65)).find("nested deeper than 64 levels"), std::string::npos);
}

}  // namespace
}  // namespace asepsim::scenario
