// Facts of people, rooms, machines, money and supplies. Rows of a record (observation.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/sim_time.hpp"
#include "base/units.hpp"
#include "clinic/fact_index.hpp"

namespace asepsim::clinic {

/// A named unit (person, room, machine) and how it spent the run. `resources.csv`
struct UnitFact {
  std::string name;
  std::uint16_t pool = 0;
  std::array<Duration, 6> time_in_state{};  ///< idle, busy, down, break, cleaning, off (UnitState)
  Duration overtime{};
  bool operator==(const UnitFact&) const = default;
};

/// A pool: staff, a kind of room or equipment, sterilizers, the sterile store.
struct PoolFact {
  std::string name;
  double busy = 0, capacity = 0, queue = 0;  ///< integrals, unit-hours over the counted window
  std::uint64_t seizes = 0;
  bool operator==(const PoolFact&) const = default;
};

/// Where money came from and went.
enum class Account : std::uint8_t {
  sessions,
  consultations,
  wages,
  overtime,
  consumables,
  instruments,
  sterilization,
  turnaround,
  rent,
  complications,
  refunds
};
inline constexpr std::size_t accounts = 11;

/// One flow of money; revenue and cost are both positive, the account tells which it is.
struct MoneyFact {
  SimTime at{};
  Account account = Account::sessions;
  Money amount{};
  bool operator==(const MoneyFact&) const = default;
};

/// Times at which a patient about to be served found the sterile store empty, or too few of a
/// consumable: one for each that was lacking.
struct StockOutFact {
  std::uint32_t visit = 0;
  SimTime from{}, until{};     ///< until: served, re-used, bought or cancelled
  std::uint16_t pool = 65535;  ///< what was lacking (index into pools)
  bool operator==(const StockOutFact&) const = default;
};

/// What became of units of a consumable that has a supply.
enum class SupplyEvent : std::uint8_t {
  ordered,
  delivered,  ///< the stock at the start of the run is delivered then
  used,       ///< from the shelf by a step that began, and paid then
  expired,    ///< thrown away, and paid then
  bought,     ///< at once, at a premium, and used; never on the shelf
  left        ///< at the end of the run, on the shelf or in somebody's hands
};

/// One event of a supply.
struct SupplyFact {
  SimTime at{};
  std::uint16_t pool = 0;  ///< the consumable (index into pools)
  SupplyEvent what = SupplyEvent::ordered;
  std::int64_t units = 0;
  bool operator==(const SupplyFact&) const = default;
};

/// Why a room or machine is out of service.
enum class Upkeep : std::uint8_t { breakdown, maintenance };

/// A room or machine that is out of service for a time. `upkeep` of the record
struct UpkeepFact {
  SimTime from{}, until{};  ///< until: even if that is after the end of the run
  std::uint32_t unit = 0;   ///< index into units
  std::uint16_t pool = 0;   ///< index into pools
  Upkeep what = Upkeep::breakdown;
  Duration open{};  ///< of it, while the clinic was open, over the counted window
  bool operator==(const UpkeepFact&) const = default;
};

}  // namespace asepsim::clinic
