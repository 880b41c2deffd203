"""A recruiter, or a founder, comes to the user with a role that he did not apply for."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OUTREACH

RULES = (
    rule(
        _KIND,
        "found_you",
        2.8,
        """
        (came|come|coming|stumbled|ran|chanced|happened) (across|upon|on|onto|into) .. (your|you|profile|resume|cv|linkedin|
            github|portfolio)
        (found|find|saw|noticed|read|reviewed|viewed|discovered|spotted|seen|reading|looking at|looked at|looking through|see|
            watched|following|followed|enjoyed|heard|liked) (your|you on|about you|of you|you in|you through|
            you via) .. (profile|resume|cv|linkedin|background|github|portfolio|blog|post|talk|work|paper|papers|article|
            posts|projects|repo|job board|board|site|through|via|on|page|name|thesis|book|podcast|comments|recent)
        (found|find|discovered|spotted|tracked) you (on|in|through|via|down|by|at|while|because)
        your .. (name|profile|resume|cv|talk|work|blog|background|experience|portfolio) .. (came up|popped up|got passed|
            was mentioned|was recommended|was suggested|was passed|was given|caught|stood out|jumped out|came recommended|
            appeared|showed up|turned up|crossed my)
        your name (keeps|kept|comes|has come)
        (you|your name) (popped|came|pop|come) up
        (recommended|referred|suggested|mentioned|passed|put forward|pointed) (you|your name|me to you|me your way|
            me towards you) .. (to me|to us|as|for|highly|by|when|someone)?
        (got|given|gave|passed|have) (me)? your (name|details|number|contact|email|address) from
        (impressed|struck|intrigued|blown away) (by|with) (your|how|the work) .. (background|experience|profile|work|
            portfolio|career|track record|posts|talk|time|years|projects|at)
        (your|you) .. (background|experience|profile|work|skills|skill set|skillset|career|license|expertise) .. (caught|
            stood out|impressive|matches|match|fits|fit|jumped|looks like|seems|aligns|align|would be|could be|suggests|shows|
            makes you|is exactly|is just|relevant|stands out)
        (matches|match|fits|fit|suits|aligned with|relevant to|based on) your .. (skill|skills|skillset|background|experience|
            profile|resume|cv|expertise)
        (we|you) .. (have not|not|never) (met|spoken|spoke|been introduced)
        (we|i) .. (think|believe|thought|feel|reckon) you .. (could|would|might|may|will) be .. (fit|match|perfect|great|
            strong|good|ideal|interested|excellent|right|asset)
        (people|someone|somebody|engineers|person|profile) .. (with|like) (exactly)? (your|you) .. (background|experience|skills)?
        (speaks|spoke|talks|talked|raved|raves) (very)? (highly|well) of you
        (saw|noticed|read|see|found|learned) .. that you (maintain|work|worked|built|are|have|wrote|gave|lead|led|run|speak|
            know|used|left|posted)
        out of the blue
        (you may|you might|you are probably|i realize you|i know you) .. (settled|happy|busy|not looking|looking|in the market)
        (mapping|scouting|scoping|combing|trawling) ..
        (we|luc|both) .. (met|worked together|overlapped|chatted) .. (at|when|back|in|during|last)
        (thought of you|think of you|had you in mind|came to mind|you were the first|reminded me of you|your name came)
        """,
        unless="""
        your application
        (you applied|applied for|application for|your interest in|thank you for)
        following (positions|jobs|roles|vacancies)
        """,
        implies=0.8,
    ),
    rule(
        _KIND,
        "would_you_consider",
        2.2,
        """
        (are|would|might|could|if) you .. (be)? (open|interested|curious|tempted|keen|up for|willing|in the market|
            considering|looking|exploring|ready|receptive|entertain) .. (to|in|for|new|about|a)? .. (new|opportunit*|role|
            move|change|conversation|chat|hearing|hear|learn|learning|more|exploring|explore|discuss|discussing|call|talk|
            something|position|job|jobs|moving|connecting|joining|making|considering|throwing|other|it)?
        (ever|would you|might you|you would|open to|you might) .. (consider|considering|entertain|entertaining|
            contemplate) .. (move|change|role|new|leaving|position|opportunity|switch|joining|relocating|offers)?
        (may|might|could|would) (be of)? interest you
        (sure|know) (if|whether) you are (looking|open|in the market|available)
        (would|might|could|is|sound|sounds) .. (this|it|that|something|any of) .. (of interest|interest you|interesting|
            appeal|like something|be interesting|up your street|your alley|tempt)
        (interested|any interest|curious|intrigued)
        (on|in) the market
        next (challenge|adventure|chapter|big move|career move)
        thought (about|of) (moving|a move|changing|a change|switching|joining)
        (tempt|entice|lure) you
        up for it
        (ready|due|time) for a (change|move|new challenge|switch)
        (delighted|grateful|happy|thrilled|glad|pleased) if you (considered|would consider|thought|would think)
        (ten|fifteen|twenty|a few|five) minutes of your time
        (happy|content|settled|comfortable) where you are
        (know|recommend|suggest|refer) .. (anyone|someone|somebody|anybody|a friend|a colleague|people) .. (who|that|for|
            might|would|fit|looking|interested|in your network)?
        (any|appreciate|welcome) .. (referrals|referral|recommendations|introductions)
        (no pressure|if the timing|timing is wrong|not the right time|if this is not for you|not looking|even if you are not|
            if you are not looking|passive)
        (could|can|may|might) i (tempt|interest|persuade|entice|convince|tell you|share|send you)
        (care|like|love|want|willing|keen) to (hear|know|learn) (what|more|about|how)
        (shall|should|may|can|could) i (send|share|forward|call|tell)
        (terrible|bad|good) time for
        (come|talk|speak|chat) .. (to me|with me) before .. (sign|accept|decide|commit)
        (curiosity|if you are curious|grab a coffee and)
        (worth|spare|got) .. (15|10|20|chat|a call|quick|conversation|few minutes)
        (keen|love|like|happy|glad|be glad) .. to (tell|share|send|walk) .. (more|details|brief|about it|jd|through|
            job description|spec|about the role|what we)
        """,
        unless="""
        still (interested|available)
        your (application|interest)
        (demo|product|platform|software|service|webinar|newsletter)
        let .. know .. if .. still
        """,
        hypothetical=True,
        implies=0.5,
    ),
    rule(
        _KIND,
        "who_i_am",
        1.7,
        """
        (i am|i work as|my name is .. and i) .. (a|an|the|your|with)? .. (recruiter|sourcer|headhunter|talent partner|
            recruitment consultant|recruiting|talent acquisition|technical recruiter|hiring manager|resourcer|
            search consultant|recruitment)
        i (recruit|source|lead recruiting|lead talent|run recruiting|head up recruiting|hire|manage recruiting|head talent|
            work with|specialise|specialize|place|am hiring|am recruiting)
        (asked|asks|instructed|tasked|hired|approached) (me|us) to (find|search|identify|look|recruit|source|help)
        (job|role|position|vacancy) (i am|we are) (filling|working on|recruiting)
        (number of|several|many) (companies|clients|employers|firms)
        (one of|some of) (our|my) clients
        a client .. (is|in|has|who|about|looking)
        i (look after|handle|run|manage|do|head) (hiring|recruitment|recruiting|talent)
        (help|helping) .. find (great|good|talented|the right|exceptional|top)
        (retained|engaged|mandated|instructed|appointed|asked) (by|to find|to help) .. (client|company|find|manufacturer|bank|
            firm|group|startup|fund|business|family)?
        (partnering|partner|partnered|working|work|representing|supporting|helping) (on|with|for) .. (search|client|company|
            startup|fintech|role|series|business|team|bank|brand|scale up|scaleup|firm|fund|studio|agency|head of|client of|
            an exciting|organisation|organization)
        (my|our|direct|a) client .. (is|are|has|based|in|looking|seeking|needs|who)
        (reaching|reach|reached|writing|contacting|getting in touch|dropping) (out|you|a line|to you)? (because|about|
            regarding|to see|as|with|on behalf|for|directly|cold|today|in case) .. (role|position|opportunity|opening|we|i|
            you|new|our|see)?
        (asked|told|wanted) me to (reach out|get in touch|contact you|write to you|drop you)
        """,
        unless="your application|your interview|you applied|thank you for",
        implies=0.6,
    ),
    rule(
        _KIND,
        "has_a_role",
        1.9,
        """
        (hiring|looking|recruiting|searching|search|seeking|in need|on the lookout|on the hunt|advertising) (for)? (a|an|our|
            their|several|licensed|someone|experienced|two|three|some|multiple|talented|qualified|people|another|the next|
            to find|to hire|to add|to fill|electricians|nurses|drivers|developers|engineers|teachers|your|more|skilled|senior|
            new|for a|for an)
        (have|has|had|got|filling|fill|with) (an|a|several|multiple|exciting|some|two|new|urgent|immediate|great|fantastic|
            few|contract|permanent|few|open) .. (opening|opportunity|role|position|contracts|openings|roles|vacancy|
            requirement|seat|positions|opportunities|vacancies|gig|mandate|req|shifts|assignments|contract)
        (have|got|has) (a|an) (job|gig|role|position|contract) .. (in|at|for|going|with)
        (immediate|urgent|new|current|long term|contract|exciting) (requirement|need|opening|opportunity|role|openings|
            position|mandate|vacancy|hiring|contract)
        (seat|role|position|opening|opportunity|vacancy) .. (just)? (opened|opened up|come up|came up|become available|
            came in|landed on|that might|you might|i think|which i|that i|i am working|available with)
        (is|are|was) hiring (a|an|their|for|several|two|multiple)
        (post|advertise|open|list|create|fill) (a|an|two|three|several|new|some) .. (positions|position|roles|role|openings|posts)
        (i|we) (need|want) (a|an|another) .. (i can trust|who can|like you|for my|for the|to run|to lead|to join|for our)
        (opening|starting|launching) (a|my|our|another) .. (place|restaurant|office|studio|clinic|shop|bakery|practice|branch)
        (short list|shortlist|list) of people
        (replace|replacing|succeed) (its|their|his|her)
        (find|found|fill) their next
        (growing|building|expanding|scaling) (the|our|out|a|their|my) .. team
        (building|build) out (our|a|the)
        (hiring|recruiting) (our|a|an|for|my|engineers|across|several|someone|now)
        (let|know|confirm|share|revert) .. your interest
        (below|attached|following) .. (job description|jd|requirement|opening)
        (hourly|best|expected|bill) rate
        (leave|leaving) (where|what) you are
        (duration .. months|rate doe|visa status|w2|c2c|corp to corp|contract to hire)
        (share|send|forward|provide|attach|revert) .. (your)? (updated|latest|current|recent|most recent) (resume|cv|profile)
        (comp is|compensation|salary|package|pay) .. (range|up to|between|plus|is|of|equity|competitive|doe|per|k)
        (encourage|invite|urge) you to (apply|consider|put)
        (throw|throwing|put|putting) your (hat|name) in
        search is (still)? open
        (have|got|has) (money|funding|budget|headcount) for (a|an|another)
        (deputy|manager|director|chef|partner|engineer|colleague) .. (retires|retiring|is leaving|leaves|is moving on)
        (search|hunt) for (a|an|its|their|our|the) (new|next) ..
        """,
        unless="your application|your interview|you applied|for your interest",
        implies=0.9,
    ),
)
