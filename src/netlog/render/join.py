"""What join says."""

from collections.abc import Iterator

from netlog.actions.join import Joined
from netlog.actions.repeats import Idle
from netlog.domain.records import Statement
from netlog.domain.text import join as listed
from netlog.domain.wording import Wording, count
from netlog.render.difference import difference_ids, difference_lines, names_of
from netlog.render.history import clause, how_it_ended
from netlog.render.sink import say, say_document, say_done
from netlog.render.typed import typed

_VERBS = {
    "thanks": "thanked",
    "apology": "apologised",
    "responded": "answered",
    "happy": "said to be happy",
}


def print_text(joined: Joined) -> None:
    """Print for a person what came, and what became of items."""
    if not joined.is_new:
        say(f"{joined.summary}; nothing was changed.")
        return
    say_done(joined.summary, _lines(joined))


def print_json(joined: Joined) -> None:
    """Print for a script what came, and what has another number here."""
    difference = joined.difference
    say_document(
        summary=joined.summary,
        joined=joined.is_new,
        events=joined.events,
        words=joined.words,
        details=joined.details,
        created=joined.created,
        numbers=[{"there": there, "here": here} for there, here in joined.numbers],
        corrected=joined.corrected,
        removed=joined.removed,
        merged=[{"name": keep, "merged": other} for keep, other in joined.merged],
        renamed=[{"name": now, "before": before} for before, now in joined.renamed],
        chosen=[
            {"name": name, "field": "organisation", "kept": kept, "dropped": other}
            for name, kept, other in joined.chosen
        ],
        idle=[
            {"id": word.number, "said": word.saying.kind, "here": word.is_here}
            for word in joined.idle
        ],
        twice=[
            {
                "id": said.item_id,
                "event": said.event_id and f"e{said.event_id}",
                "said": said.kind,
            }
            for said in joined.twice
        ],
        repeats=[{"came": came, "known": known} for came, known in joined.repeats],
        **difference_ids(difference, "opened", "closed", "changed", "reopened", "dropped"),
        brought_back=names_of(difference.brought_back, joined.wording),
        archived=names_of(difference.put_away, joined.wording),
    )


def _lines(joined: Joined) -> Iterator[str]:
    if joined.created:
        yield f"new     {listed(list(joined.created))}"
    if joined.back:
        yield f"back    {listed(list(joined.back))}, taken out here and in what came"
    for keep, other in joined.merged:
        yield f"one     {other} is {keep} now"
    for before, now in joined.renamed:
        yield f"name    {before} is called {now} now"
    for name, kept, other in joined.chosen:
        yield f"kept    organisation of {name}: {kept}, not {other}"
    if joined.numbers:
        yield f"number  {', '.join(f'{there} is {here} here' for there, here in joined.numbers)}"
    yield from difference_lines(joined.difference, joined.wording)
    yield from (_idle(word, joined.wording) for word in joined.idle)
    if joined.repeats:
        alike = listed([f"{known} says the same as {came}" for came, known in joined.repeats])
        first, *others = (typed(f"delete {came}") for came, _ in joined.repeats)
        rest = ", and so the others" if others else ""
        yield f"note    {alike}; if it was once: {first}{rest}"
    yield from (f"note    {_twice(said, joined.wording)}" for said in joined.twice)
    yield "note    the other copy is as it was; on its machine, go on with this file"


def _twice(said: Statement, wording: Wording) -> str:
    """That something counts twice, and how it counts once."""
    if said.item_id is None:
        what = f"{wording.money(said.worth)} of business came of e{said.event_id}"
        once = f"{typed(f'check e{said.event_id} --worth 0')} takes all of it back"
    else:
        parts = count(said.times or 1, "part")
        what, once = f"{parts} of {said.item_id} {said.kind}", typed(f"reopen {said.item_id}")
    return f"{what}, on {wording.day(said.said_on)}, is counted twice; if it was once: {once}"


def _idle(word: Idle, wording: Wording) -> str:
    said = f"{_VERBS.get(word.saying.kind, word.saying.kind)} {'here' if word.is_here else 'there'}"
    if word.item is None:
        return f"idle    {word.number}  {said} · what it was of is not here"
    ended = how_it_ended(word.item, wording)
    return f"idle    {word.number}  {clause(word.item, wording)} · {said}, but {ended}"
