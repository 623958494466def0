"""A server of calendars (Radicale) on this machine, for as long as a block lasts."""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

USER, PASSWORD = "ann", "s3cret wörd"
_PATIENCE = 20  # seconds
_LIST = """<?xml version="1.0"?>
<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
<C:supported-calendar-component-set><C:comp name="{kind}"/></C:supported-calendar-component-set>
</D:prop></D:set></C:mkcalendar>"""


@dataclass(frozen=True)
class Radicale:
    """A server that is running, and what it keeps."""

    port: int
    folder: Path

    @property
    def home(self) -> str:
        """The address below which the calendars of its user are."""
        return f"http://localhost:{self.port}/{USER}/"

    def make(self, name: str, kind: str = "VTODO") -> str:
        """A new calendar; its address."""
        self.ask("MKCALENDAR", name, _LIST.format(kind=kind))
        return f"{self.home}{name}/"

    def ask(self, method: str, path: str, body: str = "") -> str:
        """What the server answers its user about a place."""
        who = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        headers = {"Authorization": f"Basic {who}", "Content-Type": "text/calendar"}
        request = Request(f"{self.home}{path}", body.encode(), headers, method=method)  # noqa: S310
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            return str(answer.read().decode())

    def entries(self, name: str) -> dict[str, str]:
        """The texts of a calendar, by the names of their files."""
        folder = self.folder / "collection-root" / USER / name
        return {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.ics"))}


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """A server of which a password is wanted, on a port that was free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    settings = {
        "server-hosts": f"localhost:{port}",
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "auth-delay": "0",
        "storage-filesystem-folder": str(folder),
        "logging-level": "warning",
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    command = [sys.executable, "-m", "radicale", "--config", "", *options]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, env=_environment(folder))
    try:
        _wait_for(port, running, folder / "log")
        yield Radicale(port, folder)
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(_PATIENCE)


def _environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}


def _wait_for(port: int, running: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with urlopen(f"http://localhost:{port}/.web/", timeout=_PATIENCE):
                return
        except HTTPError:
            return
        except URLError:
            is_hopeless = running.poll() is not None or time.monotonic() > until
            assert not is_hopeless, log.read_text("utf-8")
            time.sleep(0.02)
