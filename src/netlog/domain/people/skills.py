"""Skills, which people note in their own words."""

from collections.abc import Iterable

from netlog.domain.people.names import begins_words, comparison_key, nearest
from netlog.errors import Refused

MOST_SUGGESTED = 8


def refuse_nearly_known(typed: str, known: Iterable[str]) -> None:
    """Refuse a skill that nobody has where somebody has one that is nearly so called.

    A shortlist must not be guessed: "design" may mean "web design", or something else.

    Args:
        typed: the skill that was asked for.
        known: the skills that somebody has, as they were noted.

    Raises:
        Refused: some are near.
    """
    by_key = {comparison_key(one): one for one in known}
    key = comparison_key(typed)
    near = set(nearest(key, by_key))
    near |= {one for one in by_key if begins_words(key, one) or begins_words(one, key)}
    near |= {one for one in by_key if set(one.split()) & set(key.split())}
    if near:
        listed = sorted(by_key[one] for one in near)[:MOST_SUGGESTED]
        raise Refused(f'Nobody is known for "{typed}".', "Did you mean:", listed)
