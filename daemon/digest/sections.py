"""The sections of the page, one function each, in reading order. A section with nothing to say has no entries."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from classifiers.reading import MessageKind
from daemon.digest.advice import MOVE_ON, UNSENT_CHECK, ask_for_address, questions_before_interview
from daemon.digest.content import (
    Advice,
    Coming,
    ComingKind,
    DigestContent,
    DoubtfulReading,
    DraftToReview,
    InterviewAhead,
    MailboxHealth,
    WaitingForYou,
    WaitingKind,
)
from daemon.digest.page import Detail, Entry, Layout, Section, Tone
from daemon.digest.safe_text import shell_word, shown
from daemon.digest.wording import FOLLOW_UP_NAMES, MESSAGE_NAMES, REASONS, Clock, counted, listed, with_articles
from daemon.mail.message import Address
from daemon.playbook.history import FollowUpKind

_WAITING_NAMES = {
    WaitingKind.INVITATION: "Invitation",
    WaitingKind.ASSESSMENT: "Assessment",
    WaitingKind.QUESTION: "Question",
    WaitingKind.OFFER: "Offer",
}


def waiting(content: DigestContent, clock: Clock) -> Section:
    """D0: what waits for the user's own answer, what is due first on top."""

    def entry(item: WaitingForYou) -> Entry:
        return Entry(
            label=_WAITING_NAMES[item.kind],
            title=_company(item.company),
            subtitle=_role(item.role),
            when=_words(_wanted_by(item.answer_by, clock), f"since {clock.day(clock.date(item.since))}"),
            tone=Tone.URGENT if item.answer_by and item.answer_by <= clock.today + timedelta(days=1) else Tone.PLAIN,
            details=_details(
                ("From", _person(item.sender)),
                ("Subject", shown(item.subject, 140)),
                ("By when", f"“{shown(item.phrase, 120)}”" if item.phrase else ""),
                ("Mailbox", shown(item.mailbox, 40) if len(content.mailboxes) > 1 and not item.link else ""),
            ),
            link=item.link,
            link_text="Open the message in Gmail",
        )

    return Section(
        "They wait for you",
        tuple(map(entry, sorted(content.waiting, key=lambda item: (item.answer_by or date.max, item.since)))),
        introduction="These need your own words; nothing is drafted.",
    )


def drafts(content: DigestContent, clock: Clock) -> Section:
    """The drafts that lie ready, late ones first, then by the instant until which they should go."""
    places = {(item.folder, item.mailbox) for item in content.drafts}
    here = f", in {_place(*places.pop())}" if len(places) == 1 else ""

    def entry(item: DraftToReview) -> Entry:
        reason = REASONS.get(item.rule)
        return Entry(
            label=FOLLOW_UP_NAMES[item.kind],
            title=_company(item.company),
            subtitle=_role(item.role),
            when=_send_by(item.send_by, clock, late=item.late),
            tone=Tone.URGENT if item.late or (item.send_by and clock.date(item.send_by) <= clock.today) else Tone.PLAIN,
            details=_details(
                ("To", _address(item.recipient)),
                ("Subject", shown(item.subject, 140)),
                ("Where", "" if here or item.link else _place(item.folder, item.mailbox)),
                ("Why", with_articles(reason.text, reason.articles) if reason else ""),
            ),
            note=_draft_note(item, clock),
            link=item.link,
            link_text="Open the draft in Gmail",
        )

    ordered = sorted(content.drafts, key=lambda item: (not item.late, item.send_by is None, item.send_by or item.saved_at))
    return Section(
        "Drafts to review",
        tuple(map(entry, ordered)),
        introduction=f"Each lies unsent in its conversation{here}. Change what you like, then send it yourself.",
    )


def ready_today(content: DigestContent, clock: Clock) -> Section:
    """D5: what will be saved later today and until when it should go."""
    return Section(
        "Ready later today",
        tuple(
            Entry(
                when=f"from {clock.time(item.due_at)}",
                title=_words(FOLLOW_UP_NAMES[item.kind], _company(item.company)),
                subtitle=_words(_person(item.recipient), _role(item.role)),
                note=_send_by(item.send_by, clock),
            )
            for item in sorted(content.ready_today, key=lambda item: item.due_at)
        ),
        layout=Layout.ROWS,
    )


def interviews(content: DigestContent, clock: Clock) -> Section:
    """The interviews of today and tomorrow; D1's questions stand with the first that wants them, its commands with each."""
    ordered = sorted(content.interviews, key=lambda item: item.start)
    first_reminded = next((item for item in ordered if item.remind_questions), None)

    def entry(item: InterviewAhead) -> Entry:
        reminder = questions_before_interview(item.company)
        return Entry(
            label="Interview",
            title=_company(item.company),
            subtitle=_role(item.role),
            when=clock.span(item.start, item.end),
            tone=Tone.URGENT if clock.date(item.start) == clock.today else Tone.PLAIN,
            details=_details(("With", listed(tuple(shown(name, 60) for name in item.with_whom[:8])))),
            note=with_articles(reminder.text, reminder.articles) if item is first_reminded else "",
            questions=reminder.questions if item is first_reminded else (),
            commands=reminder.commands if item.remind_questions else (),
        )

    return Section("Interviews", tuple(map(entry, ordered)))


def coming(content: DigestContent, clock: Clock) -> Section:
    """What the next fourteen days bring, by day."""

    def entry(item: Coming) -> Entry:
        what = {
            ComingKind.DRAFT: f"{FOLLOW_UP_NAMES[item.follow_up] if item.follow_up else 'Draft'} ready",
            ComingKind.INTERVIEW: "Interview",
            ComingKind.PROMISE: "Their answer is due",
            ComingKind.DEADLINE: "Last day to answer",
        }[item.kind]
        return Entry(
            when=clock.day(item.on),
            title=_words(what, _company(item.company)),
            subtitle=_words(_role(item.role), clock.time(item.at) if item.at else ""),
        )

    ordered = sorted(content.coming, key=lambda item: (item.on, item.at is not None, item.at.timestamp() if item.at else 0.0))
    return Section("The next two weeks", tuple(map(entry, ordered)), layout=Layout.ROWS)


def news(content: DigestContent, clock: Clock) -> Section:
    """What came in and how it was read."""
    return Section(
        "What came in",
        tuple(
            Entry(
                when=clock.instant(item.at),
                title=shown(item.subject, 140) or "(no subject)",
                subtitle=_words(shown(item.company or "", 60), _person(item.sender)),
                note=f"{'Read as' if item.confident else 'Perhaps'}: {MESSAGE_NAMES[item.kind]}",
            )
            for item in sorted(content.news, key=lambda item: item.at)
        ),
        layout=Layout.ROWS,
    )


def doubtful(content: DigestContent, clock: Clock) -> Section:
    """Messages read without confidence, each with the one line that settles it."""

    def entry(item: DoubtfulReading) -> Entry:
        message_id = shell_word(item.message_id)
        held_back = f"A {FOLLOW_UP_NAMES[item.held_back].lower()} waits for your word." if item.held_back else ""
        settle = "" if message_id else "Its Message-ID cannot be copied from a mail: “afterword show” lists it."
        return Entry(
            label=f"Perhaps: {MESSAGE_NAMES[item.guess]}",
            title=shown(item.subject, 140) or "(no subject)",
            when=clock.instant(item.at),
            details=_details(
                ("From", _words(_person(item.sender), shown(item.company or "", 60))),
                ("Because", f"“{shown(item.phrase, 120)}”" if item.phrase else ""),
            ),
            note=" ".join(filter(None, (held_back, settle))),
            commands=(f"afterword correct {message_id} {item.guess}",) if message_id else (),
            link=item.link,
            link_text="Open the message in Gmail",
        )

    return Section(
        "Not sure: a word from you",
        tuple(map(entry, sorted(content.doubtful, key=lambda item: item.at))),
        introduction="Nothing is drafted on a guess. Run the line if the guess is right, or put the right kind at its end.",
        remark=f"Kinds: {', '.join(MessageKind)}.",
    )


def advice(content: DigestContent) -> Section:
    """D2 to D4, and the addresses worth asking for."""
    asked = (
        ask_for_address(item.name, item.company, (item.ask.name or item.ask.email) if item.ask else "")
        for item in content.unknown_interviewers
    )
    return Section("Worth doing", tuple(_advice_entry(item) for item in (*content.advice, *asked)))


def moved_on(content: DigestContent, clock: Clock) -> Section:
    """S3: said once."""
    return Section(
        MOVE_ON.title,
        tuple(
            Entry(
                title=_company(item.company),
                subtitle=_role(item.role),
                when=f"asked {clock.day(clock.date(item.last_check_at))}" if item.last_check_at else "",
            )
            for item in content.moved_on
        ),
        introduction=with_articles(MOVE_ON.text, MOVE_ON.articles),
        layout=Layout.ROWS,
    )


def listed_only(content: DigestContent, clock: Clock) -> Section:
    """What fell due before the first cycle."""
    return Section(
        "From before the first day",
        tuple(
            Entry(
                when=clock.day(clock.date(item.due_at)),
                title=_words(FOLLOW_UP_NAMES[item.kind], _company(item.company)),
                subtitle=_words(_person(item.recipient), _role(item.role)),
            )
            for item in sorted(content.listed_only, key=lambda item: item.due_at)
        ),
        introduction="These fell due before afterword first read your mail, so nothing was drafted. Write yourself where it "
        "still feels right.",
        layout=Layout.ROWS,
    )


def no_draft(content: DigestContent) -> Section:
    """Why something that was due has no draft."""
    return Section(
        "No draft, and why",
        tuple(
            Entry(
                when=FOLLOW_UP_NAMES[item.kind],
                title=_company(item.company),
                subtitle=_role(item.role),
                note=shown(item.why, 300),
            )
            for item in content.no_draft
        ),
        layout=Layout.ROWS,
    )


def rejections(content: DigestContent, clock: Clock) -> Section:
    """The noes, late on the page and in a low voice."""
    return Section(
        "Doors that closed",
        tuple(
            Entry(
                when=clock.day(clock.date(item.at)),
                title=_company(item.company),
                subtitle=_role(item.role),
                note="A gracious reply lies in your drafts." if item.thanks_drafted else "",
            )
            for item in sorted(content.rejections, key=lambda item: item.at)
        ),
        introduction="A no this time, and no verdict on you.",
        layout=Layout.ROWS,
        tone=Tone.QUIET,
    )


def mailboxes(content: DigestContent, clock: Clock) -> Section:
    """How each mailbox fares, in words; those in trouble first."""

    def entry(item: MailboxHealth) -> Entry:
        unreadable = counted(item.quarantined, "message could not be read", "messages could not be read")
        reasons = "; ".join(shown(reason, 120) for reason in item.quarantine_reasons[:5])
        quarantine = f"{unreadable}: {reasons}." if reasons else f"{unreadable}." if unreadable else ""
        return Entry(
            when=shown(item.name, 40),
            title=_health(item),
            subtitle=_words(
                f"since {clock.instant(item.since)}" if item.since and not item.ok else "",
                f"last read {clock.instant(item.last_success)}" if item.last_success else "not read to the end yet",
            ),
            tone=Tone.PLAIN if item.ok else Tone.URGENT,
            note=" ".join(filter(None, (shown(item.problem, 300), quarantine))),
        )

    return Section(
        "Mailboxes", tuple(map(entry, sorted(content.mailboxes, key=lambda item: item.ok))), layout=Layout.ROWS, tone=Tone.QUIET
    )


def templates(content: DigestContent) -> Section:
    """What is wrong with the user's own templates."""
    return Section(
        "Your templates",
        tuple(Entry(when=shown(item.file, 60), title="Not fit to send", note=shown(item.why, 300)) for item in content.templates),
        introduction="Where one of yours cannot be used, the draft is written in our words. `afterword doctor` tries them all.",
        layout=Layout.ROWS,
        tone=Tone.QUIET,
    )


def _health(item: MailboxHealth) -> str:
    if not item.ok:
        return "In trouble"
    return "Fine" if item.last_success else "The first look is still under way"


def _wanted_by(day: date | None, clock: Clock) -> str:
    if day is None:
        return ""
    return f"by {clock.day(day)}" if day >= clock.today else f"was wanted by {clock.day(day)}"


def _advice_entry(item: Advice) -> Entry:
    return Entry(
        title=shown(item.title, 120),
        note=with_articles(shown(item.text, 400), item.articles),
        questions=item.questions,
        ready=shown(item.ready, 600),
        commands=item.commands,
    )


def _draft_note(item: DraftToReview, clock: Clock) -> str:
    saved = clock.date(item.saved_at)
    if item.late:
        return "Its best moment has passed. Send it now, or throw it away."
    if saved == clock.today:
        return ""
    lies = f"In your drafts since {clock.day(saved)}."
    if item.kind is FollowUpKind.STATUS_CHECK:
        return f"{lies} {with_articles(UNSENT_CHECK.text, UNSENT_CHECK.articles)}"
    return lies


def _send_by(send_by: datetime | None, clock: Clock, *, late: bool = False) -> str:
    if send_by is None:
        return "late" if late else ""
    return f"late: was to go by {clock.instant(send_by)}" if late else f"send by {clock.instant(send_by)}"


def _details(*pairs: tuple[str, str]) -> tuple[Detail, ...]:
    return tuple(Detail(label, value) for label, value in pairs if value)


def _words(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _place(folder: str, mailbox: str) -> str:
    return f"“{shown(folder, 60)}” ({shown(mailbox, 40)})"


def _company(company: str | None) -> str:
    return shown(company or "", 60) or "Company not known yet"


def _role(role: str | None) -> str:
    return shown(role or "", 80)


def _person(address: Address | None) -> str:
    return (shown(address.name, 60) or shown(address.email, 80)) if address else ""


def _address(address: Address) -> str:
    """Name and address: before a draft goes out the user should see both."""
    name, email = shown(address.name, 60), shown(address.email, 100)
    return f"{name} <{email}>" if name else email
