"""netlog demo"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.anywhere import environment
from netlog.cli.desk import Invocation
from netlog.cli.options import Text, argument

if TYPE_CHECKING:
    from netlog.cli.stories import Story


def demo(
    context: typer.Context,
    story: Annotated[Text, argument("[STORY]", "One story, 1 to 5.")] = None,
) -> None:
    """Tell five true stories; your own ledger is not touched."""
    from netlog.cli.stories import stories
    from netlog.render.sink import say

    for each in _chosen(stories(), story):
        _tell(each, context.obj.run)
    say("That was a throw-away ledger. Your own begins with: netlog meet NAME")


def _chosen(known: "Sequence[Story]", typed: str | None) -> "Sequence[Story]":
    """All stories, or the one that was typed."""
    if typed is None:
        return known
    by_number = {str(number): story for number, story in enumerate(known, 1)}
    if typed.strip() not in by_number:
        from netlog.domain.text import excerpt
        from netlog.errors import Unreadable

        raise Unreadable(
            f"There is no story {excerpt(typed)}.",
            "These can be told, such as: netlog demo 1",
            [story.title for story in known],
        )
    return [by_number[typed.strip()]]


def _tell(story: "Story", run: Callable[[Invocation], int]) -> None:
    import tempfile

    from netlog.render.sink import say
    from netlog.render.story import print_title

    print_title(story.title, story.plot)
    for steps in story.chapters:
        with tempfile.TemporaryDirectory(prefix="netlog-demo-") as folder:
            for step in steps:
                say(f"$ NETLOG_TODAY={step.today} netlog {step.line}")
                with environment(
                    NETLOG_LEDGER=str(Path(folder) / "ledger.db"),
                    NETLOG_CONFIG=os.devnull,
                    NETLOG_KEY_FILE="",
                    NETLOG_TODAY=step.today,
                ):
                    run(Invocation(step.argv, run))
                say("")
