"""Words that mean the same in a hiring process, under one name each.

The corpus cannot hold every way to say a thing: where one author writes "we have chosen someone else" the next writes "we have
picked another". Under these names both are one run of words, so that what was learned from the first holds for the second.
Every word stands under one name at most; words that mean too many things stand under none.
"""

from __future__ import annotations

from typing import Final

_GROUPS: Final = {
    "TALK": "interview interviews interviewing chat chats call calls conversation conversations discussion discussions screening "
    "screen talk talking speak speaking catchup catch-up meeting meetings meet zoom teams phone telephone video coffee skype",
    "MET": "met spoke talked chatted interviewed",
    "ROLE": "role roles position positions job jobs post posts vacancy vacancies opening openings opportunity opportunities "
    "requisition req headcount assignment placement posting appointment",
    "APPLY": "application applications applying applied apply candidacy submission submit submitted submitting candidature",
    "PAPERS": "resume resumes cv cvs cover portfolio transcript certificates documents papers materials profile",
    "CANDIDATE": "candidate candidates applicant applicants finalist finalists contender contenders shortlist shortlisted pool",
    "DECISION": "decision decisions decide decided decides deciding outcome outcomes verdict conclusion concluded "
    "determination determined result results choice",
    "CHOSEN": "chosen chose choose choosing selected select selecting selection picked pick opted opt preferred settled "
    "appointed hired filled accepted",
    "PROCEED": "proceed proceeding proceeded progress progressing progressed advance advancing advanced pursue pursuing pursued "
    "continue continuing consider",
    "GO": "move moving moved go going gone went take taking taken",
    "FORWARD": "forward ahead further onward on through",
    "LATE": "delay delayed delays slipped slower longer backlog behind overdue stuck dragging dragged",
    "ON-HOLD": "hold paused pause freeze frozen froze stalled suspended halted",
    "WAIT": "wait waiting waited patience patient bear hang await awaiting pending still yet",
    "NEWS": "news update updates answer feedback response reply word",
    "SOON": "soon shortly asap momentarily",
    "TELL": "tell know inform informed notify notified notifying contact contacted contacting touch hear heard reach reached "
    "advise advised",
    "SORRY": "sorry apologies apologize apology unfortunately regret regrets regretfully regrettably afraid sadly alas "
    "disappointed disappointing disappointment",
    "THANKS": "thank thanks thx grateful appreciate appreciated appreciation thankful obliged",
    "NOT": "not no never cannot without neither nor unsuccessful unable none nothing nobody",
    "GLAD": "pleased delighted happy glad thrilled excited pleasure great wonderful lovely fantastic congratulations congrats",
    "OTHERS": "others other another someone somebody else alternative internal competing elsewhere",
    "FIT": "strong stronger impressive impressed qualified competitive calibre caliber closely suited suitable fit match matched "
    "matches matching aligned align aligns requirements",
    "WISH": "wish wishes wishing luck success successful future endeavors search searching",
    "ARRANGE": "schedule scheduled scheduling arrange arranged arranging book booked booking confirm confirmed confirming "
    "confirmation fixed slot slots reserved set invite invited inviting invitation",
    "RESCHEDULE": "reschedule rescheduled rescheduling rearrange rearranged rearranging postpone postponed postponing rebook "
    "rebooked",
    "CANCEL": "cancel canceled canceling cancellation cancels cancelled cancelling",
    "AVAILABLE": "available availability free suit suits suitable convenient convenience work works fits",
    "TEST": "test tests assessment assessments exercise exercises task tasks challenge questionnaire quiz exam psychometric "
    "take-home takehome recorded recording one-way simulation",
    "UNTIL": "deadline expires expire due within by before until",
    "OFFER": "offer offers offering offered salary contract compensation package wage bonus benefits",
    "JOIN": "start starting join joining onboarding onboard welcome aboard",
    "WE": "we us our ours team panel committee board department office",
    "RECEIVED": "received receipt receive receiving arrived landed",
    "REVIEW": "review reviewing reviewed considering consideration carefully careful evaluating evaluate evaluated sift sifting "
    "screened",
    "KEEP": "keep kept file record database records retain",
    "CLOSED": "closed closing withdrawn eliminated ended",
    "NOTICED": "came across found noticed spotted stumbled",
    "INTEREST": "interested interest curious explore exploring open considering",
    "ABOVE": "manager director leadership boss ceo cfo finance approval approvals approve approved budget sign-off signoff hr "
    "management partners client",
    "AWAY": "vacation leave away traveling traveling travel ill sick off-site offsite holiday holidays",
    "PLACE": "room building floor reception address parking entrance lobby location street road campus",
    "LINK": "link click portal login password button",
    "MONEY": "invoice payment order price discount sale account balance refund paid pay bill card bank loan mortgage rent "
    "purchase subscription",
    "HEALTH": "doctor dr dentist clinic surgery hospital physician vet prescription",
    "SCHOLAR": "manuscript journal paper reviewers reviewer abstract conference proposal referee editor",
    "SCHOOL": "school pupils parents class term admissions admission course programme program students student tuition "
    "enrollment",
    "MAILING": "unsubscribe newsletter preferences subscribed subscriber alerts alert digest",
}

MEANINGS: Final = {word: name for name, group in reversed(_GROUPS.items()) for word in group.split()}
"""From a word (as `sentences` normalises it: lower case, contractions spelled out) to the name of what it means."""
