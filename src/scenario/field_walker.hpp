// Walks the describe tables once, group by group: the base of visitors that look at every field.
//
// A visitor derives with itself as argument and says what it does with a single value:
//
//   class WordLister : public FieldWalker<WordLister> {
//    public:
//     template <class T>
//     void value(const Field& field, const T& value);
//   };
//
// Groups that a scenario may leave out or repeat are met once, with the values of a fresh one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenario/field.hpp"
#include "scenario/reading.hpp"

namespace asepsim::scenario {

template <class Visitor>
class FieldWalker {
 public:
  template <class S>
  void section(const Field& field, S& s) {
    std::string outside = std::exchange(above_, path_of(field));
    describe(static_cast<Visitor&>(*this), s);
    above_ = std::move(outside);
  }
  template <class S>
  void section(const Field& field, std::optional<S>&) {
    fresh<S>(field);
  }
  template <class S>
  void named(const Field& field, std::vector<S>&) {
    fresh<S>(field);
  }
  template <class S, class Item>
  void named_lists(const Field& field, std::vector<S>&, std::vector<Item> S::*) {
    fresh<Item>(field);
  }
  template <class S>
  void list(const Field& field, std::vector<S>&, std::string_view = {}) {
    fresh<S>(field);
  }

 protected:
  /// The path of a field of the present group, e.g. "sterilization.programme.hold".
  [[nodiscard]] std::string path_of(const Field& field) const { return joined(above_, field.key); }

 private:
  template <class S>
  void fresh(const Field& field) {
    S inner{};
    section(field, inner);
  }

  std::string above_;
};

}  // namespace asepsim::scenario
