"""What is refused of a command line before its command sees it.

That is an option that takes one value and is given several, and words beyond those that it takes.
Each refusal says what to type instead, for the command that was typed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netlog.errors import Unreadable, shell_word

_SINGLE_WORDS = frozenset({"ID", "EVENT", "KEY", "STORY"})


class Typed(NamedTuple):
    """A command line as the parser has it.

    `values` are those of its options and arguments by their names, `rest` the words beyond its
    arguments, and `order` the parameters as they were given, once for each time.
    """

    command: str
    parameters: Sequence[Any]
    values: Mapping[str, Any]
    rest: Sequence[str]
    order: Sequence[Any]

    @property
    def arguments(self) -> list[Any]:
        """The arguments that the command takes."""
        return [each for each in self.parameters if each.param_type_name == "argument"]

    @property
    def words(self) -> list[str]:
        """The words that are no options, as they were typed."""
        given = [self.values.get(argument.name) for argument in self.arguments]
        return [*(word for word in given if isinstance(word, str)), *self.rest]


def refuse_twice(typed: Typed) -> None:
    """Refuse an option that takes one value and was given several.

    Raises:
        Unreadable: there is one.
    """
    seen: set[str] = set()
    for option in typed.order:
        takes_one = option.param_type_name == "option" and not (option.multiple or option.is_flag)
        if takes_one and option.name in seen:
            raise given_twice(name_of(option))
        seen.add(option.name)


def given_twice(option: str) -> Unreadable:
    """The refusal of an option that was given twice."""
    return Unreadable(f"{option} takes one value, and was given twice.", "Leave one of them out.")


def refuse_rest(typed: Typed) -> None:
    """Refuse words beyond those that the command takes.

    Raises:
        Unreadable: there are some.
    """
    if not typed.rest:
        return
    *others, last = typed.arguments or [None]
    usage = " ".join([typed.command, *(argument.metavar for argument in typed.arguments)])
    raise Unreadable(
        f'"{typed.rest[0]}" is one word too many: {usage}',
        _as_option(typed)
        or _in_quotes(typed, others, last)
        or f"{typed.command} --help shows how it is used.",
    )


def refuse_two_forms(typed: Typed) -> None:
    """Refuse two forms for scripts at once.

    Raises:
        Unreadable: both were asked for.
    """
    if typed.values.get("json") and typed.values.get("plain"):
        raise Unreadable("--json and --plain exclude each other.", "Leave one of them out.")


def name_of(option: Any) -> str:
    """The option as it is written in full."""
    return str(max(option.opts, key=len))


def _as_option(typed: Typed) -> str:
    """The command with its first word too many as the option called so; "" where none is."""
    flags = {name_of(each) for each in typed.parameters if getattr(each, "is_flag", False)}
    if (option := f"--{typed.rest[0]}") not in flags:
        return ""
    others = [word for word in typed.words if word is not typed.rest[0]]
    words = map(shell_word, [*typed.command.split(), *others, option])
    return f"Did you mean: {' '.join([*words, *_options(typed)])}"


def _in_quotes(typed: Typed, others: Sequence[Any], last: Any) -> str:
    """The command with its last words in quotes; "" where these would not help."""
    if last is None or not _takes_words(last):
        return ""
    hint = "Several words in one place need quotes:"
    if any(_takes_words(argument) for argument in others):  # which of the words belong together?
        return f"{hint} {typed.command} {' '.join(map(_example, typed.arguments))}"
    first, together = typed.words[: len(others)], " ".join(typed.words[len(others) :])
    line = " ".join([*map(shell_word, [*first, together]), *_options(typed)])
    return f"{hint} {typed.command} {line}"


def _takes_words(argument: Any) -> bool:
    """Whether it is a name or a text: no id, and none of some words of the program."""
    kinds = set(argument.metavar.strip("[].").split("|"))
    return any(kind.isupper() for kind in kinds - _SINGLE_WORDS)


def _example(argument: Any) -> str:
    return f'"{argument.metavar}"' if _takes_words(argument) else str(argument.metavar)


def _options(typed: Typed) -> Iterator[str]:
    """The options as they were given, each with what was given to it."""
    several: dict[str, list[Any]] = {}
    for option in typed.order:
        if option.param_type_name != "option":
            continue
        yield name_of(option)
        if option.is_flag:
            continue
        value = typed.values[option.name]
        if option.multiple:
            value = several.setdefault(option.name, list(value)).pop(0)
        yield from map(shell_word, [value] if isinstance(value, str) else value)
