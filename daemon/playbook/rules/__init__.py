"""The rules of the playbook, one function each. Each takes a `Case` and says which follow-ups it wants, due or not yet."""
