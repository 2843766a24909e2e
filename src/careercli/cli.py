"""The command `careers`: finds the verb, imports it, runs it, and tells errors in one place."""

# ruff: noqa: E402
import gc

gc.disable()  # a command lives for a tenth of a second: collecting would only cost time, most of it at import

import inspect
import os
import re
import shlex
import sys
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from careercli import __version__
from careercli.errors import (
    CancelledError,
    CareersError,
    ClosedPipeError,
    NotFoundError,
    SeveralNotFoundError,
    UsageError,
)
from careercli.runtime import Runtime

#: The verbs and what each is for. A verb is imported only when it is called.
VERBS = {
    "show": "Show a career in full: the work, the pay, the way in.",
    "list": "List the careers, filtered and sorted.",
    "search": "Search the guides, and the titles of all occupations.",
    "compare": "Compare careers side by side.",
    "salary": "Show what a career pays, or where a pay stands.",
    "quiz": "Find out which careers fit you, or whether one does.",
    "data": "Import official data sets of your own, and see what is installed.",
    "sources": "Print the bibliography: where every figure comes from.",
    "new": "Start a career guide of your own.",
    "validate": "Check career files and report every problem.",
}
#: Options that may stand before or after the verb, and whether each takes a value.
GLOBALS = {
    "--lang": True,
    "--no-color": False,
    "--no-input": False,
    "--accessible": False,
    "--debug": False,
    "--version": False,
}
ABOUT = """An interactive career explorer: what a career is like, what it pays, whether it suits you, how to get there.

Examples:
  careers show ai-specialist
  careers list --sort stars
  careers search "fine-tuning"
  careers compare ai-specialist
  careers quiz ai-specialist
"""


class _Help:
    """Help in the user's language, with the lines of examples left as they are."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate(self, ctx)
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def get_help(self, ctx: Any) -> str:
        """Typer's own headings are English: put them into the user's language."""
        say = _say(ctx)
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for ours in ("Usage:", "Options:", "Arguments:", "[required]", "Show this message and exit."):
            text = text.replace(ours, say(ours))
        if say.lang != "en":
            text = text.replace("[default: ", f"[{say('default')}{say.colon}").replace("Verbes:", "Verbes\u00a0:")
        from careercli.core.plaintext import make_plainer

        return make_plainer(text, getattr(sys.stdout, "encoding", None) or "utf-8")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The verbs, if there are any, before the options."""
        if isinstance(self, TyperGroup):
            self.format_commands(ctx, formatter)
        TyperCommand.format_options(self, ctx, formatter)  # type: ignore[arg-type]

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        formatter.write_paragraph()
        for paragraph in inspect.cleandoc(self.help or "").split("\n\n"):  # type: ignore[attr-defined]
            if "\n  " in paragraph:
                formatter.write(f"{paragraph}\n")
            else:
                formatter.write_text(paragraph)
                formatter.write_paragraph()


class Verb(_Help, TyperCommand):
    """A verb."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb; broken settings stop it, but not its help."""
        ctx.obj.check_settings()
        return super().invoke(ctx)


class SubVerbs(_Help, TyperGroup):
    """The verbs of a verb, each with the first line of its help."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        say = _say(ctx)
        helps = ((name, say(inspect.cleandoc(verb.help or ""))) for name, verb in self.commands.items())
        with formatter.section(say("Verbs")):
            formatter.write_dl([(name, text.partition("\n")[0]) for name, text in helps])


class Verbs(_Help, TyperGroup):
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
        say = _say(ctx)
        with formatter.section(say("Verbs")):
            formatter.write_dl([(verb, say(text)) for verb, text in VERBS.items()])


def _say(ctx: Any) -> Any:
    return ctx.obj.say if isinstance(ctx.obj, Runtime) else _early_runtime().say


def _early_runtime() -> Runtime:
    """A runtime for what is said before the options are read (`--help`, a misspelt option)."""
    words = sys.argv[1:]
    lang = next((words[n + 1] for n, word in enumerate(words[:-1]) if word == "--lang"), None)
    lang = next((word.removeprefix("--lang=") for word in words if word.startswith("--lang=")), lang)
    return Runtime(lang=lang)


def _translate(command: Any, ctx: Any) -> None:
    """Put the help of a command and of its options into the user's language."""
    say = _say(ctx)
    if say.lang == "en":
        return
    command.help = say(inspect.cleandoc(command.help or ""))
    for param in command.get_params(ctx):
        if getattr(param, "help", None):
            param.help = say(param.help)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"careers {__version__}")
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
    runtime = Runtime(lang=lang, no_color=no_color, no_input=no_input, accessible=accessible, debug=debug)
    ctx.obj = runtime
    _ = runtime.lang  # a language that is not ours is refused before anything else
    if ctx.invoked_subcommand is None:
        runtime.write(ctx.get_help() + "\n")


def main() -> NoReturn:
    """Run the program. The only place that catches errors; every error says what, where and what next."""
    if "_CAREERS_COMPLETE" in os.environ:
        import typer._completion_classes as completion

        completion._sanitize_help_text = lambda text: text  # it would import Rich at every TAB
    code = _run()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:
        code = 141
    except OSError as error:
        code = _unwritten(error)
    os._exit(code)  # taking the interpreter down would be a tenth of the run, and nothing is left to save


def _run() -> int:
    command = typer.main.get_command(app)
    try:
        result = command.main(prog_name="careers", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except ClosedPipeError as error:
        return error.exit_code
    except CareersError as error:
        return _tell(error)
    except typer.TyperException as error:
        return _tell(UsageError("{said}", "`careers --help` shows how to write it.", said=_usage(error)))
    except (KeyboardInterrupt, typer.Abort):
        return CancelledError.exit_code
    except BrokenPipeError:
        return 141
    except SystemExit as error:  # Typer's way out of completion
        return error.code if isinstance(error.code, int) else 0
    except OSError as error:
        return _unwritten(error)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        said = f"{type(error).__name__}: {error}"
        return _tell(CareersError("internal error: {said}", "`--debug` shows where; please report it.", said=said))


def _unwritten(error: OSError) -> int:
    """A disk that is full, a folder that cannot be read: the system's own reason."""
    if "--debug" in sys.argv:
        raise error
    where = f" ({error.filename})" if error.filename else ""
    return _tell(CareersError("the system says: {why}{where}", why=error.strerror or str(error), where=where))


def _usage(error: typer.TyperException) -> str:
    """What Typer has to say of a command line, in our words and the user's language."""
    say = _early_say()
    kind, said = type(error).__name__, error.format_message()
    option = getattr(error, "option_name", "") or "/".join(getattr(getattr(error, "param", None), "opts", []))
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None) or []
        missing = say("there is no option `{name}`", name=option)
        return f"{missing}, {say('did you mean `{name}`?', name=min(near))}" if near else str(missing)
    if kind == "MissingParameter":
        return str(say("`{name}` is missing", name=option))
    if kind == "BadOptionUsage" and "does not take" in said:
        return str(say("`{name}` takes no value", name=option))
    if kind == "BadOptionUsage":
        return str(say("`{name}` needs a value", name=option))
    for pattern, ours in _SAID:
        if found := re.search(pattern, said):
            return str(say(ours, name=option, **found.groupdict()))
    return said[:1].lower() + said[1:].rstrip(".")


#: What Typer says, and what we say for it.
_SAID = (
    (
        r"No such command '(?P<verb>.*?)'.*Did you mean '(?P<near>.*?)'",
        "there is no verb `{verb}`, did you mean `{near}`?",
    ),
    (r"No such command '(?P<verb>.*?)'", "there is no verb `{verb}`"),
    (r": '(?P<value>.*?)' is not one of (?P<known>.*?)\.?$", "`{name}` cannot be `{value}`, only {known}"),
    (
        r"(?P<value>\S+) is not in the range (?P<low>\d+)<=x<=(?P<high>\d+)",
        "`{name}` must be from {low} to {high}, not {value}",
    ),
    (r": '(?P<value>.*?)' is not a valid", "`{name}` must be a whole number, not `{value}`"),
    (r"unexpected extra argument(?:s|\(s\))? \((?P<value>.*)\)", "`{value}` is one argument too many"),
)


def _early_say() -> Any:
    try:
        runtime = _early_runtime()
        return runtime.say if runtime.lang else None
    except Exception:  # whatever is wrong with the settings, the error itself must be told
        return Runtime(lang="en").say


def _tell(error: CareersError) -> int:
    """Say what is wrong on standard error, in the user's language; the exit code."""
    say = _early_say()
    runtime = Runtime(lang=say.lang)
    message, hint = say(error.message, **error.values), say(error.hint, **error.values)
    if isinstance(error, NotFoundError):
        message, hint = _not_found(error, say)
    elif isinstance(error, SeveralNotFoundError):
        message, hint = _several(error, say)
    if isinstance(error, CancelledError):  # to leave is no error
        runtime.tell(message[:1].upper() + message[1:])
    else:
        runtime.tell(say("error: {message}", message=message))
    if hint:
        runtime.tell("\n" + say("hint: {hint}", hint=hint))
    return error.exit_code


def _typed() -> list[str]:
    """The command line without the options that any verb takes."""
    words = sys.argv[1:]
    return [w for n, w in enumerate(words) if w.partition("=")[0] not in GLOBALS and words[n - 1 : n] != ["--lang"]]


def _corrected(verb: str, name: str, id_: str) -> str:
    """The command as it was typed, with the right id in place of a name."""
    words = _typed() if name in sys.argv[1:] else [verb, name]
    return shlex.join(["careers", *(id_ if word == name else word for word in words)])


def _not_found(error: NotFoundError, say: Any) -> tuple[str, str]:
    """Which name is not known, and the exact commands that may be meant."""
    verb = next((word for word in sys.argv[1:] if word in VERBS), "show")
    message, other = {
        "career": (say("no career is called `{name}`", name=error.name), say("`careers list` shows all careers.")),
        "title": (say("several careers are called `{name}`", name=error.name), ""),
        "section": (
            say("no section is called `{name}`", name=error.name),
            say("`careers show CAREER` names all sections."),
        ),
        "skill": (say("no skill is called `{name}`", name=error.name), say("`careers search` looks for words.")),
        "family": (say("no field is called `{name}`", name=error.name), say("`careers list` shows the fields.")),
        "data": (
            say("no data set `{name}` is installed", name=error.name),
            say("`careers data list` shows what is installed."),
        ),
    }[error.kind]
    if not error.near:
        return message, other
    if error.labels:
        lines = [f"\n  {_corrected(verb, error.name, id_)}  {error.labels.get(id_, '')}".rstrip() for id_ in error.near]
        return message, say("one of these may be meant:") + "".join(lines)
    near = [id_ for id_ in error.near if id_ not in sys.argv]
    meant = [_corrected(verb, error.name, id_) if error.kind == "career" else id_ for id_ in near]
    return message, say("did you mean {meant}?", meant=" / ".join(f"`{one}`" for one in meant))


def _several(error: SeveralNotFoundError, say: Any) -> tuple[str, str]:
    """Which names are not known, what each may mean, and the whole command with the likeliest in their places."""
    message = say.semicolon.join(_not_found(one, say)[0] for one in error.errors)
    lines = [
        f"\n  {one.name}{say.colon}" + ", ".join(f"{id_} {one.labels.get(id_, '')}".rstrip() for id_ in one.near)
        for one in error.errors
        if one.near
    ]
    if not lines:
        return message, say("`careers list` shows all careers.")
    hint = say("one of these may be meant:") + "".join(lines)
    if all(one.near for one in error.errors):
        likeliest = {one.name: one.near[0] for one in error.errors}
        command = shlex.join(["careers", *(likeliest.get(word, word) for word in _typed())])
        hint += "\n" + say("Try `{command}`.", command=command)
    return message, hint


if __name__ == "__main__":
    main()
