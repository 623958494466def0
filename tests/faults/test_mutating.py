"""Mistakes that are made on purpose: each is one."""

from pathlib import Path

import pytest

from tests.faults.mutating import Source

CODE = """
def first(values):
    known = None
    for known in values:
        break
    limit: int = 1e300
    return known, limit
"""


def test_no_mistake_leaves_a_function_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mistaken.py").write_text(CODE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    source = Source("mistaken")
    made = {mutant.number: source.difference(mutant) for mutant in source.mutants()}
    assert made == {
        1: "-    limit: int = 1e+300\n+    limit: int = None",
        3: "-    return (known, limit)\n+    return None",
    }
