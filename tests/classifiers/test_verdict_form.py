"""What form decides before words: headers, senders, calendar parts, and languages other than English."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from classifiers.reading import Context, MessageKind
from classifiers.sentences import is_english, read_passage
from classifiers.structure import SenderKind, structure_of
from daemon.mail.message import Address, CalendarEvent
from tests.classifiers.verdict_mail import kind_of, mail, verdict_on

K = MessageKind

INTERVIEW = CalendarEvent(
    method="REQUEST",
    uid="7@harborlight.example",
    sequence=0,
    start=datetime(2026, 11, 12, 19, 0, tzinfo=UTC),
    end=datetime(2026, 11, 12, 19, 45, tzinfo=UTC),
    all_day=False,
    summary="Interview: Sam Rivera, Marketing Manager",
    description="Interview for the Marketing Manager position",
    location="Zoom",
    status="CONFIRMED",
    organizer=Address("Meg Ortiz", "meg.ortiz@harborlight.example"),
    attendees=(Address("Sam Rivera", "sam.rivera@example.org"),),
)


class TestCalendarParts:
    def test_a_request_confirms(self) -> None:
        verdict = verdict_on("", subject="Invitation: Interview", calendar=(INTERVIEW,))
        assert verdict.kind is K.INTERVIEW_CONFIRMATION
        assert verdict.confident
        assert verdict.evidence[0].rule == "form.calendar_request"

    def test_a_request_confirms_whatever_its_covering_note_asks(self) -> None:
        body = "Hi Sam, here is the invitation for your interview. Let me know if another time works better for you."
        assert kind_of(body, calendar=(INTERVIEW,)) is K.INTERVIEW_CONFIRMATION

    @pytest.mark.parametrize("event", [replace(INTERVIEW, method="CANCEL"), replace(INTERVIEW, status="CANCELLED")])
    def test_a_cancel_calls_off(self, event: CalendarEvent) -> None:
        assert kind_of("", subject="Canceled: Interview", calendar=(event,)) is K.INTERVIEW_CANCELLED

    @pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
    def test_an_answer_is_no_step(self, method: str) -> None:
        assert kind_of("", subject="Interview", calendar=(replace(INTERVIEW, method=method),)) is K.OTHER

    def test_a_response_by_its_subject(self) -> None:
        assert kind_of("Tara Lin has accepted this invitation.", subject="Accepted: Interview Sam Rivera") is K.OTHER

    def test_a_meeting_is_no_interview(self) -> None:
        sync = replace(INTERVIEW, summary="Weekly sync", description="")
        assert kind_of("", subject="Weekly sync", sender="Ana <ana@mycompany.example>", calendar=(sync,)) is K.OTHER

    def test_an_interview_that_the_user_leads_is_not_his(self) -> None:
        panel = replace(
            INTERVIEW, summary="Interview: Lena Ortiz", description="Please submit your scorecard. Her resume is attached."
        )
        assert kind_of("", subject="Invitation", sender="Tina <tina@mycompany.example>", calendar=(panel,)) is K.OTHER


class TestRobots:
    def test_delivery_failure(self) -> None:
        verdict = verdict_on(
            "We regret to inform you that your message could not be delivered.",
            subject="Undelivered Mail Returned to Sender",
            sender="Mail Delivery System <mailer-daemon@mail.example>",
        )
        assert (verdict.kind, verdict.confident) == (K.OTHER, True)

    def test_out_of_office(self) -> None:
        body = "I am out of the office until Monday and will get back to you about the interview then."
        assert kind_of(body, subject="Automatic reply: Interview", headers={"auto-submitted": "auto-replied"}) is K.OTHER

    def test_out_of_office_under_the_subject_of_what_it_answers(self) -> None:
        body = "I am out of the office until Monday with no access to mail. Thank you for your patience about the interview."
        assert kind_of(body, subject="Re: Your interview", headers={"auto-submitted": "auto-replied"}) is K.OTHER

    def test_automatic_receipt_of_a_careers_mailbox(self) -> None:
        verdict = verdict_on(
            "Thank you for your application. We have received your application and will review it.",
            subject="Automatic reply: Application",
            sender="Careers <careers@tritonaero.example>",
            headers={"auto-submitted": "auto-replied"},
        )
        assert verdict.kind is K.APPLICATION_RECEIVED

    def test_mailing_list(self) -> None:
        body = "Hi all, we decided not to move forward with the candidate. Anybody hiring for the same position?"
        assert kind_of(body, headers={"list-id": "<ops.lists.example>"}) is K.OTHER

    def test_mail_of_an_applicant_system_may_be_bulk(self) -> None:
        verdict = verdict_on(
            "Thank you for applying for Buyer. We have decided not to move forward with your application at this time.\n\n"
            "We wish you success in your search.\n\nHarborlight Talent Team",
            sender="Harborlight <no-reply@greenhouse-mail.io>",
            headers={"precedence": "bulk", "list-unsubscribe": "<mailto:u@greenhouse-mail.io>"},
        )
        assert (verdict.kind, verdict.confident) == (K.REJECTION, True)

    @pytest.mark.parametrize(
        ("sender", "kind"),
        [
            ("Meg Ortiz <meg.ortiz@harborlight.example>", SenderKind.PERSON),
            ("Harborlight Careers <careers@harborlight.example>", SenderKind.TEAM),
            ("Harborlight <no-reply@harborlight.example>", SenderKind.ROBOT),
            ("Harborlight <harborlight@myworkday.com>", SenderKind.ROBOT),
            ("", SenderKind.PERSON),
        ],
    )
    def test_sender_kinds(self, sender: str, kind: SenderKind) -> None:
        assert structure_of(mail("Hello", sender=sender), Context()).sender is kind


class TestMachineInterviews:
    def test_to_be_done_is_an_assessment(self) -> None:
        body = "Hi Sam, please complete a one-way video interview for Buyer. Record your answers before Sunday."
        assert kind_of(body) is K.ASSESSMENT

    def test_done_is_a_receipt(self) -> None:
        body = "Hi Sam, your one-way video interview for Buyer has been completed and your answers were sent to the hiring team."
        assert kind_of(body, sender="HireVue <noreply@hirevue.com>") is K.APPLICATION_RECEIVED


class TestLanguages:
    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            (
                "Sehr geehrter Herr Rivera, vielen Dank für Ihre Bewerbung. Leider haben wir uns für einen anderen Bewerber "
                "entschieden.",
                K.REJECTION,
            ),
            (
                "Guten Tag, wir haben Ihre Bewerbung erhalten. Der Eingang Ihrer Bewerbung wird hiermit bestätigt.",
                K.APPLICATION_RECEIVED,
            ),
            (
                "Bonjour, nous vous remercions de votre candidature. Malheureusement elle n'a pas été retenue pour ce poste.",
                K.REJECTION,
            ),
            ("Hola Sam, hemos recibido tu candidatura para el puesto. Gracias por tu candidatura.", K.APPLICATION_RECEIVED),
        ],
    )
    def test_neighbours_are_recognised_but_never_confident(self, body: str, kind: MessageKind) -> None:
        verdict = verdict_on(body, subject="Bewerbung")
        assert verdict.kind is kind
        assert not verdict.confident

    @pytest.mark.parametrize(
        ("text", "english"),
        [
            ("no news yet, sorry! should know more thursday. will ping you", True),
            ("Thank you for your application. We will be in touch.", True),
            ("Vielen Dank für Ihre Bewerbung. Wir melden uns bei Ihnen.", False),
            ("Merci pour votre candidature, nous reviendrons vers vous.", False),
            ("ご応募ありがとうございます。", False),
            ("Дякуємо за вашу заявку.", False),
            ("", False),
        ],
    )
    def test_language(self, text: str, english: bool) -> None:
        assert is_english(read_passage("", text)) is english
