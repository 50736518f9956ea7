#include "scenario/words.hpp"

#include <array>

namespace asepsim::scenario {

Words words_of(EndOfShift) {
  static constexpr std::array words{
      Word{"finish", "finishes the task in hand, then leaves"},
      Word{"hand_over", "hands the task to a free colleague on shift"},
      Word{"suspend", "puts the task down until somebody with the skill is there again"},
      Word{"overtime", "stays until the last patient has left, at most overtime_cap"}};
  return words;
}

Words words_of(Grade) {
  static constexpr std::array words{Word{"expert", "depth error of experts (D6)"},
                                    Word{"trained", "depth error of trained staff (D6)"},
                                    Word{"untrained", "depth error of the untrained (D6)"}};
  return words;
}

Words words_of(InstrumentPolicy) {
  static constexpr std::array words{Word{"single_use", "a new one for each patient, thrown away"},
                                    Word{"reprocess", "washed and sterilized between patients"},
                                    Word{"reuse_up_to", "used for up to reuse_limit patients"}};
  return words;
}

Words words_of(WhenEmpty) {
  static constexpr std::array words{Word{"wait", "the patient waits for the next sterile set"},
                                    Word{"cancel", "the session is cancelled"},
                                    Word{"reuse", "a used one is taken"}};
  return words;
}

Words words_of(WhenOut) {
  static constexpr std::array words{
      Word{"wait", "the patient waits for the next delivery, at most until the clinic day ends"},
      Word{"cancel", "the visit ends"},
      Word{"buy", "what is lacking is bought at once, at the price times premium"}};
  return words;
}

Words words_of(Treatment) {
  static constexpr std::array words{Word{"sterilize", "goes through sterilization"},
                                    Word{"chemical_soak", "is soaked as section disinfection says"},
                                    Word{"wipe", "is wiped as section disinfection says"},
                                    Word{"nothing", "nothing is done"}};
  return words;
}

Words words_of(WashMethod) {
  static constexpr std::array words{Word{"manual", "by hand: about 2 log10 (I6)"},
                                    Word{"ultrasonic", "ultrasonic bath: about 3 log10 (I6)"},
                                    Word{"washer_disinfector", "machine: about 4 log10 (I6)"}};
  return words;
}

Words words_of(SterilizerClass) {
  static constexpr std::array words{
      Word{"n", "EN 13060 class N: unwrapped solid items only (I16)"},
      Word{"s", "EN 13060 class S: as the maker specifies (I16)"},
      Word{"b", "EN 13060 class B: hollow, porous and wrapped items (I16)"},
      Word{"dry_heat", "hot air (I23)"}};
  return words;
}

Words words_of(ReleaseRule) {
  static constexpr std::array words{
      Word{"on_cycle_end", "as soon as the cycle has ended"},
      Word{"on_chemical", "when the chemical indicator has been looked at"},
      Word{"on_biological", "when the biological indicator has been read"}};
  return words;
}

Words words_of(AfterPositive) {
  static constexpr std::array words{
      Word{"keep_running", "it goes on as before"},
      Word{"retest", "out of service until a test cycle has passed; repaired if that fails too"},
      Word{"repair", "out of service until repaired and three test cycles have passed"}};
  return words;
}

Words words_of(WaterOf) {
  static constexpr std::array words{Word{"clinic", "the pipes carry them all the time, or never"},
                                    Word{"day", "each day has water of its own"}};
  return words;
}

Words words_of(ChemicalType) {
  static constexpr std::array words{
      Word{"type_1", "outside the pack: it was in a hot machine"},
      Word{"type_4", "inside the pack: temperature and time, roughly"},
      Word{"type_5", "integrates time and temperature as spores do"},
      Word{"type_6", "made for one programme: temperature and time"}};
  return words;
}

Words words_of(Antiseptic) {
  static constexpr std::array words{Word{"alcohol", "70 % ethanol or isopropanol"},
                                    Word{"chlorhexidine_alcohol", "not near eyes and ears"},
                                    Word{"povidone_iodine", "PVP-I"},
                                    Word{"soap", "washed with soap and water only"}};
  return words;
}

Words words_of(Agent) {
  static constexpr std::array words{Word{"declared", "the log reductions are given"},
                                    Word{"ethanol", "70 %; no spores, slowed by blood (I38)"},
                                    Word{"glutaraldehyde", "2 %; 20 min and more (I30)"},
                                    Word{"ortho_phthalaldehyde", "0.55 %; 12 min (I31)"},
                                    Word{"hypochlorite", "425 ppm chlorine; 10 min (I32)"},
                                    Word{"hydrogen_peroxide", "7.5 %; 30 min (I32)"}};
  return words;
}

Words words_of(Quality) {
  static constexpr std::array words{
      Word{"good", "trained staff, every load watched: 0.2 % of cycles fail"},
      Word{"average", "1 % of cycles fail"}, Word{"poor", "nobody watches: 9 % of cycles fail"}};
  return words;
}

Words words_of(StepKind) {
  static constexpr std::array words{
      Word{"check_in", "reception, consent"},
      Word{"consultation", "screening and contraindications, choice of needle length"},
      Word{"numbing", "topical anaesthetic takes effect"},
      Word{"skin_prep", "antiseptic on the skin"},
      Word{"treatment", "needling"},
      Word{"recovery", "cooling and watching"},
      Word{"post_care", "aftercare is taught"},
      Word{"check_out", "payment, next appointment"},
      Word{"follow_up", "phone call or control visit"},
      Word{"complication_visit", "unscheduled visit because of a complication"},
      Word{"service", "anything else"}};
  return words;
}

Words words_of(SessionRule) {
  static constexpr std::array words{Word{"any", "in every session"},
                                    Word{"first", "in the first session of a course only"},
                                    Word{"later", "in every session but the first"}};
  return words;
}

Words words_of(OnPreemption) {
  static constexpr std::array words{Word{"resume", "goes on where it stopped"},
                                    Word{"restart", "starts again with the same duration"},
                                    Word{"resample", "starts again with a new duration"}};
  return words;
}

Words words_of(ArrivalKind) {
  static constexpr std::array words{Word{"booked", "asks for an appointment"},
                                    Word{"walk_in", "comes without an appointment"}};
  return words;
}

Words words_of(Device) {
  static constexpr std::array words{Word{"pen", "motor pen: depth is set, single-use tip (P42)"},
                                    Word{"roller", "needle roller: pressure sets depth (P42)"}};
  return words;
}

Words words_of(LengthPolicy) {
  static constexpr std::array words{
      Word{"fixed", "length_fixed of the indication"},
      Word{"by_site", "length_by_site of the site"},
      Word{"by_skin_thickness", "target_fraction of the patient's measured dermis"},
      Word{"novice_guess", "a guess around length_fixed, as guess_spread says (P1, P9)"}};
  return words;
}

Words words_of(PenetrationCase) {
  static constexpr std::array words{
      Word{"usual", "fraction_short and fraction_long (D1, D3)"},
      Word{"low", "fraction_low: a fifth of the length, as in the only roller study (D2)"}};
  return words;
}

Words words_of(Qualification) {
  static constexpr std::array words{
      Word{"dermatologist", "the odds that the others are measured by (W7)"},
      Word{"trained_nurse", "nurse or practitioner with training (W7)"},
      Word{"certified_aesthetician", "with a certificate (W7)"},
      Word{"uncertified", "in a salon, without a certificate (W7)"},
      Word{"unlicensed", "against the law (W7)"}};
  return words;
}

Words words_of(Condition) {
  static constexpr std::array words{
      Word{"pit_scars", "scars of acne: reached only in the dermis (P26)"},
      Word{"fine_lines", "static lines improve, dynamic ones do not (P34)"},
      Word{"acne", "inflamed skin (P11)"},
      Word{"freckles", "poor by needle, better by light (X4)"},
      Word{"sensitive_skin", "a thin barrier: better after one skin cycle (P24)"},
      Word{"other", "no effect unless one is declared"}};
  return words;
}

Words words_of(SkinLayer) {
  static constexpr std::array words{
      Word{"stratum_corneum", "the horny layer (S16)"},
      Word{"epidermis", "below it, without vessels (S9)"},
      Word{"papillary_dermis", "first part of the dermis, bleeds (S17)"},
      Word{"reticular_dermis", "the rest of the dermis"}, Word{"fat", "beyond the dermis"}};
  return words;
}

Words words_of(GainFrom) {
  static constexpr std::array words{
      Word{"epidermis", "from below the stratum corneum, full at the dermis"},
      Word{"dermis", "from the top of the dermis, full at full_share_of_dermis (F3)"}};
  return words;
}

Words words_of(BranchMode) {
  static constexpr std::array words{
      Word{"sample", "drawn with its own probability (crude)"},
      Word{"integrate", "taken with its probability as a factor (conditional Monte Carlo)"},
      Word{"tilt", "drawn with a larger probability and a likelihood ratio (importance sampling)"},
      Word{"force", "taken for certain with its probability as a factor, the other arm dropped"},
      Word{"split", "what comes to it goes on as equal parts, each of which draws (splitting)"}};
  return words;
}

Words words_of(StrataMode) {
  static constexpr std::array words{
      Word{"sample", "drawn with everything else"},
      Word{"stratify",
           "given to a share of the replications, which are weighed by its probability"}};
  return words;
}

Words words_of(Antiviral) {
  static constexpr std::array words{Word{"nobody", "no prophylaxis"},
                                    Word{"history", "carriers who know of cold sores, if asked"},
                                    Word{"everybody", "every patient before every session"}};
  return words;
}

Words words_of(ScreeningAnswer) {
  static constexpr std::array words{Word{"treat", "is treated nevertheless"},
                                    Word{"defer", "comes back when it has passed"},
                                    Word{"refuse", "is not treated"}};
  return words;
}

Words words_of(Modality) {
  static constexpr std::array words{Word{"microneedle", "needles: depth by the section needling"},
                                    Word{"ipl", "intense pulsed light by the section light"},
                                    Word{"picosecond", "picosecond laser by the section light"}};
  return words;
}

Words words_of(FluencePolicy) {
  static constexpr std::array words{Word{"by_phototype", "fluence of the patient's phototype"},
                                    Word{"fixed", "fluence_fixed for everybody"}};
  return words;
}

Words words_of(Sex) {
  static constexpr std::array words{Word{"female", "a woman"}, Word{"male", "a man"}};
  return words;
}

Words words_of(Phototype) {
  static constexpr std::array words{Word{"I", "always burns, never tans"},
                                    Word{"II", "usually burns, tans little"},
                                    Word{"III", "sometimes burns, tans"},
                                    Word{"IV", "rarely burns, tans well"},
                                    Word{"V", "brown skin"},
                                    Word{"VI", "dark brown or black skin"}};
  return words;
}

}  // namespace asepsim::scenario
