"""What `careers quiz` keeps: answers from files, results, the list of them, and what changed between two."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercli import __version__
from careercli.core.quiz_reports import DiffReport, HistoryReport, MatchReport, QuizReport
from careercli.core.results import SavedResult, compare_results, find_pair
from careercli.errors import DataError, NotFoundError, NotKeptError, SystemRefusedError, UsageError
from careercli.runtime import Runtime

if TYPE_CHECKING:
    from careercli.profile.answers import Saved

MOST_BYTES = 1_000_000


def read_answers(runtime: Runtime, name: str, ids: Iterable[str]) -> dict[str, int]:
    """The answers of a file, or of standard input for `-`. Raises DataError, also for an id that is not known."""
    from careercli.profile.answers import parse_answers

    try:
        if name == "-":
            content = runtime.read_bytes(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(
            "{path} cannot be read: {why}", "Check the path.", path=name, why=error.strerror or error
        ) from None
    found = parse_answers(content, name)
    known = {id_: id_ for id_ in ids}
    for id_ in found:
        if id_ not in known:
            from careercli.core.ids import find_near

            near = find_near(id_, known, 1)
            raise DataError(
                "{path}: `answers.{id}` is not a statement of this questionnaire",
                "did you mean `{near}`? `--items` lists all." if near else "`--items` lists all.",
                path=name,
                id=id_,
                near=near[0] if near else "",
            )
    return found


class Keeper:
    """Keeps results, if they are `wanted`; `kept` says whether one was."""

    def __init__(self, runtime: Runtime, *, wanted: bool) -> None:
        self.runtime = runtime
        self.wanted = wanted
        self.kept = False

    def put(self, result: SavedResult, refused: str | None) -> None:
        """Keep a result. Answers that were refused are no result: too `few` can be gone on with, others are done with.

        What cannot be kept is told.
        """
        if not self.wanted:
            return
        from careercli.profile.answers import AnswerBook, why_not_kept

        try:
            book = AnswerBook(self.runtime.data_dir, self.runtime.tell)
            if refused == "few":
                book.put_answers(result.career, result.length, result.answers)
            elif refused:
                book.finish(result.career)
            else:
                book.put_result(result)
                self.kept = True
        except (OSError, NotKeptError, SystemRefusedError) as error:
            self.runtime.tell(self.runtime.say("The result cannot be kept ({why}).", why=why_not_kept(error)))


def saved_match(runtime: Runtime, report: MatchReport, answers: dict[str, int]) -> SavedResult:
    """A list of careers as it is kept."""
    return _checked(
        kind="interests",
        date=runtime.now().strftime("%Y-%m-%dT%H:%M:%S"),
        language=runtime.lang,
        program=__version__,
        data=runtime.catalogue.questionnaire_version(),
        length=report.length or "",
        method=report.method,
        letters=report.letters,
        scores=report.profile,
        errors=report.errors,
        limits=tuple(limit.id for limit in report.limits),
        matches=[
            {"id": m.id, "name": m.name, "fit": round(m.fit, 4), "label": m.label, "stability": m.stability}
            for m in report.matches
        ],
        answers=dict(answers),
    )


def saved_verdict(runtime: Runtime, report: QuizReport, answers: dict[str, int], data: str) -> SavedResult:
    """A verdict on a career as it is kept; `data` is a word for its statements."""
    return _checked(
        kind="career",
        date=runtime.now().strftime("%Y-%m-%dT%H:%M:%S"),
        language=runtime.lang,
        program=__version__,
        data=data,
        career=report.id,
        name=report.name,
        fit=report.fit,
        band=report.band,
        scores=report.parts,
        answers=dict(answers),
    )


def _checked(**values: Any) -> SavedResult:
    """A result that can be read again: what the file may not hold is not written either."""
    import msgspec

    return msgspec.convert(values, SavedResult)


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
    from careercli.commands.quiz_career import statement_ids
    from careercli.commands.quiz_match import interest_ids

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
    from careercli.commands.quiz_career import statement_ids

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
        from careercli.commands.quiz_match import match_again

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
        from careercli.commands.quiz_career import statements_of

        try:
            role = catalogue.get_role(result.career, runtime.lang)
        except NotFoundError:
            return found
        found |= {statement.id: statement.text for statement in statements_of(role)}
    return found
