"""The user's pager: which command it is, and a page shown in it."""

import contextlib
import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from careercli.world.signals import handled

#: What less does unless the user has options of their own: leave at once what fits on the screen and keep it there,
#: colours as they are, searches in small letters find large ones too; Ctrl-C leaves, as everywhere.
_DEFAULTS = "-FIKRX"
_COLOURS = "-R"
#: Characters that have a meaning in a prompt of less.
_MEANT_BY_LESS = "?:.%\\$"


def parse_pager(named: str, *, windows: bool = os.name == "nt") -> list[str]:
    r"""The words of a pager's command line; none where it is `cat`, empty or not to be understood.

    On `windows` a backslash is part of a path: `"C:\Program Files\less.exe" -R`.
    """
    try:
        words = shlex.split(named, posix=not windows)
    except ValueError:
        return []
    if windows:
        words = [word[1:-1] if len(word) > 1 and word[0] == word[-1] == '"' else word for word in words]
    return [] if words == ["cat"] else words


def pager_env(env: Mapping[str, str], prompt: str, encoding: str, *, end: str = "") -> dict[str, str]:
    """The environment for a pager, which may be less under any name: the user's own options come last and win.

    `prompt` stands under each screen of the page, `end` under the last.
    """
    own = env.get("LESS")
    prompt, end = ("".join(letter for letter in text if letter not in _MEANT_BY_LESS) for text in (prompt, end))
    asked = f"?e{end}:{prompt}." if end else prompt
    less = f"{_COLOURS if own else _DEFAULTS} -Ps{asked}${own or ''}"
    charset = {"LESSCHARSET": "utf-8"} if encoding.lower().replace("-", "") == "utf8" else {}
    # What is typed for the shell while a page is up must write no file and run nothing.
    return {"LESSSECURE": "1", **charset, **env, "LESS": less}


def show_in_pager(command: Sequence[str], page: bytes, env: Mapping[str, str], screen: TextIO) -> bool:
    """Show a page on a screen, until the user leaves it; whether the pager did. The screen's modes are as before."""
    interrupted: list[bool] = []  # Ctrl-C belongs to the pager
    with _modes_kept(screen), handled({"SIGINT": lambda: interrupted.append(True)}):
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=screen, env=env)
        except (OSError, ValueError):
            return False
        try:
            process.communicate(page)
        except BaseException:
            process.terminate()  # it puts the screen in order
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(2)
            raise
    return process.returncode == 0 or bool(interrupted)


@contextlib.contextmanager
def _modes_kept(screen: TextIO) -> Iterator[None]:
    """Give a terminal its modes back, however the pager ended."""
    try:
        import termios
    except ImportError:  # Windows
        yield
        return
    before = termios.tcgetattr(screen)
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):  # it has gone
            if termios.tcgetattr(screen) != before:
                termios.tcsetattr(screen, termios.TCSADRAIN, before)
