"""Telling a week to netlog by its command line, and reading what the ledger says, up to ids."""

import json
import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic

from tests.support.differing import Told
from tests.support.weeks import (
    ACKNOWLEDGEMENTS,
    EVENTS,
    EVERYBODY,
    REFERENCE,
    TERMS,
    TYPED,
    Fact,
)

REFUSED, CRASHED = 3, 70
NUMBER = re.compile(r"\b[ea]\d+\b")
TYPEABLE = re.compile(r"(?<=netlog )(\w+) (\d+)\b")  # a command for an item, in a sentence
ITEM_KEYS = ("id", "ids", "item", "items", "for", "keeps", "opened", "closed")


@dataclass(frozen=True)
class Answer:
    """What a command line ended with."""

    code: int
    out: str
    err: str


Run = Callable[[list[str], Mapping[str, str]], Answer]


@dataclass
class Teller:
    """One ledger to which facts are told.

    Attributes:
        run: the program: arguments and environment.
        folder: where the ledger and the files of settings are.
        on_the_day: tell each fact on its own day.
        taken: what was told and not refused.
        refused: what the program refused, and in which words.
        numbers: the numbers of the events and acknowledgements, by the label of their fact.
    """

    run: Run
    folder: Path
    on_the_day: bool = False
    taken: list[Fact] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for number, terms in enumerate(TERMS):
            lines = {name: f"{name} = {json.dumps(days)}\n" for name, days in terms.items()}
            text = "".join([lines.pop("group_size", ""), "[terms]\n", *lines.values()])
            path = self.folder / f"terms{number}.toml"
            path.write_text(text, encoding="utf-8")

    @property
    def ledger(self) -> Path:
        """The file."""
        return self.folder / "ledger.db"

    def ask(self, *argv: str, today: object = TYPED, terms: int = 0) -> Answer:
        """Run one command line."""
        settings = {
            "NETLOG_LEDGER": str(self.ledger),
            "NETLOG_TODAY": str(today),
            "NETLOG_CONFIG": str(self.folder / f"terms{terms}.toml"),
        }
        return self.run(list(argv), settings)

    def tell(self, facts: Iterable[Fact]) -> "Teller":
        """Tell them in this order; what is refused is noted, and the rest told all the same."""
        for fact in facts:
            reason = self._refusal(fact)
            if reason is None:
                self.taken.append(fact)
            else:
                self.refused[fact.label] = reason
        return self

    def _refusal(self, fact: Fact) -> str | None:
        """Tell one fact; why it was refused."""
        line = self._resolved(fact)
        if line is None:
            return "there is no such item"
        today = fact.told or (fact.day if self.on_the_day else TYPED)
        answer = self.ask(*shlex.split(line), "--json", today=today, terms=fact.terms)
        if answer.code:
            assert answer.code in (REFUSED, CRASHED), (line, answer)
            return answer.err.splitlines()[0]
        if fact.verb in ACKNOWLEDGEMENTS:
            self._number_acknowledged(fact.label)
        elif fact.verb in EVENTS:
            self.numbers[fact.label] = json.loads(answer.out)["event"]
        return None

    def _number_acknowledged(self, label: str) -> None:
        """Find the number of the last acknowledgement, which only `history` tells."""
        numbers = re.findall(r'"(a\d+)"', self.ask("history", "--json").out)
        known = set(self.numbers.values())
        for number in numbers:
            if number not in known:
                self.numbers[label] = number

    def _resolved(self, fact: Fact) -> str | None:
        """The line with numbers in it; None where it names what there is not."""
        line = fact.line
        for match in REFERENCE.finditer(fact.line):
            number: str | None = self.numbers.get(match[1])
            if match[2] is not None:
                number = self._item(*match.groups())
            if number is None:
                return None
            line = line.replace(match[0], number)
        return line

    def _item(self, label: str, kind: str, debtor: str, creditor: str) -> str | None:
        right, wrong = next((fact.named for fact in self.taken if fact.label == label), ("", ""))
        pairs = [(debtor, creditor)]
        if right in pairs[0]:
            pairs.insert(
                0, (wrong if debtor == right else debtor, wrong if creditor == right else creditor)
            )
        answer = self.ask("history", str(self.numbers.get(label)), "--json")
        if answer.code:
            return None
        for pair in pairs:
            for event in json.loads(answer.out)["items"]:
                for item in event["items"]:
                    if (item["kind"], item["debtor"], item["creditor"]) == (kind, *pair):
                        return str(item["id"])
        return None

    def says(self, asked: date) -> dict[str, Any]:
        """Everything that the ledger says on that day, with labels for numbers."""
        questions = [("history", "history"), ("due", "due --all")]
        questions += [(f"report {name}", f"report {name}") for name in EVERYBODY]
        questions += [
            ("ranking", "report"),
            ("people", "people"),
            ("archived", "people --archived"),
        ]
        told: dict[str, Any] = {}
        for name, line in questions:
            answer = self.ask(*line.split(), "--json", today=asked)
            told[name] = json.loads(answer.out) if answer.out else answer.err
        labels = _Labels(self.numbers, told["history"]["items"])
        return {name: labels.of(answer) for name, answer in told.items()}


@dataclass(frozen=True)
class Telling(Generic[Told]):
    """A way to tell a week.

    Attributes:
        order: the facts, as they are told.
        teller: makes one, with an empty ledger.
    """

    order: Callable[[Told], list[Fact]]
    teller: Callable[[], Teller]

    def of(self, week: Told) -> Teller:
        """Somebody to whom the week was told."""
        return self.teller().tell(self.order(week))


def tried(week: Told, tellings: Sequence[Telling[Told]]) -> Iterator[tuple[Told, list[Teller]]]:
    """Tell a week in several ways, then without what any of them refused, and so on.

    Who was told exactly what is left, and refused the rest, need not be told again.

    Yields:
        The week and its tellers; in the last round nothing of it is refused.
    """
    tellers = [telling.of(week) for telling in tellings]
    while True:
        yield week, tellers
        told = {fact.label for telling in tellings for fact in telling.order(week)}
        refused = {label for teller in tellers for label in teller.refused if label in told}
        if not refused:
            return
        week = week.without(frozenset(refused))
        tellers = [
            teller if teller.taken == telling.order(week) else telling.of(week)
            for teller, telling in zip(tellers, tellings, strict=True)
        ]


class _Labels:
    """Labels for the numbers of a ledger: the fact's for an event, what it is for an item."""

    def __init__(self, numbers: Mapping[str, str], history: list[dict[str, Any]]) -> None:
        self.events = {number: label for label, number in numbers.items()}
        self.items: dict[int, str] = {}
        for event in history:
            label = self.events.get(str(event["id"]), "?")
            seen: dict[tuple[str, ...], int] = {}
            for item in sorted(event.get("items") or [], key=_days):
                what = (item["kind"], item["debtor"], item["creditor"])
                seen[what] = seen.get(what, 0) + 1
                self.items[item["id"]] = f"{label}:{':'.join(what)}#{seen[what]}"

    def of(self, value: Any, key: str = "") -> Any:
        """A value with labels for the numbers in it."""
        if isinstance(value, dict):
            return {name: self.of(part, name) for name, part in value.items()}
        if isinstance(value, list):
            labelled = [self.of(part, key) for part in value]
            return sorted(labelled) if key == "ids" else labelled
        if isinstance(value, str):
            text = NUMBER.sub(lambda match: self.events.get(match[0], match[0]), value)
            return TYPEABLE.sub(lambda match: f"{match[1]} {self._item(int(match[2]))}", text)
        if type(value) is int and key in ITEM_KEYS:
            return self._item(value)
        return value

    def _item(self, number: int) -> str:
        return self.items.get(number, f"item {number}")


def _days(item: dict[str, Any]) -> list[str]:
    return [str(item.get(key)) for key in ("opened_on", "due_on", "closed_on")]
