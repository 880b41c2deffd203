"""An offer of employment, made or on its way. Offering a slot, a chance or feedback is none; nor is being unable to offer.

What comes with an offer (papers, acceptance, the first day) stands in `offer_terms`.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OFFER
_OTHER_OFFERS = """
    not (currently|presently|yet)? (in a position|able|prepared) to
    (not|unable|can not|never) .. (offer|offering|extend|make|offered|appoint)
    (before|until|if|whether|when|once) .. (make|making|extend|extending|offer)
    offer you (a|an|the)? .. (interview|slot|chance|call|time|opportunity to (interview|discuss|meet|speak|present)|discount|
        feedback|appointment (on|at|with|for)|tour|free|demo|coupon|deal|admission|room|voucher|plot|refund|upgrade|
        subscription|session|tenancy|membership|policy|cover|bootcamp|course|settlement|compensation|discussion|video|phone|
        loan|credit|quote|trial|test|choice)
    (another|other|different) (candidate|candidates|applicant|individual|person|applicants)
    to (someone|somebody|another|others)
    (was|were|had been) (ready|about|going|prepared|set) to
    would have
    (passport|visa|photographs)
    (looking for|searching for|opening the|hiring for)
    pulled|rescinded|ghosted
    employers|union|fulfilment|business offer
    following (appointment|appointments|slots|times|dates)
    (special|limited|exclusive|discount|cashback|sale|save|free) .. (offer|offers)
    (we|role|company|position|they|who|job) .. (offer|offers) (a|an|competitive|great|excellent|flexible|remote|benefits|
        health|medical|unlimited|generous)
    (counter|counteroffer|counter offer)
    place on
"""

RULES = (
    rule(
        _KIND,
        "offers",
        3.2,
        """
        (pleased|delighted|happy|excited|thrilled|like|love|glad|honored|honoured|proud|ready|want|wants|wish|wanted|going|
            able|privilege|pleasure|prepared|decided|keen) .. to .. (offer|offering|extend|make|appoint|hire) (you|an offer|
            a formal|a conditional|our offer)
        (offer|offering|offers|offered|propose|proposing) you (the|a|an|this|employment|our)? .. ({role}|lectureship|
            studentship|partnership|indentures|hours|assignment|part|cooperation|salary|tenure|<money>|job|employment|contract|
            internship|seat|place on the team|place in our team|apprenticeship|fellowship|contract position|appointment|
            traineeship)
        (offer|offering|offered) you .. (as|with effect|on the terms|starting|at a salary|conditional|subject|full time|
            part time|permanent)
        (pleased|glad|happy|delighted|pleasure|honored|honoured|privilege|authorized|authorised|thrilled|proud|position|now|
            gladly) (now|to be able|and honored|and proud)? (to)? offer you ..
        (can|may) (now|officially|formally|finally|gladly|happily) offer you
        (can|may) offer you (<money>|a contract|a position|a job|the|this|an|work|employment|cooperation|hours)
        (offer|propose|offering|proposing) (of)? (indentures|cooperation|employment|engagement) (on|as|with|for|from|under)
        (propose|proposing) you (a|an|the|this|our)? .. (contract|position|job|role|post|place on|employment)
        (give|giving) you (a|an|the|this|our) .. (contract|job|lectureship)
        (have|got|brought|with) (an|the|our|your|a|great|this)? .. offer (for you|to you|in my hand|from them|from the client|
            from the board)
        offer (is|has|has now|are) (now)? (in|here|ready|attached|approved|come in|come through|landed|out|enclosed|below|
            signed|on its way|coming|waiting|official|final|been approved|been issued|been generated|been released)
        (here is|this is|below is|here are|these are|attached is|enclosed is|following is|are|is) (our|your|the|my) (final|
            formal|best|official|revised|updated|corrected|written)? (offer|proposal|offer letter)
        (they|we|client|partners|board|company|team) (are|will be|have decided on|is|want to be) .. (making|putting in|tabling|
            sending|putting forward|drawing up|preparing) (you)? (an|the|their|our) .. offer
        (wish|like|pleased|happy|want|delighted|glad|decided) to (engage|retain|contract|secure|employ) (you|your services)
        (summary|details|terms|points|breakdown|copy|particulars|highlights|outline|overview|conditions) of (your|our|the|this|
            my|their) .. (offer|employment|appointment|engagement|contract)
        (our|your|their|his|her|final|formal) (final|formal|best|official|revised|updated)? offer (of|includes|comprises|
            consists|to you|would be|stands at|for you|as|package)
        (revised|corrected|updated|improved|amended|signed) (offer|letter|offer letter|package|proposal|contract)
        (letter of intent|assignment confirmation|confirmation of (employment|assignment|engagement|appointment)|
            terms of engagement|engagement letter|contract pack|proposal letter|engagement proposal|letter of offer|
            letter of appointment|provisional offer|tentative offer|preliminary offer|start letter)
        (pfa|attached|enclosed|herewith) .. (loi|offer|letter of intent|appointment letter|contract|proposal)
        (make|making|made|extend|present) you (a|an|our|the|this) .. offer
        (extend|extending|extended|present|presenting|send|sending|preparing|drafting|put together|putting together|working on|
            draw up|drawing up|prepare|get) (you|out|over|together|up)? (an|a|our|your|the|this|my) .. offer .. (to you|
            for you|of employment|letter|of|this|by|today|tomorrow|shortly|now|and)?
        (verbal|formal|written|official|conditional|unconditional|firm|contingent|job|employment|updated|revised|improved) offer
        offer (of employment|of appointment|letter|packet|package|documents|paperwork|in writing|details|of a|of the)
        (letter|contract) of (offer|employment|appointment)
        (employment|appointment|job) (contract|agreement|letter|offer)
        (your|the) offer .. (attached|enclosed|below|letter|is attached|will be|stands|remains|expires|valid|in your portal|
            follows)
        (attached|enclosed|enclosing|find|attaching|sign|review) .. (your|the|our|an|a|letter|copy) .. (offer|
            contract of employment|employment contract|employment agreement|contract)
        """,
        unless=_OTHER_OFFERS,
        implies=1.2,
    ),
    rule(
        _KIND,
        "you_got_it",
        3.0,
        """
        you .. (got|have got|gotten|landed|nailed|clinched|bagged|won|secured|earned|have) (the|this) (job|role|gig|position|
            spot|part|post|assignment|internship|contract|place|seat)
        (selected|chosen|successful|accepted|hired|picked) (for|as|in|to be) .. (the)? .. (position|role|job|post|our new|of|
            candidate|application|team|developer|engineer|manager|internship)
        (wish|want|like|wants|wishes|decided|voted|happy|delighted|pleased|thrilled|love|recommend|recommending|agreed|hoping|
            keen|excited) .. (to)? .. (appoint|hire|employ|recruit) you
        (love|like|happy|delighted|thrilled|glad|excited|pleased|lucky|hoping|hope|proud) to have you (on|with|as|here|start|
            aboard|join|working|working with|back|on the|join us|in the team|in our team|with us|in the group|among)
        (confirm|confirming) your appointment (as|to)
        have you join
        come (make|work|build|cook|teach|play|write|design|be|and) .. with us
        you get the (job|position|role|post)
        (everyone|everybody|team|board|we are all) is (in|on board) ..
        (wish|want|like) to offer you the ..
        bring you on (as|board)
        (draft|draw up|drafting) .. (agreement|contract)
        (invite|inviting) you to join .. as
        you (are|have been) hired
        (smashed|aced|nailed) it
        (hoping for|need|hope for|await|awaiting|looking forward to|waiting for) (a|your|the) yes
        (like|love|want|happy|delighted|thrilled|excited|voted|decided|would be|very happy|keen|wants) .. (you|to have you|
            if you) .. (to)? (join|joined|on board|aboard|come on board|come and work|come work|joining|be part|become part|
            to start|on the team|come aboard|work with us|work for us|be our)
        (welcome|welcoming) .. (aboard|on board|to the team|you to the team|you aboard|to the family|as our|as the newest|
            you on board)
        (they|we|everyone|team|client|committee|partners|board|panel|direction|he|she|i|director|boss|sven|partners|council|
            department|directors|owner) (all|both|have|has|really|unanimously|finally|then)? (chose|chosen|picked|selected|
            went with|gone with|going with|voted for|decided on|settled on|hired|hiring) you
        (they|everyone|client|committee|board|panel|team|boss|director) (all|both|really|do|still)? (want|wants) (you|
            to work with you|to have you) (on|in|for|to join|to start|to have|as|full)?
        (want|wants|need) you (on|in) (the|our|my|her|his|their) (team|crew|kitchen|ward|unit|group|squad|company)
        want you in (if|on|for)
        (decided|settled|voted|agreed|landed|unanimous) (on|for) you
        (bringing|bring|taking|take) you on (at|as|for|full|from|in|with|board|permanently|temp|starting)
        (it|that|this) is a yes
        (if|that) you (said|say) yes
        (honored|honoured|delighted|happy|thrilled|pleased) if you .. (accepted|accept|joined|join|came)
        ^ you are in
        you are our new
        it is official
        (strong hire|unanimous yes|hire across)
        (offering|offered|offer) you the (job|position|role)
        (came|come) out (on)? (top|first|number one)
        (our|the|a|their) unanimous (choice|candidate|pick|decision|first|selection)
        """,
        unless="""
        not|unable|would have|as someone
        that you (want|would want|would like|are interested|would consider|wish)
        (onsite|virtual|visit|tour|open day|assessment day)
        in (the mix|demand|the|a|an|our|good|town|touch|for|with|this|that|any|control|charge|need)
        (interviewed|shortlisted|invited|phone screen|trial|demo|tour|come in|meet everyone|a yarn|dinner)
        if you are (selected|successful)|another|other candidates
        (interview|next round|next stage|phone|assessment|shortlist|first round|second round|test|screen|take part|video)
        (if|should|whether|once|when) .. (hire|hired|join|selected|successful)
        (newsletter|community|meeting|call|webinar|talent community|zoom)
        (could|can) you .. start .. (test|assessment|by)
        (found|came) .. (your|across)
        """,
        implies=1.2,
    ),
    rule(
        _KIND,
        "is_yours",
        3.0,
        """
        (job|position|role|post|place|gig|spot|assignment|seat|lead|part|contract|territory|route|shift|shifts|hours|saturdays|
            mondays|sundays|weekends|desk|kitchen|chair|classroom|team|office|vacancy|internship|apprenticeship|studentship|
            offer) (is|are)? (now|all)? yours ..
        it is (all|now)? yours
        yours (if|should) you (want|will have|would like|fancy|still want|accept|like|care|say|choose|wish)
        yours for the (taking|asking)
        (like|love|want|happy|delighted|glad|wish) you to (have|take|fill|accept) (it|the job|the position|this|the role|
            this job|the post|this role|this position|the place|the part)
        (like|love|want|wanted) (it|this) to be you
        """,
        unless="not (yet|be|quite) yours|would have|until|voucher|coupon|prize|speaker|choice|decision|free|discount",
        implies=1.2,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "asks_you_to_join",
        2.8,
        """
        (like|love|want|wants|ask|asking|asked|asks|invite|inviting|let me ask|beg|urge|honored|voted to ask) you to (become|
            be|serve as|be our|act as|run it|start) (our|the|my|their|his|her|a|an|one of our|chief|head|director|part of our|
            first|bookkeeper|manager|for real)
        (like|want|love|need|have) you as (our|my|the|a|an|assistant|head|chief|director|senior|junior|lead|manager)
        (like|love|want|wants|ask|asking|asked|invite|inviting|hope|hoping) .. you .. (join|come to|come and work|come work|
            work) (us|our team|the team|the firm|the company|the group|me|our|with us|for us|with me|for me) (as|in|for|full|
            from|permanently|on|at|this|starting|here)
        (like|love|want|wants|ask|asking|invite|inviting|delighted for|happy for|hoping for) you to (join|come to|
            come and join) .. as (a|an|our|the|my|head|chief|lead|director|community|senior|junior|assistant)
        join (us|our team|the team|me|our group|the group|our practice|the firm|our company) as (a|an|our|the|my)
        (welcome|welcoming) (to|into) (the|our) .. (team|family|company|firm|crew|group|club|store|faculty|department|practice|
            ward|school|gang|agency|fold|business|kitchen|house|company)
        (welcome) (aboard|on board|onboard)
        (please|do|so|yes|just) come (to us|join us|work with us|work for us|aboard|on board)
        (hope|hoping) .. (you will|you would|you) .. (join us|accept|say yes|come aboard|come on board|take it|be with us)
        (looking|look) forward to (working with you|having you on|welcoming you to the|welcoming you aboard|
            welcoming you on board|your joining|you joining|seeing you on your first)
        (excited|thrilled|cannot wait|can not wait|delighted|happy) .. (working with you|you joining|you are joining|
            work with you|have you start|you to start|you start|you on the team)
        """,
        unless="""
        not|would have|interview|interviews|call|meeting|zoom|webinar|newsletter|community|event|events|session|assessment
        test|if|network|mailing list|open day|orientation|volunteer|panel|chat|discussion|online|patient|aware
        part of the process
        (who|whoever|person|candidate) (will|would|can)
        """,
        implies=0.9,
    ),
    rule(
        _KIND,
        "a_yes_from_them",
        2.6,
        """
        (client|they|board|committee|vp|boss|director|corporate|everyone|everybody|all|hr|partners|panel|team|dean|council|
            owner|founders|governors|trustees|investors|superintendent|manager|chef|group|jury) .. (said|says|say|voted|
            came back with|gave us) (a|an|unanimously|resounding|me a)? (yes|yes to you|unanimous yes|resounding yes|big yes)
        (committee|team|panel|board|group|vote|decision|faculty|everyone|verdict|department|jury|we|partners) (was|were|is|
            are) (all|quite|completely)? unanimous
        (board|council|committee|trustees|governors|commission|corporate|hr|vp|dean|client|senate|superintendent|management|
            partners|director|ceo) .. (approved|ratified|confirmed|voted for|voted to hire|signed off on|passed|cleared|
            endorsed) (you|your hire|your hiring|your appointment|your contract|your nomination|your employment|the hire|
            hiring you)
        your (hire|hiring|appointment|employment|engagement|selection|nomination) (was|is|has been|got|with us) (approved|
            confirmed|ratified|cleared|signed off|passed) (by|as|to the|last|this|at|unanimously|with)
        (board|council|trustees|governors|commission) (approved|voted) .. (your|you)
        you (were|are|have been|have) (approved|chosen|appointed|hired|employed|engaged|recruited) (in|for|to|as|on|by|at|into|
            with)
        ^ you are (selected|hired|appointed|on it|on the team|on board|one of us|the one|on the crew|on the roster|mobilising|
            mobilizing)
        (recommend|recommending|recommended|putting|nominate|nominating|submitting) you (forward)? (to|for) (the board|hire|
            appointment|the governing|employment|the position to the board|the job to)
        (pleased|delighted|happy|glad|great|thrilled) to (inform|confirm|tell|advise|announce|let|say|report|
            share) ... (you are|you were|you have been|your) (selected|chosen|appointed|hired|successful|approved|
            the successful|the chosen|our new|appointment|offered|got the job|recommended)
        congratulations .. (on|for) .. (securing|landing|getting|your new|your offer|your selection|your appointment|new job|
            new role|new contract|appointment|selection|being selected|being chosen|being appointed|becoming)
        (successful|selected|chosen) (candidate|applicant) .. (you|congratulations)
        consider yourself (hired|in|appointed|employed|part of|on the|one of|engaged)
        you (have been|are) (placed|engaged|posted|taken on|signed up|deployed) (with|at|to|as|in|for) ..
        (have|has) (selected|chosen|picked|hired|appointed|accepted) you
        in if you (want|fancy|will have|like|are up for) ..
        want you (here|with us|aboard|on board|for this job|for the job|for the role|back here|permanently)
        (approved|sanctioned|authorized|cleared) your (recruitment|hire|hiring|appointment|engagement|employment)
        (like|love|want) you to come (and)? (run|work|cook|teach|play|manage|head|lead|build|drive|help us|be)
        your appointment (is|takes|shall|will|with|as) .. (effect|effective|commence)
        report (to|at) (the undersigned|this office|the office|hr|work|the personnel|the registrar|human resources|the school|
            our office|the plant|the yard|site) .. (for|on|at|with|by)
        you are (hereby|duly|now|accordingly) (appointed|engaged|employed|hired|selected|offered)
        (decided|agreed|know|convinced|think) you are the (one|right person|person|right one|man|woman)
        accept .. on your behalf
        you are (the|our) (successful|selected|chosen|recommended) (candidate|applicant)
        (consider|take) this (as)? (your|an|our|the) (formal|official)? (offer|yes)
        (gave|given|got|have|has) (us|me|you)? (the)? (go|go ahead|green light|ok|okay|all clear|nod|thumbs up) to (hire|offer|
            bring you|take you|appoint|employ|start)
        (want|like|love|ready|decided) to (hire|employ|appoint|engage|recruit) you
        (we|i) (are|am) (hiring|appointing|employing|engaging|taking on) you
        """,
        unless="""
        not|unable|would have|another|other candidates|reception|venue|examination|exam|as someone
        through to|through the|in spirit|once|until|interview|interviews
        assessment|shortlist|shortlisted|next round|next stage|test|screen|if|loan|credit|mortgage|invited|trial|study
        panel interview
        """,
        implies=0.9,
    ),
)
