"""One browser for all tests here: to start it takes longer than to look at a page."""

import os
from collections.abc import Iterator

import pytest

from tests.support.browser import Browser, executable, running


@pytest.fixture(scope="session")
def _browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if executable() is None:
        if os.environ.get("CI"):
            pytest.fail("CI looks at the pages in Chromium, and there is none")
        pytest.skip("there is no Chromium: apt-get install chromium")
    with running(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(_browser: Browser) -> Browser:
    """A browser, as wide as a desk and in light."""
    _browser.look(1280)
    return _browser
