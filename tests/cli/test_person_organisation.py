"""Who is in which organisation."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.looking import given
from tests.support.program import Result

Netlog = Callable[..., Result]
NAMESAKES = """
2026-10-01 person "Dana (Acme)" --org Acme --skill tax --new
2026-10-01 person "Dana (Other)" --new
2026-10-01 person Rob --need tax --new
2026-10-01 intro me Zed --by "Dana (Acme)"
2026-10-02 promise a --by "Dana (Acme)"
2026-10-03 done 4
"""


def test_two_contacts_are_not_each_in_the_other(netlog: Netlog) -> None:
    netlog("person", "Dana Park", "--new")
    netlog("person", "Jo Young", "--org", "Dana Park", "--new")

    refused = netlog("person", "Dana Park", "--org", "Jo Young", code=3)

    assert "Jo Young is in Dana Park already" in refused.err
    netlog("person", "Jo Young", "--org", "")
    netlog("person", "Dana Park", "--org", "Jo Young")


def test_nobody_is_their_own_organisation(netlog: Netlog) -> None:
    netlog("person", "Dana Park", "--new")

    assert "their own" in netlog("person", "Dana Park", "--org", "Dana Park", code=3).err


@pytest.mark.parametrize(
    "argv",
    [
        ["report"],
        ["report", "Dana (Acme)"],
        ["report", "--referrers"],
        ["brief", "Dana (Acme)"],
        ["match"],
        ["find", "dana"],
    ],
)
def test_an_organisation_at_the_end_of_a_name_is_told_once(
    netlog: Netlog, ledger: Path, tmp_path: Path, argv: list[str]
) -> None:
    given(netlog, ledger, NAMESAKES)

    told = netlog(*argv, today="2026-10-20").out

    assert "Dana (Acme)" in told
    assert not re.search(r"\(Acme\)\s+(· Acme|\(Acme)", told)
    if argv[0] == "find":  # it draws no page
        return
    page = tmp_path / "page.html"
    netlog(*argv, "--html", str(page), today="2026-10-20")
    drawn = page.read_text(encoding="utf-8")
    assert "Dana (Acme)" in drawn
    assert not re.search(r"Acme\)[^A-Z]{0,200}>Acme<", drawn)
    assert "(Acme), " not in drawn


def test_a_choice_between_namesakes_names_the_organisation_once(
    netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, NAMESAKES)
    refused = netlog("person", "Dana", code=3).err
    assert "Dana (Acme), last contact" in refused
