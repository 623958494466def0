"""A record of many years: all of it off a terminal, what can be looked through on one."""

from pathlib import Path

from netlog.render.evidence import MOST_ON_A_TERMINAL as MOST_EVIDENCE
from tests.bench.generate import generate
from tests.cli.looking import Netlog
from tests.cli.test_hostile import SGR, on_terminal


def test_evidence_is_whole_in_a_pipe_and_cut_on_a_screen(netlog: Netlog, ledger: Path) -> None:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    generate(ledger, 2_000)
    known = netlog("report", "me", "--json").json["evidence"]
    piped = netlog("report", "me", "--evidence").out.partition("\nEvidence\n")[2].splitlines()
    assert len(piped) == len(known) > MOST_EVIDENCE
    ids = [str(one["id"] or one["event"]) for one in known]
    assert [line.split()[0] for line in piped] == ids
    shown = SGR.sub("", on_terminal(ledger, "report", "me", "--evidence", columns=300)[1])
    lines = shown.partition("\nEvidence\n")[2].splitlines()
    assert len(lines) == MOST_EVIDENCE + 1
    assert [line.split() for line in lines[:-1]] == [line.split() for line in piped[:MOST_EVIDENCE]]
    assert lines[-1] == f"{len(known) - MOST_EVIDENCE} lines more: --json has all"
