"""What a command asks on a terminal before it writes."""

from collections.abc import Sequence

from netlog.domain.projection.checking import CheckedIntroduction
from netlog.domain.records import Finding
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital

Choice = tuple[Finding, str]


def about_introduction(
    wording: Wording, checked: CheckedIntroduction, findings: Sequence[Finding]
) -> tuple[str, list[Choice]]:
    """The question what came of an introduction, and its answers.

    Args:
        wording: the names of those who are in it.
        checked: the introduction.
        findings: what can still be found; at least one.

    Returns:
        A sentence such as "Did Web Works answer Cara Diaz (e2, 1 Nov)?", and for each finding
        what it says of the two.
    """
    introduced = checked.introduction
    answering = introduced.answering(wording.me)
    who, whom = wording.name(answering), wording.name(introduced.other(answering))
    both = "you are happy with it" if whom == "you" else f"{join([whom, who])} are both happy"
    said = {
        "responded": f"{who} answered {whom}",
        "silent": "nothing yet",
        "happy": both,
    }
    where = f"(e{introduced.event_id}, {wording.day(introduced.known_on)})"
    if "responded" in findings:
        question = f"did {who} answer {whom} {where}?"
    elif whom == "you":
        question = f"are you happy with {who} {where}?"
    else:
        question = f"are {join([whom, who])} both happy {where}?"
    return capital(question), [(finding, said[finding]) for finding in findings]
