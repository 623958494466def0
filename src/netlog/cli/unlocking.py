"""What somebody is asked of the key of an encrypted ledger.

What is typed is not shown, and goes to no command line, no journal and no message.
"""

from netlog.actions.desk import NEW_KEY
from netlog.ledger.file.key import KeyUnknown, key_of, know


def ask_for_key(unknown: KeyUnknown) -> bool:
    """Ask for the key of a file that is encrypted; whether one was typed."""
    from netlog.render.sink import tell

    tell(f"{unknown.wrong} does not fit." if unknown.wrong else f"{unknown.path} is encrypted.")
    typed = _typed("Its passphrase: ")
    if typed is not None:
        know(key_of(typed, "What was typed"))
    return typed is not None


def ask_for_new_key(answers: dict[str, str]) -> bool:
    """Ask twice for a passphrase to come; whether both were the same."""
    from netlog.render.sink import tell

    tell("Whoever forgets it can read neither the ledger nor its backups any more.")
    first = _typed("New passphrase: ")
    if first is None:
        return False
    if _typed("The same again: ") != first:
        tell("These were not the same.")
        return False
    answers[NEW_KEY] = first
    return True


def _typed(prompt: str) -> str | None:
    """A key that somebody types, unseen; None where it is none."""
    from netlog.render.sink import ask_unseen

    try:
        typed = ask_unseen(prompt)
        key_of(typed)
    except (EOFError, ValueError):
        return None
    return typed
