"""Which interviews stand: the fold of all that was said about appointments, in the order in which it was said.

A message states one appointment; later ones confirm it again, move it, call it off or add a round. The user's own words
(`interview`, `noshow`) win over what was read before them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from classifiers.reading import MessageKind, Person
from daemon.playbook.history import Application, PastMessage, UserWord, WordKind
from daemon.playbook.preferences import Preferences

_SAID = "said "


class Fate(StrEnum):
    STANDING = "standing"
    CANCELLED = "cancelled"
    NO_SHOW = "noshow"


@dataclass(frozen=True, slots=True)
class Interview:
    """One appointment as it stands now. Instants in UTC.

    `trigger` identifies it for ever: calendar UID and start, else the Message-ID that first stated this start. `known_at` is
    when that was said. `arranged_by` is the Message-ID of the latest message that arranged it ('' if the user said so).
    """

    start: datetime
    end: datetime
    fate: Fate
    trigger: str
    known_at: datetime
    arranged_by: str
    uid: str = ""
    sequence: int = 0
    confident: bool = True
    people: tuple[Person, ...] = ()
    formerly: tuple[datetime, ...] = ()
    """Starts from which it was moved away."""

    @property
    def standing(self) -> bool:
        return self.fate is Fate.STANDING

    @property
    def counts_as_thanks_from(self) -> datetime:
        """From when on a message of the user's is the thank-you: half-way through, since interviews end early too."""
        return self.start + (self.end - self.start) / 2

    def ended(self, now: datetime) -> bool:
        return self.standing and self.end <= now


def interviews(application: Application, preferences: Preferences) -> tuple[Interview, ...]:
    """All appointments of the application, the cancelled ones too, by start."""
    known: list[Interview] = []
    everything: list[PastMessage | UserWord] = [*application.messages, *application.words]
    for said in sorted(everything, key=lambda said: said.at):
        if isinstance(said, UserWord):
            known = _after_word(known, said, preferences)
        elif said.incoming:
            known = _after_message(known, said, preferences)
    return tuple(sorted(known, key=lambda interview: (interview.start, interview.trigger)))


def speaks_of_the_past(message: PastMessage, preferences: Preferences) -> bool:
    """Whether a confirmation states an appointment that was over when it came, or a cancellation one that was long past.

    Calendars send such things when somebody tidies up. They settle nothing: the wait for news goes on as before.
    """
    stated = message.interview
    if stated is None:
        return False
    start = _instant(stated.start, preferences.calendar.zone)
    if message.kind is MessageKind.INTERVIEW_CANCELLED:
        return message.at - start > preferences.missed_lately
    end = _instant(stated.end, preferences.calendar.zone) if stated.end else start + preferences.usual_interview
    return message.kind is MessageKind.INTERVIEW_CONFIRMATION and max(start, end) <= message.at


def _after_message(known: list[Interview], message: PastMessage, preferences: Preferences) -> list[Interview]:
    if message.kind is MessageKind.INTERVIEW_CANCELLED or (message.interview and message.interview.cancelled):
        return _after_cancellation(known, message, preferences)
    if message.kind is not MessageKind.INTERVIEW_CONFIRMATION or message.interview is None:
        return known
    stated = message.interview
    start = _instant(stated.start, preferences.calendar.zone)
    same = next((old for old in known if stated.uid and old.uid == stated.uid), None)
    if same and stated.sequence < same.sequence:
        return known
    again = next((old for old in known if old.start == start and old is not same), None)
    moved = same or again or (_moved(known, message.at, preferences) if stated.replaces else None)
    if moved and not moved.standing and start <= message.at:
        return known  # said again, but it did not take place
    length = moved.end - moved.start if moved else preferences.usual_interview
    end = _instant(stated.end, preferences.calendar.zone) if stated.end else start + length
    restated = moved is not None and moved.start == start and moved.standing
    interview = Interview(
        start=start,
        end=max(end, start),
        fate=Fate.STANDING,
        trigger=moved.trigger if moved and restated else _trigger(stated.uid, start, message.message_id),
        known_at=moved.known_at if moved and restated else message.at,
        arranged_by=moved.arranged_by if moved and restated and not message.human else message.message_id,
        uid=stated.uid or (moved.uid if moved else ""),
        sequence=stated.sequence if stated.uid or not moved else moved.sequence,
        confident=message.confident or bool(moved and restated and moved.confident),
        people=merged_people(message.people, moved.people if moved else ()),
        formerly=_formerly(moved, start),
    )
    return [old for old in known if old is not moved and old is not again] + [interview]


def _after_word(known: list[Interview], word: UserWord, preferences: Preferences) -> list[Interview]:
    if word.kind is WordKind.NO_SHOW:
        return _without(known, _missed(known, word.at, preferences), Fate.NO_SHOW)
    if word.kind is not WordKind.INTERVIEW or word.start is None:
        return known
    meant = _corrected(known, word.start, word.at, preferences)
    length = meant.end - meant.start if meant else preferences.usual_interview
    interview = Interview(
        start=word.start,
        end=max(word.end or word.start + length, word.start),
        fate=Fate.STANDING,
        trigger=_trigger("", word.start, f"{_SAID}{word.start.astimezone(UTC).isoformat()}"),
        known_at=word.at,
        arranged_by=meant.arranged_by if meant else "",
        uid=meant.uid if meant else "",
        sequence=meant.sequence if meant else 0,
        people=meant.people if meant else (),
        formerly=_formerly(meant, word.start),
    )
    return [old for old in known if old is not meant and old.start != word.start] + [interview]


def _missed(known: list[Interview], said_at: datetime, preferences: Preferences) -> Interview | None:
    """The appointment that `noshow` means: the last one that had begun, unless that was on an earlier day and one lies ahead
    on this day; else the next. Said twice, it means the same one."""
    day = preferences.calendar.local_date
    held = [old for old in known if old.fate is not Fate.CANCELLED]
    begun = max((old for old in held if old.start <= said_at), key=lambda old: old.start, default=None)
    ahead = min((old for old in held if old.start > said_at), key=lambda old: old.start, default=None)
    today = day(said_at)
    if begun and ahead and day(begun.start) != today and day(ahead.start) == today:
        return ahead
    return begun or ahead


def _corrected(known: list[Interview], start: datetime, said_at: datetime, preferences: Preferences) -> Interview | None:
    """The appointment whose time the user sets right with `interview`: one on that day, else the next one ahead that was
    only read. What he said himself for another day stays, as a round of its own."""
    day = preferences.calendar.local_date
    standing = sorted((old for old in known if old.standing), key=lambda old: old.start)
    same_day = [old for old in standing if day(old.start) == day(start)]
    read = [old for old in standing if old.start > said_at and not old.trigger.startswith(_SAID)]
    return next(iter(same_day or read), None)


def _after_cancellation(known: list[Interview], message: PastMessage, preferences: Preferences) -> list[Interview]:
    gone, stated = _called_off(known, message, preferences), message.interview
    if gone is not None:
        sequence = max(gone.sequence, stated.sequence) if stated and stated.uid and stated.uid == gone.uid else gone.sequence
        return [replace(old, fate=Fate.CANCELLED, sequence=sequence) if old is gone else old for old in known]
    if stated is None or not (stated.cancelled and stated.uid) or any(old.uid == stated.uid for old in known):
        return known
    start = _instant(stated.start, preferences.calendar.zone)
    overtaken = Interview(
        start=start,
        end=start + preferences.usual_interview,
        fate=Fate.CANCELLED,
        trigger=_trigger(stated.uid, start, message.message_id),
        known_at=message.at,
        arranged_by=message.message_id,
        uid=stated.uid,
        sequence=stated.sequence,
    )
    return [*known, overtaken]  # its REQUEST, of a lower SEQUENCE, may come after it


def _called_off(known: list[Interview], message: PastMessage, preferences: Preferences) -> Interview | None:
    """The appointment that a cancellation means: the one with its UID, else with its start or on its day, else the next one
    ahead. One that took place days ago, and one that was moved away from that time, is not meant; and a calendar's
    cancellation, which names its appointment, means no other."""
    stated = message.interview
    if speaks_of_the_past(message, preferences):
        return None
    if stated and stated.uid:
        by_uid = next((old for old in known if old.uid == stated.uid), None)
        if by_uid:
            recent = message.at - by_uid.start <= preferences.missed_lately
            return by_uid if recent and stated.sequence >= by_uid.sequence else None
    ahead = sorted((old for old in known if old.standing and old.end > message.at), key=lambda old: old.start)
    if stated:
        start, day = _instant(stated.start, preferences.calendar.zone), preferences.calendar.local_date
        same_start = [old for old in ahead if old.start == start]
        same_day = [old for old in ahead if day(old.start) == day(start)]
        named = next(iter(same_start or same_day), None)
        if named or any(start in old.formerly for old in known) or (stated.uid and stated.cancelled):
            return named
    return next(iter(ahead), None) or _moved(known, message.at, preferences)


def _moved(known: list[Interview], at: datetime, preferences: Preferences) -> Interview | None:
    """The appointment that "rescheduled" means: the next one ahead, else one missed in the two days before."""
    standing = [old for old in known if old.standing]
    ahead = [old for old in standing if old.end > at]
    if ahead:
        return min(ahead, key=lambda old: old.start)
    lately = [old for old in standing if at - old.start <= preferences.missed_lately]
    return max(lately, key=lambda old: old.start, default=None)


def _without(known: list[Interview], gone: Interview | None, fate: Fate) -> list[Interview]:
    return [replace(old, fate=fate) if old is gone else old for old in known]


def _trigger(uid: str, start: datetime, message_id: str) -> str:
    return f"{uid} {start.astimezone(UTC).isoformat()}" if uid else message_id


def _formerly(moved: Interview | None, start: datetime) -> tuple[datetime, ...]:
    if moved is None:
        return ()
    return moved.formerly if moved.start == start else (*moved.formerly, moved.start)


def _instant(stated: datetime, zone: tzinfo) -> datetime:
    return (stated if stated.tzinfo else stated.replace(tzinfo=zone)).astimezone(UTC)


def merged_people(newer: Iterable[Person], older: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a person: the same address, or the same name where one of the two has no address."""
    people: list[Person] = []
    for person in (*newer, *older):
        for index, known in enumerate(people):
            same_email = person.email and person.email.casefold() == known.email.casefold()
            same_name = person.name and person.name.casefold() == known.name.casefold() and not (person.email and known.email)
            if same_email or same_name:
                people[index] = replace(
                    known,
                    name=known.name or person.name,
                    email=known.email or person.email,
                    interviewer=known.interviewer or person.interviewer,
                    title=known.title or person.title,
                    hiring_manager=known.hiring_manager or person.hiring_manager,
                )
                break
        else:
            people.append(person)
    return tuple(people)
