"""Telling of those who are out of sight."""


def only_archived(nobody: str, number: int) -> tuple[str, str]:
    """That somebody is known, but out of sight, and how to see who that is."""
    are = "1 is" if number == 1 else f"{number} are"
    return f"{nobody}; {are} archived.", "netlog people --archived"
