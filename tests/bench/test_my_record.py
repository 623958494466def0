"""What my report is timed against comes to what my report says."""

from collections.abc import Callable
from datetime import date
from math import fsum
from pathlib import Path

import pytest

from netlog.config import Settings
from netlog.domain.report.dossier import evidence_in
from netlog.views.reader import reading
from netlog.views.report import assessed_by
from tests.bench.generate import FEWEST, generate
from tests.bench.my_record import my_record
from tests.support.program import TODAY, Result


def test_the_sums_are_those_of_the_report(netlog: Callable[..., Result], ledger: Path) -> None:
    today = date.fromisoformat(TODAY)
    ledger.parent.mkdir(parents=True)
    generate(ledger, FEWEST)
    for introduced, culprit in (("intro Zoe Zed", "Zed"), ("intro me Zack --by Zoe", "me")):
        netlog(*introduced.split(), "--new")
        *_, event = netlog("history", "Zoe", "--json").json["items"]
        netlog("problem", event["id"], "rude", "--with", culprit)
    with reading(Settings(ledger, today, prior="built-in")) as opened:
        report = assessed_by(opened, opened.contact("me"))
    half_life = report.population.half_life
    lines = list(evidence_in(report.dossier, today, half_life))
    sums = my_record(ledger, TODAY, half_life)
    assert sums.record == {
        (kind, how): number
        for kind, counts in report.record.items()
        for how, number in counts.items()
        if number
    }
    assert sums.credit == pytest.approx(fsum(line.credit for line in lines))
    assert sums.debit == pytest.approx(fsum(line.debit for line in lines))
    assert sums.introductions == report.introductions.both.introductions
    assert {line.kind for line in lines} > {"problem"}
    assert min(sums.credit, sums.debit, sums.introductions) > 0
