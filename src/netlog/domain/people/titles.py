"""Names without the titles around them, in whatever order their words stand."""

import re

from netlog.domain.people.names import words

# What stands before a name, or behind it, and is no part of it. `Mba` is a name as well.
_OF_WHAT = r"(?:dr|dent|h|c|ing|iur|jur|med|nat|oec|phil|pol|rer|vet)"
_TITLE = rf"(?:prof|dr|dipl|mag)\.?(?:[ -]*{_OF_WHAT}\.)*"
_DEGREE = r"(?:ll\.?m|m\.?b\.?a|m\.?sc|cfa|cpa|pmp)\.?"
_BEFORE = re.compile(rf"(?:{_TITLE}(?:(?<=\.)|[ -]) *)+")
_BEHIND = re.compile(rf"(?:,? *\({_TITLE}\)|, *{_TITLE}|,? ph\.? ?d\.?|, *{_DEGREE})+$")


def in_one_order(name: str) -> str:
    """The words of a name in one order, without titles; "" for a single one."""
    parts = words(_untitled(name))
    if len(parts) <= 1:
        parts = words(name)  # Dr. Lux may be any of the family
    return " ".join(sorted(parts)) if len(parts) > 1 else ""


def _untitled(name: str) -> str:
    before = _BEFORE.match(name)
    return _BEHIND.sub("", name[before.end() :] if before else name)
