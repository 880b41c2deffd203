"""The table of hard cases, through the database: in order of arrival, backwards and shuffled, the partition is the same."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from classifiers.reading import Facts, InterviewTime, MessageKind, Person, Reading, Verdict
from daemon.mail.message import Address, Message
from daemon.mailbox.protocol import MessageRef, Place
from daemon.playbook.history import Direction
from daemon.state.applications import regroup
from daemon.state.models import ApplicationRow, Base, MailboxRow, MessageRow, PlacementRow
from daemon.state.record import Incoming, record

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]
BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
SAM = Address("Sam Rivera", "sam@rivera.example")
ORDERS = ("in order of arrival", "backwards", "shuffled")
Partition = tuple[frozenset[frozenset[str]], dict[str, str], frozenset[str | None]]


def address(text: str) -> Address:
    return Address(*parseaddr(text))


def incoming(mail: dict[str, Any], index: int) -> Incoming:
    """One line of the table as the intake would hand it on, with the reading that the line says."""
    name = mail.get("same", mail["id"])
    at = datetime.fromisoformat(mail["at"]).replace(tzinfo=UTC) if "at" in mail else BEGIN + timedelta(days=index)
    outgoing = "to" in mail
    sender = SAM if outgoing else address(mail["from"])
    answers = tuple(f"<{one}@x.example>" for one in mail.get("re", ()))
    message = Message(
        f"<{name}@x.example>",
        mail.get("subject", "About your application"),
        sender,
        at,
        to=(address(mail["to"]),) if outgoing else (SAM,),
        cc=tuple(address(one) for one in mail.get("cc", ())),
        in_reply_to=answers[-1:],
        references=answers,
    )
    person = not outgoing and not mail.get("robot", False)
    interview = InterviewTime(at + timedelta(days=3), None, "", uid=mail["uid"]) if "uid" in mail else None
    facts = Facts(
        company=mail.get("company"),
        role=mail.get("role"),
        requisition=mail.get("req"),
        interview=interview,
        people=tuple(Person(one.name, one.email) for one in map(address, mail.get("people", ()))),
        written_by_person=person,
        reply_address=sender if person else None,
        interview_by_agency=mail.get("agency", False),
    )
    return Incoming(
        MessageRef(f"{index}", Place.SENT if outgoing else Place.INBOX, at, 1, mail.get("hint", "")),
        message,
        Reading(Verdict(MessageKind(mail["kind"]), 1.0, True), facts),
        Direction.OUTGOING if outgoing else Direction.INCOMING,
        SAM.email,
    )


@pytest.fixture(scope="module")
def engine() -> Iterator[Any]:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Any) -> Iterator[Session]:
    with engine.connect() as connection:
        transaction = connection.begin()
        with Session(connection) as session:
            yield session
        transaction.rollback()


def played(session: Session, case: dict[str, Any], order: str) -> Partition:
    """The partition of a case, each mail with its reason, and the companies' names."""
    mails = list(enumerate(case["mail"]))
    if order == "backwards":
        mails.reverse()
    elif order == "shuffled":
        random.Random(case["name"]).shuffle(mails)  # noqa: S311 - an order, not a secret
    boxes: dict[str, MailboxRow] = {}
    said = [
        *((one, f"<{to}@x.example>", "") for one, to in case.get("move", ())),
        *((one, "", n) for one, n in case.get("new", ())),
    ]
    for one, anchor, company in said:
        session.add(PlacementRow(message_id=f"<{one}@x.example>", anchor=anchor, company=company, said_at=BEGIN))
    labels: dict[int, str] = {}
    for index, mail in mails:
        box = mail.get("box", "box")
        if box not in boxes:
            boxes[box] = MailboxRow(name=box, first_cycle_at=BEGIN)
            session.add(boxes[box])
            session.flush()
        row = record(session, boxes[box], incoming(mail, index), BEGIN)
        assert row is not None
        session.flush()
        labels[row.id] = mail["id"]
        regroup(session, frozenset({SAM.key}))
    groups: dict[int, set[str]] = {}
    reasons: dict[str, str] = {}
    for row in session.scalars(select(MessageRow)):
        if row.thread.application_id is not None:
            groups.setdefault(row.thread.application_id, set()).add(labels[row.id])
            reasons[labels[row.id]] = row.thread.grouped_by
    called = {row.company for row in session.scalars(select(ApplicationRow)) if row.id in groups}
    assert len(session.scalars(select(ApplicationRow)).all()) == len(groups), "no application is left without mail"
    return frozenset(frozenset(group) for group in groups.values()), reasons, frozenset(called)


def test_the_table_is_long_and_names_each_case_once() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_partition(session: Session, case: dict[str, Any], order: str) -> None:
    groups, reasons, called = played(session, case, order)
    assert groups == frozenset(frozenset(group.split()) for group in case["groups"])
    assert all(reasons.values())
    for label, reason in case.get("why", {}).items():
        assert reasons[label] == reason
    if "called" in case:
        assert called == frozenset(case["called"])
