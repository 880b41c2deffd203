"""One application at one instant, with everything that the rules ask about it worked out once.

A rule is a function from a `Case` to follow-ups. Nothing in here knows what has not happened yet at `now`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from classifiers.reading import MessageKind, Promise
from daemon.mail.message import Address
from daemon.playbook.correspondence import Correspondence
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Application, PastMessage, UserWord, WordKind
from daemon.playbook.interviews import Interview, interviews
from daemon.playbook.preferences import Preferences
from daemon.playbook.standing import ENDED_BY_USER, Standing, State, overrules, standing

MIDNIGHT = time(0, 0)


def _order_of_word(word: UserWord) -> tuple[datetime, str]:
    """Order of the user's words: by time; those of one instant always in the same order."""
    return word.at, repr(word)


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """When they said they would be back: the last day of it, and the last day before which nobody asks."""

    until: date
    patient_until: date
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the wait for news counts from: an interview that ended, or a hold."""

    at: datetime
    trigger: str
    confident: bool
    interview: Interview | None


@dataclass(frozen=True)
class Case:
    application: Application
    now: datetime
    preferences: Preferences

    @classmethod
    def of(cls, application: Application, now: datetime, preferences: Preferences) -> Case:
        past = replace(
            application,
            messages=tuple(sorted((m for m in application.messages if m.at <= now), key=lambda m: (m.at, m.message_id))),
            words=tuple(sorted((word for word in application.words if word.at <= now), key=_order_of_word)),
        )
        return cls(past, now, preferences)

    @cached_property
    def correspondence(self) -> Correspondence:
        return Correspondence.of(self.application, self.preferences)

    @cached_property
    def interviews(self) -> tuple[Interview, ...]:
        return interviews(self.application, self.preferences)

    @cached_property
    def ended_interviews(self) -> tuple[Interview, ...]:
        return tuple(interview for interview in self.interviews if interview.ended(self.now))

    @cached_property
    def interviews_ahead(self) -> tuple[Interview, ...]:
        return tuple(interview for interview in self.interviews if interview.standing and interview.end > self.now)

    @cached_property
    def standing(self) -> Standing:
        return standing(self.application, self.interviews, self.moved_on_at, self.now, self.preferences)

    @property
    def silenced(self) -> bool:
        """Nothing is made for it: the user ended or paused it, or withdrew."""
        return self.standing.state in ENDED_BY_USER or self.standing.paused

    @cached_property
    def outcome(self) -> PastMessage | None:
        """Their rejection or offer, where that is their last word and the user has not overruled it since."""
        latest = self.correspondence.latest_decisive
        if latest is None or latest.kind not in (MessageKind.REJECTION, MessageKind.OFFER):
            return None
        return None if overrules(self.application.words, latest) else latest

    @cached_property
    def anchor(self) -> Anchor | None:
        """The latest ended interview or hold, where the wait for news is still on: nothing decisive of theirs came after
        it, no interview lies ahead, and they have neither turned the user down nor made an offer (an interview that was
        still in the calendar then did not take place)."""
        if self.interviews_ahead or self.outcome is not None:
            return None
        anchors = [
            Anchor(interview.end, interview.trigger, interview.confident, interview) for interview in self.ended_interviews
        ] + [
            Anchor(message.at, message.message_id, message.confident, None)
            for message in self.correspondence.theirs
            if message.kind is MessageKind.HOLDING
        ]
        latest = max(anchors, key=lambda anchor: anchor.at, default=None)
        news = (message for message in self.correspondence.decisive if message.kind is not MessageKind.HOLDING)
        settled_at = max((m.at for m in news if not overrules(self.application.words, m)), default=None)
        return None if latest is None or (settled_at is not None and settled_at > latest.at) else latest

    @cached_property
    def status_checks(self) -> tuple[PastMessage, ...]:
        """Status checks that the user sent since the count began (H2): since the anchor."""
        if self.anchor is None:
            return ()
        return self.correspondence.status_checks(self.anchor.at, self.interviews)

    @cached_property
    def all_status_checks(self) -> tuple[PastMessage, ...]:
        """Every status check that the user ever sent in this application, whatever came in between."""
        began = self.application.messages[0].at
        return self.correspondence.status_checks(began, self.interviews)

    @cached_property
    def moved_on_at(self) -> datetime | None:
        """S3: when two checks were sent and a week went by without a word from a person of theirs. Anything of theirs that
        comes later, and the user's `reopen`, opens it again."""
        if self.anchor is None or len(self.status_checks) < max(self.preferences.max_status_checks, 1):
            return None
        last = self.status_checks[-1].at
        if any(message.human and message.at > last for message in self.correspondence.theirs):
            return None
        at = self.preferences.calendar.days_later(last, self.preferences.status_check_days)
        opened = [message.at for message in self.correspondence.theirs]
        opened += [word.at for word in self.application.words if word.kind is WordKind.REOPEN]
        return at if at <= self.now and not any(later >= at for later in opened) else None

    @cached_property
    def holds_in_a_row(self) -> int:
        """Holds since the last other decisive message of theirs, the last ended interview, or the last word of the user's
        on when to expect an answer."""
        told = [word.at for word in self.application.words if word.kind is WordKind.EXPECT]
        ended = [interview.end for interview in self.ended_interviews]
        since = max(told + ended, default=None)
        count = 0
        for message in reversed(self.correspondence.decisive):
            if message.kind is not MessageKind.HOLDING or (since is not None and message.at <= since):
                break
            count += 1
        return count

    @cached_property
    def time_frame(self) -> TimeFrame | None:
        """The latest time frame they gave, or that the user was told aloud (`expect`). An out-of-office does not shorten it:
        somebody who is back on Monday has not promised a decision for then. The later of the two counts."""
        promised: list[TimeFrame] = []
        away: list[TimeFrame] = []
        for message in self.correspondence.theirs:
            frame = self._frame(message, message.promise) if message.promise else None
            if frame and message.promise:
                (away if message.promise.absence else promised).append(frame)
        told = (word for word in self.application.words if word.kind is WordKind.EXPECT)
        promised += [TimeFrame(word.day, word.day, word.at) for word in told if word.day]
        latest = [max(reversed(frames), key=lambda frame: frame.said_at) for frames in (promised, away) if frames]
        return max(latest, key=lambda frame: frame.patient_until, default=None)

    def _frame(self, message: PastMessage, promise: Promise) -> TimeFrame | None:
        until = promise.until
        if until is None and promise.after_interview_days is not None:
            interview = self._interview_meant(message)
            if interview is not None:
                day = self.preferences.calendar.local_date(interview.start)
                until = day + timedelta(days=promise.after_interview_days)
        if until is None:
            return None
        patience = timedelta(days=self.preferences.status_check_days) if promise.holiday else timedelta(0)
        return TimeFrame(until, until + patience, message.at)

    def _interview_meant(self, message: PastMessage) -> Interview | None:
        """Which interview "within a week of the interview" means: the next one where the message arranges one, else the last
        that had begun, else the next one. One that was moved since takes the time frame with it."""
        standing = [interview for interview in self.interviews if interview.standing]
        begun = [interview for interview in standing if interview.start <= message.at]
        ahead = [interview for interview in standing if interview.start > message.at]
        arranges = message.kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_INVITATION)
        last, following = begun[-1:], ahead[:1]
        return next(iter(following + last if arranges else last + following), None)

    def doubted(self, message: PastMessage) -> bool:
        """Whether what a message *states* (references asked for, a machine-led interview completed) is in doubt.

        Which step it is matters little where another message makes sure that there is such a process; but it may not be a no.
        """
        if message.confident or message.kind is MessageKind.REJECTION:
            return not message.confident
        steps = (other for other in self.correspondence.theirs if other.kind is not MessageKind.OTHER)
        return not any(step.confident for step in steps)

    def settled(self, follow_up: FollowUp, since: datetime | None = None, *, whoever: bool = False) -> bool:
        """Whether this advice is done: a draft of it was sent, edited or thrown away.

        With `since`, a draft of the same rule and ordinal to the same contact (or to whomever) after that instant counts
        too: its identity may have changed when a mail arrived late.
        """
        return any(
            draft.state.final
            and (
                draft.family == follow_up.family
                or (
                    since is not None
                    and draft.rule == follow_up.rule
                    and draft.saved_at >= since
                    and (whoever or draft.contact == follow_up.contact.key)
                )
            )
            for draft in self.application.drafts
        )

    def draft_lives(self, follow_up: FollowUp) -> bool:
        return any(d.state.live and d.identity == follow_up.identity for d in self.application.drafts)

    def written_to_at(self, message: PastMessage | None) -> str:
        """The address of the user's that a message was written to; the latest known one where it does not tell."""
        if message is not None and message.user_address:
            return message.user_address
        return next((m.user_address for m in reversed(self.application.messages) if m.user_address), "")

    def reply_anchor(self, contact: Address, fallback: Iterable[PastMessage] = ()) -> PastMessage | None:
        """What a draft to this contact answers: that person's last message, else the last of the fallback, else the last
        message of the application that this person got from the user."""
        theirs = self.correspondence.latest_from(contact)
        if theirs is not None:
            return theirs
        others = tuple(fallback)
        return others[-1] if others else self.correspondence.latest_to(contact)

    def arranging_thread(self, interview: Interview) -> tuple[PastMessage, ...]:
        """The messages of the thread that arranged an interview, oldest first."""
        arranged = next((m for m in self.application.messages if m.message_id == interview.arranged_by), None)
        if arranged is None:
            return ()
        return tuple(m for m in self.application.messages if m.thread == arranged.thread and m.incoming)

    @property
    def past_interview(self) -> bool:
        return bool(self.ended_interviews)

    @property
    def open_with_person(self) -> bool:
        """From `invited` on, not ended, with somebody to write to (O2)."""
        return (
            self.standing.state in (State.INVITED, State.INTERVIEW_SCHEDULED, State.INTERVIEWED, State.WAITING, State.OFFER)
            and self.correspondence.main_contact is not None
        )
