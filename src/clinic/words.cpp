// The words of facts in files, and the first difference between two records.
#include <fmt/format.h>

#include "clinic/run_replication.hpp"

namespace asepsim::clinic {
namespace {

template <class T, class Row>
std::string difference_in(const char* table, const std::vector<T>& a, const std::vector<T>& b,
                          Row describe) {
  const std::size_t n = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < n; ++i) {
    if (a[i] == b[i]) continue;
    return fmt::format("{} row {}: {} against {}", table, i + 1, describe(a[i]), describe(b[i]));
  }
  if (a.size() == b.size()) return {};
  return fmt::format("{}: {} rows against {}", table, a.size(), b.size());
}

double hours_of(SimTime t) {
  return t.since_start().hours();
}

}  // namespace

const char* word(ExitReason r) {
  static constexpr const char* words[] = {"done",        "balked",  "reneged",  "no_show",
                                          "cancelled",   "refused", "deferred", "sent_away",
                                          "dropped_out", "inside"};
  return words[static_cast<std::size_t>(r)];
}

const char* word(VisitKind k) {
  static constexpr const char* words[] = {"booked", "walk_in", "follow_up", "complication"};
  return words[static_cast<std::size_t>(k)];
}

const char* word(Hazard h) {
  static constexpr const char* words[] = {"bacterial_infection",
                                          "hbv",
                                          "hcv",
                                          "hiv",
                                          "prolonged_erythema",
                                          "bruise",
                                          "pigmentation",
                                          "scar",
                                          "mycobacterial_infection",
                                          "herpes",
                                          "granuloma",
                                          "irritant_dermatitis",
                                          "acne_flare",
                                          "blister",
                                          "burn",
                                          "hypertrophic_scar",
                                          "swelling",
                                          "dryness"};
  static_assert(std::size(words) == hazards);
  return words[static_cast<std::size_t>(h)];
}

const char* word(HarmRoute r) {
  static constexpr const char* words[] = {"own_skin",  "instrument", "needling", "hands",
                                          "surface",   "product",    "water",    "light",
                                          "aftercare", "device"};
  static_assert(std::size(words) == harm_routes);
  return words[static_cast<std::size_t>(r)];
}

const char* word(Presentation p) {
  static constexpr const char* words[] = {"nowhere", "visit", "call", "other_doctor"};
  static_assert(std::size(words) == presentations);
  return words[static_cast<std::size_t>(p)];
}

const char* word(Account a) {
  static constexpr const char* words[] = {
      "sessions",      "consultations", "wages", "overtime",      "consumables", "instruments",
      "sterilization", "turnaround",    "rent",  "complications", "refunds"};
  return words[static_cast<std::size_t>(a)];
}

const char* word(Moment m) {
  static constexpr const char* words[] = {"skin_preparation", "contact_time",    "hands_before",
                                          "fresh_gloves",     "hands_after",     "surfaces",
                                          "single_use",       "load_indicators", "load_release",
                                          "full_cycle",       "device"};
  static_assert(std::size(words) == moments);
  return words[static_cast<std::size_t>(m)];
}

const char* word(CommonCause c) {
  static constexpr const char* words[] = {"load", "source", "bottle", "water"};
  return words[static_cast<std::size_t>(c)];
}

const char* word(Given g) {
  static constexpr const char* words[] = {"", "no_drift", "drift"};
  static_assert(std::size(words) == given_states);
  return words[static_cast<std::size_t>(g)];
}

const char* word(LoadFault f) {
  static constexpr const char* words[] = {"none",     "not_run",    "wrong_programme", "packing",
                                          "overload", "air_pocket", "cut_short"};
  static_assert(std::size(words) == load_faults);
  return words[static_cast<std::size_t>(f)];
}

const char* word(MachineTest t) {
  static constexpr const char* words[] = {"retest", "bowie_dick"};
  static_assert(std::size(words) == machine_tests);
  return words[static_cast<std::size_t>(t)];
}

const char* word(Indicator i) {
  static constexpr const char* words[] = {"not_run", "passed", "failed"};
  return words[static_cast<std::size_t>(i)];
}

const char* word(SupplyEvent e) {
  static constexpr const char* words[] = {"ordered", "delivered", "used",
                                          "expired", "bought",    "left"};
  return words[static_cast<std::size_t>(e)];
}

const char* word(Upkeep u) {
  return u == Upkeep::breakdown ? "breakdown" : "maintenance";
}

bool is_revenue(Account a) {
  return a == Account::sessions || a == Account::consultations;
}

namespace {

std::string difference_in_visits(const ReplicationRecord& a, const ReplicationRecord& b) {
  std::string d = difference_in("steps", a.steps, b.steps, [](const StepFact& s) {
    return fmt::format("visit {} step {} ended at {:.6f} h", s.visit, s.step, hours_of(s.ended_at));
  });
  if (d.empty()) {
    d = difference_in("visits", a.visits, b.visits, [](const VisitFact& v) {
      return fmt::format("patient {} arrived at {:.6f} h, {}", v.patient, hours_of(v.arrived_at),
                         word(v.exit));
    });
  }
  if (d.empty()) {
    d = difference_in("ledger", a.ledger, b.ledger, [](const LedgerEntry& e) {
      return fmt::format("visit {} {} p = {}", e.visit, word(e.hazard), e.probability);
    });
  }
  return d;
}

std::string difference_in_means(const ReplicationRecord& a, const ReplicationRecord& b) {
  std::string d = difference_in("loads", a.loads, b.loads, [](const LoadFact& l) {
    return fmt::format("load {} ended at {:.6f} h", l.load.index(), hours_of(l.ended_at));
  });
  if (d.empty()) {
    d = difference_in("tests of machines", a.machine_tests, b.machine_tests,
                      [](const MachineTestFact& t) {
                        return fmt::format("{} of sterilizer {} at {:.6f} h", word(t.test),
                                           t.sterilizer, hours_of(t.started_at));
                      });
  }
  if (d.empty()) {
    d = difference_in("supplies", a.supplies, b.supplies, [](const SupplyFact& s) {
      return fmt::format("{} {} of pool {} at {:.6f} h", s.units, word(s.what), s.pool,
                         hours_of(s.at));
    });
  }
  if (d.empty()) {
    d = difference_in("upkeep", a.upkeep, b.upkeep, [](const UpkeepFact& u) {
      return fmt::format("{} of unit {} at {:.6f} h", word(u.what), u.unit, hours_of(u.from));
    });
  }
  if (d.empty()) {
    d = difference_in("money", a.money, b.money, [](const MoneyFact& m) {
      return fmt::format("{} {:.2f} at {:.6f} h", word(m.account), m.amount.units(),
                         hours_of(m.at));
    });
  }
  return d;
}

}  // namespace

std::string first_difference(const ReplicationRecord& a, const ReplicationRecord& b) {
  if (a == b) return {};
  std::string d = difference_in_visits(a, b);
  if (d.empty()) d = difference_in_means(a, b);
  return d.empty() ? "the records differ in patients, needlings, benefits, complications or totals"
                   : d;
}

}  // namespace asepsim::clinic
