"""A "no" because the job is gone: filled, cut, frozen for good, never funded, or not to be had by anybody."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.REJECTION

RULES = (
    rule(
        _KIND,
        "filled_or_closed",
        2.6,
        """
        filled (the|this|that|our|all) .. {role}
        {role} .. (has|have|is|was|are|being|got) .. (filled|closed|cancelled|withdrawn|eliminated|taken|gone|scrapped|pulled|
            dissolved|removed|discontinued)
        {role} (filled|closed|cancelled|withdrawn|pulled)
        (position|role|job|vacancy|opening|post|requisition|req) .. (no longer|not) .. (available|open|exist*|active|be filled|
            being filled|going ahead|moving ahead|go ahead)
        no longer (hiring|recruiting|looking|filling|accepting|moving ahead|moving forward|proceeding|seeking|going ahead)
        (closed|cancelled|closing|cancelling|withdrawn|pulled|scrapped|ended|dropped|shelved|withdraw|stopped) .. (the|this|
            our) (search|role|position|vacancy|requisition|req|job|opening|recruitment|hiring|posting|process)
        (decided|chosen|opted|going|had) not to (fill|hire|recruit|backfill|replace)
        (will|is) not (be|being) (filled|recruited|backfilled|replaced)
        not .. (filling|recruiting for|hiring for|be filling|be hiring|going to fill) (the|this|that|any|a)
        (filled|fill) .. (internally|from inside|from within|with an internal|by an internal|by another)
        (hired|appointed|found|signed|brought on|taken on) .. (internally|internal|from within|from inside)
        (have|has) now (made|filled|appointed|hired|found|recruited)
        have (hired|appointed) (a|an|for|someone|somebody|our)
        (role|position|job|vacancy|opening|post|seat|place|slot) .. (no longer|not) .. (exist*|budget*|funded|there any more|
            there anymore)
        (all|every|our) .. (taken|full|gone|allocated|filled|staffed|snapped up)
        (fully|now) (staffed|subscribed|booked up|taken|filled|at capacity)
        (no|not any|not have any|not have an|not have a|nothing) .. (vacancies|vacancy|openings|opening|positions|position|
            suitable|open roles) .. (available|moment|currently|present|right now|at this|time|match*|for you|fit*|open)
        (we|they|company|store|team|is) .. not .. (currently|presently|actively) (hiring|recruiting|looking|taking on)
        """,
        unless="""
        when|once|until|wait list|waiting list|waitlist
        (interview|interviews|interviewer|panel|slot|slots) .. (filled|cancelled|closed|taken|no longer)
        (take|taking|takes) place
        filled (in accordance|according)
        (pulled|cancelled|closed|stopped) .. (interview|interviews)
        (not|before|yet|until) .. (filled|closed)
        (another|one other|other|second) (vacancy|opening|role|position) .. (filled|closed)
        """,
        implies=0.9,
    ),
    rule(
        _KIND,
        "role_gone",
        2.6,
        """
        (position|positions|role|roles|vacancy|vacancies|opening|openings|post|posts|job|jobs|req|reqs|requisition|
            requisitions|seat|spots|spot|slots|places|campaign|competition|headcount|search|searches|internship|internships|
            grade|line|lines|program) ... (has|have|had|is|are|was|were|being|got) .. (filled|abolished|axed|cut|struck|
            deleted|eliminated|killed|nixed|dropped|withdrawn|defunded|suppressed|offshored|cancelled|closed|scrapped|pulled|
            removed|mothballed|shelved|discontinued|terminated|absorbed|merged|dissolved|rescinded|outsourced|wound up|covered)
        (that|it|that one|this one|both|all|they|those) (have|has|is|are|was|were) (now|already|just|since)? (been)? (filled|
            snapped up|taken already|already taken|all taken|now taken|taken by|gone now|long gone) (now|already|internally|
            i am|sorry|by|this|last|yesterday|today|since)?
        (one|job|position|role|post|it|spot|shift|they|both|all|vacancy) been (filled|taken|given|snapped|cut|pulled|cancelled)
        (filled|filling) (that|those|these|it|them|both|all|every|out|up)
        (we|they|i) (have|had)? (now|already|just|since)? filled ..
        (pulled|pulling|cancelled|cancelling|closed|closing|cut|cutting|scrapped|scrapping|axed|axing|killed|killing|
            eliminated|eliminating|dropped|dropping|froze|abolished|withdrew|withdrawn|shut|removed|deleted|shelved|mothballed|
            nixed|suspended) .. (the|this|that|all|every|their|our|both|its|your|any) .. (position|positions|role|roles|req|
            reqs|requisition|requisitions|opening|openings|headcount|vacancy|vacancies|hiring|job|search|post|posts|recruitment)
        (decided|voted|chosen|elected|opted|going|agreed|resolved|had) (last night|today|yesterday|now)? not to .. (fund|fill|
            recruit|hire|appoint|create|renew|replace|open|proceed|make an appointment|make any|continue)
        (position|role|job|post|vacancy|requirement|opening|requisition) (stands|stood|is|was|now|got|being|stand) (now|been|
            hereby)? (cancelled|closed|withdrawn|abolished|scrapped|suspended indefinitely)
        (had|have|having|obliged|forced|decided) to (close|cancel|withdraw|pull|cut|scrap|eliminate|drop|shelve|
            abandon) .. (the|this|that|our|your) .. ({role}|search|recruitment|hiring|campaign|competition)
        (pulled|pull|pulling) the (plug|pin|rug)
        (put|knocked|kicked) .. (to bed|on the head|into the long grass|into touch)
        (canned|binned|ditched|kiboshed|got the chop|given the chop|got the axe|chopped) (the|this|that|our|for|by|role|
            position|it|in|because|after|and)
        (decided|resolved|agreed|chosen) not to (make|be making) (an|any) appointment*
        (not|no longer|never) (be|been|get|being|going to be)? .. (fund|funding|funded|budgeted|renewed|built|replacing|
            replaced|filling it|filling this|filled) ..
        not (be)? (filling|going to fill|going to be filling|hiring for|recruiting for|replacing|backfilling) (it|this|that|
            the|any|for|head|our|a)
        (grant|funding|contract|budget|money|project|program|investment|deal|bid|tender|client|account) .. (not renewed|
            not come through|not been renewed|not awarded|fell through|fallen through|dried up|run out|ran out|pulled|
            cancelled|not approved|was cut|been cut|got cut|withdrawn|lost|was not|did not)
        (lost|losing) (the|our|a|that|its) .. (funding|contract|grant|bid|client|account|project|tender|budget|site)
        (without) .. (selecting|appointing|hiring|making|an appointment) .. (candidate|candidates|anyone|anybody|appointment)?
        no (appointment|hire|further appointments) (was|will|is|were|can) (be)? .. (made|possible)?
        (will|do|shall) not (be)? (making|make) (an|any) appointment
        (failed|unsuccessful) search
        (readvertise|readvertised|readvertising|re advertise|re advertised|re advertising|reposting|repost it|
            back to the drawing board|go back out to|back out to market) ..
        not (be)? (a|an|any) .. ({role}|manager|engineer|librarian|officer|assistant|coordinator|hire) .. (after all|any more|
            anymore|this year|to fill)
        (can not|not able to|unable to|could not|not permitted to|forbidden to|not allowed to) (hire|recruit|appoint|fill|
            take on|make any offers|make offers|bring anyone|add)
        (decided|asked|told|ordered|forced|required) .. to (restructure|reorganize|cut all|cut the|freeze all|freeze hiring|
            stop hiring|stop all hiring|stop recruiting|absorb|eliminate|downsize|outsource|scrap)
        (hiring|recruiting|recruitment) .. (is to stop|has stopped|has ended|is over|is finished|is done|is closed|is complete|
            now complete|completed|now closed|been closed|been stopped) (for|until the new|this|season|year|now|and|here)?
        (completed|finished|concluded|closed) (her|his|their|our|the|all|its) (hiring|recruiting|recruitment|intake|search|
            selection|appointments)
        (all|every|our|my|the) (spots|places|positions|slots|vacancies|roles|seats|openings|hours|shifts) .. (gone|taken|
            filled|full|allocated|covered|spoken for|committed)
        (no|not .. any|not any) .. (spots|places|positions|slots|seats|openings|vacancies|shifts|roles|headcount|jobs) (left|
            remaining|open|going|at all|any more|anymore|now|until|for this)
        (fully staffed|full staffed|full up|full at the moment|full for|at capacity|fully manned|up to strength|
            full complement|full roster|all staffed up|no vacancy)
        (company|business|firm|store|branch|plant|office|restaurant|we) .. (bought out|being bought|been bought|been acquired|
            been taken over|into administration|in administration|into receivership|bankrupt|bankruptcy|insolvent|
            into liquidation|closing down|shutting down|closing its doors|closing our doors|ceasing trading|going under)
        (reserve list|eligible list|eligibility list|panel|register|roster) .. (expired|exhausted|lapsed|closed|ended|abolished)
        (position|job|role|work|post|team) .. (moving|moved|relocated|relocating|transferred|transfer|going) to (another|the|
            our) .. (office|country|team|site|centre|center|location|hub|plant|city)
        (clubbed|combined|merged|folded|absorbed|rolled) (with|into|in) .. (role|position|existing|team|another|other|job)
        (incumbent|present holder|current holder|person leaving|person who was leaving) .. (stay|stays|staying|remain|returned|
            back|decided)
        """,
        unless="""
        once|unless|not yet|yet to|before|if|wait list|waiting list|month|must|future vacancies|participants
        not to (go|proceed|continue) (straight|directly)
        (interview|interviews|call|meeting|slot|appointment|conversation|session|assessment day|event|talk) .. (cancelled|
            closed|pulled|filled|withdrawn|moved|is|are|was|were|has|have)
        (pulled|cancelled|closed|stopped) .. (interview|interviews|meeting|call)
        freeze is over
        until (the|this|that|it|a|all|suitable) .. (filled|taken|closed)
        (not|hold|frozen|paused|pause|closed|open|stay|stays|remain|remains) .. until
        hold placed
        (taken|took|takes) (longer|a while|so long|too long|more time)
        (filled|fill) it (in|out)
        (interview|interviews) ... (has|have|had|is|are|was|were) .. (cancelled|closed|pulled|filled|withdrawn|moved)
        cancelled .. (interview|interviews|meeting|call|appointment|session)
        (on hold|pause|paused|pausing|put off|delay|delayed|delays|reopen|temporarily|for now|while we)
        (closing date|closes|close on|deadline|will be closed)
        (your|a|the|online|short|out) .. (form|questionnaire|survey|application form|profile)
        (filled|fill|filling) (in|out|with|by the candidate)
        (another|one other|other|second) (vacancy|opening|role|position) .. (filled|closed)
        filled (in accordance|according)
        (how|that you) .. (filled|closed|cut)
        """,
        implies=0.7,
    ),
    rule(
        _KIND,
        "no_money_for_it",
        1.6,
        """
        (hiring|recruitment|recruiting|headcount|job) (freeze|freezes|stop|ban|bar|moratorium|embargo)
        (freeze|froze|frozen|freezing|stopped|halted) .. (hiring|headcount|recruitment|recruiting|positions|requisitions|roles)
        (hiring|headcount|recruitment|positions|requisitions|roles|role|position|post) .. (frozen|froze)
        (layoff|layoffs|laid off|lay offs|reduction in force|redundancies|redundancy|downsizing|downsized|restructuring|
            restructure|reorganization|reorganisation|reorg|cutbacks|cost cutting|budget cuts|cuts to)
        (can not|could not|not able to|unable to|not) (afford|stretch|justify|run to|carry|support|sustain) (a|an|another|you|
            the|any|it|to|two|both|more)
        (budget|funds|money|finances|numbers) .. not (stretch|extend|allow|permit|run to|cover|reach|work|add up)
        (budget|funding|money|headcount) .. (pulled|cut|slashed|gone|vanished|lost|reduced|not there|axed|taken away|
            disappeared)
        """,
        unless="if|until|paused|pause|on hold|once",
        implies=0.5,
    ),
)
