"""A promise, mine or to me, in one or more parts."""

from dataclasses import dataclass
from datetime import date

from netlog.domain.projection.entries import Entry, EventDraft, ObligationDraft, PartyDraft
from netlog.domain.projection.terms import Terms, after
from netlog.errors import Refused

MOST_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Promise:
    """`promiser` said that `promisee` would get `what`, `times` times; by `due` if they said so."""

    on: date
    promiser: int
    promisee: int
    what: str
    due: date | None = None
    times: int = 1
    via: str = ""
    note: str = ""


def record(promise: Promise, terms: Terms, me: int) -> Entry:
    """The entry of a promise.

    Raises:
        Refused: a promise to oneself or between others, a due date before it was made, or a
            number of parts outside 1 to 1000.
    """
    _check(promise, me)
    due = promise.due or after(promise.on, terms.promise)
    return Entry(
        event=EventDraft(
            kind="promise",
            happened_on=promise.on,
            parties=(
                PartyDraft("promiser", promise.promiser),
                PartyDraft("promisee", promise.promisee),
            ),
            about=promise.what,
            via=promise.via,
            note=promise.note,
        ),
        opens=(
            ObligationDraft(
                "promise", promise.promiser, promise.promisee, promise.on, due, promise.times
            ),
        ),
    )


def _check(promise: Promise, me: int) -> None:
    if promise.promiser == promise.promisee:
        raise Refused(
            "A promise needs somebody to keep it for.",
            "Yours: --to WHO. Somebody else's to you: --by WHO.",
        )
    if me not in (promise.promiser, promise.promisee):
        raise Refused("What others promise each other is not yours to track.")
    if promise.due is not None and promise.due < promise.on:
        raise Refused(
            f"It cannot be due on {promise.due}, before it was promised on {promise.on}.",
            "--on is the day of the promise, --due the day by which it was promised.",
        )
    if not 1 <= promise.times <= MOST_PARTS:
        raise Refused(f"--times goes from 1 to {MOST_PARTS}.")
