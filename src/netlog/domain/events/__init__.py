"""The kinds of event: one file each, with its fields and the obligations that it opens.

To add a kind, write its file and name it here; `docs/architecture.md` lists what else it touches.
"""

from typing import NamedTuple

from netlog.domain.records import EventKind, ObligationKind, Role


class KindOfEvent(NamedTuple):
    """Who takes part in an event of this kind, and what it can make them owe each other."""

    roles: tuple[Role, ...]
    opens: tuple[ObligationKind, ...]


EVENT_KINDS: dict[EventKind, KindOfEvent] = {
    "meeting": KindOfEvent(("attendee",), ("thanks", "touch")),
    "introduction": KindOfEvent(
        ("introducer", "client", "provider"),
        ("thanks", "response", "check-response", "check-outcome", "update"),
    ),
    "promise": KindOfEvent(("promiser", "promisee"), ("promise",)),
    "outreach": KindOfEvent(("author", "recipient"), ("reply", "touch")),
    "problem": KindOfEvent(("culprit", "harmed"), ("apology", "replacement")),
}
