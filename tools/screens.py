"""Writes docs/screens/*.svg: what a person at a terminal really sees of the main screens, hints and all."""

import io
import os
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from careercli.cli import main
from careercli.core.careers.reports import command_line
from careercli.render.svg import draw_screen
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


class Screen(io.TextIOWrapper):
    """A terminal: what is said beside a page stands on it too."""

    def isatty(self) -> bool:
        return True


def draw(name: str, cache: Path, env: Mapping[str, str]) -> str:
    """The picture of a screen."""
    with tempfile.TemporaryDirectory() as home:
        screen = Screen(io.BytesIO(), "utf-8")
        width = WIDTHS.get(name, "80")
        runtime = Runtime(
            env={**env, "COLUMNS": width, "COLORTERM": "truecolor", "TERM": "xterm-256color"},
            stdout=screen,
            stderr=screen,
            folders=Folders(Path(home) / "config", Path(home) / "data", cache),
            now=lambda: TODAY,
        )
        if code := main([*SCREENS[name], "--no-pager", "--no-input"], runtime):
            sys.exit(f"{name}: exit {code}")
        screen.flush()
        assert isinstance(screen.buffer, io.BytesIO)
        written = screen.buffer.getvalue().decode()
        return draw_screen(written, width=int(width), title=command_line(*SCREENS[name]))


def write_all() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        draw("list", Path(cache), os.environ)  # what a first start says is on no picture
        for name in SCREENS:
            (FOLDER / f"{name}.svg").write_text(
                draw(name, Path(cache), {"LANG": "C.UTF-8", "PATH": os.environ["PATH"]})
            )


if __name__ == "__main__":
    write_all()
