"""After an interview: T1 (thank-you to each interviewer) and T3 (a machine led it)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from classifiers.reading import MessageKind, Person
from daemon.mail.addresses import first_name
from daemon.mail.message import Address
from daemon.playbook.articles import ARTICLES
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp, Situation
from daemon.playbook.history import FollowUpKind, PastMessage, WordKind
from daemon.playbook.interviews import Interview


@dataclass(frozen=True, slots=True)
class Thanked:
    """One addressee of thanks for an interview, and the interviewers who are thanked through that note."""

    contact: Address
    thank_also: tuple[str, ...] = ()


def thank_you(case: Case) -> Iterator[FollowUp]:
    """T1: half an hour after a confirmed interview ended, an own note to each interviewer (articles 002, 003, 004)."""
    if case.outcome is not None:
        return
    preferences = case.preferences
    for interview in case.interviews:
        if not interview.standing:
            continue
        for panel, thanked in enumerate(thanked_after(case, interview)):
            contact = thanked.contact
            if case.correspondence.written_since(interview.counts_as_thanks_from, contact):
                continue
            hold = _hold_since(case, interview, contact)
            answered = case.reply_anchor(contact, case.arranging_thread(interview))
            follow_up = FollowUp(
                kind=FollowUpKind.THANK_YOU,
                rule="T1",
                articles=ARTICLES["T1"],
                application=case.application.key,
                contact=contact,
                reply_to=answered.message_id if answered else "",
                trigger=interview.trigger,
                variation=f"answers {hold.message_id}" if hold else "",
                due_at=interview.end + preferences.thank_you_delay,
                send_by=interview.end + preferences.thank_you_send_by,
                expires_at=interview.end + preferences.thank_you_expires,
                user_address=case.written_to_at(answered),
                mailbox=answered.mailbox if answered else "",
                doubtful=not interview.confident,
                situation=Situation(
                    interview_on=preferences.calendar.local_date(interview.start),
                    interviewed=True,
                    panel=panel,
                    thank_also=thanked.thank_also,
                    answers_hold=hold is not None,
                    round=_times_met(case, interview, contact),
                ),
            )
            if not case.settled(follow_up, since=interview.end):
                yield follow_up


def machine_led(case: Case) -> Iterator[FollowUp]:
    """T3: a one-way or AI-led interview was completed; one human sentence helps (article 003)."""
    contact = case.correspondence.main_contact
    if case.outcome is not None or contact is None:
        return
    for message in case.correspondence.theirs:
        if not message.machine_interview_completed or case.correspondence.written_since(message.at):
            continue
        answered = case.reply_anchor(contact)
        follow_up = FollowUp(
            kind=FollowUpKind.THANK_YOU,
            rule="T3",
            articles=ARTICLES["T3"],
            application=case.application.key,
            contact=contact,
            reply_to=answered.message_id if answered else "",
            trigger=message.message_id,
            due_at=message.at,
            send_by=message.at + case.preferences.thank_you_send_by,
            expires_at=message.at + case.preferences.thank_you_expires,
            user_address=case.written_to_at(answered),
            mailbox=answered.mailbox if answered else message.mailbox,
            doubtful=case.doubted(message),
            situation=Situation(machine_led=True),
        )
        if not case.settled(follow_up, since=message.at, whoever=True):
            yield follow_up


def thanked_after(case: Case, interview: Interview) -> tuple[Thanked, ...]:
    """Who gets a note: each interviewer with a known address; the others are thanked through the one who arranged it."""
    reachable: dict[str, Address] = {}
    unreachable: list[str] = []
    for person in interviewers(case, interview):
        address = address_of(case, person)
        if address is not None:
            reachable.setdefault(address.key, address)
        elif person.name:
            unreachable.append(person.name)
    if reachable and not unreachable:
        return tuple(Thanked(address) for address in reachable.values())
    through = arranger(case, interview)
    if through is None:
        return tuple(Thanked(address) for address in reachable.values())
    others = [Thanked(address) for address in reachable.values() if address.key != through.key]
    return (*others, Thanked(reachable.get(through.key, through), tuple(unreachable)))


def interviewers(case: Case, interview: Interview) -> tuple[Person, ...]:
    """Who met the user, as far as known: those named as such, and those whom the user told of around the interview (D1)."""
    named = [person for person in interview.people if person.interviewer and not _is_user(case, person)]
    told_from = case.preferences.calendar.days_later(interview.start, -1)
    told_until = interview.end + case.preferences.thank_you_expires
    for word in case.application.words:
        if word.kind is WordKind.CONTACT and told_from <= word.at <= told_until:
            known = {person.email.casefold() for person in named if person.email}
            same_name = any(_same_name(person.name, word.text) for person in named)
            if word.email.casefold() not in known and not same_name:
                named.append(Person(word.text, word.email, interviewer=True))
    return tuple(named)


def address_of(case: Case, person: Person) -> Address | None:
    """The address of a person whom a message named: as given there, else that of the contact with this name."""
    if person.email:
        address = Address(person.name, person.email)
        known = (contact for contact in case.correspondence.contacts if contact.key == address.key)
        return next(known, address) if case.correspondence.is_contact(address) else None
    return case.correspondence.named(person.name) if person.name else None


def arranger(case: Case, interview: Interview) -> Address | None:
    """The person who arranged an interview; where a robot did, the main contact."""
    arranged = next((m for m in case.application.messages if m.message_id == interview.arranged_by), None)
    author = case.correspondence.author(arranged) if arranged and arranged.incoming else None
    return author or case.correspondence.main_contact


def _hold_since(case: Case, interview: Interview, contact: Address) -> PastMessage | None:
    """A hold from this contact since the interview, which the thank-you then acknowledges."""
    return next(
        (
            message
            for message in reversed(case.correspondence.theirs)
            if message.kind is MessageKind.HOLDING
            and message.confident
            and message.at >= interview.counts_as_thanks_from
            and case.correspondence.reaches(contact, message)
        ),
        None,
    )


def _times_met(case: Case, interview: Interview, contact: Address) -> int:
    """Which interview with this very person it is, counted from 1."""
    earlier = [other for other in case.interviews if other.standing and other.start < interview.start]
    return 1 + sum(any(met.contact.key == contact.key for met in thanked_after(case, other)) for other in earlier)


def _is_user(case: Case, person: Person) -> bool:
    own = case.preferences.own_addresses
    if person.email:
        return person.email.casefold() in own
    named = (address for m in case.application.messages for address in (m.sender, *m.recipients) if address)
    return person.name.casefold() in {address.name.casefold() for address in named if address.key in own and address.name}


def _same_name(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    return " " not in one and first_name(one).casefold() == first_name(other).casefold()
