"""netlog people"""

from typing import TYPE_CHECKING, Annotated, Literal

from netlog.cli.asking import asking_while_open
from netlog.cli.forms import Form, reads
from netlog.cli.options import Text, flag, option

if TYPE_CHECKING:
    from netlog.actions.desk import Desk


@reads("json plain")
def people(
    desk: "Desk",
    form: Form,
    skill: Annotated[Text, option("--skill", "S", "Only those who have it.")] = None,
    org: Annotated[Text, option("--org", "O", "Only those of an organisation.")] = None,
    quiet_for: Annotated[
        Text, option("--quiet-for", "SPAN", "Only those not heard of for so long: 6w.")
    ] = None,
    archived: Annotated[bool, flag("--archived", "Those who are archived instead.")] = False,
    sort: Annotated[
        Literal["name", "last", "open"] | None,
        flag("--sort", "By name, by last contact, or by what is open.", show_default=False),
    ] = None,
) -> None:
    """Show everybody you know, and what is open between you."""
    from netlog.render import people as rendered
    from netlog.views import people as view

    wanted = view.Wanted(skill, org, quiet_for, archived, sort)
    with asking_while_open(lambda answers: view.people(desk.settings, wanted, answers)) as result:
        items = map(rendered.people_items, result.batches)
        if form.tell_script_items(items, rendered.ROWS):
            return
        if result.number:
            rendered.print_text(result.batches, desk.today)
        else:
            rendered.print_nobody(wanted, result.organisation, result.archived)
