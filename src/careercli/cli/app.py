"""The command `careers`: finds the verb, imports it, runs it, and catches what goes wrong in one place."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException  # its public name came with 0.28
from typer.core import TyperGroup

from careercli import __version__
from careercli.cli import telling
from careercli.cli.help import Helpful, SubVerbs, Verb, runtime_of
from careercli.cli.verbs import GLOBALS, VERBS
from careercli.errors import (
    CancelledError,
    CareersError,
    ClosedPipeError,
    InternalError,
    SystemRefusedError,
    UsageError,
)
from careercli.runtime import Runtime

ABOUT = """An interactive career explorer: what a career is like, what it pays, whether it suits you, how to get there.

Examples:
  careers show ai-specialist
  careers list --sort stars
  careers search "fine-tuning"
  careers compare ai-specialist
  careers quiz ai-specialist
"""


class Verbs(Helpful, TyperGroup):
    """All verbs; each is imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in VERBS:
            return None
        module = import_module(f"careercli.commands.{cmd_name}")
        settings = {"help_option_names": ["-h", "--help"]}
        if hasattr(module, "app"):  # a verb of verbs
            module.app.info.cls, module.app.info.context_settings = SubVerbs, settings
            for info in module.app.registered_commands:
                info.cls, info.context_settings = Verb, settings
            return typer.main.get_command(module.app)
        verb = typer.Typer(rich_markup_mode=None, add_completion=False)
        verb.command(cmd_name, cls=Verb, context_settings=settings)(module.run)
        return typer.main.get_command(verb)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        self.commands: Any = dict.fromkeys(VERBS)  # for its suggestions
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the global options to the front, wherever they stand before `--`."""
        end = args.index("--") if "--" in args else len(args)
        front: list[str] = []
        rest: list[str] = []
        words = iter(args[:end])
        for word in words:
            if word.partition("=")[0] in GLOBALS:
                front.append(word)
                if GLOBALS.get(word):
                    if (value := next(words, None)) is None:
                        raise UsageError("`{name}` needs a value", name=word)
                    front.append(value)
            else:
                rest.append(word)
        return super().parse_args(ctx, front + rest + args[end:])

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem  # there is no public name for it

        verbs = [CompletionItem(verb) for verb in VERBS if verb.startswith(incomplete)]
        return verbs + [item for item in super().shell_complete(ctx, incomplete) if item.value.startswith("-")]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        say = runtime_of(ctx).say
        with formatter.section(say("Verbs")):
            formatter.write_dl([(verb, say(text)) for verb, text in VERBS.items()])


def _show_version(ctx: typer.Context, wanted: bool) -> None:
    if wanted:
        runtime_of(ctx).write(f"careers {__version__}\n")
        raise typer.Exit


app = typer.Typer(
    cls=Verbs,
    help=ABOUT,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def start(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
    lang: Annotated[str | None, typer.Option(metavar="en|fr", help="Language of the output.")] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour and no bold.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
    accessible: Annotated[
        bool, typer.Option("--accessible", help="For screen readers: no boxes, numbered prompts.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")] = False,
) -> None:
    del version
    runtime = runtime_of(ctx).with_options(
        lang=lang, no_color=no_color, no_input=no_input, accessible=accessible, debug=debug
    )
    ctx.obj = runtime
    _ = runtime.lang  # a language that is not ours is refused before anything else
    if ctx.invoked_subcommand is None:
        runtime.write(ctx.get_help() + "\n")


def main(argv: Sequence[str], runtime: Runtime) -> int:
    """Run a command line in a world; the exit code.

    The only place that catches errors: each is told on standard error, with what, where and what next.
    """
    early = runtime.with_options(lang=_named_lang(argv), debug="--debug" in argv)
    try:
        code = _run(argv, early)
        runtime.flush()
    except CareersError as error:
        return telling.tell(error, argv, early)
    except ClickException as error:
        return telling.tell(telling.usage_error(error, early), argv, early)
    except (KeyboardInterrupt, typer.Abort):
        return CancelledError.exit_code
    except BrokenPipeError:
        return ClosedPipeError.exit_code
    except OSError as error:
        if early.debug:
            raise
        where = f" ({error.filename})" if error.filename else ""
        said = SystemRefusedError("the system says: {why}{where}", why=error.strerror or str(error), where=where)
        return telling.tell(said, argv, early)
    except Exception as error:
        if early.debug:
            raise
        return telling.tell(InternalError(f"{type(error).__name__}: {error}"), argv, early)
    return code


def _run(argv: Sequence[str], runtime: Runtime) -> int:
    command = typer.main.get_command(app)
    if "_CAREERS_COMPLETE" in runtime.env:
        return _complete(command)
    width = min(runtime.width(), 80) - 2
    try:
        with command.make_context("careers", list(argv), obj=runtime, terminal_width=width) as ctx:
            command.invoke(ctx)
    except typer.Exit as leave:
        return leave.exit_code
    return 0


def _complete(command: Any) -> int:
    import typer._completion_classes as completion

    completion._sanitize_help_text = lambda text: text  # noqa: SLF001 - it would import Rich at every TAB
    try:
        command.main(prog_name="careers", standalone_mode=False)
    except SystemExit as leave:  # Typer's way out of completion
        return leave.code if isinstance(leave.code, int) else 0
    return 0


def _named_lang(argv: Sequence[str]) -> str | None:
    """The language that a command line asks for, known before its options are read."""
    for n, word in enumerate(argv):
        if word == "--lang":
            return argv[n + 1] if n + 1 < len(argv) else None
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None
