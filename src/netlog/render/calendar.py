"""What `calendar` says."""

from collections.abc import Iterator
from datetime import date

from netlog.actions.calendar import Kept, Sent, done_line
from netlog.actions.desk import Desk
from netlog.domain.wording import count
from netlog.render.settings import short
from netlog.render.sink import say, say_document, tell


def print_text(kept: Kept, desk: Desk, *, quiet: bool) -> None:
    """Print for a person what was sent or written, and what is still to be decided."""
    is_fine = not kept.decided.left and (kept.sent is None or not kept.sent.missed)
    if not (quiet and is_fine):
        say(*_lines(kept, desk))


def print_as_it_was(why: str, hint: str = "") -> None:
    """Say that the calendar did not follow what was written, which stands."""
    tell(f"netlog: the calendar is as it was: {why}", *([f"  {hint}"] if hint else []))


def print_json(kept: Kept, today: date) -> None:
    """Print the same for a script."""
    settled = [] if kept.receipt is None else kept.receipt.difference.settled
    sent = kept.sent or Sent()
    say_document(
        calendar=kept.name,
        written=kept.sent is not None or not kept.decided.left,
        added=sent.added,
        changed=sent.changed,
        removed=sent.removed,
        missed=sent.missed,
        settled=[
            {"id": settlement.obligation_id, "on": settlement.settled_on}
            for settlement, _ in settled
        ],
        reopened=sorted(kept.decided.reopened),
        ticked_off=[
            {"id": each.number, "what": each.what, "on": each.on, "command": done_line(each, today)}
            for each in kept.decided.left
        ],
    )


def _lines(kept: Kept, desk: Desk) -> Iterator[str]:
    if kept.sent is not None:
        yield f"Sent to {kept.name}: {_sent(kept.sent)}."
        if kept.sent.missed:
            missed = count(kept.sent.missed, "to-do")
            yield f"  {missed} changed there meanwhile, and stays so until the next time."
    elif kept.decided.left:
        yield f"{short(kept.name)} is as it was, so that nothing is lost that was ticked off in it."
    else:
        yield f"What is open is in {short(kept.name)}."
    if kept.decided.left:
        yield "Ticked off there, and open here; if it is done:"
        for each in kept.decided.left:
            yield f"  {each.what}"
            yield f"    {done_line(each, desk.today)}"


def _sent(sent: Sent) -> str:
    numbers = {"new": sent.added, "changed": sent.changed, "gone": sent.removed}
    parts = [f"{number} {what}" for what, number in numbers.items() if number]
    return ", ".join(parts) or "nothing new"
