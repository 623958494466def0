"""Forgetting somebody, so that no trace is left."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from netlog.actions.desk import CONFIRMED, Desk
from netlog.domain.people.forgetting import SOMEBODY, Traces, refuse_to_forget, traces_of_name
from netlog.domain.people.names import comparison_key
from netlog.domain.people.resolving import known
from netlog.domain.text import clean_name, join
from netlog.domain.wording import count, counts
from netlog.errors import (
    LedgerDamaged,
    LedgerUnusable,
    NoLedger,
    Refused,
    Unconfirmed,
    UnknownName,
    shell_word,
)
from netlog.ledger.file.access import Connection, reading
from netlog.ledger.file.beside import conflicted_copies, unjoined_copies
from netlog.ledger.file.copies import (
    copies_of,
    is_made_by_netlog,
    is_taken_for_ledger,
    names,
    plain_beside,
)
from netlog.ledger.file.key import KeyUnknown
from netlog.ledger.read.contacts import Directory
from netlog.ledger.read.forgetting import About, about
from netlog.ledger.write.forgetting import count_texts, forget_in_copy, names_there
from netlog.ledger.write.forgetting import forget as erase
from netlog.ledger.write.former import former_details


@dataclass(slots=True)
class OtherCopies:
    """What became of the copies of the ledger.

    Attributes:
        holding: those that still hold the name.
        erased: those in which it was forgotten too.
        removed: those that were removed, as they could not be opened.
        elsewhere: those of a name of their own that hold the name, and stay as they are.
        unread: those whose key nobody knows, and which may name anybody.
        strange: those that are no ledger, which a restore put aside, and stay as they are.
        called: by which names of theirs those that still hold one tell of them.
    """

    holding: list[Path] = field(default_factory=list)
    erased: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    elsewhere: list[Path] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    strange: list[Path] = field(default_factory=list)
    called: dict[Path, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who was forgotten, what went and what stays.

    Attributes:
        name: what they were called.
        copies: what became of the copies of the ledger.
        calendar: the file or the address of the calendar that may hold the name; "" for none.
        about: what there was of them; None where the ledger itself did not know them any more.
        texts: in how many texts about others a bar stands for the name now.
    """

    name: str
    copies: OtherCopies
    calendar: str
    about: About | None = None
    texts: int = 0


def forget(
    desk: Desk, *, name: str, yes: bool = False, keep_backup: bool = False, backups: bool = False
) -> Forgotten:
    """Leave no trace of a contact in the ledger.

    Args:
        desk: the settings.
        name: whom.
        yes: whether it is to be done without asking.
        keep_backup: whether what was before is kept as a backup.
        backups: whether they are to be forgotten in all other copies beside the ledger too, also
            where they are forgotten in the ledger already.

    Raises:
        Unconfirmed: nobody has said yes.
        Refused: it is nobody, may be several, or is the owner; or it is nobody any more, and the
            file holds the name all the same; or a copy is to be joined before.
        LedgerUnusable: the ledger cannot be written.
    """

    def find(connection: Connection) -> About:
        typed = desk.answers.get(clean_name(name), name)
        contact = known(typed, Directory(connection), desk.settings.owner)
        refuse_to_forget(contact)
        _refuse_to_cut_off(unjoined_copies(desk.ledger))
        return about(connection, contact, former_details(connection, contact))

    is_confirmed = yes or CONFIRMED in desk.answers
    try:
        if not is_confirmed:
            with reading(desk.ledger) as connection:
                who = find(connection)
                lines = _what_goes(who, count_texts(connection, who))
            raise Unconfirmed(f"Forgetting {who.contact.name} cannot be taken back.", lines)
        forgotten = erase(desk.ledger, find, keeps_backup=keep_backup)
    except UnknownName:
        _refuse_what_is_left_of(clean_name(name), desk.ledger)
        if not backups:
            raise
        return _forget_in_copies(desk, clean_name(name), is_confirmed=is_confirmed)
    who = forgotten.about
    done = _looked_through(desk, who.traces)
    if backups:
        _erase_copies(desk, done, who.keys, who.traces, kept=forgotten.backup)
    for copy in (*done.holding, *done.elsewhere):
        done.called[copy] = names_there(copy, who.names) or [who.contact.name]
    return Forgotten(who.contact.name, done, desk.settings.calendar, who, forgotten.texts)


def _refuse_to_cut_off(copies: Iterable[Path]) -> None:
    """Refuse while a copy beside the ledger holds what would be told nowhere else.

    The journal begins anew, so nobody could tell any more where the two parted.

    Args:
        copies: those that are not joined.

    Raises:
        Refused: there is such a copy.
    """
    for path in copies:
        raise Refused(
            f"{path.name} was told what is not here, and could not be joined any more after that."
            " Nothing was written.",
            f"Take it in first: netlog join {shell_word(str(path))}. If it is not needed, take it"
            " out of the folder.",
        )


def _refuse_what_is_left_of(name: str, ledger: Path) -> None:
    """Refuse where nobody has the name any more, and the file holds it all the same.

    Raises:
        Refused: a text has it, or the journal, which keeps what was taken back or deleted.
    """
    if names(ledger, traces_of_name(name)):
        word = shell_word(name)
        raise Refused(
            f'Nobody in the ledger is called "{name}", but a text has the name, or the journal has'
            " it from what was taken back or deleted.",
            f"To erase it there: netlog person {word} --new, and then netlog forget {word}",
        )


def _looked_through(desk: Desk, traces: Traces) -> OtherCopies:
    """Look which copies hold a name, and which cannot be read."""
    copies = OtherCopies()
    for copy in copies_of(desk.ledger):
        try:
            copies.holding += [copy] if names(copy, traces) else []
        except KeyUnknown:
            copies.unread.append(copy)
    copies.elsewhere += [copy for copy in plain_beside(desk.ledger) if names(copy, traces)]
    return copies


def _forget_in_copies(desk: Desk, name: str, *, is_confirmed: bool) -> Forgotten:
    """Forget in the copies of the ledger whom the ledger itself does not know any more.

    Raises:
        UnknownName: none of them holds the name either.
        Refused: neither does one of those that can be read; or one that does is to be joined
            before.
        Unconfirmed: nobody has said yes.
    """
    traces = traces_of_name(name)
    done = _looked_through(desk, traces)
    if done.unread and not done.holding:
        raise Refused(
            f"{name} is in nothing that can be read. {done.unread[0]} cannot be read without its"
            " key.",
            f"To look there too: netlog --key-file FILE forget {shell_word(name)} --backups",
        )
    if not done.holding:
        raise UnknownName(name)
    _refuse_to_cut_off(copy for copy in conflicted_copies(desk.ledger) if copy in done.holding)
    if not is_confirmed:
        lines = [f"is erased in {copy}" for copy in done.holding]
        raise Unconfirmed(f"Forgetting {name} cannot be taken back.", lines)
    _erase_copies(desk, done, [comparison_key(name)], traces)
    return Forgotten(name, done, desk.settings.calendar)


def _erase_copies(
    desk: Desk,
    done: OtherCopies,
    keys: Collection[str],
    traces: Traces,
    kept: Path | None = None,
) -> None:
    """Forget somebody in the copies that hold the name; a backup that cannot be opened is removed.

    What only cannot be written at this moment is left, and still holds the name.

    Args:
        desk: the settings.
        done: the copies, which are told apart by what became of them.
        keys: what they are called, as it is compared.
        traces: by what texts name them.
        kept: the backup that is to hold them.
    """
    holding, done.holding = done.holding, []
    for copy in holding:
        if copy == kept:
            done.holding.append(copy)
            continue
        try:
            forget_in_copy(copy, keys, traces)
        except NoLedger:  # it may never have been one
            done.strange.append(copy)
            continue
        except LedgerUnusable as error:
            is_broken = isinstance(error, LedgerDamaged) or not is_taken_for_ledger(copy)
            if is_broken and is_made_by_netlog(copy, desk.ledger):
                copy.unlink()
                done.removed.append(copy)
                continue
        (done.holding if names(copy, traces) else done.erased).append(copy)


def _what_goes(who: About, texts: int) -> list[str]:
    """What would go and what would stay, a line each."""
    goes = counts(
        (len(who.events), "event"),
        (len(who.acknowledgements), "thank-you"),
        (who.details, "detail"),
    )
    lines = [f"goes: {', '.join(['the contact', *goes])}"]
    if who.alike:
        lines.append(f"stays, as somebody else: {join(who.alike)}")
    if who.staying:
        lines.append(f"stays, with {SOMEBODY} in their place: {count(who.staying, 'event')}")
    if texts:
        lines.append(f"gets bars for the name: {count(texts, 'text')} about others")
    if who.members:
        lines.append(f"belongs to nobody any more: {count(who.members, 'contact')}")
    lines.append("no earlier command can be undone any more")
    return lines
