// What random draws of the clinic are for.
//
// Each purpose is half of a draw's address (the other half is the entity), so a purpose used twice
// for one entity takes different indices. Names never change within a major version: a renamed
// purpose moves every number of every study. Step durations have purposes of their own, named
// "step.<pathway>.<step>.duration" and so on, made when a scenario is compiled.
#pragma once

#include <array>
#include <string_view>

#include "kernel/random_stream.hpp"

namespace asepsim::clinic::purpose {

using kernel::Purpose;

inline constexpr std::string_view names[] = {"arrival.gap",
                                             "arrival.level",
                                             "patient.sex",
                                             "patient.age",
                                             "patient.phototype",
                                             "patient.carriage",
                                             "patient.density",
                                             "patient.indication",
                                             "patient.sessions",
                                             "patient.sunscreen",
                                             "patient.midday",
                                             "patient.epidermis",
                                             "patient.dermis",
                                             "patient.virus",
                                             "patient.hbv_immune",
                                             "patient.price",
                                             "patient.patience",
                                             "patient.severity",
                                             "patient.response",
                                             "patient.unsuited",
                                             "visit.expectation",
                                             "treatment.guess",
                                             "booking.lead",
                                             "booking.time",
                                             "booking.no_show",
                                             "booking.cancel",
                                             "booking.cancel_when",
                                             "booking.dropout",
                                             "visit.punctuality",
                                             "visit.screening",
                                             "follow_up.after",
                                             "treatment.measure",
                                             "treatment.fraction",
                                             "treatment.error",
                                             "treatment.prep",
                                             "treatment.prep_skip",
                                             "treatment.push",
                                             "treatment.bioburden",
                                             "treatment.source",
                                             "treatment.reuse",
                                             "harm.outcome",
                                             "harm.returns",
                                             "harm.lag",
                                             "harm.onset",
                                             "harm.grade",
                                             "harm.duration",
                                             "harm.permanent",
                                             "harm.call",
                                             "harm.elsewhere",
                                             "harm.report",
                                             "patient.herpes",
                                             "patient.cold_sores",
                                             "patient.diabetes",
                                             "patient.immunosuppression",
                                             "patient.keloid_tendency",
                                             "patient.isotretinoin",
                                             "patient.pregnancy",
                                             "screening.diabetes",
                                             "screening.immunosuppression",
                                             "screening.keloid_tendency",
                                             "screening.isotretinoin",
                                             "screening.pregnancy",
                                             "light.fluence",
                                             "aftercare.irritant",
                                             "aftercare.vitamin_c",
                                             "aftercare.occlusion",
                                             "aftercare.moisturizer",
                                             "aftercare.diet",
                                             "aftercare.sleep",
                                             "aftercare.exercise",
                                             "disinfection.skip",
                                             "disinfection.bacteria",
                                             "disinfection.virus",
                                             "disinfection.duration",
                                             "disinfection.biofilm",
                                             "product.contaminated",
                                             "product.dose",
                                             "product.tilt",
                                             "staff.absence",
                                             "staff.carriage",
                                             "compliance.lapse",
                                             "compliance.staff_density",
                                             "compliance.rub_before",
                                             "compliance.rub_after",
                                             "compliance.surface",
                                             "compliance.contact",
                                             "turnaround.duration",
                                             "wash.reduction",
                                             "wash.failure",
                                             "wash.tilt",
                                             "wash.duration",
                                             "wash.pre_clean",
                                             "wash.inspect",
                                             "wash.reject",
                                             "wash.pack",
                                             "load.fault",
                                             "load.cause",
                                             "load.drop",
                                             "load.drift",
                                             "load.drift_drop",
                                             "load.tilt",
                                             "load.wet",
                                             "load.wet_seen",
                                             "load.recontaminated",
                                             "load.wet_germs",
                                             "load.duration",
                                             "load.handling",
                                             "load.printout",
                                             "load.chemical",
                                             "load.biological",
                                             "load.breakdown",
                                             "load.repair",
                                             "retest.handling",
                                             "retest.duration",
                                             "retest.pocket",
                                             "retest.drop",
                                             "retest.biological"};

/// A registered purpose; a name that is not in the table does not compile.
consteval Purpose of(std::string_view name) {
  for (const std::string_view known : names) {
    if (known == name) return Purpose{name};
  }
  throw "unregistered purpose";
}

}  // namespace asepsim::clinic::purpose
