// Key figures of clusters: patients infected by one cause.
#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using Q = Quantity;

constexpr auto lower = Direction::lower_is_better;

constexpr KpiRow rows[] = {
    {"cluster.any", "Head/product cluster chance", "1/clinic-year", lower, Q::cluster_any, Q::one,
     RowKind::headline_each_replication,
     "The chance in a year that so many patients (estimation.cluster_size: two or more unless set) "
     "are infected by one cause: one load of a sterilizer, what one patient left on a head, one "
     "bottle of a product, or rinse water that all heads share. From the risk ledger, given the "
     "state of the cause and then mixed over its states. Infections that merely happen in one "
     "clinic are no cluster. Not in it: infections by hands, surfaces and devices, whose germs are "
     "not kept by source."},
    {"cluster.load", "Chance of a cluster by one load a year", "1/clinic-year", lower,
     Q::cluster_load, Q::one, RowKind::each_replication,
     "Two or more patients, or as many as estimation.cluster_size, infected with the same germ, "
     "bacteria, herpes or a virus of blood, through sets of one load."},
    {"cluster.source", "Chance of a cluster by one patient a year", "1/clinic-year", lower,
     Q::cluster_source, Q::one, RowKind::each_replication,
     "Two or more patients, or as many as estimation.cluster_size, infected with the same germ, "
     "bacteria, herpes or a virus of blood, that one patient left on a head in one session."},
    {"cluster.bottle", "Chance of a cluster by one bottle a year", "1/clinic-year", lower,
     Q::cluster_bottle, Q::one, RowKind::each_replication,
     "Two or more patients, or as many as estimation.cluster_size, infected with mycobacteria from "
     "one bottle of a product."},
    {"cluster.water", "Chance of a cluster by rinse water a year", "1/clinic-year", lower,
     Q::cluster_water, Q::one, RowKind::each_replication,
     "Two or more patients, or as many as estimation.cluster_size, infected with mycobacteria by "
     "heads rinsed in the same tap water."},
};

}  // namespace

std::vector<Kpi> cluster_kpis() {
  std::vector<Kpi> all = kpis_of(KpiGroup::safety, rows);
  for (Kpi& kpi : all) kpi.range = Range::share;
  return all;
}

}  // namespace asepsim::experiment
