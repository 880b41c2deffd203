"""Set-up: from nothing to a configuration that works and a first look at what it found. `commands.init` is the way in."""
