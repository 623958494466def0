"""Words to send: a message from what the ledger knows of an item or an introduction.

A template is a text with names in braces; its first line is the subject. What a template can name
is in `Known`. People change the wording by templates of their own.
"""

from collections.abc import Mapping
from typing import NamedTuple

from netlog.domain.items import Item, side
from netlog.domain.records import Event
from netlog.errors import Refused, Unreadable

TEMPLATES: Mapping[str, str] = {
    "thanks": """Thank you for {other}
Dear {name},

thank you for introducing me to {other}{for}. I appreciate that you put your name on the line.

{me}""",
    "thanks-meeting": """Good to see you
Dear {name},

thank you for the time on {day}. It was good to talk.

{me}""",
    "introduction": """{name}: an introduction
Dear {name},

I would like you two to meet{for}. I will leave the rest to you.

{me}""",
    "update": """How it went with {other}
Dear {name},

you introduced me to {other}{for}; here is how it went:



Thank you again.

{me}""",
    "response": """{about}
Dear {name},

we were introduced{for}. When would be a good time to talk?

{me}""",
    "check-response": """Did {other} get back to you?
Dear {name},

on {day} I introduced you to {other}{for}. Have you heard from them yet?

{me}""",
    "check-outcome": """How did it go?
Dear {name},

I introduced the two of you on {day}{for}. Did it work out for both of you?

{me}""",
    "promise": """{about}
Dear {name},

as promised: {about}.

{me}""",
    "reply": """Re: {about}
Dear {name},

thank you for your message of {day}.

{me}""",
    "apology": """I am sorry about {other}
Dear {name},

I introduced you to {other}, and it did not go well. I am sorry about that.

{me}""",
    "replacement": """Somebody better than {other}
Dear {name},

instead of {other}, I would like you to meet



{me}""",
    "touch": """How are you?
Dear {name},

it has been a while. How are you?

{me}""",
    "nudge-thanks": """How did it go with {other}?
Dear {name},

on {day} I introduced you to {other}{for}. How did it go?

{me}""",
    "nudge-meeting": """Since we met
Dear {name},

we met on {day}. How have things been since then?

{me}""",
    "nudge-apology": """About {other}
Dear {name},

you introduced me to {other}, and it did not go well. I would be glad to hear from you about it.

{me}""",
    "nudge": """{what}
Dear {name},

a friendly reminder about {what}, open since {day}.

{me}""",
}


class Known(NamedTuple):
    """What a template can name, in words.

    `name` is how those are addressed who get the message, `other` who else it is about, `about` the
    need, the promise or the topic, `what` what is owed, `day` when it began, and `me` my own name.
    """

    name: str
    other: str
    about: str
    what: str
    day: str
    me: str

    def values(self) -> dict[str, str]:
        """The values by the names that stand in braces; `for` is empty where nothing is known."""
        return {**self._asdict(), "for": f" for {self.about}" if self.about else ""}


class Message(NamedTuple):
    """A message that nobody has sent yet: to whom, each with the addresses that are known."""

    to: tuple[tuple[str, str], ...]
    subject: str
    body: str


def template_of(item: Item, me: int) -> str:
    """The name of the template for an item."""
    kind = item.obligation.kind
    if side(item.obligation, me) == "theirs":
        if kind == "thanks":  # nobody asks for thanks, nor for an apology
            return "nudge-thanks" if item.event.kind == "introduction" else "nudge-meeting"
        return "nudge-apology" if kind == "apology" else "nudge"
    if kind == "thanks" and item.event.kind != "introduction":
        return "thanks-meeting"
    return kind


def filled(template: str, known: Known) -> tuple[str, str]:
    """The subject and the body of a message.

    Raises:
        Unreadable: the template names what there is not.
    """
    values = known.values()
    try:
        text = template.format_map(values)
    except (ValueError, LookupError, AttributeError) as error:
        raise Unreadable(
            f"The template cannot be filled: {error}.",
            f"It can name {', '.join(f'{{{name}}}' for name in values)}.",
        ) from error
    subject, _, body = text.partition("\n")
    return " ".join(subject.split()) or known.what, body.strip("\n") + "\n"


def refuse_to_settle(item: Item, me: int) -> None:
    """Refuse to settle by a message what it does not settle.

    Raises:
        Refused: it only asks.
    """
    number = item.obligation.id
    if side(item.obligation, me) == "theirs":
        hint = f"Without --done: netlog draft {number}"
        raise Refused("A reminder keeps nothing: it is theirs to do.", hint)
    if item.obligation.kind in ("check-response", "check-outcome"):
        raise Refused(
            "That you asked is no answer.", f"Note that you did: netlog check {number} --silent"
        )


def refuse_to_introduce(event: Event, *, is_mine: bool) -> None:
    """Refuse to draft for an event that has no words of my own.

    Raises:
        Refused: it is no introduction, or somebody else made it.
    """
    hint = "netlog draft ID is for an item that due lists."
    if event.kind != "introduction":
        raise Refused(f"e{event.id} is no introduction.", hint)
    if not is_mine:
        raise Refused(f"e{event.id} was made by somebody else.", hint)
