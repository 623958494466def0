"""A meeting: both sides owe a thank-you, and whatever waited for a word is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.projection.entries import (
    Entry,
    EventDraft,
    ObligationDraft,
    OutcomeDraft,
    PartyDraft,
)
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import answers, keep
from netlog.domain.projection.terms import Terms
from netlog.domain.projection.touching import NO_INTERVALS, renew
from netlog.domain.records import Obligation
from netlog.errors import Refused


@dataclass(frozen=True, slots=True)
class Meeting:
    """Contacts met each other on a day."""

    on: date
    attendees: tuple[int, ...]
    place: str = ""
    via: str = ""
    note: str = ""


def met_by(me: int, attendees: Sequence[int]) -> list[int]:
    """Those whom I met, each once; nobody where I was not there."""
    if me not in attendees:
        return []
    return [one for one in dict.fromkeys(attendees) if one != me]


def record(
    meeting: Meeting,
    terms: Terms,
    me: int,
    open_items: Sequence[Obligation] = (),
    unanswered: Sequence[int] = (),
    intervals: Mapping[int, int] = NO_INTERVALS,
) -> Entry:
    """The entry of a meeting.

    Args:
        meeting: who met, when and where.
        terms: the days after which thanks are due.
        me: the owner's contact id.
        open_items: open obligations between me and those whom I met.
        unanswered: introductions between me and one of them that are not responded yet.
        intervals: how many days apart I mean to be in touch with those for whom I said so.

    Raises:
        Refused: fewer than two different contacts met.
    """
    everybody = tuple(dict.fromkeys(meeting.attendees))
    if len(everybody) < 2:  # noqa: PLR2004 - it takes two to meet
        raise Refused("A meeting needs somebody else in it.", "netlog meet NAME...")
    others = met_by(me, everybody)
    touched = renew(meeting.on, me, intervals, open_items)
    return Entry(
        event=EventDraft(
            kind="meeting",
            happened_on=meeting.on,
            parties=tuple(PartyDraft("attendee", one) for one in everybody),
            place=meeting.place,
            via=meeting.via,
            note=meeting.note,
        ),
        opens=(*_thanks(others, meeting.on, terms, me), *touched.opens),
        settles=(
            *(keep(item, meeting.on) for item in answers(open_items, meeting.on)),
            *touched.settles,
        ),
        outcomes=tuple(OutcomeDraft(one, "responded", meeting.on) for one in unanswered),
    )


def _thanks(others: Sequence[int], on: date, terms: Terms, me: int) -> tuple[ObligationDraft, ...]:
    return tuple(
        draft
        for other in others
        for draft in (
            *opening("thanks", me, other, on, terms.thanks_mine),
            *opening("thanks", other, me, on, terms.thanks),
        )
    )
