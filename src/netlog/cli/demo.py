"""netlog demo"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import Invocation

if TYPE_CHECKING:
    from netlog.cli.stories import Step, Story


def demo(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="[STORY]", min=1, max=5, help="One story, 1 to 5.")
    ] = None,
) -> None:
    """Tell five true stories; your own ledger is not touched."""
    from netlog.cli.stories import stories
    from netlog.render.sink import say

    known = stories()
    for story in known if number is None else known[number - 1 : number]:
        _tell(story, context.obj.run)
    say("That was a throw-away ledger. Your own begins with: netlog meet NAME")


def _tell(story: "Story", run: Callable[[Invocation], int]) -> None:
    import tempfile

    from netlog.render.sink import say
    from netlog.render.story import print_title

    print_title(story.title, story.plot)
    for steps in story.chapters:
        with tempfile.TemporaryDirectory(prefix="netlog-demo-") as folder:
            for step in steps:
                say(f"$ NETLOG_TODAY={step.today} netlog {step.line}")
                with _environment(Path(folder) / "ledger.db", step):
                    run(Invocation(step.argv, run))
                say("")


@contextmanager
def _environment(ledger: Path, step: "Step") -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(
        NETLOG_LEDGER=str(ledger),
        NETLOG_CONFIG=os.devnull,
        NETLOG_TODAY=step.today,
    )
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
