"""Other people's decisions and appointments: doctors, journals, lenders, landlords, schools, clubs, friends.

They refuse, confirm and ask for patience in the very words of a hiring process; only their subject tells them apart. So it is
acts of another walk that weigh (a rental application, a claim number), not its nouns: dentists, banks and schools hire too.
"""

from __future__ import annotations

from classifiers.rules import walks_among_people, walks_at_counters, walks_in_print, walks_of_learning

RULES = (*walks_at_counters.RULES, *walks_of_learning.RULES, *walks_in_print.RULES, *walks_among_people.RULES)
