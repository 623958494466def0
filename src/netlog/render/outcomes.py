"""What came of some introductions, in clauses that the terminal and pages share."""

from collections.abc import Iterator

from netlog.render.forms.facts import Facts, Sentence


def answered(facts: Facts, at: str) -> Iterator[Sentence]:
    """How many of some introductions were answered, and in how many both are happy."""
    known = facts(f"{at}/responded")
    yield facts.fill("{responded} answered" if known else "no answer noted", at)
    yield facts.fill("{happy} happy" if facts(f"{at}/happy") else "", at)


def problems(facts: Facts, at: str, side: str = "", by: str = "", of: str = "") -> Sentence:
    """How many problems there were, with whom, and who made up for how many; nothing for none."""
    number = facts(f"{at}/{of}problems")
    made_up = ""
    if facts(f"{at}/{of}recovered") and by:
        made_up = f" ({by} made up for {'it' if number == 1 else f'{{{of}recovered}}'})"
    elif facts(f"{at}/{of}recovered"):
        made_up = " (made up for)" if number == 1 else f" ({{{of}recovered}} made up for)"
    return facts.fill(f"{{{of}problems:problem}}{side}{made_up}" if number else "", at)
