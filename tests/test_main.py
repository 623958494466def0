"""What becomes of errors that no command expects."""

import pytest

from netlog.ledger.file import access
from tests.cli.looking import Netlog


@pytest.mark.parametrize("error", [EOFError("cut short"), ValueError("a slip")], ids=repr)
def test_an_error_in_the_program_is_not_taken_for_an_interruption(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    netlog("person", "Ann", "--new")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(access, "reading", fail)
    with pytest.raises(type(error), match=str(error)):
        netlog("report")


def test_an_interruption_is_one(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> None:
    netlog("person", "Ann", "--new")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(access, "reading", interrupt)
    assert netlog("report", code=130).text == ""
