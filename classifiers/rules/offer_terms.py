"""What comes with an offer: the contract and its signing, the acceptance, the pay, and what precedes the first day at work."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.OFFER

RULES = (
    rule(
        _KIND,
        "terms",
        1.4,
        """
        (base|starting|annual|gross|monthly|basic) (salary|pay|rate|compensation)
        (salary|compensation|remuneration|pay|package) (of|is|will be|at|raise|numbers)
        (sign|signed|signing|countersign|return) .. (by|copy|and return|letter|contract|offer|duplicate|document|back|
            electronically)
        (your|in|of|written|formal|confirm) acceptance
        (accept|accepting|accepted) .. (offer|position|role|in writing|post|by|this|our|the job|terms)?
        (start date|starting date|first day|date of joining|joining date|commencement|start on|start from|effective|probation|
            onboarding)
        subject to .. (references|checks|background|satisfactory|reference|medical|clearance|contract)
        (talk|discuss) (numbers|money|terms)
        (offer|contract) is (on its way|as follows|on the way|coming|ready)
        our offer
        (have|got) (a|ourselves a) deal
        terms (are|is)? (attached|enclosed|below)
        ready for (your)? (signature|signing)
        (salary|pay) (would|will) be
        (decide|decision|respond|think) .. (on|about) the offer
        (start|starting) (whenever|monday|on monday|asap|as soon as|january|february|march|april|may|june|july|august|
            september|october|november|december)
        docusign
        (contract|paperwork|contracts) .. (follow|reach|send|sent|tomorrow|on its way|ready|on the way|draft|drawn|attached|
            lawyer|be in)
        (equity|stock options|signing bonus|relocation bonus|per hour|an hour|truck after)
        (take|have) .. (days|time|weekend) .. (think|consider|talk it over|decide|mull|read it)
        (thrilled|over the moon|chuffed|delighted for you|so happy|congratulations|congrats|well done)
        """,
        unless="""
        (if|expected|expectation|expectations|current|desired|range|competitive) .. (salary|compensation)
        notice period
        (earn|loan)
        """,
    ),
    rule(
        _KIND,
        "contract_to_sign",
        2.3,
        """
        (send|sending|sent|mail|mailing|mailed|courier|issue|issuing|prepare|preparing|draft|drafting|email|post|drawing up|
            draw up|drawn up|typing|getting|raise|generate|generating|attach|attached|attaching|enclosed|enclosing|receive|
            find|releasing|release|bring) .. (the|your|a|an|our|you)? .. (contract|contracts|offer letter|formal letter|
            official letter|employment agreement|letter of offer|proposal letter|employment contract|indentures|precontract|
            appointment letter|contract of employment|formal offer|official offer|written offer|formal papers)
        (hr|personnel|human resources|people team|admin|office|payroll|secretary|they|we|i) .. (in touch|contact you|
            get in touch|reach out|follow up|email you|call you) .. (with|about|regarding|for|on) .. (contract|contracts|
            paperwork|offer|offer letter|start date|formalities|joining formalities|onboarding|terms)
        ^ offer .. <money>
        (contract|contracts|offer letter|formal letter|official letter|formal offer|written offer|official offer|paperwork|
            indentures) .. (to follow|follows|will follow|in the post|in the mail|on its way|on their way|is attached|attached|
            drawn up|being drawn up|being prepared|ready for|for signature|for your signature|comes out|come out|comes from|
            comes tomorrow|should reach|out to you|typed|will come|will be with you|will reach you|will be issued|will be sent)
        letter to follow
        (hr|personnel|human resources|head office|system|portal|office) .. (sends|send|mail|mails|emails|email|issue|issues|
            will send|will mail|courier) .. (packet|letter|pack|contract|paperwork|papers|forms)
        (sign|initial|countersign|e sign|esign) .. (both|all|every|the|each|one|two|your|it|and) .. (copies|copy|pages|page|
            contract|contracts|letter|offer|documents|agreement|keep one|send back|send it back|scan|return|sheet)
        (sign|signing|signed|signature) .. (contract|offer|offer letter|letter of|employment agreement|agreement|indentures)
        your (salary|pay|starting salary|starting pay|wage|wages|remuneration|ctc|package|basic|stipend|hours|line manager|
            probation|probationary period|day rate|hourly rate) (will be|would be|shall be|will start|starts at|is to be)
        (contract|letter|offer|paperwork|agreement|papers) (is)? (now|waiting)? in (your|the) (docusign|inbox|e mail|email|
            portal|post|mail|hellosign|adobe sign|mailbox|account)
        (lawyer|solicitor|accountant|counsel|attorney|hr|personnel) .. (paper|paper it|paper this|draw it up|draw this up|
            put it on paper|overnight) ..
        (return|send back|send it back|send them back|mail back) .. (signed|a signed|one copy|both copies|the signed|
            your signed)
        (lawyer|solicitor|accountant|ca|secretary|hr|personnel|office) .. (sends|will send|has sent|is sending|is drawing|
            draws up|is typing|is preparing) .. (contract|letter|papers|paperwork|pdf|agreement|offer|documents)
        """,
        unless="""
        passport|consulate|invitation|visa letter|confirmation letter|decision letter|regret
        once|if|nda|non disclosure|tenancy|lease|loan|before (you|we)|consent|release form|authorization form|visitor|waiver
        not|would|form|stages|step|mortgage|rental|supplier|policy|purchase
        """,
        implies=0.7,
    ),
    rule(
        _KIND,
        "accept_it",
        2.3,
        """
        (accept|accepting|acceptance|accepted|decline|declining) .. (offer|position|post|job|appointment|role|terms|contract|
            letter|employment|studentship|fellowship|assignment|these terms|the place)
        (indicate|confirm|signify|communicate|return|send|signal|revert|email|written|formal|digital|informal|verbal|await|
            awaiting|receive|your|request) .. acceptance
        (let me know|let us know|tell me|tell us|know|write|call|confirm|say|reply|indicate|advise|hear) .. you (accept|
            would accept|agree|are minded to accept|will accept|are accepting|are happy with|want it|want the job|will take it|
            would like to accept|are in|are good for it)
        (accept or decline|acceptance or otherwise|once you accept|if you accept|if you decline|should you accept|
            should you decline|upon acceptance|on acceptance|accepted verbally|verbally accepted|verbal acceptance|
            yes or no by|just say yes|tell me yes|hear your yes|you say yes|have to say yes|need your yes|give me your yes|
            yes or a counter|yes or a no by|yes from you by|your okay for)
        (decide|decision|respond|reply|answer|yes|no|think|thinking) (on|about|to) (the|our|this) offer
        (please|do|just|say|saying) (say|tell me|write|text|reply) (yes|the word)
        (minded|inclined|prepared|ready|willing|free) to accept
        (take|have|need) .. (days|weekend|week|night|time|until|while) .. to (think|decide|reflect|mull|consider|sleep on|
            talk) (it|about|over)?
        (talk|think|sleep|mull) (it)? (over|on it) (with|this|tonight|and|over)
        """,
        unless="""
        (invite|invitation|slot|interview|call|calendar|meeting|cookies|privacy|proposed time|booking|feedback|assessment|test|
            talk over|applications|policy|only)
        (candidate|applicant|someone|another|other|she|he|they) .. (accepted|accept|accepts)
        (accepted|has been|have been) .. (filled|by|another|from)
        not (yet)? (accepting|accepted)
        before you
        your offer|listing|landlord|vendors|seller|owner|purchase|tenancy|deposit|panel
        (we are|i am|we will|i will|let me|going to|want to|us|me) .. (sleep|think|reflect)
        available
        (we|to) (take|need|have) .. (time|week|weeks|days)
        terms (and|of)
        """,
        implies=0.6,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "can_you_start",
        2.2,
        """
        (can|could|when can|when could|how soon can|how soon could|would|will) you (start|begin|join us|join|give notice|
            come on board|hand in|do a start)
        (will|would|could|can) you (like to)? (join us|be our|be my|take it|take the job|accept it|accept the|accept this|
            accept our|have it|have the job|come and be|come be|come and work|come work|come to us)
        would you like (the|this|our) (job|position|role|post|place|spot|gig|part)
        do you (want|accept|still want|take) (it|the job|the position|this job|the offer|the role|the place)
        (like to|want to) (be|become) our
        ^ (you want it|join us|are you in|you in|deal|what do you say|want it|fancy it|shall we make it official|you up for it|
            you on)
        (so|and|then) (are you in|what do you say|you in|is it a deal|do we have a deal|will you|when can you start)
        """,
        mood=Mood.QUESTION,
        unless="""
        (interview|chat|call|meeting|test|assessment|zoom|exercise|talk|video|webinar|link|if you were|if selected|if offered|
            years|experience)
        """,
        implies=0.5,
    ),
    rule(
        _KIND,
        "first_day",
        1.8,
        """
        (give|hand|hand in|put in|work out|serve|serving|handed in) (your|in your) .. notice
        (give|put|hand) (in)? notice (to|at|with|and|on|today|now|tomorrow)
        (when|whenever|as soon as|once|after) your notice .. (is|allows|ends|up|runs|over|done|served|period)
        (whenever|as soon as|once|when|if) .. (lets go of you|let you go|release you|releases you|can spare you|lets you go|
            lets you)
        (your|the) (first day|first shift|first week|start date|starting date|date of joining|joining date|induction|
            orientation|commencement date) (is|will be|would be|of work|with us|on|at|as|can be|starts)
        (start|begin|commence|report for duty|report for work) (work|with us|on|from|the|as of|for duty|monday|tuesday)? {day}
        you (would|will|can|could|shall)? (start|begin|commence) (work|with us|on|from|as|the|when|whenever)
        (start|begin) (whenever|any monday|any day|as soon as|asap|when your|when you like|when you can|straight away|
            immediately|after labor day)
        (direct deposit|bank details|tax form|w 4|i 9|p45|national insurance number|ni number|utr|pps number|tax file number|
            super forms|pesel|provident fund|social security card) ..
        (pre employment|preemployment) .. (medical|screening|health|physical|checks|questionnaire|test)
        (drug screen|drug test|physical|occupational health|background check|employee health) .. (next|will call|as soon as|
            once you|after you|then|before you start|prior to)
        (onboarding|on boarding|new hire|new starter|joiner|starter|induction|welcome) (pack|packet|paperwork|forms|documents|
            portal|email|link|orientation|checklist|form|kit|process|team)
        (order|ordering|ordered|buy|getting|prepare|set up) your (whites|uniform|laptop|macbook|chair|desk|badge|boots|kit|
            equipment|business cards|locker|email account)
        """,
        unless="""
        (interview|assessment|test|if|what is your|how much|how long|notice period|do not|not|invite|video|exercise|call|
            session|webinar|proof of|passport|shortlisting|sift|week (beginning|commencing|starting)|would you be interested|
            selected candidate|successful candidate|ideal|candidates|applicants|never|should)
        (newsletter|discount|voucher|account opening|customer)
        """,
        implies=0.5,
    ),
    rule(
        _KIND,
        "pay_named",
        1.5,
        """
        <money> .. (an hour|per hour|per annum|a year|a month|per month|a day|per day|a week|per week|gross|net|base|fixed|
            flat|plus|to start|basic|hourly|annually|annual|salary|monthly|pa|ph|ctc|lpa|yearly|base salary)
        (base|salary|rate|pay|starting|hourly|fixed|gross|monthly|annual|basic|stipend|wage|remuneration) .. <money>
        (ctc|lpa|cost to company|in hand|per annum|pro rata|fte|per cent bonus|equity|esop|options|sign on bonus|signing bonus|
            joining bonus|relocation allowance|vesting|super on top|holiday pay|pension scheme|medical aid|thirteenth month|
            13th month|health cover|tickets restaurant)
        """,
    ),
    rule(
        _KIND,
        "placed",
        2.3,
        """
        (they|client|he|she|manager|school|site|company|team|firm|practice|home|hospital|we) .. (want|would like|wants|need|
            needs|love|like|asked for|keen for|happy for) you to (start|begin|commence|be there|report|join them)
        you (are|have been|re) (booked|confirmed|placed|down|rostered|rota d|put down) (for|on|in|with|at|to) (the|this|a|an|
            our|your) .. (assignment|contract|placement|booking|shift|shifts|site|rota|roster|project|crew)
        (your|the|this) (assignment|placement|posting|contract|engagement|temp booking) (is confirmed|has been confirmed|
            starts|begins|will start|commences|will commence|runs|will run|confirmed)
        (assignment|placement|contract|engagement|booking|deployment) (confirmation|confirmed|particulars|schedule|letter|
            starts|start date|commences)
        (come|came|coming|comes) (back|through|in|up) with .. offer
        (received|got|had|have|has|secured|negotiated|there is) (an|the|your|their|a) .. offer (for|from|of|at|on|in|to|with) ..
        (they|client|company|team|board) (have|has)? (formally|verbally|now|officially|just)? (offered|are offering|
            is offering) (you|the role|the job|it to you|<money>)
        (they|client|company|he|she) (would|want|wants) (like)? (to)? (offer|go ahead with you|proceed with you|move to offer|
            take you|have you|hire you|bring you|appoint you)
        (offer|offered) (at|of|on|is) <money>
        (rate|salary|package|figure|terms|money|pay|number) (is|are|was|were|has been)? (agreed|accepted|approved|
            signed off) (at|of|on|with|by|for)
        (great|good|fantastic|brilliant|excellent|amazing|wonderful|best|super|lovely|exciting) news .. (offer|offered|
            they want you|want you|chosen you|chose you|yours|you got|got it|got the job|appointed|hired|selected you|job)
        you (are starting|start|begin|would start|will start|will be starting|will begin|would begin|are due to start|
            are to start) (with them|with us|work|there|here)? (on|this|next|from|the)? {day}
        (first|the) (day|shift) (is|will be|would be) .. {day}
        (start|begin) (whenever|when|any time|as soon as) (you|your|suits you|you like|they|their|those)
        (extend|extending|extended|renew|renewing|renewed) your (contract|assignment|placement|engagement|booking)
        (temp|contract|trial) to (perm|hire|permanent) .. (start|from|at|on)
        (handed|hand|offered|given|giving|awarded|award) you (the|a|this) (job|role|position|contract|post|part|place|
            apprenticeship|traineeship|keys)
        (delighted|pleased|happy|thrilled|glad|excited) (to)? .. (confirm|say|tell|let you know|announce|inform|
            report) .. (you|your) .. (position|role|job|post|appointment|placement|assignment|start date|contract)
        """,
        unless="""
        not|unable|would have|another|if|once|until|interview|interviews|assessment|test|exam|session|exercise
        trial shift|training course|someone|somebody|may|might|could|expenses|receipt|business offer
        shortlist|shortlisted|next stage|next round|received your|application|applying|looking for|hiring|opportunity
        interested|available
        phone|call|zoom|teams|meeting|screen
        (special|discount|sale|room|house|flat|property|policy|loan|mortgage|admission|course|coupon|plan)
        employers|union
        """,
        implies=0.7,
    ),
)
