"""Whether a mail can belong to a hiring process at all, from its header and the beginnings of its texts: the first look.

It stands before the parser, so it errs on one side: what it lets pass costs some milliseconds, what it turns away is lost until
somebody looks again. Mail is turned away where the glance of the model sees nothing of hiring in its words, or where it was made
in numbers (a list, a campaign, a page of tables and pictures), is in plain English, and none of the words is in it without
which such mail does not speak of hiring. What a person wrote to one reader needs none of these words: "Tuesday at ten suits him,
bring your own knives" passes.
"""

from __future__ import annotations

import re
from typing import Final

from classifiers.model import weights
from classifiers.model.glance import seen_in
from classifiers.vocabulary import words

_SUBJECT: Final = 300
_WORD = re.compile(r"[^\W\d_]{2,24}")
_FEWEST_WORDS: Final = 12
_FEWEST_ENGLISH: Final = 3
_ENGLISH = words("the and you your to of for is with this from are have our it")

_BENEFIT_OF_THE_DOUBT: Final = 0.7
"""How far below the bar of the glance a mail must lie that was not made in numbers: the bar was set for whole mails."""

_HIRING_WORDS = words(
    """
    job jobs role roles position positions post cv hr apply applied applying hire hires hired hiring opening openings audition
    auditions casting placement placements appointed reference references team teams panel committee offer offers offered
    regret unfortunately step steps stage round zoom call calls chat slot slots screening contract background vaga stelle poste
    """
)
_HIRING_STEMS = tuple(
    words(
        """
        interview applica candida recruit resum r\u00e9sum vacanc opportunit employ career talent onboard shortlist salar
        compensat assess internship apprentic requisition staffing headhunt trainee fellow volunteer unsuccessful schedul
        reschedul availab
        qualif consider engineer developer analyst manager invit confirm skill experien bewerb
        vorstellung lebenslauf entretien embauche entrevista puesto empleo colloqui assunzion emprego sollicit gesprek
        vacature rekry haastattel rozmow pohovor stilling ans\u00f6kan
        """
    )
)


def may_be_hiring(subject: str, beginning: str, *, mass_made: bool) -> bool:
    """Whether this mail has to be read. `beginning`: of all of its texts, as they are shown."""
    glance = weights.load().glance
    score = glance.score(seen_in(subject, beginning))
    if score < glance.bar - (0 if mass_made else _BENEFIT_OF_THE_DOUBT):
        return False
    return not mass_made or not _is_plainly_about_something_else(f"{subject[:_SUBJECT]}\n{beginning}")


def telling_words(subject: str, beginning: str) -> tuple[str, ...]:
    """The words that spoke most against hiring in a mail that was turned away, as they stand in it."""
    return weights.load().glance.telling_words(subject, beginning)


def _is_plainly_about_something_else(said: str) -> bool:
    there = set(_WORD.findall(said.lower()))
    return (
        len(there) >= _FEWEST_WORDS
        and len(there & _ENGLISH) >= _FEWEST_ENGLISH
        and there.isdisjoint(_HIRING_WORDS)
        and not any(word.startswith(_HIRING_STEMS) for word in there)
    )
