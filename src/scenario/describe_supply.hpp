// The fields of the stock of a consumable.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/supply.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe_orders(Visitor& v, Supply& s) {
  v.value(field("stock",
                "units there at the start of the run; like all others they are paid when they are "
                "used or "
                "expire")
              .within(0, limits::supplies)
              .setting()
              .needed()
              .like("200"),
          s.stock);
  v.value(field("reorder_point",
                "ordered when what is there and on its way, less what patients wait for, is so "
                "much or less; left out: nothing is ever ordered")
              .within(0, limits::supplies)
              .setting()
              .like("50"),
          s.reorder_point);
  v.value(field("pack", "units of one pack; as many packs as lift the stock above reorder_point")
              .within(1, limits::supplies)
              .setting()
              .like("100"),
          s.pack);
  v.value(field("lead_time", "from order to delivery, nights and holidays included")
              .as(dimension::duration)
              .setting()
              .like("{uniform: [2 d, 5 d]}"),
          s.lead_time);
}

template <class Visitor>
void describe(Visitor& v, Supply& s) {
  describe_orders(v, s);
  v.value(field("shelf_life",
                "of each delivery (at least 1 h), first expired first out; left out: it keeps for "
                "ever")
              .as(dimension::duration)
              .like("730 d"),
          s.shelf_life);
  v.value(field("when_empty",
                "what happens to a step that finds too few; a wait ends at midnight, or at closing "
                "time where the clinic is open at midnight")
              .otherwise("wait")
              .like("buy"),
          s.when_empty);
  v.value(field("premium", "buy: what is bought at once costs the price times this")
              .as(dimension::ratio)
              .within(1, 1000)
              .otherwise("{value: 2, range: [1, 5]}", "assumption: express delivery of one box")
              .like("3"),
          s.premium);
}

}  // namespace asepsim::scenario
