"""A meeting: both sides owe a thank-you, and whatever waited for a word is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.entries import Entry, EventDraft, ObligationDraft, OutcomeDraft, PartyDraft
from netlog.domain.records import Obligation
from netlog.domain.settling import answers, keep
from netlog.domain.terms import Terms, after
from netlog.errors import Refused


@dataclass(frozen=True, slots=True)
class Meeting:
    """Contacts met each other on a day."""

    on: date
    attendees: tuple[int, ...]
    place: str = ""
    via: str = ""
    note: str = ""


def record(
    meeting: Meeting,
    terms: Terms,
    me: int,
    open_items: Sequence[Obligation] = (),
    unanswered: Sequence[int] = (),
) -> Entry:
    """The entry of a meeting.

    Args:
        meeting: who met, when and where.
        terms: the days after which thanks are due.
        me: the owner's contact id.
        open_items: open obligations between me and those whom I met.
        unanswered: introductions between me and one of them that are not responded yet.

    Raises:
        Refused: fewer than two different contacts met.
    """
    others = tuple(dict.fromkeys(one for one in meeting.attendees if one != me))
    everybody = tuple(dict.fromkeys(meeting.attendees))
    if len(everybody) < 2:  # noqa: PLR2004 - it takes two to meet
        raise Refused("A meeting needs somebody else in it.", "netlog meet NAME...")
    with_me = me in everybody
    return Entry(
        event=EventDraft(
            kind="meeting",
            happened_on=meeting.on,
            parties=tuple(PartyDraft("attendee", one) for one in everybody),
            place=meeting.place,
            via=meeting.via,
            note=meeting.note,
        ),
        opens=_thanks(others, meeting.on, terms, me) if with_me else (),
        settles=tuple(keep(item, meeting.on) for item in answers(open_items, meeting.on)),
        outcomes=tuple(OutcomeDraft(one, "responded", meeting.on) for one in unanswered),
    )


def _thanks(others: Sequence[int], on: date, terms: Terms, me: int) -> tuple[ObligationDraft, ...]:
    mine, theirs = after(on, terms.thanks_mine), after(on, terms.thanks)
    return tuple(
        draft
        for other in others
        for draft in (
            ObligationDraft("thanks", me, other, on, mine),
            ObligationDraft("thanks", other, me, on, theirs),
        )
    )
