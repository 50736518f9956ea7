// Numbers and quantities: what is read, what is refused, and printing that loses nothing.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "scenario/quantity_text.hpp"

namespace asepsim::scenario {
namespace {

double number(const std::string& text) {
  const auto parsed = parse_number(text);
  EXPECT_TRUE(parsed) << text << ": " << parsed.misread.problem;
  return parsed.value.value_or(std::nan(""));
}

double quantity(const std::string& text, const Dimension& d) {
  const auto parsed = parse_quantity(text, d, "USD");
  EXPECT_TRUE(parsed) << text << ": " << parsed.misread.problem;
  return parsed.value.value_or(std::nan(""));
}

TEST(Numbers, AreDecimalAndNothingElse) {
  EXPECT_EQ(number("0"), 0);
  EXPECT_EQ(number("-1.5"), -1.5);
  EXPECT_EQ(number("+2"), 2);
  EXPECT_EQ(number(".5"), 0.5);
  EXPECT_EQ(number("1e-3"), 0.001);
  for (const char* text : {"", "-", ".", "1.2.3", "0x10", "0o17", "010", "-007", "1_000", "1,5",
                           ".nan", "-.inf", ".INF", "1e999", "nan", "inf", "12:30", "1 2"})
    EXPECT_FALSE(parse_number(text)) << text;
}

TEST(Numbers, ThatLookOctalAreRefusedWithTheDecimalReading) {
  EXPECT_EQ(parse_number("010").misread.remedy, "write it without the leading zero: 10");
  EXPECT_EQ(parse_number("-007").misread.remedy, "write it without the leading zero: 7");
  EXPECT_TRUE(parse_number("0.10"));
  EXPECT_TRUE(parse_number("0"));
}

TEST(Numbers, ThatAreWholeHaveDigitsOnly) {
  EXPECT_EQ(parse_whole("-12").value, -12);
  EXPECT_EQ(parse_whole("999999999999999999").value, 999999999999999999);
  for (const char* text : {"1.0", "1e3", "9999999999999999999"})
    EXPECT_FALSE(parse_whole(text)) << text;
}

TEST(Numbers, ArePrintedShortAndExact) {
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(1e6), "1000000");
  EXPECT_EQ(number_text(-3), "-3");
  std::mt19937_64 random(7);
  for (int i = 0; i < 2000; ++i) {
    const double value =
        std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 200) - 150);
    EXPECT_EQ(number(number_text(value)), value);
  }
}

TEST(Durations, AddUpInAnyUnit) {
  EXPECT_EQ(quantity("45 min", dimension::duration), 45 * 60e6);
  EXPECT_EQ(quantity("45min", dimension::duration), 45 * 60e6);
  EXPECT_EQ(quantity("1 h 30 min", dimension::duration), 90 * 60e6);
  EXPECT_EQ(quantity("-1 h 30 min", dimension::signed_duration), -90 * 60e6);
  EXPECT_EQ(quantity("2 wk", dimension::duration), 14 * 86400e6);
  EXPECT_EQ(quantity("1.5 s", dimension::duration), 1.5e6);
  EXPECT_EQ(quantity("3 ms 4 us", dimension::duration), 3004);
  EXPECT_EQ(quantity("30 s", dimension::minutes), 0.5);
}

TEST(Durations, NeedAUnitForEveryNumber) {
  for (const char* text : {"5", "1 h 30", "5 minutes", "5 m", "min", "1 h -30 min", "5 min x"})
    EXPECT_FALSE(parse_quantity(text, dimension::duration, "USD")) << text;
}

TEST(Quantities, AreStoredInOneUnit) {
  EXPECT_EQ(quantity("750 um", dimension::length), 0.75);
  EXPECT_EQ(quantity("750 µm", dimension::length), 0.75);
  EXPECT_EQ(quantity("0.1 cm", dimension::length), 1);
  EXPECT_EQ(quantity("35 um", dimension::radius), 0.0035);
  EXPECT_EQ(quantity("134 °C", dimension::temperature), 134);
  EXPECT_EQ(quantity("5 %", dimension::probability), 0.05);
  EXPECT_EQ(quantity("5%", dimension::probability), 0.05);
  EXPECT_EQ(quantity("0.05", dimension::probability), 0.05);
  EXPECT_EQ(quantity("41.38 USD/h", dimension::wage), 41.38);
  EXPECT_EQ(quantity("1.2 log10", dimension::log10), 1.2);
}

TEST(Quantities, OfMoneyAreInTheCurrencyOfTheScenario) {
  EXPECT_EQ(parse_quantity("35 EUR", dimension::money, "EUR").value, 35);
  EXPECT_FALSE(parse_quantity("35 EUR", dimension::money, "USD"));
  EXPECT_FALSE(parse_quantity("35 USD", dimension::wage, "USD"));
}

// Whatever a scenario holds can be written down and read back without loss, in every dimension.
TEST(Quantities, ArePrintedSoThatTheyReadBackExactly) {
  std::mt19937_64 random(11);
  for (const Dimension* d : dimension::all)
    for (int i = 0; i < 500; ++i) {
      const double value =
          std::ldexp(static_cast<double>(random() >> 20), static_cast<int>(random() % 60) - 50);
      const std::string text = quantity_text(value, *d, "USD");
      EXPECT_EQ(quantity(text, *d), value) << text;
    }
}

TEST(Quantities, ArePrintedInTheUnitPeopleWouldUse) {
  EXPECT_EQ(quantity_text(3.5 * 60e6, dimension::duration, "USD"), "3.5 min");
  EXPECT_EQ(quantity_text(7 * 86400e6, dimension::duration, "USD"), "7 d");
  EXPECT_EQ(quantity_text(90 * 60e6, dimension::duration, "USD"), "90 min");
  EXPECT_EQ(quantity_text(0, dimension::duration, "USD"), "0 min");
  EXPECT_EQ(quantity_text(35.5, dimension::money, "EUR"), "35.5 EUR");
  EXPECT_EQ(quantity_text(0.05, dimension::probability, "USD"), "0.05");
}

}  // namespace
}  // namespace asepsim::scenario
