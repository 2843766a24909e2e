"""Writes the manual pages `docs/man/careers.1`, in each language, from what the program says (`make docs`)."""

import io
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from careercli import __version__
from careercli.cli.app import ABOUT, app
from careercli.cli.help import argument_row, option_row
from careercli.cli.verbs import VERBS
from careercli.core.text.languages import SOURCE
from careercli.locale import Say, help_words, languages
from careercli.world.options import Folders
from careercli.world.runtime import Runtime

FOLDER = Path(__file__).parent.parent / "docs/man"
#: What the sections of a manual page are called.
HEADINGS = {
    "en": {
        "manual": "User Commands",
        "name": "NAME",
        "synopsis": "SYNOPSIS",
        "description": "DESCRIPTION",
        "options": "OPTIONS",
        "verbs": "VERBS",
        "formats": "FORMATS",
        "environment": "ENVIRONMENT",
        "files": "FILES",
        "exit-codes": "EXIT STATUS",
        "see": "SEE ALSO",
        "settings": "config.toml in the config folder: the settings, which careers config shows and changes.",
        "own": "me.yaml in the data folder: your answers, list and notes; careers me says where it lies.",
        "more": "careers VERB --help, careers help TOPIC, man(1), less(1)",
    },
    "fr": {
        "manual": "Commandes utilisateur",
        "name": "NOM",
        "synopsis": "SYNOPSIS",
        "description": "DESCRIPTION",
        "options": "OPTIONS",
        "verbs": "VERBES",
        "formats": "FORMES",
        "environment": "ENVIRONNEMENT",
        "files": "FICHIERS",
        "exit-codes": "CODES DE SORTIE",
        "see": "VOIR AUSSI",
        "settings": "config.toml, dans le dossier de configuration : les réglages ; careers config les change.",
        "own": "me.yaml, dans le dossier de données : réponses, liste et notes ; careers me dit où il est.",
        "more": "careers VERBE --help, careers help SUJET, man(1), less(1)",
    },
}


def write_page(lang: str) -> str:
    """The manual page in a language."""
    words = HEADINGS[lang]
    with tempfile.TemporaryDirectory() as name:
        runtime = _runtime(Path(name), lang)
        say = runtime.say
        command: Any = typer.main.get_command(app)
        ctx = command.make_context("careers", [], resilient_parsing=True, obj=runtime)
        about, _, examples = say(ABOUT.strip()).partition("\n\n")
        lines = [
            f'.TH CAREERS 1 "" "careers {__version__}" "{_escape(words["manual"])}"',
            f".SH {words['name']}",
            _escape(f"careers - {about.strip().rstrip('.')}"),
            f".SH {words['synopsis']}",
            f".B careers\n{_escape(say('[OPTIONS]'))} {_escape(say('VERB [ARGS]...'))}",
            f".SH {words['description']}",
            *_paragraphs(about + "\n\n" + examples),
            f".SH {words['options']}",
            *_params(command, ctx, say),
            f".SH {words['verbs']}",
        ]
        for verb in VERBS:
            lines += _verb(command.get_command(ctx, verb), ctx, f"careers {verb}", say)
        tables = {"formats": help_words.format_words, "environment": help_words.environment_words}
        for id_, table in tables.items():
            lines += [f".SH {words[id_]}", *_pairs(table(say).items())]
        lines += [f".SH {words['files']}", ".PP", _escape(words["settings"]), ".PP", _escape(words["own"])]
        codes = ((str(int(code)), meaning) for code, meaning in help_words.exit_words(say).items())
        lines += [f".SH {words['exit-codes']}", *_pairs(codes), f".SH {words['see']}", _escape(words["more"])]
        return "\n".join(lines) + "\n"


def _runtime(folder: Path, lang: str) -> Runtime:
    return Runtime(
        env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "CAREERS_LANG": lang},
        stdin=io.TextIOWrapper(io.BytesIO(), "utf-8"),
        stdout=io.TextIOWrapper(io.BytesIO(), "utf-8"),
        stderr=io.TextIOWrapper(io.BytesIO(), "utf-8"),
        folders=Folders(folder / "config", folder / "data", folder / "cache"),
    )


def _verb(verb: Any, above: Any, path: str, say: Say) -> Iterator[str]:
    """A verb, its arguments and options, and the verbs that it has."""
    ctx = verb.context_class(verb, info_name=path.rpartition(" ")[2], parent=above, obj=above.obj)
    yield f'.SS "{_escape(path)}"'
    yield from _paragraphs(say(_clean(verb.help or "")))
    yield from _params(verb, ctx, say)
    for name, below in getattr(verb, "commands", {}).items():
        if path != "careers":
            yield from _verb(below, ctx, f"{path} {name}", say)


def _params(command: Any, ctx: Any, say: Say) -> Iterator[str]:
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    yield from _pairs(argument_row(param, say) for param in params if param.param_type_name == "argument")
    yield from _pairs(option_row(param, say) for param in params if param.param_type_name == "option")


def _pairs(rows: Any) -> Iterator[str]:
    for name, text in rows:
        yield f".TP\n.B {_escape(name)}\n{_escape(text)}"


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of a help; lines of examples stay as they are."""
    for paragraph in text.strip().split("\n\n"):
        if "\n  " in paragraph:
            yield "\n".join([".PP", ".nf", *(_escape(line) for line in paragraph.splitlines()), ".fi"])
        else:
            yield f".PP\n{_escape(' '.join(paragraph.split()))}"


def _clean(text: str) -> str:
    import inspect

    return inspect.cleandoc(text)


def _escape(text: str) -> str:
    """A text for roff: what it would take for a request or a sign is written out, code is bold."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = re.sub(r"`([^`]+)`", r"\\fB\1\\fP", text)
    return re.sub(r"(?m)^(?=[.'])", r"\\&", text)


def pages() -> dict[Path, str]:
    """Each manual page and what stands in it."""
    return {FOLDER / ("careers.1" if lang == SOURCE else f"{lang}/careers.1"): write_page(lang) for lang in languages()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
