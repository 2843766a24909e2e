"""Help in the user's language: Typer knows the options, and each word that is printed is ours."""

import inspect
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from careercli.cli.usage import UNPAGED, Checked, choices_of, is_number
from careercli.cli.verbs import MENDING
from careercli.core.text.plaintext import make_plainer
from careercli.locale import Say
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from typer._click import Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperArgument, TyperOption

#: What stands for a value in help and errors, where it is a word to translate.
PLACEHOLDERS = (
    "career",
    "careers",
    "topic",
    "term",
    "name",
    "CAREER",
    "CAREER,...",
    "CODE",
    "FIELD",
    "easy|medium|hard",
    "paths",
    "text",
    "words",
    "CRITERION=N",
    "FILE",
    "FILE|-",
    "KEY",
    "NAME",
    "VALUE",
    "FILE|FOLDER",
    "ITEM=ANSWER",
    "KIND",
    "LIMIT",
    "STUDY",
    "DIPLOMA",
    "CRITERION",
    "PAY",
    "PERCENT",
    "PLACE",
    "ROW,…",
)
HELP = "Show this message and exit."


def runtime_of(ctx: "Context") -> Runtime:
    """The outside world, as `main` handed it over."""
    runtime = ctx.find_root().obj
    assert isinstance(runtime, Runtime)
    return runtime


def _show_help(ctx: "Context", param: "Parameter | None", wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        runtime, text = runtime_of(ctx), f"{ctx.get_help()}\n"
        longer = text.count("\n") >= runtime.height  # else a pager would be one process too many
        runtime.write_paged(text, pager=longer and not ctx.meta.get(UNPAGED))
        ctx.exit()


class Helpful(Checked):
    """Help in the user's language, with the lines of examples left as they are."""

    def get_help(self, ctx: "Context") -> str:
        formatter = ctx.make_formatter()
        self.format_help(ctx, formatter)
        return make_plainer(formatter.getvalue().rstrip("\n"), runtime_of(ctx).encoding)

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Usage, what the verb is for, then its verbs, arguments and options."""
        say = runtime_of(ctx).say
        params = self.get_params(ctx)  # type: ignore[attr-defined]
        arguments = [param for param in params if param.param_type_name == "argument"]
        options = [param for param in params if param.param_type_name == "option" and not param.hidden]
        usage = [say("[OPTIONS]"), *(_usage(param, say) for param in arguments)]
        verbs = self.verb_rows(ctx)
        if verbs:
            usage.append(say("VERB [ARGS]..."))
        formatter.write_usage(ctx.command_path, " ".join(usage), prefix=f"{say('Usage')}{say.colon}")
        _write_text(formatter, say(inspect.cleandoc(self.help or "")))  # type: ignore[attr-defined]
        _write_rows(formatter, say("Verbs") + say.colon, verbs)
        _write_rows(formatter, say("Arguments") + say.colon, [argument_row(param, say) for param in arguments])
        _write_rows(formatter, say("Options") + say.colon, [option_row(param, say) for param in options])

    def verb_rows(self, ctx: "Context") -> list[tuple[str, str]]:
        """The verbs of a verb and what each is for."""
        return []

    def get_help_option(self, ctx: "Context") -> Any:
        """`--help`, written to the stream that is ours: Typer's own writes to the process's."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback, option.help = _show_help, HELP
        return option


class Verb(Helpful, TyperCommand):
    """A verb."""

    def invoke(self, ctx: "Context") -> Any:
        """Run the verb; broken settings stop it, but not its help."""
        if not set(ctx.command_path.split()) & set(MENDING):
            runtime_of(ctx).check_settings()
        return super().invoke(ctx)


class SubVerbs(Helpful, TyperGroup):
    """The verbs of a verb, each with the first line of its help; alone it shows its help, unless it does something."""

    def verb_rows(self, ctx: "Context") -> list[tuple[str, str]]:
        say = runtime_of(ctx).say
        helps = ((name, say(inspect.cleandoc(verb.help or ""))) for name, verb in self.commands.items())
        return [(name, text.partition("\n")[0]) for name, text in helps]

    def shell_complete(self, ctx: "Context", incomplete: str) -> list[Any]:
        texts = dict(self.verb_rows(ctx))
        offers = super().shell_complete(ctx, incomplete)
        for offer in offers:
            offer.help = texts.get(offer.value, offer.help)
        return offers

    def invoke(self, ctx: "Context") -> Any:
        if not ctx._protected_args:  # noqa: SLF001 - it has no other name
            if self.callback is None:
                return _show_help(ctx, None, wanted=True)
            if ctx.info_name not in MENDING:
                runtime_of(ctx).check_settings()
        return super().invoke(ctx)


def _write_text(formatter: "HelpFormatter", text: str) -> None:
    for paragraph in text.split("\n\n"):
        formatter.write_paragraph()
        if "\n  " in paragraph:
            formatter.write(f"{paragraph}\n")
        else:
            formatter.write_text(paragraph)


def _write_rows(formatter: "HelpFormatter", heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        formatter.write_paragraph()
        formatter.write(f"{heading.rstrip()}\n")
        with formatter.indentation():
            formatter.write_dl(rows, col_max=max(12, min(30, formatter.width - 30)))


def _value(param: "Parameter", say: Say) -> str:
    """What stands for the value of a parameter."""
    if param.metavar:
        return say(param.metavar)
    if param.param_type_name == "argument":
        return say(param.name or "")
    if known := choices_of(param):
        return f"<{'|'.join(known)}>"
    return f"<{say('number') if is_number(param) else say('text')}>"


def _usage(param: "Parameter", say: Say) -> str:
    more = "..." if param.nargs != 1 else ""
    return f"{_value(param, say)}{more}" if param.required else f"[{_value(param, say)}]{more}"


def argument_row(param: "TyperArgument", say: Say) -> tuple[str, str]:
    more = "..." if param.nargs != 1 else ""
    return _value(param, say) + more, _with_extras(
        say(param.help or ""), [say("required")] if param.required else [], say
    )


def option_row(param: "TyperOption", say: Say) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    if param.secondary_opts:
        names += " / " + ", ".join(param.secondary_opts)
    if not param.is_flag:
        names += f" {_value(param, say)}"
    return names, _with_extras(say(param.help or ""), _extras(param, say), say)


def _extras(param: "TyperOption", say: Say) -> Iterable[str]:
    default = param.default.value if isinstance(param.default, Enum) else param.default
    if param.show_default and not param.is_flag and isinstance(default, str | int | float):
        yield f"{say('default')}{say.colon}{default}"
    low, high = getattr(param.type, "min", None), getattr(param.type, "max", None)
    if low is not None and high is not None:
        yield say("from {low} to {high}", low=say.number(low), high=say.number(high))
    elif low is not None:
        yield say("at least {low}", low=say.number(low))


def _with_extras(text: str, extras: Iterable[str], say: Say) -> str:
    joined = say.semicolon.join(extras)
    return f"{text}  [{joined}]" if joined else text
