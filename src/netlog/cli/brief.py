"""netlog brief"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from netlog.cli.asking import asking
from netlog.cli.forms import Form, reads
from netlog.cli.options import argument

if TYPE_CHECKING:
    from netlog.actions.desk import Desk


@reads("html json", "netlog brief WHO")
def brief(
    desk: "Desk",
    form: Form,
    who: Annotated[str, argument("WHO", "A contact; for an organisation, its people too.")],
) -> None:
    """Read up on somebody before you meet: one screen."""
    from netlog.render import brief as rendered
    from netlog.views import brief as view

    result = asking(lambda answers: view.brief(desk.settings, who, answers))
    document = partial(rendered.brief_document, result.brief, desk.wording(result.names))
    title = f"The brief on {result.brief.contact.name}"
    if not (form.put_page("brief", document, title) or form.tell_script(document)):
        rendered.print_text(document())
