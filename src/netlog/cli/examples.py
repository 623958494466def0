"""Two command lines for each command: its help begins with them, and the reference shows them.

They are real: a test runs each on the ledger of `tests/docs/example_ledger.py`.
"""

EXAMPLES: dict[str, tuple[str, str]] = {
    "due": ("due", "due Dana --all"),
    "brief": ("brief Dana", 'brief "Acme HR" --json'),
    "match": ("match", 'match "Joan Webb" --json'),
    "report": ('report "Dana Park"', "report --for marketing --limit 3"),
    "review": ("review", 'review --since "1 nov" --until 2026-11-15'),
    "history": ("history Dana", "history --since 2026-11-01"),
    "find": ("find handbook", 'find "web shop" --json'),
    "people": ("people", "people --skill marketing"),
    "meet": (
        'meet "Dana Park" Sam --on yesterday --at "Chamber breakfast"',
        'meet "Joan Webb" --via video --note "brought a sample"',
    ),
    "talk": ("talk Dana", 'talk Sam --via video --on yesterday --note "wants to expand"'),
    "intro": (
        'intro Dana "Acme HR" --for "employee handbook" --via email',
        'intro me "Jo Young" --by Amy --for "campus outreach"',
    ),
    "promise": (
        'promise "two referrals" --by Dana --times 2 --due "next fri"',
        'promise "days for a coffee" --to Lee --due "in 3 days"',
    ),
    "reach": ('reach "Lead Co" --via phone', 'reach me --by Sam --about "the proposal"'),
    "thank": ("thank Dana --via card", "thank me --by Dana --on yesterday"),
    "apologize": ("apologize Ann --via phone", "apologize me --by Amy"),
    "note": ('note Dana "sails on Sundays"', 'note Sam "sold his shop" --on yesterday'),
    "problem": (
        'problem e4 "combative on the phone" --with "Jo Young"',
        'problem e2 "never called back" --with "Acme HR" --on yesterday',
    ),
    "check": ("check e2 --happy", "check 8 --responded --on yesterday"),
    "done": ("done 1 3 --via card", "done 10 --times 1"),
    "broken": ("broken 10", 'broken 10 --note "she left the firm"'),
    "waive": ("waive 4", 'waive 2 4 --note "we talk every day"'),
    "snooze": ('snooze 3 --until "next mon"', "snooze 1 3 --until 2w"),
    "reopen": ("reopen 1", "reopen 10 --json"),
    "person": (
        'person "Dana Park" --org "Acme HR" --skill recruiting --email dana@example.com',
        "person Sam --every 6w",
    ),
    "edit": (
        'edit e1 --on 2026-11-02 --at "Town hall"',
        'edit e4 --replace "Jo Young" "Joan Webb"',
    ),
    "delete": ("delete e3", 'delete "Joan Webb"'),
    "merge": ('merge "Joan Webb" Joanie', 'merge Sam "Samuel Ode"'),
    "join": ("join laptop.db", 'join "ledger (conflicted copy).db" --same all --json'),
    "forget": ('forget "Jo Young" --yes', "forget Sam --yes --backups"),
    "undo": ("undo", "undo --quiet"),
    "redo": ("redo", "redo --json"),
    "import": ("import Connections.csv --dry-run", "import contacts.csv --yes"),
    "export": ("export contacts.vcf", "export open.ics --quiet"),
    "calendar": ("calendar open.ics", "calendar open.ics --json"),
    "draft": ("draft 1", "draft e2 --mailto"),
    "backup": ("backup", "backup ledger-of-2026.db"),
    "restore": ("restore ledger-of-2026.db --yes", "restore ledger-of-2026.db --yes --json"),
    "doctor": ("doctor", "doctor --json"),
    "encrypt": ("encrypt --key-file ledger.key", "encrypt --key-file ledger.key --json"),
    "decrypt": ("decrypt --key-file ledger.key", "decrypt --key-file ledger.key --json"),
    "config": ("config", "config set terms.promise 21"),
    "completion": ("completion bash", "completion fish"),
    "demo": ("demo", "demo 2"),
}
