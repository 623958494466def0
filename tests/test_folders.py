"""Folders of netlog's own are for their owner alone, and so are those above them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import Result


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_new_folders_are_private_whatever_is_taken_away_from_new_ones(
    mask: int, own_home: Path, netlog: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {
        "NETLOG_LEDGER": own_home / "a" / "b" / "ledger.db",
        "NETLOG_CONFIG": own_home / "c" / "d" / "settings.toml",
        "XDG_CACHE_HOME": own_home / "e" / "f",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    before = os.umask(mask)
    try:
        netlog("config", "set", "owner", "Ann")
        netlog("meet", "Dana Park")
        netlog("report")
        netlog("backup")
    finally:
        os.umask(before)
    folders = [folder for folder in own_home.rglob("*") if folder.is_dir()]
    assert len(folders) >= 5
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
