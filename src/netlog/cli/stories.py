"""The stories that the demo tells: what is typed, and on which day."""

import shlex
from typing import NamedTuple


class Step(NamedTuple):
    """A command line after the word netlog, and the day on which it is typed."""

    today: str
    line: str

    @property
    def argv(self) -> list[str]:
        """The command line as the program gets it."""
        return shlex.split(self.line)


class Story(NamedTuple):
    """What happened, and the chapters that tell it, each in a ledger of its own."""

    title: str
    plot: str
    chapters: tuple[tuple[Step, ...], ...]


PARTNER = Story(
    "1. The partner who never came back",
    "An agency owner looks for a good competitor to pass overflow clients to: a promising"
    " one-on-one, a hand-written card, an introduction made for them. Then crickets. Would you"
    " still refer them?",
    (
        (
            Step("2026-09-18", 'person "Rob Ellis" --org "Peak Marketing" --skill marketing'),
            Step("2026-09-18", 'meet "Rob Ellis" --on yesterday --at "their office"'),
            Step(
                "2026-09-18",
                'promise "e-mail two referrals" --by "Rob Ellis" --times 2 --on 2026-09-17',
            ),
            Step("2026-09-18", 'thank "Rob Ellis" --via card'),
            Step(
                "2026-09-22", 'intro "Rob Ellis" "Joan Webb" --for "referral partner" --via email'
            ),
            Step("2026-10-05", "due"),
            Step("2026-10-05", 'report "Rob Ellis"'),
        ),
    ),
)

REFLECTION = Story(
    "2. The referral that reflected on its giver",
    "A colleague recommends somebody who turns out impossible to work with. She calls at once to"
    " apologise, and finds a better one. Then your own routine after a referral: did they answer,"
    " and are both happy in the end?",
    (
        (
            Step("2026-03-02", 'intro me "Jo Young" --by "Amy Ruiz" --for "campus outreach"'),
            Step("2026-03-04", 'problem e1 "combative, would not listen" --with "Jo Young"'),
            Step("2026-03-04", 'apologize me --by "Amy Ruiz"'),
            Step(
                "2026-03-09",
                'intro me "Lee Ode" --by "Amy Ruiz" --for "campus outreach" --replaces e1',
            ),
            Step("2026-03-20", "check e3 --happy"),
            Step("2026-03-20", "due"),
            Step("2026-03-20", 'report "Jo Young"'),
            Step("2026-03-20", 'report "Amy Ruiz"'),
        ),
        (
            Step("2026-04-01", 'intro "Cara Diaz" "Web Works" --for "web shop" --via email'),
            Step("2026-04-05", "due"),
            Step("2026-04-05", "check e1 --silent"),
            Step("2026-04-08", "check e1 --responded --on 2026-04-07"),
            Step("2026-05-01", "due"),
            Step("2026-05-01", "check e1 --happy"),
        ),
    ),
)

SILENCE = Story(
    "3. Not the slightest acknowledgement",
    "A provider writes unasked, is answered twice, and goes silent. A web form promises contact"
    ' "right away". A friend asks for an HR provider, who books the meeting within hours: the'
    " friend says thank you, the provider never does.",
    (
        (
            Step("2026-05-04", 'reach me --by "Com Serve" --via email --about "phone system"'),
            Step("2026-05-05", 'reach "Com Serve" --via email'),
            Step("2026-05-08", 'reach "Com Serve" --via phone'),
            Step("2026-05-12", 'promise "contact me right away" --by "Pro Net" --due today'),
            Step(
                "2026-05-12",
                'intro "Max Berg" "Helena Hart" --for "HR help" --via phone --on yesterday',
            ),
            Step("2026-05-12", 'thank me --by "Max Berg" --via email'),
            Step("2026-05-12", "check e5 --responded --on yesterday"),
            Step("2026-05-19", "due"),
            Step("2026-05-19", 'report "Helena Hart"'),
            Step("2026-05-19", "report me"),
        ),
    ),
)

COFFEE = Story(
    "4. The coffee and the invite",
    "Two friends meet by chance and agree on a coffee; one promises dates and forgets. A vendor"
    " forgets to send the invitation to its own demo, then sends it after a reminder.",
    (
        (
            Step("2026-06-01", 'meet "Lee Chan" --at "grocery store"'),
            Step("2026-06-01", 'promise "days for a coffee" --to "Lee Chan" --due "in 3 days"'),
            Step(
                "2026-06-10",
                'promise "send the web meeting invite" --by "Demo Soft" --due 2026-06-12',
            ),
            Step("2026-06-17", "done 4"),
            Step("2026-06-20", 'report "Demo Soft"'),
            Step("2026-06-24", "due"),
            Step("2026-06-24", "done 3"),
            Step("2026-06-24", "report me"),
        ),
    ),
)

BROKER = Story(
    "5. The broker of silent leads",
    'A broker bills for "pre-qualified" leads. Two never answer a call or an e-mail. Support'
    " replies without answering, then promises a call that never comes.",
    (
        (
            Step(
                "2026-01-05",
                'intro "Prospect One" me --by "Lead Co" --for "marketing programme" --fee 75',
            ),
            Step("2026-01-05", 'reach "Prospect One" --via phone'),
            Step(
                "2026-01-06",
                'intro "Prospect Two" me --by "Lead Co" --for "marketing programme" --fee 75',
            ),
            Step("2026-01-06", 'reach "Prospect Two" --via phone'),
            Step("2026-01-07", 'reach "Prospect One" --via email'),
            Step("2026-01-09", 'reach "Prospect Two" --via email'),
            Step("2026-01-10", 'reach "Prospect One" --via phone'),
            Step("2026-01-14", 'reach "Lead Co" --via email --about "policy on silent leads"'),
            Step("2026-01-15", 'reach me --by "Lead Co" --via email'),
            Step("2026-01-16", 'reach "Lead Co" --via phone --note "voice mail"'),
            Step("2026-01-23", 'reach "Lead Co" --via phone --about "account manager"'),
            Step("2026-01-26", 'reach "Lead Co" --via email'),
            Step(
                "2026-01-28",
                'reach me --by "Lead Co" --via email --note "what\'s your number, I will call"',
            ),
            Step("2026-01-28", 'promise "call me back" --by "Lead Co" --due tomorrow'),
            Step("2026-02-06", 'problem e1 "never answered" --with "Prospect One"'),
            Step("2026-02-06", 'problem e3 "never answered" --with "Prospect Two"'),
            Step("2026-02-07", "due"),
            Step("2026-02-07", 'report "Lead Co"'),
        ),
    ),
)

STORIES = (PARTNER, REFLECTION, SILENCE, COFFEE, BROKER)
