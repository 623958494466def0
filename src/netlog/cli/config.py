"""netlog config, netlog config get, netlog config set, netlog config unset"""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Plain, Quiet, Text, argument

if TYPE_CHECKING:
    from netlog.config_file import Value
    from netlog.errors import Unreadable

_NOT_IN_THE_FILE = {
    "ledger": "Name it with --ledger FILE, or in the environment with NETLOG_LEDGER.",
    "today": "It comes from the calendar, or from NETLOG_TODAY in the environment.",
}
_MANY = 19  # digits: no setting is so high
_USAGE = 'netlog config set owner "Ann Lee"; get or unset owner; or without words, to see all.'


def config(
    context: typer.Context,
    action: Annotated[Text, argument("[get|set|unset]", "What to do; else, look.")] = None,
    key: Annotated[Text, argument("[KEY]", "A setting, such as terms.promise.")] = None,
    value: Annotated[Text, argument("[VALUE]", "What it is to be.")] = None,
    quiet: Quiet = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show the settings and where each comes from; get, set or unset one."""
    from netlog.errors import Unreadable
    from netlog.render import settings as rendered

    if plain and action is not None:
        raise Unreadable("--plain is for all settings.", "netlog config --plain")
    match action, key, value:
        case None, None, None:
            _show(context, json=json, plain=plain)
        case "get", str(), None:
            _print_setting(context, key, json=json)
        case "set", str(), str():
            understood = _understood(key, value)
            shared = _shared_with(context, str(understood)) if key == "owner" else []
            _change(key, understood, quiet=quiet, json=json)
            if shared and not quiet:
                rendered.print_shared_name(str(understood), shared)
            if key == "calendar" and not quiet:
                _tell_of_address(value)
        case "unset", str(), None:
            _change(key, None, quiet=quiet, json=json)
        case _:
            raise Unreadable("That is not how settings are shown or changed.", _USAGE)


def _show(context: typer.Context, *, json: bool, plain: bool) -> None:
    from netlog.config import config_path
    from netlog.render import settings as rendered
    from netlog.views.settings import settings

    listed = settings(os.environ, context.obj.ledger)
    if json:
        rendered.print_json(listed, config_path(os.environ))
    elif plain:
        rendered.print_plain(listed)
    else:
        rendered.print_text(listed, config_path(os.environ))


def _print_setting(context: typer.Context, key: str, *, json: bool) -> None:
    from netlog.config import config_path
    from netlog.render import settings as rendered
    from netlog.views.settings import settings

    by_key = {setting.key: setting for setting in settings(os.environ, context.obj.ledger)}
    if key not in by_key:
        raise _not_a_setting(key)
    if json:
        rendered.print_one_json(by_key[key], config_path(os.environ))
    else:
        rendered.print_one(by_key[key])


def _shared_with(context: typer.Context, owner: str) -> list[str]:
    """Who else may be meant by the owner's name.

    Nobody where the settings or the ledger cannot be read: a setting can be changed all the same,
    and whoever types such a name later is asked then.

    Raises:
        Refused: a contact is called exactly so.
    """
    from contextlib import suppress

    from netlog.errors import LedgerUnusable, Unreadable
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.views.owner import shared_with

    with suppress(Unreadable, NoLedgerYet, LedgerUnusable):
        return shared_with(open_desk(context).settings, owner)
    return []


def _change(key: str, value: "Value | None", *, quiet: bool, json: bool) -> None:
    from netlog.config import config_path
    from netlog.config_file import change
    from netlog.render import settings as rendered
    from netlog.views.settings import Setting, defaults

    path, default = config_path(os.environ), defaults()
    before = change(path, key, value)
    if before is None and key not in default:  # what the file has, unset can take out
        raise _not_a_setting(key)

    def setting(in_file: object) -> Setting:
        if in_file is None:
            return Setting(key, default.get(key), "default")
        return Setting(key, in_file, "file")

    if json:
        rendered.print_change_json(setting(value), setting(before), path)
    elif not quiet:
        rendered.print_change(setting(value), setting(before))


def _understood(key: str, typed: str) -> "Value":
    """The value that is meant, of the type that the setting has in the file.

    Raises:
        Unreadable: there is no such setting, or it cannot have that value.
    """
    from netlog.config import understood
    from netlog.domain.projection.terms import terms_from
    from netlog.views.settings import defaults

    if key not in defaults():
        raise _not_a_setting(key)
    if key == "owner":
        return _name(typed)
    if key == "currency":
        return _currency(typed)
    if key == "calendar":
        return _calendar(typed)
    value = _number(typed)
    section, _, name = key.rpartition(".")
    if section == "terms":
        terms_from({name: value})
    else:
        understood({section: {name: value}} if section else {key: value})
    return value


def _name(typed: str) -> str:
    from netlog.domain.text import clean_name
    from netlog.errors import Refused, Unreadable

    try:
        return clean_name(typed)
    except Refused as error:
        raise Unreadable(error.message, error.hint or "netlog config unset owner") from error


def _currency(typed: str) -> str:
    from netlog.config import understood
    from netlog.errors import Unreadable

    if currency := understood({"currency": typed})["currency"]:
        return currency
    raise Unreadable("A currency cannot be empty.", "netlog config unset currency")


def _calendar(typed: str) -> str:
    """The whole path, so that it is the same file wherever a command is typed; or an address."""
    from netlog.cli.calendars import address_of, file_of

    address = address_of(typed)
    if address is None:
        return str(file_of(typed, "netlog config set calendar ~/netlog.ics"))
    return address.typed


def _tell_of_address(typed: str) -> None:
    """Tell that a calendar with an address is sent by hand only."""
    from netlog.cli.calendars import address_of
    from netlog.render.settings import print_sent_by_hand

    address = address_of(typed)
    if address is not None:
        print_sent_by_hand(is_private=address.is_private)


def _number(typed: str) -> "Value":
    """A whole number where it is one; all else stays as it is, for the setting to judge."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < _MANY else typed


def _not_a_setting(key: str) -> "Unreadable":
    from difflib import get_close_matches

    from netlog.domain.text import excerpt
    from netlog.errors import Unreadable
    from netlog.views.settings import defaults

    if key in _NOT_IN_THE_FILE:
        return Unreadable(f"{key} is not set in the settings file.", _NOT_IN_THE_FILE[key])
    keys = list(defaults())
    nearly = get_close_matches(excerpt(key).lower(), keys)
    return Unreadable(
        f"There is no setting called {excerpt(key)!r}.",
        "Did you mean:" if nearly else "Settings: " + ", ".join(keys) + ".",
        nearly,
    )
