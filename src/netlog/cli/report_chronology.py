"""netlog report WHO --chronology"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netlog.cli.asking import Answers, asking
from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from netlog.domain.chronology import Chronology
    from netlog.ledger.access import Connection
    from netlog.render.chronology.paper import Paper
    from netlog.render.wording import Wording

STANDARD_OUTPUT = Path("-")


class Form(NamedTuple):
    """What was asked for: a chronology at all, and in which form; text where in none."""

    chronology: bool
    markdown: bool
    json: bool
    html: Path | None = None
    force: bool = False


def print_chronology(desk: Desk, who: str | None, form: Form, *, alone: bool) -> None:
    """Print what happened around somebody, day by day, in the form that was asked for.

    Args:
        desk: the settings of the command.
        who: the contact as typed.
        form: how to print it.
        alone: whether no option of the ranking was given beside.

    Raises:
        Unreadable: the options do not go together.
        Refused, FileUnwritable: the page cannot go where it was to go.
    """
    from netlog.domain.text import clean_name
    from netlog.ledger.access import reading

    subject = _subject(who, form, alone=alone)

    def attempt(answers: Answers) -> "tuple[Chronology, Wording]":
        with reading(desk.ledger) as connection:
            return _gather(connection, desk, answers.get(clean_name(subject), subject))

    found, wording = asking(attempt)
    _show(found, wording, desk, form)


def _subject(who: str | None, form: Form, *, alone: bool) -> str:
    from netlog.errors import Unreadable

    if not form.chronology:
        option = "--markdown" if form.markdown else "--html"
        raise Unreadable(f"{option} is for a chronology.", "netlog report WHO --chronology")
    if who is None or not alone:
        raise Unreadable(
            "A chronology is of one contact, and takes neither --for nor --limit.",
            "netlog report WHO --chronology",
        )
    if form.markdown + form.json + (form.html is not None) > 1:
        raise Unreadable("A chronology has one form: --markdown, --html FILE or --json.")
    if form.force and form.html is None:
        raise Unreadable("--force is for a file.", "netlog report WHO --chronology --html FILE")
    return who


def _show(found: "Chronology", wording: "Wording", desk: Desk, form: Form) -> None:
    from netlog.render.chronology.data import print_json
    from netlog.render.chronology.paper import paper
    from netlog.render.chronology.text import print_nothing, print_text

    if form.json:
        print_json(found, wording)
    elif not found.facts:
        print_nothing(wording.name(found.matter.contact.id))
    elif form.markdown:
        from netlog.render.chronology.markdown import print_markdown

        print_markdown(paper(found, wording))
        _say_how_to_be_named(wording)
    elif form.html is not None:
        _put_page(paper(found, wording), desk, form.html, force=form.force)
        _say_how_to_be_named(wording)
    else:
        print_text(paper(found, wording))


def _say_how_to_be_named(wording: "Wording") -> None:
    from netlog.render.sink import tell
    from netlog.render.wording import UNNAMED

    if wording.my_name == UNNAMED:
        tell('You are called "you" in it. To be named: netlog config set owner NAME')


def _put_page(told: "Paper", desk: Desk, file: Path, *, force: bool) -> None:
    """Write the page, or print it where the file is `-`."""
    from netlog.cli.new_file import write_new
    from netlog.render.chronology.page import page
    from netlog.render.sink import say, say_unbroken

    document = page(told)
    if file == STANDARD_OUTPUT:
        say_unbroken(*document.splitlines())
    else:
        write_new(file, document, ledger=desk.ledger, force=force)
        say(f"{told.title} is in {file}.")


def _gather(connection: "Connection", desk: Desk, who: str) -> "tuple[Chronology, Wording]":
    from netlog.domain.chronology import chronology
    from netlog.domain.people import known
    from netlog.ledger.chronology import contacts_in_chronology, matter
    from netlog.ledger.people import Directory, names_by_id
    from netlog.render.wording import UNNAMED, Wording

    contact = known(who, Directory(connection), desk.settings.owner)
    found = chronology(matter(connection, contact), desk.today)
    names = names_by_id(connection, contacts_in_chronology(found))
    mine = desk.settings.owner or UNNAMED
    return found, Wording(names, found.matter.me, desk.today, mine, desk.settings.currency)
