"""netlog match"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from netlog.cli.asking import asking_while_open
from netlog.cli.forms import Form, reads
from netlog.cli.options import Text, argument, option

if TYPE_CHECKING:
    from netlog.actions.desk import Desk


@reads("html json plain", "netlog match")
def match(
    desk: "Desk",
    form: Form,
    who: Annotated[
        Text, argument("[WHO]", "What they need, or can meet; without one, all.")
    ] = None,
    limit: Annotated[
        int | None,
        option(
            "--limit", "N", "The N needs open longest; 50 on a terminal.", min=1, show_default=False
        ),
    ] = None,
) -> None:
    """Find whom to introduce to whom: open needs, and who can meet them."""
    from netlog.render import match as rendered
    from netlog.views import match as view

    most = form.most(limit)
    with asking_while_open(lambda answers: view.match(desk.settings, who, most, answers)) as result:
        document = partial(rendered.match_document, result.matches, desk.today)
        is_page = form.put_page("match", document, "The page")
        items = map(rendered.match_items, result.matches)
        if not (is_page or form.tell_script_items(items, rendered.ROWS)):
            unmet, number = rendered.print_text(result.matches, desk.today)
            name = None if result.who is None else result.who.name
            rendered.print_unmet(unmet, name, number, result.more)
