"""Skills, which people note in their own words."""

from collections.abc import Iterable

from netlog.domain.people.names import begins_words, comparison_key, nearest
from netlog.errors import Refused

MOST_SUGGESTED = 8


def refuse_nearly_known(typed: str, skills: Iterable[str]) -> None:
    """Refuse a skill that nobody has where somebody has one that is nearly so called.

    A shortlist must not be guessed: "design" may mean "web design", or something else.

    Args:
        typed: the skill that was asked for.
        skills: the skills that somebody has, as they were noted.

    Raises:
        Refused: some are near.
    """
    by_key = {comparison_key(skill): skill for skill in skills}
    key = comparison_key(typed)
    near = set(nearest(key, by_key))
    near |= {other for other in by_key if begins_words(key, other) or begins_words(other, key)}
    near |= {other for other in by_key if set(other.split()) & set(key.split())}
    if near:
        listed = sorted(by_key[other] for other in near)[:MOST_SUGGESTED]
        raise Refused(f'Nobody is known for "{typed}".', "Did you mean:", listed)
