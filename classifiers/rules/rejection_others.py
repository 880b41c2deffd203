"""A "no" told as somebody else's "yes": another candidate was chosen, has accepted, or is gone on with."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.REJECTION

RULES = (
    rule(
        _KIND,
        "somebody_else",
        3.2,
        """
        {advance} .. (with|for|on with) .. (other|another|different|stronger|internal|external) .. {someone}?
        {advance} .. with (someone|somebody|others|applicants|candidates|those|a candidate|an applicant|the other|a person|
            people|one of the other)
        {advance} (forward|ahead) with .. {candidate} (who|whose|that|with)
        {decided} .. (to|on) .. (another|someone|somebody|different|other|others) .. {someone}?
        {decided} (a|the|an|another|the other|some) .. {candidate}
        (chose|chosen|selected|hired|picked|appointed|identified|preferred|found|offered|recruited|selecting|hiring|
            choosing) (someone|somebody|another|other|others|a different|an internal|an external|a stronger|the other|
            a candidate|candidates|applicants|an applicant|a more)
        (chose|chosen|selected|hired|picked|appointed) .. (candidate|finalist|applicant|someone|somebody|person) .. (who|whose|
            with)
        (offered|given|awarded|extended|offering|giving) .. {role} .. to (another|someone|somebody|a|an|the other|one of)
        ({role}|offer) .. (went|gone|go|going|offered|given|goes|awarded|extended) to (another|someone|somebody|an internal|a|
            an|the other|one of)
        (extended|made|making|extending) .. offer to (another|someone|somebody|a|an|the other|one of|a different)
        (another|other|different|successful|preferred|chosen|one) {candidate} .. (has|have|was|were) .. (accepted|selected|
            chosen|hired|appointed|offered|signed)
        (focus|focusing|focussing|concentrate|concentrating) .. (on|with) .. {someone} .. (who|whose|with|that|more|closer)
        (pursue|pursuing|consider|considering|interview|interviewing|invite|inviting|advance|advancing|prioritize|prioritizing|
            progress|progressing|take|taking|shortlist|shortlisting) (other|different|another|stronger) {candidate}
        (other|some|several|those|few) {someone} .. (more closely|were a better|are a better|was a better|is a better|
            better match|better fit|closer match|closer fit|stronger match|better suited|a stronger|edged|just ahead)
        {someone} .. (who|whose|with|that|had|has|have|was|were) .. (more closely|better|closer|closely) .. (match*|align*|fit|
            suit*|meet*|reflect*|correspond*)
        (another|other) (applicant|candidate) (edged|beat|pipped)
        with (another|the other|an internal|a different) (candidate|applicant|finalist|person)
        (went|go|going|gone|stick|sticking|stuck) with (someone|somebody|another|a|an|one|the other|our|their|his|her|
            internal) .. (candidate|person|guy|man|woman|who|they|we|had|from|with|else|colleague|employee|internal|hire|
            applicant|finalist|extern|intern|inside|already|more)
        (gave|give|given|giving|gives) .. (preference|{role}|it|nod) .. to
        preference to (another|other|a|an|one|someone|somebody)
        (offer|offering|offered|give|award) ... to (one of|someone|somebody|another|a different|an internal|an existing|
            our own|the other)
        (opted|settled|plumped|gone|went|going|go|decided) for (a|an|the|another|someone|somebody|other) .. {someone}
        (recommended|recommends|favored|prefers|favors) .. (another|different|other) .. {candidate}
        (another|other) (applicant|candidate|person|interviewee|applicants|candidates) .. (scored|ranked|performed|came out|
            came|was|had|is|were|did) .. (higher|better|ahead|stronger|more|first|top)
        (chosen|choosing|chose|hired|hiring|picked|selected|appointed|taking|taken on) (someone|somebody|a local|an external|
            a colleague)
        (had|have|has|with) the edge
        (it|that|this) was (someone|somebody) else
        (preferred|preferring) (a|an|another|someone|somebody|the other) .. {someone}
        (preferred|chose|chosen|picked|selected|appointed) (a|the|another|one) .. (with|who|whose|from) .. (degree|experience|
            background|years|qualification|licence|license)
        made a hire
        (decided|chosen|going|opted|prefer) to (keep|stay with|stick with|retain|use|rehire) (the|our|their|a) .. (same|
            current|existing|previous|one|internal|person|they|we|who|from)
        (could|can) (take|have|hire|choose|pick|appoint) only one
        (could|can) only (take|have|hire|choose|pick|appoint|offer) (one|a single|two)
        (proposed|nominated|appointed|selected|chosen|recommended) (dr|mr|ms|mrs|prof|professor) .. (for|to|as) ..
        (went|go|gone|going) the other way
        (picked|chose|took|hired) the other
        (offering|offered|giving|gave|given) (it|this|the place|the shift) to (someone|somebody|another|one|a) ..
        (said|has said|have said) yes to us
        (choice|decision) .. (fell|fallen|falls) (on|to) (another|someone|somebody|the other|a)
        in favor of (another|a|an|someone|somebody|other|one)
        (someone|somebody|candidate|applicant|colleague|person) .. (who already|already) (knows|works|worked|has|had|did|runs)
        (promote|promoted|promoting) .. (internally|from within|someone|somebody|a colleague|one of)
        (chose|chosen|picked|selected|went with|preferred) the other (finalist|candidate|person|applicant|one)
        """,
        unless="""
        once|until
        before (we|i)
        (see|meet|interview|speak|talk|finish|waiting|wait|still) .. (other|another|few|couple)
        (still|middle|midst|process|continue|continuing) ... (interviewing|considering|seeing|meeting|reviewing) (other|more)
        (contact|contacted|contacting|invite|inviting|inform|notify|only|all|with) .. (selected|chosen|successful) (candidates|
            applicants)
        selected you as
        (might|may|could) (still)? (promote|hire|go|choose|fill)
        put (me|you|us|him|her) (down|in)
        """,
        implies=1.0,
    ),
    rule(
        _KIND,
        "another_got_it",
        2.8,
        """
        (ended up|end up|ending up|wound up|wind up|finished up|decided on) (hiring|going|taking|choosing|picking|giving|
            offering|making|selecting|with|filling|appointing|promoting|keeping|sticking|bringing)
        (went|gone|going|go|goes|run|running) (with|w|for) (a|an|the|one|another|our|my|his|her|their|someone|
            somebody) .. {rival}
        (went|gone|going|go|goes) (with|w|for) .. {rival} (from|who|whose|with|that|they|we|he|already|closer|local|instead)
        (went|gone|going) (with|w) (someone|somebody|another|others|the other|an internal|an external|internal|experience)
        (hired|hiring|taken|took|taking|engaged|engaging|appointed|appointing|cast|recruited|found|signed|chosen|chose|picked|
            selected|contracted|given it to|gave it to|retained|promoted|promoting|transferred|moved) (on)? (a|an|another|the|
            one of|our|my|his|her|their|someone|somebody|some) .. {rival} .. (for|from|who|whose|with|that|instead|already|on|
            in|to|last|this|yesterday|today|now|locally|nearer|closer|has|had)
        (took|taken|hired|got|found|signed|brought) (on)? (someone|somebody) (on|else|for|now|already|last|this|yesterday|in|
            local|closer|nearer|with|who|through|internally)?
        (they are|we are|he is|she is|is|are|am|be|will be) (promoting|hiring|filling|taking|going|recruiting) .. (from inside|
            from within|internally|in house|from the inside|within the company|from our own)
        (hired|taken on|appointed|cast|chosen|chose|picked|selected|engaged|recruited|found|signed|preferred|booked|invited|
            shortlisted) another ..
        (plumped|plumping|opted|opting|settled|settling|went|gone|going|go) for (a|an|the|someone|somebody|another) .. (with|
            who|whose|from|that has|in|closer|nearer|local)
        (job|role|post|position|shift|place|spot|gig|part|vacancy|seat|hours|contract|internship) (has|have|is|are)? (just|
            already|now|sadly)? (gone|going|went) to (a|an|another|one of|someone|somebody|my|our|his|her|their|the boss|
            the other|internal)
        (keep|keeping|retain|retaining) .. (temp|interim|cover|locum|agency worker|incumbent|current person|existing|
            maternity cover|acting|present holder|contractor) .. (on|in|permanently|for|as)
        (asked|told|required|obliged|instructed|have|had|got) .. to (appoint|place|take|redeploy|slot|absorb|accommodate|
            use) (someone|somebody|a|an|one|people|staff|those) .. (from|redeployment|surplus|displaced|existing|within|
            internal)
        (redeployment|redeployed|redeployee|surplus|displaced|at risk) (pool|register|list|staff|employee|employees|colleague|
            candidate|teacher|worker|process)
        (forwarded|submitted|recommended|put forward|sent|shortlisted|presented|advanced) other (names|candidates|profiles|
            people|applicants|files)
        (going|go|gone|went|decided to go|had to go) (local|internal|external|in house|with experience|younger|cheaper|
            with seniority|with local)
        (gave|given|giving|handed|handing|awarded) (the|that|this) (job|role|position|post|gig|shift|shifts|hours|contract|
            work|part|place|spot|seat) to (a|an|another|somebody|someone|his|her|my|our|their|the other|one)
        (chose|chosen|appointed|elected|hired|engaged|preferred|cast) (mr|mrs|ms|miss|dr|professor|prof|rev|father|sister) ..
        (hired|appointed|called|chosen|chose|picked|selected|engaged|preferred|invited|recommended|cast) (a different|
            some other|some others) ..
        (appointed|hired|recruited|gone|filled) elsewhere
        (promoted|hired|filled|appointed|recruited|moved|transferred) .. (from inside|from within|internally|in house|within)
        (taking|taken|took|hiring|chose|chosen|choosing|picking|picked|prefers|preferred|wants|wanted|want|likes|
            liked) the other (chap|guy|fella|fellow|lad|bloke|girl|woman|man|lady|person|candidate|one|finalist|applicant|
            gentleman)
        (position|vacancy|job|role|post|place|spot|seat|lead|shift|part|chair|lectureship|fellowship|studentship|opening|
            assignment|bursary|traineeship|internship|scholarship|nod) .. (has|have|was|is|been|being|will be|going|goes|
            went) (been)? (given|offered|awarded|going|gone|accepted|covered|filled|taken|assigned|secured|won|allocated|to go|
            earmarked) (to|by|with|through|internally) (a|an|another|someone|somebody|the|one of|my|our|his|her|others|two|
            three|internal) ..
        (is|it is|are) going to (a|an|another|someone|somebody|one of|the|my|our|his|her) .. {rival} ..
        (first choice|preferred candidate|top choice|top candidate|other finalist|successful candidate|selected candidate|
            chosen candidate|other candidate|other person|other applicant|person we offered|candidate we offered|
            lead candidate|other guy|internal candidate) .. (accepted|signed|said yes|has taken|took|came through|starts|
            started|start|says yes|taken up)
        (she|he|they) (has|have)? (said yes|accepted|verbally accepted|took it|signed with us|signed yesterday|
            signed last night|accepted it|accepted our|accepted the)
        (all|both|each|every one) of (them|those|whom) .. (accepted|said yes|taken|signed|took)
        (offers|places|invitations|contracts) .. (have|were|are|has) .. (gone out|been made|been accepted|all been|accepted|
            filled|taken|been given|been issued|been sent) .. (all|to|for|already|now|others)?
        (making|made|make|making out|extended|gave) (her|him|them|someone|somebody|another|one of) (the|an|our) offer
        (decided|going|chosen|chose|voted|agreed|had|have|resolved) to (offer|give|award|hand|fill) (it|the|this|that|those|
            those hours|my|our) .. (to|with) (a|an|another|someone|somebody|one|the|our|my) ..
        (offering|offered|giving|gave|given|handing|handed|awarding|awarded) (it|this|that|the job|the role|the post|
            the position|the part|the place|the hours|those hours|the shifts|them) to (a|an|another|someone|somebody|one|the|
            our|my|his|her|their|somebody|megan|him|those)
        (choice|decision|vote|nod|coin|lot|pick) .. (went|fell|fallen|gone|landed|came down|tipped|tilted|leaned) (on|to|
            in favor of|towards|toward|for|against|the other|another)
        (approved|confirmed|appointed|hired|elected|ratified|voted for|voted to hire|recommended|nominated|retained|chose|
            favored|named|preferred|selected|engaged|picked) (another|a different|an internal|an external|some other|somebody|
            someone)
        (decided|decide|opted|chosen|elected|settled) .. (for|on) (a|an|another|one|the other|someone|somebody|others|
            some) .. {rival}
        (proceed|proceeding|advance|advancing|continue|continuing|follow|following|go on|going on|go ahead|going ahead|
            move forward|moving forward|moving ahead|move ahead|progress|progressing) .. with .. (finalists|others|
            other profiles|candidates whose|applicants whose|two|three|four|five|a smaller|a small|another|somebody|someone|
            stronger|those|a shortlist|a short list|people) ..
        (inviting|invited|interviewing|shortlisting|shortlisted|selected|seeing|advancing|progressing|
            calling) .. {rival} (whose|with more|who have more|who had more|who more|with stronger|with direct|with recent|
            closer|who already|instead)
        (committee|panel|we|board|department|they|team) .. (selected|invited|shortlisted|chosen|identified|
            chose) .. (finalists|others|other candidates) .. (and|whose|who|to invite|to bring|to interview|for)
        (edged out|pipped|outscored|outranked|nosed out|just ahead of you|ahead of you|senior to you|above you)
        (used|exercised|exercising|invoked|has|had) (his|her|their|a|the) (transfer|recall|bumping|seniority|retreat|
            return) (right|rights)?
        (others|other candidates|other applicants|another candidate|another applicant|some of them|somebody else|someone else|
            the other) .. (had|have|has|brings|brought|holds|held|showed|offered|came with|was|were|scored|ranked|demonstrated|
            performed|edged|already) .. (more|longer|better|stronger|closer|deeper|direct|already|the|higher|qualification|
            experience|ahead|years)
        (another|a different|other) (profile|profiles|person|people|candidate|candidates|colleague|applicant|
            applicants) .. (corresponded|corresponds|matched|matches|fit|fits|fitted|suited|suits|came|answered|meet|met|
            responded)
        (found|has found|have found|we found|i found) (her|his|its|their|our|my|the|a|an|someone|somebody) .. (and (it is|
            he is|she is|they)|from within|already|elsewhere|internally|closer|in house|replacement)
        (staying|stays|decided to stay|stay|coming back|come back|came back|returning|returned|withdrew .. resignation|
            changed (his|her|their) mind|taken back) .. (after all|to us|on for|so (i|we|there))
        (people|someone|somebody|staff|employees|guys|crew|workers) .. (coming back|came back|returning|recalled|back from) ..
        (gave|giving|give|given|had to give) (the|his|her|our|my|those|all) .. (hours|shifts|job|place|spot|work|position|
            post) to
        (awarded|awarding|award) .. to (another|a different|someone|somebody|the other|others)
        (with|to) .. (somebody|someone|a candidate|an applicant|a person|one) .. who (brings|has run|has done|has worked|
            used to|already|ran|has held|holds|knows|can start|worked|lives|did|does|is local)
        """,
        unless="""
        once|until|if|whether|unless
        before (we|i|they|he|she|you|any|making|deciding|the|that)
        (will|shall|may|might|can) (hire|take|appoint|engage|give|move|promote|find|bring|keep|invite|proceed)
        (hired|hiring|found|brought) (you|me)
        (see|meet|speak|talk|finish|waiting|wait|still) .. (other|another|few|couple)
        (accepted|invited|selected|invite|hired) you
        put (you|me) ..
        (you|like you|you to|you are|you have been) .. (start|join|hired|selected|invited|shortlisted)
        (and|the) next (round|stage|step)
        (through|levels|levels of) (signature|approval)
        goes to the next
        would make
        i shall have to
        (you turned|you have been)
        """,
        implies=0.6,
    ),
)
