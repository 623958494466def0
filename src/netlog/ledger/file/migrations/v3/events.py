"""Events of format 2 as facts: their columns, and what the rules of format 2 made of each kind."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from netlog.ledger.file.migrations.v3.drafts import EVENT, Draft, Value
from netlog.ledger.file.migrations.v3.journal import UNKNOWN, Journal, Opened, days_between
from netlog.ledger.file.migrations.v3.terms import shown_by

_COLUMNS = (
    *("id", "kind", "happened_on", "about", "via", "note", "place", "fee"),
    *("introduction_id", "replaces_id"),
)
# A question that met silence is due on another day than it was at first.
_OPENED = (
    "SELECT o.kind, o.debtor_id, o.opened_on, o.due_on, EXISTS (SELECT 1 FROM old_attempt a"
    "  WHERE a.obligation_id = o.id AND a.event_id IS NULL)"
    " FROM old_obligation o WHERE o.event_id = ? ORDER BY o.id"
)
_PROMISED = "SELECT due_on, times FROM old_obligation WHERE event_id = ? AND kind = 'promise'"
_TRIED_AGAIN = (
    "SELECT 1 FROM old_attempt a JOIN old_obligation o ON o.id = a.obligation_id"
    " WHERE a.event_id = :id AND o.event_id <> :id"
)
_ANSWERED = (
    "SELECT 1 FROM old_settlement s JOIN old_obligation o ON o.id = s.obligation_id"
    " WHERE s.event_id = :id AND (o.kind = 'reply' OR o.kind = 'response'"
    "  AND EXISTS (SELECT 1 FROM old_attempt a WHERE a.obligation_id = o.id))"
)


class Events:
    """The events of format 2 in the order of their numbers, each with the terms that it shows."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal, me: int) -> None:
        self._connection = connection
        self._journal = journal
        self._me = me

    def drafts(self) -> Iterator[Draft]:
        """The events as facts."""
        rows = self._connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM old_event ORDER BY id")
        for row in rows:
            event = dict(zip(_COLUMNS, row, strict=True))
            yield self._draft(event)

    def _draft(self, event: Mapping[str, Value]) -> Draft:
        key = int(event["id"] or 0)
        change = self._journal.change_of("event", key)
        flags = self._journal.command_of(change).options
        opened = self._opened(key)
        expected = self._expected(key, event)
        is_without, expects_reply = "--no-due" in flags, "--expect-reply" in flags
        if event["kind"] == "outreach" and not opened and not expects_reply:
            expected = frozenset() if self._is_answer(key) else expected
        if change == UNKNOWN:
            is_without = bool(expected) and not opened
            expects_reply = event["kind"] == "outreach" and bool(opened) and self._answered(key)
        shown = {} if is_without else shown_by(opened, expected, self._me)
        promised = self._connection.execute(_PROMISED, (key,)).fetchone() or (None, 1)
        columns = {
            **event,
            "due_on": promised[0],
            "times": promised[1],
            "no_due": int(is_without),
            "expect_reply": int(expects_reply),
        }
        return Draft(change, EVENT, key, "event", columns, shown)

    def _opened(self, key: int) -> list[Opened]:
        """What an event opened: as it was then, and what only a correction made it open."""
        opened = list(self._journal.opened.get(key, ()))
        for kind, debtor_id, *days, is_put_off in self._connection.execute(_OPENED, (key,)):
            opened.append(Opened(kind, debtor_id, None if is_put_off else days_between(*days)))
        return [item for item in opened if item.kind != "touch"]

    def _expected(self, key: int, event: Mapping[str, Value]) -> frozenset[str]:
        """The terms of what an event would open, were no answer and no attempt in it."""
        roles = self._roles(key)
        kind, is_paid = event["kind"], bool(event["fee"])
        if kind == "meeting":
            return frozenset({"thanks", "thanks_mine"} if self._me in roles["attendee"] else ())
        if kind == "outreach":
            return frozenset({"reply_mine" if self._me in roles["recipient"] else "reply"})
        if kind == "introduction":
            return self._expected_of_introduction(roles, is_paid=is_paid)
        if kind == "problem":
            made = self._roles(int(event["introduction_id"] or 0))
            concerned = roles["harmed"] + made["introducer"]
            return frozenset({"apology", "replacement"} if self._me in concerned else ())
        return frozenset({"promise"})

    def _expected_of_introduction(
        self, roles: Mapping[str, Collection[int]], *, is_paid: bool
    ) -> frozenset[str]:
        if self._me in roles["introducer"]:
            owed = {"response", "check_response", "check_outcome"}
            return frozenset(owed if is_paid else owed | {"thanks"})
        if self._me in (*roles["client"], *roles["provider"]):
            return frozenset({"response"} if is_paid else {"response", "thanks_mine", "update"})
        return frozenset()

    def _roles(self, event_id: int) -> Mapping[str, list[int]]:
        roles: dict[str, list[int]] = defaultdict(list)
        parties = self._connection.execute(
            "SELECT role, contact_id FROM party WHERE event_id = ?", (event_id,)
        )
        for role, contact_id in parties:
            roles[role].append(contact_id)
        return roles

    def _is_answer(self, event_id: int) -> bool:
        """Whether an outreach answered something, or was another attempt at it."""
        return self._answered(event_id) or self._finds(_TRIED_AGAIN, event_id)

    def _answered(self, event_id: int) -> bool:
        return self._finds(_ANSWERED, event_id)

    def _finds(self, query: str, event_id: int) -> bool:
        return self._connection.execute(query, {"id": event_id}).fetchone() is not None
