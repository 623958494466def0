"""What a shell reads when Tab is pressed: one line for a word, one for what it is.

Bash shows no descriptions of its own and puts words in as they are, so for Bash they are quoted
here, and the list that a second Tab shows has the descriptions in it.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.domain.items import Item
from netlog.domain.wording import Wording
from netlog.render.sink import say

if TYPE_CHECKING:
    from netlog.domain.history import Happening

SHELLS = ("bash", "zsh", "fish", "powershell")
LISTING = "63"  # Bash's COMP_TYPE where it only lists: "?"
MENU = frozenset({"37", "42"})  # and where it puts in one after the other: "%", all: "*"
_PLAIN = re.compile(r"[^\w@%+=:,./-]")


class Asked(NamedTuple):
    """The words after `netlog`, the last being completed; for Bash, how it was typed.

    `raw` is the last word with its quotes, `replaced` the end of it that Bash will replace.
    """

    words: Sequence[str]
    raw: str = ""
    replaced: str = ""
    quote: str = ""
    how: str = ""


def asked(shell: str, argv: Sequence[str]) -> Asked:
    """Understand what a shell passed.

    Raises:
        LookupError: there is no such shell.
        ValueError: it is not what the script of that shell passes.
    """
    if shell not in SHELLS:
        raise LookupError(shell)
    if shell == "bash":
        line, replaced, how = argv
        words, raw, quote = split(line)
        return Asked(words[1:] or [""], raw, replaced, quote, how)
    words = list(argv) or [""]
    if shell == "powershell":  # the sign keeps an empty word from being dropped on its way here
        words[-1] = words[-1].removeprefix("'")
    return Asked(words)


def print_answer(shell: str, question: Asked, answers: Sequence[tuple[str, str]]) -> None:
    """Print what can stand in the place of the word, as the shell reads it."""
    if shell == "bash":
        lines = _for_bash(question, answers)
    else:
        lines = [line for value, description in answers for line in (value, description)]
    say(*lines)


def name_told(called: str, name: str, kind: str, organisation: str | None) -> str:
    """A name, as short as it stays clear: whose it is, or where its bearer belongs."""
    if called != name:
        return name
    return "you" if name == "me" else organisation or kind


def item_told(item: Item, wording: Wording) -> str:
    """A due item, as short as it stays clear."""
    return f"{wording.owes(item)}, {wording.lateness(item.obligation)}"


def event_told(happening: "Happening", wording: Wording) -> str:
    """An event with its day."""
    event = happening.event
    return f"{wording.event(event, happening.parties)}, {wording.day_of(event)}"


def split(line: str) -> tuple[list[str], str, str]:
    """A command line as Bash splits it, up to the cursor.

    Returns:
        The words, the last being what is typed so far; that one as it was typed; and the quote
        that is still open in it.
    """
    words, word, start, quote = [], "", 0, ""
    index = 0
    while index < len(line):
        character, following = line[index], line[index + 1 : index + 2]
        if character == quote:
            quote = ""
        elif quote == "'":
            word += character
        elif character == "\\" and (not quote or following in ("\\", '"', "$", "`")):
            word += following
            index += 1
        elif quote:
            word += character
        elif character in "\"'":
            quote = character
        elif character in " \t\n":
            if line[start:index]:
                words.append(word)
            word, start = "", index + 1
        else:
            word += character
        index += 1
    return [*words, word], line[start:], quote


def _for_bash(question: Asked, answers: Sequence[tuple[str, str]]) -> list[str]:
    if question.how == LISTING and len(answers) > 1:
        return [f"{value}  ({description})" for value, description in answers]
    kept = split(question.raw.removesuffix(question.replaced))[0][-1]  # what Bash leaves in place
    values = [
        _quoted(value[len(kept) :], question.quote)
        for value, _ in answers
        if value.casefold().startswith(kept.casefold())
    ]
    if len(values) > 1 and question.how not in MENU:
        # Bash puts in what they have in common, in the place of what was typed: for "park", the D
        # of Dana Park and Dora Park. With what was typed among them, they have nothing in common.
        common = _common(values)
        if not common.casefold().startswith(question.replaced.casefold()):
            values.append(question.replaced)
    return values


def _common(values: Sequence[str]) -> str:
    """What all of them begin with: what the first and the last in their order have in common."""
    first, last = min(values), max(values)
    differ = (
        index for index, both in enumerate(zip(first, last, strict=False)) if len({*both}) > 1
    )
    return first[: next(differ, len(first))]


def _quoted(text: str, quote: str) -> str:
    """The text as it can stand where it is put in: after that quote, or outside of quotes."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote:
        return re.sub(r'([\\"$`])', r"\\\1", text)
    return _PLAIN.sub(r"\\\g<0>", text)
