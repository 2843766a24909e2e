"""`careers quiz` for an occupation without a guide: its interests and its job zone in place of statements."""

from typing import NamedTuple

import msgspec

from careercli.commands import quiz_kept
from careercli.commands.quiz_ask import Asked, Session, need_terminal
from careercli.core.careers.occupation import Occupation
from careercli.core.quiz.interests import SCALES, InterestItem, find_refusal, score_items
from careercli.core.quiz.matching import Method, direction, unit
from careercli.core.quiz.preparation import PreparationItem
from careercli.core.quiz.reports import ItemsReport, QuizItem, QuizReport, RelatedCareer
from careercli.core.quiz.suitability import score_suitability
from careercli.errors import NeedsAnswersError
from careercli.locale import Say
from careercli.locale.quiz_words import answer_words, liking_words, refusal_words
from careercli.world.runtime import Runtime

#: The rule by which interests are compared, as in a list of careers.
METHOD: Method = "careers"


class OccupationQuiz(NamedTuple):
    """The questionnaire on an occupation: activities, and statements on preparation where its job zone is known."""

    occupation: Occupation
    items: tuple[InterestItem, ...]
    preparation: tuple[PreparationItem, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of all that is asked."""
        return [*(item.id for item in self.items), *(item.id for item in self.preparation)]

    def asked(self, say: Say) -> list[Asked]:
        """All that is asked, in order."""
        liking, agreeing = liking_words(say), answer_words(say)
        return [
            *(Asked(item.id, item.text, liking) for item in self.items),
            *(Asked(item.id, item.text, agreeing) for item in self.preparation),
        ]


def open_quiz(runtime: Runtime, code: str, length: str) -> OccupationQuiz:
    """The questionnaire on an occupation. Raises NeedsAnswersError where its interests are not rated."""
    from careercli.commands.quiz_match import items_of

    occupation = runtime.catalogue.get_occupation(code, runtime.lang, runtime.country)
    if occupation.interests is None:
        raise NeedsAnswersError(
            "nothing can be asked about {name} ({code}): it has no guide, and its interests are not rated",
            "`careers show {code}` shows what there is and names its neighbours.",
            name=occupation.name,
            code=code,
        )
    preparation = runtime.catalogue.preparation_items(runtime.lang) if occupation.job_zone else ()
    return OccupationQuiz(occupation, items_of(runtime, length), preparation)


def list_items(runtime: Runtime, quiz: OccupationQuiz) -> ItemsReport:
    """The statements of the questionnaire on an occupation."""
    items = [QuizItem(id=i.id, text=i.text, scale=i.scale, length=i.length) for i in quiz.items]
    items += [QuizItem(id=p.id, text=p.text, zones=p.fits) for p in quiz.preparation]
    return ItemsReport(
        command="quiz", language=runtime.lang, career=quiz.occupation.id, name=quiz.occupation.name, items=tuple(items)
    )


def take(
    runtime: Runtime, code: str, length: str, keeper: quiz_kept.Keeper, *, answers: str | None, resume: bool | None
) -> QuizReport:
    """The verdict on an occupation, from a file of answers or from the user at the terminal, kept if it is to be."""
    quiz = open_quiz(runtime, code, length if answers is None else "full")
    if answers is not None:
        given = quiz_kept.read_answers(runtime, answers, quiz.ids)
        quiz = quiz._replace(items=_as_long_as(quiz.items, given))
    else:
        need_terminal(runtime, code)
        given = _ask(runtime, quiz, length, keep=keeper.wanted, resume=resume)
    report = msgspec.structs.replace(make_report(runtime, quiz, given), resumable=keeper.wanted)
    result = quiz_kept.saved_verdict(runtime, report, given, runtime.catalogue.questionnaire_version())
    keeper.put(result, report.refused)
    return report


def _as_long_as(items: tuple[InterestItem, ...], given: dict[str, int]) -> tuple[InterestItem, ...]:
    from careercli.commands.quiz_match import length_of

    length = length_of(items, given)
    lengths = ("short", "standard", "full")
    return tuple(item for item in items if lengths.index(item.length) <= lengths.index(length))


def _ask(runtime: Runtime, quiz: OccupationQuiz, length: str, *, keep: bool, resume: bool | None) -> dict[str, int]:
    say = runtime.say
    session = Session(runtime, quiz.occupation.id, quiz.asked(say), keep=keep, resume=resume, length=length)
    return session.ask(
        [
            say("Is it right for you? {name}", name=quiz.occupation.name),
            say("There is no guide to it yet, so your interests are asked, and how long you would prepare."),
            say("How much would you like each of these? Never mind whether you can. Ctrl-C leaves at any time."),
        ]
    )


def make_report(runtime: Runtime, quiz: OccupationQuiz, answers: dict[str, int]) -> QuizReport:
    """How far an occupation suits the person, with what to do next."""
    say, one = runtime.say, quiz.occupation
    assert one.interests is not None
    ratings = tuple(getattr(one.interests, letter) for letter in SCALES)
    note = say("There is no guide to this occupation yet: this rests on its interest ratings and its job zone.")
    refused = find_refusal(quiz.items, answers)
    if refused:
        return QuizReport(
            command="quiz",
            language=runtime.lang,
            notes=(refusal_words(refused, say),),
            id=one.id,
            kind="occupation",
            name=one.name,
            fit=None,
            band=None,
            parts={},
            reasons_for=(),
            reasons_against=(),
            what_if=(),
            related=(),
            job_zone=one.job_zone,
            classified_in=runtime.catalogue.classified_in,
            refused=refused,
        )
    found = score_suitability(quiz.items, quiz.preparation, answers, direction(ratings, METHOD), one.job_zone)
    return QuizReport(
        command="quiz",
        language=runtime.lang,
        notes=(note,),
        id=one.id,
        kind="occupation",
        name=one.name,
        fit=found.fit,
        band=found.band,
        parts=found.parts,
        part_limits=found.limits,
        reasons_for=found.reasons_for,
        reasons_against=found.reasons_against,
        what_if=found.what_if,
        related=_related(runtime, quiz, answers),
        part_names={"interests": say("interests"), "preparation": say("preparation")},
        job_zone=one.job_zone,
        classified_in=runtime.catalogue.classified_in,
        preparation=found.preparation,
        profile=found.profile,
        interests={letter: getattr(one.interests, letter) for letter in SCALES},
        activities=frozenset(item.id for item in quiz.items),
        sources=runtime.catalogue.numbered_sources([runtime.catalogue.source_of("occupations")]),
    )


def _related(runtime: Runtime, quiz: OccupationQuiz, answers: dict[str, int]) -> tuple[RelatedCareer, ...]:
    """The two neighbours that are nearest to the person's interests, and where those go beyond this occupation."""
    person = unit(score_items(quiz.items, answers).scores)
    names = {other.id: other.name for other in quiz.occupation.related}
    ratings = {one.id: one.interests for one in runtime.catalogue.measures(runtime.country, names) if one.interests}
    fits = {
        id_: round(sum(a * b for a, b in zip(person, direction(values, METHOD), strict=True)), 4)
        for id_, values in ratings.items()
    }
    best = sorted(fits, key=lambda id_: -fits[id_])[:2]
    return tuple(RelatedCareer(id=id_, kind="occupation", name=names[id_], fit=fits[id_]) for id_ in best)
