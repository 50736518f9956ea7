// The appointment book: slots, places, overbooking, places given back, and the horizon.
#include "clinic/slot_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::Optional;

SimTime at(std::int64_t hour, std::int64_t minute = 0) {
  return SimTime{} + hours(hour) + minutes(minute);
}

// Open from 9 to 12 on the first day and from 33 to 36 (9 to 12) on the second.
const OpeningHours mornings{{{at(9), at(12)}, {at(33), at(36)}}};

scenario::Booking half_hours() {
  scenario::Booking booking;
  booking.slot = minutes(30);
  booking.per_slot = 1;
  booking.last_slot_before_closing = minutes(90);
  booking.horizon.value = days(2);
  return booking;
}

std::vector<std::int64_t> places(const SlotBook& book) {
  std::vector<std::int64_t> list;
  for (std::size_t i = 0; i < book.size(); ++i) list.push_back(book.places_left(i));
  return list;
}

TEST(SlotBook, HasSlotsFromOpeningToTheLastBeforeClosing) {
  const SlotBook book(mornings, half_hours(), at(48));
  ASSERT_EQ(book.size(), 8u);
  EXPECT_EQ(book.start_of(0), at(9));
  EXPECT_EQ(book.start_of(3), at(10, 30)) << "90 minutes before closing";
  EXPECT_EQ(book.start_of(4), at(33));
}

TEST(SlotBook, OfAClinicThatNeverClosesEndsWithTheRun) {
  const SlotBook book(OpeningHours{{{SimTime{}, SimTime::never()}}}, half_hours(), at(2));
  ASSERT_EQ(book.size(), 5u);
  EXPECT_EQ(book.start_of(4), at(2));
}

TEST(SlotBook, HasPlacesThatAreTakenAlready) {
  SlotBook book(mornings, half_hours(), at(48));
  EXPECT_THAT(book.take(at(9, 30)), Optional(1u));
  EXPECT_EQ(book.take(at(9, 30)), std::nullopt) << "one place a slot";
  EXPECT_EQ(book.take(at(9, 40)), std::nullopt) << "between two slots";
  EXPECT_EQ(book.take(at(12)), std::nullopt) << "too late";
  EXPECT_THAT(book.book(at(9, 10), at(0)), Optional(2u)) << "the next free one";
  book.give_back(1);
  EXPECT_THAT(book.book(at(9, 10), at(0)), Optional(1u));
}

TEST(SlotBook, SpreadsOverbookedPlacesEvenly) {
  scenario::Booking booking = half_hours();
  booking.overbooking = {0.25};
  EXPECT_THAT(places(SlotBook(mornings, booking, at(48))), ElementsAre(1, 1, 1, 2, 1, 1, 1, 2));
  booking.per_slot = 2;
  booking.overbooking = {0.1};  // a fifth of a place for each slot
  EXPECT_THAT(places(SlotBook(mornings, booking, at(48))), ElementsAre(2, 2, 2, 2, 3, 2, 2, 2));
  booking.overbooking = {1.0};
  EXPECT_THAT(places(SlotBook(mornings, booking, at(48))), ElementsAre(4, 4, 4, 4, 4, 4, 4, 4));
}

TEST(SlotBook, BooksTheFirstFreePlaceFromTheWantedTimeOn) {
  SlotBook book(mornings, half_hours(), at(48));
  EXPECT_THAT(book.book(at(9, 10), at(0)), Optional(1u)) << "9:30 is the first after 9:10";
  EXPECT_THAT(book.book(at(9, 30), at(0)), Optional(2u)) << "9:30 is taken";
  EXPECT_THAT(book.book(at(0), at(9, 45)), Optional(3u)) << "not before it is asked for";
  EXPECT_THAT(book.book(at(0), at(0)), Optional(0u));
  EXPECT_THAT(book.book(at(0), at(0)), Optional(4u)) << "the next day";
}

TEST(SlotBook, KnowsTheTimeThatSomebodyHasInMind) {
  const SlotBook book(mornings, half_hours(), at(48));
  EXPECT_EQ(book.time_in_mind(at(9, 10), 0.5), at(9, 10)) << "the book has slots then";
  EXPECT_EQ(book.time_in_mind(at(3), 0.01), at(9)) << "at night: some time of the day";
  EXPECT_EQ(book.time_in_mind(at(3), 0.6), at(10));
  EXPECT_EQ(book.time_in_mind(at(3), 0.99), at(10, 30));
  EXPECT_EQ(book.time_in_mind(at(15), 0.01), at(33)) << "in the afternoon: of the next day";
  EXPECT_EQ(book.time_in_mind(at(47), 0.5), at(47)) << "beyond the book";
}

TEST(SlotBook, GivesAPlaceThatWasGivenBackToTheNext) {
  SlotBook book(mornings, half_hours(), at(48));
  ASSERT_THAT(book.book(at(9), at(0)), Optional(0u));
  book.give_back(0);
  EXPECT_THAT(book.book(at(9), at(0)), Optional(0u));
  EXPECT_THAT(book.book(at(9), at(0)), Optional(1u));
}

TEST(SlotBook, BooksNothingBeyondTheHorizon) {
  scenario::Booking booking = half_hours();
  booking.horizon.value = hours(2);
  SlotBook book(mornings, booking, at(48));
  EXPECT_THAT(book.book(at(7), at(0)), Optional(0u)) << "two hours after the wanted time";
  EXPECT_EQ(book.book(at(7), at(0)), std::nullopt) << "9:30 is two and a half hours after";
  EXPECT_EQ(book.book(at(11), at(0)), std::nullopt) << "the next slot is tomorrow";
}

TEST(SlotBook, CountsPlacesBeyondSixtyFourSlots) {
  scenario::Booking booking = half_hours();
  booking.slot = minutes(1);
  SlotBook book(mornings, booking, at(48));
  ASSERT_EQ(book.size(), 182u);
  for (std::size_t i = 0; i < book.size(); ++i) {
    ASSERT_THAT(book.book(at(0), at(0)), Optional(i));
  }
  EXPECT_EQ(book.book(at(0), at(0)), std::nullopt);
  book.give_back(130);
  EXPECT_THAT(book.book(at(0), at(0)), Optional(130u));
}

// Every second slot takes one more when the next free place is more than a day away.
SlotBook squeezing() {
  scenario::Booking booking = half_hours();
  booking.squeeze_in = {0.5};
  booking.squeeze_after = {days(1)};
  booking.horizon = {days(90)};
  return {mornings, booking, at(48)};
}

TEST(SlotBook, SqueezesInWhenPlacesAreFarAway) {
  SlotBook book = squeezing();
  std::size_t booked = 0;
  while (book.book(at(0), at(0))) ++booked;
  EXPECT_EQ(booked, book.size() + 2) << "two of the first day; the second is too far away itself";
  EXPECT_EQ(book.places_left(0), 0);
  EXPECT_EQ(book.places_left(1), -1);
}

TEST(SlotBook, SqueezesNobodyInWhileThereIsAPlaceSoon) {
  SlotBook book = squeezing();
  EXPECT_THAT(book.book(at(0), at(0)), Optional(0u));
  EXPECT_THAT(book.book(at(0), at(0)), Optional(1u));
  EXPECT_THAT(book.book(at(0), at(0)), Optional(2u)) << "half an hour later";
}

TEST(SlotBook, TakesASqueezedPlaceBackAsOneToSqueezeIn) {
  SlotBook book = squeezing();
  while (book.book(at(0), at(0))) {
  }
  book.give_back(1);
  EXPECT_EQ(book.places_left(1), 0);
  EXPECT_THAT(book.book(at(0), at(0)), Optional(1u)) << "squeezed in again";
  EXPECT_EQ(book.places_left(1), -1);
}

}  // namespace
}  // namespace asepsim::clinic
