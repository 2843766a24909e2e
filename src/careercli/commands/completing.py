"""What a shell offers at a TAB: names in both languages, by how they begin. A TAB never prints an error."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.library.beginnings import Beginning

Offers = list[tuple[str, str]]
Completer = Callable[[typer.Context, str], Offers]


def _completer(find: "Callable[[Runtime, str], list[Beginning]]") -> Completer:
    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        try:
            return [(offer.value, offer.meaning) for offer in find(ctx.find_root().obj, incomplete)]
        except Exception:  # noqa: BLE001 - a TAB must never print an error
            return []

    return complete


def find_careers(runtime: Runtime, typed: str) -> "list[Beginning]":
    """Careers whose names or codes begin so."""
    from careercli.library import beginnings

    return beginnings.find_careers(runtime.catalogue.rows, typed, runtime.lang)


def _labels(kind: str, label_kind: str | None = None) -> "Callable[[Runtime, str], list[Beginning]]":
    def find(runtime: Runtime, typed: str) -> "list[Beginning]":
        from careercli.library.beginnings import find_labels

        return find_labels(runtime.catalogue.rows, kind, typed, runtime.lang, label_kind=label_kind)

    return find


def _subjects(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import find_subjects

    return find_subjects(runtime.catalogue.rows, typed, runtime.lang)


def _topics_of_help(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning
    from careercli.locale.help_words import topic_titles

    titles = topic_titles(runtime.say)
    return [Beginning(id_, title) for id_, title in titles.items() if id_.startswith(typed.lower())]


def _settings(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning
    from careercli.world.settings import Settings

    return [Beginning(key, "") for key in Settings.__struct_fields__ if key.startswith(typed.lower())]


def _places(runtime: Runtime, typed: str) -> "list[Beginning]":
    return runtime.catalogue.places.find_beginnings(typed, runtime.lang)


def _files(_: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning

    before, slash, begun = typed.rpartition("/")
    inside = sorted(Path(before + slash or ".").expanduser().iterdir())
    begin_so = [path for path in inside if path.name.startswith(begun) and (begun or path.name[:1] != ".")]
    return [Beginning(f"{before}{slash}{path.name}{'/' if path.is_dir() else ''}", "") for path in begin_so]


def _kept(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning
    from careercli.profile.saved import load_saved

    ids = [entry.id for entry in load_saved(runtime.person_dir).listed]
    cards = runtime.catalogue.entries(ids, runtime.lang)
    return [Beginning(id_, cards[id_].name if id_ in cards else "") for id_ in ids if id_.startswith(typed.lower())]


def _imported(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning
    from careercli.usecases.datasets import installed_names

    return [Beginning(name, "") for name in installed_names(runtime.imported) if name.startswith(typed.lower())]


def _about_me(_: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning

    return [Beginning(key, "") for key in ("place", "study") if key.startswith(typed.lower())]


career = _completer(find_careers)
section = _completer(_labels("section"))
family = _completer(_labels("family"))
skill = _completer(_labels("skill"))
term = _completer(_labels("term"))
topic = _completer(_labels("topic"))
subject = _completer(_subjects)
place = _completer(_places)
topic_of_help = _completer(_topics_of_help)
setting = _completer(_settings)
file = _completer(_files)
kept = _completer(_kept)
imported = _completer(_imported)
about_me = _completer(_about_me)
