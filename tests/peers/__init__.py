"""The counterparts: real servers and tools that the tests work against.

`registry` knows which of them this machine has; `dovecot` and `pymap_server` start IMAP servers; `wire` is a relay that sits
between a client and a server, listens in and breaks the line; `install.sh` installs what the system's packages offer.
"""
