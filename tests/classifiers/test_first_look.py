"""The first look at mail: what was made in numbers and is about something else does not get past it, everything else does."""

from __future__ import annotations

import pytest

from classifiers.first_look import may_be_hiring, telling_words

PARCEL = (
    "Your parcel is on its way. The driver leaves it in the parcel locker of your street, and you open the locker with the code "
    "from this mail within seven days."
)


def test_a_campaign_about_something_else_is_turned_away() -> None:
    assert not may_be_hiring("Delivered", PARCEL, mass_made=True)


@pytest.mark.parametrize(
    "said",
    [
        "Your application for the position has been received.",
        "We would like to schedule an interview with you.",
        "Unfortunately, the position has been filled.",
        "The next step is a short assessment.",
        "A recruiter viewed your résumé.",
    ],
)
def test_a_word_of_hiring_anywhere_lets_it_pass(said: str) -> None:
    assert may_be_hiring("Delivered", f"{PARCEL}\n\n{said}", mass_made=True)


def test_what_a_person_wrote_to_one_reader_needs_no_such_word() -> None:
    assert may_be_hiring(
        "hey", "Tuesday at ten suits him, bring your own knives and ask for Deb at the side door.", mass_made=False
    )


def test_what_says_next_to_nothing_passes() -> None:
    assert may_be_hiring("", "See you then.", mass_made=True)


def test_mail_in_another_language_passes() -> None:
    said = "Ihr Paket ist unterwegs und wird in den nächsten Tagen zugestellt. Bitte halten Sie Ihren Ausweis bereit."
    assert may_be_hiring("Ihr Paket", said, mass_made=True)


def test_the_words_that_spoke_against_it_stand_in_the_mail() -> None:
    words = telling_words("Delivered", PARCEL)
    assert words
    assert all(word in f"Delivered {PARCEL}" for word in words)
