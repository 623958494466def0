"""One build of netlog that answers command lines from standard input, one JSON object a line.

Run by the interpreter of the build in question, so it imports nothing else of the tests.
"""

import contextlib
import io
import json
import os
import sys
import traceback

from netlog.__main__ import main

CRASHED = 70


def serve() -> None:
    """Answer until there is nothing more to read."""
    answers = sys.stdout
    for line in sys.stdin:
        asked = json.loads(line)
        os.environ.update(asked["environment"])
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(asked["argv"])
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                code = CRASHED
                where = traceback.extract_tb(error.__traceback__)[-1]
                print(f"crashed: {error!r} in {where.name}", file=sys.stderr)
        print(
            json.dumps({"code": code, "out": out.getvalue(), "err": err.getvalue()}),
            file=answers,
            flush=True,
        )


if __name__ == "__main__":
    serve()
