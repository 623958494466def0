"""What a person reads where something is refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from netlog.errors import NetlogError


@contextmanager
def raising(kind: type[NetlogError], message: str, hint: str) -> Iterator[None]:
    """Require that what is done within is refused in these words: why, and what to do now."""
    with pytest.raises(kind) as caught:
        yield
    assert (caught.value.message, caught.value.hint) == (message, hint)
