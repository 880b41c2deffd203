"""Walks of life where one writes, speaks or is asked: journals, publishers, conferences, the press, studies with participants."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

RULES = (
    rule(
        _KIND,
        "publishing",
        3.8,
        """
        (referee reports|reviewer reports|reviewer comments|reviewers comments|peer review|co authors|coauthors|camera ready|
            program committee|area chair|editor in chief|associate editor|editorial board|open access|article processing|
            revise and resubmit|major revisions|minor revisions|for publication|offer of publication|offer to publish)
        (your|the|this) (manuscript|paper|article|abstract|poster|talk proposal|session proposal|poem|poems|story|short story|
            novel|query|chapter|book proposal|pitch|essay|typescript|screenplay) .. (accepted|rejected|declined|submission|
            published|publication|journal|conference|considered|not|for|review|issue|volume|publish|in our|list)
        (reviewer|reviewers|referee|referees|readers|reader 2|reviewer 2) .. (comments|recommend|reports|find|found|
            manuscript|paper|suggest|reports on|material)
        (call for papers|call for proposals|conference proceedings|literary agent|poetry magazine|short fiction|cfp|
            slush pile)
        (submission|submitted|submissions|submit) .. (journal|magazine|anthology|symposium|contest|festival|quarterly|
            law review|literary|press)
        (two|three|the) (reports|reviews) on
        (journal|review) .. (submission|volume|issue|decision on your|special issue|editorial)
        """,
        unless="""
        (read|saw|enjoyed|loved|impressed|liked) .. your .. (paper|article|talk|blog|story|thesis|book)
        typewriter
        (reviewers|referees) .. (gave you|thumbs|take home|code)
        (glad|happy) to read
        (role|position|job|post|vacancy|offer) .. (paper|journal|editor)
        your (references|cover letter|teaching|application)
        """,
    ),
    rule(
        _KIND,
        "speaking",
        2.8,
        """
        (invite|love|like|asked|inviting|have) .. you .. (speak|to speak|give a talk|keynote|present) (at|on|in|
            to) .. (conference|summit|meetup|event|festival|data week|talks|symposium|week|day|congress)
        (speaker|speakers) (application|applications|team|fee|dinner|proposal|slot|lineup|bio|will be invited)
        (call for speakers|your talk proposal|your session|keynote speaker|brown bag|honorarium for your talk|
            conference office) ..
        (our|the|your) (conference|summit|festival) .. (speaker|speakers|talk|register|programme|ticket|tickets)
        """,
        unless="""
        (role|position|job|vacancy|hiring|hire|interview panel|candidate|faculty|search committee|seminar|finalists)
        """,
    ),
    rule(
        _KIND,
        "media_interview",
        3.4,
        """
        (podcast|documentary|journalist|reporter|magazine|radio|newspaper|livestream|press|oral history|youtube channel|
            feature story|listeners|readers|episode|newsroom|broadcast|tv) ... (interview|interviewed|interviewing|questions|
            quote|recording|interviews)
        (interview|interviewed|interviewing|record|recording|quote) ... (podcast|documentary|journalist|article|magazine|
            radio|newspaper|livestream|our readers|our listeners|exhibition|the paper|book about|the book|episode|channel)
        (writing|working on|researching|doing) .. (piece|article|story|feature|book|report|documentary|column|
            profile) .. (about|on|for|of)
        (reporter|journalist|correspondent|producer|presenter|host) (at|with|for|from|of) (the|a)?
        i am a .. (reporter|journalist|writer|producer|filmmaker|student)
        (the|our|my) .. (podcast|documentary|listeners|deadline is)
        (on|off) the record|be anonymous|your quotes|goes to print|(if|when) you were a guest|pitching a guest|your episode
        """,
        unless="""
        (role|position|job|vacancy|post|applying|desk|staff) .. (journalist|reporter|researcher|producer|writer)
        (journalist|reporter|researcher|producer|writer|editor) .. (role|position|job|vacancy|post|candidate|interview for)
        your (application|cv|resume|thesis|clips)
        """,
    ),
    rule(
        _KIND,
        "studies_with_participants",
        3.4,
        """
        ((participant|participants|dissertation|our study|focus group|research study|user research|interview study|
            expert interview|case study interview|master thesis|bachelor thesis|my thesis|research project|for my class|
            for a class) ...(interview|interviewed|interviewing|questions|recording|experience|conversation|volunteers|
            interviews|talk|sheet))
        (interview|interviewed|interviewing|interviews|recording) ... (research study|user research|our study|a study|
            the study|our research|dissertation|participants|participant|thesis|voucher|gift card|incentive|my class|
            for a class|coursework)
        (take part|taking part|participate|participating|participation|part) .. (in|for) .. (study|research|trial|survey|
            focus group|interview study|session)
        (as|for|in) (a|our|the|this|new)? (study|trial)? (participant|participants|volunteers)
        (sleep|clinical|medical|vaccine|paid|user|lives|cohort|longitudinal|market) (study|trial|trials|research)
        (study|trial) .. (matches|eligible|eligibility|screening visit|consent|withdraw|selected for|you were not selected)
        (not|were|are|been) selected for this study
        (consent form|information sheet|ethics committee|audio recorded|screener|screening survey|debrief sheet)
        (voucher|gift card|incentive|reward|prepaid card|prepaid visa|compensation|honorarium) .. (for your|as a thank|
            for an hour|for the session|for taking|within|paid|will be|if you)
        (get|earn|receive|paid) .. <money> .. (for|per|gift|voucher|card|amazon) ..  (hour|minutes|interview|session|time|
            feedback|card|your)
        (interview|interviewing|talk to|speak to|hear from) .. (users|customers|professionals|people) (about|who|like|how) ..
        (paid|research|feedback|usability|user) (interview|session|feedback|testing)
        (survey panel|lung function|eligibility criteria|placebo|dose)
        """,
        unless="""
        (role|position|job|vacancy|post) .. (researcher|research|study|trial|ux|user)
        (researcher|coordinator|manager|associate|nurse|moderator|assistant|scientist) .. (role|position|job|vacancy|post|
            candidate)
        your (application|candidacy|cv|resume)
        (hiring|recruiter|shortlist*)
        """,
    ),
    rule(
        _KIND,
        "other_interviews",
        2.8,
        """
        (exit|stay|customer|user|witness|police|visa|citizenship|asylum|admissions|research|fact finding|eligibility|intake|
            selection for|consular|counselor|radio|tv|press|media|podcast) (interview|interviews)
        (mock|practice) (interview|interviews|assessment centre|assessment center|panel|round)
        interview (practice|prep session|coach|coaching|skills workshop|clinic|masterclass)
        (practice run|practise run|dry run|role play) (with|for|before) ..
        """,
        unless="""
        (role|position|vacancy|job) (of|as|at)|we would like to (invite|interview) you
        """,
    ),
    rule(
        _KIND,
        "people_in_print",
        1.8,
        """
        (journalist|reporter|correspondent|presenter|podcaster|podcast host|our host|the host|your host|filmmaker|
            documentary maker|the editors|our editors|the editor|contributors|our readers|our listeners|our viewers|
            subscribers|authors|the authors|reviewers|referees of the paper|panellists|keynote|speakers|attendees|delegates|
            organisers|organizers|program chair)
        (research participant|respondent|respondents|volunteers for|our researcher|our researchers|the researcher|
            research team|study team|study coordinator|study nurse|principal investigator|research participants)
        (phd|doctoral|master s|masters|graduate|university|undergraduate) (student|candidate|researcher) (at|in|from|
            researching|working)
        i am (a|an) (phd student|student|researcher|journalist|reporter|producer|author|doctoral|undergraduate|postgraduate|
            sophomore|junior)
        """,
        unless="""
        (role|position|vacancy|job|post|hiring|recruit*|candidates|salary|resume|cv)
        """,
    ),
    rule(
        _KIND,
        "things_in_print",
        1.6,
        """
        (podcast|documentary|broadcast|newspaper|interview series|air date|show notes|the episode|an episode|the next issue|
            our magazine|my book|for a story|for a piece)
        (research project|research interview|research session|focus group|my thesis|my dissertation|clinical trial|gift card|
            voucher|audio recorded|our study|this study)
        (manuscript|abstract|anthology|poems|poem|short story|proceedings|symposium|panel discussion|talk proposal|royalties|
            book contract|preprint)
        """,
        unless="""
        (role|position|vacancy|job|post|hiring|recruit*|candidates|candidate|salary|resume|cv|assessment|test|case study|
            your publications|applicants|equal opportunities)
        """,
    ),
)
