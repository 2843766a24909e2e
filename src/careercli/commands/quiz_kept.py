"""What `careers quiz` keeps: answers from files, results, the list of them, and what changed between two."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from careercli import __version__
from careercli.core.quiz.reports import MatchReport, QuizReport
from careercli.core.quiz.results import SavedResult
from careercli.errors import DataError, NotKeptError, SystemRefusedError
from careercli.world.runtime import Runtime

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
            from careercli.core.text.ids import find_near

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
