"""The service: one owner thread for each mailbox, and a process around them that lives for months.

`process` is the whole, `crew` and `watch` the owner threads, `condition`, `patience` and `vigil` their judgement (pure), `lock`,
`signals`, `notify`, `answering`, `overview` and `metrics` the process's dealings with the machine.
"""
