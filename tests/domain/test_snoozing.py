"""Out of sight until a day: which day makes sense, and for what."""

from datetime import date

import pytest

from netlog.domain.projection.snoozing import refuse_to_snooze, snooze
from netlog.domain.records import Obligation
from netlog.errors import Refused

TODAY, LATER = date(2026, 11, 21), date(2026, 11, 30)
ITEM = Obligation(1, 1, "thanks", 1, 2, 1, date(2026, 11, 1), date(2026, 11, 3), None, None)
HIDDEN = ITEM._replace(hidden_until=LATER)


@pytest.mark.parametrize(("item", "until"), [(ITEM, LATER), (HIDDEN, TODAY), (HIDDEN, LATER)])
def test_a_day_to_come_or_today_for_what_is_hidden(item: Obligation, until: date) -> None:
    refuse_to_snooze(item, until, TODAY)
    (change,) = snooze(item, until).changes
    assert (change.hidden_until, change.due_on) == (until, item.due_on)


@pytest.mark.parametrize(
    ("item", "until", "why"),
    [
        (ITEM, date(2026, 11, 20), "is past"),
        (HIDDEN, date(2026, 11, 20), "is past"),
        (ITEM, TODAY, "is not snoozed"),
        (ITEM._replace(hidden_until=TODAY), TODAY, "is not snoozed"),
        (ITEM._replace(closed_on=TODAY), LATER, "was closed on 2026-11-21 already"),
    ],
)
def test_what_cannot_be_hidden(item: Obligation, until: date, why: str) -> None:
    with pytest.raises(Refused, match=why):
        refuse_to_snooze(item, until, TODAY)
