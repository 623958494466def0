"""A week or a month beside the one before: figures, and the names behind them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.report.review import Entry, Figure, days_late
from netlog.domain.report.review import Line as Counted
from netlog.domain.wording import Wording, count
from netlog.render.forms.facts import Facts, Sentence
from netlog.render.forms.facts import plain as as_text
from netlog.render.forms.plain import print_rows
from netlog.render.forms.table import Column, Table
from netlog.render.lines import Line, put
from netlog.render.sink import document, on_terminal, say_json, tell
from netlog.views.review import Review

MOST_NAMED = 5  # of each figure, on a terminal
BETWEEN = " \N{MIDDLE DOT} "
LABELS: Mapping[Figure, str] = {
    "met": "met",
    "given": "given",
    "received": "received",
    "you_kept": "you kept",
    "you_kept_late": "of it late",
    "they_kept": "they kept",
    "you_thanked": "you thanked",
    "they_thanked": "they thanked",
    "you_owe": "you owe",
    "check_ins": "check in",
    "owes_you": "owed to you",
}


def review_document(review: Review, wording: Wording) -> dict[str, Any]:
    """The review for a script, which is also all that is drawn of it.

        {"schema": 1, "today": "2026-11-21", "since": "2026-11-15", "until": "2026-11-21",
         "before": {"since": "2026-11-08", "until": "2026-11-14"},
         "items": [{"figure": "given", "number": 2, "before": 1,
                    "entries": [{"id": "e12", "text": "Dana Park to Acme HR"}, ...]}, ...]}

    The entries of a figure are its contacts, introductions or items, whose id is null, text or a
    number.
    """
    return document(
        today=wording.today,
        since=review.period.since,
        until=review.period.until,
        before=review.period.before._asdict(),
        items=[_item(line, review, wording) for line in review.lines],
    )


def print_json(review: Review, wording: Wording) -> None:
    """Print the review for a script."""
    say_json(review_document(review, wording))


def print_plain(review: Review, wording: Wording) -> None:
    """Print the figures as rows for a script."""
    print_rows([review_document(review, wording)["items"]], "figure number before")


def print_text(review: Review, wording: Wording) -> None:
    """Print the review for a person; a figure without anything is left out."""
    facts = Facts(review_document(replace(review, lines=()), wording))
    if review.is_empty:
        tell(f"Nothing happened from {as_text(days(facts))}.")
        return
    beside = f", beside {as_text(days(facts, '/before'))}"
    heading = Line(as_text(days(facts)), style="bold", more=[(beside, "dim")], deeper=0)
    named = partial(_named, review, wording)
    now = "now" if review.period.until == wording.today else "then"
    columns: Sequence[Column[Counted]] = (
        Column("", "", lambda line: LABELS[line.figure]),
        Column("", now, lambda line: line.number, "tally", right=True, style="bold"),
        Column("", "before", lambda line: line.before, "tally", right=True, style="dim"),
        Column("", "", named),
    )
    rows = [line for line in review.lines if line.number or line.before]
    put([heading, Line(""), *Table(columns, rows, entry=partial(_entry, named)).lines()])


def days(facts: Facts, at: str = "") -> Sentence:
    """The days of a period in the document."""
    one = facts(f"{at}/since") == facts(f"{at}/until")
    return facts.fill("{since:date}" if one else "{since:date} to {until:date}", at)


def _item(line: Counted, review: Review, wording: Wording) -> Mapping[str, Any]:
    entries = [_told(line.figure, entry, review, wording) for entry in line.entries]
    return {
        "figure": line.figure,
        "number": line.number,
        "before": line.before,
        "entries": [{"id": key, "text": text} for key, text in entries],
    }


def _told(
    figure: Figure, entry: Entry, review: Review, wording: Wording
) -> tuple[str | int | None, str]:
    """The id of what a figure counts, and what it is."""
    if isinstance(entry, int):
        return None, wording.name(entry)
    if isinstance(entry, Voucher):
        return f"e{entry.event.id}", _introduction(entry, wording)
    text = f"{wording.who(entry)}: {wording.what(entry)}"
    if figure == "you_kept_late":
        text += f", {_late(entry, review)} late"
    return entry.obligation.id, text


def _introduction(voucher: Voucher, wording: Wording) -> str:
    """Whom I introduced to whom, or who introduced whom to me."""
    who = voucher.introduced
    if who.introducer == wording.me:
        return f"{wording.name(who.client)} to {wording.name(who.provider)}"
    return f"{wording.name(who.other(wording.me))}, by {wording.name(who.introducer)}"


def _late(item: Item, review: Review) -> str:
    return count(days_late(item, review.period), "day")


def _named(review: Review, wording: Wording, line: Counted) -> str:
    """Who is behind a number, and with how much; on a terminal the first of them."""
    named = Counter(_briefly(line.figure, entry, review, wording) for entry in line.entries)
    most = MOST_NAMED if on_terminal() else None
    texts = [f"{text} ({n})" if n > 1 else text for text, n in [*named.items()][:most]]
    more = line.number - sum([*named.values()][:most])
    return BETWEEN.join([*texts, *([f"{more} more"] if more else [])])


def _briefly(figure: Figure, entry: Entry, review: Review, wording: Wording) -> str:
    """What a figure counts; of what is no promise, with whom it is."""
    if isinstance(entry, Item) and figure == "you_kept_late":
        return f"{wording.who(entry)}, {_late(entry, review)}"
    if isinstance(entry, Item) and entry.obligation.kind != "promise":
        return wording.who(entry)
    return _told(figure, entry, review, wording)[1]


def _entry(named: Callable[[Counted], str], line: Counted) -> Iterator[Line]:
    """The lines of a figure where columns have no room."""
    beside = [(f" {line.number}", ""), (f", before {line.before}", "dim")]
    yield Line(LABELS[line.figure], style="bold", more=beside)
    if line.entries:
        yield Line(named(line), indent=2, deeper=0)
