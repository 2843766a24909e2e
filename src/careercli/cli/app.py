"""The command `careers`: finds the verb, imports it, runs it, and catches what goes wrong in one place."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from careercli import __version__
from careercli.cli import completion
from careercli.cli.help import Helpful, SubVerbs, Verb, runtime_of
from careercli.cli.usage import NO_PAGER, UNPAGED, USAGE_HINT, is_near_verb, unknown_verb
from careercli.cli.verbs import FORMS, GLOBALS, VERBS
from careercli.errors import CareersError, ExitCode, NotFoundError, TerminatedError, UsageError
from careercli.locale import languages
from careercli.world.options import BARE, parse_palette
from careercli.world.runtime import Runtime
from careercli.world.streams import typed_words

if TYPE_CHECKING:
    from typer._click import Context

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

    def list_commands(self, ctx: "Context") -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: "Context", cmd_name: str) -> Any:
        return _make_verb(cmd_name) if cmd_name in VERBS else None

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
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
                        if ctx.resilient_parsing:  # a shell asks what may come here
                            break
                        raise UsageError("`{name}` needs a value", USAGE_HINT, name=word, help="careers")
                    front.append(value)
            else:
                rest.append(word)
        rest = _behind_the_verb(rest)
        if all(word.startswith("-") for word in rest) and NO_PAGER in rest:  # of the help of the program itself
            ctx.meta[UNPAGED] = True
            rest = [word for word in rest if word != NO_PAGER]
        return super().parse_args(ctx, front + rest + args[end:])

    def resolve_command(self, ctx: "Context", args: list[str]) -> Any:
        """The verb; where none is meant, what stands in its place is the name of a career to show.

        A word alone is taken for a verb by a single slip; by two it may as well be a career.
        """
        words = list(takewhile(lambda word: not word.startswith("-"), args))
        alone = len(words) == 1 and all(word.partition("=")[0] in FORMS for word in args[1:])
        bare = bool(words) and words[0] not in VERBS and not ctx.resilient_parsing
        if bare and alone and _is_other_word(words[0]):
            raise unknown_verb(ctx, words[0], list(VERBS))
        if bare and {"-h", "--help"} & set(args) and not _names_career(ctx, " ".join(words)):
            raise unknown_verb(ctx, words[0], list(VERBS), args[1:])
        if bare and not is_near_verb(words[0], list(VERBS), 1 if alone else 2):
            ctx.meta[BARE] = words[0]
            args = ["show", " ".join(words), *args[len(words) :]]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: "Context") -> Any:
        try:
            return super().invoke(ctx)
        except NotFoundError as error:
            if BARE in ctx.meta and error.kind == "career":
                wrong = unknown_verb(ctx, ctx.meta[BARE], list(VERBS))
                if not error.near or "near" in wrong.values:
                    raise wrong from None
            raise

    def shell_complete(self, ctx: "Context", incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem  # there is no public name for it

        say = runtime_of(ctx).say
        verbs = [CompletionItem(verb, help=say(text)) for verb, text in VERBS.items() if verb.startswith(incomplete)]
        options = [item for item in super().shell_complete(ctx, incomplete) if item.value.startswith("-")]
        if verbs or options:
            return verbs + options
        from careercli.commands.completing import find_careers

        return [CompletionItem(career.value, help=career.meaning) for career in find_careers(ctx.obj, incomplete)]

    def verb_rows(self, ctx: "Context") -> list[tuple[str, str]]:
        say = runtime_of(ctx).say
        return [(verb, say(text)) for verb, text in VERBS.items()]


def _is_other_word(word: str) -> bool:
    """Whether some language has a word for a verb that is no name of it: it comes before names of careers."""
    from careercli.locale.verb_words import verb_called

    return bool(verb_called(word, languages()))


def _names_career(ctx: "Context", name: str) -> bool:
    """Whether a name is that of a career, or of several."""
    runtime = runtime_of(ctx)
    try:
        runtime.catalogue.resolve_career(name, runtime.lang)
    except NotFoundError as error:
        return error.kind == "title"
    return True


@cache
def _make_verb(name: str) -> Any:
    """A verb, imported and made once: an explorer runs a thousand commands."""
    module = import_module(f"careercli.commands.{name}")
    settings = {"help_option_names": ["-h", "--help"]}
    if hasattr(module, "app"):  # a verb of verbs
        module.app.info.cls, module.app.info.context_settings = SubVerbs, settings
        module.app.info.no_args_is_help, module.app.info.invoke_without_command = False, True
        for info in module.app.registered_commands:
            info.cls, info.context_settings = Verb, settings
        return typer.main.get_command(module.app)
    verb = typer.Typer(rich_markup_mode=None, add_completion=False)
    verb.command(name, cls=Verb, context_settings=settings)(module.run)
    return typer.main.get_command(verb)


def _behind_the_verb(words: list[str]) -> list[str]:
    """A command line whose options of the screen, `--no-pager` and `--width`, stand behind its verb."""
    first = next((place for place, word in enumerate(words) if not word.startswith("-")), len(words))
    ahead, moved = words[:first], [word for word in words[:first] if word == NO_PAGER or word.startswith("--width=")]
    rest = words[first:]
    if ahead[-1:] == ["--width"] and rest:  # its number is what seemed to be the verb
        ahead, moved, rest = ahead[:-1], [*moved, "--width", rest[0]], rest[1:]
        return _behind_the_verb([word for word in ahead if word not in moved] + rest) + moved
    return [word for word in ahead if word not in moved] + rest + moved


def _show_version(ctx: typer.Context, wanted: bool) -> None:
    if wanted:
        runtime_of(ctx).write(f"careers {__version__}\n")
        raise typer.Exit


app = typer.Typer(
    cls=Verbs,
    help=ABOUT,
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def start(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
    lang: Annotated[str | None, typer.Option(metavar="|".join(languages()), help="Language of the output.")] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Whose figures come first; that of the language by itself.")
    ] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose list, notes and answers: a file a person.")
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No color and no bold.")] = False,
    palette: Annotated[
        str | None,
        typer.Option(metavar="auto|contrast|mono", help="Colors of your theme, stronger ones, or bold alone."),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
    accessible: Annotated[
        bool, typer.Option("--accessible", help="For screen readers: no boxes, numbered prompts.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            help="Install completion for the current shell.",
            callback=completion.install_script,
            is_eager=True,
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            help="Show the script that completes in the current shell.",
            callback=completion.show_script,
            is_eager=True,
        ),
    ] = False,
) -> None:
    del version, install_completion, show_completion  # their callbacks have done all
    runtime = runtime_of(ctx).with_options(
        lang=lang,
        country=country,
        person=person,
        no_color=no_color,
        palette=parse_palette(palette) if palette else None,
        no_input=no_input,
        accessible=accessible,
        debug=debug,
    )
    ctx.obj = runtime
    _ = runtime.lang  # a language that is not ours is refused before anything else
    if ctx.invoked_subcommand is not None:
        return
    if runtime.is_terminal and runtime.can_ask:
        from careercli.commands.writing import write_report
        from careercli.explorer.session import explore

        runtime.check_settings()
        explore(runtime, main, lambda world, report: write_report(world, report, None), VERBS)
    else:
        runtime.write(ctx.get_help() + "\n")


def main(argv: Sequence[str], runtime: Runtime) -> ExitCode:
    """Run a command line in a world; the exit code.

    The only place that catches errors: each is told on standard error, with what, where and what next.
    """
    argv = typed_words(argv)
    early = runtime.with_options(
        lang=_named(argv, "--lang"), country=_named(argv, "--country"), debug="--debug" in argv
    )
    try:
        code = ExitCode(_run(argv, early))
        runtime.flush()
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.CANCELLED
    except BrokenPipeError:
        return ExitCode.CLOSED_PIPE
    except TerminatedError as error:
        return error.code
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is told
        if (ended := _ended_by(error)) is not None:
            return ended
        from careercli.cli import telling  # most command lines have nothing to tell

        known = telling.known_error(error, early)
        if early.debug and not isinstance(error, CareersError):
            import traceback  # for those who look for a fault

            early.tell(traceback.format_exc())
        return telling.tell(known, argv, early)
    return code


#: What Python says where a signal comes while it words why an import failed; what the handler raised is lost.
_LOST = "expected a message argument"


def _ended_by(error: BaseException) -> ExitCode | None:
    """The code of a signal within an error: Python 3.11 wraps what comes in the moment in which a class is made.

    One that comes while it words the failure of an import, which others try and do without, it replaces by a TypeError.
    """
    if isinstance(error, TypeError) and str(error) == _LOST:
        return ExitCode.CANCELLED  # of a signal that ends the process, the process knows
    cause = error.__cause__ if isinstance(error, RuntimeError) else None
    if isinstance(cause, TerminatedError):
        return cause.code
    return ExitCode.CANCELLED if isinstance(cause, KeyboardInterrupt) else None


@cache
def _make_program() -> Any:
    """The program with its global options, made once."""
    return typer.main.get_command(app)


def _run(argv: Sequence[str], runtime: Runtime) -> int:
    command = _make_program()
    if completion.is_asked(runtime):
        lang = _named(completion.typed_line(runtime).split(), "--lang")
        return completion.complete(command, runtime.with_options(lang=lang))
    width = min(runtime.width(), 80) - 2
    try:
        with command.make_context("careers", list(argv), obj=runtime, terminal_width=width) as ctx:
            command.invoke(ctx)
    except typer.Exit as leave:
        return leave.exit_code
    return ExitCode.DONE


def _named(argv: Sequence[str], option: str) -> str | None:
    """The language or the country that a command line asks for, known before its options are read."""
    for n, word in enumerate(argv):
        if word == option:
            return argv[n + 1] if n + 1 < len(argv) else None
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None
