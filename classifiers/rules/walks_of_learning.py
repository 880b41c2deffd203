"""Walks of life where one learns, is examined or funded: degrees, schools, courses, grants, awards, start-up money."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

_A_POST_THERE = """
(teaching|lecturer|lectureship|teacher|postdoc*|faculty|tutor|tenure|graduate program|graduate scheme|trainee|headteacher|
    librarian) .. (post|position|role|application|vacancy|job|interview|applicants)
(post|position|role|vacancy|job|jobs) .. (teacher|lecturer|professor|postdoc*|nurse|assistant|tutor|officer)
(recruitment|recruiter|hiring|salary|employment|employer|search committee)
"""
"""Unless-phrases: schools and universities where they hire."""

RULES = (
    rule(
        _KIND,
        "degrees",
        3.4,
        """
        (undergraduate|master|masters|msc|bsc|bachelor|bachelors|mba|llm|llb|ma|ba|beng|meng|foundation year|sixth form|
            medicine|nursing|foundation|diploma) .. (program|admission|admissions|degree|course|studies|cohort|entry|
            interview for|place|hons|honours|admissions office|applicants to)
        (interview|place|offer|entry|selection interview|audition) .. (for|on|to|study) .. (bsc|ba|msc|ma|mba|llb|beng|degree|
            undergraduate|foundation year|junior program|saturday program|conservatoire|nursing adult)
        (entry|intake|start) (in|for) (september|october|fall|autumn|spring|january)? 20*
        (ucas|applicant hub|unconditional offer|firm choice|insurance choice|personal statement|predicted grades|
            grades between|student finance|student loan|student accommodation|student union|freshers|incoming class|
            class of 20*|next intake|tuition|tuition fee|tuition fees|financial aid|enrollment deposit|toefl|ielts score|gre|
            gmat|study visa|student visa|orientation week|halls of residence)
        (why you want|want|wish|wanting|hoping|place|offer) .. to study .. (at|with|here|nursing|medicine|law|in|on|a)
        (university|college|school|conservatoire|academy) (place|admission|admissions|application|entrance|open day)
        (your|the) (thesis|coursework|dissertation|module|seminar paper|exam|homework|lab report) .. (grade|graded|due|
            submitted|marked|feedback|deadline|supervisor|mark|extension)
        (enroll|enrol|enrolled|enrolment|enrollment) .. (course|courses|agreement|deadline|form|fee|key|semester|class|
            classes|bootcamp|program|student|students)
        (bootcamp|boot camp|training academy|coding school|online degree) ..
        """,
        unless=_A_POST_THERE
        + """
        benefits|you (studied|graduated)|your (degree|msc|phd|ba) (in|from|is)|graduate|doctoral
        """,
    ),
    rule(
        _KIND,
        "admissions",
        2.4,
        """
        (admissions|admission) (committee|office|decision|team|interview|test|essay|cycle|process|portal|tutor|offer|advisor)
        graduate (admission|admissions|school|degree|studies)
        (phd|doctoral) (program|admission|admissions|applicants|place)
        (waitlist|wait list|waiting list|semester|transcripts|scholarship|academic year|bursary)
        """,
        unless=_A_POST_THERE + "\n(interview|interviews|resume|cv|position|slots|spots|cancel) ..",
    ),
    rule(
        _KIND,
        "schools_and_children",
        3.2,
        """
        (parents|parent teacher|parents evening|guardians|your child|your son|your daughter|your children|kindergarten|
            nursery place|reception place|school place|school run|term dates|school trip|form tutor|report card|pta|playgroup|
            childminder|child care place|catchment|after school club|school uniform|swimming lessons|packed lunch)
        ((place|entry|seat|waiting list|offer) (in|for|at) .. (year|grade|class|kindergarten|reception|school|nursery|
            creche) ..(from|for|at|starting|is|has|has been|can))
        (pleased|like|delighted) to (invite|offer) (your son|your daughter|your child)
        """,
        unless=_A_POST_THERE
        + """
        (year|grade|class) .. teacher|teach*|interview (with|for|panel)|governors have asked|applicants|shortlist*
        """
        + "\n(kids|pupils|children) (loved|liked) you",
    ),
    rule(
        _KIND,
        "courses_and_exams",
        2.8,
        """
        (speaking|oral|entrance|theory|final|certification|proficiency|mock) (exam|examination|exams)
        (exam|examination) (centre|center|date|registration|fee|hall|board|results|money)
        (level|placement|practice|mock) test
        (your|the) (registration|booking) for the (exam|examination|test|course|workshop|class)
        (candidate|roll|hall ticket|admit card) number
        (day|week) streak|leaderboard|your badge|add the badge|earned a badge|you passed|retake
        (course|module|lesson|assignment|workbook|unit) .. (outstanding|overdue|due|complete|completed|resubmit|marked|
            trainer|certificate|enrolled|starts|begins)
        (your trainer|your tutor|student support|learner|learners|your instructor) ..
        (weekly|daily) .. (challenge|puzzle|kata|quiz)
        """,
        unless="""
        (role|position|vacancy|job|recruitment|recruiter|applicant|applicants|shortlist*|hiring)
        (interview|client|technical|assessment|aptitude) .. (exam|test)
        (your|the) (assessment|application)
        """,
    ),
    rule(
        _KIND,
        "training_at_work",
        2.6,
        """
        ((mandatory|compliance|refresher|security awareness|safety|induction|annual|cyber|gdpr|e learning|
            health and safety)(training|course|module|quiz|learning|certification))
        (assigned|overdue|outstanding) .. (course|training|module|knowledge test|assignment)
        (knowledge test|compliance course|online compliance|learning portal|managers are copied|before your next shift)
        (annual|mid year|year end|yearly|quarterly) (performance|appraisal|review|employee talk|conversation)
        (performance|appraisal) (review|reviews|cycle|rating|conversation|year)
        (open enrollment|benefits enrollment|benefits election|flexible benefits|payslip|payslips|time sheet|timesheet|
            timesheets|time off request|annual leave request|expense report|fire drill|town hall)
        (complete|submit) your self assessment
        (personnel file|hire date|emergency contact|annual audit) .. (confirm|data|fte|position)
        """,
        unless="""
        (your|the) (interview|application|offer)
        (pre employment|joining formalities|start date|day one|last {hour}|client|umbrella|resume|cv|candidate)
        (last|latest|recent|three|3|months|copy|bring|salary) .. (payslip|payslips|salary slips)
        """,
    ),
    rule(
        _KIND,
        "grants_and_awards",
        3.2,
        """
        ((grant|grants|bursary|bursaries|scholarship|scholarships|research funding|residency|residencies|fund|
            seed fund) ..(application|applications|committee|scheme|program|award|decision|round|outcome|selectors|deadline|
            office|recipient|recipients|panel|applicants|reserve list))
        (grants team|grants office|small grants|arts council|project fund|community fund|innovation fund|foundation grant|
            limited funding|award funding|funding application|funding decision|further funds|reserve list|matched funding)
        (travelling|traveling|travel|writing|artist|press|churchill) fellowship
        (your|the) .. (entry|entries|nomination|submission) .. (award|awards|prize|competition|category|contest|shortlisted|
            longlisted|judges|jury|not been shortlisted|in the category)
        (judges|jury|judging) .. (entries|entry|award|submissions|spent|decided|commended|were)
        (awards|prize|contest|competition|hackathon) .. (shortlist|finalist|finalists|winner|winners|ceremony|dinner|entry|
            entries)
        (dear artists|dear makers|call for artists|open call|selectors)
        """,
        unless="""
        grant writer|grants (manager|officer|coordinator|administrator)
        (role|position|job|vacancy|post|posts) .. (grant|grants|fund|foundation)
        (five|three|two) year grant
        research posts|fund (manager|accountant|analyst)|hedge fund|doctoral contracts
        """,
    ),
    rule(
        _KIND,
        "money_for_founders",
        3.0,
        """
        (your|the) startup
        ((accelerator|incubator|pitch deck|cap table|seed round|demo day|batch|yc|venture fund|
            angel investors) ..(application|apply|applied|program|interview|partners|invest|partner|cohort|decision|pitch|
            team|for|we))
        (invest|investing|investment) .. (in|your|our) .. (company|startup|round|idea|franchise|levels)
        (interview|application|apply|applied|place|spot) .. (accelerator|incubator|program for founders|batch)
        """,
        unless="""
        equity|options|salary|role|position|hire|(closing|closed) our|seed money|series
        """,
    ),
    rule(
        _KIND,
        "people_of_learning",
        1.8,
        """
        (admissions tutor|admissions officer|admissions team|course leader|programme leader|form teacher|student services|
            international office|alumni interviewer|scholarship committee)
        (your|their) (child|children|son|daughter)
        (mr and mrs|parents of|dear parent|dear student|dear students|dear scholar|dear entrant) ..
        (grant|grants|awards|prize|fellowship|bursary|scholarship|residency) (committee|panel|jury|judges|assessors)
        (the|our) (judges|selectors|funders|trustees of the fund|investment committee)
        """,
        unless="""
        (role|position|vacancy|job|post|hiring|recruit*|candidates|salary|teaching|teach|lesson|class teacher for|jury duty)
        """,
    ),
    rule(
        _KIND,
        "things_of_learning",
        1.6,
        """
        (undergraduate|postgraduate course|campus tour|open day|prospectus|enrolment|enrollment|term starts|tuition|
            entry requirements|seminar group|gcse|baccalaureate|coursework|evening classes|mba|bsc|school place|
            your degree program|your course|the course starts)
        (place|places|seat) (on|in|at) (the|our|this|year) .. (course|school|program|class|nursery|college|university)
        (entry|school|nursery|course|entrance) (interview|assessment|application|form)
        (grant|bursary|scholarship|our fund|the fund|awards|prize|residency|residencies|contest) .. (application|round|
            committee|panel|applicants|award|decision|awarded|shortlist|shortlisted|deadline|entries|of <money>)
        (startup|startups|founders|accelerator|incubator|pitch deck|traction|investor|investors) .. (application|batch|cohort|
            interview|partner|partners|pass|invest|round|posted|program|we|at this stage)
        (parent|parents) .. (meeting|evening|teacher|slot|slots|book)
        """,
        unless="""
        (role|position|vacancy|job|post|hiring|recruit*|candidates|salary|graduate program|graduate scheme|your (degree|
            studies)|teach|teaching|year 4 teacher|offer letter|employment|assessment day|campus drive|placement|internship|
            options)
        """,
    ),
)
