"""The ledger as files for other programs, one form a module: text comes out, piece by piece."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from netlog.actions.desk import Desk

Pieces = AbstractContextManager[Iterator[Any]]  # texts; of a folder, each file and its texts


class FileKind(NamedTuple):
    """A kind of file: its module here, its endings, and what it is, to begin a sentence.

    It may be a folder of several, and it may have all that was ever told.
    """

    module: str
    endings: tuple[str, ...]
    label: str
    is_folder: bool = False
    has_history: bool = False


FORMS: Mapping[str, FileKind] = {
    "json": FileKind("whole_json", (".json",), "The whole ledger is", has_history=True),
    "csv": FileKind(
        "whole_tables", ("/",), "The whole ledger is", is_folder=True, has_history=True
    ),
    "table": FileKind("contacts", (".csv",), "Your contacts are"),
    "vcard": FileKind("vcards", (".vcf",), "Your contacts are"),
    "ics": FileKind("calendar", (".ics",), "What is open is"),
    "markdown": FileKind("book", (".md",), "The book of your network is"),
}


def form_called(word: str) -> str | None:
    """The form that a word of the command line means; None for none."""
    form = "ics" if word == "icalendar" else word
    return form if form in FORMS else None


def form_of(name: str) -> str | None:
    """The form that a file's name ends like; None for none."""
    return next((form for form, each in FORMS.items() if name.endswith(each.endings)), None)


def pieces(form: str, desk: "Desk", *, with_journal: bool) -> Pieces:
    """What is written in a form, piece by piece, to be read while the ledger is open.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    draw: Callable[..., Pieces] = import_module(f"netlog.render.export.{FORMS[form].module}").pieces
    return draw(desk, with_journal=with_journal)
