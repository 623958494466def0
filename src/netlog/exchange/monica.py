"""Monica 4's export of an account in JSON: contacts, activities, calls, notes, debts and tasks.

An object has `properties`, and `data`: collections of `type`, each with its `values`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

from netlog.domain.people.names import looks_like_email
from netlog.exchange.days import day_of_moment
from netlog.exchange.documents import (
    UnreadableDocument,
    document,
    list_at,
    text_at,
    value_at,
)
from netlog.exchange.format import Reading
from netlog.exchange.records import (
    ME,
    Card,
    Entry,
    Guest,
    Meeting,
    Note,
    Problem,
    Promise,
    Skipped,
)
from netlog.exchange.text import decoded

LONGEST_EVERY = 3_650


class Monica:
    """An account; what its contacts have in common is told once."""

    name = "monica"
    label = "Monica's export"

    def recognise(self, head: bytes) -> bool:
        text = decoded(head).lstrip("\ufeff \t\r\n")
        return text[:1] == "{" and '"app_version"' in text and '"export_date"' in text

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        try:
            account = value_at(document(stream), "account")
        except UnreadableDocument as unreadable:
            yield unreadable.problem
            return
        yield from _Account(account, reading).entries()


class _Account:
    """The account, with what its contacts refer to by identifiers."""

    def __init__(self, account: Any, reading: Reading) -> None:
        self.reading = reading
        self.contacts = _collection(account, "contact")
        self.activities = {
            text_at(activity, "uuid"): activity for activity in _collection(account, "activity")
        }
        self.names = {text_at(contact, "uuid"): _name(contact) for contact in self.contacts}
        self.kinds = {
            text_at(kind, "uuid"): kind
            for kind in list_at(account, "instance", "contact_field_types")
        }
        self.mine = {
            text_at(user, "properties", "me_contact") for user in _collection(account, "user")
        } - {""}
        # By the identifier of an activity; each guest with that of their card.
        self.guests: dict[str, list[tuple[Guest, str]]] = {}

    def entries(self) -> Iterator[Entry]:
        """All that the account says: contact by contact, then what several had together."""
        for place, contact in enumerate(self.contacts, 1):
            uid = text_at(contact, "uuid")
            if uid in self.mine:
                yield Skipped(place, "yourself")
            elif value_at(contact, "properties", "is_partial") in (True, 1):
                yield Skipped(place, "somebody known only through another")
            elif value_at(contact, "properties", "is_dead") in (True, 1):
                yield Skipped(place, "somebody who died")
            elif not self.names.get(uid):
                yield Problem(place, "The contact has no name.")
            else:
                yield from self._contact(place, uid, contact)
        yield from self._meetings(len(self.contacts))

    def _contact(self, place: int, uid: str, contact: Any) -> Iterator[Entry]:
        name = self.names[uid]
        emails, phones, urls = self._addresses(contact)
        every = value_at(contact, "properties", "stay_in_touch_frequency")
        is_interval = isinstance(every, int) and 0 < every <= LONGEST_EVERY
        yield Card(
            place,
            name,
            text_at(contact, "properties", "company"),
            text_at(contact, "properties", "job"),
            emails,
            phones,
            urls,
            tuple(filter(None, [text_at(contact, "properties", "nickname")])),
            tuple(filter(None, map(text_at, list_at(contact, "properties", "tags")))),
            text_at(contact, "properties", "description"),
            self.names.get(text_at(contact, "properties", "first_met_through"), ""),
            every if is_interval else None,
            self._first_met_on(contact),
            uid,
        )
        guest = Guest(name, emails[0] if emails else "")
        for activity in _collection(contact, "activity"):
            self.guests.setdefault(str(activity), []).append((guest, uid))
        yield from self._calls(place, guest, contact)
        yield from self._notes(place, name, contact)
        yield from self._debts(place, name, contact)
        yield from self._tasks(place, name, contact)

    def _addresses(self, contact: Any) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        emails, phones, urls = [], [], []
        for field in _collection(contact, "contact_field"):
            data = text_at(field, "properties", "data")
            kind = self.kinds.get(text_at(field, "properties", "type"))
            word = text_at(kind, "properties", "type") or text_at(kind, "type")
            if word == "email" or (not word and looks_like_email(data)):
                emails.append(data)
            elif word == "phone":
                phones.append(data)
            elif data.startswith(("http://", "https://")):
                urls.append(data)
        return tuple(filter(None, emails)), tuple(filter(None, phones)), tuple(urls)

    def _first_met_on(self, contact: Any) -> date | None:
        met = value_at(contact, "properties", "first_met_date")
        if value_at(met, "is_year_unknown") or value_at(met, "is_age_based"):
            return None
        return self._day(text_at(met, "date"))

    def _calls(self, place: int, guest: Guest, contact: Any) -> Iterator[Entry]:
        for number, call in enumerate(_collection(contact, "call"), 1):
            on = self._day(text_at(call, "properties", "called_at"))
            about = text_at(call, "properties", "content")
            uid = text_at(call, "uuid") or f"{text_at(contact, 'uuid')}/call/{number}"
            present = [(guest, text_at(contact, "uuid"))]
            yield self._meeting(place, on, present, about, uid, via="phone")

    def _meetings(self, place: int) -> Iterator[Entry]:
        for uid, present in self.guests.items():
            activity = self.activities.get(uid)
            if activity is None:
                name = present[0][0].name
                yield Problem(place, f"{name} took part in something that is not there.")
                continue
            on = self._day(text_at(activity, "properties", "happened_at"))
            about = text_at(activity, "properties", "summary")
            yield self._meeting(place, on, present, about, uid)
        for uid in self.activities.keys() - self.guests.keys():
            if uid:
                yield Skipped(place, "with nobody else")

    def _meeting(
        self,
        place: int,
        on: date | None,
        present: Sequence[tuple[Guest, str]],
        about: str,
        uid: str,
        via: str = "",
    ) -> Entry:
        guests, cards = tuple(each[0] for each in present), tuple(each[1] for each in present)
        if on is None:
            return Problem(place, f"A meeting with {guests[0].name} has no day.")
        if on > self.reading.today:
            return Skipped(place, "still to come")
        return Meeting(place, on, guests, about, "", via, uid, cards)

    def _notes(self, place: int, name: str, contact: Any) -> Iterator[Entry]:
        for number, note in enumerate(_collection(contact, "note"), 1):
            if text := text_at(note, "properties", "body"):
                uid = text_at(note, "uuid") or f"{text_at(contact, 'uuid')}/note/{number}"
                on = self._day(text_at(note, "created_at"))
                yield Note(place, name, text, on, uid, text_at(contact, "uuid"))

    def _debts(self, place: int, name: str, contact: Any) -> Iterator[Entry]:
        for debt in _collection(contact, "debt"):
            if text_at(debt, "properties", "status") == "complete":
                yield Skipped(place, "a debt that is settled")
                continue
            amount = text_at(debt, "properties", "amount")
            currency = value_at(debt, "properties", "currency")
            code = text_at(currency, "iso") or text_at(currency)
            reason = text_at(debt, "properties", "reason")
            what = " ".join(filter(None, [amount, code, reason and f"({reason})"]))
            i_owe = value_at(debt, "properties", "in_debt") in (True, 1, "yes")
            by, to = (ME, name) if i_owe else (name, ME)
            on = self._day(text_at(debt, "created_at"))
            uids = text_at(debt, "uuid"), text_at(contact, "uuid")
            yield Promise(place, what or "a debt", by, to, on, None, *uids)

    def _tasks(self, place: int, name: str, contact: Any) -> Iterator[Entry]:
        for task in _collection(contact, "task"):
            if value_at(task, "properties", "completed") in (True, 1):
                yield Skipped(place, "a task that is done")
                continue
            what = text_at(task, "properties", "title")
            what = what or text_at(task, "properties", "description")
            on = self._day(text_at(task, "created_at"))
            uids = text_at(task, "uuid"), text_at(contact, "uuid")
            yield Promise(place, what or "a task", ME, name, on, None, *uids)

    def _day(self, text: str) -> date | None:
        return day_of_moment(text, self.reading.zone)


def _collection(value: Any, kind: str) -> list[Any]:
    """The values of a kind in the `data` of an object."""
    return [
        each
        for collection in list_at(value, "data")
        if text_at(collection, "type") == kind
        for each in list_at(collection, "values")
        if isinstance(each, Mapping | str)
    ]


def _name(contact: Any) -> str:
    names = ("first_name", "middle_name", "last_name")
    return " ".join(filter(None, [text_at(contact, "properties", name) for name in names]))
