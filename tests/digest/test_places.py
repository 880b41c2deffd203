"""Links that open the very draft, and nothing but it, whatever stands in a Message-ID."""

from __future__ import annotations

import json

import pytest

from daemon.digest.places import draft_link, folder_name, gmail_account, gmail_search

ACCOUNT = "sam@gmail.com"
PAGE = "https://mail.google.com/mail/u/sam@gmail.com/"
BY_API = json.dumps({"draft": "r-77", "message": "19a7f3b2c4d5e6f0", "thread": "19a7f3b2c4d5e6f1"})
BY_IMAP = json.dumps({"spot": "7:12:[Gmail]/Drafts", "before": []})


class TestDraftLink:
    def test_an_answer_opens_in_its_conversation(self):
        link = draft_link(ACCOUNT, BY_API, message_id="<ours@x.example>", in_reply_to="<theirs@y.example>")
        assert link == f"{PAGE}#all/19a7f3b2c4d5e6f1"

    def test_a_new_message_opens_itself(self):
        assert draft_link(ACCOUNT, BY_API, message_id="<ours@x.example>", in_reply_to="") == f"{PAGE}#drafts/19a7f3b2c4d5e6f0"

    def test_without_googles_ids_it_is_found_by_what_it_answers(self):
        link = draft_link(ACCOUNT, BY_IMAP, message_id="<ours@x.example>", in_reply_to="<a+b/c@y.example>")
        assert link == f"{PAGE}#search/rfc822msgid%3Aa%2Bb%2Fc%40y.example"

    @pytest.mark.parametrize("handle", ["", "no json", "[]", '{"thread": 7}', '{"thread": "../../evil", "message": "x"}'])
    def test_a_handle_of_another_back_end_leads_nowhere_else(self, handle: str):
        assert draft_link(ACCOUNT, handle, message_id="<o@x>", in_reply_to="<t@y>") == f"{PAGE}#search/rfc822msgid%3At%40y"
        assert draft_link(ACCOUNT, handle, message_id="<o@x>", in_reply_to="") == f"{PAGE}#search/rfc822msgid%3Ao%40x"


class TestGmailSearch:
    @pytest.mark.parametrize("hostile", ['<"><script>@x>', "<a b@x>", "<javascript:alert(1)@x>", "<a#b?c&d@x>", "<é\n@x>"])
    def test_whatever_stands_in_a_message_id_is_encoded(self, hostile: str):
        link = gmail_search(ACCOUNT, hostile)
        assert link.startswith(f"{PAGE}#search/rfc822msgid%3A")
        assert not set(link.removeprefix(PAGE)[1:]) & set("\"<> #?&'\n")
        assert link.isascii()

    @pytest.mark.parametrize("nothing", ["", "<>", f"<{'x' * 500}@y>"])
    def test_no_link_where_nothing_can_be_named(self, nothing: str):
        assert gmail_search(ACCOUNT, nothing) == ""


def test_the_account_is_the_users_own_at_google_or_the_first_signed_in():
    assert gmail_account("sam@example.org", "Sam@GMail.com") == "Sam@GMail.com"
    assert gmail_account("sam@example.org") == "0"


def test_the_folder_is_that_of_the_server():
    assert folder_name(BY_IMAP) == "[Gmail]/Drafts"
    assert folder_name(json.dumps({"spot": "7:12:INBOX.Entwürfe: neu"})) == "INBOX.Entwürfe: neu"
    for other in ("", BY_API, '{"spot": 7}', '{"spot": "rubbish"}'):
        assert folder_name(other) == "Drafts"
