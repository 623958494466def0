"""What happens in a generated network: small stories, told by the rules of the domain.

Each story begins with one event and ends when all that it opened is settled, or when today comes
first. Stories cross as they do in life: a meeting also answers what waited for a word elsewhere,
and then nobody says it again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Ending, Event, Finding, Obligation, ObligationKind, Statement
from netlog.ledger.file.create import ME
from tests.bench.cast import SKILLS, Cast
from tests.bench.history import Act, Agenda, Happened, History, Parties

MY_RELIABILITY = 0.85
MEAN_DELAY = 14  # days, of what comes late
TALKED_TOO = 0.1  # the chance that a meeting also was a call and a note
ASKED = 0.5  # the chance that I ask after an introduction while nobody has answered
_CHANNELS = ("email", "phone", "", "in person", "text", "card")
_PLACES = ("Chamber breakfast", "trade fair", "their office", "coffee", "", "lunch", "online")
_TOPICS = ("the proposal", "the offer", "next steps", "the workshop", "a date for coffee", "")
_PROMISED = ("send the slides", "two referrals", "a quote", "the contact of a lawyer", "a review")
_REMEMBERED = ("two children", "likes oat milk", "moves in spring", "knows the mayor")
_FAULTS = ("combative on the phone", "never sent the offer", "late with everything", "rude")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the history.

    `is_finished` tells whether all that was opened is settled by today, late as it may be; else
    what takes longer is still open.
    """

    history: History
    agenda: Agenda
    cast: Cast
    random: Random
    today: date
    is_finished: bool

    def tell(self, on: date) -> None:
        """One story of any kind that begins on that day."""
        stories = (_meet, _introduce, _be_introduced, _promise, _reach_out, _hear_of_others)
        self.random.choices(stories, weights=(28, 20, 8, 22, 20, 2))[0](self, on)

    def plan(self, on: date) -> None:
        """A promise with a day in the coming months, which nobody has kept so far."""
        _record_promise(self, on, self.today + timedelta(self.random.randint(8, 180)))

    def later(self, wanted: date, act: Act) -> None:
        """Let something happen on a day that is not yet to come; what is finished came by today."""
        if wanted <= self.today or self.is_finished:
            self.agenda.add(min(wanted, self.today), act)

    def reliability(self, contact: int) -> float:
        """The chance that the contact keeps something on time."""
        return MY_RELIABILITY if contact == ME else self.cast.reliability[contact]

    def via(self) -> str:
        """A channel."""
        return self.random.choice(_CHANNELS)


def _meet(chapter: Chapter, on: date) -> None:
    others = chapter.cast.some(chapter.random, chapter.random.choice((1, 1, 1, 2, 3)))
    event = Event(0, "meeting", on, place=chapter.random.choice(_PLACES))
    met = chapter.history.happen(event, [("attendee", who) for who in (ME, *others)])
    _settle_all(chapter, met.opened)
    if chapter.random.random() < TALKED_TOO:
        talk = Event(0, "talk", on, via="phone")
        chapter.history.happen(talk, [("attendee", ME), ("attendee", others[0])])
        note = Event(0, "note", on, about=chapter.random.choice(_REMEMBERED))
        chapter.history.happen(note, [("subject", others[0])])


def _promise(chapter: Chapter, on: date) -> None:
    due = on + timedelta(chapter.random.randint(3, 30))
    promised = _record_promise(chapter, on, chapter.random.choice((None, due, due)))
    _settle_all(chapter, promised.opened)


def _record_promise(chapter: Chapter, on: date, due: date | None) -> Happened:
    promiser, promisee = _me_and_somebody(chapter)
    event = Event(
        0,
        "promise",
        on,
        about=chapter.random.choice(_PROMISED),
        due_on=due,
        times=chapter.random.choice((1, 1, 1, 1, 2, 3)),
    )
    return chapter.history.happen(event, (("promiser", promiser), ("promisee", promisee)))


def _me_and_somebody(chapter: Chapter) -> list[int]:
    """The two, in either order."""
    pair = [ME, chapter.cast.somebody(chapter.random)]
    chapter.random.shuffle(pair)
    return pair


def _reach_out(chapter: Chapter, on: date) -> None:
    """An outreach, more of them while nobody answers, and the answer if there is one."""
    random = chapter.random
    author, recipient = _me_and_somebody(chapter)
    event = Event(0, "outreach", on, about=random.choice(_TOPICS))
    for reply in _reach(chapter, author, recipient, event, on):
        ending, answered_on = _fate(chapter, reply)
        for number in range(1, random.choice((1, 1, 2, 3))):
            again = on + timedelta(4 * number)
            if again < min(answered_on, chapter.today):
                chapter.later(again, partial(_reach_again, chapter, reply, event))
        chapter.later(answered_on, partial(_reply, chapter, reply, event, ending))


def _reach(
    chapter: Chapter, author: int, recipient: int, event: Event, on: date
) -> Sequence[Obligation]:
    """The reply that is waited for; none where it was an answer, or where one was open already."""
    told = event._replace(happened_on=on, via=chapter.via())
    parties: Parties = (("author", author), ("recipient", recipient))
    return chapter.history.happen(told, parties).opened


def _reach_again(chapter: Chapter, reply: Obligation, event: Event, on: date) -> None:
    if chapter.history.now(reply) is not None:
        _reach(chapter, reply.creditor_id, reply.debtor_id, event, on)


def _reply(chapter: Chapter, reply: Obligation, event: Event, ending: Ending, on: date) -> None:
    if ending != "kept":
        _end(chapter, reply, ending, on)
    elif chapter.history.now(reply) is not None:
        _reach(chapter, reply.debtor_id, reply.creditor_id, event, on)


def _hear_of_others(chapter: Chapter, on: date) -> None:
    """An introduction among others: knowledge of the network, and nobody's debt to me."""
    introducer, client, provider = chapter.cast.some(chapter.random, 3)
    _record_introduction(chapter, on, (introducer, client, provider))


def _be_introduced(chapter: Chapter, on: date) -> None:
    introducer, other = chapter.cast.some(chapter.random, 2)
    pair = [ME, other]
    chapter.random.shuffle(pair)
    fee = chapter.random.choice(("", "", "", "120.00"))
    made = _record_introduction(chapter, on, (introducer, *pair), fee=fee)
    _settle_all(chapter, [item for item in made.opened if item.kind != "response"])
    _await_response(chapter, made)


def _introduce(chapter: Chapter, on: date) -> None:
    client, provider = chapter.cast.some(chapter.random, 2)
    via = chapter.via()
    _follow_up(chapter, _record_introduction(chapter, on, (ME, client, provider), via=via))


def _record_introduction(
    chapter: Chapter,
    on: date,
    who: Sequence[int],
    *,
    need: str = "",
    via: str = "",
    fee: str = "",
    replaces: int | None = None,
) -> Happened:
    introducer, client, provider = who
    event = Event(
        0,
        "introduction",
        on,
        about=need or chapter.random.choice(SKILLS),
        via=via,
        fee=fee,
        replaces_id=replaces,
    )
    return chapter.history.happen(
        event, (("introducer", introducer), ("client", client), ("provider", provider))
    )


def _follow_up(chapter: Chapter, made: Happened) -> None:
    """My routine after an introduction that I made."""
    _settle_all(chapter, [item for item in made.opened if item.kind == "thanks"])
    if chapter.random.random() < ASKED:
        asked_on = _opened(made, "check-response").due_on
        chapter.later(asked_on, partial(_ask_in_vain, chapter, made))
    _await_response(chapter, made)


def _opened(made: Happened, kind: ObligationKind) -> Obligation:
    return next(item for item in made.opened if item.kind == kind)


def _ask_in_vain(chapter: Chapter, made: Happened, on: date) -> None:
    if chapter.history.now(_opened(made, "check-response")) is not None:
        _check(chapter, made, "silent", on)


def _await_response(chapter: Chapter, made: Happened) -> None:
    ending, on = _fate(chapter, _opened(made, "response"))
    chapter.later(on, partial(_respond, chapter, made, ending))


def _respond(chapter: Chapter, made: Happened, ending: Ending, on: date) -> None:
    """Let one answer the other, who may have been reached otherwise, or not; see what comes."""
    response = _opened(made, "response")
    if chapter.history.now(response) is not None:
        if ending != "kept":
            _give_up(chapter, made, ending, on)
            return
        if response.debtor_id == ME:
            _end(chapter, response, "kept", on)
        else:
            _check(chapter, made, "responded", on)
    happy_on = made.voucher.event.happened_on + timedelta(chapter.random.randint(20, 38))
    chapter.later(max(on, happy_on), partial(_conclude, chapter, made))


def _give_up(chapter: Chapter, made: Happened, ending: Ending, on: date) -> None:
    _end(chapter, _opened(made, "response"), ending, on)
    for item in made.opened:
        if item.kind == "check-outcome":
            _end(chapter, item, "waived", on)


def _conclude(chapter: Chapter, made: Happened, on: date) -> None:
    """How an answered introduction ends: both are happy, or there is a problem."""
    if chapter.random.random() < 0.06 and made.voucher.event.replaces_id is None:
        _go_wrong(chapter, made.voucher, on)
    else:
        _check(chapter, made, "happy", on)


def _go_wrong(chapter: Chapter, made: Voucher, on: date) -> None:
    introducer, client, provider = made.introduced[2:5]
    culprit = client if provider == ME else provider
    event = Event(
        0,
        "problem",
        on,
        about=chapter.random.choice(_FAULTS),
        introduction_id=made.event.id,
    )
    harmed = made.introduced.other(culprit)
    wrong = chapter.history.happen(event, (("culprit", culprit), ("harmed", harmed)))
    _settle_all(chapter, [item for item in wrong.opened if item.kind == "apology"])
    replacement = _opened(wrong, "replacement")
    if introducer == ME and chapter.random.random() < 0.5:
        better_on = on + timedelta(chapter.random.randint(0, 9))
        chapter.later(better_on, partial(_replace, chapter, made, replacement))
    else:
        _settle_all(chapter, [replacement])


def _replace(chapter: Chapter, made: Voucher, replacement: Obligation, on: date) -> None:
    client, provider = made.who("client"), made.who("provider")
    somebody = chapter.cast.somebody(chapter.random)
    if somebody in (client, provider):
        _settle_all(chapter, [replacement])
        return
    better = _record_introduction(
        chapter, on, (ME, client, somebody), need=made.event.about, replaces=made.event.id
    )
    _follow_up(chapter, better)


def _check(chapter: Chapter, made: Happened, finding: Finding, on: date) -> None:
    chapter.history.check(made.voucher, Statement(0, finding, on))


def _settle_all(chapter: Chapter, opened: Iterable[Obligation]) -> None:
    for item in opened:
        ending, on = _fate(chapter, item)
        if item.times > 1:
            part_on = min(item.opened_on + timedelta(1), on)
            chapter.later(part_on, partial(_keep_a_part, chapter, item))
        chapter.later(on, partial(_end, chapter, item, ending))


def _keep_a_part(chapter: Chapter, item: Obligation, on: date) -> None:
    chapter.history.settle(item, Statement(0, "kept", on, times=1))


def _end(chapter: Chapter, item: Obligation, ending: Ending, on: date) -> None:
    chapter.history.settle(item, Statement(0, ending, on, via=chapter.via()))


def _fate(chapter: Chapter, item: Obligation) -> tuple[Ending, date]:
    """How and when an obligation ends, by the reliability of its debtor."""
    random = chapter.random
    reliability = chapter.reliability(item.debtor_id)
    drawn = random.random()
    if drawn < reliability:
        return "kept", item.opened_on + timedelta(
            random.randint(0, (item.due_on - item.opened_on).days)
        )
    late = item.due_on + timedelta(1 + int(random.expovariate(1 / MEAN_DELAY)))
    if drawn < reliability + 0.6 * (1 - reliability):
        return "kept", late
    return random.choice(("broken", "broken", "waived")), late + timedelta(7)
