"""The commands, in the order in which help shows them, under their headings."""

from collections.abc import Mapping

GROUPS: Mapping[str, str] = {
    "Look": "due brief match report review history find people",
    "Tell what happened": "meet talk intro promise reach thank apologize note problem",
    "Say how it ended": "check done broken waive snooze reopen",
    "Know people, and put right": "person edit delete merge undo redo",
    "Bring in, take out": "import export calendar draft",
    "Keep it safe": "backup restore join forget doctor encrypt decrypt",
    "Set up": "config completion demo",
}
