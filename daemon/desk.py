"""The drafts in the mailboxes: look at what became of them, withdraw, save exactly once.

Every step that touches a mailbox is written down before (intent) and after (record), and a draft's Message-ID follows from
its follow-up alone. So a kill between any two steps, a lost database or a changed UIDVALIDITY leads back here with the same
Message-ID, which is looked for before anything is saved.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from daemon.drafting.draft import DraftMail, Parent, draft
from daemon.drafting.letter import Author, LetterFacts
from daemon.drafting.quotation import Original
from daemon.errors import DraftRejected, UnreadableMail
from daemon.house import House
from daemon.intake import mailbox_row
from daemon.mail.message import Address
from daemon.mail.parse import parse
from daemon.mail.reply import message_id_for
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.protocol import DraftRef, DraftStatus, Found, Mailbox, MessageRef, Place, ReplyAnchor
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Application, Direction, DraftState, FollowUpKind, History, WordKind
from daemon.reconcile import Withdrawal
from daemon.state.models import DraftRow, FollowUpRow, MailboxRow, MessageRow

logger = logging.getLogger(__name__)

MONTH_FIRST = frozenset({"US", "CA", "PH", "PR", "GU", "VI", "AS", "MP"})
"""Countries in whose English the month stands before the day."""

WATCH_EDITED = timedelta(days=60)
WATCH_DISCARDED = timedelta(days=7)
"""A mail client that replaces a draft, or a sent copy that arrives late, can make a draft look thrown away for a while."""

_STATE_OF = {
    DraftStatus.UNTOUCHED: DraftState.UNTOUCHED,
    DraftStatus.EDITED: DraftState.EDITED,
    DraftStatus.SENT: DraftState.SENT,
    DraftStatus.DISCARDED: DraftState.DISCARDED,
}


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """One draft that this cycle saved (or would save), for the report."""

    follow_up: FollowUp
    subject: str
    text: str
    adopted: bool = False


def observe(house: House, mailbox: Mailbox, now: datetime) -> None:
    """Note what became of our drafts in this mailbox since the last cycle."""
    with house.database.session() as session:
        watched = [(row.id, _ref(row)) for row in _watched(session, mailbox.name, now)]
    for key, ref in watched:
        state = _STATE_OF[mailbox.draft_status(ref)]
        with house.database.session() as session:
            row = session.get_one(DraftRow, key)
            if state is not DraftState(row.state) and not _forgets(DraftState(row.state), state):
                _enter(row, state, now)
            if state is DraftState.SENT:
                _link_sent_message(session, row)


def withdraw(house: House, mailbox: Mailbox, withdrawal: Withdrawal, now: datetime) -> bool:
    """Take an untouched draft away. False if it turned out to be the user's by now."""
    with house.database.session() as session:
        row = _row(session, withdrawal.draft.identity)
        _enter(row, DraftState.WITHDRAWING, now)
        ref = _ref(row)
    found = mailbox.find(ref.message_id)
    gone = found is not None and found.place is Place.BIN
    if found is None or found.place is Place.DRAFTS:
        # a mail client may have put it there anew, under a Message-ID of its own
        gone = mailbox.withdraw_draft(ref) or (found is None and mailbox.draft_status(ref) is DraftStatus.DISCARDED)
    with house.database.session() as session:
        row = _row(session, withdrawal.draft.identity)
        if gone:
            row.withdrawals += 1
            _enter(row, DraftState.WITHDRAWN, now)
        else:
            _enter(row, DraftState.SENT if found and found.place is Place.SENT else DraftState.EDITED, now)
    return gone


def save(house: House, mailbox: Mailbox, follow_up: FollowUp, history: History, now: datetime) -> SavedDraft | None:
    """Save the draft of a follow-up exactly once; None if the linter refuses it or the user has had it already.

    A template of the user's own that makes it unfit gives way to ours; the follow-up's row keeps why.
    """
    original = _original(house, mailbox, follow_up.reply_to)
    with house.database.session() as session:
        row = _follow_up_row(session, follow_up)
        parent = _parent(session, mailbox.name, follow_up.reply_to)
        try:
            mail = _written(house, follow_up, _application(history, follow_up), parent, original, now)
        except DraftRejected as error:
            if row.refused != str(error):
                logger.warning("a draft by rule %s was refused by the linter: %s", follow_up.rule, error)
            row.refused = str(error)
            return None
        if mail.passed_over and row.refused != mail.passed_over:
            logger.warning("for a draft by rule %s ours took the place of the template %s", follow_up.rule, mail.passed_over)
        row.refused = mail.passed_over
        draft_row = _intend(session, row, mailbox, mail, follow_up, now)
        ours_in_bin = draft_row.withdrawals > 0
        draft_id = draft_row.id
        hint = parent[1] if parent else ""
    found = mailbox.find(mail.message_id)
    if found is not None and not (found.place is Place.BIN and ours_in_bin):
        return _adopt(house, draft_id, follow_up, mail, found, now)
    anchor = ReplyAnchor(follow_up.reply_to, hint) if follow_up.reply_to else None
    ref = mailbox.save_draft(mail.mime, anchor)
    with house.database.session() as session:
        saved = session.get_one(DraftRow, draft_id)
        _place(saved, ref)
        _enter(saved, DraftState.UNTOUCHED, now)
    return SavedDraft(follow_up, mail.subject, mail.text)


def adopt_if_there(house: House, mailbox: Mailbox, follow_up: FollowUp, application: Application, now: datetime) -> None:
    """After a loss of the database, or of its latest hours: take up again a draft that was saved before. `application` as it was
    known then."""
    try:
        found = mailbox.find(message_id_for(follow_up.identity, _author_address(house, follow_up).domain))
    except ValueError:  # of an address that can stand in no header no draft was ever made
        return
    if found is None:
        return
    original = _original(house, mailbox, follow_up.reply_to)
    with house.database.session() as session:
        parent = _parent(session, mailbox.name, follow_up.reply_to)
    try:
        mail = _written(house, follow_up, application, parent, original, now)
    except DraftRejected:
        return
    with house.database.session() as session:
        draft_id = _intend(session, _follow_up_row(session, follow_up), mailbox, mail, follow_up, now).id
    _adopt(house, draft_id, follow_up, mail, found, now)


def _adopt(house: House, draft_id: int, follow_up: FollowUp, mail: DraftMail, found: Found, now: datetime) -> SavedDraft | None:
    """The draft lies there already: ours as it was, or the user's by now."""
    with house.database.session() as session:
        row = session.get_one(DraftRow, draft_id)
        _place(row, found.ref)
        same = found.ref.fingerprint == fingerprint(mail.mime)
        state = {
            Place.DRAFTS: DraftState.UNTOUCHED if same else DraftState.EDITED,
            Place.SENT: DraftState.SENT,
        }.get(found.place, DraftState.DISCARDED)
        if not same:
            row.fingerprint = fingerprint(mail.mime)
        _enter(row, state, now)
        if state is DraftState.SENT:
            _link_sent_message(session, row)
    return SavedDraft(follow_up, mail.subject, mail.text, adopted=True) if state is DraftState.UNTOUCHED else None


def _application(history: History, follow_up: FollowUp) -> Application:
    return next(one for one in history.applications if one.key == follow_up.application)


def _written(
    house: House,
    follow_up: FollowUp,
    application: Application,
    parent: tuple[Parent, str] | None,
    original: Original | None,
    now: datetime,
) -> DraftMail:
    return draft(
        letter_facts(house, follow_up, application),
        parent=parent[0] if parent else None,
        now=now,
        identity=follow_up.identity,
        overrides=house.templates,
        original=original,
    )


def letter_facts(house: House, follow_up: FollowUp, application: Application) -> LetterFacts:
    """What the draft of a follow-up may say: the user, the addressee as he signs and speaks, and what is known."""
    profile = house.profile
    theirs = [
        message
        for message in application.messages
        if message.incoming and message.reply_address and message.reply_address.key == follow_up.contact.key
    ]
    return LetterFacts(
        kind=follow_up.kind,
        rule=follow_up.rule,
        ordinal=follow_up.ordinal,
        seed=_seed(follow_up, application),
        author=Author(
            name=profile.name,
            address=_author_address(house, follow_up).email,
            signature=profile.signature,
            phone=profile.phone,
            linkedin=profile.linkedin,
            highlights=profile.highlights,
            achievements=profile.achievements,
        ),
        recipient=follow_up.contact,
        recipient_signs=next((message.signed_as for message in reversed(theirs) if message.signed_as), ""),
        register=next((message.register for message in reversed(theirs) if message.register), None),
        company=application.company,
        role=application.role,
        mentions=tuple(word.text for word in application.words if word.kind is WordKind.MENTION),
        situation=follow_up.situation,
        month_first=house.preferences.calendar.country in MONTH_FIRST,
    )


def _author_address(house: House, follow_up: FollowUp) -> Address:
    """The one of the user's addresses that was written to, else the first."""
    return Address(house.profile.name, follow_up.user_address or house.profile.first_address.email)


def _seed(follow_up: FollowUp, application: Application) -> str:
    """What chooses the wording: the follow-up's identity. The checks of one application share theirs, so that they take turns
    among the wordings."""
    if follow_up.kind is not FollowUpKind.STATUS_CHECK:
        return follow_up.identity
    return repr((application.company, application.role, follow_up.contact.key, follow_up.rule))


def _follow_up_row(session: Session, follow_up: FollowUp) -> FollowUpRow:
    row = session.scalar(select(FollowUpRow).where(FollowUpRow.identity == follow_up.identity))
    if row is None:
        row = FollowUpRow(identity=follow_up.identity, family=follow_up.family, application_id=int(follow_up.application))
        session.add(row)
    row.kind, row.rule, row.ordinal = follow_up.kind, follow_up.rule, follow_up.ordinal
    row.contact_name, row.contact_email = follow_up.contact.name, follow_up.contact.email
    row.reply_to, row.due_at = follow_up.reply_to, follow_up.due_at
    row.send_by, row.expires_at = follow_up.send_by, follow_up.expires_at
    session.flush()
    return row


def _intend(
    session: Session, row: FollowUpRow, mailbox: Mailbox, mail: DraftMail, follow_up: FollowUp, now: datetime
) -> DraftRow:
    """Write the intent down; the row of an earlier attempt is taken up again."""
    known = session.scalar(select(DraftRow).where(DraftRow.follow_up_id == row.id))
    intent = known or DraftRow(follow_up_id=row.id, mailbox_id=mailbox_row(session, mailbox.name, now).id)
    intent.message_id, intent.in_reply_to, intent.subject = mail.message_id, follow_up.reply_to, mail.subject
    intent.fingerprint = fingerprint(mail.mime)
    intent.intended_at = now
    _enter(intent, DraftState.INTENDED, now)
    session.add(intent)
    session.flush()
    return intent


def _parent(session: Session, mailbox: str, message_id: str) -> tuple[Parent, str] | None:
    """The message to answer and the server's id of its thread."""
    if not message_id:
        return None
    row = _message_row(session, mailbox, message_id)
    return (Parent(row.message_id, tuple(row.references), row.subject), row.thread.thread_hint) if row else None


def _message_row(session: Session, mailbox: str, message_id: str) -> MessageRow | None:
    return session.scalar(
        select(MessageRow)
        .join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
        .where(MessageRow.message_id == message_id, MailboxRow.name == mailbox)
    )


def _original(house: House, mailbox: Mailbox, message_id: str) -> Original | None:
    """The message to answer, fetched anew to be quoted; None where nothing is to be quoted, or it is not there any more."""
    if not (house.quote_original and message_id):
        return None
    with house.database.session() as session:
        row = _message_row(session, mailbox.name, message_id)
        refs = (MessageRef(row.ref, Place(row.place), row.received_at, row.size, row.thread.thread_hint),) if row else ()
    for raw in mailbox.fetch(refs):
        try:
            message = parse(raw.raw, raw.ref.received_at)
        except UnreadableMail:
            return None
        if message.sender is not None and message.message_id == message_id:
            return Original(message.sender, house.preferences.calendar.local(message.received_at), message.new_text)
    return None


def _watched(session: Session, mailbox: str, now: datetime) -> list[DraftRow]:
    rows = session.scalars(
        select(DraftRow)
        .join(MailboxRow, MailboxRow.id == DraftRow.mailbox_id)
        .where(
            MailboxRow.name == mailbox,
            DraftRow.state.in_([DraftState.UNTOUCHED, DraftState.EDITED, DraftState.DISCARDED]),
        )
        .order_by(DraftRow.id)
    ).all()
    patience = {DraftState.EDITED: WATCH_EDITED, DraftState.DISCARDED: WATCH_DISCARDED}
    return [row for row in rows if row.state not in patience or now - row.state_since <= patience[DraftState(row.state)]]


def _forgets(old: DraftState, new: DraftState) -> bool:
    """An edited draft stays the user's, and one thrown away does not become ours again."""
    return new is DraftState.UNTOUCHED and old.final


def _link_sent_message(session: Session, draft_row: DraftRow) -> None:
    """Tell the message that the user sent from our draft which follow-up it was, also where it got another Message-ID."""
    session.flush()
    sent = session.scalars(
        select(MessageRow)
        .where(
            MessageRow.mailbox_id == draft_row.mailbox_id,
            MessageRow.direction == Direction.OUTGOING,
            MessageRow.received_at >= draft_row.intended_at,
        )
        .order_by(MessageRow.received_at)
    ).all()
    if any(message.follow_up_id == draft_row.follow_up_id for message in sent):
        return
    for message in sent:
        answers = draft_row.in_reply_to and draft_row.in_reply_to in message.in_reply_to
        if message.message_id == draft_row.message_id or (answers and message.follow_up_id is None):
            message.follow_up_id = draft_row.follow_up_id
            return


def _row(session: Session, identity: str) -> DraftRow:
    return session.scalars(
        select(DraftRow).join(FollowUpRow, FollowUpRow.id == DraftRow.follow_up_id).where(FollowUpRow.identity == identity)
    ).one()


def _ref(row: DraftRow) -> DraftRef:
    return DraftRef(row.message_id, row.handle, row.fingerprint, row.in_reply_to)


def _place(row: DraftRow, ref: DraftRef) -> None:
    row.handle, row.fingerprint = ref.handle, ref.fingerprint


def _enter(row: DraftRow, state: DraftState, now: datetime) -> None:
    row.state, row.state_since = state, now
