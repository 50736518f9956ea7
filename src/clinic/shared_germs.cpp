#include "clinic/shared_germs.hpp"

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

SharedGerms draw_shared(const Clinic& c, double p, const SharedDraws& draws) {
  SharedGerms germs;
  germs.contaminated = c.random.bernoulli(p, draws.key, draws.story);
  germs.suspected = germs.contaminated;
  if (c.plan.branching.mode(Branch::product_contamination) != scenario::BranchMode::sample) {
    germs.suspected = c.plan.branching.decide(
        Branch::product_contamination, p, c.random.uniform(draws.key, draws.tilt), germs.lineage);
  }
  return germs;
}

void end_shared(Clinic& c, const SharedGerms& germs) {
  const double ratio = germs.lineage.likelihood_ratio;
  if (ratio != 1) c.record.lineages.add(ratio);
}

}  // namespace asepsim::clinic
