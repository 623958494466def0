"""Who asks a server for a calendar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Login:
    """A user and the password, which shows itself to nobody."""

    user: str
    password: str
