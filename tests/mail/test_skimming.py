"""What is skimmed of a message is what the walk over its parts reads; what is not written plainly is not skimmed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from classifiers.corpus_files import FOLDER, mail_of
from daemon.mail.limits import admit
from daemon.mail.parts import read_parts
from daemon.mail.skimming import Skimmed, skim
from tests.bench.noise import noise

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MIXED = b'Content-Type: multipart/mixed; boundary="b"\n\n'
PDF = b"--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=cv.pdf\n\nJVBERi0=\n"


def walked(mime: bytes) -> Skimmed:
    contents = read_parts(mime)
    return Skimmed(tuple(contents.renditions), bool(contents.calendars))


def corpus() -> list[bytes]:
    lines = (line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()[::40])
    return [mail_of(json.loads(line), AT) for line in lines]


def test_of_every_mail_the_same_is_read_and_nearly_all_are_plain() -> None:
    mails = [admit(raw).mime for raw in (*noise(4, 300, lambda _: AT), *corpus())]
    skimmed = [(mime, found) for mime in mails if (found := skim(mime)) is not None]
    assert len(skimmed) > 0.95 * len(mails)
    for mime, found in skimmed:
        assert found == walked(mime)


@pytest.mark.parametrize(
    "mime",
    [
        pytest.param(b"\nHello\n", id="no field at all"),
        pytest.param(b"Content-Type: text/plain; charset=iso-8859-1\n\nGr\xfc\xdfe\n", id="a charset"),
        pytest.param(b"Content-Type: text/plain; format=flowed\n\nHello \nSam\n", id="flowed"),
        pytest.param(b"Content-Type: text/plain\n\n<html><body>Hello</body></html>\n", id="HTML under a wrong name"),
        pytest.param(
            b"content-type: TEXT/HTML;\n charset=utf-8\ncontent-transfer-encoding: BASE64\n\nPGI+SGk8L2I+\n", id="folded"
        ),
        pytest.param(
            b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>caf=C3=A9=\n</p>\n", id="quoted"
        ),
        pytest.param(MIXED + b"Preamble\n--b\n\nOne\n--b\nContent-Type: text/html\n\n<p>Two\n--b--\nEpilogue\n", id="two texts"),
        pytest.param(MIXED + b"--b\n\nOne\n" + PDF + b"--b--\n", id="an attachment"),
        pytest.param(MIXED + b"--b\n\nOne\n" + PDF, id="without its end"),
        pytest.param(MIXED + b"--b\n--b  \n\nOne\n--b--\n", id="an empty part"),
        pytest.param(MIXED + b"--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--b--\n", id="a calendar"),
        pytest.param(MIXED + b'--b\nContent-Type: application/x; name="Invite.ICS"\n\nx\n--b--\n', id="a calendar by its name"),
        pytest.param(
            MIXED + b"--b\nContent-Type: message/rfc822\n\nSubject: x\n\nNot his words\n--b--\n", id="a forwarded message"
        ),
        pytest.param(
            MIXED + b"--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nOne\n--bb--\n--b\n\nTwo\n--b--\n",
            id="boundaries that begin alike",
        ),
    ],
)
def test_what_is_skimmed_is_what_the_walk_reads(mime: bytes) -> None:
    assert skim(mime) in (walked(mime), None)


@pytest.mark.parametrize(
    "mime",
    [
        pytest.param(b"Content-Type: text\n\nHello\n", id="a broken type"),
        pytest.param(b"Content-Type: text/plain; charset*=utf-8''x\n\nHello\n", id="an encoded parameter"),
        pytest.param(b"Content-Type: text/plain (really)\n\nHello\n", id="a comment"),
        pytest.param(b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n", id="an unknown encoding"),
        pytest.param(b"Content-Type: multipart/mixed\n\nHello\n", id="no boundary"),
        pytest.param(MIXED + b"Hello\n", id="no part"),
        pytest.param(MIXED + b"--b\nContent-Type: text/plain\nContent-Type: text/html\n\nHello\n--b--\n", id="two types"),
        pytest.param(MIXED + b"--b\nContent-Type: text/plain", id="a header that was cut off"),
        pytest.param(b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(20)), id="deep"),
        pytest.param(MIXED + b"--b\n\nx\n" * 100 + b"--b--\n", id="too many parts"),
    ],
)
def test_what_is_not_plain_is_left_to_the_walk(mime: bytes) -> None:
    assert skim(mime) is None


def test_base64_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    head = b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
    for end in range(1, 13):
        found = skim(head + b"SGVsbG8gU2FtIQ"[:end])
        assert found is not None
        assert "Hello Sam!".startswith("".join(text.plain for text in found.renditions))
