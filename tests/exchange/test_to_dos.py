"""To-dos as others leave them, and what is to be done so that they are what is open."""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.exchange.calendar_plan import Open, Plan, Stored, Ticked, done_in, plan, ticked
from netlog.exchange.to_dos import ToDo, contents_of, number_of, put_right, to_dos, uid_of
from netlog.exchange.write.calendar_items import Reminder, calendar, to_do

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
LATER = NOW + timedelta(1)
COPY = "0a1b"
# What a program makes of a to-do: folded elsewhere, its own lines, an alarm with words of its own.
CHANGED = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Phone//EN
BEGIN:VTIMEZONE
TZID:Europe/Vienna
END:VTIMEZONE
BEGIN:VTODO
UID:0a1b-4@netlog
SUMMARY:You owe Sam \\"the
  slides\\"\\, all of them
DESCRIPTION;LANGUAGE=en:Since 20 Nov\\, e2
DTSTART;VALUE=DATE:20261120
DUE;VALUE=DATE:20261125
PRIORITY:1
SEQUENCE:7
X-PHONE-LIST:work
STATUS:COMPLETED
PERCENT-COMPLETE:100
COMPLETED:20261120T233000Z
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:an alarm
TRIGGER:-PT30M
END:VALARM
END:VTODO
END:VCALENDAR
""".replace("\n", "\r\n")


def reminder(number: int, what: str = "You owe Sam thanks", day: int = 25) -> Reminder:
    return Reminder(uid_of(COPY, number), what, date(2026, 11, day), f"e{number}")


def is_open(*reminders: Reminder, asleep: Sequence[int] = ()) -> Open:
    known = {number_of(each.uid, COPY) or 0: each for each in reminders}
    return Open(COPY, known, frozenset(known) - frozenset(asleep))


def stored(each: Reminder, *, done: str = "", status: str = "NEEDS-ACTION") -> Stored:
    text = to_do(each, NOW).replace("STATUS:NEEDS-ACTION", f"STATUS:{status}{done}")
    return Stored(f"/{each.uid}.ics", '"1"', text)


def done(each: Reminder, on: str = "20261121T100000Z") -> Stored:
    return stored(each, done=f"\r\nCOMPLETED:{on}", status="COMPLETED")


def carried_out(there: Sequence[Stored], planned: Plan) -> list[Stored]:
    """What is there once a plan was carried out."""
    texts = {old.place: text for old, text in planned.changed}
    gone = {old.place for old in planned.removed}
    kept = [
        each._replace(text=texts.get(each.place, each.text))
        for each in there
        if each.place not in gone
    ]
    return kept + [stored(each) for each in planned.added]


def test_a_to_do_is_read_as_another_program_left_it() -> None:
    (read,) = to_dos(CHANGED.split("\n"), timezone(timedelta(hours=1)))
    assert read == ToDo(
        "0a1b-4@netlog",
        'You owe Sam "the slides", all of them',
        "Since 20 Nov, e2",
        date(2026, 11, 25),
        "COMPLETED",
        date(2026, 11, 21),  # half past eleven in London is of the next day further east
    )
    assert read.is_done


@pytest.mark.parametrize(
    ("summary", "what"),
    [
        ('SUMMARY;ALTREP="http://x.example/1":call: now', "call: now"),
        ('SUMMARY;ALTREP="http://x":"quoted"', '"quoted"'),
        ('SUMMARY;X="never closed:call: now', "call: now"),
        ('SUMMARY:"call": now', '"call": now'),
    ],
)
def test_the_value_of_a_line_begins_behind_its_parameters(summary: str, what: str) -> None:
    (read,) = to_dos(["BEGIN:VTODO", summary, "END:VTODO"])
    assert read.what == what


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (":20261120T233000", date(2026, 11, 20)),
        (";VALUE=DATE:20261120", date(2026, 11, 20)),
        (":20261131T000000Z", None),
        (":99991231T235960Z", None),
        (":soon", None),
    ],
)
def test_the_day_of_what_was_ticked_off(value: str, day: date | None) -> None:
    text = CHANGED.replace(":20261120T233000Z", value)
    (read,) = to_dos(text.split("\n"), timezone(timedelta(hours=1)))
    assert (read.done_on, read.is_done) == (day, True)


def test_what_is_put_right_keeps_what_another_program_added() -> None:
    text = put_right(CHANGED, reminder(4, "You owe Sam, and Jo; " + "long " * 30), LATER)
    (item,) = icalendar.Calendar.from_ical(text).walk("VTODO")
    assert str(item["SUMMARY"]) == "You owe Sam, and Jo; " + "long " * 30
    assert (str(item["DESCRIPTION"]), str(item["STATUS"])) == ("e4", "NEEDS-ACTION")
    assert item.decoded("DUE") == date(2026, 11, 25)
    assert (item["PRIORITY"], item["SEQUENCE"], str(item["X-PHONE-LIST"])) == (1, 8, "work")
    for name in ("COMPLETED", "PERCENT-COMPLETE", "DTSTART"):
        assert name not in item
    (alarm,) = item.walk("VALARM")
    assert str(alarm["DESCRIPTION"]) == "an alarm"
    assert "TZID:Europe/Vienna" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_to_do_for_a_server_has_no_method_and_is_due_on_its_day() -> None:
    text = to_do(reminder(1), NOW)
    assert "METHOD" not in text
    (item,) = icalendar.Calendar.from_ical(text).walk("VTODO")
    assert item.decoded("DUE") == date(2026, 11, 25)
    assert "DTSTART" not in item


OURS = "".join(calendar([reminder(1), reminder(2)], "events", "netlog", NOW, COPY))


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        (OURS, True),
        ("\ufeff" + OURS.replace("PRODID:-//netlog//netlog//EN", "PRODID:-//Phone"), True),
        ("".join(calendar([], "events", "netlog", NOW, COPY)), True),
        ("BEGIN:VCALENDAR\r\nPRODID:-//Phone\r\nEND:VCALENDAR\r\n", False),
        (OURS.replace("0a1b-2@netlog", "dinner"), False),
        (OURS.replace("UID:0a1b-2@netlog\r\n", ""), False),
        ("", False),
        ("Dear diary,\r\n" + OURS, False),
    ],
)
def test_a_file_is_ours_where_nothing_else_is_in_it(text: str, is_ours: bool) -> None:
    contents = contents_of(io.BytesIO(text.encode()))
    assert (contents.is_ours, contents.done) == (is_ours, ())


def test_a_file_tells_what_was_ticked_off_in_it() -> None:
    text = OURS.replace("END:VCALENDAR\r\n", CHANGED[CHANGED.index("BEGIN:VTODO") :])
    (item,) = contents_of(io.BytesIO(text.encode()), UTC).done
    assert item.done_on == date(2026, 11, 20)


@given(st.binary(max_size=200) | st.text("BEGIND:VTOU;,\\ \r\n=\"'", max_size=200).map(str.encode))
def test_a_file_can_be_anything(data: bytes) -> None:
    for head in (b"", b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\n"):
        contents_of(io.BytesIO(head + data))


@pytest.mark.parametrize(
    "there",
    [
        [stored(reminder(1)._replace(uid="0a1b-x@netlog"))],
        [stored(reminder(1)._replace(uid="other-1@netlog"))],
        [stored(reminder(1)._replace(uid="dinner"))],
        [Stored("/broken.ics", "", "BEGIN:VTODO\r\nUID:0a1b-1@netlog")],
        [Stored("/empty.ics", "", "")],
    ],
)
def test_what_is_not_ours_is_left_alone(there: list[Stored]) -> None:
    assert plan(there, is_open(), (), LATER) == Plan([], [], [])


def test_what_is_new_is_added_and_what_is_no_longer_open_is_removed() -> None:
    there = [stored(reminder(1)), stored(reminder(2)), done(reminder(3))]
    planned = plan(there, is_open(reminder(2), reminder(4)), (), LATER)
    assert planned == Plan([reminder(4)], [], [there[0], there[2]])


@pytest.mark.parametrize(
    "there",
    [
        stored(reminder(1, what="You owe Sam a word")),
        stored(reminder(1, day=24)),
        stored(reminder(1)._replace(about="")),
        stored(reminder(1), status="CANCELLED"),
    ],
)
def test_what_says_otherwise_is_put_right(there: Stored) -> None:
    planned = plan([there], is_open(reminder(1)), (), LATER)
    assert planned == Plan([], [(there, put_right(there.text, reminder(1), LATER))], [])
    again = plan(carried_out([there], planned), is_open(reminder(1)), (), LATER)
    assert again == Plan([], [], [])


def test_what_was_ticked_off_is_asked_about_and_stays_until_somebody_says_it_is_open() -> None:
    there = [done(reminder(1)), done(reminder(2)), done(reminder(3)), stored(reminder(4))]
    there.append(done(reminder(5, day=24)))
    items = is_open(reminder(1), reminder(2), reminder(4), reminder(5), asleep=[2])
    on = date(2026, 11, 21)
    assert ticked(done_in(there), items) == [
        Ticked(number, "You owe Sam thanks", on) for number in (1, 2, 5)
    ]
    assert plan(there, items, (), LATER) == Plan([], [], [there[2]])
    planned = plan(there, items, {1}, LATER)
    assert [old for old, _ in planned.changed] == [there[0]]
    assert ticked(done_in(carried_out(there, planned)), items)[0].number == 2


def test_what_was_ticked_off_is_told_as_it_was_called() -> None:
    items = is_open(reminder(1), reminder(2))
    there = [done(reminder(2, what="Call\n Jo" + "!" * 50)), done(reminder(1, what=""))]
    assert [each.what for each in ticked(done_in(there), items)] == [
        "You owe Sam thanks",
        f'You owe Sam thanks (there: "Call Jo{"!" * 32}…")',
    ]


NUMBERS = st.sets(st.integers(1, 6))


@given(there=NUMBERS, over=NUMBERS, known=NUMBERS, asleep=NUMBERS, moved=NUMBERS)
def test_what_was_sent_is_not_sent_again(
    there: set[int], over: set[int], known: set[int], asleep: set[int], moved: set[int]
) -> None:
    entries = [(done if each in over else stored)(reminder(each)) for each in there]
    entries.append(Stored("/dinner.ics", "", to_do(Reminder("dinner", "a", NOW.date()), NOW)))
    items = is_open(
        *(reminder(each, day=26 if each in moved else 25) for each in known), asleep=[*asleep]
    )
    after = carried_out(entries, plan(entries, items, (), LATER))
    assert plan(after, items, (), LATER) == Plan([], [], [])
    assert entries[-1] in after
    shown = {
        number_of(each.uid, COPY) for stored in after for each in to_dos([*stored.text.split("\n")])
    }
    assert shown - {None} == {*(items.awake), *(there & over & known)}
