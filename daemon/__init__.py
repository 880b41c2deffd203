"""The daemon: reads a job seeker's mail, keeps its history, and saves the drafts that the playbook asks for.

The way through the house is `daemon.cycle`; every other room is a step of it.
"""
