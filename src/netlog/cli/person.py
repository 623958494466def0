"""netlog person"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import New, Several, Text, argument, flag, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.domain.people.card import Card
    from netlog.domain.people.contacts import NewDetails


@writes("person")
def person(
    desk: "Desk",
    name: Annotated[str, argument("NAME", "A known or a new contact.")],
    org: Annotated[Text, option("--org", "O", 'The organisation; "" takes it off.')] = None,
    skill: Annotated[Several, option("--skill", "S", "Good at what.")] = None,
    need: Annotated[Several, option("--need", "N", "Looking for what.")] = None,
    email: Annotated[Several, option("--email", "E", "An address.")] = None,
    phone: Annotated[Several, option("--phone", "P", "A number.")] = None,
    alias: Annotated[Several, option("--alias", "A", "Also called.")] = None,
    drop: Annotated[
        Several, option("--drop", "VALUE", "A skill, need, address, number or alias less.")
    ] = None,
    every: Annotated[
        Text, option("--every", "SPAN", "Keep in touch so often: 6w, or never.")
    ] = None,
    archive: Annotated[
        bool | None,
        flag(
            "--archive/--no-archive",
            "Out of sight until something happens; back.",
            show_default=False,
        ),
    ] = None,
    rename: Annotated[Text, option("--rename", "NEW", "The name as it should be.")] = None,
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
