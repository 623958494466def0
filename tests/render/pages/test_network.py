"""The picture of the network, without a browser."""

import re
from pathlib import Path

from tests.cli.looking import Netlog, given

STORY = """
2026-01-05 intro me "Kim Ode" --by Amy
2026-01-05 intro Ann Bob --by Amy
2026-01-06 intro "Lee Chan" "Jo Young" --by "Kim Ode"
2026-01-06 intro "Lee Chan" "Jo Young" --by Ann
2026-01-06 intro "Lee Chan" "Max Berg"
2026-01-07 forget Amy --yes
2026-01-07 forget "Jo Young" --yes
"""


def drawn(page: str) -> tuple[list[str], list[str]]:
    """Who is in the picture, in the order of their numbers, and between whom introductions are."""
    people = re.findall(r'data-person="(\d+)"[^>]*><title>([^<]*)', page)
    ties = re.findall(r'<g class="tie [^>]*data-people="([^"]*)"', page)
    return [name for _, name in sorted(people)], ties


def test_who_was_forgotten_is_not_in_the_picture(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    page = netlog("report", "--html", "-").out
    assert drawn(page) == (["Lee Chan", "Ann", "Kim Ode", "Bob", "Max Berg"], ["0 4"])
    assert "Introductions with somebody forgotten are in the list alone." in page
    assert 'data-people="0 1"' in page, "and in the list with those who are known"


def test_where_all_were_forgotten_nobody_is_drawn(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-01-05 intro Ann Bob --by Amy\n2026-01-05 intro Cid Bob --by Amy")
    for name in ("Ann", "Amy", "Bob"):
        netlog("forget", name, "--yes")
    assert drawn(netlog("report", "--html", "-").out) == (["Cid"], [])
    netlog("forget", "Cid", "--yes")
    assert drawn(netlog("report", "--html", "-").out) == ([], [])
