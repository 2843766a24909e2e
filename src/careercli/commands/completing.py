"""What a shell offers at a TAB: names in both languages, by how they begin. A TAB never prints an error."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from careercli.core.text.languages import SOURCE
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
    from careercli.core.text.ids import fold
    from careercli.library.beginnings import Beginning
    from careercli.locale.help_words import topic_names, topic_titles

    titles, begun = topic_titles(runtime.say), fold(typed)
    listed = (
        (id_, next(filter(lambda name: fold(name).startswith(begun), names), ""))
        for id_, names in topic_names(runtime.say).items()
    )
    return [Beginning(name, titles[id_]) for id_, name in listed if name]


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
    from careercli.usecases.me import KEYS

    return [Beginning(key, "") for key in KEYS if key.startswith(typed.lower())]


def _limits(runtime: Runtime, typed: str) -> "list[Beginning]":
    """An example of a limit on each criterion, and the conditions of work, wanted or not."""
    from careercli.core.comparing.criteria import CRITERIA

    names, say = _criterion_names(runtime), runtime.say
    offers = [(say.of(criterion.example), names[id_]) for id_, criterion in CRITERIA.items()]
    for id_, name in runtime.catalogue.labels("condition", runtime.lang).items():
        word = id_ if runtime.lang == SOURCE else name
        offers += [(word, name), (say("no {condition}", condition=word), say("not: {name}", name=name))]
    return _beginning(offers, typed)


def _weights(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.core.comparing.criteria import WEIGHED
    from careercli.locale.criteria_words import typed_name

    names = _criterion_names(runtime)
    return _beginning(((f"{typed_name(id_, runtime.say)}=1", names[id_]) for id_ in WEIGHED), typed)


def _areas(runtime: Runtime, typed: str) -> "list[Beginning]":
    trades = runtime.catalogue.trades(runtime.country, runtime.lang)
    own = _beginning(((trade.short.casefold(), trade.name) for trade in trades), typed)
    return own or _labels("family")(runtime, typed)


def _orders(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.core.comparing.criteria import CRITERIA
    from careercli.locale.criteria_words import family_names, order_names, typed_name

    names, say = _criterion_names(runtime), runtime.say
    others = [(order_names(say)[0], ""), (family_names(say)[0], "")]
    return _beginning([*others, *((typed_name(id_, say), names[id_]) for id_ in CRITERIA)], typed)


def _criterion_names(runtime: Runtime) -> dict[str, str]:
    from careercli.locale.criteria_words import criterion_names

    return {id_: names[0] for id_, names in criterion_names(runtime.say).items()}


def _studies(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.locale.person_words import study_words

    return _beginning((*study_words(runtime.say).items(), *_levels_of(runtime)), typed)


def _levels(runtime: Runtime, typed: str) -> "list[Beginning]":
    return _beginning(_levels_of(runtime), typed)


def _levels_of(runtime: Runtime) -> list[tuple[str, str]]:
    from careercli.core.comparing.criteria import YEARS_OF_LEVEL
    from careercli.locale.criteria_words import level_names

    return [(level_names(level, runtime.say)[0].casefold(), "") for level in YEARS_OF_LEVEL]


def _ease(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.core.careers.measures import ENTRY_STEPS
    from careercli.locale.words import entry_word

    return _beginning(((id_, entry_word(id_, runtime.say)) for id_ in ENTRY_STEPS), typed)


def _beginning(offers: Iterable[tuple[str, str]], typed: str) -> "list[Beginning]":
    from careercli.library.beginnings import Beginning

    return [Beginning(value, meaning) for value, meaning in offers if value.startswith(typed.casefold())]


def _hideable(runtime: Runtime, typed: str) -> "list[Beginning]":
    from careercli.library.fields import field_names

    return [*find_careers(runtime, typed), *_beginning(field_names(runtime.catalogue, runtime.lang).items(), typed)]


career = _completer(find_careers)
hideable = _completer(_hideable)
section = _completer(_labels("section"))
family = _completer(_labels("family"))
area = _completer(_areas)
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
limit = _completer(_limits)
weight = _completer(_weights)
order = _completer(_orders)
study = _completer(_studies)
level = _completer(_levels)
ease = _completer(_ease)
