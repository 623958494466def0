"""The kinds of event: one class in one file each, with its roles, fields, words and its rule.

To add a kind, write its file and name it here; `docs/architecture.md` lists what else it touches.
"""

from collections.abc import Mapping

from netlog.domain.events.introduction import Introduction
from netlog.domain.events.kind import KindOfEvent
from netlog.domain.events.meeting import Meeting
from netlog.domain.events.note import Note
from netlog.domain.events.outreach import Outreach
from netlog.domain.events.problem import Problem
from netlog.domain.events.promise import Promise
from netlog.domain.events.talk import Talk
from netlog.domain.records import EventKind

EVENT_KINDS: Mapping[EventKind, KindOfEvent] = {
    kind.name: kind
    for kind in (
        Meeting(),
        Talk(),
        Introduction(),
        Promise(),
        Outreach(),
        Problem(),
        Note(),
    )
}
