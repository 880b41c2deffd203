"""The commands behind the command line, by what the user wants: to run it, to look, to say something, to keep a copy."""
