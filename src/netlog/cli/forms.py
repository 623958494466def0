"""How every command that reads is made: the forms in which it tells its result."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import declare

if TYPE_CHECKING:
    from netlog.actions.desk import Desk

Document = Mapping[str, Any]


class Form(NamedTuple):
    """In which form a result is wanted: for a person where in no other.

    `html` is the file of a page, which may be `-` for standard output; `force` replaces what is
    there; `json` with it prints what is on the page as well.
    """

    desk: "Desk"
    json: bool = False
    plain: bool = False
    html: str | None = None
    force: bool = False

    @property
    def for_script(self) -> bool:
        """Whether a script asks."""
        return self.json or self.plain

    def most(self, limit: int | None) -> int | None:
        """How many to show: as many as were asked for; of all, a person on a terminal gets 50."""
        from netlog.render.lines import most_shown

        is_whole = self.for_script or self.html is not None
        return limit if is_whole else most_shown(limit)

    def tell_script(self, document: Callable[[], Document], rows: str = "") -> bool:
        """Print a document where a script wants it, and tell whether one does.

        Args:
            document: makes it.
            rows: the fields of its items that are in a row.
        """
        from netlog.render.forms.plain import print_rows
        from netlog.render.sink import say_json

        if self.json:
            say_json(document())
        elif self.plain:
            print_rows([document()["items"]], rows)
        return self.for_script

    def tell_script_items(self, batches: Iterable[Sequence[Document]], rows: str) -> bool:
        """The same of items that are read batch by batch."""
        from netlog.render.forms.plain import print_rows
        from netlog.render.sink import say_items

        if self.json:
            say_items(batches)
        elif self.plain:
            print_rows(batches, rows)
        return self.for_script

    def put_page(self, page: str, document: Callable[[], Document], title: str) -> bool:
        """Write a page of a document where one is wanted, and tell whether one is.

        Args:
            page: its file in `render/pages`.
            document: makes what the page is drawn from.
            title: what it is, to begin a sentence.

        Raises:
            Refused, FileUnwritable: it cannot go where it was to go.
        """
        if self.html is None:
            return False
        drawn = import_module(f"netlog.render.pages.{page}")
        content = document()
        self.write(getattr(drawn, f"{page}_page")(content), title, content if self.json else None)
        return True

    def write(self, page: str, title: str, document: Document | None = None) -> None:
        """Write a page, or print it where `-` was typed; and a document that tells where it is.

        Raises:
            Refused, FileUnwritable: it cannot go where it was to go.
        """
        from netlog.cli.new_file import STANDARD_OUTPUT
        from netlog.config import file_named
        from netlog.ledger.file.new_file import write_new
        from netlog.render.sink import print_file, say, say_json

        if self.html is None or self.html == STANDARD_OUTPUT:
            print_file([page])
            return
        file = file_named(self.html)
        write_new(file, page, self.desk.settings, force=self.force)
        if document is not None:
            say_json({**document, "file": str(file)})
        else:
            say(f"{title} is in {file}.")


def reads(forms: str, usage: str = "") -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a command of a function that gets a `desk` and the `form` that is wanted.

    Args:
        forms: the options that ask for one, with blanks between them; they stand behind its own.
        usage: the command without options, for a hint.
    """
    names = forms.replace("html", "html force").split()

    def command(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def run(context: typer.Context, **typed: Any) -> None:
            desk = open_desk(context)
            form = form_of(desk, usage, **{name: typed.pop(name) for name in names})
            function(desk=desk, form=form, **typed)

        declare(run, function, names)
        return run

    return command


def form_of(
    desk: "Desk",
    usage: str,
    *,
    json: bool,
    plain: bool = False,
    html: str | None = None,
    force: bool = False,
) -> Form:
    """The form that the options of a command ask for.

    Args:
        desk: the settings of the command.
        usage: the command without options, for a hint.
        json: whether to print it for a script.
        plain: whether to print rows, which no page has.
        html: the file of a page, `-`, or None.
        force: whether to replace what is there.

    Raises:
        Unreadable: they make no sense together.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT, refuse_idle_force
    from netlog.errors import Unreadable

    refuse_idle_force(html, f"{usage} --html FILE --force", force=force)
    if json and html == STANDARD_OUTPUT:
        raise Unreadable(
            "Standard output is one document: the page, or JSON.", f"{usage} --html FILE --json"
        )
    if plain and html is not None:
        raise Unreadable("--html and --plain exclude each other.", "Leave one of them out.")
    return Form(desk, json, plain, html, force)
