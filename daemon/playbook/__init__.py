"""The advice: pure functions from history to follow-ups, one rule a function, each citing its article.

`daemon.playbook.advise.advise` is the entry. No database, no mailbox, no clock of its own.
"""
