"""Every threshold of the playbook in one place, with the article that it comes from.

Those that say when something is due, by when to send it, until when it is made and how often are the user's to move
(`[playbook]` in the configuration), each within the limits that its article allows. Those that say what a message of the
user's counts as are not: they read what happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from daemon.mail.message import Address
from daemon.playbook.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Threshold:
    """A whole number that the user may move from `least` to `most`, both allowed. `because` is what the articles say of it."""

    meaning: str
    default: int
    least: int
    most: int
    articles: tuple[str, ...]
    because: str

    @property
    def allowed(self) -> str:
        """ "7 to 21 (articles 002 and 003: never before a week)"."""
        cited = " and ".join(filter(None, (", ".join(self.articles[:-1]), self.articles[-1])))
        return f"{self.least} to {self.most} (article{'s' if len(self.articles) > 1 else ''} {cited}: {self.because})"


def threshold(default: int, limits: tuple[int, int], articles: str, because: str, *, meaning: str) -> Any:
    """A field of `Preferences` that is open to the user."""
    least, most = limits
    known = Threshold(meaning, default, least, most, tuple(articles.split()), because)
    return field(default=default, kw_only=True, metadata={"threshold": known})


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the rules ask beside the history. `own_addresses` are casefolded."""

    calendar: WorkingCalendar
    own_addresses: frozenset[str]
    references: tuple[Address, ...] = ()

    thank_you_delay_minutes: int = threshold(
        30, (0, 600), "004", "the note goes out within 24 hours, and you need time to read it first",
        meaning="How many minutes after an interview's end its thank-you lies in your drafts",
    )  # fmt: skip
    thank_you_send_by_hours: int = threshold(
        24, (12, 24), "004", "never later than 24 hours",
        meaning="Within how many hours of the interview's end a thank-you is best sent",
    )  # fmt: skip
    thank_you_expires_hours: int = threshold(
        48, (24, 48), "003", "within 48 hours at the latest",
        meaning="How many hours after the interview's end no thank-you is made any more",
    )  # fmt: skip
    status_check_days: int = threshold(
        7, (7, 21), "002 003 004", "never before a week; after three weeks it is too late",
        meaning="How many days of silence pass before a status check is due",
    )  # fmt: skip
    status_check_expires_days: int = threshold(
        21, (7, 28), "004", "well timed or not at all",
        meaning="How many days after it fell due a status check is not made any more",
    )  # fmt: skip
    max_status_checks: int = threshold(
        2, (0, 2), "004", "after two it is time to move on",
        meaning="How many status checks one silence gets",
    )  # fmt: skip
    holds_before_asking: int = threshold(
        3, (1, 3), "002 003", "take your cues from them, and do not push",
        meaning='After how many "we\'ll get back to you" in a row you are asked before another status check is drafted',
    )  # fmt: skip
    answer_send_by_hours: int = threshold(
        24, (12, 24), "003 004", "an answer that waits loses its worth",
        meaning="Within how many hours the answer to a hold or a rejection is best sent",
    )  # fmt: skip
    holding_reply_expires_hours: int = threshold(
        72, (24, 72), "004", "a patient word is an answer, not another question days later",
        meaning="How many hours after a hold the answer to it is withdrawn",
    )  # fmt: skip
    rejection_thanks_expires_days: int = threshold(
        7, (2, 14), "000 001 003", "it is a reply; the next word is for a month later",
        meaning="How many days after a rejection no thanks for it are made any more",
    )  # fmt: skip
    keep_in_touch_months: int = threshold(
        1, (1, 6), "000", "at least a month, and once only; after half a year there is little touch to keep",
        meaning="How many months after a rejection the one note that keeps in touch is due",
    )  # fmt: skip
    keep_in_touch_expires_days: int = threshold(
        30, (7, 60), "000", "a note in its time, not a thing to catch up on",
        meaning="How many days after it fell due the note that keeps in touch is not made any more",
    )  # fmt: skip
    reference_notice_expires_days: int = threshold(
        14, (3, 28), "004", "never at the last minute, and needless after the call",
        meaning="How many days after references were asked for an unsent notice to them is withdrawn",
    )  # fmt: skip
    usual_interview_minutes: int = threshold(
        60, (15, 240), "003 004", "the hours of a thank-you count from the interview's end",
        meaning="How many minutes an interview lasts whose end nobody stated",
    )  # fmt: skip

    keep_in_touch_minimum_days: int = 30
    """Article 000: a month, and February is short."""
    days_between_messages: int = 7
    """Articles 003 and 004: no seasonal greeting and no second answer to a hold within a week of the user's last message."""
    greeting_working_days: int = 3
    """Article 002: a greeting comes in the week in which the holiday begins, while this many working days are left in it."""
    fresh_days: int = 7
    """Articles 003 and 004: so long after an interview or a hold, a message of the user's own asks how things stand; it thanks
    and answers no longer."""
    own_keep_in_touch_days: int = 14
    """Article 000: so long after a rejection, a message of the user's own that answers nothing keeps in touch."""
    missed_lately: timedelta = timedelta(hours=48)
    """Article 003: a cancellation or a new date may mean an interview that began so long ago; later it took place."""

    @property
    def thank_you_delay(self) -> timedelta:
        return timedelta(minutes=self.thank_you_delay_minutes)

    @property
    def thank_you_send_by(self) -> timedelta:
        return timedelta(hours=self.thank_you_send_by_hours)

    @property
    def thank_you_expires(self) -> timedelta:
        return timedelta(hours=self.thank_you_expires_hours)

    @property
    def answer_send_by(self) -> timedelta:
        return timedelta(hours=self.answer_send_by_hours)

    @property
    def holding_reply_expires(self) -> timedelta:
        return timedelta(hours=self.holding_reply_expires_hours)

    @property
    def usual_interview(self) -> timedelta:
        return timedelta(minutes=self.usual_interview_minutes)

    @property
    def fresh(self) -> timedelta:
        return timedelta(days=self.fresh_days)

    @property
    def own_keep_in_touch(self) -> timedelta:
        return timedelta(days=self.own_keep_in_touch_days)


THRESHOLDS: Mapping[str, Threshold] = MappingProxyType(
    {known.name: known.metadata["threshold"] for known in fields(Preferences) if "threshold" in known.metadata}
)
"""Those that are open to the user, by their name in `[playbook]`."""
