"""netlog person"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.options import New
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.domain.people.card import Card
    from netlog.domain.people.contacts import NewDetails

Several = list[str] | None


@writes("person")
def person(
    desk: "Desk",
    name: Annotated[str, typer.Argument(metavar="NAME", help="A known or a new contact.")],
    org: Annotated[
        str | None, typer.Option("--org", metavar="O", help='The organisation; "" takes it off.')
    ] = None,
    skill: Annotated[Several, typer.Option("--skill", metavar="S", help="Good at what.")] = None,
    need: Annotated[Several, typer.Option("--need", metavar="N", help="Looking for what.")] = None,
    email: Annotated[Several, typer.Option("--email", metavar="E", help="An address.")] = None,
    phone: Annotated[Several, typer.Option("--phone", metavar="P", help="A number.")] = None,
    alias: Annotated[Several, typer.Option("--alias", metavar="A", help="Also called.")] = None,
    drop: Annotated[
        Several,
        typer.Option(
            "--drop", metavar="VALUE", help="A skill, need, address, number or alias less."
        ),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option("--every", metavar="SPAN", help="Keep in touch so often: 6w, or never."),
    ] = None,
    archive: Annotated[
        bool | None,
        typer.Option(
            "--archive/--no-archive",
            help="Out of sight until something happens; back.",
            show_default=False,
        ),
    ] = None,
    rename: Annotated[
        str | None, typer.Option("--rename", metavar="NEW", help="The name as it should be.")
    ] = None,
    new: New = False,
) -> "Card":
    """Add a contact, or to what is known of one; show the card.

    A new name leaves the old one as an alias, unless that was a slip.
    """
    from netlog.actions.person import Typed
    from netlog.actions.person import person as write

    details: NewDetails = {
        "skill": skill or [],
        "need": need or [],
        "email": email or [],
        "phone": phone or [],
        "alias": alias or [],
    }
    typed = Typed(name, details, org, every, rename, drop or [], archive)
    return write(desk, typed, new=new)
