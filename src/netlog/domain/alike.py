"""Items that are alike: told in one line, where whom they are with is all that differs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from netlog.domain.items import Item, Side, side
from netlog.domain.text import join
from netlog.domain.wording import Wording


class Effect(NamedTuple):
    """What is told of an item: what became of it, such as "opens", and when, behind the clause."""

    verb: str
    item: Item
    then: str = ""
    is_over: bool = False  # whether it was owed, or is


class Together(NamedTuple):
    """One line for items that are alike: what became of them, their ids, and the rest of it."""

    verb: str
    ids: str
    text: str


_PAIR = 2  # ids of which each is named; more are a range
_Alike = Sequence[Effect]  # of one debtor or to one creditor: me


def together(effects: Iterable[Effect], wording: Wording) -> Iterator[Together]:
    """What is told of items, in their order, each line with all that are alike.

    Items are alike where the same is owed in the same way. What I and several others owe each
    other is one line as well; of what I and one other owe each other, each side has its own.
    """
    groups = defaultdict[tuple[object, ...], list[Effect]](list)
    for effect in effects:
        groups[_what_is_alike(effect, wording)].append(effect)
    waiting = list(groups.values())
    while waiting:
        group, *waiting = waiting
        back = next((other for other in waiting if _answers(group, other, wording)), None)
        if back is None:
            yield _one_way(group, wording)
        else:
            waiting.remove(back)
            yield _each_way(group, back, wording)


def _what_is_alike(effect: Effect, wording: Wording) -> tuple[object, ...]:
    of = _side(effect, wording)
    what = _clause(effect, wording) if of is None else wording.what(effect.item)
    return effect.verb, effect.item.obligation.kind, effect.is_over, effect.then, of, what


def _side(effect: Effect, wording: Wording) -> Side | None:
    """Whose it is, where who it is with can stand in an enumeration."""
    of = side(effect.item.obligation, wording.me)
    return None if of == "check-in" else of


def _answers(group: _Alike, other: _Alike, wording: Wording) -> bool:
    """Whether some of several people owe each other the same, me and them."""
    mine, theirs = group[0], other[0]
    return (
        len(group) > 1
        and {_side(mine, wording), _side(theirs, wording)} == {"mine", "theirs"}
        and (mine.verb, mine.is_over) == (theirs.verb, theirs.is_over)
        and wording.what(mine.item) == wording.what(theirs.item)
        and _with_whom(group, wording) == _with_whom(other, wording)
    )


def _with_whom(group: _Alike, wording: Wording) -> list[str]:
    return list(dict.fromkeys(wording.who(effect.item) for effect in group))


def _one_way(group: _Alike, wording: Wording) -> Together:
    first = group[0]
    names = _with_whom(group, wording)
    if _side(first, wording) is None or len(names) == 1:
        text = _clause(first, wording)
    else:
        text = wording.between_several(first.item, join(names), is_over=first.is_over)
    return Together(first.verb, _ids(group), f"{text}{first.then}")


def _each_way(group: _Alike, back: _Alike, wording: Wording) -> Together:
    mine, theirs = sorted((group, back), key=lambda alike: _side(alike[0], wording) != "mine")
    then, others = mine[0].then, theirs[0].then
    if then != others:
        then = f"{then}, theirs {others.removeprefix(' · ').removeprefix('due ')}"
    names = ", ".join(_with_whom(group, wording))
    text = f"{wording.what(group[0].item)}, each way: {names}"
    return Together(group[0].verb, _ids([*group, *back]), f"{text}{then}")


def _clause(effect: Effect, wording: Wording) -> str:
    return wording.owed(effect.item) if effect.is_over else wording.owes(effect.item)


def _ids(group: _Alike) -> str:
    """The ids, as short as they stay clear: "1-6", "1, 3, 5"."""
    runs: list[list[int]] = []
    for number in sorted({effect.item.obligation.id for effect in group}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}-{run[-1]}" if len(run) > _PAIR else ", ".join(map(str, run)) for run in runs
    )
