"""netlog demo"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from netlog.cli.stories import Step, Story


def demo(
    number: Annotated[
        int | None, typer.Argument(metavar="[STORY]", min=1, max=5, help="One story, 1 to 5.")
    ] = None,
) -> None:
    """Tell five true stories in throw-away ledgers; your own is not touched."""
    from netlog.cli.stories import STORIES
    from netlog.render.sink import say

    chosen = STORIES if number is None else STORIES[number - 1 : number]
    for story in chosen:
        _tell(story)
    say("That was a throw-away ledger. Your own begins with: netlog meet NAME")


def _tell(story: "Story") -> None:
    from netlog.render.sink import say
    from netlog.render.story import print_title

    print_title(story.title, story.told)
    for steps in story.chapters:
        with tempfile.TemporaryDirectory(prefix="netlog-demo-") as folder:
            for step in steps:
                say(f"$ NETLOG_TODAY={step.today} netlog {step.line}")
                with _environment(Path(folder) / "ledger.db", step):
                    _run(step)
                say("")


def _run(step: "Step") -> None:
    from netlog.cli.app import run

    run(step.argv)


@contextmanager
def _environment(ledger: Path, step: "Step") -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(
        NETLOG_LEDGER=str(ledger),
        NETLOG_CONFIG=str(ledger.with_name("config.toml")),
        NETLOG_TODAY=step.today,
    )
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
