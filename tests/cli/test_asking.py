"""Questions on a real terminal: asked, answered, left open, interrupted."""

import os
import pty
import select
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.looking import given, rows
from tests.support.program import Result, environment

Netlog = Callable[..., Result]
PATIENCE = 30


class Terminal:
    """The program on a pseudo-terminal of its own."""

    def __init__(self, ledger: Path, *argv: str, unset: Sequence[str] = (), **more: str) -> None:
        self.ours, theirs = pty.openpty()
        env = environment(ledger, **{"TERM": "xterm", "COLUMNS": "80", **more})
        self.process = subprocess.Popen(
            [sys.executable, "-m", "netlog", *argv],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={name: value for name, value in env.items() if name not in unset},
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        until = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < until, self.shown
            ready, _, _ = select.select([self.ours], [], [], 0.2)
            if ready:
                try:
                    self.shown += os.read(self.ours, 4096).decode()
                except OSError:
                    break
        assert text in self.shown, self.shown

    def type(self, text: str) -> None:
        os.write(self.ours, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C; again where it came in the moment before the program began to read.

        Python then notes the signal and waits for a line all the same. No person is so quick.
        """
        for _ in range(PATIENCE):
            os.killpg(self.process.pid, signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(1)
                return

    def end(self) -> int:
        """Wait until the program ends, with all that it showed read; return its exit code."""
        until = time.monotonic() + PATIENCE
        while True:
            assert time.monotonic() < until, self.shown
            ready, _, _ = select.select([self.ours], [], [], 0.1)
            if ready:
                try:
                    self.shown += os.read(self.ours, 4096).decode()
                except OSError:  # how Linux says that the other side is closed
                    break
            elif self.process.poll() is not None:
                break
        os.close(self.ours)
        return self.process.wait(PATIENCE)


@pytest.fixture
def two_danas(netlog: Netlog, ledger: Path) -> Path:
    given(
        netlog,
        ledger,
        "2026-11-01 person 'Dana Park' --org Acme\n2026-11-02 meet 'Dana Park'\n"
        "2026-11-03 person 'Dana Webb' --new",
    )
    return ledger


def met(ledger: Path) -> list[str]:
    found = rows(
        ledger,
        "SELECT c.name FROM party p JOIN contact c ON c.id = p.contact_id"
        " WHERE p.event_id = (SELECT max(id) FROM event) AND NOT c.is_me",
    )
    return [name for (name,) in found]


def test_two_candidates_bring_a_question(two_danas: Path) -> None:
    terminal = Terminal(two_danas, "meet", "dana")
    terminal.wait_for("Which one?")
    assert "1  Dana Park (Acme), last contact 2026-11-02" in terminal.shown
    assert "2  Dana Webb" in terminal.shown
    terminal.type("2\n")
    assert terminal.end() == 0
    assert met(two_danas) == ["Dana Webb"]


@pytest.mark.parametrize(("answer", "code", "number"), [("y\n", 0, 2), ("n\n", 3, 1), ("\n", 3, 1)])
def test_what_is_told_twice_brings_a_question(
    two_danas: Path, answer: str, code: int, number: int
) -> None:
    terminal = Terminal(two_danas, "meet", "Dana Park", "--on", "2026-11-02")
    terminal.wait_for("Which one?")
    assert "e1 of 2026-11-02 says the same already." in terminal.shown
    terminal.type(answer)
    assert terminal.end() == code
    assert rows(two_danas, "SELECT count(*) FROM event") == [(number,)]


def test_a_question_for_reading_too(two_danas: Path) -> None:
    terminal = Terminal(two_danas, "report", "dana")
    terminal.wait_for("Which one?")
    terminal.type("1\n")
    assert terminal.end() == 0
    assert "thanks for the meeting" in terminal.shown


@pytest.mark.parametrize(("answer", "name"), [("1\n", "Dana Park"), ("n\n", "Dana Prak")])
def test_a_nearly_known_name_brings_a_question(two_danas: Path, answer: str, name: str) -> None:
    terminal = Terminal(two_danas, "meet", "Dana Prak")
    terminal.wait_for("Which one?")
    assert "n  somebody new: Dana Prak" in terminal.shown
    terminal.type(answer)
    assert terminal.end() == 0
    assert met(two_danas) == [name]


def test_a_slip_is_asked_about_once_more(two_danas: Path) -> None:
    terminal = Terminal(two_danas, "meet", "dana")
    terminal.wait_for("Which one?")
    terminal.type("7\n")
    terminal.shown = ""
    terminal.wait_for("Which one?")
    assert "That is none of them: 7" in terminal.shown
    terminal.type("1\n")
    assert terminal.end() == 0
    assert met(two_danas) == ["Dana Park"]


@pytest.mark.parametrize("answer", ["\n", "\x04", "9\n9\n"])
def test_a_question_left_open_writes_nothing(two_danas: Path, answer: str) -> None:
    before = two_danas.read_bytes()
    terminal = Terminal(two_danas, "meet", "dana")
    terminal.wait_for("Which one?")
    terminal.type(answer)
    assert terminal.end() == 3
    assert two_danas.read_bytes() == before


def test_an_interrupted_question_writes_nothing(two_danas: Path) -> None:
    before = two_danas.read_bytes()
    terminal = Terminal(two_danas, "meet", "dana")
    terminal.wait_for("Which one?")
    terminal.interrupt()
    assert terminal.end() == 130
    assert two_danas.read_bytes() == before


def test_nobody_waits_while_somebody_thinks(netlog: Netlog, two_danas: Path) -> None:
    terminal = Terminal(two_danas, "meet", "dana")
    terminal.wait_for("Which one?")
    netlog("meet", "Sam Lee")
    terminal.type("1\n")
    assert terminal.end() == 0
    assert met(two_danas) == ["Dana Park"]


@pytest.mark.parametrize("line", ["history 'Dana Prak'", "report 'Dana Prak'", "thank 'Dana Prak'"])
def test_a_slip_of_a_known_name_is_asked_about_where_nobody_is_created(
    two_danas: Path, line: str
) -> None:
    terminal = Terminal(two_danas, *shlex.split(line))
    terminal.wait_for("Which one?")
    assert 'Nobody in the ledger is called "Dana Prak".' in terminal.shown
    assert "1  Dana Park (Acme), last contact 2026-11-02" in terminal.shown
    assert "somebody new" not in terminal.shown
    terminal.type("1\n")
    assert terminal.end() == 0
    assert "thanks for the meeting" in terminal.shown


def test_a_slip_that_nobody_answers_for_is_refused(two_danas: Path) -> None:
    terminal = Terminal(two_danas, "history", "Dana Prak")
    terminal.wait_for("Which one?")
    terminal.type("\n")
    assert terminal.end() == 3


def test_a_name_that_is_near_to_nobody_brings_no_question(two_danas: Path) -> None:
    terminal = Terminal(two_danas, "history", "Zebulon")
    assert terminal.end() == 3
    assert "Which one?" not in terminal.shown


def test_what_is_not_listed_is_counted(netlog: Netlog, ledger: Path) -> None:
    names = " ".join(f"'Dana {letter}'" for letter in "abcdefghijk")
    given(netlog, ledger, f"2026-11-01 meet {names}")
    assert "    and 3 more\n" in netlog("history", "dana", code=3).err
    terminal = Terminal(ledger, "history", "dana")
    terminal.wait_for("Which one? [1, 2, 3, 4, 5, 6, 7, 8; Enter for none]")
    assert "     and 3 more: type more words" in terminal.shown
    terminal.type("\n")
    assert terminal.end() == 3


CHECKED = "2026-11-01 intro 'Cara Diaz' 'Web Works'"  # 3 the response, 4 and 5 my check-ins


@pytest.mark.parametrize(
    ("answer", "outcomes"), [("1\n", ["responded"]), ("2\n", []), ("3\n", ["responded", "happy"])]
)
@pytest.mark.parametrize("subject", ["4", "e1"])
def test_check_asks_about_the_people(
    netlog: Netlog, ledger: Path, subject: str, answer: str, outcomes: list[str]
) -> None:
    given(netlog, ledger, CHECKED)
    terminal = Terminal(ledger, "check", subject)
    terminal.wait_for("Which one?")
    assert "Did Web Works answer Cara Diaz (e1, 1 Nov)?" in terminal.shown
    for told in ("1  Web Works answered Cara Diaz", "2  nothing yet", "3  Cara Diaz and Web Works"):
        assert told in terminal.shown
    terminal.type(answer)
    assert terminal.end() == 0
    found = rows(ledger, "SELECT outcome FROM introduction_outcome ORDER BY outcome DESC")
    assert [one for (one,) in found] == outcomes


def test_check_offers_only_what_can_be_taken(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 intro me 'Jo Young' --by Amy")
    terminal = Terminal(ledger, "check", "e1")
    terminal.wait_for("Which one? [1, 2; Enter for none]")
    assert "Did Jo Young answer you (e1, 1 Nov)?" in terminal.shown
    assert "nothing yet" not in terminal.shown
    assert "2  you are happy with it" in terminal.shown
    terminal.type("2\n")
    assert terminal.end() == 0
    assert len(rows(ledger, "SELECT 1 FROM introduction_outcome")) == 2
    terminal = Terminal(ledger, "check", "e1")
    assert terminal.end() == 3
    assert "Which one?" not in terminal.shown


def test_check_names_no_day_that_nobody_knows(netlog: Netlog, ledger: Path, tmp_path: Path) -> None:
    cards = tmp_path / "cards.csv"
    cards.write_text("name,referred by\nJo Young,Amy\n")
    netlog("import", str(cards), "--yes")
    terminal = Terminal(ledger, "check", "e1")
    terminal.wait_for("Which one?")
    assert "Did Jo Young answer you (e1, day unknown)?" in terminal.shown
    terminal.type("\n")
    terminal.end()


def test_check_asks_for_happiness_once_they_answered(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{CHECKED}\n2026-11-02 check e1 --responded")
    terminal = Terminal(ledger, "check", "5")
    terminal.wait_for("Which one?")
    assert "Are Cara Diaz and Web Works both happy (e1, 1 Nov)?" in terminal.shown
    assert "Web Works answered" not in terminal.shown
    terminal.type("\n")
    assert terminal.end() == 2


@pytest.mark.parametrize(
    ("subject", "said"), [("999", "There is no due item 999."), ("1", "1 is no check-in")]
)
def test_check_looks_before_it_asks(netlog: Netlog, ledger: Path, subject: str, said: str) -> None:
    given(netlog, ledger, CHECKED)
    terminal = Terminal(ledger, "check", subject)
    assert terminal.end() == 3
    assert said in terminal.shown
    assert "Which one?" not in terminal.shown


def test_check_without_a_ledger_asks_nothing(ledger: Path) -> None:
    terminal = Terminal(ledger, "check", "e1")
    assert terminal.end() == 3
    assert "There is no event e1." in terminal.shown
    assert not ledger.parent.exists()


def test_off_a_terminal_nothing_asks(netlog: Netlog, two_danas: Path) -> None:
    assert "Dana Webb" in netlog("meet", "dana", code=3).err
    netlog("check", "e1", code=2)
