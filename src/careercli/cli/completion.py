"""Completion of a command line by the shell: its script shown or installed, and what it asks for at a TAB."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from careercli.cli.help import runtime_of
from careercli.errors import ExitCode, UsageError
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from typer._click import Command

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_CAREERS_COMPLETE"


def typed_line(runtime: Runtime) -> str:
    """The line up to the cursor, as a shell hands it over."""
    from careercli.cli.shells import LINE

    return runtime.env.get(LINE, "")


def is_asked(runtime: Runtime) -> bool:
    """Whether it is a shell that calls, at a TAB."""
    return _VARIABLE in runtime.env


def complete(command: "Command", runtime: Runtime) -> ExitCode:
    """Answer a shell; the exit code."""
    from careercli.cli.shells import add_shells

    asked, _, shell = runtime.env[_VARIABLE].partition("_")
    if asked not in ("complete", "source") or shell not in _SHELLS:
        return ExitCode.USAGE  # a person sees what a shell prints at a TAB: nothing is said
    add_shells()
    try:
        command.main(prog_name="careers", standalone_mode=False, obj=runtime)
    except SystemExit as leave:  # Typer's way out of completion
        return ExitCode.USAGE if leave.code else ExitCode.DONE
    return ExitCode.DONE


def show_script(ctx: typer.Context, wanted: bool) -> None:
    """Write the script that makes the user's shell complete."""
    if wanted and not ctx.resilient_parsing:
        from careercli.cli.shells import SHELLS

        runtime_of(ctx).write(SHELLS[_shell_of(runtime_of(ctx))].source_template.lstrip())
        ctx.exit()


def install_script(ctx: typer.Context, wanted: bool) -> None:
    """Put the script where the user's shell finds it."""
    if wanted and not ctx.resilient_parsing:
        from careercli.cli.shells import install

        runtime = runtime_of(ctx)
        shell = _shell_of(runtime)
        path = install(runtime, shell)
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
