"""How often somebody means to be in touch, as files write it."""

from netlog.domain.dates.days import span
from netlog.domain.text import excerpt
from netlog.errors import NetlogError

_LONGEST = 20


class UnclearInterval(ValueError):
    """A text that is no interval; the message says so, for people."""


def days_between(text: str) -> int | None:
    """The days of `6w`, `90 days` or `90`; None for none.

    Raises:
        UnclearInterval: it is no number of days or weeks.
    """
    if text in ("", "0"):
        return None
    if len(text) > _LONGEST:
        raise UnclearInterval(f'"{excerpt(text)}" is no number of days or weeks.')
    try:
        return span(f"{text}d" if text.isascii() and text.isdigit() else text)
    except NetlogError as error:
        raise UnclearInterval(f'"{excerpt(text)}" is no number of days or weeks.') from error
