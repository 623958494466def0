"""What can go wrong, in words for the person at the terminal.

A class is a family with its exit code, or one situation with its wording as well. They are raised
where the fact is known, with what happened and what to do now, and shown in one place,
`netlog.__main__`.
"""

import re
import shlex
from collections.abc import Sequence
from typing import NamedTuple

_A_SCREEN = 10  # as many questions, of two lines each, are seen at once


def shell_word(text: str) -> str:
    """A text as it can be pasted into a shell: bare where that is safe, else in plain quotes."""
    if re.fullmatch(r"[\w-][\w.@-]*", text):
        return text
    return shlex.quote(text) if set(text) & set('"\\$`!') else f'"{text}"'


class NetlogError(Exception):
    """Something a person can understand and mend; never shown as a traceback."""

    exit_code: int  # each family has its own; 1 says that something is overdue, and is no error's

    def __init__(self, message: str, hint: str = "", choices: Sequence[str] = ()) -> None:
        """Take what happened, what to do now, and what there is to choose from."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.choices = tuple(choices)


class Unreadable(NetlogError):
    """The command line cannot be read: a date, an amount, an id, a combination of options."""

    exit_code = 2


class Refused(NetlogError):
    """The input names nothing, too much, or something that the ledger does not accept."""

    exit_code = 3


class LedgerUnusable(NetlogError):
    """The ledger file cannot be read or written as it is."""

    exit_code = 4


class LedgerDamaged(LedgerUnusable):
    """The ledger file is one, but not as netlog left it; a backup is what helps."""


class NoLedger(LedgerUnusable):
    """What has the place of the ledger is none, or changed beyond recognition; a backup helps."""


class Unconfirmed(Refused):
    """What cannot be taken back as all else can, and so needs a yes."""

    def __init__(self, message: str, lines: Sequence[str]) -> None:
        """Take what is to be done, and what it would change, a line each."""
        super().__init__(message, "Nothing was written. To do it: add --yes.", lines)


class UnclearName(Refused):
    """A name that somebody at a terminal can be asked about.

    `names` are the contacts that it may mean, as they are called; `labels` the same with what
    tells them apart; `more` says how many others there are, if any; `question` asks which.
    """

    def __init__(
        self,
        typed: str,
        message: str,
        hint: str,
        candidates: Sequence[tuple[str, str]],
        number: int = 0,
    ) -> None:
        """Take what was typed, for each candidate its name and label, and how many there are."""
        self.typed = typed
        self.names = [name for name, _ in candidates]
        self.labels = [label for _, label in candidates]
        left_out = number - len(candidates)
        self.more = f"and {left_out} more" if left_out > 0 else ""
        self.question = message
        super().__init__(message, hint, [*self.labels, *filter(None, [self.more])])


class UnknownName(UnclearName):
    """A name that nobody in the ledger has, where only known ones make sense."""

    def __init__(
        self,
        typed: str,
        nearly: Sequence[tuple[str, str]] = (),
        number: int = 0,
        *,
        means: str = "",
    ) -> None:
        """Take what was typed, and some or all of the known ones that it may be a slip of.

        `means` tells what it is, where it cannot be a name, and what to type for that.
        """
        adding = means or f"To add somebody: netlog person {shell_word(typed)} --new"
        hint = "Did you mean:" if nearly else adding
        message = f'Nobody in the ledger is called "{typed}".'
        super().__init__(typed, message, hint, nearly, number)


class UnknownOrganisation(UnclearName):
    """A name that no organisation in the ledger has."""

    def __init__(self, typed: str, nearly: Sequence[tuple[str, str]] = (), number: int = 0) -> None:
        """Take what was typed, and some or all of the organisations that it may be a slip of."""
        hint = f"To say where somebody works: netlog person NAME --org {shell_word(typed)}"
        message = f'No organisation in the ledger is called "{typed}".'
        super().__init__(typed, message, "Did you mean:" if nearly else hint, nearly, number)


class AmbiguousName(UnclearName):
    """What was typed fits several contacts."""

    def __init__(self, typed: str, number: int, candidates: Sequence[tuple[str, str]]) -> None:
        """Take what was typed, how many contacts it fits, and some or all of those."""
        super().__init__(
            typed,
            f'"{typed}" fits {number} contacts.',
            "Type more of the name of the one you mean:",
            candidates,
            number,
        )


class NearlyKnownName(UnclearName):
    """A new name that looks like a slip of a known one."""

    def __init__(self, typed: str, candidates: Sequence[tuple[str, str]], number: int = 0) -> None:
        """Take what was typed, and some or all of the known contacts that it nearly is."""
        super().__init__(
            typed,
            f'"{typed}" is new, but nearly somebody you know. Nothing was written.',
            "Type the known name, or add --new if this is somebody else:",
            candidates,
            number,
        )
        self.question = f'"{typed}" is new, but nearly somebody you know.'


class TakenName(Refused):
    """--new, where every name is known already."""

    def __init__(self, typed: str, label: str) -> None:
        """Take a name that was typed, and whom it means already; "" for no name at all."""
        if not typed:
            super().__init__(
                "--new speaks of unknown names, and there is none.", "Leave --new out."
            )
            return
        apart, of_a_firm = map(shell_word, (f"{typed} 2", f"{typed} (Acme)"))
        super().__init__(
            f'"{typed}" is taken, so it is nobody new: {label}.',
            "Leave --new out where they are meant. Somebody else needs a name that tells the two"
            f" apart, such as {apart}, or with the firm: {of_a_firm}",
        )


class PassphraseWanted(Refused):
    """What is to be encrypted needs a key; somebody at a terminal can choose a passphrase."""

    def __init__(self) -> None:
        """Say what else can be the key."""
        super().__init__(
            "No key was named, and nobody chose a passphrase. Nothing was written.",
            "A file with a random key: netlog encrypt --key-file FILE. In the keyring of the"
            " system: netlog encrypt --keyring",
        )


class LoginWanted(Refused):
    """A server wants to know who asks for a calendar; somebody at a terminal can say it."""

    def __init__(self, url: str, user: str = "", *, is_wrong: bool = False, more: str = "") -> None:
        """Take which calendar, who asks, if known, and whether the password was wrong."""
        self.user = user
        self.question = f"{url} wants a user and a password."
        if is_wrong:
            self.question = f"{url} does not accept the user {user} with that password."
        hint = (
            "In the environment: NETLOG_CALENDAR_USER and NETLOG_CALENDAR_PASSWORD. On a terminal"
            " it is asked for, and --keyring keeps it. Some servers want a password made for one"
            " program."
        )
        super().__init__(f"{self.question} Nothing was sent.", f"{hint} {more}".strip())


class SaidAlready(Refused):
    """What is told is in the ledger already; somebody at a terminal can be asked about it."""

    def __init__(self, key: str, day: object) -> None:
        """Take the id of what says so, and its day."""
        super().__init__(f"{key} of {day} says the same already.", "Nothing was written.")


class Question(NamedTuple):
    """What somebody at a terminal can be asked.

    The choices are keys and what they stand for; `options` is what answers it off a terminal, and
    `usual` the choice of whoever says nothing, "" where there is none.
    """

    key: str
    text: str
    choices: Sequence[tuple[str, str]]
    options: str
    usual: str = ""

    @property
    def keys(self) -> Sequence[str]:
        """What can be answered."""
        return [key for key, _ in self.choices]


class OpenQuestions(Refused):
    """What has to be decided before a command can go on, and what its options can say."""

    def __init__(self, message: str, hint: str, questions: Sequence[Question]) -> None:
        """Take what it is about, the options that answer, and the questions.

        Where these are many, the options stand below them once more: none of them is left out.
        """
        lines = [line for each in questions for line in (each.text, f"  {each.options}")]
        again = [f"{len(questions)} questions. {hint.rstrip(':')}"]
        super().__init__(message, hint, (*lines, *again[: len(questions) > _A_SCREEN]))
        self.questions = tuple(questions)


class NoSuchItem(Refused):
    """An id that the ledger never gave, or whose event was taken back."""

    def __init__(self, noun: str, key: object) -> None:
        """Take what was asked for, "due item" or "event", and its id."""
        lists = {
            "event": "netlog history lists the events with their ids.",
            "thank-you or apology": "netlog history lists those that were given, with their ids.",
        }
        super().__init__(
            f"There is no {noun} {key}.",
            lists.get(noun, "netlog due --all lists the open items, each with its event."),
        )
