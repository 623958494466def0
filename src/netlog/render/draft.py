"""A message as a text, as an address that a mail program opens, and as a file of mail."""

from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import quote

from netlog.domain.drafting import Message
from netlog.errors import Refused, shell_word
from netlog.render.sink import say, tell

_LONGEST_URL = 8_000  # characters; mail programs cut off longer ones


def print_text(message: Message) -> None:
    """Print a message for a person."""
    to = [f"{name} <{address}>" if address else name for name, address in message.to]
    lines = message.body.rstrip("\n").split("\n")
    say(f"To: {', '.join(to)}", f"Subject: {message.subject}", "", *lines)


def tell_whom_it_misses(message: Message) -> None:
    """Tell to whom it is not addressed, as no address of theirs is known."""
    for name, address in message.to:
        if not address:
            hint = f"netlog person {shell_word(name)} --email ADDRESS"
            tell(f"No e-mail address of {name} is known: {hint}")


def mailto(message: Message) -> str:
    """The message as an address that a mail program opens (RFC 6068).

    Raises:
        Refused: it is too long for one.
    """
    to = ",".join(quote(address, safe="@") for _, address in message.to if address)
    body = message.body.replace("\n", "\r\n")
    url = f"mailto:{to}?subject={quote(message.subject)}&body={quote(body)}"
    if len(url) > _LONGEST_URL:
        raise Refused("The message is too long for an address.", "Write it to a file: --eml FILE")
    return url


def eml(message: Message) -> str:
    """The message as a file that a mail program opens as a draft.

    Raises:
        Refused: an address is none.
    """
    mail = EmailMessage()
    try:
        mail["To"] = [Address(name, addr_spec=address) for name, address in message.to if address]
        mail["Subject"] = message.subject
    except (ValueError, IndexError) as error:
        hint = "netlog person NAME --drop ADDRESS"
        raise Refused("An address cannot be written to.", hint) from error
    mail["X-Unsent"] = "1"  # by which Outlook knows a draft
    mail.set_content(message.body)
    return mail.as_string()
