"""Six weeks of an invented job search, replayed through the real cycle: `scenario.toml` is what happens, `replay` lets it."""
