"""What is said of a trouble: once when it begins, once when it is over."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest

from daemon.errors import AccessRevoked, ConfigError, FolderMissing, MailboxUnavailable, ReaderBroken, SignInFailed
from daemon.service.condition import Condition, Standing, State, in_words

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MEND = "sign in again: afterword auth personal"


@pytest.fixture
def standing() -> Standing:
    return Standing("personal", MEND)


class TestSaying:
    def test_a_trouble_is_said_once_and_its_end_once(self, standing: Standing) -> None:
        first = standing.failed(MailboxUnavailable("personal: no route to host"), NOW)
        assert first is not None
        assert (first.level, first.text) == (logging.WARNING, "personal: no route to host; trying again by itself")
        for minute in range(50):
            assert standing.failed(MailboxUnavailable(f"personal: attempt {minute}"), NOW) is None
        over = standing.succeeded(NOW + timedelta(minutes=12))
        assert over is not None
        assert (over.level, over.text) == (logging.INFO, "personal: well again after 12 min")
        assert standing.succeeded(NOW) is None

    def test_the_next_trouble_is_said_again(self, standing: Standing) -> None:
        assert standing.failed(MailboxUnavailable("gone"), NOW)
        standing.succeeded(NOW)
        assert standing.failed(MailboxUnavailable("gone"), NOW)

    def test_another_kind_of_trouble_is_said_but_not_every_change_between_two(self, standing: Standing) -> None:
        said = [standing.failed(error, NOW) for error in 3 * [MailboxUnavailable("gone"), FolderMissing("no drafts folder")]]
        assert [saying is not None for saying in said] == [True, True, False, False, False, False]

    def test_the_name_stands_in_front_once(self, standing: Standing) -> None:
        assert standing.named("gone") == "personal: gone"
        assert standing.named("personal: gone") == "personal: gone"
        assert standing.named('mailbox "personal": gone') == 'mailbox "personal": gone'


class TestSignIn:
    def test_three_refusals_in_a_row_are_believed(self, standing: Standing) -> None:
        said = [standing.failed(SignInFailed("the server refused the password"), NOW) for _ in range(6)]
        texts = [saying.text for saying in said if saying]
        assert [saying is not None for saying in said] == [True, False, True, False, False, False]
        assert "in passing" in texts[0]
        assert MEND in texts[1]
        assert standing.is_signed_out

    def test_a_success_between_forgives_them(self, standing: Standing) -> None:
        for _ in range(2):
            standing.failed(SignInFailed("refused"), NOW)
        standing.succeeded(NOW)
        for _ in range(2):
            standing.failed(SignInFailed("refused"), NOW)
        assert not standing.is_signed_out

    def test_revoked_access_is_believed_at_once(self, standing: Standing) -> None:
        said = standing.failed(AccessRevoked("the grant was revoked"), NOW)
        assert said is not None
        assert said.level == logging.ERROR
        assert said.text == f"personal: the grant was revoked; {MEND}. Until then this mailbox rests"
        assert standing.is_signed_out

    def test_what_the_refusal_says_already_is_not_said_again(self, standing: Standing) -> None:
        words = f"personal: the grant was revoked; {MEND}"
        said = standing.failed(AccessRevoked(words), NOW)
        assert said is not None
        assert said.text == f"{words}. Until then this mailbox rests"
        assert Condition(State.SIGNED_OUT, NOW, problem=words, mend=MEND).words == words
        assert Condition(State.SIGNED_OUT, NOW, problem="revoked", mend=MEND).words == f"revoked. {MEND}"
        assert Condition(State.WAITING, NOW, problem="gone").words == "gone"

    def test_a_network_failure_between_does_not_forgive(self, standing: Standing) -> None:
        for _ in range(2):
            standing.failed(SignInFailed("refused"), NOW)
        standing.failed(MailboxUnavailable("gone"), NOW)
        standing.failed(SignInFailed("refused"), NOW)
        assert standing.is_signed_out


@pytest.mark.parametrize(
    ("trouble", "level"),
    [
        (MailboxUnavailable("x"), logging.WARNING),
        (ConfigError("x"), logging.ERROR),
        (FolderMissing("x"), logging.ERROR),
        (ReaderBroken("x"), logging.ERROR),
        (None, logging.ERROR),
    ],
)
def test_what_heals_by_itself_is_a_warning_and_the_rest_an_error(
    standing: Standing, trouble: MailboxUnavailable, level: int
) -> None:
    said = standing.failed(trouble, NOW, "the program failed")
    assert said is not None
    assert said.level == level


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-3, "0 s"), (0.4, "0 s"), (119, "119 s"), (120, "2 min"), (7199, "119 min"), (7200, "2 h"), (172_800, "2 days")],
)
def test_lengths_of_time_in_words(seconds: float, words: str) -> None:
    assert in_words(timedelta(seconds=seconds)) == words
