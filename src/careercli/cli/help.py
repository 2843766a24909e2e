"""Help in the user's language: Typer makes it, and this module puts its words into ours."""

import inspect
from typing import Any

from typer.core import TyperCommand, TyperGroup

from careercli.core.languages import SOURCE
from careercli.core.plaintext import make_plainer
from careercli.runtime import Runtime


def runtime_of(ctx: Any) -> Runtime:
    """The outside world, as `main` handed it over."""
    runtime = ctx.find_root().obj
    assert isinstance(runtime, Runtime)
    return runtime


def _show_help(ctx: Any, param: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        runtime_of(ctx).write(f"{ctx.get_help()}\n")
        ctx.exit()


class Helpful:
    """Help in the user's language, with the lines of examples left as they are."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate(self, ctx)
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def get_help(self, ctx: Any) -> str:
        """Typer's own headings are English: put them into the user's language."""
        runtime = runtime_of(ctx)
        say = runtime.say
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for ours in ("Usage:", "Options:", "Arguments:", "[required]", "Show this message and exit."):
            text = text.replace(ours, say(ours))
        if say.lang != SOURCE:
            text = text.replace("[default: ", f"[{say('default')}{say.colon}").replace("Verbes:", "Verbes\u00a0:")
        return make_plainer(text, runtime.encoding)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, written to the stream that is ours: Typer's own writes to the process's."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option

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


class Verb(Helpful, TyperCommand):
    """A verb."""


class SubVerbs(Helpful, TyperGroup):
    """The verbs of a verb, each with the first line of its help."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        say = runtime_of(ctx).say
        helps = ((name, say(inspect.cleandoc(verb.help or ""))) for name, verb in self.commands.items())
        with formatter.section(say("Verbs")):
            formatter.write_dl([(name, text.partition("\n")[0]) for name, text in helps])


def _translate(command: Any, ctx: Any) -> None:
    """Put the help of a command and of its options into the user's language."""
    say = runtime_of(ctx).say
    if say.lang == SOURCE:
        return
    command.help = say(inspect.cleandoc(command.help or ""))
    for param in command.get_params(ctx):
        if getattr(param, "help", None):
            param.help = say(param.help)
