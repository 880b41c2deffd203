"""Which trade a few words belong to, so that a highlight can fit a role with which it shares no word.

A table of beginnings of words, coarse on purpose: "reporting" suits a data analyst and "Kubernetes" a platform engineer. Words
that many trades share ("manager", "team") are in none. What is in no trade fits nothing, which does no harm.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")

_TRADES = {
    "analysis": "analy report dashboard metric statistic data dataset sql forecast insight survey quantitative bi excel model",
    "software": "software developer engineer program code backend frontend web app api java python golang rust typescript react "
    "kubernetes docker cloud aws azure platform devops sre infrastructure microservice deploy release migration database",
    "security": "security penetration vulnerab incident soc compliance audit",
    "machine learning": "machine learning scientist ml ai nlp neural model dataset data",
    "finance": "financ account audit controller treasur tax ledger budget bookkeep invoice payroll closing ifrs gaap",
    "operations": "operation logistic supply warehouse fleet dispatch planner planning inventory technician procurement shipment "
    "facilit process",
    "projects": "project program delivery milestone scrum agile pmo rollout stakeholder",
    "product": "product roadmap backlog discovery feature launch user",
    "design": "design designer ux ui figma prototype illustrat brand typograph research user",
    "sales": "sale account quota pipeline client customer revenue territory deal negotiat retail store",
    "marketing": "market campaign seo content brand social newsletter copy advert growth",
    "writing": "editor writer copy journalis publish manuscript proofread translat content",
    "people": "hr recruit talent onboarding people payroll personnel employee training learning",
    "teaching": "teach lectur tutor pupil student class curricul school instructor professor training",
    "research": "research laborator scientist study studies grant publication trial experiment fieldwork coordinator postdoc",
    "care": "nurse nursing care patient ward clinic hospital medical health therap midwif physician social",
    "law": "legal law lawyer paralegal attorney solicitor contract litigation compliance regulat",
    "kitchen": "chef cook kitchen restaurant bakery baker pastry catering menu waiter barista hospitality hotel",
    "trades": "electric plumb carpent weld mechanic machinist maintenance install technician construction site repair cnc",
    "office": "office admin secretar assistant reception calendar clerk diary travel correspondence",
    "customers": "customer support service helpdesk ticket complaint call",
}
_BEGINNINGS = tuple((trade, tuple(words.split())) for trade, words in _TRADES.items())
_SHORT = 4


def trades_of(text: str) -> frozenset[str]:
    """The trades that the words point to: none, one or several.

    >>> sorted(trades_of("Data Analyst")), sorted(trades_of("Built the weekly reporting of three teams"))
    (['analysis', 'machine learning'], ['analysis'])
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(trade for trade, beginnings in _BEGINNINGS if any(_begins(word, beginnings) for word in words))


def _begins(word: str, beginnings: tuple[str, ...]) -> bool:
    """Short entries are whole words: "ai" begins no "aide"."""
    return any(
        word == beginning or (len(beginning) >= _SHORT and word.startswith(beginning)) or word == f"{beginning}s"
        for beginning in beginnings
    )
