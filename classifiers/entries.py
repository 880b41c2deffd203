"""One person named in a text: "our hiring manager Priya Nair <priya@…>, Head of Data", walked word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from classifiers.names import HONORIFICS, ORGANISATION_WORDS, PARTICLES, looks_like_person
from classifiers.reading import Person
from classifiers.role import names_role
from classifiers.tokens import Token, Tokens, is_uncased
from classifiers.vocabulary import words

SENTENCE_SIGNS = frozenset({".", "!", "?", ";", "\n"})
ARTICLES = words("our my your the both either his her their fellow")
_PREPOSITIONS = words("for of in at to on from about")
_TITLE_WORD = re.compile(
    r"\b(?:manager|engineer\w*|director|lead(?:er)?|head|chief|officer|vp|svp|evp|president|recruiter|partner|designer"
    r"|analyst|scientist|developer|(?:co-?)?founder|ceo|cto|cfo|coo|cpo|owner"
    r"|principal|architect|specialist|coordinator|consultant|supervisor|professor|nurse|teacher|editor|associate|executive"
    r"|product|marketing|sales|operations|hr|talent|team|data|design"
    r"|finance|senior|staff|researcher|producer|buyer|planner|counsel|controller|chair|dean|sourcer|acquisition|administrator"
    r"|accountant|buyer|people)\b",
    re.IGNORECASE,
)
_ENDS_TITLE = words(
    """
    on at via and will who to about regarding is are next this tomorrow today over followed by then as so if please you
    your from for we our i he she they it has have was were would can with or but
    """
)
_HIRING_MANAGER = re.compile(r"\bhiring (?:manager|lead)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in the text, with what stands beside it; `start` and `end` count tokens."""

    person: Person
    start: int
    end: int


def entry_at(tokens: Tokens, index: int) -> Entry | None:
    """A name at that token, behind "our hiring manager", before its address and title."""
    begin = index
    role: list[str] = []
    if index < len(tokens) and tokens[index].word in ARTICLES:
        index += 1
        while index < len(tokens) and len(role) < 6 and _is_role_word(tokens[index]):
            role.append(tokens[index].text)
            index += 1
        if index < len(tokens) and tokens[index].text == "," and role:
            index += 1
    name, index = _name_at(tokens, index)
    if not name or names_role(name) or (role and role[-1].lower() in _PREPOSITIONS and tokens[index - 1].text != ","):
        return None
    if " " not in name and _is_no_first_name(tokens, index, behind_article=tokens[begin].word == "the"):
        return None
    email, index = _email_at(tokens, index)
    title, index = _title_at(tokens, index)
    if not email:
        email, index = _email_at(tokens, index)
    title = title or " ".join(role)
    return Entry(Person(name, email, title=title, hiring_manager=bool(_HIRING_MANAGER.search(title))), begin, index)


def _is_no_first_name(tokens: Tokens, index: int, *, behind_article: bool) -> bool:
    """A lone word is no name as a label ("Bring: …"), in "the General Manager", and behind "the Head"."""
    following = tokens[index] if index < len(tokens) else None
    if following is not None and (following.text == ":" or (following.capitalised and _TITLE_WORD.fullmatch(following.text))):
        return True
    return behind_article and index >= 2 and tokens[index - 2].text != ","


def _is_role_word(token: Token) -> bool:
    return (
        token.text.isalpha()
        and (token.text.islower() or _TITLE_WORD.fullmatch(token.text) is not None)
        and token.word not in ("will", "and", "with")
    )


def _name_at(tokens: Tokens, index: int) -> tuple[str, int]:
    """The name at that token and the index behind it; '' where the words are a company's or no name at all."""
    while index < len(tokens) and (
        tokens[index].word in HONORIFICS or (tokens[index].text == "." and index and tokens[index - 1].word in HONORIFICS)
    ):
        index += 1
    parts: list[str] = []
    start = index
    while index < len(tokens) and index - start < 7:
        if tokens[index].text == "." and parts and len(parts[-1]) == 1:
            parts[-1] += "."
        elif _continues_name(tokens, index, begun=bool(parts)):
            parts.append(tokens[index].text)
        else:
            break
        index += 1
    if index < len(tokens) and tokens[index].text[0].isupper() and tokens[index].word in ORGANISATION_WORDS:
        return "", index
    name = " ".join(parts).removesuffix("'s")
    return (name, index) if name and looks_like_person(name) else ("", index)


def _continues_name(tokens: Tokens, index: int, *, begun: bool) -> bool:
    """An initial, a capitalised word that is no business word, or a particle before one ("van der Berg")."""
    token = tokens[index]
    if token.email or not token.text[0].isalpha():
        return False
    if len(token.text) == 1:
        return token.text.isupper() and (begun or _name_follows(tokens, index))
    if token.text[0].isupper():
        return looks_like_person(f"Ann {token.text}" if begun else token.text)
    if is_uncased(token.text):
        return not begun and looks_like_person(token.text)
    return begun and token.text in PARTICLES and any(after.text[0].isupper() for after in tokens[index + 1 : index + 3])


def _name_follows(tokens: Tokens, index: int) -> bool:
    following = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].text == ".")
    return following < len(tokens) and tokens[following].text[0].isupper() and looks_like_person(tokens[following].text)


def _email_at(tokens: Tokens, index: int) -> tuple[str, int]:
    if index < len(tokens) and tokens[index].text.startswith("(") and "@" in tokens[index].text and " " not in tokens[index].text:
        return tokens[index].text.strip("()").removeprefix("mailto:"), index + 1
    skipped = index
    while skipped < len(tokens) and tokens[skipped].text in ("<", "(", "-", "|", ":") and skipped - index < 2:
        skipped += 1
    if skipped < len(tokens) and tokens[skipped].email:
        after = skipped + 1
        return tokens[skipped].text, after + (after < len(tokens) and tokens[after].text in (">", ")"))
    return "", index


def _title_at(tokens: Tokens, index: int) -> tuple[str, int]:
    """ ", Engineering Manager", " (VP of Product)", " from the data team": only as far as it is a title."""
    if index >= len(tokens):
        return "", index
    if tokens[index].text.startswith("(") and len(tokens[index].text) > 2:
        inside = tokens[index].text.strip("()")
        return (inside if _TITLE_WORD.search(inside) else ""), index + 1
    if tokens[index].text not in (",", "-", "|", ":") and tokens[index].word not in ("from", "our"):
        return "", index
    start = stop = index + (tokens[index].word != "our")
    if stop < len(tokens) and tokens[stop].word in ("our", "the", "my", "a", "an"):
        stop += 1
    while stop < len(tokens) and stop - start < 8:
        token = tokens[stop]
        if token.text in SENTENCE_SIGNS or token.text[0] in ",(<|:-" or token.email:
            break
        if token.word in _ENDS_TITLE:
            break
        stop += 1
    title = re.sub(r"^(?:the|our|a|an) ", "", " ".join(token.text for token in tokens[start:stop]))
    return (title, stop) if _TITLE_WORD.search(title) and not looks_like_person(title) else ("", index)
