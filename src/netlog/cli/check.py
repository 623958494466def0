"""netlog check"""

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from netlog.cli.asking import can_ask, choose
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Note, On, Quiet, Text, Via, argument, flag, option
from netlog.cli.showing import show

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.domain.ids import EventId, ItemId
    from netlog.domain.records import Finding


def check(
    context: typer.Context,
    subject: Annotated[str, argument("ID|EVENT", "A check-in, or the introduction itself.")],
    responded: Annotated[bool, flag("--responded", "They answered.")] = False,
    silent: Annotated[bool, flag("--silent", "Asked: they have heard nothing yet.")] = False,
    happy: Annotated[bool, flag("--happy", "Both are happy.")] = False,
    worth: Annotated[
        Text, option("--worth", "AMOUNT", "What business came of it; 0 takes it back.")
    ] = None,
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record what came of an introduction.

    Several amounts of --worth add up.
    """
    from functools import partial

    from netlog.actions.check import check as record
    from netlog.actions.recording import How
    from netlog.actions.worth import worth as say
    from netlog.domain.ids import read_subject

    finding = _finding(subject, responded=responded, silent=silent, happy=happy)
    if worth is None and finding is None and can_ask():
        finding = _ask(open_desk(context), read_subject(subject), on)
    how = How(on, via, note)
    if worth is not None and finding is None:
        action = partial(say, how=how, subject=subject, amount=worth)
    elif worth is None and finding is not None:
        action = partial(record, how=how, subject=subject, finding=finding)
    else:
        raise _not_one_finding(subject)
    show(context, action, "receipt", quiet=quiet, json=json)


def _finding(subject: str, *, responded: bool, silent: bool, happy: bool) -> "Finding | None":
    from netlog.domain.records import Finding

    said = {"responded": responded, "silent": silent, "happy": happy}
    findings = [finding for finding in get_args(Finding) if said[finding]]
    if len(findings) > 1:
        raise _not_one_finding(subject)
    return findings[0] if findings else None


def _not_one_finding(subject: str) -> Exception:
    from netlog.domain.ids import read_subject
    from netlog.errors import Unreadable

    return Unreadable(
        "Say what came of it, with exactly one of --responded, --silent, --happy and --worth.",
        f"netlog check {read_subject(subject)} --happy",
    )


def _ask(desk: "Desk", subject: "ItemId | EventId", on: str) -> "Finding | None":
    """Ask what came of it, with those answers that the rules would take."""
    from netlog.domain.projection.checking import Answer
    from netlog.render.question import about_introduction
    from netlog.views.check import open_question

    answer = Answer(on=desk.past_day(on), asked_on=desk.today)
    options = open_question(desk.settings, subject, answer)
    wording = desk.wording(options.names)
    question, choices = about_introduction(wording, options.checked, options.findings)
    numbered = {str(number): finding for number, (finding, _) in enumerate(choices, 1)}
    labels = zip(numbered, (label for _, label in choices), strict=True)
    key = choose(question, list(labels))
    return None if key is None else numbered[key]
