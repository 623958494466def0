"""Contacts that are made one at a join: who they are by now, whether they can be, what both had."""

import sqlite3
from collections.abc import Iterator, Mapping

from netlog.domain.people.merging import refuse_member, refuse_to_be_alone, refuse_to_merge
from netlog.domain.records import Contact, Party
from netlog.errors import Refused
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.records import select_in
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.journal import fact_now


def other_organisations(copies: Copies, same: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Who is known here by another organisation than there."""
    for there, here in same.items():
        rows = fact_now(copies.ours, "contact", here), copies.there_now("contact", there)
        yield from chosen(here, *((row or {}).get("organisation_id") for row in rows))


def chosen(
    contact: int, kept: int | str | None, other: int | str | None
) -> list[tuple[int, int, int]]:
    """The two organisations of a contact, where there are two."""
    return [(contact, int(kept), int(other))] if kept and other and kept != other else []


def why_not(ours: sqlite3.Connection, keep: Contact, other: Contact) -> str:
    """Why two contacts cannot be one; nothing where they can."""
    parties = select_in(ours, Party, "contact_id", [other.id])
    others = vouchers(ours, {party.event_id for party in parties})
    shared = [voucher for voucher in others.values() if keep.id in voucher.contacts]
    try:
        refuse_to_merge(keep, other)
        refuse_member(keep, other)
        refuse_to_be_alone(shared, other)
    except Refused as refusal:
        return refusal.message
    return ""
