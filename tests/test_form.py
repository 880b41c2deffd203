"""What a correction teaches: the same mistake is not made twice, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.reading import Evidence, Facts, MessageKind, Verdict
from daemon.form import RULE, Form, Lesson, Style, form_of, heed, likeness
from daemon.mail.message import Address, Message

K = MessageKind
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MEG = Address("Meg Ortiz", "meg@northwind.example")
JOBS = Address("Jobs at Northwind", "jobs@northwind.example")
SYSTEM = Address("Northwind", "no-reply@greenhouse-mail.io")
LIST = MappingProxyType({"list-id": "<jobs.northwind.example>", "list-unsubscribe": "<https://northwind.example/u>"})
AUTOMATIC = MappingProxyType({"auto-submitted": "auto-generated"})

RECEIPT = """Hi Sam,

Thank you for applying for the {role} position at {company}. We received your application on {day}.

Our team reads every application with care, and we know how much work goes into one. {decisive}

You will find the state of your application in our portal at any time. Please do not answer this message, the mailbox is not
read by anybody. If you have questions about how we handle your data, our privacy notice explains it.

The {company} Recruiting Team
"""
WAITS = "If your background is what we are looking for, we will contact you about the next steps."
REJECTS = "Unfortunately we have decided not to move forward with your application."
NEWS = """{headline}

{first}

{second}

You receive this because you signed up for news from our careers page. Unsubscribe at any time with the link below.
Northwind, 1 Harbour Street, Springfield
"""


def mail(
    text: str,
    sender: Address = MEG,
    subject: str = "Your application",
    headers: MappingProxyType[str, str] = MappingProxyType({}),
    name: str = "next",
) -> Message:
    return Message(f"<{name}@x.example>", subject, sender, NOW, headers=headers, text=text, new_text=text)


def facts(message: Message, company: str | None = "Northwind", role: str | None = None) -> Facts:
    return Facts(company=company, role=role, written_by_person=message.sender == MEG)


def verdict(kind: MessageKind, *phrases: str, confident: bool = True) -> Verdict:
    return Verdict(kind, 0.9 if confident else 0.5, confident, tuple(Evidence(phrase, "rule") for phrase in phrases))


def lesson(message: Message, read_as: MessageKind, kind: MessageKind, said: Facts | None = None) -> Lesson:
    return Lesson(message.message_id, form_of(message, said or facts(message), "Sam Rivera"), read_as, kind, NOW)


def receipt(
    decisive: str, company: str = "Northwind", role: str = "Data Analyst", day: str = "March 2", name: str = "r"
) -> Message:
    text = RECEIPT.format(company=company, role=role, day=day, decisive=decisive)
    return mail(text, replace(SYSTEM, name=company), f"Your application to {company}", AUTOMATIC, name)


def newsletter(number: int, headers: MappingProxyType[str, str] = LIST, subject: str = "") -> Message:
    headline = ("Five ways to shine in an interview", "Meet our people in the port", "What we learned in spring")[number % 3]
    first = ("We asked those who hire here what they look for when they talk to somebody for the first time.",
             "A day on the quay with those who load the ships at night, told by themselves.",
             "Our quarterly letter on work, weather and the price of grain.")[number % 3]  # fmt: skip
    second = f"There are {number + 11} open positions this week, from bookkeeping to welding."
    text = NEWS.format(headline=headline, first=first, second=second)
    return mail(text, JOBS, subject or f"{headline} - issue {number}", headers, f"n{number}")


class TestCirculars:
    def test_one_corrected_newsletter_teaches_the_next(self) -> None:
        taught = [lesson(newsletter(0), K.OUTREACH, K.OTHER)]
        heeded = heed(verdict(K.OUTREACH, "open positions"), newsletter(1), facts(newsletter(1)), "Sam Rivera", taught)
        assert (heeded.kind, heeded.confident, heeded.evidence[0].rule) == (K.OTHER, True, RULE)
        assert heeded.evidence[1].phrase == "open positions"

    @pytest.mark.parametrize("headers", [MappingProxyType({"precedence": "bulk"}), MappingProxyType({})])
    def test_even_without_a_list_where_subject_and_frame_are_the_same(self, headers: MappingProxyType[str, str]) -> None:
        first, second = (newsletter(number, headers, f"Northwind careers news {number}") for number in (3, 4))
        taught = [lesson(first, K.OUTREACH, K.OTHER)]
        assert heed(verdict(K.OUTREACH), second, facts(second), "Sam Rivera", taught).kind is K.OTHER

    def test_a_real_letter_of_the_same_list_that_says_something_else_stays(self) -> None:
        taught = [lesson(newsletter(0), K.OUTREACH, K.OTHER)]
        invitation = mail("Dear Sam, we would like to invite you to an interview next week.", JOBS, "Interview", LIST)
        stays = verdict(K.INTERVIEW_INVITATION, "invite you to an interview")
        assert heed(stays, invitation, facts(invitation), "Sam Rivera", taught) is stays

    def test_a_rejection_is_not_turned_by_a_newsletter_that_was_taken_for_one(self) -> None:
        taught = [lesson(newsletter(0), K.REJECTION, K.OTHER)]
        rejection = mail(REJECTS, JOBS, "Your application", LIST)
        stays = verdict(K.REJECTION, "decided not to move forward")
        assert heed(stays, rejection, facts(rejection), "Sam Rivera", taught) is stays

    def test_another_sender_learns_nothing(self) -> None:
        taught = [lesson(newsletter(0), K.OUTREACH, K.OTHER)]
        other = replace(newsletter(1), sender=Address("Jobs", "jobs@copperleaf.example"))
        assert heed(verdict(K.OUTREACH), other, facts(other), "Sam Rivera", taught).kind is K.OUTREACH


class TestMachines:
    def test_the_same_template_for_another_company_and_role(self) -> None:
        first = receipt(WAITS)
        taught = [lesson(first, K.HOLDING, K.APPLICATION_RECEIVED, facts(first, role="Data Analyst"))]
        second = receipt(WAITS, "Copperleaf", "Store Manager", "April 17", "s")
        heeded = heed(
            verdict(K.HOLDING, "we will contact you"), second, facts(second, "Copperleaf", "Store Manager"), "Sam Rivera", taught
        )
        assert heeded.kind is K.APPLICATION_RECEIVED

    def test_the_near_twin_with_one_decisive_sentence_stays_what_it_is(self) -> None:
        """Read as the very kind that was the mistake, but for a reason that the corrected message did not have."""
        first = receipt(WAITS)
        taught = [lesson(first, K.REJECTION, K.APPLICATION_RECEIVED)]
        second = receipt(REJECTS, day="April 17", name="s")
        stays = verdict(K.REJECTION, "decided not to move forward")
        assert likeness(form_of(first, facts(first), ""), form_of(second, facts(second), "")) > 0.6
        assert heed(stays, second, facts(second), "Sam Rivera", taught) is stays

    def test_two_corrections_of_one_form_that_contradict_each_other_teach_nothing(self) -> None:
        taught = [
            lesson(receipt(WAITS, name="a"), K.HOLDING, K.APPLICATION_RECEIVED),
            lesson(receipt(WAITS, name="b"), K.HOLDING, K.OTHER),
        ]
        third = receipt(WAITS, name="c")
        assert heed(verdict(K.HOLDING), third, facts(third), "Sam Rivera", taught).kind is K.HOLDING

    def test_serial_numbers_in_the_address_do_not_matter(self) -> None:
        first = replace(receipt(WAITS), sender=Address("Northwind", "reply+8f3a1@ats.example"))
        second = replace(receipt(WAITS, name="s"), sender=Address("Northwind", "reply+77c02@ats.example"))
        taught = [lesson(first, K.HOLDING, K.APPLICATION_RECEIVED)]
        assert heed(verdict(K.HOLDING), second, facts(second), "Sam Rivera", taught).kind is K.APPLICATION_RECEIVED

    def test_an_unsure_reading_takes_the_lesson(self) -> None:
        taught = [lesson(receipt(WAITS), K.HOLDING, K.APPLICATION_RECEIVED)]
        second = receipt(WAITS, name="s")
        unsure = verdict(K.OTHER, confident=False)
        assert heed(unsure, second, facts(second), "Sam Rivera", taught).kind is K.APPLICATION_RECEIVED


class TestPersons:
    HOLD = "Hi Sam, still no decision on our side, sorry. I will write as soon as the panel has met. Meg"

    def test_a_rejection_after_a_corrected_holding_stays_a_rejection(self) -> None:
        taught = [lesson(mail(self.HOLD, name="h"), K.OTHER, K.HOLDING)]
        rejection = mail("Hi Sam, sorry, the panel has met and we will go with somebody else. All the best, Meg")
        stays = verdict(K.REJECTION, "go with somebody else")
        assert heed(stays, rejection, facts(rejection), "Sam Rivera", taught) is stays
        unsure = verdict(K.OTHER, confident=False)
        assert heed(unsure, rejection, facts(rejection), "Sam Rivera", taught) is unsure

    def test_the_same_words_again_are_holding_again(self) -> None:
        taught = [lesson(mail(self.HOLD, name="h"), K.OTHER, K.HOLDING)]
        again = mail(self.HOLD)
        assert heed(verdict(K.OTHER), again, facts(again), "Sam Rivera", taught).kind is K.HOLDING

    def test_a_word_or_two_have_no_form(self) -> None:
        taught = [lesson(mail("Great, see you then!", name="h"), K.INTERVIEW_CONFIRMATION, K.OTHER)]
        again = mail("Great, see you then!")
        assert heed(verdict(K.INTERVIEW_CONFIRMATION), again, facts(again), "Sam Rivera", taught).kind is K.INTERVIEW_CONFIRMATION

    def test_somebody_else_with_the_same_words_is_not_meant(self) -> None:
        taught = [lesson(mail(self.HOLD, name="h"), K.OTHER, K.HOLDING)]
        other = mail(self.HOLD, Address("Tom Becker", "tom@northwind.example"))
        said = Facts(written_by_person=True)
        assert heed(verdict(K.OTHER), other, said, "Sam Rivera", taught).kind is K.OTHER


def test_a_message_does_not_teach_itself() -> None:
    first = receipt(WAITS)
    taught = [lesson(first, K.HOLDING, K.APPLICATION_RECEIVED)]
    assert heed(verdict(K.HOLDING), first, facts(first), "Sam Rivera", taught).kind is K.HOLDING


def test_a_form_holds_no_word_of_the_message() -> None:
    stored = form_of(receipt(WAITS), facts(receipt(WAITS)), "Sam Rivera").to_json()
    assert "applying" not in stored.casefold()
    assert "Sam" not in stored
    assert len(stored) < 12_000


@given(st.text(max_size=400), st.text(max_size=80))
def test_every_form_survives_being_stored(text: str, subject: str) -> None:
    message = mail(text, subject=subject)
    form = form_of(message, facts(message), "Sam Rivera")
    assert Form.from_json(form.to_json()) == form
    assert likeness(form, form) == 1.0


@pytest.mark.parametrize("text", [" " * 100_000, "a" * 100_000, "x@" * 50_000, "\n" * 50_000, "http://" * 20_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    before = datetime.now(UTC)
    assert form_of(mail(text), facts(mail(text)), "").style is Style.PERSON
    assert (datetime.now(UTC) - before).total_seconds() < 2
