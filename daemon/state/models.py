"""The tables. No message body is kept: of a mail there remain its headers' essentials, the verdict, the facts and a short
snippet of evidence. Every time is UTC.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from daemon.state.types import StringList, UtcDateTime


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, list[str]: StringList}  # noqa: RUF012 - SQLAlchemy's own interface


class MailboxRow(Base):
    """A configured mailbox: how far it was read, and how it is."""

    __tablename__ = "mailbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    cursor: Mapped[str | None] = mapped_column(Text)
    first_cycle_at: Mapped[datetime]
    last_success_at: Mapped[datetime | None]
    problem: Mapped[str] = mapped_column(Text, default="")
    problem_since: Mapped[datetime | None]


class ApplicationRow(Base):
    """One hiring process. `state` and `since` are as of the last cycle; what is shown is worked out at the instant of asking."""

    __tablename__ = "application"

    id: Mapped[int] = mapped_column(primary_key=True)
    company: Mapped[str | None] = mapped_column(String(200))
    company_key: Mapped[str] = mapped_column(String(200), default="", index=True)
    role: Mapped[str | None] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(30), default="applied")
    since: Mapped[datetime | None]

    threads: Mapped[list[ThreadRow]] = relationship(back_populates="application", order_by="ThreadRow.id")
    notes: Mapped[list[NoteRow]] = relationship(back_populates="application", order_by="NoteRow.id")


class ThreadRow(Base):
    """One conversation in one mailbox. `root` is the Message-ID that began it, as far as its references tell."""

    __tablename__ = "thread"
    __table_args__ = (Index(None, "mailbox_id", "root"), Index(None, "mailbox_id", "thread_hint"))

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox_id: Mapped[int] = mapped_column(ForeignKey("mailbox.id", ondelete="CASCADE"))
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id", ondelete="SET NULL"), index=True)
    root: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    thread_hint: Mapped[str] = mapped_column(String(200), default="")
    grouped_by: Mapped[str] = mapped_column(Text, default="")

    application: Mapped[ApplicationRow | None] = relationship(back_populates="threads")
    mailbox: Mapped[MailboxRow] = relationship()
    messages: Mapped[list[MessageRow]] = relationship(back_populates="thread", order_by="MessageRow.received_at")


class MessageRow(Base):
    """One message, once a mailbox, however often it was seen. `ref` is the back end's id for fetching it again."""

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("mailbox_id", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox_id: Mapped[int] = mapped_column(ForeignKey("mailbox.id", ondelete="CASCADE"), index=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), index=True)
    message_id: Mapped[str] = mapped_column(Text, index=True)
    ref: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(String(10))
    direction: Mapped[str] = mapped_column(String(10))
    received_at: Mapped[datetime] = mapped_column(index=True)
    recorded_at: Mapped[datetime]
    size: Mapped[int]
    sender_name: Mapped[str] = mapped_column(Text, default="")
    sender_email: Mapped[str] = mapped_column(Text, default="", index=True)
    recipients: Mapped[list[str]] = mapped_column(default=list)
    """Pairs of name and address, flattened."""
    user_address: Mapped[str] = mapped_column(Text, default="")
    subject: Mapped[str] = mapped_column(Text, default="")
    in_reply_to: Mapped[list[str]] = mapped_column(default=list)
    references: Mapped[list[str]] = mapped_column(default=list)
    kind: Mapped[str] = mapped_column(String(30), index=True)
    confidence: Mapped[float]
    confident: Mapped[bool]
    evidence: Mapped[list[str]] = mapped_column(default=list)
    evidence_rules: Mapped[list[str]] = mapped_column(default=list)
    """The rule that saw each phrase of `evidence`."""
    corrected: Mapped[bool] = mapped_column(default=False)
    reread_due: Mapped[bool] = mapped_column(default=False)
    """What its reading stood on has changed since: an earlier message of its thread came late, or the user corrected its form."""
    labels_known: Mapped[list[str]] = mapped_column(default=list)
    """The kinds whose labels it was known to bear, put on by us or heeded: any other that it bears is the user's word."""
    company: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[str | None] = mapped_column(String(200))
    requisition: Mapped[str | None] = mapped_column(String(60))
    agency: Mapped[bool] = mapped_column(default=False)
    human: Mapped[bool] = mapped_column(default=False)
    reply_name: Mapped[str] = mapped_column(Text, default="")
    reply_email: Mapped[str] = mapped_column(Text, default="")
    asks_answer: Mapped[bool] = mapped_column(default=False)
    answer_by: Mapped[date | None]
    """The last day on which they want the user's answer, and the words that say so."""
    answer_by_phrase: Mapped[str] = mapped_column(Text, default="")
    asks_references: Mapped[bool] = mapped_column(default=False)
    machine_interview_completed: Mapped[bool] = mapped_column(default=False)
    feedback: Mapped[str | None] = mapped_column(String(10))
    register: Mapped[str | None] = mapped_column(String(12))
    signed_as: Mapped[str] = mapped_column(Text, default="")
    follow_up_id: Mapped[int | None] = mapped_column(ForeignKey("follow_up.id", ondelete="SET NULL"))
    """The follow-up of ours that the user sent with this message."""

    thread: Mapped[ThreadRow] = relationship(back_populates="messages")
    mailbox: Mapped[MailboxRow] = relationship()
    follow_up: Mapped[FollowUpRow | None] = relationship()
    interviews: Mapped[list[InterviewRow]] = relationship(cascade="all, delete-orphan", order_by="InterviewRow.id")
    promises: Mapped[list[PromiseRow]] = relationship(cascade="all, delete-orphan", order_by="PromiseRow.id")
    people: Mapped[list[ContactRow]] = relationship(cascade="all, delete-orphan", order_by="ContactRow.id")


class InterviewRow(Base):
    """An appointment as one message states it. Which appointments stand follows from all of them, in the playbook.

    `start` and `end` are ISO 8601, with an offset only where a zone was stated.
    """

    __tablename__ = "interview"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), index=True)
    start: Mapped[str] = mapped_column(String(40))
    end: Mapped[str | None] = mapped_column(String(40))
    phrase: Mapped[str] = mapped_column(Text, default="")
    uid: Mapped[str] = mapped_column(Text, default="")
    sequence: Mapped[int] = mapped_column(default=0)
    replaces: Mapped[bool] = mapped_column(default=False)
    cancelled: Mapped[bool] = mapped_column(default=False)


class PromiseRow(Base):
    """A time frame as one message states it."""

    __tablename__ = "promise"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), index=True)
    phrase: Mapped[str] = mapped_column(Text)
    until: Mapped[date | None]
    after_interview_days: Mapped[int | None]
    holiday: Mapped[str] = mapped_column(Text, default="")
    holiday_begins: Mapped[date | None]
    absence: Mapped[bool] = mapped_column(default=False)


class ContactRow(Base):
    """A person whom one message names."""

    __tablename__ = "contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    title: Mapped[str] = mapped_column(Text, default="")
    interviewer: Mapped[bool] = mapped_column(default=False)
    hiring_manager: Mapped[bool] = mapped_column(default=False)


class FollowUpRow(Base):
    """A follow-up that came due, by its identity."""

    __tablename__ = "follow_up"

    id: Mapped[int] = mapped_column(primary_key=True)
    identity: Mapped[str] = mapped_column(String(32), unique=True)
    family: Mapped[str] = mapped_column(String(32), index=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    rule: Mapped[str] = mapped_column(String(4))
    ordinal: Mapped[int]
    contact_name: Mapped[str] = mapped_column(Text, default="")
    contact_email: Mapped[str] = mapped_column(Text)
    reply_to: Mapped[str] = mapped_column(Text, default="")
    due_at: Mapped[datetime]
    send_by: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    refused: Mapped[str] = mapped_column(Text, default="")
    """Why the linter refused its draft, '' if it did not; with a draft that was saved all the same, why it refused the text of
    the user's own template."""

    application: Mapped[ApplicationRow] = relationship()
    drafts: Mapped[list[DraftRow]] = relationship(
        back_populates="follow_up", cascade="all, delete-orphan", order_by="DraftRow.id"
    )


class DraftRow(Base):
    """A draft of a follow-up: first the intent, then where it lies, then what became of it."""

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    follow_up_id: Mapped[int] = mapped_column(ForeignKey("follow_up.id", ondelete="CASCADE"), unique=True)
    mailbox_id: Mapped[int] = mapped_column(ForeignKey("mailbox.id", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(Text, index=True)
    in_reply_to: Mapped[str] = mapped_column(Text, default="")
    handle: Mapped[str] = mapped_column(Text, default="")
    fingerprint: Mapped[str] = mapped_column(String(64), default="")
    subject: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(12), index=True)
    withdrawals: Mapped[int] = mapped_column(default=0)
    """How often we took it back: a copy in the bin is then ours, not a sign that the user threw it away."""
    intended_at: Mapped[datetime]
    state_since: Mapped[datetime]

    follow_up: Mapped[FollowUpRow] = relationship(back_populates="drafts")
    mailbox: Mapped[MailboxRow] = relationship()


class CorrectionRow(Base):
    """`afterword correct`: the kind that the user gives a message. It wins for ever. `applied_at`: when a cycle took it up.

    `form` is the form of the message (`daemon.form`, hashes and no text) and `read_as` the kind that it was read as, so that the
    same mistake is not made again; '' until a cycle has taken it up, and where the message could not be fetched any more.
    """

    __tablename__ = "correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(Text, index=True)
    kind: Mapped[str] = mapped_column(String(30))
    said_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    read_as: Mapped[str] = mapped_column(String(30), default="")
    form: Mapped[str] = mapped_column(Text, default="")


class PlacementRow(Base):
    """`afterword move`: the conversation of `message_id` belongs to that of `anchor`; '' where it is an application of its own,
    with the name `company`. The last word on a conversation wins for ever."""

    __tablename__ = "placement"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(Text, index=True)
    anchor: Mapped[str] = mapped_column(Text, default="")
    company: Mapped[str] = mapped_column(String(200), default="")
    said_at: Mapped[datetime]


class NoteRow(Base):
    """What the user said about an application with a command of his own words (`playbook.history.WordKind`)."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    said_at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    day: Mapped[date | None]
    start: Mapped[datetime | None]
    end: Mapped[datetime | None]

    application: Mapped[ApplicationRow] = relationship(back_populates="notes")


class QuarantinedMessageRow(Base):
    """A message that could not be read. It is named in the digest and does not hold up the rest."""

    __tablename__ = "quarantined_message"
    __table_args__ = (UniqueConstraint("mailbox_id", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox_id: Mapped[int] = mapped_column(ForeignKey("mailbox.id", ondelete="CASCADE"))
    ref: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    quarantined_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)

    mailbox: Mapped[MailboxRow] = relationship()


class ForgottenMessageRow(Base):
    """All that remains of a message that the user had forgotten (`state.forgetting`), so that it is not read again wherever it
    turns up."""

    __tablename__ = "forgotten_message"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of its Message-ID."""


class DigestRunRow(Base):
    """The digest of one local date: written down before it is delivered, so that there is never a second one.

    `quiet`: it had nothing to say and was not delivered. `attempts` counts the deliveries that failed, the last for `problem`; no
    other is tried before `retry_at`. `unclear_since`: a delivery began, and nobody knows whether it arrived.
    """

    __tablename__ = "digest_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    message_id: Mapped[str] = mapped_column(Text)
    covers_from: Mapped[datetime]
    built_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    quiet: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    retry_at: Mapped[datetime | None]
    unclear_since: Mapped[datetime | None]
    problem: Mapped[str] = mapped_column(Text, default="")
