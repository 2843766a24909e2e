"""What `careers quiz` looks back on: the list of results, what was left half-way, and what changed between two."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.commands.quiz_career import statements_of
from careercli.commands.quiz_match import interest_ids, match_again
from careercli.commands.quiz_occupation import open_quiz as open_occupation
from careercli.core.quiz.reports import DiffReport, HistoryReport
from careercli.core.quiz.results import SavedResult, compare_results, find_pair
from careercli.core.text.ids import is_code
from careercli.errors import NotFoundError, UsageError
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.profile.answers import Saved


def statement_ids(runtime: Runtime, career: str) -> list[str]:
    """The ids that a questionnaire on a career asks. Raises NotFoundError."""
    if is_code(career):
        return [one.id for one in open_occupation(runtime, career, "short").asked(runtime.say)]
    return [statement.id for statement in statements_of(runtime.catalogue.get_role(career, runtime.lang))]


def make_history(runtime: Runtime, career: str) -> HistoryReport:
    """All results that are kept, or those on a career."""
    from careercli.profile.answers import FILE, load_saved

    saved = load_saved(runtime.data_dir)
    results = _named(runtime, [r for r in reversed(saved.results) if not career or r.career == career])
    notes = () if results else (runtime.say("No result is kept yet: `careers quiz` gives the first."),)
    return HistoryReport(
        command="quiz",
        language=runtime.lang,
        notes=notes,
        results=results,
        open=_half_way(runtime, saved, career),
        file=str(runtime.data_dir / FILE),
    )


def _named(runtime: Runtime, results: Sequence[SavedResult]) -> tuple[SavedResult, ...]:
    """Results with the names that careers have today, in the present language; as kept where one is gone."""
    from msgspec.structs import replace

    ids = {one.career for one in results} | {match.id for one in results for match in one.matches}
    cards = runtime.catalogue.entries(sorted(ids - {""}), runtime.lang)
    names = {id_: card.name for id_, card in cards.items()}
    return tuple(
        replace(
            one,
            name=names.get(one.career, one.name),
            matches=tuple(replace(match, name=names.get(match.id, match.name)) for match in one.matches),
        )
        for one in results
    )


def _half_way(runtime: Runtime, saved: "Saved", wanted: str) -> tuple[tuple[str, int, int], ...]:
    """The questionnaire that was left half-way last: career, answers given, statements in all."""
    left = saved.left
    if left is None or (wanted and left.career != wanted):
        return ()
    try:
        ids = statement_ids(runtime, left.career) if left.career else interest_ids(runtime, left.length or "short")
    except NotFoundError:  # a guide of the user's own that is no longer there
        return ()
    kept = saved.careers.get(left.career, {}) if left.career else saved.interests
    given = sum(id_ in kept for id_ in ids)
    return ((left.career, given, len(ids)),) if 0 < given < len(ids) else ()


def find_left(runtime: Runtime) -> tuple[str, str] | None:
    """The career and the length of the questionnaire to go on with: that left last, or in an old file one half done."""
    from careercli.profile.answers import load_saved

    saved = load_saved(runtime.data_dir)
    if saved.left:
        return saved.left.career, saved.left.length
    if saved.version > 1:
        return None
    for career in reversed(saved.careers):
        try:
            if any(id_ not in saved.careers[career] for id_ in statement_ids(runtime, career)):
                return career, ""
        except NotFoundError:
            continue
    return None


def make_diff(runtime: Runtime, career: str) -> DiffReport:
    """What changed between the last two results of a kind."""
    from careercli.profile.answers import load_saved

    pair = find_pair(load_saved(runtime.data_dir).results, "career" if career else None, career or None)
    if pair is None:
        raise UsageError(
            "there are no two results of a kind to compare yet",
            "Answer the same questionnaire twice; `careers quiz --history` lists what is kept.",
        )
    old, new = _named(runtime, pair)
    by_data = None
    if old.kind == "interests" and new.answers and old.answers:
        today = match_again(runtime, old)
        by_data = None if today is None else tuple(id_ for id_ in today if id_ not in {m.id for m in old.matches})
    return DiffReport(
        command="quiz",
        language=runtime.lang,
        old=old,
        new=new,
        texts=_texts(runtime, new),
        comparison=compare_results(old, new, by_data),
    )


def _texts(runtime: Runtime, result: SavedResult) -> dict[str, str]:
    """The statements and traits of a questionnaire in words, by id."""
    catalogue = runtime.catalogue
    found = {item.id: item.text for item in catalogue.interest_items(runtime.lang)}
    found |= {item.id: item.text for item in catalogue.preparation_items(runtime.lang)}
    found |= catalogue.labels("trait", runtime.lang)
    if result.career:
        try:
            role = catalogue.get_role(result.career, runtime.lang)
        except NotFoundError:
            return found
        found |= {statement.id: statement.text for statement in statements_of(role)}
    return found
