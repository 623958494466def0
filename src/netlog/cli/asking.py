"""Asking on a terminal what would be refused elsewhere: short questions with numbered answers.

No question is asked while the ledger is held: the command gives up, asks, and begins again with the
answer, so that somebody who thinks for a minute keeps nobody waiting.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TypeVar

from netlog.actions.desk import AGAIN, CONFIRMED, NEW
from netlog.errors import (
    LoginWanted,
    NearlyKnownName,
    OpenQuestions,
    PassphraseWanted,
    Refused,
    SaidAlready,
    UnclearName,
    Unconfirmed,
)

Result = TypeVar("Result")

_TRIES = 3  # to type a key
_ALL, _MANY = "all", 3  # what answers so many questions at once
Answers = dict[str, str]
# What somebody can be asked.
_OPEN = (UnclearName, SaidAlready, Unconfirmed, OpenQuestions, PassphraseWanted, LoginWanted)


def asking(
    run: Callable[[Answers], Result], nothing: Result | None = None, meanwhile: str = ""
) -> Result:
    """Run a command; where a name is unclear and somebody can be asked, ask and run it again.

    Args:
        run: the command, given the names that were meant by what was typed.
        nothing: what it results in where there is no ledger yet; None where it cannot go on then.
        meanwhile: what it does that may take long; "" for going through the ledger.

    Raises:
        KeyUnknown: a file is encrypted, and nobody could tell its key.
        PassphraseWanted: nobody could choose one.
        LoginWanted: nobody could tell who asks, or a server does not accept it.
        Unconfirmed: nobody could say yes.
        Refused: somebody said no.
        SaidAlready: it is in the ledger already, and was not to be told again.
        OpenQuestions: nobody can be asked, or a question was left open.
        UnclearName: nobody can be asked, there is nothing to choose from, or the question was left
            open.
        NoLedgerYet: there is none, and no `nothing`.
    """
    from netlog.ledger.file.identity import NoLedgerYet

    answers: Answers = {}
    while True:
        try:
            return unlocked(lambda: _run(run, answers, meanwhile))
        except NoLedgerYet:
            if nothing is None:
                raise
            return nothing
        except _OPEN as question:
            if not _answer(question, answers):
                raise


@contextmanager
def asking_while_open(
    view: Callable[[Answers], AbstractContextManager[Result]], nothing: Result | None = None
) -> Iterator[Result]:
    """The same for a view whose result is read while the ledger is open."""
    with ExitStack() as stack:
        yield asking(lambda answers: stack.enter_context(view(answers)), nothing)


def unlocked(run: Callable[[], Result]) -> Result:
    """Run something, and again with the key that somebody types where none is known.

    Raises:
        KeyUnknown: nobody can be asked, or none of what was typed fits.
    """
    from netlog.ledger.file.key import KeyUnknown

    for _ in range(_TRIES):
        try:
            return run()
        except KeyUnknown as unknown:
            from netlog.cli.unlocking import ask_for_key

            if not can_ask() or not ask_for_key(unknown):
                raise
    return run()


def _run(run: Callable[[Answers], Result], answers: Answers, meanwhile: str) -> Result:
    from netlog.render.progress import progress

    with progress(meanwhile):
        return run(answers)


def _answer(question: Exception, answers: Answers) -> bool:
    """Note what somebody answers to what a command asks; whether it can go on."""
    if isinstance(question, SaidAlready):
        if is_meant := _is_meant(question):
            answers[AGAIN] = AGAIN
        return is_meant
    if not can_ask():
        return False
    if isinstance(question, PassphraseWanted | LoginWanted):
        return _answer_unseen(question, answers)
    if isinstance(question, OpenQuestions):
        return _answer_all(question, answers)
    if isinstance(question, Unconfirmed):
        if not _is_wanted(question):
            raise Refused("Nothing was written.")  # what was asked about, they have just read
        answers[CONFIRMED] = CONFIRMED
        return True
    return isinstance(question, UnclearName) and _answer_which(question, answers)


def _answer_which(unclear: UnclearName, answers: Answers) -> bool:
    """Ask whom a name means, where there is anybody to choose from."""
    if not unclear.names:
        return False
    numbered = [(str(number), label) for number, label in enumerate(unclear.labels, 1)]
    if isinstance(unclear, NearlyKnownName):
        numbered.append(("n", f"somebody new: {unclear.typed}"))
    answer = choose(unclear.question, numbered, unclear.more and f"{unclear.more}: type more words")
    if answer is not None:
        answers[unclear.typed] = NEW if answer == "n" else unclear.names[int(answer) - 1]
    return answer is not None


def _answer_unseen(question: PassphraseWanted | LoginWanted, answers: Answers) -> bool:
    """Ask for what nobody else is to see; whether it was typed."""
    if isinstance(question, LoginWanted):
        from netlog.cli.login import ask_for_login

        return ask_for_login(question, answers)
    from netlog.cli.unlocking import ask_for_new_key

    return ask_for_new_key(answers)


def _answer_all(unclear: OpenQuestions, answers: Answers) -> bool:
    """Ask one question after the other, or many alike as one; whether all were answered."""
    waiting = list(unclear.questions)
    while waiting:
        question = waiting[0]
        alike = [each for each in waiting if each.keys == question.keys]
        is_long = len(alike) >= _MANY
        answer = choose(
            question.text,
            question.choices,
            f'{len(alike)} such questions; "{question.keys[0]} {_ALL}" answers all of them'
            if is_long
            else "",
            question.usual,
            [f"{key} {_ALL}" for key in question.keys if is_long],
        )
        if answer is None:
            return False
        answered = alike if answer.endswith(f" {_ALL}") else [question]
        answers |= {each.key: answer.removesuffix(f" {_ALL}") for each in answered}
        waiting = [each for each in waiting if each not in answered]
    return True


def _is_meant(same: SaidAlready) -> bool:
    """Whether what is in the ledger already happened again; where nobody can be asked, it did."""
    if can_ask():
        return choose(same.message, [("y", "it happened again"), ("n", "leave it out")]) == "y"
    from netlog.render.sink import tell

    tell(f"{same.message} It is recorded once more.")
    return True


def _is_wanted(unconfirmed: Unconfirmed) -> bool:
    """Whether somebody at a terminal wants what cannot simply be undone."""
    from netlog.render.sink import tell

    tell(unconfirmed.message, *(f"  {line}" for line in unconfirmed.choices))
    return choose("Do it?", [("y", "yes"), ("n", "no, leave everything as it is")]) == "y"


def can_ask() -> bool:
    """Whether there is a terminal to ask on and to answer from, and questions are wanted."""
    if os.environ.get("NETLOG_NO_INPUT"):
        return False
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def choose(
    question: str,
    choices: Sequence[tuple[str, str]],
    more: str = "",
    usual: str = "",
    also: Sequence[str] = (),
) -> str | None:
    """Ask for one of some choices, each a key and what it stands for; `more` says what else is.

    An empty answer is the `usual` one, if there is one; `also` are answers that `more` tells of.

    Returns:
        The key, or None where the answer was empty, the input ended, or it was no choice twice.
    """
    from netlog.render.sink import tell

    others = [f"     {more}"] if more else []
    tell(question, *(f"  {key}  {label}" for key, label in choices), *others)
    keys = [key for key, _ in choices]
    for _ in range(2):
        tell(f"Which one? [{', '.join(keys)}; Enter for {usual or 'none'}]")
        line = sys.stdin.readline()
        answer = line.strip().casefold()
        if answer in (*keys, *also):
            return answer
        if not answer:
            return (usual or None) if line else None
        tell(f"That is none of them: {line.strip()}")
    return None
