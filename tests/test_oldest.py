"""The oldest versions that are tried are those that pyproject.toml allows."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


def bounds(lines: list[str], operator: str) -> dict[str, str]:
    """The version behind an operator, by the name of what is required."""
    return {
        one.name: part.version
        for one in map(Requirement, lines)
        for part in one.specifier
        if part.operator == operator
    }


def test_each_lower_bound_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    allowed = [*project["dependencies"], *(line for extra in extras for line in extra)]
    pins = (ROOT / "tests" / "oldest.txt").read_text().splitlines()
    tried = [line for line in pins if not line.startswith("#")]
    assert bounds(tried, "==") == bounds(allowed, ">=")
