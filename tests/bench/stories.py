"""What happens in a generated network: small stories, told by the rules of the domain.

Each story begins with one event and ends when all that it opened is settled, or when today comes
first. Stories do not cross: a meeting answers no outreach of another story.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from netlog.domain.events import introduction, meeting, outreach, problem, promise
from netlog.domain.events.introduction import Introduction
from netlog.domain.events.meeting import Meeting
from netlog.domain.events.outreach import Outreach
from netlog.domain.events.problem import Problem
from netlog.domain.events.promise import Promise
from netlog.domain.projection.checking import Answer, CheckedIntroduction, Finding, check
from netlog.domain.projection.entries import Entry
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.settling import settlement
from netlog.domain.projection.terms import Terms
from netlog.domain.records import Ending, Obligation, Outcome
from netlog.ledger.file.create import ME
from tests.bench.bulk import Bulk
from tests.bench.cast import SKILLS, Cast

MOST_OPENED = 12  # by one story: an introduction, its problem, and the one that replaces it
MY_RELIABILITY = 0.85
MEAN_DELAY = 14  # days, of what comes late
_TERMS = Terms()
_CHANNELS = ("email", "phone", "", "in person", "text", "card")
_PLACES = ("Chamber breakfast", "trade fair", "their office", "coffee", "", "lunch", "online")
_TOPICS = ("the proposal", "the offer", "next steps", "the workshop", "a date for coffee", "")
_PROMISED = ("send the slides", "two referrals", "a quote", "the contact of a lawyer", "a review")
_FAULTS = ("combative on the phone", "never sent the offer", "late with everything", "rude")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the history.

    `is_finished` tells whether all that was opened is settled by today, late as it may be; else
    what takes longer is still open.
    """

    bulk: Bulk
    cast: Cast
    random: Random
    today: date
    is_finished: bool

    def tell(self, on: date) -> None:
        """One story of any kind that begins on that day."""
        stories = (_meet, _introduce, _be_introduced, _promise, _reach_out, _hear_of_others)
        self.random.choices(stories, weights=(28, 20, 8, 22, 20, 2))[0](self, on)

    def tell_short(self, on: date) -> None:
        """A story that opens one obligation."""
        _promise(self, on)

    def plan(self, on: date) -> None:
        """A promise with a day in the coming months, which nobody has kept so far."""
        due = self.today + timedelta(self.random.randint(8, 180))
        self.bulk.post(promise.record(_some_promise(self, on, due), _TERMS, ME))

    def day(self, wanted: date) -> date | None:
        """That day, or None where it is yet to come; what is finished came by today."""
        if wanted <= self.today:
            return wanted
        return self.today if self.is_finished else None

    def reliability(self, contact: int) -> float:
        """The chance that the contact keeps something on time."""
        return MY_RELIABILITY if contact == ME else self.cast.reliability[contact]

    def via(self) -> str:
        """A channel."""
        return self.random.choice(_CHANNELS)


def _meet(chapter: Chapter, on: date) -> None:
    others = chapter.cast.some(chapter.random, chapter.random.choice((1, 1, 1, 2, 3)))
    place = chapter.random.choice(_PLACES)
    told = Meeting(on, (ME, *others), place=place)
    _, opened = chapter.bulk.post(meeting.record(told, _TERMS, ME))
    _settle_all(chapter, opened)


def _promise(chapter: Chapter, on: date) -> None:
    due = on + timedelta(chapter.random.randint(3, 30))
    told = _some_promise(chapter, on, chapter.random.choice((None, due, due)))
    _, opened = chapter.bulk.post(promise.record(told, _TERMS, ME))
    _settle_all(chapter, opened)


def _some_promise(chapter: Chapter, on: date, due: date | None) -> Promise:
    promiser, promisee = _me_and_somebody(chapter)
    return Promise(
        on,
        promiser,
        promisee,
        what=chapter.random.choice(_PROMISED),
        due=due,
        times=chapter.random.choice((1, 1, 1, 1, 2, 3)),
    )


def _me_and_somebody(chapter: Chapter) -> list[int]:
    """The two, in either order."""
    pair = [ME, chapter.cast.somebody(chapter.random)]
    chapter.random.shuffle(pair)
    return pair


def _reach_out(chapter: Chapter, on: date) -> None:
    """An outreach, more of them while nobody answers, and the answer if there is one."""
    random = chapter.random
    author, other = _me_and_somebody(chapter)
    about = random.choice(_TOPICS)
    _, (reply,) = _reach(chapter, Outreach(on, author, other, about, chapter.via()), ())
    ending, answered_on = _fate(chapter, reply)
    for number in range(1, random.choice((1, 1, 2, 3))):
        again = on + timedelta(4 * number)
        if again < min(answered_on, chapter.today):
            _reach(chapter, Outreach(again, author, other, about, chapter.via()), (reply,))
    day = chapter.day(answered_on)
    if day is not None and ending == "kept":
        _reach(chapter, Outreach(day, other, author, about, chapter.via()), (reply,))
    elif day is not None:
        _end(chapter, reply, ending, day)


def _reach(
    chapter: Chapter, told: Outreach, open_items: Sequence[Obligation]
) -> tuple[int | None, list[Obligation]]:
    return chapter.bulk.post(outreach.record(told, _TERMS, ME, open_items))


def _hear_of_others(chapter: Chapter, on: date) -> None:
    """An introduction among others: knowledge of the network, and nobody's debt to me."""
    introducer, client, provider = chapter.cast.some(chapter.random, 3)
    need = chapter.random.choice(SKILLS)
    told = Introduction(on, introducer, client, provider, need)
    chapter.bulk.post(introduction.record(told, _TERMS, ME))


def _be_introduced(chapter: Chapter, on: date) -> None:
    random = chapter.random
    introducer, other = chapter.cast.some(random, 2)
    pair = [ME, other]
    random.shuffle(pair)
    client, provider = pair
    fee = random.choice(("", "", "", "120.00"))
    told = Introduction(on, introducer, client, provider, random.choice(SKILLS), fee=fee)
    introduced, opened = _post_introduction(chapter, told)
    _settle_all(chapter, [one for one in opened if one.kind != "response"])
    if _respond(chapter, introduced, opened):
        _conclude(chapter, told, introduced, opened)


def _introduce(chapter: Chapter, on: date) -> None:
    random = chapter.random
    client, provider = chapter.cast.some(random, 2)
    told = Introduction(on, ME, client, provider, random.choice(SKILLS), chapter.via())
    introduced, opened = _post_introduction(chapter, told)
    _follow_up(chapter, told, introduced, opened)


def _post_introduction(
    chapter: Chapter, told: Introduction, open_replacements: Sequence[Obligation] = ()
) -> tuple[Introduced, list[Obligation]]:
    entry = introduction.record(told, _TERMS, ME, open_replacements)
    event_id, opened = chapter.bulk.post(entry)
    introduced = Introduced(event_id or 0, told.on, told.introducer, told.client, told.provider)
    return introduced, opened


def _follow_up(
    chapter: Chapter, told: Introduction, introduced: Introduced, opened: Sequence[Obligation]
) -> None:
    """My routine after an introduction that I made."""
    _settle_all(chapter, [one for one in opened if one.kind == "thanks"])
    _ask_in_vain(chapter, introduced, opened)
    if _respond(chapter, introduced, opened):
        _conclude(chapter, told, introduced, opened)


def _ask_in_vain(chapter: Chapter, introduced: Introduced, opened: Sequence[Obligation]) -> None:
    asked_on = next(one.due_on for one in opened if one.kind == "check-response")
    if chapter.random.random() < 0.15 and asked_on <= chapter.today:
        _check(chapter, introduced, opened, "silent", asked_on)


def _respond(chapter: Chapter, introduced: Introduced, opened: Sequence[Obligation]) -> bool:
    """Let the provider answer the client, or not; tell whether the story goes on."""
    response = next(one for one in opened if one.kind == "response")
    ending, wanted = _fate(chapter, response)
    day = chapter.day(wanted)
    if day is None:
        return False
    if ending != "kept":
        open_ones = [one for one in opened if one.kind.startswith("check-")]
        _end(chapter, response, ending, day)
        for one in open_ones:
            _end(chapter, one, "waived", day)
        return False
    if response.debtor_id == ME:
        _end(chapter, response, "kept", day)
    else:
        _check(chapter, introduced, opened, "responded", day)
    return True


def _conclude(
    chapter: Chapter, told: Introduction, introduced: Introduced, opened: Sequence[Obligation]
) -> None:
    """How an answered introduction ends: both are happy, or there is a problem."""
    random = chapter.random
    day = chapter.day(told.on + timedelta(random.randint(20, 38)))
    if day is None:
        return
    if random.random() < 0.06 and told.replaces is None:
        _go_wrong(chapter, told, introduced, opened, day)
    else:
        _check(chapter, introduced, opened, "happy", day)


def _go_wrong(
    chapter: Chapter,
    told: Introduction,
    introduced: Introduced,
    opened: Sequence[Obligation],
    on: date,
) -> None:
    for one in opened:
        if one.kind == "check-outcome":
            _end(chapter, one, "waived", on)
    culprit = told.client if told.provider == ME else told.provider
    what = chapter.random.choice(_FAULTS)
    wrong = problem.record(Problem(on, introduced, culprit, what), _TERMS, ME)
    _, amends = chapter.bulk.post(wrong)
    apologies = [one for one in amends if one.kind == "apology"]
    replacements = [one for one in amends if one.kind == "replacement"]
    _settle_all(chapter, apologies)
    if told.introducer == ME and chapter.random.random() < 0.5:
        _replace(chapter, told, introduced, replacements, on)
    else:
        _settle_all(chapter, replacements)


def _replace(
    chapter: Chapter,
    told: Introduction,
    introduced: Introduced,
    replacements: Sequence[Obligation],
    on: date,
) -> None:
    day = chapter.day(on + timedelta(chapter.random.randint(0, 9)))
    somebody = chapter.cast.somebody(chapter.random)
    if day is None or somebody in (told.client, told.provider):
        _settle_all(chapter, replacements)
        return
    better = Introduction(
        day, ME, told.client, somebody, need=told.need, replaces=introduced.event_id
    )
    _follow_up(chapter, better, *_post_introduction(chapter, better, replacements))


def _check(
    chapter: Chapter,
    introduced: Introduced,
    opened: Sequence[Obligation],
    finding: Finding,
    on: date,
) -> None:
    items = tuple(chapter.bulk.obligation(one.id) for one in opened)
    known: frozenset[Outcome] = frozenset()
    if finding == "happy":
        known = frozenset({"responded"})
    entry = check(
        CheckedIntroduction(introduced, items, known), finding, Answer(on, on), _TERMS, ME
    )
    chapter.bulk.post(entry)


def _settle_all(chapter: Chapter, opened: Sequence[Obligation]) -> None:
    for one in opened:
        ending, wanted = _fate(chapter, one)
        left = one.times
        if left > 1:
            _keep_a_part(chapter, one, wanted)
            left -= 1
        day = chapter.day(wanted)
        if day is not None:
            _end(chapter, one, ending, day, left)


def _keep_a_part(chapter: Chapter, item: Obligation, before: date) -> None:
    day = min(item.opened_on + timedelta(1), before, chapter.today)
    draft = settlement(item, "kept", day, left=item.times, times=1)
    chapter.bulk.post(Entry(settles=(draft,)))


def _end(chapter: Chapter, item: Obligation, ending: Ending, on: date, left: int = 1) -> None:
    draft = settlement(item, ending, on, left=left, via=chapter.via())
    chapter.bulk.post(Entry(settles=(draft,)))


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
