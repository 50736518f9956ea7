// Random valid clinics, small enough to check fact by fact.
//
// random_clinic(seed) is scenario text: the same seed and compiler give the same text. Every rule
// of the clinic occurs in some of them: shifts with each end, breaks, absence, shared skills, kept
// rooms and people, turnaround, breakdowns, maintenance, patience, full queues, pre-emption, routes
// and returns, bookings, the instrument policies, sterilizing with failures and recalls,
// complications and calls.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace asepsim::clinic {

/// Throws dice from a 64-bit congruential generator (Knuth's MMIX constants).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2862933555777941757ull + 3037000493ull) {}

  /// Uniform on from .. to, both included.
  int in(int from, int to) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return from + static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(to - from + 1));
  }
  bool chance(int percent) { return in(1, 100) <= percent; }
  const std::string& pick(const std::vector<std::string>& list) {
    return list[static_cast<std::size_t>(in(0, static_cast<int>(list.size()) - 1))];
  }

 private:
  std::uint64_t state_;
};

class RandomClinic {
 public:
  explicit RandomClinic(std::uint64_t seed) : dice_(seed), upkeep_dice_(~seed) {}

  std::string text() {
    always_open_ = dice_.chance(25);
    std::string all = "run: {start: 2027-01-04, length: " + number(5, 12) +
                      " d, warm_up: " + number(0, 2) + " d}\n";
    all += always_open_ ? "calendar: {opening: always}\n"
                        : "calendar: {opening: {weekdays: \"09:00-12:00, 13:00-17:00\", "
                          "saturday: \"09:00-13:00\"}, holidays: [2027-01-06]}\n";
    for (const auto section :
         {&RandomClinic::staff, &RandomClinic::rooms, &RandomClinic::instruments,
          &RandomClinic::people, &RandomClinic::pathways, &RandomClinic::arrivals}) {
      all += (this->*section)();
    }
    return all;
  }

 private:
  std::string number(int from, int to) { return std::to_string(dice_.in(from, to)); }
  std::string percent(int from, int to) { return number(from, to) + " %"; }

  std::string duration(int most) {
    const std::string mean = number(1, most);
    switch (dice_.in(0, 3)) {
      case 0:
        return mean + " min";
      case 1:
        return "{exponential: " + mean + " min}";
      case 2:
        return "{uniform: [0 min, " + mean + " min]}";
      default:
        return "{lognormal: {mean: " + mean + " min, cv: 0.8}}";
    }
  }

  std::string staff() {
    std::string out = "staff:\n";
    for (const char* name : {"nurse", "doctor", "aide"}) {
      skills_.push_back(name);
      out += std::string("  ") + name + ": {count: " + number(1, 3) + ", wage: 30 USD/h, skills: [";
      out += dice_.chance(60) ? "care" : "talk";
      if (dice_.chance(50)) out += ", wash";
      out += "]" + presence() + "}\n";
    }
    out += "  extra: {count: 2, skills: [care, talk, wash]" + presence() + "}\n";
    skills_.insert(skills_.end(), {"care", "talk", "wash"});
    return out;
  }

  std::string presence() {
    std::string out =
        ", end_of_shift: " + dice_.pick({"finish", "hand_over", "suspend", "overtime"});
    out += ", overtime_cap: " + number(10, 120) + " min";
    if (dice_.chance(50)) {
      out += ", hours: {weekdays: \"" +
             dice_.pick({"09:00-12:30", "08:00-16:00", "11:00-17:00", "09:00-12:00, 14:00-18:00",
                         "00:00-24:00"}) +
             "\", saturday: \"09:00-13:00\"}";
    }
    if (dice_.chance(50)) {
      out +=
          ", breaks: [{at: 15:30, length: 40 min}, {at: 11:45, length: " + number(5, 60) + " min}]";
    }
    if (dice_.chance(30)) out += ", absence: " + percent(5, 60);
    return out;
  }

  std::string rooms() {
    const auto turnaround = [&] {
      if (!dice_.chance(50)) return std::string();
      return ", turnaround: {duration: " + duration(12) + ", supplies: 1 USD" +
             (dice_.chance(60) ? ", staff: " + dice_.pick(skills_) : "") + "}";
    };
    std::string out = "rooms:\n  cabin: {count: " + number(1, 3) + turnaround() + "}\n";
    out += "  hall: {count: unlimited}\n";
    out += "equipment:\n  laser: {count: " + number(1, 2) + turnaround() + upkeep() + "}\n";
    out += "consumables: {swab: {price: 0.35 USD}}\n";
    return out;
  }

  // Dice of its own: the rest of the clinic is the same with and without it.
  std::string upkeep() {
    std::string out;
    if (upkeep_dice_.chance(50)) {
      out += ", breakdowns: {uses_between: " + std::to_string(upkeep_dice_.in(1, 9)) +
             ", repair: {exponential: " + std::to_string(upkeep_dice_.in(1, 20)) + " h}}";
    }
    if (upkeep_dice_.chance(50)) {
      out += ", maintenance: {every: " + std::to_string(upkeep_dice_.in(1, 3)) +
             " d, duration: " + std::to_string(upkeep_dice_.in(1, 20)) + " h}";
    }
    return out;
  }

  std::string instruments() {
    const std::string policy =
        dice_.pick({"single_use, between_patients: nothing",
                    "single_use, between_patients: nothing, "
                    "reuse_despite_policy: 30 %",
                    "reuse_up_to, reuse_limit: 4, between_patients: wipe", "reprocess, stock: 3",
                    "reprocess, stock: 4, most_cycles: 3",
                    "reprocess, stock: 2, between_patients: chemical_soak"});
    std::string out = "instruments:\n  head: {price: 10 USD, when_empty: " +
                      dice_.pick({"wait", "cancel", "reuse"}) + ", policy: " + policy + "}\n";
    out +=
        "disinfection: {duration: 10 min, log_reduction_bacteria: 1, log_reduction_virus: 1, "
        "skipped: 20 %}\n";
    out += "sterilization:\n  staff: " + dice_.pick(skills_) +
           "\n  wash_method: " + dice_.pick({"manual", "ultrasonic"}) +
           "\n  wash: {duration: " + duration(12) +
           ", log_reduction: {normal: {mean: 2, sd: 0.7}}}\n  reject: " + percent(0, 40) +
           "\n  sterilizers: " + number(1, 2) + "\n  capacity: " + number(2, 4) +
           "\n  least_batch: " + number(1, 2) + "\n  linger: " + number(0, 90) +
           " min\n  programme: {temperature: 134 C, hold: 3.5 min, total: 45 min}\n" +
           "  failure: {probability: " + percent(0, 40) + "}\n" +
           "  mean_cycles_between_breakdowns: " + number(3, 50) + "\n  repair: 5 h\n  release: " +
           dice_.pick({"on_cycle_end", "on_chemical", "on_biological"}) +
           "\n  indicators: {biological_every: 1 d, biological_delay: 8 h}\n  shelf_life: " +
           number(1, 5) + " d\n";
    return out;
  }

  std::string people() {
    std::string out = R"(
population: {}
sites:
  cheek: {dermis_male_mean: 1.1 mm, dermis_male_sd: 0.2 mm, dermis_female_mean: 0.9 mm,
          dermis_female_sd: 0.2 mm, length_by_site: 1 mm}
indications:
  acne: {share: 60 %, site: cheek, area: 200 cm2, sessions: {discrete: {values: [1, 2, 3],
         weights: [1, 1, 1]}}, interval: 2 d, length_fixed: 1 mm, target_fraction: 0.5}
  scars: {share: 40 %, site: cheek, area: 100 cm2, sessions: 1, length_fixed: 1.5 mm,
          target_fraction: 0.7}
needling: {}
benefit: {}
skin_preparation: {}
bacterial_infection: {severity: 0.5}
bloodborne: {}
screening: {}
finance: {session_price: 200 USD, consultation_price: 50 USD, rent_per_day: 100 USD}
complications: {pathway: back, priority: 10, infection: {lag: 1 d}, bruise: {lag: 20 h}}
follow_up: {pathway: call, after: {uniform: [2 h, 30 h]}}
)";
    out += "booking: {slot: 30 min, per_slot: " + number(1, 2) +
           ", overbooking: " + percent(0, 30) + ", horizon: 3 d, cancelled: " + percent(0, 20) +
           ", no_show_at_week: " + percent(0, 30) + "}\n";
    return out;
  }

  // What a step asks for, and what of it stays with the patient.
  std::string needs(bool treatment) {
    std::string out;
    std::vector<std::string> own;
    if (treatment || dice_.chance(70)) {
      const std::string first = dice_.pick(skills_);
      out += ", staff: [" + first;
      own.push_back(first);
      if (dice_.chance(20)) out += ", extra";
      out += "]";
    }
    if (dice_.chance(50)) {
      out += ", rooms: " + dice_.pick({"cabin", "cabin", "hall"});
      own.push_back(out.substr(out.rfind(' ') + 1));
    }
    if (dice_.chance(25)) {
      out += ", equipment: laser";
      own.push_back("laser");
    }
    if (!own.empty() && dice_.chance(30)) {
      kept_ = dice_.pick(own);
      out += ", keep: [" + kept_ + "]";
    } else if (!kept_.empty() && dice_.chance(50)) {
      out += ", release: [" + kept_ + "]";
    }
    return out;
  }

  std::string behaviour() {
    std::string out;
    if (dice_.chance(20)) out += ", queue_capacity: " + number(0, 3);
    if (dice_.chance(20)) out += ", patience: " + duration(40);
    if (dice_.chance(20)) out += ", priority: " + number(1, 200);
    if (dice_.chance(25)) {
      out +=
          ", pre_emptible: true, on_preemption: " + dice_.pick({"resume", "restart", "resample"});
    } else if (dice_.chance(25)) {
      out += ", pre_empts: true";
    }
    return out;
  }

  std::string pathway(const std::string& name, int steps, bool treatment) {
    kept_.clear();
    std::string out = "  " + name + ":\n";
    for (int i = 0; i < steps; ++i) {
      const bool needling = treatment && i == steps / 2;
      const bool consultation = treatment && i == 0 && steps > 1;
      out += "    - {step: s" + std::to_string(i) + ", duration: " + duration(25);
      if (needling) out += ", kind: treatment, instrument: head, consumables: {swab: 2}";
      if (consultation) out += ", kind: consultation, session: first";
      if (!needling && !consultation && dice_.chance(10)) out += ", kind: skin_prep";
      out += needs(needling) + behaviour();
      if (i > 0 && i + 1 < steps && dice_.chance(25)) {
        out += ", next: [{to: s" + number(0, i) + ", probability: " + percent(1, 40) +
               (dice_.chance(30) ? ", after: 20 h" : "") + "}]";
      }
      out += "}\n";
    }
    return out;
  }

  std::string pathways() {
    return "pathways:\n" + pathway("session", dice_.in(1, 5), true) +
           pathway("visit", dice_.in(1, 4), false) + pathway("back", 1, false) +
           "  call: [{step: call, staff: " + dice_.pick(skills_) + ", duration: 4 min}]\n";
  }

  std::string arrivals() {
    std::string out = "arrivals:\n";
    out +=
        "  courses: {kind: booked, pathway: session, rate: {weekdays: {\"9-17\": " + number(1, 2) +
        "}}, lead_time: {exponential: 1 d}";
    out += dice_.chance(50) ? ", patience: " + duration(90) + "}\n" : "}\n";
    out += "  walk_ins: {pathway: " + dice_.pick({"session", "visit"}) +
           ", interarrival: {exponential: " + number(20, 60) +
           " min}, priority: " + number(1, 200) +
           (dice_.chance(40) ? ", balk_at: " + number(0, 4) : "") + "}\n";
    out += "  regulars: {pathway: visit, rate: {weekdays: {\"10-16\": 1.3}}}\n";
    return out;
  }

  Dice dice_, upkeep_dice_;
  bool always_open_ = false;
  std::vector<std::string> skills_{};
  std::string kept_{};
};

inline std::string random_clinic(std::uint64_t seed) {
  return RandomClinic(seed).text();
}

}  // namespace asepsim::clinic
