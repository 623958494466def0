"""Opening obligations by the terms: one that is never due is not opened at all."""

from datetime import date

from netlog.domain.projection.entries import ObligationDraft
from netlog.domain.projection.terms import Term, after
from netlog.domain.records import ObligationKind


def opening(
    kind: ObligationKind, debtor: int, creditor: int, on: date, term: Term
) -> tuple[ObligationDraft, ...]:
    """The obligation that is due so many days after `on`; none where the term is never."""
    if term == "never":
        return ()
    return (ObligationDraft(kind, debtor, creditor, on, after(on, term)),)
