"""What a ledger says, in lines that a test can spell out."""

import re
import shlex
from collections.abc import Callable
from typing import Any

Netlog = Callable[..., Any]
TYPED = "2026-01-16"


def typed(netlog: Netlog, lines: str, today: str = TYPED) -> Any:
    """Type lines, divided by `;`, in which `--on 8` is the eighth of January.

    A line that begins with a day, `[5] person Bo --every 60d`, is typed on that day.

    Returns:
        What the last one printed.
    """
    result = None
    for line in lines.split(";"):
        day = re.match(r"\s*\[(\d+)\]", line)
        rest = line[day.end() :] if day else line
        dated = re.sub(r"--on (\d\d?)(?!\S)", r"--on 2026-1-\1", rest)
        argv = [_iso(word) for word in shlex.split(dated)]
        result = netlog(*argv, today=f"2026-01-{int(day[1]):02}" if day else today)
    return result


def _iso(word: str) -> str:
    day = re.fullmatch(r"2026-1-(\d+)", word)
    return f"2026-01-{int(day[1]):02}" if day else word


def is_open(netlog: Netlog, *kinds: str, today: str = TYPED) -> list[str]:
    """The open items of these kinds, such as `Cy > me reply: since 8 Jan, due 11 Jan, tried 2`."""
    items = netlog("due", "--all", "--json", today=today).json["items"]
    return sorted(_line(item) for item in items if not kinds or item["kind"] in kinds)


def _line(item: dict[str, Any]) -> str:
    days = f"since {_day(item['opened_on'])}, due {_day(item['due_on'])}"
    tried = f", tried {item['attempts']}" if item["attempts"] > 1 else ""
    parts = f", {item['done']} of {item['times']}" if item["times"] > 1 else ""
    return f"{item['debtor']} > {item['creditor']} {item['kind']}: {days}{tried}{parts}"


def became(netlog: Netlog, event: str, kind: str, today: str = TYPED) -> list[str]:
    """How the items of an event ended, such as `me > Cy response: kept 8 Jan by e1`."""
    (told,) = (one for one in history(netlog, today) if one["id"] == event)
    return sorted(
        f"{item['debtor']} > {item['creditor']} {kind}: "
        + (", ".join(map(_ending, item["settlements"])) or "open")
        for item in told["items"]
        if item["kind"] == kind
    )


def _ending(settlement: dict[str, Any]) -> str:
    by = f" by {settlement['event']}" if str(settlement["event"]).startswith("e") else ""
    return f"{settlement['ending']} {_day(settlement['on'])}{by}"


def history(netlog: Netlog, today: str = TYPED) -> list[dict[str, Any]]:
    """Everything that happened."""
    told: list[dict[str, Any]] = netlog("history", "--json", today=today).json["items"]
    return told


def acknowledgements(netlog: Netlog) -> list[str]:
    """The numbers of the thank-yous and apologies that `history` shows."""
    return re.findall(r"\ba\d+\b", netlog("history", today=TYPED).out)


def my_touches(netlog: Netlog, today: str) -> list[str]:
    """What counts for or against me as a word to keep in touch: standing and due day."""
    evidence = netlog("report", "me", "--json", today=today).json["evidence"]
    return [
        f"{it['standing']}, due {_day(it['due_on'])}" for it in evidence if it["kind"] == "touch"
    ]


def _day(iso: str) -> str:
    months = ("Jan", "Feb", "Mar", "Apr")
    return f"{int(iso[8:])} {months[int(iso[5:7]) - 1]}"
