"""A week or a month beside the one before: figures, and the names behind them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.report.review import Business, Entry, Figure, days_late
from netlog.domain.report.review import Line as Counted
from netlog.domain.wording import Wording, count
from netlog.render.forms.facts import Facts, Sentence
from netlog.render.forms.facts import plain as as_text
from netlog.render.forms.table import Column, Table
from netlog.render.forms.values import BETWEEN, NOTHING
from netlog.render.lines import Line, put
from netlog.render.sink import document, on_terminal, tell
from netlog.views.review import Review

MOST_NAMED = 5  # of each figure, on a terminal
ROWS = "figure number before amount amount_before"
# What figures are called that are not called as their key is.
_LABELS: Mapping[Figure, str] = {
    "met": "met or talked",
    "you_kept_late": "of it late",
    "check_ins": "check in",
    "owes_you": "owed to you",
}


def review_document(review: Review, wording: Wording) -> dict[str, Any]:
    """The review for a script, which is also all that is drawn of it.

        {"schema": 1, "today": "2026-11-21", "currency": null,
         "since": "2026-11-15", "until": "2026-11-21",
         "before": {"since": "2026-11-08", "until": "2026-11-14"},
         "items": [{"figure": "given", "number": 2, "before": 1,
                    "amount": null, "amount_before": null,
                    "entries": [{"id": "e12", "text": "Dana Park to Acme HR"}, ...]}, ...]}

    The entries of a figure are its contacts, introductions or items, whose id is null, text or a
    number. Of business there are the amounts as well.
    """
    return document(
        today=wording.today,
        currency=wording.currency or None,
        since=review.period.since,
        until=review.period.until,
        before=review.period.before._asdict(),
        items=[_item(line, review, wording) for line in review.lines],
    )


def print_text(review: Review, wording: Wording) -> None:
    """Print the review for a person; a figure without anything is left out."""
    facts = Facts(review_document(replace(review, lines=()), wording))
    if review.is_empty:
        on = "on" if review.period.since == review.period.until else "from"
        tell(f"Nothing happened {on} {as_text(days(facts))}.")
        return
    beside = f", beside {as_text(days(facts, '/before'))}"
    heading = Line(as_text(days(facts)), style="bold", more=[(beside, "dim")], deeper=0)
    told = partial(_figure, wording)
    now = "now" if review.period.until == wording.today else "then"
    columns: Sequence[Column[Counted]] = (
        Column("", "", lambda row: label(row.figure)),
        Column("", now, lambda row: told(row.number, row.amount), right=True, style="bold"),
        Column(
            "", "before", lambda row: told(row.before, row.amount_before), right=True, style="dim"
        ),
        Column("", "", partial(_named, review, wording)),
    )
    rows = [line for line in review.lines if line.number or line.before]
    put([heading, Line(""), *Table(columns, rows, entry=partial(_entry, columns)).lines()])


def _figure(wording: Wording, number: int, amount: str | None) -> str:
    """A number, or the amount where it is one; nothing is calm."""
    return (wording.money(amount) if amount else str(number)) if number else NOTHING


def label(figure: Figure) -> str:
    """What a figure is called."""
    return _LABELS.get(figure, figure.replace("_", " "))


def days(facts: Facts, at: str = "") -> Sentence:
    """The days of a period in the document."""
    is_one_day = facts(f"{at}/since") == facts(f"{at}/until")
    return facts.fill("{since:date}" if is_one_day else "{since:date} to {until:date}", at)


def _item(line: Counted, review: Review, wording: Wording) -> Mapping[str, Any]:
    entries = [_told(line.figure, entry, review, wording) for entry in line.entries]
    return {
        "figure": line.figure,
        "number": line.number,
        "before": line.before,
        "amount": line.amount,
        "amount_before": line.amount_before,
        "entries": [{"id": key, "text": text} for key, text in entries],
    }


def _told(
    figure: Figure, entry: Entry, review: Review, wording: Wording
) -> tuple[str | int | None, str]:
    """The id of what a figure counts, and what it is."""
    if isinstance(entry, int):
        return None, wording.name(entry)
    if isinstance(entry, Business):
        introduced = _introduction(entry.introduction, wording)
        text = f"{introduced}, {wording.money(entry.amount)}"
        return f"e{entry.introduction.event.id}", text
    if isinstance(entry, Voucher):
        return f"e{entry.event.id}", _event(entry, wording)
    text = f"{wording.who(entry)}: {wording.what(entry)}"
    if figure == "you_kept_late":
        text += f", {_late(entry, review)} late"
    return entry.obligation.id, text


def _event(voucher: Voucher, wording: Wording) -> str:
    """An introduction, or with whom a problem was, and what it was."""
    if voucher.event.kind == "problem":
        return f'{wording.name(voucher.who("culprit"))}: "{voucher.event.about}"'
    return _introduction(voucher, wording)


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


def _entry(columns: Sequence[Column[Counted]], line: Counted) -> Iterator[Line]:
    """The lines of a figure where columns have no room."""
    label, now, before, named = (column.value(line) for column in columns)
    yield Line(label, style="bold", more=[(f" {now}", ""), (f", before {before}", "dim")])
    if named:
        yield Line(named, indent=2, deeper=0)
