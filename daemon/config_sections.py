"""The sections of the configuration beside the mailboxes: who the user is, where the state is kept, the digest, the playbook.

The docstring of a section and of each option is also what docs/configuration.md says of it, so it speaks to the user.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from daemon.config_password import PasswordPlace
from daemon.config_values import (
    Country,
    CredentialName,
    DatabaseUrl,
    Day,
    EmailAddress,
    ExistingFile,
    Line,
    OptionalLine,
    Paragraphs,
    SecretFile,
    Section,
    TimeOfDay,
    TimeZone,
    WrittenFile,
    within,
)
from daemon.playbook.preferences import THRESHOLDS


class AchievementSettings(Section):
    """Something new in your working life, for the note that keeps in touch after a rejection."""

    date: Day = Field(examples=["2026-11-20"])
    """The day from which it counts; only what is newer than the rejection is mentioned."""
    text: Line = Field(examples=["passed the exam for …"])
    """What it is, as half a sentence that can stand after "I"."""


class ReferenceSettings(Section):
    """Somebody who speaks for you when a company asks."""

    name: Line = Field(examples=["Dana Okafor"])
    """The reference's name."""
    email: EmailAddress = Field(examples=["dana.okafor@example.com"])
    """The reference's mail address."""


class ProfileSettings(Section):
    """Who you are and when you work."""

    name: Line = Field(examples=["Sam Rivera"])
    """The name that stands under your drafts."""
    addresses: Annotated[tuple[EmailAddress, ...], Field(strict=False, min_length=1, examples=[["sam.rivera@example.org"]])]
    """Every mail address that is yours; a draft comes from the one that the company wrote to, else from the first."""
    timezone: TimeZone = Field(examples=["America/New_York"])
    """The time zone in which days and working hours are counted, by its IANA name."""
    country: Country = Field(examples=["US"])
    """The country (ISO 3166 code) on whose public holidays no draft falls due."""
    region: OptionalLine = ""
    """The state or province, by its short code, whose public holidays count too."""
    quiet_days: Annotated[tuple[Day, ...], Field(strict=False)] = ()
    """Further days on which no draft falls due, beside 24 to 31 December and, in the US, the Friday after Thanksgiving."""
    signature: Paragraphs = ""
    """What stands under a draft instead of the name; may have several lines."""
    phone: OptionalLine = ""
    """A phone number at which you can be reached."""
    linkedin: OptionalLine = ""
    """The address of your LinkedIn profile."""
    highlights: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    """What you bring along, a short phrase each; one that fits the role goes into a draft."""
    achievements: Annotated[tuple[AchievementSettings, ...], Field(strict=False)] = ()
    """What is new in your working life, each with its `date` and `text`."""
    references: Annotated[tuple[ReferenceSettings, ...], Field(strict=False)] = ()
    """Who speaks for you, each with `name` and `email`; when a company asks for references, a notice to each is drafted."""


class StateSettings(Section):
    """What the program remembers."""

    database: DatabaseUrl = Field(default="", json_schema_extra={"default": "`state.db` in the platform's folder for state"})
    """The database: an SQLite file, or PostgreSQL with the extra `postgresql`."""
    lookback_days: Annotated[int, within(1, 365)] = 60
    """How many days of older mail the first start reads, 1 to 365."""
    keep_days: Annotated[int, within(90, 36_500)] = 365
    """After how many days without any event an application is forgotten, 90 to 36500 and not less than `lookback_days`; mail that
    belongs to none goes a month after `lookback_days` (docs/privacy.md)."""


class SmtpSettings(Section):
    """The server that takes the digest, with `deliver = "smtp"`; it goes from your first address to your first address, never to
    anybody else. One of `password_file`, `password_credential` and `keyring` goes with `username`; a server of your own may ask
    for none of these."""

    host: Line = Field(examples=["smtp.example.org"])
    """The SMTP server's name."""
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    """How the connection is encrypted; "none" only for a server on this machine."""
    port: Annotated[int, within(1, 65_535)] = Field(
        default_factory=lambda given: {"implicit": 465, "starttls": 587}.get(given.get("tls", "implicit"), 25),
        json_schema_extra={"default": '465; 587 where `tls` is "starttls", 25 where it is "none"'},
    )
    """The SMTP server's port."""
    username: OptionalLine = ""
    """The name to sign in with; often the whole address."""
    password_file: SecretFile | None = None
    """A file that holds the password and that only its owner may read (chmod 600)."""
    password_credential: CredentialName | None = None
    """The name of a systemd credential that holds the password (LoadCredential=)."""
    keyring: bool = False
    """Whether the password is in the system's keyring; needs the extra `keyring`."""
    ca_file: ExistingFile | None = Field(default=None, json_schema_extra={"default": "those of the system"})
    """The certificates to trust, in PEM, for a server with a certificate of one's own."""

    def password(self) -> str:
        """The password, from its place, now. Raises ConfigError if it is not there or cannot be one."""
        account = f"{self.username}@{self.host}"
        return PasswordPlace("[digest.smtp]", self.password_file, self.password_credential, account).read()


class DigestSettings(Section):
    """The daily mail to you."""

    enabled: bool = True
    """Whether there is a daily mail."""
    at: TimeOfDay = time(7, 30)
    """When it comes, in your time zone."""
    when_quiet: Literal["weekly", "daily", "never"] = "weekly"
    """How often it comes while there is nothing to say: "weekly" shows that all is well, "daily" comes every day, "never" not."""
    deliver: Literal["inbox", "smtp"] = "inbox"
    """How it comes: "inbox" puts it into the inbox of one of the mailboxes, without sending anything; "smtp" hands it to the
    server of `[digest.smtp]`."""
    mailbox: OptionalLine = Field(default="", json_schema_extra={"default": "the first"})
    """The name of the mailbox that gets it; by SMTP, the one in which it is looked for before it is sent a second time."""
    smtp: SmtpSettings | None = Field(default=None, json_schema_extra={"default": 'none; needed with `deliver = "smtp"`'})
    """The server that takes it, with `deliver = "smtp"`."""


class DraftsSettings(Section):
    """How the drafts look. A reply stands in its thread, so it repeats nothing unless you ask for that; some offices want it."""

    quote_original: bool = False
    """Whether a reply has the message that it answers below it, as mail clients do; a long one is cut short."""


class ServiceSettings(Section):
    """The service that runs in the background, `afterword run`."""

    metrics_file: WrittenFile | None = None
    """A file that tells Prometheus how the service is, by way of its node exporter's textfile collector; its name ends
    in .prom."""


def _threshold(name: str) -> Any:
    """What an option means, its default and its limits are those of the playbook."""
    known = THRESHOLDS[name]
    return Field(default=known.default, description=f"{known.meaning}, {known.allowed}.")


class PlaybookSettings(Section):
    """Thresholds of the advice, within the limits that the articles behind it allow."""

    thank_you_delay_minutes: int = _threshold("thank_you_delay_minutes")
    thank_you_send_by_hours: int = _threshold("thank_you_send_by_hours")
    thank_you_expires_hours: int = _threshold("thank_you_expires_hours")
    status_check_days: int = _threshold("status_check_days")
    status_check_expires_days: int = _threshold("status_check_expires_days")
    max_status_checks: int = _threshold("max_status_checks")
    holds_before_asking: int = _threshold("holds_before_asking")
    answer_send_by_hours: int = _threshold("answer_send_by_hours")
    holding_reply_expires_hours: int = _threshold("holding_reply_expires_hours")
    rejection_thanks_expires_days: int = _threshold("rejection_thanks_expires_days")
    keep_in_touch_months: int = _threshold("keep_in_touch_months")
    keep_in_touch_expires_days: int = _threshold("keep_in_touch_expires_days")
    reference_notice_expires_days: int = _threshold("reference_notice_expires_days")
    usual_interview_minutes: int = _threshold("usual_interview_minutes")

    @field_validator("*")
    @classmethod
    def _within_the_articles(cls, number: int, info: ValidationInfo) -> int:
        known = THRESHOLDS[info.field_name or ""]
        if not known.least <= number <= known.most:
            raise ValueError(f"must be a whole number from {known.allowed}, is {number}")
        return number
