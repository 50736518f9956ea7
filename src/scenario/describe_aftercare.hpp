// The fields of products that are driven in and of what patients do after a session.
#pragma once

#include "scenario/aftercare.hpp"
#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// A factor on odds or on a probability, between a thousandth and a thousand.
constexpr Field factor(std::string_view key, std::string_view says, std::string_view standing,
                       std::string_view row) {
  return field(key, says)
      .as(dimension::ratio)
      .sanely(1e-3, 1e3)
      .otherwise(standing, row)
      .like("1.5");
}

template <class Visitor>
void describe(Visitor& v, Product& p) {
  v.value(field("approved", "for use within the skin").otherwise("true").like("false"), p.approved);
  v.value(factor("granuloma", "factor on the probability of granuloma if not approved",
                 "{value: 20, range: [10, 30]}", "C16"),
          p.granuloma);
  v.value(factor("irritation", "odds of irritant dermatitis are multiplied by this",
                 "{value: 1, range: [0.5, 2]}", "assumption: as without a product"),
          p.irritation);
  v.value(factor("pigmentation", "odds of hyperpigmentation; below 1 for pigment drugs (A10)",
                 "{value: 1, range: [0.5, 2]}", "assumption: as without a product"),
          p.pigmentation);
  v.value(factor("benefit", "factor on what a session improves", "{value: 1, range: [0.5, 2]}",
                 "assumption: as without a product"),
          p.benefit);
  v.value(
      field("price", "of one session's portion")
          .as(dimension::money)
          .otherwise("{value: 0 ¤, range: [0 ¤, 60 ¤]}", "assumption: part of the session's price")
          .like("12 ¤"),
      p.price);
  v.value(field("patients_per_bottle", "1: single-dose")
              .within(1, limits::units)
              .setting()
              .otherwise("1")
              .like("10"),
          p.patients_per_bottle);
  v.value(field("contaminated", "probability that a bottle carries mycobacteria")
              .as(dimension::probability)
              .otherwise("{value: 0.00001, range: [0, 0.001]}",
                         "assumption (B11, B12: outbreaks without denominators)")
              .like("0.0001"),
          p.contaminated);
  v.value(field("germs", "log10 CFU of them that a session drives in")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 2, sd: 1}, range: [0, 4]}", "assumption: no figure found")
              .like("{normal: {mean: 2, sd: 1}}"),
          p.germs);
}

/// A habit or product that is not known to change these odds.
inline constexpr std::string_view no_effect = "{value: 1, range: [0.8, 1.25]}";

/// One habit with its own defaults: shares without and with coaching, and what it does to odds.
struct HabitDefaults {
  Habit& habit;
  std::string_view share, coached, infection = no_effect, irritation = no_effect,
                                   pigmentation = no_effect;
};

template <class Visitor>
void describe(Visitor& v, HabitDefaults& h) {
  const auto share = [](std::string_view key, std::string_view says, std::string_view standing) {
    return field(key, says)
        .as(dimension::share)
        .otherwise(standing, "assumption: habits of adults")
        .like("50 %");
  };
  v.value(share("share", "of patients who have the habit", h.share), h.habit.share);
  v.value(share("coached", "the same with coaching", h.coached), h.habit.coached);
  v.value(share("reference", "of the patients whose average the declared rates describe", h.share),
          h.habit.reference);
  v.value(factor("infection", "its odds are multiplied by this", h.infection,
                 "assumption: direction only is known"),
          h.habit.infection);
  v.value(factor("irritation", "odds of irritant dermatitis", h.irritation,
                 "assumption: direction only is known"),
          h.habit.irritation);
  v.value(factor("pigmentation", "odds of hyperpigmentation", h.pigmentation,
                 "assumption: direction only is known"),
          h.habit.pigmentation);
}

template <class Visitor>
void habit(Visitor& v, const Field& field, HabitDefaults defaults) {
  v.section(field, defaults);
}

template <class Visitor>
void describe_habits(Visitor& v, Aftercare& a) {
  v.value(field("habits", "false: the four habits below change nothing")
              .otherwise("true")
              .like("false"),
          a.habits);
  habit(v, field("moisturizer", "cream for the barrier"),
        {.habit = a.moisturizer,
         .share = "{value: 50 %, range: [20 %, 80 %]}",
         .coached = "{value: 80 %, range: [50 %, 95 %]}",
         .irritation = "{value: 0.6, range: [0.3, 1]}",
         .pigmentation = "{value: 0.9, range: [0.7, 1]}"});
  habit(v, field("diet", "a balanced diet"),
        {.habit = a.diet,
         .share = "{value: 60 %, range: [30 %, 80 %]}",
         .coached = "{value: 65 %, range: [30 %, 85 %]}",
         .infection = "{value: 0.9, range: [0.6, 1.1]}",
         .pigmentation = "{value: 0.95, range: [0.7, 1.1]}"});
  habit(v, field("sleep", "enough sleep"),
        {.habit = a.sleep,
         .share = "{value: 60 %, range: [30 %, 80 %]}",
         .coached = "{value: 65 %, range: [30 %, 85 %]}",
         .infection = "{value: 0.9, range: [0.6, 1.1]}",
         .irritation = "{value: 0.95, range: [0.7, 1.1]}"});
  habit(v, field("exercise", "hard exercise and sweat in the first two days"),
        {.habit = a.exercise,
         .share = "{value: 30 %, range: [10 %, 60 %]}",
         .coached = "{value: 15 %, range: [5 %, 40 %]}",
         .infection = "{value: 1.3, range: [1, 2.5]}",
         .irritation = "{value: 1.5, range: [1, 3]}"});
}

template <class Visitor>
void describe_irritants(Visitor& v, Aftercare& a) {
  v.value(field("irritants_per_day",
                "probability of salicylate, retinoid, scrub, vitamin C or "
                "alcohol on one day")
              .as(dimension::probability)
              .within(0, 0.99)
              .otherwise("{value: 10 %, range: [3 %, 30 %]}", "assumption (A15)")
              .like("10 %"),
          a.irritants_per_day);
  v.value(factor("irritants_coached", "its odds are multiplied by this with coaching",
                 "{value: 0.4, range: [0.2, 0.8]}", "assumption (A14)"),
          a.irritants_coached);
  v.value(field("irritants_until", "they harm within this time after the session")
              .as(dimension::duration)
              .otherwise("72 h", "A15")
              .like("72 h"),
          a.irritants_until);
  v.value(field("vitamin_c", "share of irritants that are strong vitamin C")
              .as(dimension::share)
              .otherwise("{value: 25 %, range: [5 %, 50 %]}", "assumption (A15)")
              .like("25 %"),
          a.vitamin_c);
  v.value(
      factor("irritation", "odds of irritant dermatitis are multiplied by this with an irritant",
             "{value: 3, range: [1.5, 6]}", "A16"),
      a.irritation);
  v.value(factor("granuloma", "factor on granuloma with vitamin C in open channels",
                 "{value: 20, range: [10, 30]}", "A16"),
          a.granuloma);
}

template <class Visitor>
void describe(Visitor& v, Aftercare& a) {
  v.value(field("coaching", "patients are taught well and reminded by daily messages")
              .otherwise("false")
              .like("true"),
          a.coaching);
  v.value(field("sunscreen_coached", "share that uses sunscreen then; else population.sunscreen")
              .as(dimension::share)
              .otherwise("{value: 56.1 %, range: [40 %, 72 %]}", "A13, A14")
              .like("56.1 %"),
          a.sunscreen_coached);
  describe_irritants(v, a);
  v.value(field("occlusion", "share under make-up or film: channels stay open twice as long")
              .as(dimension::share)
              .otherwise("{value: 10 %, range: [2 %, 30 %]}", "assumption (A7)")
              .like("10 %"),
          a.occlusion);
  v.value(factor("half_life_factor", "factor on the half-life of open channels",
                 "{value: 1, range: [0.05, 2]}", "assumption (A4, A6, A7)"),
          a.half_life_factor);
  v.value(field("environment_per_hour",
                "probability of bacterial infection by an hour of fully open channels at home")
              .as(dimension::probability)
              .within(0, 0.99)
              .otherwise("{value: 1e-6, range: [0, 1e-5]}", "assumption (bounded by C21)")
              .like("1e-6"),
          a.environment_per_hour);
  describe_habits(v, a);
}

}  // namespace asepsim::scenario
