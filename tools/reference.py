"""Gives the reference pages what the program says of itself: cog puts it between its marks (`make docs`)."""

import io
import os
import tempfile
from pathlib import Path

from careercli.cli import main
from careercli.cli.verbs import VERBS
from careercli.errors import MEANINGS
from careercli.world.options import Folders
from careercli.world.runtime import Runtime

WIDTH = 100


def help_of(*verb: str) -> str:
    """The help of a verb, in English, as a pipe gets it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = io.BytesIO()
        stdout = io.TextIOWrapper(written, "utf-8")
        runtime = Runtime(
            env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "COLUMNS": str(WIDTH)},
            stdin=io.TextIOWrapper(io.BytesIO(), "utf-8"),
            stdout=stdout,
            stderr=io.TextIOWrapper(io.BytesIO(), "utf-8"),
            folders=Folders(folder / "config", folder / "data", folder / "cache"),
        )
        code = main([*verb, "--help"], runtime)
        stdout.flush()
        text = written.getvalue().decode()
    if code:
        raise SystemExit(f"the help of {' '.join(verb)} ended with {code}")
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def write_verbs() -> str:
    """The help of the program and of each verb, with headings."""
    verbs = (f"## careers {verb}\n\n```\n{help_of(verb)}\n```" for verb in VERBS)
    return "\n\n".join([f"```\n{help_of()}\n```", *verbs])


def write_exit_codes() -> str:
    """A table of the exit codes."""
    rows = [f"| {code.value} | {meaning} |" for code, meaning in MEANINGS.items()]
    return "\n".join(["| code | when |", "| --- | --- |", *rows])
