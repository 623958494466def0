"""Whom to introduce to whom: each need with the best for it, why, and what to type."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain.dates.days import day_text
from netlog.domain.report.match import Match, Offer
from netlog.errors import shell_word
from netlog.render.forms.grid import Grid
from netlog.render.forms.values import BETWEEN
from netlog.render.harmless import visible
from netlog.render.lines import Line, put, tell_left_out
from netlog.render.ranking import named, ranking_items, why
from netlog.render.score import STYLES
from netlog.render.sink import document, is_narrow, tell

ROWS = "client need since provider org skill verdict why command"
_OF_PROVIDER = ("org", "verdict", "score", "why", "last_contact")


def match_document(matches: Iterable[Match], today: date) -> dict[str, Any]:
    """The matches as a document, with the day, which is all that a page of them is drawn from."""
    return document(today=today, items=[item for match in matches for item in match_items(match)])


def print_text(matches: Iterable[Match], today: date) -> tuple[list[Match], int]:
    """Print the matches for a person, each as soon as it is found.

    Returns:
        The needs that nobody meets, which are not printed, and how many were.
    """
    unmet, number = [], 0
    for match in matches:
        if match.offers:
            put([*([Line("")] if number else []), *_lines(match, today)])
            number += 1
        else:
            unmet.append(match)
    return unmet, number


def print_unmet(unmet: Sequence[Match], who: str | None, number: int, left_out: int) -> None:
    """Say which needs nobody can meet, or that there is no need, and how many more there are."""
    held_off = [match for match in unmet if match.held_off]
    nobody = [match for match in unmet if not match.held_off]
    if nobody:
        tell(f"Nobody to introduce yet: {_needs_in(nobody)}.")
    if held_off:
        tell(f"Not put forward, for they are to be held off: {_needs_in(held_off)}.")
    if not (number or unmet):
        whom = "" if who is None else f" that {who} has, or could meet"
        tell(
            f"There is no open need{whom}.",
            'To note one: netlog person NAME --need "tax advice"',
            "and what somebody is good at: netlog person NAME --skill tax",
        )
    tell_left_out(left_out, "need")


def match_items(match: Match) -> list[Mapping[str, object]]:
    """What a script reads of a need: an item for each provider.

        {"client": "Dana Park", "need": "tax advice", "since": "2026-11-02", "held_off": false,
         "provider": "Kim Ode", "skill": "tax", "command": "netlog intro ...", "org": null,
         "verdict": "refer", "score": {...}, "why": "8 of 9 in time, and 1 late",
         "last_contact": "2026-11-12"}

    Where nobody can meet a need, or the client is to be held off, the provider and all that is
    told of one are null.
    """
    need = {
        "client": match.client.name,
        "need": match.need.text,
        "since": match.need.detail.noted_on,
        "held_off": match.held_off,
    }
    nobody: Mapping[str, object] = dict.fromkeys(("provider", "skill", "command", *_OF_PROVIDER))
    offered = [_offered(offer, match) for offer in match.offers] or [nobody]
    return [{**need, **each} for each in offered]


def _offered(offer: Offer, match: Match) -> Mapping[str, object]:
    (known,) = ranking_items([offer.line])
    return {
        "provider": known["name"],
        "skill": offer.skill,
        "command": _command(match, offer),
        **{name: known[name] for name in _OF_PROVIDER},
    }


def _command(match: Match, offer: Offer) -> str:
    client, provider, need = map(
        shell_word, (match.client.name, offer.line.place.contact.name, match.need.text)
    )
    number = match.need.to_replace
    replaces = "" if number is None else f" --replaces e{number}"
    return f"netlog intro {client} {provider} --for {need}{replaces}"


def _lines(match: Match, today: date) -> Iterator[Line]:
    """A need, the best for it, and what to type for the first of them."""
    since = match.need.detail.noted_on
    when = "" if since is None else f", since {day_text(since, today)}"
    needs = [(f' needs "{visible(match.need.text)}"', ""), (when, "dim")]
    yield Line(match.client.name, style="bold", more=needs, deeper=2)
    if is_narrow():
        yield from (line for offer in match.offers for line in _entry(offer))
    else:
        cells = [
            [("", ""), (named(offer.line), ""), _verdict(offer), (_why(offer), "")]
            for offer in match.offers
        ]
        yield from Grid(cells, whole=(2,)).lines()
    yield Line(_command(match, match.offers[0]), indent=2, style="cyan")


def _entry(offer: Offer) -> Iterator[Line]:
    """The lines of somebody where columns have no room."""
    verdict, style = _verdict(offer)
    yield Line(named(offer.line), indent=2, deeper=2)
    yield Line(verdict, indent=4, style=style, more=[(f"  {_why(offer)}", "")], deeper=0)


def _verdict(offer: Offer) -> tuple[str, str]:
    verdict = offer.line.place.verdict
    return verdict, STYLES[verdict]


def _why(offer: Offer) -> str:
    """Why somebody: the skill, and what is known of them."""
    return f"{offer.skill}; {why(offer.line)}"


def _needs_in(matches: Sequence[Match]) -> str:
    needs = (f'{match.client.name}, "{visible(match.need.text)}"' for match in matches)
    return BETWEEN.join(needs)
