"""Real mail that others published: the test fixtures of mail software, fetched and never committed.

`python -m tests.mail.public_corpora` downloads them with the machine's own package tools and checks them against the sums
below; `available` says whether that has happened. Their licences are no matter of ours: nothing of them is distributed.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".peers" / "corpora"
_PATIENCE = 300


@dataclass(frozen=True, slots=True)
class Corpus:
    """A source archive: where to get it, its SHA-256 and which of its files are meant."""

    archive: str
    sha256: str
    members: str
    requirement: str = ""
    """The Python source distribution; '' for a Debian source package."""

    @property
    def path(self) -> Path:
        return CACHE / self.archive


CORPORA = {
    "mail-parser": Corpus(
        "mail_parser-4.8.0.tar.gz",
        "602e659b159652d378b0f9cce2d682bee692bedae72687786e2b2e52eaeb9afc",
        r".*/tests/mails/.*",
        "mail-parser==4.8.0",
    ),
    "flufl.bounce": Corpus(
        "flufl_bounce-6.0.0.tar.gz",
        "a1df16b9d1877ae4536f7d76c00d8421fcefbe694f80f5285d05c45a2547b1bc",
        r".*/tests/data/.*\.txt",
        "flufl.bounce==6.0.0",
    ),
    "talon": Corpus(
        "talon-1.4.4.tar.gz",
        "263d122609747691e9f75726ea565f5da8a40146a7a81eb5883e51b8224b0e5c",
        r".*/tests/fixtures/(?:.*\.eml|html_replies/.*\.html)",
        "talon==1.4.4",
    ),
    "django-mailbox": Corpus(
        "django-mailbox-4.10.1.tar.gz",
        "9060a4ddc81d16aa699e266649c12eaf4f29671b5266352e2fad3043a6832b52",
        r".*/tests/messages/.*\.eml",
        "django-mailbox==4.10.1",
    ),
    "hyperkitty": Corpus(
        "hyperkitty-1.3.12.tar.gz",
        "deb582937ec5bc9ea9c1d5d86bfb76a4da429b60e1fea6fd6964e7c667cf161d",
        r".*/tests/testdata/.*\.txt",
        "hyperkitty==1.3.12",
    ),
    "mailman": Corpus(
        "mailman-3.3.10.tar.gz",
        "0de478fcf326f25d931938c3744e61c5cd67596b46e5b1e3bb2abf99d5445632",
        r".*\.eml",
        "mailman==3.3.10",
    ),
    "salmon": Corpus(
        "salmon_mail-3.3.0.tar.gz",
        "550d2db25dec887209947431e48dbfd83a79fa981f1f86a6521de74a27718bfe",
        r".*/tests/data/[^/]*\.(?:msg|txt|eml)",
        "salmon-mail==3.3.0",
    ),
    "icalendar": Corpus(
        "icalendar-7.3.0.tar.gz",
        "7bd001c8e648205e1bde5c6a5b77096598e8d0893dcf57755c6c597635620132",
        r".*/tests/.*\.ics",
        "icalendar==7.3.0",
    ),
    "notmuch": Corpus(
        "notmuch_0.37.orig.tar.xz",
        "0e766df28b78bf4eb8235626ab1f52f04f1e366649325a8ce8d3c908602786f6",
        r".*/test/corpora/(?!.*README).*",
    ),
}


def available() -> bool:
    """Whether every corpus that a Python package tool can fetch is here and is the right one."""
    return all(_is_here(corpus) for corpus in CORPORA.values() if corpus.requirement)


def files(name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a corpus, as pairs of name and content; none where the corpus was not fetched."""
    corpus = CORPORA[name]
    if not _is_here(corpus):
        return
    wanted = re.compile(corpus.members)
    with tarfile.open(corpus.path) as archive:
        for member in archive:
            if member.isfile() and wanted.fullmatch(member.name) and (content := archive.extractfile(member)) is not None:
                yield member.name, content.read()


def fetch() -> list[str]:
    """Download what is missing. Returns what could not be had, one line each."""
    CACHE.mkdir(parents=True, exist_ok=True)
    problems = []
    for name, corpus in CORPORA.items():
        if _is_here(corpus):
            continue
        done = _download_python(name, corpus) if corpus.requirement else _download_debian(name)
        if not _is_here(corpus):
            problems.append(f"{name}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'not the expected file'}")
    return problems


def _is_here(corpus: Corpus) -> bool:
    return corpus.path.is_file() and hashlib.sha256(corpus.path.read_bytes()).hexdigest() == corpus.sha256


def _download_python(name: str, corpus: Corpus) -> subprocess.CompletedProcess[str]:
    package = corpus.requirement.partition("==")[0]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", package]
    return _run([*command, "--dest", str(CACHE), corpus.requirement], CACHE)


def _download_debian(package: str) -> subprocess.CompletedProcess[str]:
    """A source package by apt, with lists of its own, so that nothing of the system's set-up is touched."""
    sources = Path("/etc/apt/sources.list.d/debian.sources")
    if not sources.is_file():
        return subprocess.CompletedProcess([], 1, "", "this machine has no Debian package sources")
    parts, lists = CACHE / "apt" / "parts", CACHE / "apt" / "lists"
    parts.mkdir(parents=True, exist_ok=True)
    (lists / "partial").mkdir(parents=True, exist_ok=True)
    (parts / "source.sources").write_text(re.sub(r"(?m)^Types: deb$", "Types: deb-src", sources.read_text()))
    options = ["Dir::Etc::SourceList=/dev/null", f"Dir::Etc::SourceParts={parts}", f"Dir::State::lists={lists}"]
    apt = ["apt-get", "-qq", *(argument for option in options for argument in ("-o", option))]
    updated = _run([*apt, "update"], CACHE)
    return updated if updated.returncode else _run([*apt, "source", "--download-only", package], CACHE)


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


if __name__ == "__main__":
    for problem in fetch():
        print(f"public mail corpora: could not fetch {problem}", file=sys.stderr)
    sys.exit(0 if available() else 1)
