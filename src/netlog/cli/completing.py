"""What a shell gets when somebody presses Tab; the scripts in `completion_scripts` ask for it.

The shell sets `_NETLOG_COMPLETE` to its name and passes the words of the command line, the last
one being completed. Typer's own completion is not used: it drops what is typed in another case,
imports Rich, and leaves names with spaces and quotes to chance.

Which words fit is told by a parameter's metavar, the same word that the help shows.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.cli.anywhere import Anywhere

if TYPE_CHECKING:
    from netlog.actions.desk import Desk

A_FILE_BELONGS_HERE = 10  # the exit code that tells the shell to complete a file

PEOPLE = frozenset({"CLIENT", "KEEP", "NAME", "OTHER", "PROVIDER", "WHO", "OLD NEW"})
WORDS = {
    "CHANNEL": ("phone", "email", "card", "video", "letter"),
    "DATE": ("today", "tomorrow", "eow", "eom", "in 3 days"),
    "SPAN": ("7d", "2w", "6w"),
}
PAST = ("today", "yesterday", "3 days ago")
UNTIL = ("tomorrow", "next mon", "in 3 days", "2w", "eom")


class Candidate(NamedTuple):
    """What may stand in the place of the word, and what it is."""

    value: str
    label: str


class Place(NamedTuple):
    """Where the last word stands: the value of a parameter, an option's name, or a command.

    `typed` is the word, without the `prefix` that stays as it is (`--with=`). `files` are those
    that the options of the program name. `before` are the
    arguments before it, `nth` which value of an option with several it is, from 0.
    """

    typed: str
    command: str = ""
    parameter: Any = None
    options: Sequence[Any] = ()
    prefix: str = ""
    files: Mapping[str, Path] = MappingProxyType({})
    before: Sequence[str] = ()
    nth: int = 0


def answer(shell: str, argv: Sequence[str]) -> int:
    """Print what the shell asked for; whatever goes wrong, there is just nothing to offer."""
    from netlog.render import completion

    try:
        request = completion.asked(shell, argv)
        place = locate(request.words)
        if place.parameter is not None and "FILE" in _kinds(place.parameter):
            return A_FILE_BELONGS_HERE
        fitting = [Candidate(place.prefix + value, label) for value, label in candidates(place)]
        completion.print_answer(shell, request, fitting)
    except Exception:  # noqa: BLE001, S110 - a message would land in the middle of what is typed
        pass
    return 0


def locate(words: Sequence[str]) -> Place:
    """Find out what the last of the words after `netlog` is."""
    import typer.main

    from netlog.cli.commands import COMMANDS, build, place_of_command

    index = place_of_command(words[:-1])
    name, *rest = words[index:]
    is_command = bool(rest) and name in COMMANDS
    group: Any = typer.main.get_command(build([name if is_command else "undo"]))
    program = _Reader(group, words[:index])
    place = Place("") if rest else program.place(name)
    if is_command:
        reader = _Reader(group.commands[name], rest[:-1])
        place = reader.place(rest[-1])._replace(command=name, before=tuple(reader.before))
        program.files |= reader.files
    return place._replace(files=program.files)


class _Reader:
    """What the words so far leave open of a command's parameters, as the parser would read them."""

    def __init__(self, command: Any, words: Sequence[str]) -> None:
        self.is_program = hasattr(command, "commands")
        self.options = [param for param in command.params if param.param_type_name == "option"]
        self.arguments = [param for param in command.params if param.param_type_name == "argument"]
        self.by_name = {name: option for option in self.options for name in option.opts}
        self.waiting: list[Any] = []  # options whose values come next
        self.before: list[str] = []  # arguments
        self.files: dict[str, Path] = {}
        self.only_words = False  # after "--"
        for word in words:
            self.read(word)

    def is_option(self, word: str) -> bool:
        return word.startswith("-") and not self.only_words and not self.waiting

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
            self.before.append(word)
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
        if isinstance(option, Anywhere) and option.name:
            self.files[option.name] = Path(value)


def candidates(place: Place) -> list[Candidate]:
    """Everything that fits in the place of the word."""
    if place.options:
        names = [
            Candidate(max(option.opts, key=len), option.help or "")
            for option in place.options
            if not option.hidden
        ]
        return _beginning(place.typed, [*names, Candidate("--help", "Show the help.")])
    if place.parameter is None:
        return _commands(place.typed) if not place.command else []
    fitting: list[Candidate] = []
    for kind in _kinds(place.parameter):
        fitting += _of_kind(kind, place)
    return fitting


def _kinds(parameter: Any) -> list[str]:
    """The words of a metavar: `[WHO|EVENT]` is WHO and EVENT; in small letters, it is itself."""
    return str(parameter.metavar or "").strip("[].").split("|")


def _commands(typed: str) -> list[Candidate]:
    from netlog.cli.commands import COMMANDS, function_of

    labels = {name: (function_of(name).__doc__ or "").partition("\n")[0] for name in COMMANDS}
    return _beginning(typed, [Candidate(name, label) for name, label in labels.items()])


def _of_kind(kind: str, place: Place) -> list[Candidate]:
    if kind == "OLD NEW" and place.nth == 0 and (fitting := _participants(_desk(place), place)):
        return fitting
    look = _LOOKS.get("WHO" if kind in PEOPLE else kind)
    if look is None:
        return _beginning(place.typed, _words(kind, place))
    return look(_desk(place), place)


def _desk(place: Place) -> "Desk":
    from netlog.actions.desk import Desk
    from netlog.config import load
    from netlog.ledger.file.key import name_key_file

    settings = load(os.environ, **place.files)
    name_key_file(settings.key_file)
    return Desk("", settings)


def _words(kind: str, place: Place) -> list[Candidate]:
    """What fits whatever is in the ledger."""
    if kind == "KEY":
        from netlog.views.settings import defaults

        keys = [*defaults(), *(["ledger", "today"] if place.before[:1] == ("get",) else [])]
        return [Candidate(key, "setting") for key in keys]
    if kind == "VALUE":
        from netlog.views.settings import choices

        action, *key = place.before
        return [Candidate(value, "value") for value in choices(*key)] if action == "set" else []
    if kind == kind.lower():
        return [Candidate(kind, kind)]
    values = WORDS.get(kind, ())
    if kind == "DATE" and "--due" not in place.parameter.opts:
        values = UNTIL if place.command == "snooze" else PAST
    return [Candidate(value, kind.lower()) for value in values]


def _beginning(typed: str, offered: Sequence[Candidate]) -> list[Candidate]:
    start = typed.casefold()
    return [candidate for candidate in offered if candidate.value.casefold().startswith(start)]


def _people(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.render.completion import name_told
    from netlog.views.completion import called

    return [Candidate(name.called, name_told(*name)) for name in called(desk.settings, place.typed)]


def _participants(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.views.completion import participants

    event = re.fullmatch(r"[eE]([1-9][0-9]{0,17})", place.before[0] if place.before else "")
    if event is None:
        return []
    names = participants(desk.settings, int(event[1]), place.typed)
    return [Candidate(name, f"in {event[0]}") for name in names]


def _items(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.domain.items import CHECK_INS
    from netlog.render.completion import item_told
    from netlog.views.completion import open_items

    if not re.fullmatch(r"[1-9]?[0-9]*", place.typed):
        return []
    asked_for = {"check": CHECK_INS, "intro": ("promise",), "edit": ("promise",)}
    kinds = asked_for.get(place.command, ())
    result = open_items(desk.settings, place.typed, kinds)
    wording = desk.wording(result.names)
    return [Candidate(str(item.obligation.id), item_told(item, wording)) for item in result.items]


def _events(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.render.completion import event_told
    from netlog.views.completion import last_events

    typed = re.fullmatch(r"[eE]([1-9][0-9]*)?", place.typed or "e")
    if typed is None:
        return []
    only_introductions = place.command in ("check", "intro", "problem")
    kind = "introduction" if only_introductions else ""
    result = last_events(desk.settings, typed[1] or "", kind)
    wording = desk.wording(result.names)
    return [
        Candidate(f"e{happening.event.id}", event_told(happening, wording))
        for happening in result.happenings
    ]


def _skills(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.views.completion import skills

    return _beginning(place.typed, [Candidate(skill, "skill") for skill in skills(desk.settings)])


def _organisations(desk: "Desk", place: Place) -> list[Candidate]:
    from netlog.views.completion import organisations

    names = organisations(desk.settings)
    return _beginning(place.typed, [Candidate(name, "organisation") for name in names])


_LOOKS: "dict[str, Callable[[Desk, Place], list[Candidate]]]" = {
    "WHO": _people,
    "ID": _items,
    "EVENT": _events,
    "S": _skills,
    "SKILL": _skills,
    "O": _organisations,
}
