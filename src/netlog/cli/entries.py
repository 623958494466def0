"""From an event to its entry: the facts that its rule needs, and the rule itself."""

from netlog.cli.book import Book
from netlog.domain.events import introduction, meeting, outreach, problem, promise
from netlog.domain.events.stored import AnyEvent
from netlog.domain.projection.entries import Entry


def entry_of(event: AnyEvent, book: Book) -> Entry:
    """The entry of an event, by the rule of its kind.

    Raises:
        Refused: the rule refuses it.
    """
    if isinstance(event, meeting.Meeting):
        return _meeting(event, book)
    if isinstance(event, outreach.Outreach):
        return _outreach(event, book)
    if isinstance(event, introduction.Introduction):
        return _introduction(event, book)
    if isinstance(event, problem.Problem):
        return _problem(event, book)
    return promise.record(event, book.terms, book.me)


def _meeting(event: meeting.Meeting, book: Book) -> Entry:
    met = meeting.met_by(book.me, event.attendees)
    return meeting.record(
        event,
        book.terms,
        book.me,
        open_items=[item for other in met for item in book.between(other)],
        unanswered=[one for other in met for one in book.unanswered(other, event.on)],
        intervals=book.intervals(met),
    )


def _outreach(event: outreach.Outreach, book: Book) -> Entry:
    other = event.recipient if event.author == book.me else event.author
    open_items = book.between(other)
    return outreach.record(
        event,
        book.terms,
        book.me,
        open_items=open_items,
        unanswered=book.unanswered(other, event.on),
        intervals=book.intervals([other]),
        tried=book.tried(open_items),
    )


def _introduction(event: introduction.Introduction, book: Book) -> Entry:
    replaced = event.replaces
    return introduction.record(
        event,
        book.terms,
        book.me,
        open_replacements=[] if replaced is None else book.replacements_for(replaced),
        culprits=[] if replaced is None else book.culprits_of(replaced),
    )


def _problem(event: problem.Problem, book: Book) -> Entry:
    checked = book.checked(event.introduction.event_id)
    questions = (checked.open("check-response"), checked.open("check-outcome"))
    open_check_ins = [item for item in questions if item is not None]
    return problem.record(event, book.terms, book.me, open_check_ins)
