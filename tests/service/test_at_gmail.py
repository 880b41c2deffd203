"""The service on Gmail: two accounts at once, faults of every kind, access that ends and comes back, a stop in the middle."""

from __future__ import annotations

import logging
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from daemon.mailbox import gmail_service
from daemon.mailbox.gmail import GmailMailbox
from daemon.mailbox.gmail_quota import BURST, Pace
from daemon.service.condition import State
from daemon.service.crew import Crew
from daemon.service.patience import Patience
from daemon.service.watch import Keys, Watcher
from daemon.state.models import MailboxRow
from tests.cycle.road import CONFIRMED, REJECTED, mail
from tests.mailbox.gmail_world import GmailWorld, credentials, service_at
from tests.mailbox.world import message_id_of
from tests.peers.gmail_facade import Fault, GmailFacade
from tests.service.household import BRISK, LONG, Hands, at, end, house, soon

pytestmark = pytest.mark.peer("emulate")

EARLY = "2026-03-06 10:00"


@pytest.fixture
def facade(gmail: GmailFacade) -> Iterator[GmailFacade]:
    with service_at(gmail.address):
        yield gmail
    gmail.faults.clear()


def hasty() -> Patience:
    return Patience(first=0.2, most=0.5, least=0.1, chance=lambda: 1.0)


def served(world: GmailWorld, name: str, pace: Pace | None = None) -> GmailMailbox:
    return GmailMailbox(
        name, credentials(world.facade, world.account), poll_seconds=0.3, pace=pace or world.clock.pace(), labels=True
    )


def crew_of(folder: Path, *mailboxes: GmailMailbox) -> Crew:
    keys = {mailbox.name: Keys() for mailbox in mailboxes}
    return Crew(house(folder, *mailboxes), Hands(at("2026-03-10 15:30")), keys, pace=BRISK, patience=hasty)


def answered(world: GmailWorld) -> list[str]:
    return sorted(message_id_of(raw) for raw in world.drafts())


def a_letter(name: str, company: str) -> bytes:
    words = REJECTED.replace("Northwind", company)
    sender = f"Ann Lee <ann.lee@{company.casefold()}.example>"
    return mail(f"<{name}@{company.casefold()}.example>", words, sender=sender, subject=f"Data Analyst at {company}")


def rests(watcher: Watcher) -> bool:
    """Whether it takes no turn for two seconds."""
    before = watcher.tried_at
    return not soon(lambda: watcher.tried_at != before, 2.0)


@pytest.mark.slow
def test_two_accounts_in_a_storm_of_faults_lose_nothing_and_double_nothing(facade: GmailFacade, tmp_path: Path) -> None:
    """Each account gets letters from companies of its own while every third call or so goes wrong, in some way or other."""
    chance = random.Random(7)  # noqa: S311 - nothing is kept secret here
    kinds = [
        lambda: Fault("error", "/gmail/", status=429, reason="rateLimitExceeded"),
        lambda: Fault("error", "/gmail/", status=403, reason="userRateLimitExceeded"),
        lambda: Fault("error", "/", status=chance.choice((500, 502, 503)), reason="backendError"),
        lambda: Fault("reset", "/"),
        lambda: Fault("reset after", "/"),
        lambda: Fault("close after", "/"),
        lambda: Fault("truncate", "/gmail/"),
        lambda: Fault("stall", "/gmail/", "POST", seconds=1.5),
    ]
    worlds = {"first": GmailWorld(facade), "second": GmailWorld(facade)}
    companies = {"first": ("Globex", "Hooli", "Initech"), "second": ("Umbrella", "Stark", "Wayne")}
    with ExitStack() as until_end:
        until_end.enter_context(pytest.MonkeyPatch.context()).setattr(gmail_service, "TIMEOUT", 1.0)
        crew = crew_of(tmp_path, *(served(world, name) for name, world in worlds.items()))
        until_end.callback(end, crew)
        crew.start()
        for turn in range(3):
            for name, world in worlds.items():
                world.deliver(a_letter("no", companies[name][turn]), at(EARLY))
            for _ in range(5):
                fault = chance.choice(kinds)()
                fault.skip = chance.randrange(3)
                facade.faults.append(fault)
                time.sleep(0.1)
            worlds["first" if turn % 2 else "second"].account.expire()
        assert soon(lambda: sum(fault.method == "" for fault in facade.faults) < 3), "it gets through them all"
        worlds["first"].account.forget_history()
        facade.faults.clear()
        assert soon(lambda: all(len(world.drafts()) == 3 for world in worlds.values()), 3 * LONG)
        calm = [watcher.tried_at for watcher in crew.watchers]
        assert soon(lambda: all(watcher.tried_at != before for watcher, before in zip(crew.watchers, calm, strict=True)))
        for name, world in worlds.items():
            to = sorted(raw.split(b"\nTo: ", 1)[1].split(b"\r\n", 1)[0] for raw in world.drafts())
            assert to == sorted(f"Ann Lee <ann.lee@{company.casefold()}.example>".encode() for company in companies[name])
            assert len(set(answered(world))) == 3


def test_access_that_ends_rests_one_account_alone_and_comes_back(
    facade: GmailFacade, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    gone, well = GmailWorld(facade), GmailWorld(facade)
    gone.account.revoke()
    crew = crew_of(tmp_path, served(gone, "gone"), served(well, "well"))
    crew.start()
    try:
        resting, polling = crew.watchers
        assert soon(lambda: resting.condition.state is State.SIGNED_OUT)
        well.deliver(a_letter("no", "Globex"), at(EARLY))
        gone.deliver(a_letter("no", "Hooli"), at(EARLY))
        assert soon(well.drafts)
        assert soon(lambda: polling.condition.state is State.POLLING)
        assert rests(resting) or rests(resting), "nobody knocks at a door that is shut for good, but once for the digest"
        gone.account.revoked = False
        resting.hurry()
        assert soon(gone.drafts)
        assert soon(lambda: resting.condition.state is State.POLLING)
    finally:
        end(crew)
    said = Counter(record.levelname for record in caplog.records if record.name.startswith("daemon.service"))
    assert said["ERROR"] == 1


def test_a_stop_ends_a_wait_for_the_quota_and_is_no_trouble(
    facade: GmailFacade, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = GmailWorld(facade)
    world.deliver(mail("<interview@northwind.example>", CONFIRMED), at(EARLY))
    # a clock that stands still: whatever is asked for now would be waited for for ever
    pace = Pace(lambda: 0.0)
    crew = crew_of(tmp_path, served(world, "personal", pace))
    pace.spend(BURST)
    crew.start()
    (watcher,) = crew.watchers
    assert not watcher.join(1.0)
    crew.stop()
    assert crew.join(LONG)
    with crew.house.database.session() as session:
        assert [row.problem for row in session.query(MailboxRow)] == [""]
    crew.house.database.close()
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
