"""What a questionnaire keeps in the person's own file: answers at once, and results."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec

from careercli import __version__
from careercli.core.quiz.answers import Answers
from careercli.core.quiz.reports import MatchReport, QuizReport
from careercli.core.quiz.results import SavedResult
from careercli.core.text.ids import find_near
from careercli.errors import CareersError, DataError, NotKeptError, SystemRefusedError, message
from careercli.files.folders import DATA, what_next
from careercli.files.lock import Tell
from careercli.profile.answers import AnswerBook, Saved, parse_answers, why_not_kept
from careercli.profile.saved import mend_or_leave

#: Where answers are from: just asked, in a file that was given, or in the person's own file.
Source = Literal["asked", "file", "kept"]


class Keeper:
    """The person's own file during one questionnaire: read once, and written where anything is `wanted` to be kept.

    What cannot be kept is told, and tried again with the next answer. `kept` counts the answers of the questionnaire
    that are on disk.
    """

    def __init__(self, folder: Path, tell: Tell, *, wanted: bool) -> None:
        self.wanted = wanted
        self.kept = 0
        self._folder = folder
        self._tell = tell
        self._unsaved: tuple[str, str, Mapping[str, int], tuple[str, ...]] | None = None
        self._unmarked: tuple[str, str, Mapping[str, int], tuple[str, ...]] | None = None

    @cached_property
    def _book(self) -> AnswerBook:
        return AnswerBook(self._folder, self._tell, mend_or_leave(self._folder))

    @property
    def saved(self) -> Saved:
        """What the file holds. Raises DataError where it is damaged."""
        return self._book.saved

    def answers_to(self, career: str) -> Answers:
        """The latest answers about a career, or on interests where it is empty."""
        return self._book.answers(career)

    def take_up(self, career: str, length: str, answers: Mapping[str, int]) -> None:
        """Begin a questionnaire with answers that are on disk already; whoever leaves it can go on with it."""
        if self._unsaved:
            self.keep_answers(*self._unsaved)
        self.kept, self._unsaved, self._unmarked = len(answers), None, None
        if answers and self.wanted:
            left = self.saved.unfinished
            if left is None or left.career != career:
                self._unmarked = career, length, answers, ()

    def keep_answers(self, career: str, length: str, answers: Mapping[str, int], again: tuple[str, ...]) -> None:
        """Keep the answers that a questionnaire has so far; `again` are statements that it asks anew."""
        if not self.wanted:
            return
        failed = self._unsaved is not None
        try:
            self._book.put_answers(career, length, answers, again)
        except (OSError, CareersError) as error:
            if not failed:
                said = "Your answers cannot be kept ({why}); the questions go on."
                self._tell(message(said, why=why_not_kept(error)))
            self._unsaved = career, length, answers, again
            return
        if failed:
            self._tell(message("Your answers are kept again, the earlier ones too."))
        self.kept, self._unsaved, self._unmarked = len(answers), None, None

    def leave(self) -> int:
        """How many answers are on disk when the person leaves; what could not be kept is tried once more."""
        if open_ := self._unsaved or self._unmarked:
            self.keep_answers(*open_)
        return self.kept if self.wanted else 0

    def keep_result(self, result: SavedResult, refused: str | None, source: Source) -> bool:
        """Keep a result; whether one was kept. It finishes its questionnaire unless its answers had been kept before.

        Answers that were refused are no result: too `few` can be gone on with, others are done with.
        """
        finished = source != "kept" and bool(result.answers)  # scores that are brought along finish nothing
        if not self.wanted or (refused and not finished):
            return False
        try:
            if refused == "few" and source == "asked":
                self.leave()
            elif refused == "few":
                self._book.put_answers(result.career, result.length, result.answers)
            elif refused:
                self._book.finish(result.career)
            else:
                self._book.put_result(result, finished=finished)
        except (OSError, NotKeptError, SystemRefusedError) as error:
            following = what_next(error, DATA) if isinstance(error, OSError) else message(error.hint, **error.values)
            said = "The result cannot be kept ({why}). {following}"
            self._tell(message(said, why=why_not_kept(error), following=following))
            return False
        return not refused


def parse_given(content: bytes, name: str, ids: Iterable[str], career: str = "") -> Answers:
    """The answers about a career, or on interests, of a file that is called by a name.

    Raises DataError, also for an id that is not one of `ids`, but where the file is the person's own.
    """
    answers, own = parse_answers(content, name, career)
    known = {id_: id_ for id_ in ids}
    if own:
        return {id_: answer for id_, answer in answers.items() if id_ in known}
    for id_ in answers:
        if id_ not in known:
            near = find_near(id_, known, 1)
            raise DataError(
                "{path}: `answers.{id}` is not a statement of this questionnaire",
                "did you mean `{near}`? `--items` lists all." if near else "`--items` lists all.",
                path=name,
                id=id_,
                near=near[0] if near else "",
            )
    return answers


def saved_match(report: MatchReport, answers: Mapping[str, int], now: datetime, version: str) -> SavedResult:
    """A list of careers as it is kept; `version` is a word for the statements and ratings that it rests on."""
    data = report.data
    return _checked(
        kind="interests",
        date=_local(now),
        language=report.language,
        program=__version__,
        data=version,
        length=data.length or "",
        method=data.method,
        letters=data.letters,
        scores=data.profile,
        errors=data.errors,
        limits=tuple(limit.id for limit in data.limits),
        have=data.have,
        matches=[
            {
                "id": match.id,
                "name": match.name,
                "fit": round(match.fit, 4),
                "label": match.label,
                "stability": match.stability,
            }
            for match in data.matches
        ],
        answers=dict(answers),
    )


def saved_verdict(report: QuizReport, answers: Mapping[str, int], now: datetime, version: str) -> SavedResult:
    """A verdict on a career as it is kept; `version` is a word for the statements that it rests on."""
    verdict = report.data
    return _checked(
        kind="career",
        date=_local(now),
        language=report.language,
        program=__version__,
        data=version,
        career=verdict.id,
        name=verdict.name,
        fit=verdict.fit,
        band=verdict.band,
        scores=verdict.parts,
        answers=dict(answers),
    )


def _local(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%S")


def _checked(**values: Any) -> SavedResult:
    """A result that can be read again: what the file may not hold is not written either."""
    return msgspec.convert(values, SavedResult)
