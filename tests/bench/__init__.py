"""How fast and how large the program is, beside what others need for the same: `make bench`."""
