"""What an encrypted ledger costs beside the same in plain: `python -m tests.bench.encrypted`.

Timed as in `tests.bench.start_up`: whole processes that take turns, and the ratio of their medians.
The key is a random one in a file. With --passphrase a passphrase is measured as well.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from netlog.ledger.file.key import make_key_file, name_key_file, own_keys
from tests.bench.generate import generate
from tests.bench.start_up import NETLOG, RUNS, Candidate, lines, time_all, typical_contacts

SIZES = (1_000, 100_000)
TARGET = 1.3
PASSPHRASE = "correct horse battery staple\n"  # noqa: S105 - of a ledger that is thrown away


def candidates(folder: Path, size: int, key_files: dict[str, Path]) -> Iterator[Candidate]:
    """`due` and `report NAME` on a ledger in plain, and on one for each key."""
    plain = folder / f"plain-{size}.db"
    generate(plain, size)
    questions = {"due": ("due",), "report": ("report", typical_contacts(plain)[0])}
    for name, argv in questions.items():
        yield Candidate(f"{name}, {size:,}", (NETLOG, *argv), plain)
    for kind, key_file in key_files.items():
        ledger = folder / f"{kind}-{size}.db"
        with own_keys():
            name_key_file(key_file)
            generate(ledger, size)
        for name, argv in questions.items():
            with_key = (NETLOG, *argv, "--key-file", str(key_file))
            beside = f"{name}, {size:,}"
            yield Candidate(f"{beside}, {kind}", with_key, ledger, beside, TARGET)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.encrypted")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each command")
    parser.add_argument("--passphrase", action="store_true", help="also with a passphrase")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netlog-bench-") as name:
        folder = Path(name)
        key_files = {"key": folder / "random.key"}
        make_key_file(key_files["key"])
        if chosen.passphrase:
            key_files["words"] = folder / "words.key"
            key_files["words"].write_text(PASSPHRASE, encoding="ascii")
        timed = [each for size in SIZES for each in candidates(folder, size, key_files)]
        print("\n".join(lines(timed, time_all(timed, chosen.runs))))


if __name__ == "__main__":
    main()
