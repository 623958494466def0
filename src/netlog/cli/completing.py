"""What a shell gets when somebody presses Tab; the scripts in `completion_scripts` ask for it.

The shell sets `_NETLOG_COMPLETE` to its name and passes the words of the command line, the last
one being completed. Typer's own completion is not used: it drops what is typed in another case,
imports Rich, and leaves names with spaces and quotes to chance.

Which words fit is told by a parameter's metavar, the same word that the help shows.
"""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from netlog.actions.desk import Desk

A_FILE_BELONGS_HERE = 10  # the exit code that tells the shell to complete a file

PEOPLE = frozenset({"CLIENT", "KEEP", "NAME", "OTHER", "PROVIDER", "WHO", "OLD NEW"})
WORDS = {
    "CHANNEL": ("phone", "email", "card", "video", "letter"),
    "DATE": ("today", "tomorrow", "eow", "eom", "in 3 days"),
    "SPAN": ("7d", "2w", "6w"),
}
FROM_LEDGER = frozenset({"EVENT", "ID", "O", "S", "SKILL"})
PAST = ("today", "yesterday", "3 days ago")
UNTIL = ("tomorrow", "next mon", "in 3 days", "2w", "eom")
# Metavars for which only the user knows what to type.
FREE = frozenset({"A", "AMOUNT", "E", "N", "NEED", "NEW", "P", "PLACE", "STORY", "TEXT",
                  "WHAT"})  # fmt: skip


class Candidate(NamedTuple):
    """What may stand in the place of the word, and what it is."""

    value: str
    told: str


class Place(NamedTuple):
    """Where the last word stands: the value of a parameter, an option's name, or a command.

    `typed` is the word, without the `prefix` that stays as it is (`--with=`). `given` are the
    arguments before it, `nth` which value of an option with several it is, from 0.
    """

    typed: str
    command: str = ""
    parameter: Any = None
    options: Sequence[Any] = ()
    prefix: str = ""
    ledger: Path | None = None
    given: Sequence[str] = ()
    nth: int = 0


def answer(shell: str, argv: Sequence[str]) -> int:
    """Print what the shell asked for; whatever goes wrong, there is just nothing to offer."""
    from netlog.render import completion

    try:
        asked = completion.asked(shell, argv)
        place = locate(asked.words)
        if place.parameter is not None and "FILE" in _kinds(place.parameter):
            return A_FILE_BELONGS_HERE
        found = [Candidate(place.prefix + value, told) for value, told in candidates(place)]
        completion.print_answer(shell, asked, found)
    except Exception:  # noqa: BLE001, S110 - a message would land in the middle of what is typed
        pass
    return 0


def locate(words: Sequence[str]) -> Place:
    """Find out what the last of the words after `netlog` is."""
    import typer.main

    from netlog.cli.app import COMMANDS, build

    name = words[0] if words[0] in COMMANDS and len(words) > 1 else ""
    group: Any = typer.main.get_command(build([name or "undo"]))
    if not name:
        place, rest = _walk(group, words)
        if len(rest) < 2 or rest[0] not in COMMANDS:  # noqa: PLR2004 - the command, and a word
            return place
        name, *words = rest
        group = typer.main.get_command(build([name]))
        inner, _ = _walk(group.commands[name], words)
        return inner._replace(command=name, ledger=inner.ledger or place.ledger)
    return _walk(group.commands[name], words[1:])[0]._replace(command=name)


def _walk(command: Any, words: Sequence[str]) -> tuple[Place, Sequence[str]]:
    """Follow the words through a command's parameters, as the parser would.

    For the program itself it stops at the first word that is no option: the command, with the
    words after it, is returned as the second.
    """
    reader = _Reader(command)
    for index, word in enumerate(words[:-1]):
        if reader.is_command(word):
            return Place("", ledger=reader.ledger), words[index:]
        reader.read(word)
    place = reader.place(words[-1])
    return place._replace(ledger=reader.ledger, given=tuple(reader.given)), ()


class _Reader:
    """What the words so far leave open."""

    def __init__(self, command: Any) -> None:
        self.is_program = hasattr(command, "commands")
        self.options = [one for one in command.params if one.param_type_name == "option"]
        self.arguments = [one for one in command.params if one.param_type_name == "argument"]
        self.by_name = {name: one for one in self.options for name in one.opts}
        self.waiting: list[Any] = []  # options whose values come next
        self.given: list[str] = []  # arguments
        self.ledger: Path | None = None
        self.only_words = False  # after "--"

    def is_option(self, word: str) -> bool:
        return word.startswith("-") and not self.only_words and not self.waiting

    def is_command(self, word: str) -> bool:
        return self.is_program and not self.waiting and not self.is_option(word)

    def read(self, word: str) -> None:
        if self.waiting:
            self._take(self.waiting.pop(), word)
        elif word == "--" and not self.only_words:
            self.only_words = True
        elif self.is_option(word):
            name, equals, value = word.partition("=")
            option = self.by_name.get(name)
            if option is None or option.is_flag:
                return
            if equals:
                self._take(option, value)
            else:
                self.waiting = [option] * option.nargs
        else:
            self.given.append(word)
            if self.arguments and self.arguments[0].nargs > 0:
                self.arguments.pop(0)

    def place(self, last: str) -> Place:
        if self.waiting:
            option = self.waiting[0]
            return Place(last, parameter=option, nth=option.nargs - len(self.waiting))
        if self.is_option(last):
            name, equals, value = last.partition("=")
            if equals and name in self.by_name:
                return Place(value, prefix=name + equals, parameter=self.by_name[name])
            return Place(last, options=self.options)
        if self.arguments:
            return Place(last, parameter=self.arguments[0])
        return Place(last, options=() if last or self.is_program else self.options)

    def _take(self, option: Any, value: str) -> None:
        if option.name == "ledger":
            self.ledger = Path(value)


def candidates(place: Place) -> list[Candidate]:
    """Everything that fits in the place of the word."""
    if place.options:
        named = [
            Candidate(max(one.opts, key=len), one.help or "")
            for one in place.options
            if not one.hidden
        ]
        return _beginning(place.typed, [*named, Candidate("--help", "Show the help.")])
    if place.parameter is None:
        return _commands(place.typed) if not place.command else []
    found: list[Candidate] = []
    for kind in _kinds(place.parameter):
        found += _of_kind(kind, place)
    return found


def _kinds(parameter: Any) -> list[str]:
    """The words of a metavar: `[WHO|EVENT]` is WHO and EVENT; in small letters, it is itself."""
    return str(parameter.metavar or "").strip("[].").split("|")


def _commands(typed: str) -> list[Candidate]:
    from netlog.cli.app import COMMANDS, function_of

    told = {name: (function_of(name).__doc__ or "").partition("\n")[0] for name in COMMANDS}
    return _beginning(typed, [Candidate(*one) for one in told.items()])


def _of_kind(kind: str, place: Place) -> list[Candidate]:
    if kind == "OLD NEW" and place.nth == 0 and (found := _those_in_the_event(_desk(place), place)):
        return found
    look = _LOOKS.get("WHO" if kind in PEOPLE else kind)
    if look is None:
        return _beginning(place.typed, _words(kind, place))
    return look(_desk(place), place)


def _desk(place: Place) -> "Desk":
    from netlog.actions.desk import Desk
    from netlog.config import load

    return Desk("", load(os.environ, place.ledger))


def _words(kind: str, place: Place) -> list[Candidate]:
    """What fits whatever is in the ledger."""
    if kind == "KEY":
        from netlog.views.settings import defaults

        keys = [*defaults(), *(["ledger", "today"] if place.given[:1] == ("get",) else [])]
        return [Candidate(key, "setting") for key in keys]
    if kind == "VALUE":
        from netlog.views.settings import choices

        action, *key = place.given
        return [Candidate(one, "value") for one in choices(*key)] if action == "set" else []
    if kind == kind.lower():
        return [Candidate(kind, kind)]
    values = WORDS.get(kind, ())
    if kind == "DATE" and {"--on", "--since"} & set(place.parameter.opts):
        values = PAST
    if kind == "DATE" and "--until" in place.parameter.opts:
        values = UNTIL
    return [Candidate(one, kind.lower()) for one in values]


def _beginning(typed: str, found: Sequence[Candidate]) -> list[Candidate]:
    start = typed.casefold()
    return [one for one in found if one.value.casefold().startswith(start)]


def _people(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.render.completion import name_told
    from netlog.views.completion import called

    return [Candidate(one.called, name_told(*one)) for one in called(desk.settings, place.typed)]


def _those_in_the_event(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.views.completion import participants

    event = re.fullmatch(r"[eE]([1-9][0-9]{0,17})", place.given[0] if place.given else "")
    if event is None:
        return []
    found = participants(desk.settings, int(event[1]), place.typed)
    return [Candidate(name, f"in {event[0]}") for name in found]


def _items(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.domain.items import CHECK_INS
    from netlog.render.completion import item_told
    from netlog.views.completion import open_items

    if not re.fullmatch(r"[1-9]?[0-9]*", place.typed):
        return []
    kinds = CHECK_INS if place.command == "check" else ()
    found = open_items(desk.settings, place.typed, kinds)
    wording = desk.wording(found.names)
    return [Candidate(str(item.obligation.id), item_told(item, wording)) for item in found.items]


def _events(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.render.completion import event_told
    from netlog.views.completion import last_events

    typed = re.fullmatch(r"[eE]([1-9][0-9]*)?", place.typed or "e")
    if typed is None:
        return []
    only_introductions = place.command in ("check", "intro", "problem")
    kind = "introduction" if only_introductions else ""
    found = last_events(desk.settings, typed[1] or "", kind)
    wording = desk.wording(found.names)
    return [Candidate(f"e{one.event.id}", event_told(one, wording)) for one in found.happenings]


def _skills(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.views.completion import skills

    return _beginning(place.typed, [Candidate(one, "skill") for one in skills(desk.settings)])


def _organisations(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.views.completion import organisations

    found = organisations(desk.settings)
    return _beginning(place.typed, [Candidate(one, "organisation") for one in found])


_LOOKS: "dict[str, Callable[[Desk, Place], list[Candidate]]]" = {
    "WHO": _people,
    "ID": _items,
    "EVENT": _events,
    "S": _skills,
    "SKILL": _skills,
    "O": _organisations,
}
