"""What `report` refuses, whatever there is in the ledger."""

import pytest

from tests.cli.looking import Netlog

BESIDE: dict[str, list[str]] = {
    "alone": [],
    "with a name": ["Ann"],
    "for scripts": ["--json"],
    "with --referrers": ["--referrers"],
    "with --chronology": ["Ann", "--chronology"],
    "as a page": ["--html", "-"],
}


@pytest.mark.parametrize("skill", ["", "  ", "\u200b"])
@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_no_skill_is_empty(netlog: Netlog, skill: str, beside: list[str]) -> None:
    refused = netlog("report", *beside, "--for", skill, code=3)
    assert refused.err.startswith("netlog: A skill cannot be empty.\n")
    assert not refused.out
