"""Where mail comes from and drafts go: one small protocol, and a module a back end."""
