"""Interactive shells on a pseudo-terminal, to press Tab in."""

import json
import os
import pty
import select
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PROMPT = "READY>"
NETLOG = Path(sys.executable).with_name("netlog")
# In the place of netlog: asks the real one what can be typed, and notes down what was entered.
STAND_IN = """\
#!{python}
import json, os, sys
if os.environ.get("_NETLOG_COMPLETE"):
    os.execv({netlog!r}, [{netlog!r}, *sys.argv[1:]])
with open({entered!r}, "w") as file:
    json.dump(sys.argv[1:], file)
"""
STARTED: Mapping[str, tuple[str, ...]] = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
SETTING_UP: Mapping[str, str] = {
    "bash": 'bind "set bell-style none"; eval "$(command {netlog} completion bash)"; PS1={prompt}',
    "zsh": "autoload -Uz compinit; compinit -D; unsetopt beep;"
    ' eval "$({netlog} completion zsh)"; PS1={prompt}',
    "fish": "{netlog} completion fish | source; function fish_prompt; echo -n {prompt}; end",
}


@dataclass
class Shell:
    """An interactive shell, with netlog's completion in it."""

    name: str
    folder: Path
    environ: Mapping[str, str]
    seen: str = ""

    def __enter__(self) -> Self:
        self.entered = self.folder / "entered.json"
        stand_in = self.folder / "bin" / "netlog"
        stand_in.parent.mkdir(parents=True)
        stand_in.write_text(
            STAND_IN.format(python=sys.executable, netlog=str(NETLOG), entered=str(self.entered)),
            encoding="utf-8",
        )
        stand_in.chmod(0o755)
        settings = {
            **self.environ,
            "PATH": f"{stand_in.parent}:{self.environ['PATH']}",
            "TERM": "xterm",
            "COLUMNS": "120",
            "HOME": str(self.folder),
        }
        self.process, self.terminal = pty.fork()
        if self.process == 0:  # the child
            os.chdir(self.folder)
            program = STARTED[self.name]
            os.execvpe(program[0], program, settings)  # noqa: S606 - the shell itself
        # The prompt is put together, so that the echo of this line is not taken for it.
        quoted = PROMPT[:2] + "''" + PROMPT[2:-1] + "'>'"
        self.type(SETTING_UP[self.name].format(netlog=NETLOG, prompt=quoted) + "\r")
        self.wait_for(PROMPT)
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)

    def type(self, text: str) -> None:
        """Press these keys."""
        os.write(self.terminal, text.encode())

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Read until the shell shows this text."""
        self._read(seconds, text)
        assert text in self.seen, f"{self.name} did not show {text!r}:\n{self.seen}"

    def quiet(self, seconds: float = 0.8) -> None:
        """Read until nothing came for so long."""
        while self._read(seconds, None):
            pass

    def complete(self, line: str) -> list[str]:
        """Type a line with Tabs in it and enter it: what netlog was called with."""
        self.entered.unlink(missing_ok=True)
        self.seen = ""
        self.type(line + "\r")
        end = time.monotonic() + 20
        while not (self.entered.exists() and self.entered.stat().st_size):
            assert time.monotonic() < end, f"{self.name} entered nothing:\n{self.seen}"
            self._read(0.1, None)
        self.quiet(0.2)
        words: list[str] = json.loads(self.entered.read_text(encoding="utf-8"))
        return words

    def shown(self, line: str) -> str:
        """Type a line with Tabs in it, and give it up: what is on the screen."""
        self.quiet(0.2)
        self.seen = ""
        for part in line.split("\t")[:-1]:
            self.type(part + "\t")
            self.quiet()
        seen = self.seen
        self.type("\x03")
        self.quiet(0.3)
        return seen

    def _read(self, seconds: float, until: str | None) -> bool:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.terminal], [], [], left)[0]:
                return False
            self.seen += os.read(self.terminal, 65536).decode(errors="replace")
            if until is None:
                return True
            if until in self.seen:
                return True
        return False
