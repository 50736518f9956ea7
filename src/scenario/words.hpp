// The words of the scenario language for every enumeration, with what each means.
//
// One table an enumeration: the reader looks words up, the writer prints them, the schema and the
// field reference list them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "scenario/aftercare.hpp"
#include "scenario/benefit.hpp"
#include "scenario/estimation.hpp"
#include "scenario/initial_state.hpp"
#include "scenario/instruments.hpp"
#include "scenario/light.hpp"
#include "scenario/needling.hpp"
#include "scenario/pathway.hpp"
#include "scenario/patients.hpp"
#include "scenario/resources.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

/// A word and its meaning. The value of a word is its index in the table.
struct Word {
  std::string_view text;
  std::string_view meaning;
};
using Words = std::span<const Word>;

/// The words of an enumeration, in the order of its values.
Words words_of(EndOfShift);
Words words_of(Grade);
Words words_of(InstrumentPolicy);
Words words_of(WhenEmpty);
Words words_of(WhenOut);
Words words_of(Treatment);
Words words_of(WashMethod);
Words words_of(SterilizerClass);
Words words_of(ReleaseRule);
Words words_of(AfterPositive);
Words words_of(ChemicalType);
Words words_of(WaterOf);
Words words_of(Quality);
Words words_of(Agent);
Words words_of(Antiseptic);
Words words_of(StepKind);
Words words_of(SessionRule);
Words words_of(OnPreemption);
Words words_of(ArrivalKind);
Words words_of(Device);
Words words_of(LengthPolicy);
Words words_of(BranchMode);
Words words_of(StrataMode);
Words words_of(PenetrationCase);
Words words_of(Qualification);
Words words_of(Condition);
Words words_of(SkinLayer);
Words words_of(GainFrom);
Words words_of(Antiviral);
Words words_of(ScreeningAnswer);
Words words_of(Modality);
Words words_of(FluencePolicy);
Words words_of(Sex);
Words words_of(Phototype);

/// The word for a value.
template <class E>
std::string_view word_for(E value) {
  return words_of(value)[static_cast<std::size_t>(value)].text;
}

}  // namespace asepsim::scenario
