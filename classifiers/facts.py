"""Everything that a message says beside its kind, assembled from the readers of each fact. Pure: same message, same facts."""

from __future__ import annotations

from datetime import date

from classifiers.answer import asks_answer, asks_references, completed_machine_interview, feedback_of
from classifiers.answer_by import answer_by_of
from classifiers.company import company_of
from classifiers.interview import interviews_of
from classifiers.names import company_key, same_company
from classifiers.people import people_of
from classifiers.promise import promise_of
from classifiers.prose import Prose
from classifiers.reading import Context, Facts, InterviewTime, MessageKind, Person
from classifiers.role import requisition_of, role_of
from classifiers.sender import is_written_by_person, person_who_sends, register_of, reply_address, signed_as
from classifiers.standpoint import Standpoint
from classifiers.structure import structure_of
from daemon.mail.message import Message

__all__ = ["company_key", "extract", "same_company"]


def extract(message: Message, kind: MessageKind, context: Context) -> Facts:
    """What the message states, read as a message of that kind. Whatever is not known for sure is None, empty or False.

    Only the sender's own words of this message count; quoted history is used in one case, a bare "confirmed, see you then".
    Of the user's own mail (`context.outgoing`) the company, the role and the interview are read, and nothing about "them".
    """
    structure = structure_of(message, context)
    standpoint = Standpoint.of(message, context)
    body = Prose.of(message.new_text or message.text)
    signed = "" if context.outgoing else signed_as(message, body)
    sender = "" if context.outgoing else person_who_sends(message, structure, signed)
    people = people_of(message, body, kind, context, sender)
    company, agency = company_of(message, body, structure, context, sender, [person.name for person in people])
    interviews = interviews_of(message, body, kind, standpoint)
    interview = interviews[0] if interviews else None
    common = Facts(
        company=company,
        role=role_of(message, body, company),
        requisition=requisition_of(message, body),
        interview=interview,
        more_interviews=interviews[1:],
        written_by_person=is_written_by_person(message, structure, context, signed),
        interview_by_agency=agency,
    )
    if context.outgoing:
        return common
    return Facts(
        company=common.company,
        role=common.role,
        requisition=common.requisition,
        interview=interview,
        more_interviews=interviews[1:],
        promise=promise_of(message, body, kind, standpoint, _day(interview, context)),
        people=_without_company(people, company),
        written_by_person=common.written_by_person,
        reply_address=reply_address(message, written_by_person=common.written_by_person),
        asks_answer=asks_answer(body),
        answer_by=answer_by_of(body, Prose.of(message.subject), kind, standpoint),
        asks_references=asks_references(body),
        machine_interview_completed=completed_machine_interview(body, message.subject),
        feedback=feedback_of(body) if kind is MessageKind.REJECTION else None,
        register=register_of(body, context),
        signed_as=signed,
        interview_by_agency=agency,
        arranger=sender if common.written_by_person else "",
    )


def _day(interview: InterviewTime | None, context: Context) -> date | None:
    """The interview's day on the user's calendar."""
    if interview is None or interview.cancelled:
        return None
    start = interview.start
    return (start.astimezone(context.zone) if start.tzinfo and context.zone else start).date()


def _without_company(people: tuple[Person, ...], company: str | None) -> tuple[Person, ...]:
    """ "Interview with Acme" names no person."""
    if company is None:
        return people
    key = company_key(company)
    return tuple(person for person in people if person.email or company_key(person.name) != key)
