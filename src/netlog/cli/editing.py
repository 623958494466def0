"""A message in the user's editor, in a private file that is gone afterwards."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from netlog.domain.drafting import Message
from netlog.errors import Refused, Unreadable

_EXAMPLE = "Such as: export EDITOR=nano"
_USUAL = "notepad" if os.name == "nt" else "vi"


def edited(message: Message) -> tuple[Message, bool]:
    """The message as it is when the editor is closed, and whether it was saved there.

    Its first line is the subject.

    Raises:
        Refused: the editor cannot be started, failed, or left nothing.
        Unreadable: $EDITOR is no command line.
    """
    typed = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _USUAL
    try:
        command = shlex.split(typed)
    except ValueError as error:
        raise Unreadable(f"$EDITOR is no command: {typed}", _EXAMPLE) from error
    with tempfile.TemporaryDirectory(prefix="netlog-") as folder:  # mode 0700
        path = Path(folder) / "draft.txt"
        path.write_text(f"{message.subject}\n\n{message.body}", encoding="utf-8")
        os.utime(path, (0, 0))  # so that saving shows, however soon and whatever the text
        try:
            ended = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - theirs to choose
        except OSError as error:
            raise Refused(f"{typed} cannot be started.", _EXAMPLE) from error
        if ended.returncode:
            raise Refused(f"{typed} ended with {ended.returncode}.", "Nothing was drafted.")
        text = path.read_text(encoding="utf-8", errors="replace")
        is_saved = path.stat().st_mtime != 0
    subject, _, body = text.partition("\n")
    if not subject.strip() and not body.strip():
        raise Refused("The message is empty.", "Nothing was drafted.")
    typed_subject, typed_body = " ".join(subject.split()), body.strip("\n") + "\n"
    return message._replace(subject=typed_subject, body=typed_body), is_saved
