"""netlog report WHO --chronology"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.desk import days_between
from netlog.cli.forms import Form

if TYPE_CHECKING:
    from netlog.domain.chronology.extract import Extract, Extracted
    from netlog.domain.wording import Wording

_USAGE = "netlog report WHO --chronology"
_HINT = f"{_USAGE} shows the ids of what is in it."


class Cut(NamedTuple):
    """What of a chronology is wanted, as typed."""

    since: str | None
    until: str | None
    without: Sequence[str]
    no_notes: bool


def given(**options: object) -> list[str]:
    """The options that were given, in words: those that are neither None, False nor empty."""
    return [f"--{name.replace('_', '-')}" for name, value in options.items() if value]


def refuse_without_chronology(options: Sequence[str]) -> None:
    """Refuse options that are for a chronology alone.

    Args:
        options: those of them that were given.

    Raises:
        Unreadable: there are any.
    """
    from netlog.domain.text import join
    from netlog.errors import Unreadable

    if options:
        verb = "is" if len(options) == 1 else "are"
        raise Unreadable(f"{join(list(options))} {verb} for a chronology.", _USAGE)


def print_chronology(
    desk: Desk,
    who: str | None,
    form: Form,
    cut: Cut,
    *,
    markdown: bool,
    beside: Sequence[str],
) -> None:
    """Print what happened around somebody, day by day, in the form that was asked for.

    Args:
        desk: the settings of the command.
        who: the contact as typed.
        form: how to print it, unless it is to be `markdown`.
        cut: what of it is wanted.
        markdown: whether it is.
        beside: the options that were given and do not go with it.

    Raises:
        Unreadable: the options do not go together, or a day or an id cannot be read.
        Refused, FileUnwritable: an id is not in it, or the page cannot go where it was to go.
    """
    from netlog.domain.wording import UNNAMED, Wording
    from netlog.views.chronology import chronology

    subject = _subject(who, form, beside, markdown=markdown)
    extract = _extract(desk, cut)
    result = asking(lambda answers: chronology(desk.settings, subject, extract, answers))
    part, names, settings = result.extracted, result.names, desk.settings
    my_name = settings.owner or UNNAMED
    wording = Wording(names.by_id, names.me, part.whole.until, my_name, settings.currency)
    _show(part, wording, form, markdown=markdown)


def _subject(who: str | None, form: Form, beside: Sequence[str], *, markdown: bool) -> str:
    from netlog.cli.new_file import refuse_idle_force
    from netlog.domain.text import join
    from netlog.errors import Unreadable

    if who is None:
        raise Unreadable("A chronology is of one contact.", _USAGE)
    if beside:
        verb = "does" if len(beside) == 1 else "do"
        raise Unreadable(
            f"{join(list(beside))} {verb} not go with --chronology, which is of one contact.",
            _USAGE,
        )
    forms = given(markdown=markdown, html=form.html is not None, json=form.json)
    if len(forms) > 1:
        raise Unreadable(f"A chronology has one form, and {join(forms)} are {len(forms)}.", _USAGE)
    refuse_idle_force(form.html, f"{_USAGE} --html FILE", force=form.force)
    return who


def _extract(desk: Desk, cut: Cut) -> "Extract":
    from netlog.domain.chronology.extract import Extract
    from netlog.domain.ids import EventId, read_subject

    since, until = days_between(desk, cut.since, cut.until)
    parts = (part for word in cut.without for part in word.removesuffix(",").split(","))
    ids = [read_subject(part, "an event or a due item", _HINT) for part in parts]
    return Extract(
        since=since,
        until=until,
        events=frozenset(fact_id.number for fact_id in ids if isinstance(fact_id, EventId)),
        items=frozenset(fact_id.number for fact_id in ids if not isinstance(fact_id, EventId)),
        notes=not cut.no_notes,
    )


def _show(part: "Extracted", wording: "Wording", form: Form, *, markdown: bool) -> None:
    from netlog.render.chronology import contents
    from netlog.render.chronology.notice import tell_before_it_is_sent
    from netlog.render.sink import tell

    whole = contents.paper(part, wording)
    if form.json:
        from netlog.render.chronology.paper import print_json

        print_json(whole)
    elif not whole.sections and form.html is None:
        tell(contents.nothing(part, wording))
    elif markdown:
        from netlog.render.chronology.markdown import print_markdown

        print_markdown(whole)
        tell_before_it_is_sent(part, wording)
    elif form.html is not None:
        from netlog.render.chronology.page import page

        form.write(page(whole), whole.title)
        tell_before_it_is_sent(part, wording)
    else:
        from netlog.render.chronology.text import print_text

        print_text(whole)
