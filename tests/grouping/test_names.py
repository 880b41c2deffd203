"""Which names are one employer, which titles one role."""

from __future__ import annotations

import pytest

from daemon.grouping.employers import Kinship, bare_name, kinship, speaks_for
from daemon.grouping.titles import Likeness, likeness


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Northwind", "Northwind, Inc.", Kinship.SAME),
        ("Northwind", "Team Northwind", Kinship.SAME),
        ("Northwind", "The Northwind Recruiting Team", Kinship.SAME),
        ("Northwind", "Northwind (via Greenhouse)", Kinship.SAME),
        ("Northwind", "Northwind Deutschland GmbH", Kinship.SAME),
        ("Copper Leaf", "Copperleaf", Kinship.SAME),
        ("Société Générale", "Societe Generale SA", Kinship.SAME),
        ("Northwind", "Northwind Medical Center", Kinship.SIMILAR),
        ("LMU", "Lake Mary University", Kinship.SIMILAR),
        ("Meridian Health", "Meridian Bank", Kinship.STRANGERS),
        ("Bright", "Brightwater", Kinship.STRANGERS),
        ("Two", "Two Rivers", Kinship.STRANGERS),
        ("Talent", "Careers", Kinship.STRANGERS),
    ],
)
def test_how_two_companies_stand_to_each_other(one: str, other: str, expected: Kinship) -> None:
    assert kinship(one, other) is kinship(other, one) is expected


@pytest.mark.parametrize("name", ["HR", "Careers", "The Team", "Jobs UK", "Ltd", "***", "UK"])
def test_a_name_never_vanishes(name: str) -> None:
    assert bare_name(name)


@pytest.mark.parametrize(
    ("domain", "name", "own"),
    [
        ("northwind.example", "Northwind Ltd", True),
        ("mail.northwind-traders.example", "Northwind", True),
        ("lmu.example", "Lake Mary University", True),
        ("talentbridge.example", "Northwind", False),
        ("nw.example", "Northwind", False),
        ("", "Northwind", False),
    ],
)
def test_whose_domain_it_is_by_its_spelling(domain: str, name: str, own: bool) -> None:
    assert speaks_for(domain, name) is own


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sr. Data Analyst", "Senior Data Analyst (Hybrid)", Likeness.SAME),
        ("Data Analyst (m/w/d)", "Data Analyst - full time, permanent", Likeness.SAME),
        ("Analyst, Data", "Data Analyst R-10233", Likeness.SAME),
        ("SWE, Front-End", "Software Engineer (Frontend)", Likeness.SAME),
        ("Engineering Manager", "Eng Manager", Likeness.SAME),
        ("Team Lead Support", "Support Lead", Likeness.FITS),
        ("Data Analyst", "Analyst", Likeness.FITS),
        ("Data Analyst", "Senior Data Analyst", Likeness.FITS),
        ("Store Manager", "Assistant Store Manager", Likeness.FITS),
        ("Data Analyst", "", Likeness.FITS),
        ("Senior Data Analyst", "Staff Data Analyst", Likeness.DIFFERENT),
        ("Senior Analyst", "Lead Data Analyst", Likeness.DIFFERENT),
        ("Accountant I", "Accountant II", Likeness.DIFFERENT),
        ("Product Manager, Growth", "Product Manager, Payments", Likeness.DIFFERENT),
        ("Sales Associate", "Sales Manager", Likeness.DIFFERENT),
        ("Intern", "Nurse", Likeness.DIFFERENT),
    ],
)
def test_how_two_titles_stand_to_each_other(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is expected
