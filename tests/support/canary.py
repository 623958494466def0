"""A word that nobody else writes, in every field that takes a text, and where it is found."""

from pathlib import Path

CANARY = "Xyzzyva Quuxly"
PARTS = ("xyzzyva", "quuxly", "plughton", "5550199")

LINES = (
    ("person", "Dana Park", "--new", "--skill", "like Xyzzyva", "--need", "a Quuxly for tax"),
    ("person", CANARY, "--new", "--alias", "Plughton", "--email", "xyzzyva@quuxly.example"),
    ("person", CANARY, "--phone", "+1 555 0199", "--skill", "quuxlying", "--every", "6w"),
    ("person", CANARY, "--org", "Acme HR"),
    ("meet", CANARY, "--on", "2026-10-01", "--at", "Xyzzyva's house", "--note", "with Quuxly"),
    ("meet", CANARY, "Dana", "--on", "2026-10-02", "--at", "PLUGHTON inn", "--note", "xýzzyva"),
    ("intro", "Dana", CANARY, "--for", "what Plughton does", "--on", "2026-10-03"),
    ("intro", "me", CANARY, "--by", "Amy Ruiz", "--for", "Quuxly", "--on", "2026-10-04"),
    ("reach", CANARY, "--about", "Plughton", "--via", "xyzzyva mail", "--on", "2026-10-05"),
    ("promise", "a lunch with Xyzzyva Quuxly", "--to", "Dana", "--on", "2026-10-06"),
    ("promise", "a cake", "--by", CANARY, "--on", "2026-10-06"),
    ("thank", CANARY, "--note", "dear Xyzzyva", "--on", "2026-10-07"),
    ("thank", "me", "--by", "Dana", "--note", "for Quuxly", "--on", "2026-10-08"),
    ("note", CANARY, "Quuxly likes tea"),
    ("note", "Dana", "call +1 555 0199, or xyzzyva@quuxly.example"),
    ("problem", "e3", "Plughton never called", "--with", CANARY),
    ("check", "e4", "--responded", "--note", "Xyzzyva did", "--on", "2026-10-09"),
    ("done", "18", "19", "--note", "Quuxly came", "--on", "2026-11-01"),
    ("meet", "Lee Ode", "--on", "2026-10-09"),
    ("undo",),
)


def traces(folder: Path) -> list[str]:
    """Where a part of the name stands in any byte below a folder."""
    return [
        f"{file.name}: {part}"
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        for part in PARTS
        if part.encode() in file.read_bytes().lower().replace("ý".encode(), b"y")
    ]
