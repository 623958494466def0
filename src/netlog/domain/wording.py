"""What events and obligations are called, in words for people."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from netlog.domain.dates.days import day_text, weekday_text
from netlog.domain.items import Item, side
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Event, Obligation, Outcome, Party, Role
from netlog.domain.standing import days_overdue
from netlog.domain.text import join

UNNAMED = "you"
Template = str | Callable[[Item], str]  # words for an item, or what chooses them


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for one ledger: the names of its contacts, who is `me`, and the day it is.

    `my_name` is what I am called: "you", or my name in what others are to read. `currency` stands
    behind amounts, where one is set.
    """

    names: Mapping[int, str]
    me: int
    today: date
    my_name: str = UNNAMED
    currency: str = ""

    def name(self, contact_id: int) -> str:
        """A contact as the object of a sentence: the name, or "you"."""
        return self.my_name if contact_id == self.me else self.names[contact_id]

    def day(self, day: date | None) -> str:
        """A day as short as it stays clear."""
        return day_text(day, self.today)

    def day_of(self, event: Event) -> str:
        """The day of an event, as short as it stays clear."""
        return day_text(event.known_on, self.today)

    def weekday(self, day: date | None) -> str:
        """A day with its weekday, to be checked at a glance."""
        return weekday_text(day, self.today)

    def money(self, amount: str) -> str:
        """An amount with its currency: "75 EUR", or "75" where none is set; "" for no amount."""
        return money(amount, self.currency)

    def event(self, event: Event, parties: tuple[Party, ...]) -> str:
        """One sentence that tells an event, without its date and without a full stop."""
        from netlog.domain.events import EVENT_KINDS  # noqa: PLC0415 - `due` tells of none

        roles: dict[str, list[str]] = {}
        for party in parties:
            roles.setdefault(party.role, []).append(self.name(party.contact_id))
        return capital(EVENT_KINDS[event.kind].sentence(roles, _quoted(event.about)))

    def details(self, event: Event, uncounted: Collection[str] = ()) -> list[str]:
        """What else is told of an event: "at the Club", "via phone", "fee 75 EUR".

        Args:
            event: the event.
            uncounted: those of its fields that were told and have no effect.
        """
        from netlog.domain.events import EVENT_KINDS  # noqa: PLC0415 - `due` tells of none

        return [
            self.detail(field, words, value) + (" (not counted)" if field in uncounted else "")
            for field, words in EVENT_KINDS[event.kind].details.items()
            if (value := getattr(event, field))
        ]

    def detail(self, field: str, words: str, value: str) -> str:
        """One thing that is told of an event or an acknowledgement, in words such as "via {}"."""
        return words.format(self.money(value) if field == "fee" else value)

    def outcome(self, outcome: Outcome, introduced: Introduced, by: int | None = None) -> str:
        """One sentence that tells what came of an introduction.

        Args:
            outcome: what came of it.
            introduced: who brought whom together.
            by: who answered; None for the one whose answer tells that it came to something.
        """
        if outcome == "happy":
            client, provider = map(self.name, introduced.both)
            return capital(f"{client} and {provider} are both happy")
        by = introduced.answering(self.me) if by is None else by
        return capital(f"{self.name(by)} answered {self.name(introduced.other(by))}")

    def of(self, item: Item, template: Template) -> str:
        """A template such as "{debtor} thanked {creditor}", with the words for an item in it."""
        words = template if isinstance(template, str) else template(item)
        return words.format_map(_WordsFor(self, item))

    def what(self, item: Item) -> str:
        """What is owed, without saying by whom or to whom."""
        return self.of(item, _WHAT[item.obligation.kind])

    def who(self, item: Item) -> str:
        """With whom an item is open: the other side of it."""
        return join(self.whom(item))

    def whom(self, item: Item) -> list[str]:
        """The same, name by name."""
        obligation = item.obligation
        if obligation.kind == "check-outcome":
            return [self.name(item.who("client")), self.name(item.who("provider"))]
        other = obligation.creditor_id if obligation.debtor_id == self.me else obligation.debtor_id
        return [self.name(other)]

    def owes(self, item: Item) -> str:
        """Who owes whom what, as one clause: "Rob Ellis owes you thanks for the meeting"."""
        addressed = self.my_name == UNNAMED and item.obligation.debtor_id == self.me
        return self._clause(item, "owe" if addressed else "owes")

    def asking(self, item: Item) -> str:
        """What a check-in is: "ask Cara Diaz whether Web Works answered"."""
        return self.of(item, f"ask {{who}}{_again(item)} {_question(item)}")

    def owed(self, item: Item) -> str:
        """Who owed whom what, now that it is closed."""
        return self._clause(item, "owed")

    def between_several(self, item: Item, others: str, *, is_over: bool) -> str:
        """The clause for me and several others who all owe it, or are all owed it."""
        is_mine = item.obligation.debtor_id == self.me
        debtors, creditors = (self.my_name, others) if is_mine else (others, self.my_name)
        return f"{debtors} {'owed' if is_over else 'owe'} {creditors} {self.what(item)}"

    def _clause(self, item: Item, verb: str) -> str:
        if side(item.obligation, self.me) == "check-in":
            return self.asking(item)
        return self.of(item, f"{{debtor}} {verb} {{creditor}} {{what}}")

    def lateness(self, obligation: Obligation) -> str:
        """When it is due, seen from today: "3 days late", "today", "in 5 days"."""
        days = days_overdue(obligation, self.today)
        if days > 0:
            return f"{count(days, 'day')} late"
        near = {0: "due today", -1: "tomorrow"}
        return near.get(days, f"in {count(-days, 'day')}")


def money(amount: str, currency: str) -> str:
    """An amount with the currency behind it; alone where none is set."""
    return f"{amount} {currency}" if amount and currency else amount


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def counts(*numbers: tuple[int, str]) -> list[str]:
    """Each number with its noun, but for those of which there is nothing."""
    return [count(number, noun) for number, noun in numbers if number]


def times(number: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def capital(sentence: str) -> str:
    """The sentence with a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


class _WordsFor:
    """What a template can name of an item: what it is about, and its contacts by role."""

    def __init__(self, wording: Wording, item: Item) -> None:
        self.wording, self.item = wording, item

    def __getitem__(self, name: str) -> str:
        if name in _FIELDS:
            return _FIELDS[name](self.wording, self.item)
        return self.wording.name(self.item.who(cast("Role", name)))


def _introduced_to(wording: Wording, item: Item) -> str:
    """The other one of an introduction, seen from the debtor."""
    client = item.who("client")
    return wording.name(item.who("provider") if item.obligation.debtor_id == client else client)


_FIELDS: Mapping[str, Callable[[Wording, Item], str]] = {
    "debtor": lambda wording, item: wording.name(item.obligation.debtor_id),
    "creditor": lambda wording, item: wording.name(item.obligation.creditor_id),
    "other": _introduced_to,
    "about": lambda _, item: item.event.about,
    "attempts": lambda _, item: channels_text(item),
    "first": lambda wording, item: wording.name(item.first),
    "waiting": lambda wording, item: wording.name(item.waiting),
    "who": Wording.who,
    "what": Wording.what,
}


def _thanks(item: Item) -> str:
    met = item.event.kind == "meeting"
    return "thanks for the meeting" if met else "thanks for the introduction to {other}"


def _response(item: Item) -> str:
    answer = 'an answer about "{about}"' if item.event.about else "an answer after the introduction"
    return f"{answer} ({{attempts}})" if item.attempts else answer


def _question(item: Item) -> str:
    is_response = item.obligation.kind == "check-response"
    return "whether {first} answered" if is_response else "whether both are happy"


def _check_response(item: Item) -> str:
    return f"ask{_again(item)} {_question(item)}"


def _again(item: Item) -> str:
    return f" again (asked {times(len(item.attempts))})" if item.attempts else ""


def _promise(item: Item) -> str:
    parts = item.obligation.times
    return '"{about}"' if parts == 1 else f'"{{about}}" ({item.done} of {parts})'


def _reply(item: Item) -> str:
    about = item.event.about
    if len(item.attempts) < 2:  # noqa: PLR2004 - the first attempt is the outreach itself
        return 'a reply about "{about}"' if about else "a reply"
    if not about:
        return "a reply ({attempts})"
    # What the other attempts were about is not at hand; it may have been something else.
    ends = ";" if ":" in channels_text(item) else ","
    return f'a reply ({{attempts}}{ends} the first about "{{about}}")'


def channels_text(item: Item) -> str:
    """The attempts at an item by channel: "3 attempts: 2 phone, 1 email"."""
    by_channel: dict[str, int] = {}
    for attempt in item.attempts:
        by_channel[attempt.via] = by_channel.get(attempt.via, 0) + 1
    attempts = count(len(item.attempts), "attempt")
    if len(item.attempts) == 1:
        return f"{attempts}, {item.attempts[0].via}" if item.attempts[0].via else attempts
    channels = [f"{number} {via}" for via, number in by_channel.items() if via]
    return f"{attempts}: {', '.join(channels)}" if channels else attempts


_WHAT: Mapping[str, Template] = {
    "thanks": _thanks,
    "response": _response,
    "check-response": _check_response,
    "check-outcome": "ask whether both are happy",
    "update": "word on how it went with {other}",
    "promise": _promise,
    "reply": _reply,
    "apology": "an apology for {culprit}",
    "replacement": "somebody better than {culprit}",
    "touch": "a word, to keep in touch",
}
