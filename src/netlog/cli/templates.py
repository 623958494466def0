"""The templates of messages: the user's own where there are some."""

from collections.abc import Callable

from netlog.config import Settings
from netlog.domain.drafting import TEMPLATES
from netlog.errors import Unreadable

FOLDER = "drafts"
_LONGEST = 20_000  # characters


def template(settings: Settings) -> Callable[[str], str]:
    """What gives the text of a template by its name."""

    def text(name: str) -> str:
        """Raise Unreadable where the user's own template cannot be read."""
        own = None if settings.file is None else settings.file.parent / FOLDER / f"{name}.txt"
        if own is None or not own.is_file():
            return TEMPLATES[name]
        try:
            with own.open(encoding="utf-8") as file:
                return file.read(_LONGEST)
        except (OSError, ValueError) as error:
            raise Unreadable(f"The template {own} cannot be read.", "Check the file.") from error

    return text
