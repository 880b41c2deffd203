"""What lies in the inbox of somebody who sets the program up: an interview, a rejection, an application received."""

from __future__ import annotations

from tests.cycle.road import CONFIRMED, REJECTED, mail

RECEIVED = """Hi Sam,

Thank you for applying for the Florist position at Bloom Club. We have received your application and will review it.

Best regards,
Bloom Club
"""
ANN, BLOOM = "Ann Lee <ann.lee@globex.example>", "Bloom Club <jobs@bloomclub.example>"
LETTERS = (
    (mail("<confirmed@northwind.example>", CONFIRMED), "2026-03-06 10:00"),
    (
        mail("<no@globex.example>", REJECTED.replace("Northwind", "Globex"), sender=ANN, subject="Your application at Globex"),
        "2026-03-02 10:00",
    ),
    (mail("<received@bloomclub.example>", RECEIVED, sender=BLOOM, subject="We received your application"), "2026-03-05 10:00"),
)
