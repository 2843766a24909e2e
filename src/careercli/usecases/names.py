"""What the names of careers mean, and what is to be said of them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careercli.core.careers.names import RESIDUAL, Resolved
from careercli.core.text.ids import fold
from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import CareersError, NotFoundError, SeveralNotFoundError, UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages

if TYPE_CHECKING:
    from careercli.library.problems import OwnProblem

#: Words of the longest name that is put together.
LONGEST_NAME = 6


def notes_on_name(library: Catalogue, name: str, found: Resolved, say: Say) -> tuple[str, ...]:
    """Notes where a name is a title of other occupations too, of a trade elsewhere, or of one among those gathered."""
    notes = []
    if found.kind == "occupation" and not found.nearest_to and _is_gathered(library, name, found.id):
        notes.append(
            say(
                "{name} has no figures of its own: it is counted in {occupation}, with other trades that have none.",
                name=say.quoted(name),
                occupation=library.entries([found.id], say.lang)[found.id].name,
            )
        )
    if found.nearest_to:
        notes.append(
            say(
                "{name}: the nearest in the {country} classification is {occupation} ({code}).",
                name=say.quoted(found.nearest_to),
                country=say.country_name(library.classified_in, short=True),
                occupation=library.entries([found.id], say.lang)[found.id].name,
                code=found.id,
            )
        )
    if found.others:
        names = library.entries([found.id, *found.others], say.lang)
        here, *also = [names[code].name if code in names else code for code in (found.id, *found.others)]
        notes.append(
            say("This title is also that of {careers}; here is {career}.", careers=say.joined(also), career=here)
        )
    return tuple(notes)


def _is_gathered(library: Catalogue, name: str, id_: str) -> bool:
    """Whether a name is that of a trade within an occupation that gathers the rest, and not of that occupation."""
    official = library.entries([id_], SOURCE).get(id_)
    if official is None or RESIDUAL not in official.name or not any(map(str.isalpha, name)):  # a code
        return False
    return fold(name) not in {fold(card.name) for lang in languages() for card in library.entries([id_], lang).values()}


def resolve_noted(
    library: Catalogue, name: str, say: Say, *, guides_first: bool = False
) -> tuple[Resolved, tuple[str, ...]]:
    """What a name means, and the notes on it; a code means its guide if `guides_first`. Raises NotFoundError."""
    career = library.resolve_career(name, say.lang, guides_first=guides_first)
    return career, notes_on_name(library, name, career, say)


def resolve_careers(
    library: Catalogue, names: Sequence[str], say: Say, most: int
) -> tuple[list[Resolved], tuple[str, ...]]:
    """What some names mean, each once and at most so many, and the notes on them.

    Raises SeveralNotFoundError for all unknown names at once, NotFoundError for one, UsageError for too many.
    """
    careers: list[Resolved] = []
    notes: list[str] = []
    unknown: list[NotFoundError] = []
    for name in names:
        try:
            career, noted = resolve_noted(library, name, say)
        except NotFoundError as error:
            unknown.append(error)
            continue
        careers.append(career)
        notes += noted
    if unknown:
        raise unknown[0] if len(unknown) == 1 else SeveralNotFoundError(unknown)
    ids = [career.id for career in careers]
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        called = library.entries([twice], say.lang)[twice].name
        raise UsageError("{career} is named twice", "Name each career once.", career=called)
    if len(ids) > most:
        raise UsageError("{count} careers are too many", "Compare at most {most}.", count=len(ids), most=most)
    return careers, tuple(notes)


def join_titles(library: Catalogue, names: Sequence[str], lang: Lang) -> list[str]:
    """Names that were parted at commas, those put together again that are a title only so: Tellers, All Other."""
    from careercli.library.names import find_occupation  # only where there are commas

    joined: list[str] = []
    at = 0
    while at < len(names):
        ends = range(min(len(names), at + LONGEST_NAME), at + 1, -1)
        titled = (end for end in ends if find_occupation(library.rows, ", ".join(names[at:end])))
        end = next((end for end in titled if not _all_known(library, names[at:end], lang)), at + 1)
        joined.append(", ".join(names[at:end]))
        at = end
    return joined


def _all_known(library: Catalogue, names: Sequence[str], lang: Lang) -> bool:
    """Whether each of some names is that of a career."""
    return all(_is_known(library, name, lang) for name in names)


def _is_known(library: Catalogue, name: str, lang: Lang) -> bool:
    try:
        library.resolve_career(name, lang)
    except NotFoundError:
        return False
    return True


def join_names(library: Catalogue, words: Sequence[str], lang: Lang) -> list[str]:
    """Names of careers from words that may have come without their quotes: the longest that are names, from the left.

    The words stay as they are where all are names, or where they cannot all be taken together.
    """
    if len(words) < 2 or _all_known(library, words, lang):
        return list(words)
    names: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + LONGEST_NAME), at, -1)
        end = next((end for end in ends if _is_name(library, words[at:end], lang)), None)
        if end is None:
            return list(words)
        names.append(" ".join(words[at:end]))
        at = end
    return names


def _is_name(library: Catalogue, words: Sequence[str], lang: Lang) -> bool:
    """Whether some words are a name together: one that ends in a letter by itself only if that is part of it."""
    name = " ".join(words)
    return _is_known(library, name, lang) and (len(words[-1]) > 1 or len(words) == 1 or _is_title(library, name))


def _is_title(library: Catalogue, name: str) -> bool:
    """Whether a career is called so, word for word."""
    from careercli.library.names import find_guide, find_occupation  # only where words came without quotes

    try:
        return bool(find_occupation(library.rows, name) or find_guide(library.rows, library.problems, name))
    except CareersError:
        return False


def split_name(library: Catalogue, words: Sequence[str]) -> tuple[str, list[str]]:
    """The career that some words begin with, by its longest name, else by the first word; and the other words."""
    ends = range(min(len(words), LONGEST_NAME), 1, -1)
    end = next((end for end in ends if _is_title(library, " ".join(words[:end]))), 1)
    return " ".join(words[:end]), list(words[end:])


def in_names(library: Catalogue, command: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """A command with the names of careers and fields for their ids, where a name means that one alone."""
    if command[0] == "search":  # words of one's own
        return tuple(command)
    named: list[str] = []
    for before, word in zip(("", *command), command, strict=False):
        if before in ("--in", "--family"):
            named.append(library.labels("family", lang).get(word, word))
        else:
            named.append(_name_of(library, word, lang))
    return tuple(named)


def in_fewer_names(library: Catalogue, command: Sequence[str], lang: Lang) -> Iterator[tuple[str, ...]]:
    """A command in names, then with the ids of one career more each time, that of the longest name first."""
    named = list(in_names(library, command, lang))
    yield tuple(named)
    # `compare` alone keeps names as they were typed
    shortest = in_ids(library, command, lang) if command[0] == "compare" else tuple(command)
    saved = {n: len(name) - len(id_) for n, (name, id_) in enumerate(zip(named, shortest, strict=True))}
    for n in sorted(saved, key=lambda n: -saved[n]):
        if saved[n] > 0:
            named[n] = shortest[n]
            yield tuple(named)


def in_ids(library: Catalogue, command: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """A command with ids for the names of careers before its options, which are shorter where names are long."""
    end = next((n for n, word in enumerate(command) if word.startswith("-")), len(command))
    return (command[0], *(_id_of(library, word, lang) for word in command[1:end]), *command[end:])


def _id_of(library: Catalogue, name: str, lang: Lang) -> str:
    try:
        return library.resolve_career(name, lang).id
    except CareersError:
        return name


def _name_of(library: Catalogue, id_: str, lang: Lang) -> str:
    """What one types for a career: its id where there is none, or its name says no more."""
    career = library.entries([id_], lang).get(id_) if id_.isascii() else None
    return id_ if career is None or fold(career.name) == fold(id_) else library.opened_by(id_, career.name)


def skipped_guides(library: Catalogue, say: Say) -> list[tuple[str, str]]:
    """The folder of each own guide that is left out, and a note: its first problem, and how many there are."""
    by_id: dict[str, list[OwnProblem]] = {}
    for problem in library.problems():
        by_id.setdefault(problem.id, []).append(problem)
    return [
        (
            id_,
            say.count(
                "`{id}` is left out: {path}:{line}: {field}{message}",
                "`{id}` is left out: {path}:{line}: {field}{message}; {n} problems in all, see `careers validate`",
                len(problems),
                id=id_,
                path=problems[0].path,
                line=problems[0].line,
                message=problems[0].message,
                field=f"`{problems[0].field}` " if problems[0].field else "",
            ),
        )
        for id_, problems in by_id.items()
    ]
