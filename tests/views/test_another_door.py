"""What can be asked, by a door that has neither a terminal nor Typer nor the words of `render`."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from netlog.config import Settings
from netlog.domain.chronology.extract import Extract
from netlog.domain.due import Scope
from netlog.domain.finding import read_search
from netlog.domain.history import Happening
from netlog.domain.ids import EventId
from netlog.domain.projection.checking import Answer
from netlog.errors import AmbiguousName, NoSuchItem
from netlog.ledger.file.identity import NoLedgerYet
from netlog.views.changes import undoable
from netlog.views.check import open_question
from netlog.views.chronology import chronology
from netlog.views.due import due
from netlog.views.find import find
from netlog.views.history import event_history, timeline
from netlog.views.network import network
from netlog.views.people import Wanted, people
from netlog.views.ranking import ranking
from netlog.views.referrers import referrers
from netlog.views.report import report
from tests.cli.looking import Netlog, given
from tests.support.program import environment

TODAY = date(2026, 11, 21)
LEDGER = """
2026-11-01 person "Dana Park" --org "Acme HR" --skill hiring
2026-11-01 person "Dana Poe" --new
2026-11-01 promise slides --to "Dana Park" --due 2026-11-20
2026-11-02 intro me "Dana Poe" --by "Dana Park" --for hiring
2026-11-03 intro "Dana Poe" "Acme HR" --for hiring
2026-11-04 intro Lee Kim --by "Acme HR"
"""
DANA = {"Dana": "Dana Park"}  # as somebody answered who was asked


@pytest.fixture
def settings(netlog: Netlog, ledger: Path) -> Settings:
    given(netlog, ledger, LEDGER)
    return Settings(ledger, TODAY, owner="Ann Lee")


def test_all_of_it_without_typer_rich_and_words(settings: Settings) -> None:
    probe = (
        "import importlib, pkgutil, sys, netlog.views as views;"
        "[importlib.import_module(one.name)"
        " for one in pkgutil.iter_modules(views.__path__, 'netlog.views.')];"
        "from datetime import date; from pathlib import Path; from netlog.config import Settings;"
        "from netlog.views.report import report;"
        "asked = Settings(Path(sys.argv[1]), date(2026, 11, 21));"
        "print(report(asked, 'Dana Park').report.verdict);"
        "print(*[one for one in sys.modules if one.split('.')[0] in ('typer', 'rich', 'sqlmodel')"
        " or one.startswith(('netlog.cli', 'netlog.render'))])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", probe, str(settings.ledger)],
        env=environment(settings.ledger),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "unknown\n\n"


def test_a_name_is_unclear_until_somebody_said_who_is_meant(settings: Settings) -> None:
    with pytest.raises(AmbiguousName) as unclear:
        report(settings, "Dana")
    assert unclear.value.names == ["Dana Park", "Dana Poe"]
    assert report(settings, "Dana", DANA).report.dossier.contact.name == "Dana Park"
    found = due(settings, Scope(TODAY), "Dana", DANA).with_whom
    assert found is not None
    assert found.name == "Dana Park"
    told = chronology(settings, "Dana", Extract(), DANA)
    assert told.extracted.whole.matter.contact.name == "Dana Park"
    with timeline(settings, "Dana", answers=DANA) as events:
        assert [len(entries) for _, entries in events.batches] == [2]
    with people(settings, Wanted(org="HR"), {"HR": "Acme HR"}) as known:
        assert known.organisation == "Acme HR"


def test_what_is_due_counts_and_says_what_comes_next(settings: Settings) -> None:
    found = due(settings, Scope(TODAY))
    assert [item.obligation.kind for item in found.on("mine")] == ["thanks", "promise"]
    assert [item.obligation.kind for item in found.on("check-in")] == ["check-response"]
    assert (len(found.items), found.overdue, found.ahead) == (6, 6, 2)
    assert found.next is not None
    assert (found.next.item, found.next.verb) == (found.on("mine")[0], "thank")


def test_lists_say_how_much_more_there_is(settings: Settings) -> None:
    assert (len(ranking(settings, most=1).lines), ranking(settings, most=1).more) == (1, 1)
    assert [line.place.contact.name for line in ranking(settings, "hiring").lines] == ["Dana Park"]
    assert (len(referrers(settings, 1).lines), referrers(settings, 1).more) == (1, 1)
    with undoable(settings, 2) as changes:
        assert ([len(some) for some in changes.batches], changes.more) == ([2], 4)
    assert network(settings, None, None, 1).number == 3
    with find(settings, read_search("hiring"), 1) as finds:
        assert [names.me for names, _ in finds.batches] == [1]
        assert (finds.number, finds.more) == (1, 2)
    with timeline(settings, newest=2) as events:
        assert [
            one.event.id for _, some in events.batches for one in some if isinstance(one, Happening)
        ] == [
            3,
            4,
        ]
        assert events.has_older


def test_an_introduction_can_be_answered_as_the_rules_would_take_it(settings: Settings) -> None:
    answer = Answer(TODAY, TODAY)
    assert open_question(settings, EventId(3), answer).findings == ["responded", "silent", "happy"]
    assert open_question(settings, EventId(2), answer).findings == ["responded", "happy"]


def test_where_there_is_no_ledger_yet_the_door_is_told(tmp_path: Path) -> None:
    nowhere = Settings(tmp_path / "ledger.db", TODAY)
    with pytest.raises(NoLedgerYet):
        ranking(nowhere)
    with pytest.raises(NoSuchItem, match="There is no event e1"):
        event_history(nowhere, EventId(1))
