"""What events and obligations are called, in words for people."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.dates.days import day_text, weekday_text
from netlog.domain.items import Item, side
from netlog.domain.records import Event, Obligation, Outcome, Party
from netlog.domain.standing import days_overdue

if TYPE_CHECKING:
    from netlog.domain.report.introductions import KnownIntroduction

UNNAMED = "you"


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

    def day(self, day: date) -> str:
        """A day as short as it stays clear."""
        return day_text(day, self.today)

    def weekday(self, day: date) -> str:
        """A day with its weekday, to be checked at a glance."""
        return weekday_text(day, self.today)

    def money(self, amount: str) -> str:
        """An amount with its currency: "75 EUR", or "75" where none is set; "" for no amount."""
        return money(amount, self.currency)

    def event(self, event: Event, parties: tuple[Party, ...]) -> str:
        """One sentence that tells an event, without its date and without a full stop."""
        roles: dict[str, list[str]] = {}
        for party in parties:
            roles.setdefault(party.role, []).append(self.name(party.contact_id))
        return capital(_EVENT_SENTENCES[event.kind](roles, _quoted(event.about)))

    def introduced(self, introduction: "KnownIntroduction") -> str:
        """Who was introduced to whom by whom, and what for, in one line."""
        who, need = introduction.who, _quoted(introduction.event.about)
        told = f"{self.name(who.client)} to {self.name(who.provider)}"
        given = f"{told}, by {self.name(who.introducer)}"
        return f"{given}, for {need}" if need else given

    def outcome(self, outcome: Outcome, parties: tuple[Party, ...]) -> str:
        """One sentence that tells what came of an introduction."""
        client, provider = (party.contact_id for party in parties if party.role != "introducer")
        if outcome == "happy":
            return capital(f"{self.name(client)} and {self.name(provider)} are both happy")
        answered, by = (client, provider) if provider != self.me else (provider, client)
        return capital(f"{self.name(by)} answered {self.name(answered)}")

    def what(self, item: Item) -> str:
        """What is owed, without saying by whom or to whom."""
        return _WHAT[item.obligation.kind](self, item)

    def who(self, item: Item) -> str:
        """With whom an item is open: the other side of it."""
        obligation = item.obligation
        if obligation.kind == "check-outcome":
            return join([self.name(item.who("client")), self.name(item.who("provider"))])
        other = obligation.creditor_id if obligation.debtor_id == self.me else obligation.debtor_id
        return self.name(other)

    def owes(self, item: Item) -> str:
        """Who owes whom what, as one clause: "Rob Ellis owes you thanks for the meeting"."""
        addressed = self.my_name == UNNAMED and item.obligation.debtor_id == self.me
        return self._clause(item, "owe" if addressed else "owes")

    def asking(self, item: Item) -> str:
        """What a check-in is: "ask Cara Diaz whether Web Works answered"."""
        return f"ask {self.who(item)}{_again(item)} {_question(self, item)}"

    def owed(self, item: Item) -> str:
        """Who owed whom what, now that it is closed."""
        return self._clause(item, "owed")

    def _clause(self, item: Item, verb: str) -> str:
        obligation = item.obligation
        if side(obligation, self.me) == "check-in":
            return self.asking(item)
        debtor, creditor = self.name(obligation.debtor_id), self.name(obligation.creditor_id)
        return f"{debtor} {verb} {creditor} {self.what(item)}"

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


def times(number: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def argument(name: str) -> str:
    """A name as it can be pasted into a shell; in plain quotes where those are safe."""
    return f'"{name}"' if re.fullmatch(r"[\w .,'@-]+", name) else shlex.quote(name)


def join(words: list[str]) -> str:
    """Words as an enumeration: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def capital(sentence: str) -> str:
    """The sentence with a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def _met(roles: dict[str, list[str]], _about: str) -> str:
    first, *others = roles["attendee"]
    return f"{first} met {join(others)}"


def _introduced(roles: dict[str, list[str]], about: str) -> str:
    told = f"{roles['introducer'][0]} introduced {roles['client'][0]} to {roles['provider'][0]}"
    return f"{told} for {about}" if about else told


def _promised(roles: dict[str, list[str]], about: str) -> str:
    return f"{roles['promiser'][0]} promised {roles['promisee'][0]} {about}"


def _reached(roles: dict[str, list[str]], about: str) -> str:
    told = f"{roles['author'][0]} reached out to {roles['recipient'][0]}"
    return f"{told} about {about}" if about else told


def _went_wrong(roles: dict[str, list[str]], about: str) -> str:
    return f"a problem with {roles['culprit'][0]}: {about}"


_EVENT_SENTENCES = {
    "meeting": _met,
    "introduction": _introduced,
    "promise": _promised,
    "outreach": _reached,
    "problem": _went_wrong,
}


def _thanks(wording: Wording, item: Item) -> str:
    if item.event.kind == "meeting":
        return "thanks for the meeting"
    debtor = item.obligation.debtor_id
    other = item.who("provider") if debtor == item.who("client") else item.who("client")
    return f"thanks for the introduction to {wording.name(other)}"


def _response(_wording: Wording, item: Item) -> str:
    about = _quoted(item.event.about)
    told = f"an answer about {about}" if about else "an answer after the introduction"
    return f"{told} ({channels_text(item)})" if item.attempts else told


def _check_response(wording: Wording, item: Item) -> str:
    return f"ask{_again(item)} {_question(wording, item)}"


def _check_outcome(wording: Wording, item: Item) -> str:
    return f"ask {_question(wording, item)}"


def _question(wording: Wording, item: Item) -> str:
    if item.obligation.kind == "check-response":
        return f"whether {wording.name(item.who('provider'))} answered"
    return "whether both are happy"


def _again(item: Item) -> str:
    return f" again (asked {times(len(item.attempts))})" if item.attempts else ""


def _update(wording: Wording, item: Item) -> str:
    mine = item.obligation.debtor_id
    other = item.who("provider") if mine == item.who("client") else item.who("client")
    return f"word on how it went with {wording.name(other)}"


def _promise(_wording: Wording, item: Item) -> str:
    what = _quoted(item.event.about)
    parts = item.obligation.times
    return what if parts == 1 else f"{what} ({item.done} of {parts})"


def _reply(_wording: Wording, item: Item) -> str:
    about = _quoted(item.event.about)
    if len(item.attempts) < 2:  # noqa: PLR2004 - the first attempt is the outreach itself
        return f"a reply about {about}" if about else "a reply"
    told = channels_text(item)
    if not about:
        return f"a reply ({told})"
    # What the other attempts were about is not at hand; it may have been something else.
    return f"a reply ({told}{';' if ':' in told else ','} {_which(item)} about {about})"


def _which(item: Item) -> str:
    """Which attempt opened the item; an earlier one may have been recorded later."""
    first = min(item.attempts, key=lambda one: (one.made_on, one.id))
    return "the first" if first.event_id == item.event.id else "one"


def channels_text(item: Item) -> str:
    """The attempts at an item by channel: "3 attempts: 2 phone, 1 email"."""
    by_channel: dict[str, int] = {}
    for attempt in item.attempts:
        by_channel[attempt.via] = by_channel.get(attempt.via, 0) + 1
    told = count(len(item.attempts), "attempt")
    if len(item.attempts) == 1:
        return f"{told}, {item.attempts[0].via}" if item.attempts[0].via else told
    named = [f"{number} {via}" for via, number in by_channel.items() if via]
    return f"{told}: {', '.join(named)}" if named else told


def _apology(wording: Wording, item: Item) -> str:
    return f"an apology for {wording.name(item.who('culprit'))}"


def _replacement(wording: Wording, item: Item) -> str:
    return f"somebody better than {wording.name(item.who('culprit'))}"


def _touch(_wording: Wording, _item: Item) -> str:
    return "a word, to keep in touch"


_WHAT = {
    "thanks": _thanks,
    "response": _response,
    "check-response": _check_response,
    "check-outcome": _check_outcome,
    "update": _update,
    "promise": _promise,
    "reply": _reply,
    "apology": _apology,
    "replacement": _replacement,
    "touch": _touch,
}
