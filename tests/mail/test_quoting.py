from __future__ import annotations

import time

import pytest

from daemon.mail.quoting import split

REPLY = "Hi Sam,\n\nTuesday works.\n\nBest,\nMeg"
HISTORY = "Could we meet on Tuesday?\nSam"


class TestHistory:
    @pytest.mark.parametrize(
        "attribution",
        [
            "On Mon, Mar 2, 2026 at 4:40 PM Sam Rivera <sam@example.org> wrote:",
            "On Mon, Mar 2, 2026 at 4:40 PM Sam Rivera <sam.rivera@example.org>\nwrote:",
            "On Mon, Mar 2, 2026 at 4:40 PM Sam Rivera\n<sam.rivera@a-very-long-domain.example.org>\nwrote:",
            "On 2. Mar 2026, at 19:04, Sam Rivera <sam@example.org> wrote:",
            "On 02/03/2026 21:15, Sam Rivera wrote:",
            "On Monday, 2 March 2026, Sam wrote:",
            "Am 02.03.2026 um 18:00 schrieb Sam Rivera <sam@example.org>:",
            "Am Mo., 2. März 2026 um 18:00 Uhr schrieb Sam <sam@example.org>:",
            "Le lun. 2 mars 2026 à 18:00, Sam Rivera <sam@example.org> a écrit :",
            "El lun, 2 mar 2026 a las 18:00, Sam Rivera (<sam@example.org>) escribió:",
            "Il giorno lun 2 mar 2026 alle ore 18:00 Sam <sam@example.org> ha scritto:",
            "Op ma 2 mrt 2026 om 18:00 schreef Sam <sam@example.org>:",
            "Em seg., 2 de mar. de 2026 às 18:00, Sam <sam@example.org> escreveu:",
            "Den mån 2 mars 2026 kl 18:00 skrev Sam <sam@example.org>:",
            "2026-03-02 18:00 GMT+01:00 Sam Rivera <sam@example.org>:",
            "Sam Rivera <sam@example.org> schrieb am Mo., 2. März 2026, 18:00:",
        ],
    )
    @pytest.mark.parametrize("mark", ["> ", ">", ""])
    def test_attribution_and_what_follows(self, attribution: str, mark: str) -> None:
        history = "\n".join(mark + line for line in HISTORY.split("\n"))
        parts = split(f"{REPLY}\n\n{attribution}\n\n{history}\n")
        assert parts.new == REPLY
        assert parts.quoted.startswith(attribution.split("\n")[0])
        assert parts.quoted.endswith(history)

    @pytest.mark.parametrize(
        "separator",
        [
            "-----Original Message-----",
            "-------- Original Message --------",
            "---------- Forwarded message ---------",
            "---------- Forwarded message ----------",
            "Begin forwarded message:",
            "-----Ursprüngliche Nachricht-----",
            "-------- Weitergeleitete Nachricht --------",
            "-----Message d'origine-----",
            "________________________________\nFrom: Sam <sam@example.org>\nSent: Monday\nTo: Meg\nSubject: x",
            "From: Sam Rivera <sam@example.org>\nSent: Monday, 2 March 2026\nTo: Meg Ortiz\nCc: Dana Lee\nSubject: Interview",
            "From: Sam Rivera <sam@example.org>\nDate: Monday, 2 March 2026\nTo: Meg Ortiz",
            "*From:* Sam Rivera\n*Sent:* Monday, 2 March 2026\n*To:* Meg Ortiz\n*Subject:* Interview",
            "*From: *Sam Rivera\n*Date: *Monday, 2 March 2026\n*To: *Meg Ortiz\n*Subject: *Interview",
            "Von: Sam Rivera\nGesendet: Montag, 2. März 2026\nAn: Meg Ortiz\nBetreff: Gespräch",
            "De : Sam Rivera\nEnvoyé : lundi 2 mars 2026\nÀ : Meg Ortiz\nObjet : Entretien",
        ],
    )
    def test_everything_below_a_separator(self, separator: str) -> None:
        parts = split(f"{REPLY}\n\n{separator}\n\n{HISTORY}\n")
        assert parts.new == REPLY
        assert parts.quoted == f"{separator}\n\n{HISTORY}"

    @pytest.mark.parametrize(
        "block",
        [
            '"Sam Rivera" <sam@example.org> on 03/16/2000 11:20:45 PM\nTo: Meg Ortiz\ncc:\nSubject: Re: Tuesday',
            "sam@example.org on 05/01/2000 04:51 PM\nSubject: Tuesday",
            "Sam Rivera\n03/16/2000 11:20 PM\nTo:\tMeg Ortiz/HOU/NORTH@NORTH\ncc:\nSubject:\tTuesday",
            "---------------------- Forwarded by Meg Ortiz/HOU/NORTH on\n03/17/2000 10:22 AM -----------------------\n\nHello",
            "On Mon wrote:\n> hello",
            "--- On Mon, 20/9/10, Sam Rivera wrote:",
            "From: Sam Rivera\nSent: Tuesday, May 28, 2024 9:40 AM",
            "-----Original Message----- From: Sam Rivera Sent: 13 November 2023 19:20 Subject: Tuesday",
            "On [date], [Name] wrote:\n> hello",
        ],
    )
    def test_lotus_notes_and_pasted_histories(self, block: str) -> None:
        parts = split(f"{REPLY}\n\n{block}\n\n{'> ' if '>' in block[-9:] else ''}{HISTORY.splitlines()[0]}\n")
        assert parts.new == REPLY
        assert parts.quoted.startswith(block.split("\n")[0])

    def test_a_date_in_a_letter_begins_no_history(self) -> None:
        letter = "Hi Sam,\n\nthe panel met on 03/16/2000 11:20 AM\nTo: be frank, it was long.\nMore on Monday."
        assert split(letter).new == letter

    def test_inline_replies_stay(self) -> None:
        parts = split("On Mon, Mar 2, 2026 Sam wrote:\n\n> Remote?\n\nTwo days.\n\n> > older\n> Start?\n\n1 May.")
        assert parts.new == "Two days.\n\n1 May."
        assert parts.quoted == "On Mon, Mar 2, 2026 Sam wrote:\n> Remote?\n> > older\n> Start?"

    def test_bottom_reply_stays(self) -> None:
        assert split("> Could we meet?\n> Sam\n\nYes, on Tuesday.").new == "Yes, on Tuesday."

    def test_forward_without_a_comment_is_all_history(self) -> None:
        parts = split("---------- Forwarded message ---------\nFrom: HR <hr@x.example>\nSubject: x\n\nWe regret.")
        assert parts.new == ""
        assert "We regret." in parts.quoted

    @pytest.mark.parametrize(
        "prose",
        [
            "On Tuesday our founder wrote: great things ahead.",
            "As I wrote: we will call you.",
            "The interview:\nFrom: 10:00\nTo: 11:00\nDate: 3 March",
            "From: the whole team\nThank you.",
            "From Monday on we are closed.\nDate: 3 March\nWhere: Bristol",
            "---\nA line of dashes is no separator.",
            "On 3 March we meet.\n\nOn 4 March we decide.",
        ],
    )
    def test_prose_is_no_history(self, prose: str) -> None:
        parts = split(prose)
        assert parts.new == prose
        assert parts.quoted == ""


class TestSignature:
    def test_delimiter(self) -> None:
        parts = split("See you there.\n\nMeg\n\n-- \nMeg Ortiz\nTalent Partner\n")
        assert parts.new == "See you there.\n\nMeg"
        assert parts.signature == "Meg Ortiz\nTalent Partner"

    def test_name_after_a_closing_stays_and_contact_lines_go(self) -> None:
        parts = split(
            "We decided.\n\nKind regards,\n\nMeg Ortiz\nTalent Partner | Acme\n+44 117 496 0123\n\n"
            "10 High Street, Bristol\nwww.acme.example"
        )
        assert parts.new == "We decided.\n\nKind regards,\n\nMeg Ortiz"
        assert parts.signature == "Talent Partner | Acme\n+44 117 496 0123\n\n10 High Street, Bristol\nwww.acme.example"

    def test_name_that_stands_only_in_the_signature_comes_back(self) -> None:
        parts = split("We decided.\n\nThanks,\n-- \nMeg Ortiz\nTalent Partner")
        assert parts.new == "We decided.\n\nThanks,\n\nMeg Ortiz"
        assert parts.signature == "Talent Partner"

    def test_name_in_a_marked_signature_comes_back(self) -> None:
        parts = split("We decided.\n\nBest regards,", marked_signature="Meg Ortiz, Talent Partner\nAcme")
        assert parts.new == "We decided.\n\nBest regards,\n\nMeg Ortiz, Talent Partner"
        assert parts.signature == "Acme"

    @pytest.mark.parametrize(
        "closing", ["Best,", "Many thanks!", "Sincerely", "Mit freundlichen Grüßen", "Cordialement,", "Warm regards"]
    )
    def test_closings(self, closing: str) -> None:
        parts = split(f"We decided.\n\n{closing}\nMeg Ortiz\nRecruiter\n(512) 555-0142")
        assert parts.new == f"We decided.\n\n{closing}\nMeg Ortiz"
        assert parts.signature == "Recruiter\n(512) 555-0142"

    def test_name_on_the_line_of_the_closing(self) -> None:
        parts = split("We decided.\n\nBest, Meg\nmeg@acme.example | Acme")
        assert parts.new == "We decided.\n\nBest, Meg"
        assert parts.signature == "meg@acme.example | Acme"

    @pytest.mark.parametrize(
        "below",
        [
            "P.S. Please bring your laptop.",
            "The agenda: 10:00 introduction, 10:30 case study | room 3",
            "We will call you on Tuesday, please tell us if that number is still right.",
            "Tue 3 March, 3pm\nZoom",
            "You can also book a slot here: https://calendar.acme.example/meg",
            "Please note that our recruiting team is closed next week",
        ],
    )
    def test_what_is_said_below_the_name_stays(self, below: str) -> None:
        text = f"We decided.\n\nThanks,\nMeg\n\n{below}"
        assert split(text).new == text

    @pytest.mark.parametrize(
        "line", ["Sent from my iPhone", "Sent from Yahoo Mail on Android", "Von meinem iPhone gesendet", "Get Outlook for iOS"]
    )
    def test_device_lines(self, line: str) -> None:
        parts = split(f"Yes.\n\nMeg\n\n{line}")
        assert parts.new == "Yes.\n\nMeg"
        assert parts.signature == line

    @pytest.mark.parametrize(
        "footer",
        [
            "CONFIDENTIALITY NOTICE: This message is for you alone.\nMore of it.",
            "This email and any attachments are confidential and intended solely for the addressee.",
            "The information contained in this message is privileged.",
            "Please consider the environment before printing this e-mail.",
            "Unsubscribe | Privacy policy",
            "If you no longer wish to receive these messages, tell us.",
            "© 2026 Acme, 10 High Street",
        ],
    )
    def test_footers(self, footer: str) -> None:
        parts = split(f"Thank you for applying to Acme.\n\n{footer}\nAcme Ltd")
        assert parts.new == "Thank you for applying to Acme."
        assert parts.signature == f"{footer}\nAcme Ltd"

    @pytest.mark.parametrize(
        "sentence",
        [
            "This email is intended to confirm your interview.",
            "Sent the contract via email this morning",
            "Diese Nachricht ist eine automatische Antwort.",
            "Have a look at the agenda",
        ],
    )
    def test_sentences_that_begin_like_a_footer_stay(self, sentence: str) -> None:
        text = f"Thank you for applying to Acme.\n\n{sentence}\n\nSee you on the 12th."
        assert split(text).new == text

    def test_links_above_a_letter_take_nothing_with_them(self) -> None:
        letter = "We would like to invite you to an interview with our team. " * 30
        parts = split(f"Your application to Acme\nView this email in your browser\nUnsubscribe | Help\n\n{letter}")
        assert parts.new == f"Your application to Acme\nUnsubscribe | Help\n\n{letter}".strip()
        assert parts.signature == "View this email in your browser"

    def test_why_a_robot_writes_stays(self) -> None:
        text = "We got it.\n\nYou are receiving this email because you applied to Data Analyst at Acme."
        assert split(text).new == text

    def test_nothing_is_lost(self) -> None:
        text = (
            "Hi,\n\nyes.\n\nBest,\nMeg\nRecruiter | Acme\n\nSent from my iPhone\n\nUnsubscribe\n\nOn 2 Mar 2026 Sam wrote:\n> x"
        )
        parts = split(text)
        kept = [line for part in (parts.new, parts.quoted, parts.signature) for line in part.split("\n") if line]
        assert sorted(kept) == sorted(line for line in text.split("\n") if line)


class TestHostileTexts:
    @pytest.mark.parametrize(
        "text",
        [
            " " * 100_000,
            "\n" * 50_000,
            " \n" * 50_000,
            ">" * 100_000,
            "> " * 50_000,
            "\n".join(">" * depth for depth in range(400)),
            "On " + "2026 " * 20_000 + "wrote:",
            "-" * 100_000,
            "*" * 100_000,
            "thanks and have " * 6_000,
            "Best, " + "A " * 50_000,
            "Best,\nMeg\n" + "1 " * 50_000,
            "This email and any attachments " * 3_000,
            "a" * 100_000,
        ],
        ids=lambda text: repr(text[:12]),
    )
    def test_in_a_tenth_of_a_second(self, text: str) -> None:
        assert _seconds(text) < 0.1

    @pytest.mark.parametrize(
        "line", ["On", "From: x", "-- ", "_" * 30, "Thanks,", "Unsubscribe", "> On 2026 wrote:", "2026-03-02 18:00"]
    )
    def test_time_grows_with_the_number_of_lines_only(self, line: str) -> None:
        few, many = _seconds(f"{line}\n" * 1_000), _seconds(f"{line}\n" * 10_000)
        assert many < 30 * few + 0.1


def _seconds(text: str) -> float:
    """The best of three, since other work on the machine only ever adds."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        split(text)
        times.append(time.perf_counter() - begin)
    return min(times)
