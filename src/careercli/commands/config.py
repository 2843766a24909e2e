"""`careers config`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.core.careers.reports import Action
from careercli.core.program.reports import ConfigData, ConfigReport
from careercli.errors import CareersError
from careercli.files.folders import check_home
from careercli.profile.own import find_place
from careercli.usecases.preferences import has_places
from careercli.world.options import parse_country
from careercli.world.origins import list_settings, say_setting
from careercli.world.runtime import Runtime
from careercli.world.settings import unknown_setting, write_setting

ABOUT = """Show every setting, its value and where it comes from; change them.

Examples:
  careers config
  careers config set lang fr
"""

app = typer.Typer(help=ABOUT, rich_markup_mode=None, add_completion=False)


KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help="The setting.", autocompletion=completing.setting)]


@app.callback()
def show(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """All settings; nothing where one of the verbs below is called."""
    if ctx.invoked_subcommand is not None:
        return
    runtime: Runtime = ctx.obj
    write_report(runtime, make_report(runtime), form, json=json, width=width)


def make_report(runtime: Runtime) -> ConfigReport:
    """The settings and their file; a note where the file is broken."""
    say, problem = runtime.say, runtime.settings_problem
    notes = () if problem is None else (say(problem.message, **problem.values),)
    explain = Action(id="help", label=say("What each is for"), command=("help", "config"))
    file = runtime.config_file
    return ConfigReport(
        command="config",
        language=runtime.lang,
        notes=notes,
        actions=(explain,),
        data=ConfigData(file=str(file), exists=file.exists(), settings=list_settings(runtime), place=_place(runtime)),
    )


def _place(runtime: Runtime) -> str | None:
    """Where the person lives, by their own file: empty where it does not say; None where pay goes by no place."""
    if not has_places(runtime.catalogue, runtime.country):
        return None
    try:
        return find_place(runtime.person_dir) or ""
    except CareersError:  # `careers me` tells
        return ""


@app.command("get")
def get(ctx: typer.Context, key: KeyArgument) -> None:
    """Print the value of a setting that counts now.

    Examples:
      careers config get lang
      careers config get pager
    """
    runtime: Runtime = ctx.obj
    rows = {row.key: row for row in list_settings(runtime)}
    if key not in rows:
        raise unknown_setting(key)
    value = rows[key].value
    runtime.write(f"{str(value).lower() if isinstance(value, bool) else value or ''}\n")


@app.command("set")
def set_(
    ctx: typer.Context,
    key: KeyArgument,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="`true`, `false` or a text.")],
) -> None:
    """Set a setting in `config.toml`; its other lines stay as they are.

    Examples:
      careers config set country FR
      careers config set pager "less -R"
    """
    runtime: Runtime = ctx.obj
    check_home(runtime.config_dir)
    if key == "country":
        value = parse_country(runtime.catalogue, runtime.lang, value)
    write_setting(runtime.config_file, key, value)
    now = runtime.with_options()
    kept = now.say("That is kept in {path}.", path=str(runtime.config_file))
    runtime.tell(f"{say_setting(now, key)} {kept}")


@app.command("unset")
def unset(ctx: typer.Context, key: KeyArgument) -> None:
    """Take a setting out of `config.toml`: the program does as it would by itself.

    Examples:
      careers config unset country
      careers config unset pager
    """
    runtime: Runtime = ctx.obj
    write_setting(runtime.config_file, key, None)
    now = runtime.with_options()
    gone = now.say("It is no longer in {path}.", path=str(runtime.config_file))
    runtime.tell(f"{say_setting(now, key)} {gone}")


@app.command("path")
def path(ctx: typer.Context) -> None:
    """Print where the settings are kept.

    Examples:
      careers config path
      careers config path --accessible
    """
    runtime: Runtime = ctx.obj
    check_home(runtime.config_dir)
    runtime.write(f"{runtime.config_file}\n")
