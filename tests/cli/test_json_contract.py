"""What scripts may rely on: the exact keys of every JSON document (docs/scripting.md).

A key may be added here; one that is taken away or renamed breaks somebody's script.
"""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netlog.cli.commands import COMMANDS
from tests.support.program import Result

Netlog = Callable[..., Result]

CONNECTIONS = Path(__file__).parents[1] / "transcripts" / "downloads" / "Connections.csv"
RECEIPT = (
    "brought_back closed created event hidden on opened outcomes schema settled shown summary tried"
)
SETTLED = "ending id on times"
RETOLD = (
    "archived brought_back changed closed created dependents dropped event left on opened reopened"
    " schema summary uncounted"
)
MOVED = "change command schema summary"
ITEM = (
    "about attempts creditor days_overdue debtor done due_on event hidden_until id kind opened_on"
    " side text times"
)
RANKED = "name org score verdict"
REPORTED = (
    "attempts by_person evidence introduced introductions obligations population reasons"
    " reciprocity record referrer today would_change"
)
TOLD = "extract facts fees introductions open promises replies"
REFERRER = (
    "answered_leads came_badly came_well cost_per_answered_lead fees happy introductions leads"
    " problems recovered responded score"
)
BRIEFED = (
    "aliases archived_on emails every introduced needs notes open phones skills titles"
    " touch_due_on urls"
)
ABOUT = "introductions kind last_words name org people score verdict"
CARD = (
    "aliases answered archived_on created emails every_days kind left_org name needs org phones"
    " schema skills titles touch_due_on urls"
)
EVENT = (
    "about fee first id introduction items keeps kind note on outcomes parties place replaces text"
    " via worth"
)
FORGOTTEN = (
    "acknowledgements calendar details erased_in events events_with_others names_there removed"
    " schema still_in"
    " texts unread words_left"
)
# A command line, the keys of its document, and those of the first entry of the list in it. They
# are run in this order on one ledger.
CONTRACT: dict[str, tuple[str, str]] = {
    "meet Dana": (RECEIPT, ""),
    "intro Dana Acme --for x": (RECEIPT, ""),
    "problem e2 bad --with Acme": (RECEIPT, SETTLED),
    "reach Dana --via phone": (RECEIPT, ""),
    "promise x --to Dana": (RECEIPT, ""),
    "check e2 --responded": (RECEIPT, SETTLED),
    "check e2 --worth 5": (f"{RECEIPT} worth", ""),
    "due": ("items not_yet_due schema snoozed today who", ITEM),
    "due Dana": ("items not_yet_due schema snoozed today who", ITEM),
    "brief Dana": (
        " ".join(sorted(f"{BRIEFED} {ABOUT} schema today".split())),
        "days_overdue debtor creditor due_on event id kind side text when who",
    ),
    "report Dana": (
        " ".join(sorted(f"{RANKED} {REPORTED} currency schema".split())),
        "",
    ),
    "report Dana --chronology": (
        " ".join(sorted(f"{TOLD} currency from given name org people schema to today".split())),
        "id note on text via",
    ),
    "report": (
        "items population schema",
        "introductions_90d last_contact name only_a_lead org put_forward rank score verdict why",
    ),
    "review": (
        "before currency items schema since today until",
        "amount amount_before before entries figure number",
    ),
    "history Dana": ("items schema", EVENT),
    "history e2": ("items schema", f"{EVENT} problems replaced_by settled showed tried"),
    "find dana": ("items schema", "exact kind matched name org"),
    "people": (
        "items schema",
        "check_ins every_days kind last_contact name needs org owes_you skills you_owe",
    ),
    "person Dana --skill law": (
        CARD,
        "",
    ),
    "snooze 1 --until tomorrow": (RECEIPT, ""),
    "edit e1 --note x": (RETOLD, ""),
    "undo": (MOVED, ""),
    "redo": (MOVED, ""),
    "undo --list": ("items schema", "change command made_at summary"),
    "apologize Dana": (RECEIPT, SETTLED),
    "waive 1": (RECEIPT, SETTLED),
    "broken 2": (RECEIPT, SETTLED),
    "person Dan --new": (
        CARD,
        "",
    ),
    "merge Dana Dan": (
        (
            "archived brought_back changed chosen closed dropped kind merged moved name opened"
            " reopened schema shared summary"
        ),
        "",
    ),
    "delete e4": (RETOLD, ""),
    "person Gil --new": (
        CARD,
        "",
    ),
    "delete Gil": ("details event kind name schema summary", ""),
    "config": ("file schema settings", "key source value"),
    "config get half_life": ("file key schema source value", ""),
    "config set owner Ann": ("before file key schema source value", ""),
    "reach me --by Dana": (RECEIPT, ""),
    "thank me --by Dana": (RECEIPT, SETTLED),
    "done 9": (RECEIPT, SETTLED),
    "reopen 9": ("changed reopened schema summary", ""),
    "intro me Jo --by Dana": (RECEIPT, ""),
    "talk Dana": (RECEIPT, SETTLED),
    "note Dana x": (RECEIPT, ""),
    "person Dana --need tax": (CARD, ""),
    "match": (
        "items schema",
        "client command held_off last_contact need org provider score since skill verdict why",
    ),
    "report --referrers": ("currency items schema", f"name org people {REFERRER}"),
    "backup other.db": ("bytes file others schema", ""),
    "--ledger other.db meet Zoe": (RECEIPT, ""),
    "join other.db": (
        (
            "archived brought_back changed chosen closed corrected created details dropped events"
            " idle joined merged numbers opened removed renamed reopened repeats schema summary"
            " twice words"
        ),
        "",
    ),
    "restore other.db --yes": (
        "after backup before changes_come changes_gone file put_aside schema summary",
        "",
    ),
    f"import {CONNECTIONS} --yes": (
        (
            "again cards differences doubtful events files filled_in left_out new noted schema"
            " summary unchanged unreadable written"
        ),
        "",
    ),
    "calendar open.ics": (
        "added calendar changed missed removed reopened schema settled ticked_off written",
        "",
    ),
    "doctor": ("backups damages schema sound", ""),
    "forget Jo --yes": (FORGOTTEN, ""),
    "encrypt --key-file ledger.key": ("encrypted key_file ledger plain_copies schema", ""),
    "decrypt --key-file ledger.key": ("encrypted encrypted_copies ledger schema", ""),
}
WITHOUT_JSON = {"demo", "completion", "export", "draft"}  # a show, a script, others' files


def first_entry(document: dict[str, Any]) -> str:
    """The keys of the first entry of the document's list, if it has one."""
    for name in ("items", "settings", "settled", "facts", "open"):
        if document.get(name):
            return " ".join(sorted(document[name][0]))
    return ""


def test_every_document_has_exactly_these_keys(
    netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some write files
    for line, (keys, entry) in CONTRACT.items():
        document = netlog(*shlex.split(line), "--json").json
        assert document["schema"] == 1, line
        assert " ".join(sorted(document)) == keys, line
        assert first_entry(document) == " ".join(sorted(entry.split())), line


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - WITHOUT_JSON))
def test_every_command_is_under_contract(command: str) -> None:
    assert command in {shlex.split(line)[0] for line in CONTRACT}
