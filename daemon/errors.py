"""The one tree of errors.

Two branches matter to everyone above: a `UserError` is the user's to mend and ends a command with exit code 2 and one line a
problem, never a traceback; a `MailboxError` concerns one mailbox in one cycle, which fails while the others go on.
"""


class AfterwordError(Exception):
    """The root: everything that this program raises on purpose."""


class UserError(AfterwordError):
    """Something that the user can mend.

    `problems` holds one line each: what is wrong, where, and how to mend it.
    """

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


class ConfigError(UserError):
    """The configuration cannot be used; every fault is listed at once."""


class MailboxError(AfterwordError):
    """One mailbox could not be read or written in this cycle. The message says which and why, without secrets or mail text."""


class MailboxUnavailable(MailboxError):
    """The network or the server failed: a later cycle tries again.

    `retry_after`: the seconds that the server itself asked to be left alone for; None where it said nothing.
    """

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        super().__init__(message)


class SignInFailed(MailboxError):
    """The server refused the user's credentials. Servers also do that in passing: only repeated, it is believed."""


class AccessRevoked(SignInFailed):
    """What was granted holds no more (revoked, expired, the password changed): no try will do before the user signs in again."""


class FolderMissing(MailboxError):
    """A folder that the program needs was not found; the message lists the folders there are."""


class ReaderBroken(MailboxError):
    """Our own reader fails on whatever it is given. Nothing is passed over: the mail is read when the program is mended."""


class UnreadableMail(AfterwordError):
    """A message that cannot be read at all. It is quarantined, counted and named in the digest; the cycle goes on."""


class StateError(AfterwordError):
    """The database cannot be used: of a newer version, locked for too long, or damaged."""


class DraftRejected(AfterwordError):
    """The linter refused a draft of ours. It is not saved; the digest says which rule it broke."""
