"""Opening obligations by the terms: one that is never due is not opened at all."""

from netlog.domain.projection.entries import ObligationDraft
from netlog.domain.projection.terms import Term, after
from netlog.domain.records import Event, ObligationKind


def opening(
    event: Event, kind: ObligationKind, debtor: int, creditor: int, term: Term
) -> tuple[ObligationDraft, ...]:
    """The obligation that is due so many days after an event; none where the term is never."""
    if term == "never":
        return ()
    on = event.happened_on
    return (ObligationDraft(event.id, kind, debtor, creditor, on, after(on, term)),)
