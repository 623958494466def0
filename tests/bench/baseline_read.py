"""The least that a command which draws a table can do: what `due` and `report` are measured by.

The garbage collector is off, as it is in netlog.
"""

# ruff: noqa: E402 - the collector is off before anything is imported
import gc

gc.disable()

import sqlite3

import typer
from rich.console import Console
from rich.table import Table


def main() -> None:
    sqlite3.connect(":memory:").close()
    table = Table(box=None)
    table.add_column(f"{typer.__name__} and rich")
    table.add_column("and sqlite3")
    for number in range(3):
        table.add_row(f"thanks {number}", "due today")
    Console().print(table)


if __name__ == "__main__":
    main()
