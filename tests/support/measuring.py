"""Which branches of the domain its own tests reach, where a run is measured (`.ci/run`).

A rule is held by the tests of the rules, not by whatever else happens to run through it. To watch
only these also costs a tenth of watching all.
"""

from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage

TESTS_OF_THE_DOMAIN = Path(__file__).parents[1] / "domain"
# Begun before anything was imported, so that the lines of modules count as well.
MEASURED = Coverage.current()


def pytest_collection_finish() -> None:
    if MEASURED is not None:
        MEASURED.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if MEASURED is None or not item.path.is_relative_to(TESTS_OF_THE_DOMAIN):
        return (yield)
    MEASURED.start()
    try:
        return (yield)
    finally:
        MEASURED.stop()
