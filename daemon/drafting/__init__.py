"""Follow-up to text to MIME: templates, the linter that keeps them fit to send, and the reply itself."""
