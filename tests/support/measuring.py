"""Which branches of the domain its own tests reach, where a run measures these (`.ci/run`).

A rule is held by the tests of the rules, not by whatever else happens to run through it, and
each branch by an example: what a property draws at random does not count, nor is it measured, which
would be most of the work.
"""

import importlib
import pkgutil
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage

from netlog import domain

TESTS_OF_THE_DOMAIN = Path(__file__).parents[1] / "domain"
# Begun before anything was imported; where other rooms are measured, all tests count for them.
_RUNNING = Coverage.current()
_OF_DOMAIN = _RUNNING is not None and _RUNNING.get_option("run:source_pkgs") == [domain.__name__]
MEASURED = _RUNNING if _OF_DOMAIN else None


def pytest_collection_finish() -> None:
    """Import all of the domain, so that the lines of modules count whatever runs first."""
    if MEASURED is not None:
        for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
            importlib.import_module(module.name)
        MEASURED.stop()


def _is_example_of_the_domain(item: pytest.Item) -> bool:
    function = getattr(item, "obj", None)
    is_property = getattr(function, "is_hypothesis_test", False)
    return item.path.is_relative_to(TESTS_OF_THE_DOMAIN) and not is_property


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if MEASURED is None or not _is_example_of_the_domain(item):
        return (yield)
    MEASURED.start()
    try:
        return (yield)
    finally:
        MEASURED.stop()
