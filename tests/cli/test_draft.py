"""netlog draft: words to send, from what the ledger knows; sending stays the user's."""

import email
import email.policy
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.support.once import Once
from tests.support.program import Result

Netlog = Callable[..., Result]
TODAY = "2026-11-21"


LINES = (
    ("person", "Dana Park", "--email", "dana@x.example", "--new"),
    ("config", "set", "owner", "Ada King"),
    ("meet", "Dana"),  # 1 mine, 2 theirs
    ("intro", "Dana", "Lee", "--for", "law", "--new"),  # e2: 3, 4 thanks, 6, 7 questions
    ("intro", "me", "Jo", "--by", "Dana", "--for", "tax", "--new"),  # e3: 8 thanks, 9, 10
    ("promise", "the slides", "--to", "Dana"),  # 11
    ("reach", "me", "--by", "Dana", "--about", "lunch"),  # 12
    ("problem", "e2", "never came", "--with", "Lee"),  # 13, 14
)


@pytest.fixture(autouse=True)
def told(netlog: Netlog, once: Once) -> None:
    """Something to write about: each kind of item once."""
    once(lambda: [netlog(*line, today=TODAY) for line in LINES])


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("1", "thank you for the time on 21 Nov"),
        ("2", "we met on 21 Nov. How have things been since then?"),
        ("3", "on 21 Nov I introduced you to Lee for law. How did it go?"),
        ("8", "thank you for introducing me to Jo for tax"),
        ("10", "you introduced me to Jo for tax"),
        ("11", "as promised: the slides"),
        ("12", "thank you for your message"),
        ("13", "I introduced you to Lee, and it did not go well"),
        ("14", "instead of Lee"),
        ("e2", "I would like you two to meet for law"),
    ],
)
def test_the_ledger_knows_what_to_say(subject: str, said: str, netlog: Netlog) -> None:
    out = netlog("draft", subject, today=TODAY).out
    assert said in out
    assert "Dear Dana" in out
    assert "Dana Park <dana@x.example>" in out
    assert out.endswith("Ada King\n")


def test_a_reminder_does_not_count_how_often_one_tried(netlog: Netlog) -> None:
    netlog("reach", "Cy", "--via", "phone", "--about", "terms", "--new", today="2026-11-19")
    netlog("reach", "Cy", "--via", "email", today="2026-11-20")
    message = netlog("draft", "15", today=TODAY).out
    assert 'Subject: a reply about "terms"\n' in message
    assert "attempt" not in message


def test_an_address_opens_a_mail_program(netlog: Netlog) -> None:
    url = urlsplit(netlog("draft", "11", "--mailto", today=TODAY).out.strip())
    assert (url.scheme, unquote(url.path)) == ("mailto", "dana@x.example")
    assert "as promised: the slides.\r\n" in parse_qs(url.query)["body"][0]


def test_a_file_of_mail_reads_back_as_it_was_meant(netlog: Netlog, tmp_path: Path) -> None:
    netlog("edit", "e4", "--about", "Ünïcode\u2028Bcc: x@y.example", today=TODAY)
    file = tmp_path / "m.eml"
    netlog("draft", "11", "--eml", str(file), today=TODAY)
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert (mail["To"], mail["Bcc"]) == ("Dana Park <dana@x.example>", None)
    assert "Ünïcode" in mail["Subject"]


def test_mail_can_be_printed_for_another_program(
    netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "m.eml"
    netlog("draft", "11", "--eml", str(file), today=TODAY)
    assert netlog("draft", "11", "--eml", "-", today=TODAY).out == file.read_text(encoding="utf-8")
    assert not (tmp_path / "-").exists()
    assert "--force" in netlog("draft", "11", "--eml", "-", "--force", code=2, today=TODAY).err
    done = netlog("draft", "11", "--eml", "-", "--done", today=TODAY).out
    assert done == file.read_text(encoding="utf-8")
    assert 11 not in [
        item["id"] for item in netlog("due", "--all", "--json", today=TODAY).json["items"]
    ]


def test_an_editor_has_the_last_word(
    netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nprintf "New\\n\\nbody\\n" > "$2"\n', encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{editor}' -x")
    assert "Subject: New\n\nbody\n" in netlog("draft", "1", "--edit", today=TODAY).out
    for broken in ("false", "/nowhere/vi"):
        monkeypatch.setenv("EDITOR", broken)
        netlog("draft", "1", "--edit", today=TODAY, code=3)
    monkeypatch.setenv("EDITOR", "'")
    netlog("draft", "1", "--edit", today=TODAY, code=2)


def test_a_firm_is_addressed_whole_and_a_promise_named_as_it_was_made(netlog: Netlog) -> None:
    netlog("person", "Sam", "--new", "--org", "Fuchs & Sons", today=TODAY)
    netlog("promise", "two referrals", "--by", "Fuchs & Sons", "--times", "2", today=TODAY)
    said = netlog("draft", "15", today=TODAY).out
    assert "Subject: two referrals\n\nDear Fuchs & Sons,\n" in said
    assert "about two referrals, open since" in said


def test_what_was_not_saved_in_the_editor_settles_nothing(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    refused = netlog("draft", "11", "--edit", "--done", today=TODAY, code=3)
    assert "not saved in the editor, so nothing was settled" in refused.err
    assert "Subject: the slides" in netlog("draft", "11", "--edit", today=TODAY).out
    monkeypatch.setenv("EDITOR", "touch")
    assert "closes  11" in netlog("draft", "11", "--edit", "--done", today=TODAY).out


@pytest.mark.parametrize("form", ["--mailto", "--eml=-"])
def test_whom_a_letter_does_not_reach_is_told(form: str, netlog: Netlog) -> None:
    netlog("meet", "Noor Haddad", "--on", "2026-11-19")
    told = netlog("draft", "15", form, today=TODAY).err
    hint = 'netlog person "Noor Haddad" --email ADDRESS'
    assert f"No e-mail address of Noor Haddad is known: {hint}" in told
    assert netlog("draft", "11", form, today=TODAY).err == ""


def test_a_template_of_ones_own_is_used(netlog: Netlog, own_home: Path) -> None:
    own = own_home / ".config" / "netlog" / "drafts" / "promise.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Here: {about}\nHi {name}", encoding="utf-8")
    assert "Subject: Here: the slides\n\nHi Dana\n" in netlog("draft", "11", today=TODAY).out
    for wrong in ("{nobody}", "{name.__class__.x}", "{", "{0}"):
        own.write_text(wrong, encoding="utf-8")
        assert "It can name {name}" in netlog("draft", "11", today=TODAY, code=2).err


def test_it_settles_only_what_sending_settles(netlog: Netlog) -> None:
    assert "closes  11" in netlog("draft", "11", "--done", today=TODAY).out
    assert "closed" in netlog("draft", "11", today=TODAY, code=3).err
    netlog("draft", "2", "--done", today=TODAY, code=3)
    netlog("draft", "e2", "--done", today=TODAY, code=2)


@pytest.mark.parametrize(
    ("subject", "code"), [("99", 3), ("e99", 3), ("x", 2), *((event, 3) for event in ("e1", "e3"))]
)
def test_what_makes_no_sense_is_refused(subject: str, code: int, netlog: Netlog) -> None:
    assert netlog("draft", subject, today=TODAY, code=code).err.startswith("netlog: ")
