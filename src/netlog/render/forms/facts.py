"""The document of a result, and sentences from it, for a terminal and for a page alike.

A sentence is described once, as a template, and filled from the same document that `--json`
prints. Each value in it knows where it came from: a page shows that as `data-json`, a JSON pointer
(RFC 6901). So each figure can be traced, and a test compares them one by one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any, NamedTuple

from netlog.domain.dates.days import day_text
from netlog.render.forms.values import NUMBERS

_WORDS = frozenset({"text", "word", "who", "date"})


class Value(NamedTuple):
    """A value of a document: what a person reads, what it is, where, and in which form."""

    shown: str
    value: Any
    pointer: str
    form: str

    def __str__(self) -> str:
        """What a person reads."""
        return self.shown


Sentence = Sequence[str | Value]


class Facts:
    """Values of a document by their JSON pointers."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Take a document as `--json` prints it."""
        self.document = document

    def __call__(self, pointer: str) -> Any:
        """The value at a pointer, such as `/score/mean`."""
        value: Any = self.document
        for part in pointer.split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            value = value[int(name)] if isinstance(value, list) else value[name]
        return value

    def day_at(self, pointer: str) -> date:
        """The day at a pointer."""
        return date.fromisoformat(str(self(pointer)))

    def rows(self, pointer: str, most: int | None = None) -> list[str]:
        """The pointers to the entries of a list, at most so many."""
        return [f"{pointer}/{number}" for number in range(len(self(pointer)[:most]))]

    def value(self, pointer: str, form: str = "text") -> Value:
        """A value in a form: a number's, "text", "word", "who" or "date"."""
        value = shown = self(pointer)
        if form == "date":
            shown = self._day_text(pointer)
        elif form in NUMBERS:
            shown = NUMBERS[form](value)
        elif form == "who" and value == "me":
            shown = "you"
        return Value(shown, value, pointer, form)

    def _day_text(self, pointer: str) -> str:
        day = None if self(pointer) is None else self.day_at(pointer)
        return day_text(day, self.day_at("/today"))

    def fill(self, template: str, at: str = "") -> list[str | Value]:
        """A sentence: a template such as "{mean:share} in time" with the values that it names.

        Args:
            template: the name of a value, from `at` on unless it begins with a slash, and behind
                the colon its form; or "money", which has the currency behind it, or a noun, whose
                number it is. Without a form it is counted.
            at: the pointer to what the values belong to.
        """
        sentence: list[str | Value] = []
        for text, name, form, _ in Formatter().parse(template):
            sentence.append(text)
            if name is not None:
                pointer = name if name.startswith("/") else f"{at}/{name}"
                sentence += self._filled(pointer, form or "count")
        return sentence

    def _filled(self, pointer: str, form: str) -> Sentence:
        if form in NUMBERS or form in _WORDS:
            return [self.value(pointer, form)]
        if form != "money":
            return [self.value(pointer, "count"), f" {form}" if self(pointer) == 1 else f" {form}s"]
        amount = self.value(pointer)
        return [amount] if self("/currency") is None else [amount, " ", self.value("/currency")]


def ended_on(facts: Facts, at: str) -> str:
    """What a template says of the day on which an item ended, where it did.

    An answer that is posted for its due day may only be known to have come by then, as both are
    happy; and for it the due day stands beside.
    """
    kind, due, settled = (facts(f"{at}/{name}") for name in ("kind", "due_on", "settled_on"))
    by_then = kind == "response" and settled == due
    return "" if settled is None or by_then else " {settled_on:date}"


def clauses(sentences: Iterable[Sentence], between: str = ", ") -> list[str | Value]:
    """Several sentences as one; those without anything are left out."""
    joined: list[str | Value] = []
    for sentence in filter(None, sentences):
        joined += [between, *sentence] if joined else sentence
    return joined


def plain(sentence: Sentence) -> str:
    """A sentence as text."""
    return "".join(map(str, sentence))


def step(name: str) -> str:
    """A name as a part of a pointer."""
    return name.replace("~", "~0").replace("/", "~1")
