"""Skills, which people note in their own words."""

from collections.abc import Iterable

from netlog.domain.people.names import begins_words, comparison_key, nearest
from netlog.domain.text import excerpt, is_empty
from netlog.errors import Refused, shell_word

MOST_SUGGESTED = 8


def refuse_empty(typed: str) -> None:
    """Refuse a skill of which nothing can be seen.

    Raises:
        Refused: it is so.
    """
    if is_empty(typed):
        raise Refused("A skill cannot be empty.")


def refuse_unknown(typed: str, skills: Iterable[str]) -> None:
    """Refuse a skill that nobody has, and name those that are nearly so called.

    A shortlist must not be guessed: "design" may mean "web design", or something else.

    Args:
        typed: the skill that was asked for.
        skills: the skills that somebody has, as they were noted.

    Raises:
        Refused: it is none of them, or empty.
    """
    refuse_empty(typed)
    by_key = {comparison_key(skill): skill for skill in skills}
    key = comparison_key(typed)
    if key in by_key:
        return
    near = set(nearest(key, by_key))
    near |= {other for other in by_key if begins_words(key, other) or begins_words(other, key)}
    near |= {other for other in by_key if set(other.split()) & set(key.split())}
    listed = sorted(by_key[other] for other in near)[:MOST_SUGGESTED]
    note = f"To note it of somebody: netlog person NAME --skill {shell_word(typed)}"
    message = f'Nobody is known for "{excerpt(typed)}".'
    raise Refused(message, "Did you mean:" if near else note, listed)
