"""netlog calendar"""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Quiet, Text, argument, flag

if TYPE_CHECKING:
    from netlog.actions.calendar import Decided
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.cli.calendars import Calendar


def calendar(
    context: typer.Context,
    place: Annotated[
        Text, argument("[FILE|URL]", "Where it is; else, where the setting calendar says.")
    ] = None,
    keyring: Annotated[bool, flag("--keyring", "Keep the password in the system keyring.")] = False,
    allow_http: Annotated[
        bool, flag("--allow-http", "Send it where others on the way can read it.")
    ] = False,
    force: Annotated[bool, flag("--force", "Replace FILE, whoever wrote it.")] = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Keep a calendar file, or the to-dos on a server, as what is open.

    What was ticked off there is asked about, and settled once you say so. No other command opens a
    connection to another machine.
    """
    from netlog.actions.calendar import Kept
    from netlog.ledger.file.cipher import looks_encrypted
    from netlog.render import calendar as rendered
    from netlog.render import receipt as receipts
    from netlog.render.progress import progress
    from netlog.render.sink import tell
    from netlog.views.calendar import open_items

    desk = open_desk(context)
    named = place or desk.settings.calendar
    wrong_setting = "" if place else "netlog config unset calendar"
    kept = _calendar(named, wrong_setting, keyring=keyring, allow_http=allow_http, force=force)
    decision = _decision(desk, kept)
    receipt = _settled(desk, decision, kept)
    if receipt is not None and not (quiet or json):
        receipts.print_text(receipt)
    with progress(kept.meanwhile):
        sent = kept.keep(desk, decision, open_items(desk.settings))
    result = Kept(kept.name, decision, receipt, sent)
    if json:
        rendered.print_json(result, desk.today)
    else:
        rendered.print_text(result, desk, quiet=quiet)
        if not quiet and looks_encrypted(desk.ledger):
            tell("It can be read there without the key of the ledger.")


def _decision(desk: "Desk", kept: "Calendar") -> "Decided":
    """What to do with what was ticked off, asked on a terminal."""
    from netlog.actions.calendar import decided
    from netlog.cli.asking import asking, can_ask
    from netlog.exchange.calendar_plan import ticked
    from netlog.views.calendar import open_items

    def decide(answers: dict[str, str]) -> "Decided":
        is_open = open_items(desk.settings)
        items = ticked(kept.done(answers, is_open.copy), is_open)
        return decided(replace(desk, answers=dict(answers)), items, asks=can_ask())

    return asking(decide, meanwhile=kept.meanwhile)


def _settled(desk: "Desk", decision: "Decided", kept: "Calendar") -> "Receipt | None":
    """What became of what is done; the calendar of the settings follows, where it is another."""
    from contextlib import nullcontext

    from netlog.actions.settle import settle_each
    from netlog.cli.showing import following

    if not decision.done:
        return None
    with nullcontext() if desk.settings.calendar == kept.name else following(desk):
        return settle_each(desk, decision.done)


def _calendar(named: str, hint: str, *, keyring: bool, allow_http: bool, force: bool) -> "Calendar":
    """The calendar that is named by a file or an address; the hint is for where it is neither.

    Raises:
        Unreadable: it is neither, or an option is for the other.
        Refused: it is an address to which others could read along.
    """
    from netlog.cli.calendars import CalendarFile, CalendarOnServer, address_of, file_of
    from netlog.cli.new_file import refuse_idle_force
    from netlog.errors import Unreadable

    if not named:
        raise Unreadable(
            "No calendar is named, and the settings name none.",
            "netlog calendar FILE, or for good: netlog config set calendar ~/netlog.ics",
        )
    address = address_of(named)
    if address is None:
        for option, is_given in (("--keyring", keyring), ("--allow-http", allow_http)):
            if is_given:
                raise Unreadable(f"{option} is for a server.", f"netlog calendar URL {option}")
        return CalendarFile(file_of(named, hint), force=force)
    refuse_idle_force(None, "netlog calendar FILE --force", force=force)
    from netlog.network.address import refuse_open_way

    refuse_open_way(address, allowed=allow_http)
    return CalendarOnServer(address, keyring=keyring)
