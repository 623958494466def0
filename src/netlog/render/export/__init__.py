"""The ledger as files for other programs, one form a file: text comes out, piece by piece."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netlog.actions.desk import Desk

Pieces = AbstractContextManager[Iterator[str]]


class Form(NamedTuple):
    """A kind of file: its module here, its endings, and what it is, to begin a sentence."""

    module: str
    endings: tuple[str, ...]
    label: str


FORMS: Mapping[str, Form] = {
    "json": Form("whole_json", (".json",), "The whole ledger is"),
    "vcard": Form("vcards", (".vcf",), "Your contacts are"),
    "ics": Form("calendar", (".ics",), "What is open is"),
    "csv": Form("contacts", (".csv",), "Your contacts are"),
    "markdown": Form("book", (".md",), "The book of your network is"),
}


def form_of(name: str) -> str | None:
    """The form that a file's name ends like; None for none."""
    return next((form for form, each in FORMS.items() if name.endswith(each.endings)), None)


def pieces(form: str, desk: "Desk", *, with_journal: bool) -> Pieces:
    """The text of a file in a form, to be read while the ledger is open.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    draw: Callable[..., Pieces] = import_module(f"netlog.render.export.{FORMS[form].module}").pieces
    return draw(desk, with_journal=with_journal)
