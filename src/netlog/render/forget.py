"""What forget says."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from shlex import quote

from netlog.actions.forget import Forgotten
from netlog.domain.people.forgetting import SOMEBODY
from netlog.domain.text import join
from netlog.domain.wording import count, counts
from netlog.errors import shell_word
from netlog.render.settings import short
from netlog.render.sink import say, say_document
from netlog.render.typed import typed


def print_text(forgotten: Forgotten) -> None:
    """Print for a person what went, what stays, and where the name still is."""
    if forgotten.about is None:
        first = f"Forgot {forgotten.name} in what lies beside the ledger."
    else:
        name = forgotten.name.removesuffix(".")
        first = f"Forgot {name}. No earlier command can be taken back any more."
    say(first, *_lines(forgotten), *_copies(forgotten))


def print_json(forgotten: Forgotten) -> None:
    """Print for a script what went, what stays, and where the name still is."""
    about, copies = forgotten.about, forgotten.copies
    say_document(
        events=0 if about is None else len(about.events),
        acknowledgements=0 if about is None else len(about.acknowledgements),
        details=0 if about is None else about.details,
        events_with_others=0 if about is None else about.staying,
        texts=forgotten.texts,
        words_left=[] if about is None else list(about.traces.left),
        still_in=[*copies.holding, *copies.elsewhere, *copies.strange],
        names_there=_called(forgotten, [*forgotten.copies.holding, *forgotten.copies.elsewhere]),
        erased_in=forgotten.copies.erased,
        removed=forgotten.copies.removed,
        unread=forgotten.copies.unread,
        calendar=forgotten.calendar or None,
    )


def _lines(forgotten: Forgotten) -> Iterator[str]:
    about = forgotten.about
    if about is None:
        return
    gone = counts(
        (len(about.events), "event"),
        (len(about.acknowledgements), "thank-you"),
        (about.details, "detail"),
    )
    if gone:
        yield f"  gone   {', '.join(gone)}"
    if about.staying:
        yield f"  stays  {count(about.staying, 'event')}, with {SOMEBODY} in their place"
    if forgotten.texts:
        yield f"  bars   in {count(forgotten.texts, 'text')} about others"
    if about.traces.left:
        words = [f'"{word}"' for word in about.traces.left]
        yield f"  left   {join(words)} in texts, as others are called so too"


def _copies(forgotten: Forgotten) -> Iterator[str]:
    copies = forgotten.copies
    yield from (f"Forgotten there too: {copy}" for copy in copies.erased)
    yield from (f"Removed, as it cannot be opened: {copy}" for copy in copies.removed)
    yield from (f"The name is still in {copy}" for copy in copies.holding)
    for copy in copies.strange:
        yield f"The name is still in {copy}, which is no ledger; to erase it: rm {quote(str(copy))}"
    if copies.holding and not (copies.erased or copies.removed):
        for name in _called(forgotten, copies.holding):
            there = typed(f"forget {shell_word(name)} --backups")
            yield f"To forget it there too: {there}"
    for copy in copies.elsewhere:
        for name in _called(forgotten, [copy]):
            there = f"netlog --ledger {shell_word(str(copy))} forget {shell_word(name)}"
            yield f"The name is still in {copy}, which is a ledger of its own: {there}"
    yield from (f"The name may be in {copy}, unreadable without its key" for copy in copies.unread)
    if copies.unread:
        name = shell_word(forgotten.name)
        yield f"To look there too: netlog --key-file FILE forget {name} --backups"
    if forgotten.calendar:
        yield f"The name may still be in {short(forgotten.calendar)}, and in what has read it."
        yield f"To take it out there: {typed('calendar')}"


def _called(forgotten: Forgotten, copies: Iterable[Path]) -> list[str]:
    """The names to type for some copies, each once."""
    called = forgotten.copies.called
    return list(
        dict.fromkeys(name for copy in copies for name in called.get(copy, [forgotten.name]))
    )
