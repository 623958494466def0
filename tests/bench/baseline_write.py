"""The least that a command which writes can do: what `intro` is measured by."""

import sqlmodel
import typer

if __name__ == "__main__":
    print(f"imported {typer.__name__} and {sqlmodel.__name__}")
