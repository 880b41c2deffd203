"""`run`, `digest` and `doctor`: the commands that work with the mailboxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from daemon.assembly import furnish, token_settings
from daemon.commands.progress import bar
from daemon.commands.surroundings import Surroundings, furnished
from daemon.config import Settings
from daemon.cycle import Report, run_cycle
from daemon.digest.publish import BuiltDigest, build, deliver
from daemon.digest.smtp import NotDelivered, try_sign_in
from daemon.drafting.rehearsal import own_files, rehearse_own
from daemon.errors import AfterwordError, ConfigError, MailboxError, UserError
from daemon.house import House, SmtpAccount
from daemon.mailbox.dry import DryMailbox
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.protocol import Mailbox
from daemon.service.keys import keys_of
from daemon.service.lock import StateLock, Whereabouts
from daemon.service.process import Furnished, Service
from daemon.state.database import copy_in_memory


def run_service(surroundings: Surroundings) -> int:
    """Until a signal ends it; the exit code. Raises UserError and StateError where it cannot begin."""

    def prepare() -> Furnished:
        settings = surroundings.settings()
        keys = {mailbox.name: keys_of(mailbox) for mailbox in settings.mailbox}
        url = settings.state.database
        return Furnished(furnish(settings), keys, url, Whereabouts.of(url), settings.service.metrics_file)

    return Service(prepare, surroundings.clock).run()


def run_once(surroundings: Surroundings, *, dry: bool) -> Report:
    """One full cycle. `dry`: on a copy of the state and with mailboxes that only pretend to be written to. Raises UserError where
    another process works on the state."""
    with surroundings.house() as furnished, bar() as tell:
        house = replace(furnished, progress=tell)
        if not dry:
            with StateLock(house.database, Whereabouts.of(surroundings.settings().state.database), "run --once"):
                return run_cycle(house, surroundings.now)
        copy = copy_in_memory(house.database)
        try:
            mailboxes = {name: DryMailbox(mailbox) for name, mailbox in house.mailboxes.items()}
            into_the_inbox = replace(house.digest, smtp=None)  # which keeps it to itself; a mail server would not
            return run_cycle(replace(house, database=copy, mailboxes=mailboxes, digest=into_the_inbox), surroundings.now)
        finally:
            copy.close()


def report_lines(report: Report, *, dry: bool) -> Iterator[str]:
    """What a cycle did, for the terminal."""
    save, withdraw = ("would save", "would withdraw") if dry else ("saved", "withdrew")
    yield f"{len(report.recorded)} new message{'s' if len(report.recorded) != 1 else ''} read"
    if report.quarantined:
        yield f"{report.quarantined} could not be read and were put aside; the digest says why"
    for saved in report.saved:
        follow_up = saved.follow_up
        again = " (it lay there already)" if saved.adopted else ""
        yield f"{save} {follow_up.kind} to {follow_up.contact.email}: {saved.subject} [rule {follow_up.rule}]{again}"
        if dry:
            yield from (f"    {line}" for line in saved.text.splitlines())
    for withdrawal in report.withdrawn:
        yield f"{withdraw} {withdrawal.draft.kind} to {withdrawal.draft.contact}: {withdrawal.reason}"
    if report.digest:
        yield f"{'would deliver' if dry else 'delivered'} the digest: {report.digest}"


def preview_digest(house: House, now: datetime, file: Path) -> BuiltDigest:
    """Write the digest to a file: HTML, or plain text where the file's name ends in .txt. Raises UserError."""
    built = build(house, now)
    text = built.rendered.text if file.suffix == ".txt" else built.rendered.html
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{file} cannot be written: {error.strerror}") from None
    return built


def send_digest(house: House, now: datetime) -> tuple[BuiltDigest, bool]:
    """Build the digest now and put it into the inbox, unless today's lies there already; whether it was put there. Raises
    MailboxError."""
    built = build(house, now)
    return built, deliver(house, built, now, by_hand=True)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that `doctor` looked at; `mend` is '' where all is well."""

    what: str
    mend: str = ""


def examine(surroundings: Surroundings) -> Iterator[Check]:
    """Everything that can be wrong, one check after the other. Raises ConfigError, which lists its faults itself."""
    settings = surroundings.settings()
    yield Check("the configuration is valid")
    yield from _own_templates(settings.templates)
    yield from _clients(settings)
    try:
        house = furnished(settings)
    except AfterwordError as error:
        yield Check("the database does not open", str(error))
        return
    yield Check(f"the database opens ({house.database.engine.dialect.name})")
    try:
        for name, mailbox in house.mailboxes.items():
            try:
                mailbox.find("<afterword.doctor@missing.invalid>")
            except (MailboxError, ConfigError) as error:
                yield Check(f"mailbox {name}: sign-in and folders", str(error).removeprefix(f"{name}: "))
            else:
                yield Check(f"mailbox {name}: sign-in works, the drafts folder is there")
                yield from folder_checks(mailbox)
        if house.digest.smtp is not None:
            yield _digest_server(house.digest.smtp)
    finally:
        house.close()


def _digest_server(account: SmtpAccount) -> Check:
    try:
        try_sign_in(account)
    except (NotDelivered, ConfigError) as error:
        return Check("the digest by SMTP: sign-in", str(error))
    return Check(f"the digest by SMTP: {account.name} lets us in")


def folder_checks(mailbox: Mailbox) -> Iterator[Check]:
    """What will go wrong with drafts, as far as it can be seen without writing one."""
    if isinstance(mailbox, ImapMailbox):
        yield from (Check(f"mailbox {mailbox.name}: its folders", trouble) for trouble in mailbox.troubles())


def _clients(settings: Settings) -> Iterator[Check]:
    """The clients that the mailboxes sign in with, where they sign in with tokens."""
    for mailbox in settings.mailbox:
        oauth = token_settings(mailbox)
        if oauth is None:
            continue
        try:
            client = oauth.client()
        except ConfigError as error:
            yield Check(f"mailbox {mailbox.name}: its client at the provider", str(error))
        else:
            yield Check(f"mailbox {mailbox.name}: its client at {client.provider.label} is complete")


def _own_templates(folder: Path) -> Iterator[Check]:
    """The user's own templates in every situation; nothing where there are none."""
    faults = rehearse_own(folder)
    for fault in faults:
        problem = ": ".join(filter(None, (fault.situation, fault.problem)))
        yield Check(f"template {fault.file}", f"{problem} (until it is mended, ours is used)")
    broken = {fault.file for fault in faults}
    for name in own_files(folder) if folder.is_dir() and not broken & {str(folder)} else ():
        if name not in broken:
            yield Check(f"template {name}: fit to send in every situation")
