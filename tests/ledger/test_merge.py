"""Making one contact of two: what stays in the file of what each of them had."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, rows
from tests.support.ledgers import dump, faults

MERGED = "merge Ada Bea"


def merged(netlog: Netlog, ledger: Path, lines: str) -> None:
    """Two contacts that are one after these lines, in a ledger that balances, forth and back."""
    given(netlog, ledger, lines)
    before = dump(ledger)
    netlog("merge", "Ada", "Bea")
    after = dump(ledger)
    assert faults(ledger) == []
    netlog("undo")
    assert (dump(ledger), faults(ledger)) == (before, [])
    netlog("redo")
    assert (dump(ledger), faults(ledger)) == (after, [])


def test_a_former_place_goes_where_the_kept_contact_has_one(netlog: Netlog, ledger: Path) -> None:
    merged(
        netlog,
        ledger,
        """
        2026-11-02 meet Ada Bea Zoe
        2026-11-03 edit e1 --remove Bea
        """,
    )
    assert rows(ledger, "SELECT * FROM former_party") == []
    netlog("edit", "e1", "--remove", "Ada")
    assert "1  you owe Ada thanks" in netlog("edit", "e1", "--add", "Ada").out


def test_thanks_for_an_item_of_the_place_that_goes_are_for_its_twin(
    netlog: Netlog, ledger: Path
) -> None:
    merged(
        netlog,
        ledger,
        """
        2026-11-02 meet Ada Bea Zoe
        2026-11-03 thank Bea --for 3
        2026-11-04 thank me --by Ada --for 2
        """,
    )
    assert rows(ledger, "SELECT item_id FROM acknowledgement ORDER BY id") == [(1,), (2,)]
    closed = "SELECT id, closed_on FROM obligation WHERE id <= 4"
    assert rows(ledger, closed) == [(1, "2026-11-03"), (2, "2026-11-04")]


@pytest.mark.parametrize(("first", "second"), [("Ada", "Bea"), ("Bea", "Ada")])
def test_a_need_of_both_is_as_new_as_it_was_noted_last(
    netlog: Netlog, ledger: Path, first: str, second: str
) -> None:
    merged(
        netlog,
        ledger,
        f"""
        2026-11-02 person {first} --need tax
        2026-11-05 person {second} --need tax
        """,
    )
    noted = "SELECT kind, value, noted_on FROM detail ORDER BY kind"
    assert rows(ledger, noted) == [("alias", "Bea", None), ("need", "tax", "2026-11-05")]


def test_who_belonged_nowhere_belongs_where_the_other_one_did(netlog: Netlog, ledger: Path) -> None:
    merged(netlog, ledger, "2026-11-02 meet Ada\n2026-11-02 person Bea --org Peak")
    assert netlog("person", "Ada", "--json").json["org"] == "Peak"


def test_who_has_people_belongs_to_none_of_them(netlog: Netlog, ledger: Path) -> None:
    merged(netlog, ledger, "2026-11-02 person Zoe --org Ada\n2026-11-02 person Bea --org Zoe")
    assert netlog("person", "Ada", "--json").json["org"] is None
    assert netlog("person", "Zoe", "--json").json["org"] == "Ada"


def test_an_interval_of_before_stays_where_neither_has_one(netlog: Netlog, ledger: Path) -> None:
    merged(
        netlog,
        ledger,
        """
        2026-09-01 meet Ada --no-due
        2026-09-01 person Ada --every 4w
        2026-09-20 meet Ada --no-due
        2026-10-01 person Ada --every never
        2026-11-02 meet Bea
        """,
    )
    assert rows(ledger, "SELECT kind, closed_on FROM obligation WHERE kind = 'touch'") == [
        ("touch", "2026-09-20")
    ]


ADA, BEA = "2026-11-02 person Ada --new", "2026-11-02 person Bea --new"


@pytest.mark.parametrize(
    ("ada", "bea", "says"),
    [
        ("--org Acme --every 4w", '--org "Harbour Bank" --every 2w', ["nothing but the name"]),
        ("--org Acme", "--org Acme --every 2w", ["1 detail"]),
        ("--skill law", "--org Acme --every 2w --skill law --need tax", ["3 details"]),
        ("--org Acme", "--skill law", ["1 detail"]),
    ],
)
def test_what_moves_is_counted_and_what_goes_is_told(
    netlog: Netlog, ledger: Path, ada: str, bea: str, says: list[str]
) -> None:
    given(netlog, ledger, f"{ADA} {ada}\n{BEA} {bea}")
    said = netlog("merge", "Ada", "Bea").out.splitlines()
    if "Harbour" in bea:
        says = [*says, "organisation Acme, not Harbour Bank", "interval 4w, not 2w"]
    assert [line[10:] for line in said if line[2:7] in ("moves", "kept ")] == says
