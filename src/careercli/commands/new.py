"""`careers new`."""

import json
import os
from typing import Annotated

import typer

from careercli.core.ids import make_slug
from careercli.core.model import SECTIONS
from careercli.errors import UsageError
from careercli.runtime import Runtime


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Name of the career.")],
    family: Annotated[str, typer.Option("--family", help="Field of work: data, software.")] = "own",
) -> None:
    """Start a career guide of your own: a commented template in the config folder.

    Examples:
      careers new "Bee keeper"
      careers new Fauconnier --lang fr
    """
    runtime: Runtime = ctx.obj
    from careercli.catalogue.template import FACTS, TEXT

    try:
        name = os.fsencode(name).decode()  # a terminal without UTF-8 may still have typed it
    except UnicodeDecodeError:
        name = ""
    id_, shown = make_slug(name), " ".join(name.split())
    if not shown.isprintable() or not id_ or len(id_) > 60 or len(shown) > 70:
        raise UsageError("`{name}` cannot name a career", "Use 1 to 60 letters and digits.", name=name)
    folder = runtime.config_dir / "roles" / id_
    if folder.exists():
        raise UsageError("{folder} is there already", "Change it, or take another name.", folder=folder)
    text = TEXT[runtime.lang]
    missing = ", ".join(section for section in SECTIONS if f"\n{section}:" not in text and section != "sources")
    words = {
        "name": json.dumps(shown, ensure_ascii=False),
        "id": id_,
        "id_word": json.dumps(id_),
        "folder": folder,
        "family_word": json.dumps(make_slug(family) or "own"),
        "missing": missing,
    }
    folder.mkdir(mode=0o700, parents=True)
    written = [folder / "facts.yaml", folder / f"{runtime.lang}.yaml"]
    for path, template in zip(written, (FACTS, text), strict=True):
        path.write_text(template.format(**words), "utf-8")
    for path in written:
        runtime.write(f"{path}\n")
    runtime.hint(runtime.say("Next: change them, then `careers validate` and `careers show {id}`", id=id_))
