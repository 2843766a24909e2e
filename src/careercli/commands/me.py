"""`careers me`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.errors import CancelledError, DataError, NeedsAnswersError, NotFoundError, why_refused
from careercli.files import MAX_BYTES
from careercli.locale.person_words import study_words
from careercli.locale.place_words import unknown_place_words
from careercli.usecases.me import (
    KEYS,
    HandoutRequest,
    MeRequest,
    SetRequest,
    TakeInRequest,
    forget,
    make_handout,
    repair,
    set_value,
    show_me,
    take_in,
)
from careercli.usecases.person import PersonRequest
from careercli.world.runtime import Runtime
from careercli.world.streams import system_path

ABOUT = """Show what is kept of you and where; change it, hand it over, or forget it.

Examples:
  careers me
  careers me set place ohio
"""

app = typer.Typer(help=ABOUT, rich_markup_mode=None, add_completion=False)


def _whose(runtime: Runtime) -> dict[str, Any]:
    """What every request says of the person."""
    return {"lang": runtime.lang, "country": runtime.country, "folder": runtime.person_dir}


@app.callback()
def show(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """What is known of the person; nothing where one of the verbs below is called."""
    if ctx.invoked_subcommand is not None:
        return
    runtime: Runtime = ctx.obj
    request = MeRequest(person=runtime.person, shared=runtime.data_dir, **_whose(runtime))
    write_report(runtime, show_me(runtime.catalogue, request), form, json=json, width=width)


@app.command("set")
def set_(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="`place` or `study`.", autocompletion=completing.about_me)],
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help="A state or city; a level of study; empty for none; asked if left out."),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Say where you live or what you studied to.

    Examples:
      careers me set place "Austin, TX"
      careers me set study bachelor
    """
    runtime: Runtime = ctx.obj
    if value is None:
        value = _ask_value(runtime, key)
    request = SetRequest(key=key, value=value, **_whose(runtime))
    write_report(runtime, set_value(runtime.catalogue, request, runtime.tell), form, json=json, width=width)


@app.command("handout")
def handout(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Write your result, your list and your notes as Markdown, for a counsellor.

    Examples:
      careers me handout
      careers me handout --person ann
    """
    runtime: Runtime = ctx.obj
    request = HandoutRequest(person=runtime.person, now=runtime.now(), **_whose(runtime))
    to_read = form or json or runtime.listener  # somebody who walks reads it as a page
    chosen = form if to_read else o.Format.markdown
    write_report(runtime, make_handout(runtime.catalogue, request), chosen, json=json, width=width)


@app.command("export")
def export(ctx: typer.Context) -> None:
    """Write all that is kept of you as YAML, to take elsewhere.

    Examples:
      careers me export
      careers me export --person ann
    """
    from careercli.profile.whole import read_bytes

    runtime: Runtime = ctx.obj
    runtime.write(read_bytes(runtime.person_dir).decode("utf-8-sig") or f"version: {_version()}\n")


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-", help="A file that was exported, `-` for stdin.", autocompletion=completing.file
        ),
    ],
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Take in what was exported; what is kept now is set aside.

    Examples:
      careers me import me.yaml
      careers me import -
    """
    runtime: Runtime = ctx.obj
    request = TakeInRequest(content=_read(runtime, file), name=file, **_whose(runtime))
    write_report(runtime, take_in(runtime.catalogue, request, runtime.tell), form, json=json, width=width)


@app.command("repair")
def repair_(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Set a damaged file aside, under a name that is told.

    Examples:
      careers me repair
      careers me repair --person ann
    """
    runtime: Runtime = ctx.obj
    report = repair(runtime.catalogue, PersonRequest(**_whose(runtime)), runtime.tell)
    write_report(runtime, report, form, json=json, width=width)


@app.command("forget")
def forget_(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Remove all that is kept of you, once you have said yes.

    Examples:
      careers me forget --yes
      careers me forget --person ann --yes
    """
    runtime: Runtime = ctx.obj
    if not yes:
        _ask(runtime)
    report = forget(runtime.catalogue, PersonRequest(**_whose(runtime)), runtime.tell)
    write_report(runtime, report, form, json=json, width=width)


def _ask_value(runtime: Runtime, key: str) -> str:
    """Where the person lives, or what they studied to. Raises NeedsAnswersError where they cannot be asked."""
    if key not in KEYS:
        return ""  # what can be set is told there
    if not runtime.can_ask:
        raise NeedsAnswersError("`VALUE` is missing", "`careers me set --help` shows how to write it.")
    from careercli.prompts.make import make_prompter

    say, prompter = runtime.say, make_prompter(runtime)

    def wrong(typed: str) -> str:
        try:
            runtime.catalogue.places.resolve(typed, runtime.lang)
        except NotFoundError as error:
            if error.kind != "several-places":
                return unknown_place_words(error, runtime.country, say)[0]
            named = " / ".join(error.near)
            return say("several places are called `{name}`", name=typed) + say.colon + named
        return ""

    countries = say.joined([say.country_name(country) for country in runtime.catalogue.places.countries])
    if key == "study":
        words = study_words(say)
        return prompter.choose(say("What did you study to?"), list(words.items()))
    return prompter.write(say("Where do you live? A state or a city ({countries})", countries=countries), wrong)


def _ask(runtime: Runtime) -> None:
    """Raises CancelledError where the person does not say yes, NeedsAnswersError where they cannot be asked."""
    if not runtime.can_ask:
        raise NeedsAnswersError("this removes all that is kept of you", "Say so: `careers me forget --yes`.")
    from careercli.prompts.make import make_prompter

    say = runtime.say
    choices = [("no", say("No, keep it")), ("yes", say("Yes, forget all of it"))]
    question = say("Remove your list, notes, answers and results in {folder}?", folder=str(runtime.person_dir))
    if make_prompter(runtime).choose(question, choices, "no") != "yes":
        raise CancelledError("nothing was removed")


def _read(runtime: Runtime, name: str) -> bytes:
    """The content of a file, or of standard input for `-`. Raises DataError."""
    try:
        if name == "-":
            return runtime.read_bytes(MAX_BYTES + 1)
        with Path(system_path(name)).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        said = "{path} cannot be read: {why}"
        raise DataError(said, "Check the path.", path=name, why=why_refused(error)) from None


def _version() -> int:
    from careercli.profile.saved import VERSION

    return VERSION
