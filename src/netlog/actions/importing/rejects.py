"""What could not be brought in, for a file in which it can be mended and brought in again."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from netlog.actions.desk import Desk
from netlog.actions.importing.plan import Plan
from netlog.actions.importing.preview import told_unread
from netlog.actions.importing.recognising import format_of_source, reading_of
from netlog.actions.importing.sources import Folder, How, Source
from netlog.exchange.format import Mendable
from netlog.exchange.records import Problem


@contextmanager
def rejects(
    desk: Desk, sources: Sequence[Source | Folder], how: How, plan: Plan
) -> Iterator[Iterator[str]]:
    """The text of such a file, to be read in the block.

    Of one table or one file of cards it is the rows or the cards themselves, each with the reason;
    of all else only where it stands and why: nothing has room for both.
    """
    source = sources[0]
    if plan.unread and len(sources) == 1 and isinstance(source, Source):
        with closing(source.open()) as stream:
            form = format_of_source(source.name, stream, how.as_format)
            if isinstance(form, Mendable):
                problems = [Problem(unread.place, unread.reason) for unread in plan.unread]
                yield form.rejects(stream, reading_of(desk, how), problems)
                return
    yield (f"{told_unread(unread)}\n" for unread in plan.unread)
