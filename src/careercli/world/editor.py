"""The user's editor."""

import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from careercli.errors import SystemRefusedError, UsageError, why_refused
from careercli.world.runtime import Runtime
from careercli.world.signals import handled


def find_editor(env: Mapping[str, str]) -> list[str]:
    """The words of the editor's command line: `VISUAL`, else `EDITOR`. Raises UsageError where neither names one."""
    try:
        words = shlex.split(env.get("VISUAL") or env.get("EDITOR") or "")
    except ValueError:
        words = []
    if not words:
        raise UsageError("no editor is named", "Set EDITOR, or leave out `--edit` and open the files yourself.")
    return words


def open_editor(runtime: Runtime, editor: Sequence[str], paths: Sequence[Path]) -> None:
    """Open files in the editor and wait for its end. Raises SystemRefusedError where it cannot be started."""
    runtime.flush()
    with handled({"SIGINT": lambda: None}):  # Ctrl-C belongs to the editor
        try:
            subprocess.run([*editor, *paths], check=False)
        except OSError as error:
            why = why_refused(error)
            said = "the editor `{name}` cannot be started: {why}"
            raise SystemRefusedError(
                said, "The files are there; open them yourself.", name=editor[0], why=why
            ) from None
