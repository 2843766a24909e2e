"""What a name means: the career that it names alone, or those that may be meant."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from careercli.core.careers.names import Meant, NameKind, Resolved
from careercli.core.text.ids import find_near, fold, score_near
from careercli.errors import DataError, NotFoundError
from careercli.library.index import Index, Rows
from careercli.library.problems import OwnProblem

if TYPE_CHECKING:
    from careercli.library.search import Answer

#: Careers that are named where several are meant, and how good each must be against the first.
CANDIDATES, AS_GOOD = 8, 0.5
#: Letters from which on a name that begins with them is near to them.
BEGINNING = 4
#: How like a guide's name a misspelt one must be, 0 to 1.
NEAR = 0.85
#: The same of a name whose words are all known: one letter of ten is another.
ALMOST = 0.95


def find_guide(rows: Rows, problems: Callable[[], Sequence[OwnProblem]], name: str) -> str:
    """The id of the guide that a name or an id means, in any language.

    Raises DataError for an own guide that could not be compiled, NotFoundError otherwise.
    """
    query = "SELECT DISTINCT id FROM name WHERE kind = 'career' AND key = ? ORDER BY num"
    ids = [str(id_) for (id_,) in rows(query, (fold(name),))]
    if len(ids) == 1:
        return ids[0]
    if own := [id_ for id_ in ids if fold(id_) == fold(name)]:
        return own[0]
    if ids:
        raise NotFoundError("title", name, ids, {id_: id_ for id_ in ids})
    for problem in problems():
        if fold(problem.id) == fold(name):
            import shlex  # every search reads this module

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


def find_occupation(rows: Rows, name: str) -> Resolved | None:
    """The occupation of which a name is the whole title; None where those of several codes are."""
    if rows("SELECT 1 FROM several WHERE key = ? LIMIT 1", (fold(name),)):
        return None
    titles = rows("SELECT code, kind FROM title WHERE key = ? ORDER BY kind, code", (fold(name),))
    codes = [code for code, kind in titles if kind == titles[0][1]]
    if not titles or titles[0][1] > NameKind.OTHER or len({code[:7] for code in codes}) > 1:
        return None
    others = dict.fromkeys(code for code, kind in titles if code != codes[0] and kind <= NameKind.OTHER)
    nearest_to = " ".join(name.split()) if titles[0][1] == NameKind.NEAREST else ""
    return Resolved("occupation", codes[0], tuple(others), nearest_to)


def resolve_by_search(index: Index, name: str) -> Resolved:
    """The career that a search puts first by a clear lead: by a name of its own, as it is spelt.

    Raises NotFoundError with those that may be meant, of kind `title` where they are called so.
    """
    from careercli.library.search import Search  # a whole name needs none

    search = Search(index)
    answer = search.answer_whole(name)
    begun = {} if search.is_known(fold(name).rpartition(" ")[2]) else _begun(index, name)
    if not answer.careers:
        near = begun | _near_guides(index, name)
        raise NotFoundError("career", name, tuple(near), near)
    first = answer.careers[0]
    rivals = [career for career in answer.careers if (career.meant, career.name_kind) == (first.meant, first.name_kind)]
    as_spelt = not answer.replaced and not answer.dropped
    if first.meant is Meant.NAME and as_spelt and len({career.id[:7] for career in rivals}) == 1:
        others = tuple(career.id for career in rivals[1:])
        return Resolved(first.kind, first.id, others, first.text if first.name_kind is NameKind.NEAREST else "")
    labels = {hit.id: hit.name for hit in search.hits(_likely(answer), CANDIDATES)}
    if first.kind != "role":
        labels = _near_guides(index, name, ALMOST if as_spelt else NEAR) | labels
    if begun and not first.is_named:  # what is only about the words is farther off
        labels = begun
    called = first.meant >= Meant.SEVERAL and as_spelt
    raise NotFoundError("title" if called else "career", name, tuple(labels), labels)


def _near_guides(index: Index, name: str, least: float = NEAR) -> dict[str, str]:
    """The guides whose name or id is as like as that, with their names, the nearest first."""
    known = dict(index.rows("SELECT key, id FROM name WHERE kind = 'career'", ()))
    ids = dict.fromkeys(known[key] for score, key in score_near(name, known) if score >= least)
    query = "SELECT json_extract(card.body, '$.name') FROM role JOIN card USING (num) WHERE role.id = ? AND lang = ?"
    return {id_: str(called) for id_ in ids for (called,) in index.rows(query, (id_, index.lang))}


def _begun(index: Index, name: str) -> dict[str, str]:
    """The careers that are called so as far as it was typed; a title that begins so may be of anything."""
    from careercli.library.beginnings import find_names  # who names a career needs none

    key = fold(name)
    if len(key) < BEGINNING:
        return {}
    begun = {career.id: career.name for career in find_names(index.rows, name, index.lang)}
    return dict([entry for entry in begun.items() if fold(entry[1]).startswith(key)][:CANDIDATES])


def _likely(answer: "Answer") -> "Answer":
    """An answer without the careers that are far behind the first."""
    least = AS_GOOD * answer.careers[0].score
    return replace(answer, careers=tuple(career for career in answer.careers if career.score >= least))


def find_about(index: Index, text: str, *, whole: bool = False) -> tuple[tuple[str, ...], list[str]]:
    """The subjects that some words name, and the careers that are about them, those about all first.

    Raises NotFoundError where the words name none, or not all of them do if the `whole` is to be a name.
    """
    from careercli.library.subjects import About, find_subjects, read_subjects  # only for who asks for a subject

    labelled = index.rows("SELECT id, name FROM label WHERE kind = 'subject'", ())
    named = next((id_ for id_, name in labelled if text == id_ or fold(text) == fold(name)), "")
    if named:
        about = About(((named,),), ())
    else:
        query = index.read(text)
        about = read_subjects(index, query.spoken, lambda _: True)
        if not whole and any(index.is_in(word, "not_") for word in about.left):
            about = read_subjects(index, query.words, lambda _: True)
    if not about.subjects or (whole and about.left):
        known = dict(index.rows("SELECT key, id FROM subject_name WHERE lang = ?", (index.lang,)))
        raise NotFoundError("subject", text, find_near(text, known))
    careers = sorted(find_subjects(index, about), key=lambda career: -career.score)
    return about.ids, [career.id for career in careers]
