"""Writes docs/screens/*.svg, pictures of the main screens, from what the program really says."""

import io
import os
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from careercli.cli import main
from careercli.world.options import Folders
from careercli.world.runtime import Runtime

FOLDER = Path(__file__).resolve().parent.parent / "docs/screens"
#: The day that the pictures say it is.
TODAY = datetime.fromisoformat("2026-11-28T12:00")
SCORES = "R=27,I=13,A=23,S=25,E=14,C=14"
SCREENS = {
    "card": ["show", "nurse", "--brief"],
    "guide": ["show", "ai-engineer", "--section", "day-in-the-life", "--section", "costs"],
    "list": ["list", "--sort", "stars"],
    "compare": ["compare", "nurse", "graphic designer", "ai-engineer"],
    "result": ["quiz", "--scores", SCORES, "--no-save"],
    "salary": ["salary", "nurse", "software-developer"],
    "map": ["map"],
}
WIDTHS = {"compare": "110", "map": "110", "list": "100"}


def draw(name: str, cache: Path, env: Mapping[str, str]) -> str:
    """The picture of a screen."""
    with tempfile.TemporaryDirectory() as home:
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        folders = Folders(Path(home) / "config", Path(home) / "data", cache)
        said = io.TextIOWrapper(io.BytesIO(), "utf-8")
        runtime = Runtime(env=env, stdout=out, stderr=said, folders=folders, now=lambda: TODAY)
        arguments = [*SCREENS[name], "--format", "svg", "--width", WIDTHS.get(name, "80"), "--lang", "en"]
        if code := main(arguments, runtime):
            sys.exit(f"{name}: exit {code}")
        out.flush()
        assert isinstance(out.buffer, io.BytesIO)
        return out.buffer.getvalue().decode()


def write_all() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        for name in SCREENS:
            (FOLDER / f"{name}.svg").write_text(
                draw(name, Path(cache), {"LANG": "C.UTF-8", "PATH": os.environ["PATH"]})
            )


if __name__ == "__main__":
    write_all()
