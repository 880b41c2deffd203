"""A recruiter, or a founder, comes to the user with a role that he did not apply for."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OUTREACH

IN_A_PROCESS = """
    your (application|interview|candidacy|interest in|assessment|offer|availability for|submission)
    (you applied|applied for|applied to|application for|thank you for|thanks for (your|coming|taking|meeting|speaking)|
        thanks for applying)
    following (positions|jobs|roles|vacancies)
    (impressed|enjoyed) .. (interview|meeting you|conversation|speaking)
    (pleased|delighted|happy) to (offer|invite|confirm|inform)
    {sorry} .. (not|another|other)
    (decided|chosen|going|gone) .. (other|another|someone)
"""

RULES = (
    rule(
        _KIND,
        "found_you",
        2.7,
        """
        i (have|really|just|absolutely|recently)? (read|loved|love|follow|admire|adored|devoured|been following) your (recent|
            latest|excellent|wonderful|brilliant|posts|thread|threads|papers|paper|articles|article|essays|essay|book|
            newsletter|blog|videos|talks|talk|open source|piece|work on|column|tutorial|project)
        ^ (love|loved|read|admire|following|having read) your (recent|latest|posts|thread|threads|papers|articles|essays|book|
            newsletter|blog|videos|talks|open source|work on)
        (became|become|made) aware of (you|your)
        (tracked|hunted|looked|chased) (down)? (you|your) (up|down|college|email|mail|number|address)
        (came|come|coming|stumbled|ran|chanced|happened|landed) (across|upon|on|onto|into) .. (your|you|profile|resume|cv|
            linkedin|github|portfolio)
        (found|find|discovered|spotted|tracked|noticed|picked|sourced|identified) (you|your name|your details|your profile|
            your resume|your cv|your portfolio|your github|your work|your contact) .. (on|in|through|via|down|by|at|while|
            because|from|off|using|when)
        (saw|seen|noticed|spotted|watched|found) (your|you) .. (profile|linkedin|github|portfolio|blog|post|talk|paper|
            article|posts|projects|repo|job board|board|thesis|book|podcast|comments|clip|poster|video|keynote|stream|package|
            library|commits|answers|dribbble|behance|reel|exhibition|show|set)
        (got|have|picked|pulled) (your)? (name|details|number|contact|email|resume|cv|profile) .. (off|from|
            out of) .. (database|books|records|files|system|list|guys|linkedin|board|a friend|mutual|website|site|register)
        your .. (name|profile|resume|cv|background|portfolio|details) .. (came up|popped up|got passed|was mentioned|
            was recommended|was suggested|was passed|was given|caught|jumped out|came recommended|appeared|showed up|
            turned up|crossed my|come up|kept coming|keeps coming|comes up|landed on|surfaced|flagged|passed round|
            passed around)
        your name (keeps|kept|comes|has come|was given)
        (you|your name) (have|has)? (popped|came|pop|come) up (on|in|as|when|at|for|twice|again)
        (impressed|struck|intrigued|blown away|fascinated) (by|with) (your|how|the work) .. (background|profile|portfolio|
            career|track record|posts|talk|github|publications|linkedin|resume on|trajectory|open source|writing)
        (your|you) .. (background|experience|profile|work|skills|skill set|skillset|career|license|expertise|cv|
            resume) .. (caught my|stood out|jumped|looks like|seems|would be|could be|might be|suggests|makes you|is exactly|
            is just|is precisely|is super|super aligned|aligns well|lines up|speaks for|fits what|matches what|is a match|
            a great match|a good match|perfect for)
        (matches|match|fits|fit|suits|aligned with|in line with) your .. (skill|skills|skillset|background|experience|profile|
            resume|cv|expertise) .. (and|so|for|with|if|i|we|please|let)?
        (we|i) .. (think|believe|thought|feel|reckon|suspect|bet) (that)? you .. (could|would|might|may|will) .. (be|make|
            love|suit|fit|enjoy|do) .. (fit|match|perfect|great|strong|good|ideal|interested|excellent|right|asset|love|suit|
            suited|addition|qualified|it|here)
        (people|someone|somebody|engineers|person|profile|candidates|developers|leaders) .. (with|of) (exactly|precisely|
            just)? your .. (background|experience|skills|profile|skill set|calibre|caliber|expertise|track record)
        (saw|noticed|read|see|found|learned|heard) .. that you (maintain|work|worked|built|are|have|wrote|gave|lead|led|run|
            speak|know|used|left|posted|recently|just|used to|ran|might|may)
        (mapping|scouting|scoping|combing|trawling) .. (the market|market|for|through|linkedin|candidates|talent|profiles)
        (thought of you|think of you|thinking of you|had you in mind|have you in mind|came to mind|comes to mind|
            sprang to mind|you were the first|reminded me of you|your name came|made me think of you|jumped to mind)
        (reviewing|viewed|reviewed|looking at|looked at|looking through|going through|read|reading through) your .. (profile|
            linkedin|github|portfolio|resume online|online resume|online profile|background on|resume on|cv on|publications|
            posts)
        """,
        unless=IN_A_PROCESS
        + """
        (submitted|attended|kept your|on file|in case something)
        (we all|all) thought .. would .. (excellent|good)
        like to interview
        """,
        implies=0.8,
    ),
    rule(
        _KIND,
        "name_was_given",
        2.4,
        """
        (received|obtained|have) your (contact|name|email|number) (from|through|via|by)
        (told|tells|tell) (me|us) (that)? you (might|may|could|are|were) (be)? (getting)? (restless|bored|looking|free|
            unhappy|open|itching|ready|available|fed up|thinking|interested)
        (suggested|suggests|recommended|thought|said|mentioned|insisted|urged|told me|tells me|told us|tells us|reckons|
            reckoned|swears) .. (i|we|that i|me) .. (get in touch|reach out|contact you|write to you|speak to you|talk to you|
            drop you|call you|give you a|ring you|get hold of you|connect with you|message you|email you)
        (recommended|referred|mentioned|passed|put forward|pointed) (you|your name|me to you|me your way|me towards you|
            me in your direction) .. (to me|to us|as|for|highly|by|when|someone|and|in)?
        (gave|given|passed|got|had|handed) (me|us)? your (name|details|number|contact|email|address|card|mobile|
            cell) .. (from|by|through|who|off|as someone)
        (speaks|spoke|talks|talked|raved|raves|rave|rated|rates|think|thinks) (very|so)? (highly|well|the world|warmly) (of|
            about) you
        (people|person|persons|person s) (i|we|whose) .. (trust|judgment|judgement|respect|admire) .. (said|mentioned|
            suggested|named|suggest)
        (several|two|three|a few|multiple|a number of) people .. (suggested|mentioned|recommended|said|named|pointed) .. (you|
            your)
        (mutual|common) (friend|connection|contact|acquaintance|colleague)
        (referred|introduced) (to you|by|to me by|us) ..
        (you and i|we) .. (met|worked together|overlapped|chatted|spoke|connected|last spoke|last connected) .. (at the|
            when you|back in|during|a while|years|in 20|last year|in 19|years ago)
        (you|you ve) (delivered|sold|served|fixed|worked|built|drove|cooked|taught|treated) .. (to us|for us|us|for me|
            here) .. (twice|once|last|for|and|years|before|in)
        """,
        unless=IN_A_PROCESS + "\n        as a reference\n        (still|also) .. candidate\n",
        implies=0.6,
    ),
    rule(
        _KIND,
        "cold_opening",
        2.3,
        """
        (excuse|forgive|pardon) (my|this) (sudden|unexpected|abrupt|direct|bold) (message|mail|email|contact|note)
        (opt out|unsubscribe) .. (of|from) .. (recruiter|future roles|these approaches)
        (out of the blue|out of nowhere|bolt from the blue|from a stranger|random dude|random question|bit random|random one|
            random message)
        (forgive|excuse|pardon|sorry for|apologies for|hope you do not mind|hope you will forgive|apologize for) (the|my|this|
            me)? .. (cold|unsolicited|intrusion|liberty|directness|impertinence|forwardness|random|boldness|approach|
            reaching out|writing to you|contacting you|message out)
        (cold) (email|message|approach|outreach|call|note|mail|dm)
        (cold|direct|speculative|confidential|discreet|quiet) (approach|inquiry|mandate|outreach)
        (we|you) (and i)? (have not|not|never) (met|spoken|spoke|been introduced|worked together|crossed paths)
        you (do not|will not|may not|might not|probably do not) (know|remember|recall) (me|us|who)
        (you have|you) (not|never) (applied|asked) .. (to us|for this|here|i am aware|for it)?
        (i|we) .. (hesitate|hesitated) to (write|contact|approach|bother)
        (bit|little|rather|very|be) (cheeky|forward|bold|nosy|impertinent)
        (cheeky|nosy|impertinent|mad|crazy|strange|odd|weird) (q|question|ask|idea|enough to)
        (bumping|bump|float|floating|bubble|bubbling|pop|popping|push|pushing|bring|bringing|nudge) (this|my|
            it) .. (to the top|up in your|up to the|inbox|back up)
        in case (you missed|it got|it was|this got|my (last|previous|first|earlier)) .. (it|buried|lost|note|email|message|
            spam)?
        (following up|follow up|circling back|checking back|wanted to follow up) .. (my|on my) .. (last|previous|earlier|
            first|original|initial) (note|email|message|mail|inmail|invitation)
        (did you|have you|had) .. (chance|time) .. (see|read|look|think|consider) .. my (last|previous|earlier|first|note|
            email|message|mail)
        (sent|have) you (a|an) (new)? (message|inmail|in mail) .. (about|regarding|on)?
        (in confidence|in strict confidence|strictly confidential|confidentially|treat this as confidential|
            in complete confidence) ..
        (i allow myself|i take the liberty|taking the liberty|i permit myself) .. (contact|write|writing|to)?
        (i|we) (have been|am|are) (following|admiring|reading|watching) (your|you) .. (work|blog|career|company|posts|papers|
            channel|for)
        (your|you|i know you) .. (probably|may|might|likely|surely) .. (not looking|happy|settled|content|inundated|
            get a lot of|busy|many of these|dozens of|tons of|not be looking|well)
        (you may|you might|you are probably|i realize you|i know you|i appreciate you|i appreciate that you) .. (settled|
            happy|busy|not looking|looking|in the market|not be|current role|only just|since|contemplating)
        (redundancies|layoffs|laid off|redundancy|restructuring) .. (last week|announced|affected|hit|news|sorry|
            at your) .. (sorry|affected|you|if)?
        """,
        unless=IN_A_PROCESS
        + """
        (order|account|payment|invoice|newsletter)
        tell me in confidence
        job recommendations
        """,
        implies=0.3,
    ),
    rule(
        _KIND,
        "would_you_consider",
        2.2,
        """
        (you would|you d|you ll|you will) (crush it|love it|smash it|kill it|be brilliant|be great at|fit right in|
            fit in well|like it here|enjoy it)
        (want|like|okay for|happy for|shall|let) (me|us|i) (to)? (submit|put|propose|present|introduce|pitch) you (to|for|
            forward|in)?
        (any|might have|have an|have some|would have|would there be|be any) interest .. (in|it|this|on your side|at all|
            from you)
        (come|come and) (build|play|nurse|teach|code|drive) (with|for|at) (me|us|my|our)
        (available and interested|interested and available)
        (give you|have|get) free rein
        drinks on me
        (are|would|might|could|if|whether) you .. (be)? (open|tempted|keen|up for|willing|in the market|considering|exploring|
            ready|receptive|entertain|curious|interested|available|looking) .. (to|in|for|about|a|at)? .. (new|opportunit*|
            role|roles|move|change|hearing|hear about|learn more|learning more|learning about|exploring|explore|something new|
            position|new job|moving|connecting|joining|next step|next challenge|considering|other jobs|job change|
            contract work|freelance|consulting|relocating|relocation|an introduction|this opportunity|opportunity)
        (ever|would you|might you|you would|open to|you might|willing to|you ever|would you ever) .. (consider|considering|
            entertain|entertaining|contemplate|contemplating|leave|think of leaving|exchange|look at it) .. (move|change|role|
            new|leaving|position|opportunity|switch|joining|relocating|offers|it|a|something)?
        (may|might|could|would) (be of)? interest you
        (sure|know|wondering|wondered|idea) (if|whether) you (are|would be|might be|were|ever) .. (looking|open|in the market|
            available|considering|thinking|thought|interested in)
        (would|might|could|is|sound|sounds|if) .. (this|it|that|something|any of|any of this) .. (of interest|interest you|
            interesting to you|appeal|like something|be interesting|up your street|your alley|tempt|tempting|speaks to you|
            excite you|resonates|piques)
        (new|next) (challenge|adventure|chapter|big move|career move) .. (for you|could|is|you|with|in|at|might)
        (passively|actively) (looking|seeking|open|exploring|considering)
        (tempt|entice|lure|poach|steal|pinch|prise|pry|coax) you (away|into|over|from|to|with)?
        (ready|due|time|itching|looking|game) for a (change|move|new challenge|switch|new role|fresh start)
        (delighted|grateful|happy|thrilled|glad|pleased) if you (considered|would consider|thought|would think)
        (ten|fifteen|twenty|a few|five|10|15|20|30) minutes of your time
        (happy|content|settled|comfortable|fed up) (in|at|with|where) (the|your|you are|bank|current|it) ..
        (no pressure|no obligation|no strings|if the timing|timing is wrong|not the right time|now is not the time|
            if this is not for you|even if you are not|if you are not looking|not looking right now|not actively looking|
            no hard sell|no cv needed|no resume needed|i do not ask for cv|not asking for)
        (could|can|may|might) i (tempt|interest|persuade|entice|convince|tell you more|put it into your head|pique|
            introduce you|put you forward|buy you)
        (buy|treat) you (a)? (coffee|lunch|beer|pint|breakfast|dinner|drink)
        (worth|up for|fancy|open to|game for) (a|an)? (quick|short|brief|no strings|virtual|intro|informal|15 minute|walk|
            15 min|10 minute|confidential|exploratory)? (chat|call|coffee|conversation|walk|intro|pint|beer|intro call|
            quick intro)
        (come|talk|speak|chat) .. (to me|with me) before .. (sign|accept|decide|commit)
        (keen|love|like|happy|glad|be glad|delighted|can) .. to (tell|share|send|walk|introduce) (you)? .. (more details|
            more about|brief|about it|jd|job description|spec|about the role|what we|the numbers|you if|the details)
        (leave|leaving|left) me in peace
        (may|might|could|would) .. (position|role|job|post|opportunity) .. (interest|of interest|appeal)
        (is it completely|am i) (mad|crazy|barking)
        (grab|find|get|spare|steal) .. (15|20|10|30|fifteen|twenty|half an hour|a few) (min|mins|minutes)? .. (to share|
            of your|with you|to chat|this week|to tell|to connect|on your calendar|to discuss)
        (if not|otherwise|or if) .. (feel free to|please|happy for you to)? (forward|pass) .. (friend|colleague|anyone|along|
            on|network)
        (you|yourself) or (anyone|someone|a friend|somebody|anybody) (else)? (you know|that you know|in your network|who)
        (know|knows|recommend|suggest|refer) .. (anyone|someone|somebody|anybody|a friend|a colleague) .. (who|that|for|might|
            would|fit|looking|interested|suitable|great|good) .. (interested|fit|suit|looking|be|this|role|bill|it)
        (any|appreciate|welcome) .. (referrals|referral|recommendations|introductions) .. (welcome|appreciated|too|are|as|
            from)?
        (referral|finders|finder|introduction) (bonus|fee)
        """,
        unless="""
        (salary)
        (line|set) .. up for
        still (interested|available) in (the|this|our)
        (demo|product|platform|software|service|webinar|newsletter)
        let .. know .. if .. still
        """
        + IN_A_PROCESS,
        hypothetical=True,
        implies=0.5,
    ),
    rule(
        _KIND,
        "curious",
        0.9,
        """
        (interested|any interest|curious|intrigued)
        (on|in) the market
        up for it
        (care|like|love|want|willing|keen) to (hear|know|learn) (what|more|about|how)
        (love|like|great|good) to (connect|chat|link up)
        (would|might|could|may|are) you .. (open|interested|curious|available|up for|willing) .. (call|chat|conversation|talk|
            discuss|meet|coffee|zoom)
        (not looking|passive)
        """,
        unless="your (application|interview)|still",
        hypothetical=True,
    ),
    rule(
        _KIND,
        "on_behalf",
        2.2,
        """
        (i am|this is|my name is) .. (from|with) .. (search|talent|recruitment|recruiting|staffing|executive search|
            talent bridge|resourcing|personnel|recruiters|headhunters)
        (consultant|partner|associate|researcher|recruiter|sourcer|headhunter) (of|at|with|from|for|in) .. (search|
            recruitment|staffing|talent|executive|we|i|specializing)
        (we|i) (handle|cover|manage|work|fill|staff) .. (roles|positions|vacancies|desk|hires|searches|assignments) (in|
            across|for|with|at)?
        (our|my) (mandant|mandate|principal) ..
        (retained|engaged|mandated|instructed|appointed|commissioned|exclusively|tasked|asked|hired|approached|briefed) (by|
            to find|to help|to search|to identify|to recruit|to source|to lead|to fill|quietly to find|us to|me to find|
            me to help|me to|on behalf of) .. (client|company|find|manufacturer|bank|firm|group|startup|fund|business|family|
            charity|board|candidates|search|identify|recruit|source|trust|head|director|someone|hospital|school|fill)
        (partnering|partner|partnered|working|work|acting|recruiting|hiring|representing|supporting|searching|conducting|
            helping|sourcing) (closely|directly|exclusively)? (on|with|for|a|an)? (a|an|one of|our|several|behalf of|some|two|
            three|the|this)? .. (confidential search|clients|client|startup|fintech|series a|series b|series c|brand|scale up|
            scaleup|studios|studio|well funded|founders|portfolio companies|market leader|hospital|exciting|fast growing|
            start up|search for|executive search|leading|global|household name|vc backed|pe backed)
        (my|our|direct|end|a) client .. (is (looking|hiring|seeking|building|replacing|a|an|after|in need)|are (looking|
            hiring|seeking|building|a)|has (a|an|asked us|an urgent)|based|looking|seeking|needs|who|wants (a|an|someone)|
            family|which)
        (search|mandate|assignment|brief) (we|i) (are|am) (conducting|running|leading|working on|handling|undertaking|
            managing)
        (on behalf of) (a|an|our|my|one of) .. (client|clients|company|bank|hospital|firm|startup|university|charity|group|
            manufacturer|leading)
        (one of|some of) (our|my) (clients|portfolio companies|customers|partners|top clients)
        (job|role|position|vacancy|search|roles) (that)? (i am|we are) (filling|working on|recruiting|running|handling|
            hiring for|staffing|recruiting for)
        i (recruit|source|lead recruiting|lead talent|run recruiting|head up recruiting|manage recruiting|head talent|
            hire for|specialize in|place|am hiring|am recruiting|run talent|do the hiring|look after .. hires|cover .. hires|
            headhunt)
        i (look after|handle|run|manage|do|head|lead) .. (hiring|recruitment|recruiting|talent|hires|staffing|search|searches)
        (help|helping|helped) .. (company|startup|startups|companies|charity|firm|firms|bank|founders|clients|brand|team|
            studio|organization) .. (find|hire|build|recruit|grow)
        (help|helping) .. find (great|good|talented|the right|exceptional|top|their|its|a)
        (find|found|fill|hire|hiring|recruit|recruiting) their (next|first|new)
        (i am|i work as|my name is .. and i am|this is .. i am|here i am) (a|an|the)? (senior|lead|technical|executive|
            principal|in house|freelance|independent)? (recruiter|sourcer|headhunter|talent partner|recruitment consultant|
            resourcer|search consultant|talent sourcer|it recruiter|staffing manager|recruitment manager|talent scout|
            talent acquisition) .. (at|with|for|from|on|here|based|specializing|working|and|who|in)
        (contacting|reaching out|writing|getting in touch|messaging|approaching|dropping you a line) (to you|you|
            out)? .. (because|about|regarding|with regard to|to see|concerning|with) .. (role|position|opportunity|opening|
            search|opportunities|vacancy|you might|you may|your background|former members|requirement)
        (reaching|reach|reached) out (to you)? (because|to see if|cold|directly|on behalf|as i|as we) ..
        (asked|told|wanted) me to (reach out|get in touch|contact you|write to you|drop you|approach you)
        (approaching|contacting|writing to|speaking to) (a|three|two|several|a few|some|a handful|former|only|
            a small) .. (people|candidates|individuals|members|experts|engineers|whose)
        """,
        unless=IN_A_PROCESS
        + """
        search committee
        committee for
        (interview|interviews|availability) .. (with|tomorrow|for)
        (client|clients) .. (feedback|cancelled|reschedul*|decided|would like to interview|wants to interview|away|
            has asked to)
        """,
        implies=0.7,
    ),
    rule(
        _KIND,
        "who_i_am",
        1.4,
        """
        (i am|i work as|my name is .. and i) .. (a|an|the|your|with)? .. (recruiter|sourcer|headhunter|talent partner|
            recruitment consultant|recruiting|talent acquisition|technical recruiter|hiring manager|resourcer|
            search consultant|recruitment|founder|cofounder|co founder)
        i (work with|specialize|place|hire|run|head up|lead|look after)
        (number of|several|many) (companies|clients|employers|firms)
        a client .. (is|in|has|who|about|looking)
        (reaching|reach|reached|writing|contacting|getting in touch|dropping) (out|you|a line|to you)? (because|about|
            regarding|to see|as|with|on behalf|for|directly|cold|today|in case) .. (role|position|opportunity|opening|we|i|
            you|new|our|see)?
        (people team|talent team|recruiting team|hiring team) here
        """,
        unless="your application|your interview|you applied|thank you for",
        implies=0.5,
    ),
)
