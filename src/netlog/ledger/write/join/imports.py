"""What is not alike in an event that both copies brought in from a file of others."""

from collections.abc import Iterable, Iterator

from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.decisions import Clash, Subject
from netlog.ledger.write.join.sources import BY_THE_WAY, people_in
from netlog.ledger.write.join.telling import Net
from netlog.ledger.write.journal import fact_now


def without_what_is_alike(nets: Iterable[Net], copies: Copies) -> list[Net]:
    """The same without such events, where they are as they are here."""
    left = []
    for net in nets:
        here = fact_now(copies.ours, "event", net.id) if net.table == "event" else None
        if here is None or net.now is None or not net.is_new:
            left.append(net)
            continue
        now = {**net.now, **{name: here[name] for name in BY_THE_WAY}}
        if now != here:
            left.append(net._replace(now=now))
    return left


def others_in_it(copies: Copies) -> Iterator[Clash]:
    """Such events in which others are there than here."""
    of = copies.ids.of
    for (table, key), row in copies.there.now.items():
        if table != "event" or row is None or not copies.ids.is_new("event", key):
            continue
        subject = Subject("event", of("event", key))
        here = fact_now(copies.ours, *subject)
        if here is None or here["told"] == row["told"]:  # a third copy told it
            continue
        ours = people_in(copies.ours, subject.id)
        theirs = {(role, of("contact", who)) for role, who in people_in(copies.theirs, key)}
        if ours != theirs:
            sides = (sorted(ours - theirs), sorted(theirs - ours))
            mine, other = (next((who for _, who in side), None) for side in sides)
            yield Clash(subject, (("contact_id", mine, other),))
