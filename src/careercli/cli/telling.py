"""What went wrong, in the user's words: what, where, and what next."""

import contextlib
import re
import shlex
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from careercli.cli.verbs import FORMS, GLOBALS, VERBS
from careercli.core.text.ids import is_code
from careercli.core.text.languages import SOURCE
from careercli.errors import (
    CancelledError,
    CareersError,
    ExitCode,
    InternalError,
    NotFoundError,
    SeveralNotFoundError,
)
from careercli.locale import Say
from careercli.world.runtime import Runtime

Kind = Literal["role", "occupation", "place"]
#: Letters of a word that is far too long which are told again, and what such a word is.
READ = 60
_ENDLESS = re.compile(r"(?<![^\s`“”«»])[^\s/`“”«»]{200,}")


class Candidate(NamedTuple):
    """A career, or a place, that may be meant."""

    id: str
    kind: Kind
    name: str


class Explanation(NamedTuple):
    """What is wrong, and what to do next (empty where there is nothing to say)."""

    message: str
    hint: str
    candidates: tuple[Candidate, ...] = ()


def tell(error: CareersError, argv: Sequence[str], runtime: Runtime) -> ExitCode:
    """Say what is wrong on standard error, in the user's language, and to a script as JSON; the exit code."""
    if not error.message:
        return error.exit_code
    told = _with_a_language(runtime)
    say = told.say
    explained = _shortened(explain(error, argv, say, _country(told)))
    if _wants_json(argv):
        with contextlib.suppress(CareersError, OSError):  # what cannot be written is still told
            told.write(_as_json(error, explained, argv, told.encoding))
    if isinstance(error, CancelledError):  # to leave is no error
        told.tell(explained.message[:1].upper() + explained.message[1:])
    else:
        told.tell(say("error: {message}", message=explained.message))
    if explained.hint:
        told.tell("\n" + say("hint: {hint}", hint=explained.hint))
    return error.exit_code


def _country(runtime: Runtime) -> str:
    """The country of the reader; empty where what names it is wrong itself."""
    try:
        return runtime.country
    except CareersError:
        return ""


def _wants_json(argv: Sequence[str]) -> bool:
    words = list(argv[: argv.index("--")] if "--" in argv else argv)
    formats = [following for word, following in pairwise(words) if word == "--format"]
    return "--json" in words or "--format=json" in words or "json" in formats


def _as_json(error: CareersError, explained: Explanation, argv: Sequence[str], encoding: str) -> str:
    from careercli.export.json import SCHEMA_VERSION, export_document

    failure = {
        "code": int(error.exit_code),
        "kind": error.exit_code.name.lower(),
        "message": explained.message,
        "hint": explained.hint,
        "candidates": [candidate._asdict() for candidate in explained.candidates],
    }
    document = {"schema_version": SCHEMA_VERSION, "command": _verb(argv), "error": failure}
    return export_document(document, encoding, pretty=False)


def _verb(argv: Sequence[str]) -> str:
    return next((word for word in argv if word in VERBS), "")


def known_error(error: Exception | SystemExit, runtime: Runtime) -> CareersError:
    """Anything that goes wrong, as an error of ours."""
    if isinstance(error, CareersError):
        return error
    if isinstance(error, OSError):
        from careercli.cli.refused import explain_refusal

        return explain_refusal(error, runtime)
    return InternalError(f"{type(error).__name__}: {error}")


def explain(error: CareersError, argv: Sequence[str], say: Say, country: str = "") -> Explanation:
    """What an error means to whoever typed a command line, in a language and a country."""
    if isinstance(error, NotFoundError):
        return Explanation(*_not_found(error, argv, say, country), _candidates([error]))
    if isinstance(error, SeveralNotFoundError):
        return Explanation(*_several(error, argv, say), _candidates(error.errors))
    return Explanation(say(error.message, **error.values), say(error.hint, **error.values))


def _shortened(explained: Explanation) -> Explanation:
    """The same without the most of a word that nobody would read to its end; paths stay whole."""

    def cut(text: str) -> str:
        return _ENDLESS.sub(lambda word: f"{word[0][:READ]}…", text)

    return explained._replace(message=cut(explained.message), hint=cut(explained.hint))


def _candidates(errors: Sequence[NotFoundError]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(id_, "occupation" if is_code(id_) else "role", error.labels.get(id_) or id_)
        for error in errors
        if error.kind in ("career", "title")
        for id_ in error.near
    ) + tuple(
        Candidate(name, "place", name)
        for error in errors
        if error.kind in ("place", "several-places")
        for name in error.near
    )


def _with_a_language(runtime: Runtime) -> Runtime:
    """The same world, in English where the language that is asked for, or the settings, are wrong themselves."""
    try:
        runtime.say  # noqa: B018
    except CareersError:
        return runtime.with_options(lang=SOURCE, accessible=runtime.asks_accessible)
    return runtime


def _typed(argv: Sequence[str]) -> list[str]:
    """The command line without the options that any verb takes, or that say how an answer is written.

    The country stays: what a name means may hang on it.
    """
    typed: list[str] = []
    passed = {option: takes for option, takes in (GLOBALS | FORMS).items() if option != "--country"}
    words = iter(argv)
    for word in words:
        if word.partition("=")[0] not in passed:
            typed.append(word)
        elif passed.get(word):
            next(words, None)
    return typed


def _corrected(argv: Sequence[str], verb: str, name: str, id_: str) -> str:
    """The command as it was typed, with the right id in place of a name."""
    from careercli.core.careers.reports import command_line  # only where a name is missed

    corrected = {word: f"{word.removesuffix(name)}{id_}" for word in argv if word == name or word.endswith(f"={name}")}
    words = _typed(argv) if corrected and _verb(argv) else [verb, id_]
    return command_line(*(corrected.get(word, word) for word in words))


def _no_place(error: NotFoundError, country: str, say: Say) -> tuple[str, str]:
    from careercli.locale.place_words import unknown_place_words  # brings what reads the catalogue

    return unknown_place_words(error, country, say)


def _not_found(error: NotFoundError, argv: Sequence[str], say: Say, country: str = "") -> tuple[str, str]:
    """Which name is not known, and the exact commands that may be meant."""
    verb = _verb(argv) or "show"
    message, other = {
        "career": (
            say("no career is called `{name}`", name=error.name),
            say(
                "`{command}` looks for more than names, and `careers list --all` shows all occupations.",
                command=search_for(error.name),
            ),
        ),
        "title": (say("`{name}` may mean several careers", name=error.name), ""),
        "section": (say("no section is called `{name}`", name=error.name), _sections(error, say)),
        "guide-section": (say("only guides have a section `{name}`", name=error.name), _sections(error, say)),
        "skill": (say("no skill is called `{name}`", name=error.name), say("`careers search` looks for words.")),
        "term": (say("no term is called `{name}`", name=error.name), say("`careers define` lists all terms.")),
        "topic": (say("no topic is called `{name}`", name=error.name), say("`careers topic` lists all topics.")),
        "place": _no_place(error, country, say) if error.kind == "place" else ("", ""),
        "several-places": (say("several places are called `{name}`", name=error.name), ""),
        "family": (say("no field is called `{name}`", name=error.name), say("`careers map` shows the fields.")),
        "subject": (
            say("no subject is called `{name}`", name=error.name),
            say("Name what you care for, such as `--about animals` or `--about cooking`."),
        ),
        "data": (
            say("no data set `{name}` is installed", name=error.name),
            say("`careers data list` shows what is installed."),
        ),
    }[error.kind]
    if not error.near:
        return message, other
    near = [id_ for id_ in error.near if id_ not in argv] or list(error.near)
    if error.kind == "family":
        commands = [_corrected(argv, verb, error.name, say.label("family", id_)) for id_ in near]
        return message, say("one of these may be meant:") + "".join(f"\n  {command}" for command in commands)
    if error.labels:
        lines = [f"\n  {_corrected(argv, verb, error.name, id_)}  {error.labels.get(id_, '')}".rstrip() for id_ in near]
        return message, say("one of these may be meant:") + "".join(lines)
    near = [id_ for id_ in error.near if id_ not in argv]
    if error.kind in ("place", "several-places"):
        named = "--place" in argv or any(word.startswith("--place=") for word in argv)
        meant = [f'--place "{name}"' if named else name for name in near]
    elif error.kind == "career":
        meant = [_corrected(argv, verb, error.name, id_) for id_ in near]
    else:
        meant = [say.label(error.kind, id_) for id_ in near]
    hint = say("did you mean {meant}?", meant=" / ".join(f"`{one}`" for one in meant))
    return message, f"{hint} {other}" if error.kind == "place" else hint


def search_for(words: str) -> str:
    """The search for some words, as it is typed."""
    from careercli.core.careers.reports import command_line  # only where a name is missed

    return command_line("search", *(("--",) if words.startswith("-") else ()), words)


def _sections(error: NotFoundError, say: Say) -> str:
    """The sections that there are."""
    listed = say.semicolon.join(f"{number} {title}" for number, title in error.labels.items())
    return say("The sections, by number or name: {sections}.", sections=listed)


def _several(error: SeveralNotFoundError, argv: Sequence[str], say: Say) -> tuple[str, str]:
    """Which names are not known, what each may mean, and the whole command with the likeliest in their places."""
    message = say.semicolon.join(_not_found(one, argv, say)[0] for one in error.errors)
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
        command = shlex.join(["careers", *(likeliest.get(word, word) for word in _typed(argv))])
        hint += "\n" + say("Try `{command}`.", command=command)
    return message, hint
