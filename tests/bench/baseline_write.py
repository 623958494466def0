"""The least that a command which writes can do: what writing commands are measured by.

The garbage collector is off, as it is in netlog.
"""

# ruff: noqa: E402 - the collector is off before anything is imported
import gc

gc.disable()

import sqlmodel
import typer

if __name__ == "__main__":
    print(f"imported {typer.__name__} and {sqlmodel.__name__}")
