"""What import says."""

from netlog.actions.importing.bringing import Imported
from netlog.actions.importing.plan import Doubt
from netlog.actions.importing.preview import lines, told_doubt
from netlog.domain.people.names import looks_like_email
from netlog.domain.people.recognising import ME
from netlog.errors import shell_word
from netlog.render.difference import difference_ids, difference_lines
from netlog.render.sink import say, say_document, say_done


def print_text(imported: Imported) -> None:
    """Print for a person what came, or would come."""
    plan = imported.plan
    if plan.is_empty and not plan.files:  # a whole ledger
        say(imported.summary)
        return
    receipt = list(lines(plan, with_doubts=not (imported.is_written or plan.is_empty)))
    if not imported.is_written:
        headline = "There is nothing new in it." if plan.is_empty else "This would come of it:"
        receipt += map(_left_open, plan.doubts if plan.is_empty else ())
        say(headline, *(f"  {line}" for line in receipt))
        return
    if imported.difference is not None and imported.wording is not None:
        receipt += difference_lines(imported.difference, imported.wording)
    receipt += [_left_open(doubt) for doubt in plan.doubts]
    say_done(imported.summary, receipt)


def _left_open(doubt: Doubt) -> str:
    """A doubtful pair that was kept apart, and what to type where the two are one."""
    name = shell_word(doubt.name)
    if doubt.other == ME:  # who is merged with nobody
        return f"{told_doubt(doubt)}. If it is you: netlog delete {name}"
    both = shell_word(doubt.other), name
    keep, other = reversed(both) if looks_like_email(doubt.other) else both
    return f"{told_doubt(doubt)}. If they are one: netlog merge {keep} {other}"


def print_json(imported: Imported) -> None:
    """Print for a script what came, or would come."""
    plan = imported.plan
    ids: dict[str, list[int]] = {}
    if imported.difference is not None:
        ids = difference_ids(imported.difference, "opened", "closed", "changed")
    say_document(
        summary=imported.summary,
        written=imported.is_written,
        files=[{"file": name, "format": label} for name, label in plan.files],
        cards=plan.cards,
        new=[{"name": each.name, "kind": each.kind} for each in plan.new],
        filled_in=[
            {
                "name": each.name,
                "details": [{"kind": k, "value": v} for (k, _), v in each.details.items()],
            }
            for each in plan.filled_in
        ],
        unchanged=plan.unchanged,
        again=plan.again,
        events=len(plan.events),
        doubtful=[
            {"key": doubt.key, "name": doubt.name, "other": doubt.other, "by": doubt.by}
            for doubt in plan.doubts
        ],
        differences=[difference._asdict() for difference in plan.differences],
        unreadable=[unread._asdict() for unread in plan.unread],
        noted=[
            {"file": noted.file, "place": noted.place, "what": noted.reason} for noted in plan.noted
        ],
        left_out=dict(plan.skipped),
        **ids,
    )
