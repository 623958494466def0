"""Of which format a file is, and what its reader is told beside it."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from contextlib import closing
from typing import BinaryIO

from netlog.actions.desk import Desk
from netlog.actions.importing.sources import How, Source
from netlog.domain.text import excerpt, join
from netlog.errors import Refused, Unreadable
from netlog.exchange.format import Format, Reading
from netlog.exchange.plain import FIELDS, Plain, named_nowhere, told_headings
from netlog.exchange.registry import FORMATS, format_of, head_of, named


def refuse_unknown_fields(how: How) -> None:
    """Refuse a column as what no contact has, before anything is read."""
    for column, field in (how.mapping or {}).items():
        if field not in FIELDS:
            raise Unreadable(
                f'"{column}" cannot be "{field}": there is no such field.',
                f"Fields: {', '.join(FIELDS)}.",
            )


def refuse_unknown_columns(desk: Desk, sources: Sequence[Source], how: How) -> None:
    """Refuse a column that no table has, before anything is planned."""
    if not how.mapping:
        return
    headers = []
    for source in sources:
        with closing(source.open()) as stream:
            form = format_of_source(source.name, stream, how.as_format)
            if isinstance(form, Plain):
                headers.append(form.headings(stream, reading_of(desk, how)))
    column = named_nowhere(how.mapping, headers)
    if column is not None:
        what = f'There is no column "{excerpt(column)}".'
        known = told_headings([heading for header in headers for heading in header])
        raise Unreadable(what, known if headers else "--as csv reads any table by its columns.")


def reading_of(desk: Desk, how: How, addresses: frozenset[str] = frozenset()) -> Reading:
    """What a reader is told; `addresses` are the owner's own."""
    return Reading(
        today=desk.today,
        addresses=addresses,
        owner=desk.settings.owner,
        mapping=how.mapping or {},
        order=desk.settings.date_order,
    )


def format_of_source(name: str, stream: BinaryIO, wanted: str | None) -> Format:
    """The format of a file, which stays at its beginning: what was asked for, or what it shows.

    Raises:
        Refused, Unreadable: it is of none, or empty, or there is none of that name.
    """
    head = head_of(stream)
    if not head.removeprefix(BOM_UTF8).strip():
        raise Refused(
            f"There is nothing in {name}.",
            "Nothing was written. Where there was nothing to export, that is right; else export"
            " it again, or name another file.",
        )
    known = format_of(head) if wanted is None else named(wanted)
    if known is not None:
        return known
    names = join([each.name for each in FORMATS])
    if wanted is not None:
        raise Unreadable(f'"{wanted}" is no format.', f"Formats: {names}.")
    raise Refused(
        f"{name} is of no format that netlog knows.",
        f"If it is one of these, say so: --as FORMAT, of {names}.",
    )
