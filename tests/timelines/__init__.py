"""Whole job searches as data: mail, Sam's own hand, the clock, and the drafts that must lie there. See README.md."""
