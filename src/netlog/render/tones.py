"""The colours of a terminal: legible on white and on black, whatever its theme.

The sixteen colours of a terminal are its theme's, and no yellow is legible both ways: theirs has
1.7 : 1 on white. These have 4 : 1 and more on both (WCAG), and are the same on every terminal that
has 256 colours; where one has fewer, its theme decides.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

# By the styles that lines name, the number of each in the palette of 256.
TONES = {"red": 161, "yellow": 130, "green": 28, "cyan": 30, "dim": 243}
_ENOUGH = ("256", "truecolor")


def tone(screen: "Console") -> None:
    """Let the names of colours mean these, where the screen has enough of them."""
    if screen.color_system not in _ENOUGH:
        return
    from rich.theme import Theme

    tones = {name: f"color({number})" for name, number in TONES.items()}
    bold = {f"bold {name}": f"bold {tone}" for name, tone in tones.items()}
    screen.push_theme(Theme({**tones, **bold}, inherit=False))
