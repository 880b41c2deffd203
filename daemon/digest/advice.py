"""What is worth doing beside the drafts (PLAYBOOK D1 to D4, S3, S4, H2, T1), as texts of our own that cite their articles.

Pure: the caller decides when each is due. Texts that are ready to paste keep within the 200 characters of a LinkedIn
invitation, so that they fit every kind of account.
"""

from __future__ import annotations

from datetime import date

from daemon.digest.content import Advice
from daemon.digest.safe_text import shell_word, shown
from daemon.digest.wording import listed, month_day

_INVITATION_LIMIT = 200
_NAME_LIMIT = 40
_FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor"})


MOVE_ON = Advice(
    title="Time to let go",
    text="Two polite questions and no answer: enough. Put the time into new applications; should they write after all, afterword "
    "takes it up again.",
    articles=("004",),
)
"""S3: two checks stayed unanswered (article 004)."""

UNSENT_CHECK = Advice(
    title="A question that is still a draft",
    text="No other question is written until you send it or throw it away.",
    articles=("003", "004"),
)
"""S4: a status check lies unsent (articles 003, 004)."""


def questions_before_interview(company: str | None) -> Advice:
    """D1: what to ask before an interview ends, and how to tell the answers (article 004)."""
    told = shell_word(company or "") or "COMPANY"
    return Advice(
        title="Before it ends",
        text="Before it ends, note the names and addresses of everybody you meet, and ask what follows. The lines below tell "
        "afterword the answers, which set the right day for the next step.",
        questions=(
            "When may I expect to hear from you? A day is better than “soon”.",
            "If I hear nothing until then, how do you like to be asked?",
            "Does another round follow?",
        ),
        commands=(f"afterword expect {told} WHEN", f"afterword contact {told} NAME ADDRESS"),
        articles=("004",),
    )


def linkedin_request(interviewer: str, company: str | None, role: str | None, interview_on: date | None) -> Advice:
    """D2, on day 1: a connection request to one human interviewer (articles 003, 004)."""
    when = f" on {month_day(interview_on)}" if interview_on else ""
    return Advice(
        title=f"Connect with {_name(interviewer)} on LinkedIn",
        text="Send the thank-you first. Then a short request, whatever comes of the interview:",
        ready=_fitting(
            f"{_greeting(interviewer)} thank you for our conversation{when}{_about(company, role)}. "
            "I enjoyed it and would be glad to stay in touch.",
            f"{_greeting(interviewer)} thank you for our conversation{when}. I enjoyed it and would be glad to stay in touch.",
        ),
        articles=("003", "004"),
    )


def handwritten_card(interviewers: tuple[str, ...], company: str | None) -> Advice:
    """D2, on day 1: a card beside the mail, never instead of it (article 004)."""
    to = listed(tuple(_name(name) for name in interviewers[:4])) or "your interviewers"
    where = f" at {_short(company)}" if company else ""
    return Advice(
        title=f"A handwritten card to {to}",
        text=f"Few people write one{where}, so it is remembered. Thanks, one thing you talked about, your interest: three lines "
        "are enough. It comes on top of the mail and never takes its place.",
        articles=("004",),
    )


def shared_interest(interviewer: str, company: str | None) -> Advice:
    """D2, on day 4: carry on what both found interesting (articles 000, 004)."""
    return Advice(
        title=f"Pick up the thread with {_name(interviewer)}",
        text="Did you find an interest that you share, a trend, a book, an article? A short LinkedIn message about it a few days "
        "later keeps the talk going without asking for anything.",
        ready=_fitting(
            f"{_greeting(interviewer)} our conversation{_at(company)} stayed with me, and I came across something on it "
            "that you may like.",
            f"{_greeting(interviewer)} our conversation stayed with me, and I came across something on it that you may like.",
        ),
        articles=("000", "004"),
    )


def call_instead(company: str | None, *, agency: bool) -> Advice:
    """D3, with the first status check: a call will do as well; an agency is asked first (articles 002, 003)."""
    name = _short(company) or "them"
    if agency:
        return Advice(
            title=f"Ask the agency before you ask {name}",
            text="Somebody stands between you and them, and knows how this employer likes to be asked. Ask there first.",
            articles=("003",),
        )
    return Advice(
        title=f"A call to {name} is fine, too",
        text="After a week of silence you may ask by telephone instead of the mail in your drafts. One of the two, not both.",
        articles=("002",),
    )


def connect_after_rejection(contact: str, company: str | None) -> Advice:
    """D4, on the day after a rejection: stay visible (articles 000, 001)."""
    return Advice(
        title=f"Stay in sight of {_name(contact)}",
        text="A no today says little about next year. Connect on LinkedIn, and now and then read and remark on what they post.",
        ready=_fitting(
            f"{_greeting(contact)} thank you again for considering me{_at(company)}. I would be glad to stay in touch here.",
            f"{_greeting(contact)} thank you again for considering me. I would be glad to stay in touch here.",
        ),
        articles=("000", "001"),
    )


def keep_in_touch_on_linkedin(contact: str, company: str | None, role: str | None) -> Advice:
    """D4, with R2: the same sign of life as a LinkedIn message, instead of the mail (article 000)."""
    return Advice(
        title=f"{_name(contact)}: a message instead of the mail",
        text="Mail is easily overlooked. If you are connected on LinkedIn, write there and throw the draft away.",
        ready=_fitting(
            f"{_greeting(contact)} thank you again for considering me{_about(company, role)}. "
            "I still follow your work with interest and would like to stay in touch.",
            f"{_greeting(contact)} thank you again for considering me. I still follow your work and would like to stay in touch.",
        ),
        articles=("000",),
    )


def third_hold(company: str | None) -> Advice:
    """H2: after three holds the user decides whether another check is made (articles 002, 003)."""
    told = shell_word(company or "") or "COMPANY"
    return Advice(
        title=f"{_short(company) or 'They'} asked you to wait for the third time",
        text="Take the cue from them: no further check is drafted. If you would like one more, say when you expect an answer:",
        commands=(f"afterword expect {told} WHEN",),
        articles=("002", "003"),
    )


def ask_for_address(interviewer: str, company: str | None, arranged_by: str) -> Advice:
    """T1: an interviewer known by name alone; whoever arranged the interview can tell the address (article 004)."""
    told = shell_word(company or "") or "COMPANY"
    arranger = _name(arranged_by) if arranged_by else "your contact"
    return Advice(
        title=f"Ask {arranger} for the address of {_name(interviewer)}",
        text="Everybody who interviewed you deserves a note of their own. With the address, afterword drafts it:",
        commands=(f"afterword contact {told} {shell_word(interviewer) or 'NAME'} ADDRESS",),
        articles=("004",),
    )


def _name(name: str) -> str:
    return shown(name, _NAME_LIMIT)


def _short(company: str | None) -> str:
    return shown(company or "", _NAME_LIMIT)


def _greeting(name: str) -> str:
    """ "Hi Meg,", from "Meg Lang", "Lang, Meg" or "Dr. Meg Lang"; the whole name where the given name is not plain to see."""
    family, comma, given = _name(name).partition(",")
    words = (given if comma else family).split()
    if words and words[0].rstrip(".").casefold() in _FORMS_OF_ADDRESS:
        return f"Hello {_name(name)},"
    if not words:
        return "Hello,"
    first = words[0]
    return f"Hi {first}," if len(first.rstrip(".")) > 1 and "@" not in first else f"Hello {_name(name)},"


def _at(company: str | None) -> str:
    return f" at {_short(company)}" if company else ""


def _about(company: str | None, role: str | None) -> str:
    """ " about the position of Data Analyst at Northwind"."""
    if role:
        return f" about the {shown(role, 60)} position{_at(company)}"
    return _at(company)


def _fitting(text: str, shorter: str) -> str:
    """The first that fits a LinkedIn invitation; a cut one would lose its end."""
    return text if len(text) <= _INVITATION_LIMIT else shorter
