"""`careers new`."""

import contextlib
import json
import os
from pathlib import Path
from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands.writing import suggest
from careercli.core.careers.guide_sections import SECTIONS
from careercli.core.careers.reports import Action
from careercli.core.text.ids import is_reserved, make_slug
from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import NotFoundError, UsageError
from careercli.files.atomic import naming
from careercli.files.folders import make_private
from careercli.world.editor import find_editor, open_editor
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Name of the career.")],
    family: Annotated[
        str, typer.Option("--family", help="Field of work: data, software.", autocompletion=completing.family)
    ] = "own",
    edit: Annotated[bool, typer.Option("--edit", help="Open it in your editor ($VISUAL, $EDITOR).")] = False,
) -> None:
    """Start a career guide of your own: a commented template in the config folder.

    Examples:
      careers new "Bee keeper"
      careers new Fauconnier --lang fr
    """
    runtime: Runtime = ctx.obj
    with contextlib.suppress(UnicodeDecodeError):
        name = os.fsencode(name).decode()  # a terminal without UTF-8 may still have typed it
    shown = " ".join(name.split())
    id_ = make_slug(shown)
    if not _is_id(id_) or not shown.isprintable() or len(shown) > 70:
        raise UsageError("`{name}` cannot name a career", "Use 1 to 60 letters and digits.", name=name)
    if not _is_id(field := make_slug(family)):
        raise UsageError("`{name}` cannot name a field", "Use 1 to 60 letters and digits.", name=family)
    folder = runtime.config_dir / "roles" / id_
    if os.path.lexists(folder):
        raise UsageError("{folder} is there already", "Change it, or take another name.", folder=folder)
    editor = find_editor(runtime.env) if edit else []
    meant = _meant_by(runtime, shown)
    _write(folder, _fill(runtime.lang, shown, id_, field))
    paths = sorted(folder.iterdir(), reverse=True)
    for path in paths:
        runtime.write(f"{path}\n")
    if meant:
        said = "{name} opens this guide as long as it is there, and no longer {career}."
        runtime.tell(runtime.say(said, name=runtime.say.quoted(shown), career=meant))
    if editor:
        open_editor(runtime, editor, paths)
    steps = (
        Action(id="validate", label=runtime.say("Check what you wrote"), command=("validate",)),
        Action(id="show", label=runtime.say("Read it"), command=("show", id_)),
    )
    suggest(runtime, steps)


def _meant_by(runtime: Runtime, name: str) -> str:
    """The career that a name has meant so far: a bundled guide, or an occupation; empty where it has meant none."""
    say, library = runtime.say, runtime.catalogue
    try:
        found = library.resolve_career(name, runtime.lang)
    except NotFoundError:
        return ""
    if found.kind == "role":
        return say("the bundled guide to that career")
    return library.entries([found.id], runtime.lang)[found.id].name


def _is_id(text: str) -> bool:
    return 0 < len(text) <= 60 and not is_reserved(text)


def _fill(lang: Lang, name: str, id_: str, family: str) -> dict[str, str]:
    """The files of a guide: name and text."""
    from careercli.compiler.template import FACTS, TEXT

    text = TEXT.get(lang, TEXT[SOURCE])
    words = {
        "name": json.dumps(name, ensure_ascii=False),
        "id": id_,
        "id_word": json.dumps(id_),
        "family_word": json.dumps(family),
        "missing": ", ".join(part for part in SECTIONS if f"\n{part}:" not in text and part != "sources"),
    }
    return {"facts.yaml": FACTS.format(**words), f"{lang}.yaml": text.format(**words)}


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write a folder of files whole, or nothing of it. Raises OSError."""
    for parent in (folder.parent.parent, folder.parent):
        make_private(parent)
    with naming(folder):
        _write_whole(folder, files)


def _write_whole(folder: Path, files: dict[str, str]) -> None:
    import shutil
    import tempfile

    unfinished = tempfile.mkdtemp(prefix=".new-", dir=folder.parent)  # no guide: its name begins with a dot
    try:
        for name, text in files.items():
            Path(unfinished, name).write_text(text, "utf-8")
        Path(unfinished).rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
