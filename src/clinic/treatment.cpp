// The treatment itself. How deep the needles went is in depth.cpp, what that does to the skin in
// skin_harm.cpp, for the complaint in benefit.cpp; germs and blood are in contamination.cpp.
#include <algorithm>

#include "clinic/aftercare.hpp"
#include "clinic/benefit.hpp"
#include "clinic/compliance.hpp"
#include "clinic/contamination.hpp"
#include "clinic/depth.hpp"
#include "clinic/journeys.hpp"
#include "clinic/products.hpp"
#include "clinic/purposes.hpp"
#include "clinic/rinse_water.hpp"
#include "clinic/skin_harm.hpp"

namespace asepsim::clinic {
namespace {

void describe_head(NeedlingFact& fact, const Head& head) {
  fact.reuses = head.reuses;
  fact.undisinfected = head.undisinfected;
  fact.skipping = head.skipping;
  fact.failed = head.failed;
}

SkinAfter harm_skin(Clinic& c, Visit& v, const Patient& p, const NeedlingFact& fact) {
  if (!c.plan.scenario.complications) return {fact.length, fact.depth};
  const SkinAfter skin = harm_by_needles(c, v, p, fact);
  harm_by_session(c, v, p);
  harm_by_pigment(c, v, p, skin, HarmRoute::needling);
  return skin;
}

}  // namespace

double preparation(Clinic& c, const Visit& v, std::uint32_t staff) {
  if (!c.plan.scenario.skin_preparation) return 1;
  const scenario::SkinPreparation& prep = *c.plan.scenario.skin_preparation;
  if (lapses(c, v, Moment::skin_preparation, prep.skipped, staff)) return 0;
  if (!lapses(c, v, Moment::contact_time, prep.cut_short, staff)) return 1;
  const double share = c.random.sample(prep.contact_share, c.patients[v.patient].key,
                                       purpose::of("compliance.contact"),
                                       draw_of_treatment(v) + (std::uint64_t{v.rounds} << 32));
  return std::clamp(share, 0.0, 1.0);
}

void needle(Clinic& c, Visit& v, std::uint32_t staff) {
  const Patient& p = c.patients[v.patient];
  if (p.indication == no_index) return;
  v.odds_by_hand = operator_odds(c, staff);
  NeedlingFact fact = puncture(c, v, p, staff);
  if (v.head.exists()) describe_head(fact, c.instruments.heads[v.head.index()]);
  c.record.needlings.push_back(fact);
  const scenario::Product* product = product_of(c, p);
  if (product != nullptr) c.pay(Account::consumables, product->price);
  go_home(c, v, p, harm_skin(c, v, p, fact));
  benefit_from_needles(c, v, fact, product != nullptr ? product->benefit.value : 1.0);
  expose_to_germs(c, v, p, fact, staff);
  expose_to_product(c, v, p);
  v.needled = true;
  if (v.head.exists()) {
    expose_to_rinse_water(c, v);
    contaminate(c, v, p);
  }
  ++v.treated;
}

}  // namespace asepsim::clinic
