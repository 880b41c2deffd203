from __future__ import annotations

import pytest

from daemon.mail.addresses import aligned, first_name, is_free_mail, is_unanswerable, organisational_domain, person_name
from daemon.mail.message import Address


def address(email: str) -> Address:
    return Address("", email)


class TestUnanswerable:
    @pytest.mark.parametrize(
        "email",
        [
            "no-reply@acme.example",
            "noreply@us.greenhouse-mail.io",
            "jobs-noreply@linkedin.com",
            "no_reply+123@acme.example",
            "donotreply@acme.example",
            "do-not-reply@acme.example",
            "acme-donotreply@acme.example",
            "NotReply@acme.example",
            "notifications@calendly.com",
            "notification@smartrecruiters.com",
            "calendar-notification@google.com",
            "jobalerts@indeed.com",
            "mailer-daemon@mx.example.org",
            "MAILER-DAEMON@mx.example.org",
            "postmaster@example.org",
            "bounce+abc=def@acme.example",
            "bounces-12@acme.example",
            "automated@acme.example",
            "acme@myworkday.com",
            "someone@bounces.acme.example",
            "x@notifications.acme.example",
            "0123@missing.invalid",
            "",
            "nobody",
        ],
    )
    def test_robots(self, email: str) -> None:
        assert is_unanswerable(address(email))

    @pytest.mark.parametrize(
        "email",
        [
            "meg.ortiz@acme.example",
            "careers@acme.example",
            "recruiting@acme.example",
            "jobs@acme.example",
            "hr@acme.example",
            "norah.plyton@acme.example",
            "alerta.moreno@acme.example",
            "abbott@robotics.example",
            "a1b2c3@hire.lever.co",
            "hit-reply@linkedin.com",
            "nore@plymouth.example",
            "meg@noreply.com",
        ],
    )
    def test_people_and_shared_boxes(self, email: str) -> None:
        assert not is_unanswerable(address(email))


class TestOrganisations:
    @pytest.mark.parametrize(
        ("domain", "organisation"),
        [
            ("mail.acme.com", "acme.com"),
            ("Mail.Acme.CO.UK.", "acme.co.uk"),
            ("acme.com", "acme.com"),
            ("co.uk", "co.uk"),
            ("", ""),
            ("localhost", "localhost"),
        ],
    )
    def test_organisational_domain(self, domain: str, organisation: str) -> None:
        assert organisational_domain(domain) == organisation

    @pytest.mark.parametrize("domain", ["gmail.com", "GMX.de", "yahoo.co.uk", "outlook.com", "hotmail.fr", "proton.me", "qq.com"])
    def test_free_mail(self, domain: str) -> None:
        assert is_free_mail(domain)

    @pytest.mark.parametrize("domain", ["acme.com", "gmail.acme.com", "livenation.com", "outlook-systems.com", ""])
    def test_no_free_mail(self, domain: str) -> None:
        assert not is_free_mail(domain)

    def test_aligned_within_an_organisation(self) -> None:
        assert aligned(address("meg@acme.co.uk"), address("talent@careers.acme.co.uk"))
        assert not aligned(address("meg@acme.co.uk"), address("meg@other.co.uk"))

    def test_customers_of_a_free_mail_provider_have_nothing_in_common(self) -> None:
        assert not aligned(address("meg@gmail.com"), address("boss@gmail.com"))
        assert aligned(address("Meg@gmail.com"), address("meg@GMAIL.com"))

    def test_nobody_is_aligned_with_nobody_else(self) -> None:
        assert not aligned(address("meg"), address("sam"))


class TestNames:
    @pytest.mark.parametrize(
        ("display", "name"),
        [
            ("Meg Ortiz", "Meg Ortiz"),
            ("Ortiz, Meg (she/her)", "Meg Ortiz"),
            ('"Ortiz, Meg"', "Meg Ortiz"),
            ("Meghan Ortiz via Calendly", "Meghan Ortiz"),
            ("Meghan Ortiz (Acme)", "Meghan Ortiz"),
            ("Meghan Ortiz | Acme Corp", "Meghan Ortiz"),
            ("Meghan Ortiz - Acme", "Meghan Ortiz"),
            ("Meg from Acme", "Meg"),
            ("Meg @ Acme", "Meg"),
            ("Dr. Meghan O'Brien, PhD", "Meghan O'Brien"),
            ("Meghan Ortiz, SHRM-CP", "Meghan Ortiz"),
            ("Smith, John Jr.", "John Smith"),
            ("John Smith III", "John Smith"),
            ("MEG ORTIZ", "Meg Ortiz"),
            ("meg ortiz", "Meg Ortiz"),
            ("Jean-Luc van der Berg", "Jean-Luc van der Berg"),
            ("Jack Ma", "Jack Ma"),
            ("Ma, Jack", "Jack Ma"),
            ("Meghan Ortiz PhD", "Meghan Ortiz"),
            ("J. Smith", "J. Smith"),
            ("Zoë Müller", "Zoë Müller"),
            ("王伟", "王伟"),
        ],
    )
    def test_person(self, display: str, name: str) -> None:
        assert person_name(display) == name

    @pytest.mark.parametrize(
        "display",
        [
            "",
            "Ridgeline Recruiting",
            "Acme Talent Acquisition Team",
            "Acme Careers",
            "LinkedIn Job Alerts",
            "no-reply",
            "meg@acme.example",
            "HR",
            "Coda Labs",
            "Acme, Inc.",
            "A, B, C, D",
            "12345",
            "Google Calendar",
        ],
    )
    def test_nobody(self, display: str) -> None:
        assert person_name(display) == ""
        assert first_name(display) == ""

    @pytest.mark.parametrize(
        ("display", "name"),
        [
            ("Meghan Ortiz", "Meghan"),
            ("Ortiz, Meg (she/her)", "Meg"),
            ("Dr. Meghan Ortiz", "Meghan"),
            ("Jean-Luc Picard", "Jean-Luc"),
            ("J. Smith", ""),
            ("JP Smith", ""),
            ("Jo Smith", "Jo"),
            ("Bo", "Bo"),
            ("王伟", "王伟"),
        ],
    )
    def test_first_name_is_never_an_initial(self, display: str, name: str) -> None:
        assert first_name(display) == name
