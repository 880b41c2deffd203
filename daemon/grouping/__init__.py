"""Which conversations are one hiring process. Pure: conversations in, groups and the reason of each placement out.

Mail of one process comes in many threads: a robot's receipt, a recruiter, an interviewer, a scheduler, an agency. The groups
are worked out anew from all that is known whenever something arrives, in the order of the mail's own time. So they do not
depend on the order of arrival, and a name that comes late puts right what was apart before. What the user moved by hand
stays where he put it.

`conversations` has the types, `employers` and `titles` say when two names and two job titles are one, `ties` joins what
certainly belongs together, `partition` does the rest.
"""

from daemon.grouping.conversations import Conversation, Group, Letter, Placement
from daemon.grouping.partition import partition

__all__ = ["Conversation", "Group", "Letter", "Placement", "partition"]
