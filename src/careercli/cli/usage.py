"""What is wrong with a command line: Typer finds it, and says in fields what and where; the words are ours."""

from collections.abc import Sequence
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from typer._click import exceptions as typers  # there is no public name for most of them
from typer._click import types as typers_types
from typer.core import TyperGroup

from careercli.core.text.spelling import count_slips
from careercli.errors import UsageError, message
from careercli.locale import languages

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter

#: How like a verb or an option must be to be thought of, from 0 to 1.
LIKE_VERB = 0.7
#: Letters of a verb that a single slip makes another word of.
SHORT_VERB = 3
#: What people call options that have other names, and those that may be meant.
MEANT = {
    **dict.fromkeys(("--field", "--domain", "--sector", "--industry"), ("--family", "--in")),
    **dict.fromkeys(("--area", "--where", "--location", "--city", "--state", "--region"), ("--place", "--in")),
    **dict.fromkeys(("--pay", "--salary", "--wage", "--income"), ("--pay", "--min-pay")),
    **dict.fromkeys(("--subject", "--topic", "--like"), ("--about",)),
    **dict.fromkeys(("--filter", "--condition", "--without"), ("--limit",)),
    **dict.fromkeys(("--order", "--by", "--sort-by", "--rank"), ("--sort", "--weight")),
    **dict.fromkeys(("--max", "--top", "--number", "--rows"), ("--count", "--limit")),
    **dict.fromkeys(("--type", "--only"), ("--kind", "--all")),
    **dict.fromkeys(("--stars", "--rating"), ("--min-stars",)),
    **dict.fromkeys(("--education", "--degree", "--study"), ("--level", "--have")),
    "--growth": ("--min-growth",),
    "--difficulty": ("--entry",),
    "--family": ("--in",),
    "--in": ("--family", "--place"),
    "--language": ("--lang",),
    "--output": ("--format",),
}
USAGE_HINT = "`{help} --help` shows how to write it."


#: Whether a line asks to be answered without the pager, in what the contexts of its verbs share.
UNPAGED = "careercli.unpaged"
NO_PAGER = "--no-pager"


class Checked:
    """A command that tells of a wrong command line in our words."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        args = self._without_screen_options(ctx, args)
        given = list(args)
        ctx.meta.setdefault(UNPAGED, NO_PAGER in given)  # known before the options are read
        ctx.allow_extra_args = True  # what is too many is told below
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typers.UsageError as error:
            raise _told(error, ctx.command, ctx, given) from None
        if rest and not isinstance(self, TyperGroup) and not ctx.resilient_parsing:
            raise _wrong(ctx, "`{value}` is one argument too many", value=" ".join(rest))
        return rest

    def _without_screen_options(self, ctx: "Context", args: list[str]) -> list[str]:
        """A command line without `--no-pager` where a verb has no long page: it is understood everywhere."""
        if isinstance(self, TyperGroup) and (ctx.parent is None or set(self.list_commands(ctx)) & set(args)):
            return args  # they are those of a verb of it
        known = {name for param in self.params for name in param.opts}  # type: ignore[attr-defined]
        end = args.index("--") if "--" in args else len(args)
        kept = [word for word in args[:end] if word != NO_PAGER or NO_PAGER in known]
        return kept + args[end:]

    def resolve_command(self, ctx: "Context", args: list[str]) -> Any:
        verbs = self.list_commands(ctx)  # type: ignore[attr-defined]
        if args[0] not in verbs and not ctx.resilient_parsing:
            raise unknown_verb(ctx, args[0], verbs, args[1:])
        return super().resolve_command(ctx, args)  # type: ignore[misc]


def unknown_verb(ctx: "Context", word: str, verbs: Sequence[str], rest: Sequence[str] = ()) -> UsageError:
    """That there is no such verb, and which one may be meant, with the `rest` of the command line."""
    from careercli.locale.verb_words import verb_called

    called = verb_called(word, languages())
    near = called if called in verbs else next(iter(get_close_matches(word, verbs, 1, LIKE_VERB)), "")
    if near:
        from careercli.core.careers.reports import command_line

        groups = ctx.command_path.split()[1:]
        return UsageError(
            "there is no verb `{verb}`, did you mean `{near}`?",
            "Try `{command}`.",
            verb=word,
            near=near,
            command=command_line(*groups, near, *rest),
        )
    if ctx.parent is not None:
        return _wrong(ctx, "there is no verb `{verb}`", verb=word)
    from careercli.cli.telling import search_for

    return UsageError(
        "no career or command is called `{verb}`",
        "`{command}` looks for more than names, and `careers --help` shows all commands.",
        verb=word,
        command=search_for(word),
    )


def is_near_verb(word: str, verbs: Sequence[str], most_slips: int = 2) -> bool:
    """Whether a word is a verb with a slip or so; with only one if the verb is short."""
    most = {verb: most_slips if len(verb) > SHORT_VERB else 1 for verb in verbs}
    return any(count_slips(word, verb, most[verb]) <= most[verb] for verb in verbs)


def choices_of(param: "Parameter") -> list[str]:
    """The values that a parameter may have; none where they are not listed."""
    return [str(one.value if isinstance(one, Enum) else one) for one in getattr(param.type, "choices", ())]


def is_number(param: "Parameter") -> bool:
    """Whether a parameter is a number, whole or not."""
    return isinstance(param.type, typers_types.IntParamType | typers_types.FloatParamType)


def _wrong(ctx: "Context", said: str, **values: Any) -> UsageError:
    return UsageError(said, USAGE_HINT, help=ctx.command_path, **values)


def _told(error: typers.UsageError, command: "Command", ctx: "Context", args: list[str]) -> UsageError:
    if isinstance(error, typers.NoSuchOption):
        name, known = error.option_name, {name for param in command.get_params(ctx) for name in param.opts}
        meant = [option for option in MEANT.get(name, ()) if option in known]
        near = "".join([*meant, *get_close_matches(name, error.possibilities or (), 1, LIKE_VERB)][:1])
        if near:
            return _wrong(ctx, "there is no option `{name}`, did you mean `{near}`?", name=name, near=near)
        return _wrong(ctx, "there is no option `{name}`", name=name)
    if isinstance(error, typers.BadOptionUsage):
        flags = [name for param in command.get_params(ctx) if getattr(param, "is_flag", False) for name in param.opts]
        if error.option_name in flags:
            return _wrong(ctx, "`{name}` takes no value", name=error.option_name)
        return _wrong(ctx, "`{name}` needs a value", name=error.option_name)
    param = cast("Parameter", getattr(error, "param", None))  # BadParameter alone is left, and it has one
    if isinstance(error, typers.MissingParameter):
        missing = message(param.metavar or param.name or "") if param.param_type_name == "argument" else param.opts[0]
        return _wrong(ctx, "`{name}` is missing", name=missing)
    return _told_value(command, ctx, args, param)


def _told_value(command: "Command", ctx: "Context", args: list[str], param: "Parameter") -> UsageError:
    """What is wrong with the value of a parameter."""
    name, value = _given_name(param, args), _refused_value(command, ctx, args, param)
    low, high = getattr(param.type, "min", None), getattr(param.type, "max", None)
    if known := choices_of(param):
        listed = ", ".join(f"`{choice}`" for choice in known)
        return _wrong(ctx, "`{name}` cannot be `{value}`, only {known}", name=name, value=value, known=listed)
    if not is_number(param):
        return _wrong(ctx, "`{name}` cannot be `{value}`", name=name, value=value)
    if isinstance(param.type, typers_types.FloatParamType):
        return _wrong(ctx, "`{name}` must be a number, not `{value}`", name=name, value=value)
    if not _is_whole(value):
        return _wrong(ctx, "`{name}` must be a whole number, not `{value}`", name=name, value=value)
    if high is None:
        return _wrong(ctx, "`{name}` must be at least {low}, not {value}", name=name, value=value, low=low)
    said = "`{name}` must be from {low} to {high}, not {value}"
    return _wrong(ctx, said, name=name, value=value, low=low, high=high)


def _given_name(param: "Parameter", args: list[str]) -> str:
    """The name by which an option was given, of those that it has."""
    given = [name for name in param.opts if any(word.partition("=")[0] == name for word in args)]
    return given[0] if given else "/".join(param.opts)


def _refused_value(command: "Command", ctx: "Context", args: list[str], param: "Parameter") -> str:
    """The first value of a parameter that its type refuses: the error itself has it in a sentence only."""
    options, _, _ = command.make_parser(ctx).parse_args(list(args))
    given = options.get(param.name or "")
    for value in given if isinstance(given, list | tuple) else [given]:
        try:
            param.type(value, param, ctx)
        except typers.BadParameter:
            return str(value)
    return str(given)


def _is_whole(value: str) -> bool:
    try:
        int(value)
    except ValueError:
        return False
    return True
