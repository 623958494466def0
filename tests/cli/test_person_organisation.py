"""Who is in which organisation."""

from collections.abc import Callable

from tests.support.program import Result

Netlog = Callable[..., Result]


def test_two_contacts_are_not_each_in_the_other(netlog: Netlog) -> None:
    netlog("person", "Dana Park", "--new")
    netlog("person", "Jo Young", "--org", "Dana Park", "--new")

    refused = netlog("person", "Dana Park", "--org", "Jo Young", code=3)

    assert "Jo Young is in Dana Park already" in refused.err
    netlog("person", "Jo Young", "--org", "")
    netlog("person", "Dana Park", "--org", "Jo Young")


def test_nobody_is_their_own_organisation(netlog: Netlog) -> None:
    netlog("person", "Dana Park", "--new")

    assert "their own" in netlog("person", "Dana Park", "--org", "Dana Park", code=3).err
