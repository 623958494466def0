"""netlog find"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.asking import asking_while_open
from netlog.cli.forms import Form, reads
from netlog.cli.options import Limit, argument

if TYPE_CHECKING:
    from netlog.actions.desk import Desk


@reads("json plain")
def find(
    desk: "Desk",
    form: Form,
    text: Annotated[list[str], argument("TEXT", "Words, or beginnings; all must occur.")],
    limit: Limit = None,
) -> None:
    """Find contacts, events and notes by their words."""
    from netlog.domain.finding import read_search
    from netlog.render import find as rendered
    from netlog.render.lines import tell_left_out
    from netlog.views.find import find

    typed = " ".join(text)
    search = read_search(typed)
    with asking_while_open(lambda _: find(desk.settings, search, form.most(limit))) as result:
        batches = ((desk.wording(names), batch) for names, batch in result.batches)
        items = (rendered.find_items(*batch, search) for batch in batches)
        if form.tell_script_items(items, rendered.ROWS):
            return
        rendered.print_text(batches, search)
    if not result.number:
        rendered.print_nothing(typed)
    tell_left_out(result.more)
