"""What a fixture fills the home folder of each test with, done once for all tests of a module."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

Once = Callable[[Callable[[], object]], None]


def filling(home: Path, kept: Path) -> Once:
    """What calls a function that fills `home`, or copies there what came of it before.

    Args:
        home: the home folder of a test.
        kept: where to keep the homes of a module, by the names of the functions; so a fixture may
            fill with one function, and not with one for each parameter.
    """

    def fill(tell: Callable[[], object]) -> None:
        its_home = kept / re.sub(r"\W+", "-", tell.__qualname__)
        if its_home.exists():
            shutil.copytree(its_home, home, dirs_exist_ok=True)
        else:
            tell()
            shutil.copytree(home, its_home)

    return fill
