"""The small ledger on which every example of the help is run, and the ids that examples name."""

from pathlib import Path

TODAY = "2026-11-21"

HISTORY = (
    ("2026-11-03", 'meet "Dana Park" Sam --at "Chamber breakfast"'),  # e1, items 1 to 4
    ("2026-11-03", 'intro Dana "Acme HR" --for "employee handbook"'),  # e2, items 5 to 9
    ("2026-11-03", 'promise "two referrals" --by Dana --times 2 --due 2026-11-06'),  # e3, item 10
    ("2026-11-05", 'intro me "Jo Young" --by "Amy Ruiz" --for "campus outreach"'),  # e4
    ("2026-11-06", 'intro "Ann Beck" "Web Works" --for "web shop"'),  # e5
    ("2026-11-07", 'problem e5 "missed both calls" --with "Web Works"'),  # e6
    ("2026-11-08", 'intro me "Max Berg" --by Amy'),  # e7
    ("2026-11-09", 'problem e7 "no use" --with Max'),  # e8
    ("2026-11-10", 'reach "Lead Co" --via phone'),  # e9
    ("2026-11-12", 'promise "the slides" --to "Lee Chan"'),  # e10
    ("2026-11-13", 'person "Joan Webb" --skill marketing'),
    ("2026-11-14", 'reach "Joanie" --via phone --new'),  # e11
    ("2026-11-15", 'reach "Samuel Ode" --via email'),  # e12
    ("2026-11-16", 'person "Lee Chan" --need "marketing advice"'),
)
BEFORE = {
    "decrypt": ("encrypt --key-file ledger.key",),
    "draft": (
        "person Dana --email dana@example.com",
        "person 'Acme HR' --email hr@acme.example",
    ),
    "redo": ("undo",),
    "restore": ("backup ledger-of-2026.db", "meet Dana"),
    "reopen": ("done 1", "done 10 --times 1"),
}  # what must be typed before a command has anything to do
DOWNLOADS = Path(__file__).parents[1] / "transcripts" / "downloads"  # that some bring in
OTHERS = {"join": ("laptop.db", "ledger (conflicted copy).db")}  # copies that are there by then
