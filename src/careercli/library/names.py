"""What a name means: the career that it names alone, or those that may be meant."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.core.careers.names import Meant, NameKind, Resolved
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.errors import DataError, NotFoundError

if TYPE_CHECKING:
    from careercli.library.catalogue import Catalogue
    from careercli.library.titles import Found

#: Careers that are named where several are meant.
CANDIDATES = 8


def find_guide(library: "Catalogue", name: str) -> str:
    """The id of the guide that a name or an id means, in any language.

    Raises DataError for an own guide that could not be compiled, NotFoundError otherwise.
    """
    query = "SELECT DISTINCT id FROM name WHERE kind = 'career' AND key = ? ORDER BY num"
    found = [id_ for (id_,) in library.rows(query, (fold(name),))]
    if len(found) == 1:
        return str(found[0])
    if own := [id_ for id_ in found if fold(id_) == fold(name)]:
        return str(own[0])
    if found:
        raise NotFoundError("title", name, found, {id_: id_ for id_ in found})
    for problem in library.problems():
        if fold(problem.id) == fold(name):
            raise DataError(
                "{path}:{line}: {field}{message}",
                "`careers validate {folder}` shows all that is wrong.",
                folder=shlex.quote(str(Path(problem.path).parent)),
                path=problem.path,
                line=problem.line,
                field=f"`{problem.field}` " if problem.field else "",
                message=problem.message,
            )
    raise NotFoundError("career", name)


def resolve_career(library: "Catalogue", name: str, lang: Lang) -> Resolved:
    """The guide or occupation that a name means.

    A whole name is looked up first, so that it pays nothing for what is near; then what a search finds is asked.
    """
    try:
        return Resolved("role", find_guide(library, name), ())
    except NotFoundError as error:
        if error.near:
            raise
    return _by_title(library, name, lang) or _by_search(library, name, lang)


def _by_title(library: "Catalogue", name: str, lang: Lang) -> Resolved | None:
    """The occupation of which a name is the whole title, as the classification or everybody calls it."""
    if library.rows("SELECT 1 FROM several WHERE key = ? LIMIT 1", (fold(name),)):
        return None
    query = "SELECT code, kind FROM title WHERE key = ? ORDER BY kind, code"
    rows = library.rows(query, (fold(name),))
    preferred = [row for row in rows if row[1] < NameKind.OTHER]
    kept = [code for code, kind in rows if kind == rows[0][1]]
    if not preferred or len({code[:7] for code in kept}) > 1:
        return None
    others = tuple(code for code, _ in rows if code != kept[0])
    return Resolved("occupation", kept[0], others, rows[0][1] == NameKind.NEAREST)


def _by_search(library: "Catalogue", name: str, lang: Lang) -> Resolved:
    """The career that a search puts first by a clear lead. Raises NotFoundError with those that may be meant."""
    searcher = library.searcher(lang)
    answer = searcher.answer(name)
    if not answer.found:
        raise NotFoundError("career", name)
    first = answer.found[0]
    rivals = [found for found in answer.found if found.meant is first.meant and found.kind is first.kind]
    alone = len({found.id[:7] for found in rivals}) == 1
    if first.meant is Meant.NAME and alone and not answer.replaced and not answer.dropped:
        others = tuple(found.id for found in rivals[1:])
        return Resolved(first.career_kind, first.id, others, first.kind is NameKind.NEAREST)
    kind = "title" if first.meant >= Meant.SEVERAL and not answer.replaced else "career"
    near = _likely(answer.found)
    labels = {hit.id: hit.name for hit in searcher.hits(answer, CANDIDATES)}
    raise NotFoundError(kind, name, near, {id_: labels[id_] for id_ in near if id_ in labels})


def _likely(found: Sequence["Found"]) -> list[str]:
    """The careers that are named where several may be meant: those that are as good as half of the first."""
    return [find.id for find in found[:CANDIDATES] if find.score >= found[0].score / 2]


def find_about(library: "Catalogue", subject: str, lang: Lang) -> tuple[tuple[str, ...], list[str]]:
    """The subjects that some words name, and the careers that are about all of them, the likeliest first.

    Raises NotFoundError where the words name none.
    """
    from careercli.core.text.wording import read_query
    from careercli.library.subjects import find_subjects, read_subjects

    words = read_query(subject, library.wordings, lang).words
    about = read_subjects(library.rows, words, library.wordings, lang, lambda word: True)
    if not about.subjects:
        raise NotFoundError("subject", subject, library.near("subject", subject))
    found = sorted(find_subjects(library.rows, about), key=lambda find: -find.score)
    return tuple(id_ for alike in about.subjects for id_ in alike), [find.id for find in found]
