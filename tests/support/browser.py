"""A real browser without a driver: Debian's Chromium, spoken to by its DevTools protocol.

The messages go through two pipes (`--remote-debugging-pipe`), each JSON with a NUL behind it, so
there is no port, no web socket, and no library between the test and the browser.
https://chromedevtools.github.io/devtools-protocol/
"""

import base64
import fcntl
import json
import os
import selectors
import shutil
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
PATIENCE_SECONDS = 60
_HEARS, _SAYS = 3, 4  # the descriptors on which the browser listens and answers
_KEYS = {
    "Tab": (9, ""),
    "Enter": (13, "\r"),
    " ": (32, " "),
    "ArrowRight": (39, ""),
    "ArrowLeft": (37, ""),
    "ArrowDown": (40, ""),
    "Escape": (27, ""),
}


def executable() -> str | None:
    """Where the browser is, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Broken(Exception):
    """The browser refused what it was asked, or did not answer."""


class Browser:
    """A running browser with one page in it, and everything that it reported."""

    def __init__(self, to: int, back: int) -> None:
        """Take the descriptors to write commands to, and to read answers from."""
        self._to, self._back = to, back
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(back, selectors.EVENT_READ)
        self._rest = b""
        self._messages: deque[dict[str, Any]] = deque()
        self._last = 0
        self._session: str | None = None
        self.events: list[tuple[str, dict[str, Any]]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol, and what came back."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise Broken(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def open(self, path: Path, *, scripts: bool = True) -> None:
        """Load a file, and forget what was reported before; without its scripts if need be."""
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.events.clear()
        self.ask("Page.navigate", url=path.as_uri())
        while not any(name == "Page.loadEventFired" for name, _ in self.events):
            self._next()
        if scripts:
            self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")

    def run(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise Broken(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key, as a keyboard would."""
        code, text = _KEYS[key]
        both = {
            "key": key,
            "code": "Space" if key == " " else key,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        typed = {"text": text} if text else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **both, **typed)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **both)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.ask("Input.insertText", text=text)

    def look(self, width: int, scheme: str = "light", media: str = "") -> None:
        """Show the page so wide, in light or dark; `print` as its medium."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.ask(
            "Emulation.setEmulatedMedia",
            media=media,
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )

    def picture(self) -> bytes:
        """The whole page as PNG."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        taken = self.ask(
            "Page.captureScreenshot",
            captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1},
        )
        return base64.b64decode(taken["data"])

    def paper(self) -> bytes:
        """The page as it would be printed, as PDF."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"])

    def requests(self) -> list[str]:
        """The address of everything that the page asked for."""
        return [
            one["request"]["url"]
            for name, one in self.events
            if name == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """Everything in the console, every exception, and every dialog."""
        told = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded",
                "Page.javascriptDialogOpening")  # fmt: skip
        return [f"{name}: {json.dumps(one)}" for name, one in self.events if name in told]

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._to, data) :]

    def _next(self) -> dict[str, Any]:
        """The next message; what is no answer is kept as an event."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self._messages:
            if not self._waiting.select(max(deadline - time.monotonic(), 0)):
                raise Broken("the browser does not answer")
            read = os.read(self._back, 1 << 20)
            if not read:
                raise Broken("the browser is gone")
            *whole, self._rest = (self._rest + read).split(b"\0")
            self._messages.extend(map(json.loads, whole))
        message = self._messages.popleft()
        if "method" in message:
            self.events.append((message["method"], message["params"]))
        return message


@contextmanager
def running(profile: Path) -> Iterator[Browser]:
    """A browser with a new profile in that folder, ended after the block with all its processes."""
    found = executable()
    assert found is not None, "there is no browser"
    hears, to = os.pipe()
    back, says = os.pipe()
    # Away from 3 and 4 first, so that one is not overwritten by the other.
    theirs = [fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, 10) for one in (hears, says)]
    null = os.open(os.devnull, os.O_RDWR)
    child = os.posix_spawn(
        found,
        [found, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
        {**os.environ, "HOME": str(profile)},
        file_actions=[
            (os.POSIX_SPAWN_DUP2, null, 1),
            (os.POSIX_SPAWN_DUP2, null, 2),
            (os.POSIX_SPAWN_DUP2, theirs[0], _HEARS),
            (os.POSIX_SPAWN_DUP2, theirs[1], _SAYS),
        ],
        setpgroup=0,
    )
    for one in (hears, says, null, *theirs):
        os.close(one)
    try:
        yield Browser(to, back)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(to)
        os.close(back)
