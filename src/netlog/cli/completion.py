"""netlog completion"""

from pathlib import Path
from typing import Annotated

from netlog.cli.options import argument

SCRIPTS = Path(__file__).with_name("completion_scripts")
SUFFIXES = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


def completion(shell: Annotated[str, argument("bash|zsh|fish|powershell", "Your shell.")]) -> None:
    """Print the script that lets your shell complete netlog.

    Then Tab completes commands, names and ids. To have it in every new shell:

    \b
    bash: in ~/.bashrc,               eval "$(netlog completion bash)"
    zsh: in ~/.zshrc after compinit,  eval "$(netlog completion zsh)"
    fish: in config.fish,             netlog completion fish | source
    PowerShell: in $PROFILE,          netlog completion powershell | Out-String | Invoke-Expression
    """  # noqa: D301 - a "\\b" keeps the lines that follow it as they are
    from difflib import get_close_matches

    from netlog.domain.text import excerpt
    from netlog.errors import Unreadable
    from netlog.render.sink import say

    if shell not in SUFFIXES:
        nearly = get_close_matches(shell.lower(), SUFFIXES)
        raise Unreadable(
            f"There is no script for {excerpt(shell)!r}.",
            "Did you mean:" if nearly else f"Shells: {', '.join(SUFFIXES)}.",
            nearly,
        )
    script = SCRIPTS / f"netlog.{SUFFIXES[shell]}"
    say(*script.read_text(encoding="utf-8").splitlines())
