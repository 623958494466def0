"""The score as a picture: where the estimate lies, and how sure it is."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from netlog.domain.people.names import beside
from netlog.render.forms.facts import Facts
from netlog.render.pages.cells import optional_cell
from netlog.render.pages.frame import header
from netlog.render.pages.markup import Child, tag
from netlog.render.score import IN_TIME, LIKELY


def verdict_word(facts: Facts, pointer: str) -> Element:
    """The verdict, as a word in its colour."""
    word = facts(pointer)
    return tag("strong", word, class_=f"verdict is-{word.replace(' ', '-')}", data_json=pointer)


def head_of(facts: Facts, name: Child, *more: Child) -> Element:
    """The head of a page on somebody: who it is, the day, the verdict and the score."""
    told = beside(facts("/name"), facts("/org"))
    organisation = None if told is None else tag("span", facts.value("/org"), class_="org")
    known = facts("/verdict") != "unknown"
    return header(
        facts,
        [name, organisation],
        tag("p", verdict_word(facts, "/verdict"), class_="judgement"),
        tag("p", *facts.fill(IN_TIME, "/score"), class_="score") if known else None,
        score_bar(facts, "/score") if known else None,
        *more,
    )


def likely_cell(facts: Facts, pointer: str, *, known: bool) -> Element:
    """A cell of a table with the ends of the interval and a bar; empty where nothing is known."""
    content = [*facts.fill(LIKELY, pointer), score_bar(facts, pointer, scale=False)]
    return optional_cell(
        "likely",
        *(content if known else ()),
        data_sort=str(facts(f"{pointer}/low")),
        class_="likely",
    )


def score_bar(facts: Facts, pointer: str, scale: bool = True) -> Element:
    """A bar from never to always, with the interval and the estimate on it.

    Args:
        facts: the document.
        pointer: where the score is in it.
        scale: whether numbers below tell what the bar spans.
    """
    mean, low, high = (_percent(100 * facts(f"{pointer}/{end}")) for end in ("mean", "low", "high"))
    return tag(
        "svg",
        tag("line", class_="track", x1="0", x2="100%", y1=6, y2=6),
        tag("line", class_="interval", x1=low, x2=high, y1=6, y2=6),
        tag("circle", class_="estimate", cx=mean, cy=6, r=5 if scale else 4),
        *(_ticks() if scale else ()),
        class_="score-bar" if scale else "score-bar small",
        width="100%",
        height=34 if scale else 12,
        aria_hidden="true",
    )


def _ticks() -> Iterator[Element]:
    for share in range(0, 101, 25):
        at, anchor = _percent(share), {0: "start", 100: "end"}.get(share, "middle")
        yield tag("line", class_="tick", x1=at, x2=at, y1=14, y2=18)
        yield tag("text", f"{share}%", x=at, y=31, text_anchor=anchor, data_scale=True)


def _percent(share: float) -> str:
    return f"{share:.2f}%"
