"""Completion of a command line by the shell: its script shown or installed, and what it asks for at a TAB."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from careercli.cli.help import runtime_of
from careercli.errors import ExitCode, UsageError
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from typer._click import Command

_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_VARIABLE = "_CAREERS_COMPLETE"


def is_asked(runtime: Runtime) -> bool:
    """Whether it is a shell that calls, at a TAB."""
    return _VARIABLE in runtime.env


def complete(command: "Command") -> ExitCode:
    """Answer a shell; the exit code."""
    import typer._completion_classes as completion

    completion.completion_init()
    completion._sanitize_help_text = lambda text: text  # noqa: SLF001 - it would import Rich at every TAB
    try:
        command.main(prog_name="careers", standalone_mode=False)
    except SystemExit as leave:  # Typer's way out of completion
        return ExitCode.USAGE if leave.code else ExitCode.DONE
    return ExitCode.DONE


def show_script(ctx: typer.Context, wanted: bool) -> None:
    """Write the script that makes the user's shell complete."""
    if wanted and not ctx.resilient_parsing:
        from typer._completion_shared import get_completion_script

        shell = _shell_of(runtime_of(ctx))
        script = get_completion_script(prog_name="careers", complete_var=_VARIABLE, shell=shell)
        runtime_of(ctx).write(f"{script}\n")
        ctx.exit()


def install_script(ctx: typer.Context, wanted: bool) -> None:
    """Put the script where the user's shell finds it."""
    if wanted and not ctx.resilient_parsing:
        from typer._completion_shared import install

        runtime = runtime_of(ctx)
        shell, path = install(shell=_shell_of(runtime), prog_name="careers", complete_var=_VARIABLE)
        said = "Completion for {shell} is installed in {path}. It works in the next shell that you open."
        runtime.tell(runtime.say(said, shell=shell, path=path))
        ctx.exit()


def _shell_of(runtime: Runtime) -> str:
    """The shell that the user types in. Raises UsageError for one that cannot complete."""
    import shellingham  # type: ignore[import-untyped]  # it comes with Typer

    shell: str
    try:
        shell, _ = shellingham.detect_shell()
    except shellingham.ShellDetectionFailure:
        shell = Path(runtime.env.get("SHELL", "")).name
    if shell not in _SHELLS:
        raise UsageError("there is no completion for the shell `{shell}`", "Use bash, zsh or fish.", shell=shell)
    return shell
