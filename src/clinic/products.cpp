#include "clinic/products.hpp"

#include <cmath>

#include "clinic/head_risk.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"
#include "clinic/skin_harm.hpp"

namespace asepsim::clinic {
namespace {

void open_bottle(Clinic& c, const scenario::Product& product, Bottle& bottle) {
  end_shared(c, bottle.germs);
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("bottle"), kernel::fnv1a(product.name), bottle.opened++);
  bottle.left = product.patients_per_bottle;
  bottle.germs =
      draw_shared(c, product.contaminated,
                  {key, purpose::of("product.contaminated"), purpose::of("product.tilt")});
}

}  // namespace

void expose_to_product(Clinic& c, const Visit& v, const Patient& p) {
  const scenario::Product* product = product_of(c, p);
  if (product == nullptr || !c.plan.scenario.bacterial_infection) return;
  const auto index = static_cast<std::size_t>(product - c.plan.scenario.products.data());
  if (c.bottles.size() <= index) c.bottles.resize(index + 1);
  Bottle& bottle = c.bottles[index];
  if (bottle.left == 0) open_bottle(c, *product, bottle);
  --bottle.left;
  SharedGerms& germs = bottle.germs;
  if (!germs.matter()) return;
  const double log10 =
      c.random.sample(product->germs, p.key, purpose::of("product.dose"), draw_of_treatment(v));
  const double infection =
      -std::expm1(-c.plan.scenario.bacterial_infection->mycobacteria * std::pow(10.0, log10));
  constexpr Hazard hazard = Hazard::mycobacterial_infection;
  const Exposure exposure{hazard, HarmRoute::product, germs.expected(infection),
                          germs.truth(infection), germs.lineage.likelihood_ratio};
  if (records_clusters(c)) {
    note_cluster(c, v, hazard, CommonCause::bottle,
                 germs.clusters(infection, v.patient, cluster_size(c)));
  }
  if (expose(c, v, exposure, outcome_uniform(c, v, hazard))) suffer(c, v, hazard, 3);
}

void empty_bottles(Clinic& c) {
  for (const Bottle& bottle : c.bottles) end_shared(c, bottle.germs);
  c.bottles.clear();
}

}  // namespace asepsim::clinic
