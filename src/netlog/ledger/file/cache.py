"""The population that was learned from a ledger, kept in the user's cache folder.

It holds no name, no day of anybody and no count of anybody's: only the figures of all together. It
can always be worked out again, so that it cannot be read or written is no error.
"""

import json
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from netlog.domain.score.population import Population
from netlog.folders import make_private, replace

_FORMAT = 1  # of the file, and of how the figures are worked out
_LEAST, _MOST, _LONGEST = 0.1, 100.0, 100_000.0


def kept(folder: Path | None, origin: str, until: date, half_life: int) -> Population | None:
    """The population learned from a ledger up to that day, if it is there.

    Args:
        folder: the cache folder, if there is one.
        origin: the name of the ledger.
        until: the last day that was to be looked at.
        half_life: the setting that it began with.
    """
    if folder is None:
        return None
    with suppress(OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        document = json.loads(_path(folder, origin).read_bytes())
        figures = document.pop("population")
        if document == _heading(origin, until, half_life):
            population = Population(**figures, until=until if figures["people"] else None)
            return population if _is_sane(population) else None
    return None


def keep(
    folder: Path | None, origin: str, until: date, half_life: int, population: Population
) -> None:
    """Keep the population, readable for the user alone, in one step; or do nothing."""
    if folder is None:
        return
    figures = asdict(population)
    del figures["until"]
    document = {**_heading(origin, until, half_life), "population": figures}
    write(_path(folder, origin), json.dumps(document))


def write(path: Path, text: str) -> None:
    """Write a small file, readable for the user alone, in one step; or do nothing."""
    with suppress(OSError):
        make_private(path.parent)
        replace(path, text)


def _path(folder: Path, origin: str) -> Path:
    return folder / f"population-{origin}.json"


def _heading(origin: str, until: date, half_life: int) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "ledger": origin,
        "until": until.isoformat(),
        "half_life": half_life,
    }


def _is_sane(population: Population) -> bool:
    """Whether these could be figures of people, whatever somebody did to the file."""
    return (
        all(_LEAST <= shape <= _MOST for shape in (population.kept, population.failed))
        and 1 <= population.half_life <= _LONGEST
        and population.things >= population.people >= 0
    )
