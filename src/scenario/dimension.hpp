// Dimensions: what kind of quantity a field holds, and the units it may be written in.
//
// Each dimension says how it is stored (durations in microseconds, lengths in millimetres ...) and
// whether a bare number is refused because a unit is due. `¤` stands for the currency of the
// scenario. Conversions multiply or divide by exact powers, so that 750 um is exactly 0.75 mm.
#pragma once

#include <array>
#include <limits>
#include <span>
#include <string_view>

namespace asepsim::scenario {

/// A unit: stored value = number * multiply / divide.
struct Unit {
  std::string_view word;
  double multiply = 1;
  double divide = 1;
};

struct Dimension {
  std::string_view name;       ///< "duration"
  std::string_view phrase;     ///< "a duration with a unit"
  std::string_view example;    ///< "3.5 min"
  std::string_view stored_in;  ///< unit of the stored number, for the reference
  std::span<const Unit> units{};
  bool unit_due = false;  ///< a bare number is refused
  bool adds_up = false;   ///< several numbers add up: 1 h 30 min
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  double least_sane = -std::numeric_limits<double>::infinity();  ///< see Field::sane
  double most_sane = std::numeric_limits<double>::infinity();
};

namespace dimension {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double century = 36'525 * 86400e6;  // us

inline constexpr std::array duration_units{
    Unit{"min", 60e6},    Unit{"h", 3600e6}, Unit{"s", 1e6}, Unit{"d", 86400e6},
    Unit{"wk", 604800e6}, Unit{"ms", 1e3},   Unit{"us"}};
inline constexpr std::array minute_units{Unit{"min"}, Unit{"s", 1, 60}, Unit{"h", 60},
                                         Unit{"d", 1440}, Unit{"wk", 10080}};
inline constexpr std::array length_units{Unit{"mm"}, Unit{"um", 1, 1000}, Unit{"µm", 1, 1000},
                                         Unit{"cm", 10}};
inline constexpr std::array radius_units{Unit{"um", 1, 10000}, Unit{"µm", 1, 10000},
                                         Unit{"mm", 1, 10}, Unit{"cm"}};
inline constexpr std::array temperature_units{Unit{"C"}, Unit{"°C"}};
inline constexpr std::array kelvin_units{Unit{"K"}};
inline constexpr std::array percent_units{Unit{"%", 1, 100}};
inline constexpr std::array area_units{Unit{"cm2"}, Unit{"cm²"}};
inline constexpr std::array density_units{Unit{"/cm2"}, Unit{"/cm²"}};
inline constexpr std::array money_units{Unit{"¤"}};
inline constexpr std::array wage_units{Unit{"¤/h"}};
inline constexpr std::array year_units{Unit{"years"}, Unit{"year"}, Unit{"y"}};
inline constexpr std::array log_units{Unit{"log10"}};
inline constexpr std::array cfu_units{Unit{"CFU"}};
inline constexpr std::array rate_units{Unit{"/h"}};
inline constexpr std::array wavelength_units{Unit{"nm"}};
inline constexpr std::array fluence_units{Unit{"J/cm2"}, Unit{"J/cm²"}};
inline constexpr std::array pulse_units{Unit{"ms"}, Unit{"us", 1, 1000}, Unit{"µs", 1, 1000},
                                        Unit{"ns", 1, 1000000}, Unit{"ps", 1, 1000000000}};

inline constexpr Dimension number{.name = "number",
                                  .phrase = "a number",
                                  .example = "1.5",
                                  .stored_in = "",
                                  .least_sane = -1e15,
                                  .most_sane = 1e15};
inline constexpr Dimension positive{.name = "number",
                                    .phrase = "a number",
                                    .example = "1.5",
                                    .stored_in = "",
                                    .least = 0,
                                    .least_sane = 0,
                                    .most_sane = 1e6};
inline constexpr Dimension probability{.name = "probability",
                                       .phrase = "a probability",
                                       .example = "0.05 or 5 %",
                                       .stored_in = "",
                                       .units = percent_units,
                                       .least = 0,
                                       .most = 1,
                                       .least_sane = -10,
                                       .most_sane = 10};
inline constexpr Dimension share{.name = "share",
                                 .phrase = "a share",
                                 .example = "0.25 or 25 %",
                                 .stored_in = "",
                                 .units = percent_units,
                                 .least = 0,
                                 .most = 1,
                                 .least_sane = -10,
                                 .most_sane = 10};
inline constexpr Dimension ratio{.name = "ratio",
                                 .phrase = "a ratio",
                                 .example = "0.5 or 50 %",
                                 .stored_in = "",
                                 .units = percent_units,
                                 .least = 0,
                                 .least_sane = -1e3,
                                 .most_sane = 1e3};
inline constexpr Dimension duration{.name = "duration",
                                    .phrase = "a duration with a unit",
                                    .example = "3.5 min",
                                    .stored_in = "us",
                                    .units = duration_units,
                                    .unit_due = true,
                                    .adds_up = true,
                                    .least = 0,
                                    .least_sane = -century,
                                    .most_sane = century};
inline constexpr Dimension signed_duration{.name = "duration",
                                           .phrase = "a duration with a unit",
                                           .example = "-15 min",
                                           .stored_in = "us",
                                           .units = duration_units,
                                           .unit_due = true,
                                           .adds_up = true,
                                           .least_sane = -century,
                                           .most_sane = century};
inline constexpr Dimension time_of_day{
    .name = "time of day", .phrase = "a time of day", .example = "12:30", .stored_in = "us"};
inline constexpr Dimension minutes{.name = "duration",
                                   .phrase = "a duration with a unit",
                                   .example = "2 min",
                                   .stored_in = "min",
                                   .units = minute_units,
                                   .unit_due = true,
                                   .least = 0,
                                   .least_sane = 1e-3,
                                   .most_sane = 1e4};
inline constexpr Dimension length{.name = "length",
                                  .phrase = "a length with a unit",
                                  .example = "0.75 mm",
                                  .stored_in = "mm",
                                  .units = length_units,
                                  .unit_due = true,
                                  .least = 0,
                                  .least_sane = 0.01,
                                  .most_sane = 10};
inline constexpr Dimension signed_length{.name = "length",
                                         .phrase = "a length with a unit",
                                         .example = "0.05 mm",
                                         .stored_in = "mm",
                                         .units = length_units,
                                         .unit_due = true,
                                         .least_sane = -10,
                                         .most_sane = 10};
inline constexpr Dimension radius{.name = "length",
                                  .phrase = "a length with a unit",
                                  .example = "35 um",
                                  .stored_in = "cm",
                                  .units = radius_units,
                                  .unit_due = true,
                                  .least = 0,
                                  .least_sane = 1e-4,
                                  .most_sane = 0.1};
inline constexpr Dimension temperature{.name = "temperature",
                                       .phrase = "a temperature with a unit",
                                       .example = "134 C",
                                       .stored_in = "C",
                                       .units = temperature_units,
                                       .unit_due = true,
                                       .least = -20,
                                       .most = 300,
                                       .least_sane = -300,
                                       .most_sane = 300};
inline constexpr Dimension kelvin{.name = "temperature difference",
                                  .phrase = "a temperature difference with a unit",
                                  .example = "5 K",
                                  .stored_in = "K",
                                  .units = kelvin_units,
                                  .unit_due = true,
                                  .least = 0,
                                  .least_sane = -300,
                                  .most_sane = 300};
inline constexpr Dimension area{.name = "area",
                                .phrase = "an area with a unit",
                                .example = "350 cm2",
                                .stored_in = "cm2",
                                .units = area_units,
                                .unit_due = true,
                                .least = 0,
                                .least_sane = 0.1,
                                .most_sane = 20'000};
inline constexpr Dimension density{.name = "density",
                                   .phrase = "a density with a unit",
                                   .example = "250 /cm2",
                                   .stored_in = "/cm2",
                                   .units = density_units,
                                   .unit_due = true,
                                   .least = 0,
                                   .least_sane = 0,
                                   .most_sane = 100'000};
inline constexpr Dimension wavelength{.name = "wavelength",
                                      .phrase = "a wavelength with a unit",
                                      .example = "755 nm",
                                      .stored_in = "nm",
                                      .units = wavelength_units,
                                      .unit_due = true,
                                      .least = 0,
                                      .least_sane = 400,
                                      .most_sane = 1200};
inline constexpr Dimension fluence{.name = "fluence",
                                   .phrase = "a fluence with a unit",
                                   .example = "14 J/cm2",
                                   .stored_in = "J/cm2",
                                   .units = fluence_units,
                                   .unit_due = true,
                                   .least = 0,
                                   .least_sane = 0,
                                   .most_sane = 100};
inline constexpr Dimension pulse{.name = "pulse",
                                 .phrase = "a pulse length with a unit",
                                 .example = "10 ms",
                                 .stored_in = "ms",
                                 .units = pulse_units,
                                 .unit_due = true,
                                 .least = 0,
                                 .least_sane = 1e-10,
                                 .most_sane = 1000};
inline constexpr Dimension money{.name = "amount",
                                 .phrase = "an amount of money with its currency",
                                 .example = "35 ¤",
                                 .stored_in = "¤",
                                 .units = money_units,
                                 .unit_due = true,
                                 .least = 0,
                                 .least_sane = -1e9,
                                 .most_sane = 1e9};
inline constexpr Dimension wage{.name = "wage",
                                .phrase = "a wage an hour",
                                .example = "41.38 ¤/h",
                                .stored_in = "¤/h",
                                .units = wage_units,
                                .unit_due = true,
                                .least = 0,
                                .least_sane = -1e9,
                                .most_sane = 1e9};
inline constexpr Dimension years{.name = "age",
                                 .phrase = "an age with a unit",
                                 .example = "35 years",
                                 .stored_in = "years",
                                 .units = year_units,
                                 .unit_due = true,
                                 .least = 0,
                                 .most = 130,
                                 .least_sane = -1e3,
                                 .most_sane = 1e3};
inline constexpr Dimension log10{.name = "log10",
                                 .phrase = "a power of ten",
                                 .example = "2.5",
                                 .stored_in = "log10",
                                 .units = log_units,
                                 .least_sane = -20,
                                 .most_sane = 20};
inline constexpr Dimension cfu{.name = "CFU",
                               .phrase = "a number of colony-forming units",
                               .example = "550",
                               .stored_in = "CFU",
                               .units = cfu_units,
                               .least = 0,
                               .least_sane = 0,
                               .most_sane = 1e12};
inline constexpr Dimension hourly_rate{.name = "rate",
                                       .phrase = "a rate an hour",
                                       .example = "2.5",
                                       .stored_in = "/h",
                                       .units = rate_units,
                                       .least = 0,
                                       .least_sane = 0,
                                       .most_sane = 1e6};

/// All of them, for what must be said once of each.
inline constexpr std::array all{
    &number,          &positive, &probability,   &share,  &ratio,       &duration, &minutes,
    &signed_duration, &length,   &signed_length, &radius, &temperature, &kelvin,   &area,
    &density,         &money,    &wage,          &years,  &log10,       &cfu,      &hourly_rate,
    &wavelength,      &fluence,  &pulse};

}  // namespace dimension
}  // namespace asepsim::scenario
