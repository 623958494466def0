"""Phone numbers: the same one in whatever format it is written."""

import re
from collections.abc import Iterable
from typing import NamedTuple

SHORTEST = 5  # digits; less is an extension, or an id
_MARKS = re.compile(r"[\s()./\u00a0\u2010-\u2015-]")
_TRUNK = re.compile(r"\(0\)")
_READS_AS_ONE = re.compile(r"(?:tel:)?\+?[\d\s()./\u00a0\u2010-\u2015-]+", re.IGNORECASE)
# The country codes of ITU-T E.164 that have one or two digits; all others have three.
_SHORT_CODE = re.compile(r"1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")


class Phone(NamedTuple):
    """A number; `country` is its code, "" where it was written without one."""

    country: str
    national: str

    def may_be(self, other: "Phone") -> bool:
        """Whether the two may be one number: whoever leaves the country out may mean any.

        What begins without + may as well begin with the code: 49 171 for +49 171.
        """
        if self.country and other.country:
            return self == other
        with_code = {self.country + self.national, other.country + other.national}
        return self.national == other.national or len(with_code) == 1


def looks_like_phone(text: str) -> bool:
    """Whether a text is nothing but a phone number."""
    return _READS_AS_ONE.fullmatch(text.strip()) is not None and _digits(text) >= SHORTEST


def read_phone(text: str) -> Phone | None:
    """The number that a text is; None for what is none, such as one with an extension."""
    if not looks_like_phone(text):
        return None
    bare = _MARKS.sub("", _TRUNK.sub("", text.strip().casefold().removeprefix("tel:")))
    abroad = re.fullmatch(r"(?:\+|00)(\d+)", bare)
    if abroad is None:
        return Phone("", bare.removeprefix("+").removeprefix("0"))
    digits = abroad[1]
    short = _SHORT_CODE.match(digits)
    end = 3 if short is None else short.end()
    return Phone(digits[:end], digits[end:].removeprefix("0"))


def is_noted(number: str, others: Iterable[str]) -> bool:
    """Whether a number is one of others, in whatever format each is written."""
    known = list(filter(None, map(read_phone, others)))
    phone = read_phone(number) if known else None  # most have one only, which nobody need read
    return phone is not None and any(phone.may_be(each) for each in known)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
