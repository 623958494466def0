"""Who asks a server for a calendar: the environment, the keyring, or somebody who is asked.

A password goes to no command line, no journal and no message.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from netlog.actions.desk import PASSWORD, USER
from netlog.errors import LoginWanted

if TYPE_CHECKING:
    from netlog.network.address import Address
    from netlog.network.login import Login


def login_for(address: "Address", answers: Mapping[str, str]) -> "Login | None":
    """Who asks for a calendar; None where nobody is named, and no password is known.

    Raises:
        LoginWanted: somebody is named, whose password is not known.
    """
    from netlog.ledger.file.keyring import KeyringUnusable, stored_password
    from netlog.network.login import Login

    if PASSWORD in answers:
        return Login(answers[USER], answers[PASSWORD])
    user = address.user or os.environ.get("NETLOG_CALENDAR_USER", "")
    if user and (password := os.environ.get("NETLOG_CALENDAR_PASSWORD", "")):
        return Login(user, password)
    more = ""
    try:
        if stored := stored_password(address.url, user):
            return Login(*stored)
    except KeyringUnusable as error:
        more = error.message
    if user or more:
        raise LoginWanted(address.url, user, more=more)
    return None


def ask_for_login(wanted: LoginWanted, answers: dict[str, str]) -> bool:
    """Ask who asks, and for the password; whether both were typed."""
    from netlog.render.sink import ask, ask_unseen, tell

    tell(wanted.question)
    try:
        user = ask(f"User{f' ({wanted.user})' if wanted.user else ''}: ") or wanted.user
        password = ask_unseen("Password: ") if user else ""
    except EOFError:
        return False
    answers |= {USER: user, PASSWORD: password}
    return bool(password)
