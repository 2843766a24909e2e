"""Is it right for me, of an occupation without a guide: by interests, and by how long one would prepare."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from careercli.core.careers.occupation import Occupation
from careercli.core.careers.reports import Action
from careercli.core.quiz.interests import (
    LENGTHS,
    SCALES,
    InterestItem,
    Length,
    asked_at,
    find_refusal,
    length_of,
    score_items,
)
from careercli.core.quiz.matching import Method, direction, unit
from careercli.core.quiz.preparation import PreparationItem
from careercli.core.quiz.questions import Question, Questionnaire
from careercli.core.quiz.reports import ItemsData, ItemsReport, OccupationVerdict, QuizItem, QuizReport, RelatedCareer
from careercli.core.quiz.suitability import score_suitability
from careercli.core.text.languages import Lang
from careercli.errors import NeedsAnswersError
from careercli.library.catalogue import Catalogue
from careercli.locale.quiz_words import answer_words, liking_words, refusal_words
from careercli.usecases.request import Request

#: The rule by which interests are compared, as in a list of careers.
METHOD: Method = "careers"
#: Neighbours that are named.
NEAREST = 2


class _Asked(NamedTuple):
    """What is asked about an occupation: activities, and statements on preparation where its job zone is known."""

    occupation: Occupation
    ratings: tuple[float, ...]
    items: tuple[InterestItem, ...]
    preparation: tuple[PreparationItem, ...]


def list_statements(library: Catalogue, id_: str, length: Length | None, request: Request) -> ItemsReport:
    """The statements on an occupation; of all lengths where none is named. Raises NeedsAnswersError."""
    asked = _open(library, id_, request)
    items = [
        QuizItem(id=item.id, text=item.text, scale=item.scale, length=item.length)
        for item in asked_at(asked.items, length or LENGTHS[-1])
    ]
    items += [QuizItem(id=item.id, text=item.text, zones=item.fits) for item in asked.preparation]
    return ItemsReport(
        command="quiz",
        language=request.lang,
        career=id_,
        name=asked.occupation.name,
        data=ItemsData(items=tuple(items)),
    )


def open_questionnaire(library: Catalogue, id_: str, length: Length | None, request: Request) -> Questionnaire:
    """What is asked about an occupation; of the shortest length where none is named. Raises NeedsAnswersError."""
    length = length or LENGTHS[0]
    say, asked = library.say(request.lang), _open(library, id_, request)
    liking, agreeing = liking_words(say), answer_words(say)
    return Questionnaire(
        id_,
        length,
        (
            *(Question(item.id, item.text, liking) for item in asked_at(asked.items, length)),
            *(Question(item.id, item.text, agreeing) for item in asked.preparation),
        ),
        (
            say("Is it right for you? {name}", name=asked.occupation.name),
            say("There is no guide to it yet, so your interests are asked, and how long you would prepare."),
            say("How much would you like each of these? Never mind whether you can. Then comes how you would train."),
        ),
    )


def judge(
    library: Catalogue, id_: str, length: Length | None, request: Request, answers: Mapping[str, int]
) -> QuizReport:
    """How far an occupation suits the answers, with what to do next; of the length that they need if none is named.

    Raises NeedsAnswersError.
    """
    say, asked = library.say(request.lang), _open(library, id_, request)
    occupation = asked.occupation
    items = asked_at(asked.items, length or length_of(asked.items, answers))
    refused = find_refusal(items, answers)
    verdict = OccupationVerdict(
        id=id_,
        kind="occupation",
        name=occupation.name,
        job_zone=occupation.job_zone,
        classified_in=library.classified_in,
        refused=refused,
    )
    if refused:
        return QuizReport(command="quiz", language=request.lang, notes=(refusal_words(refused, say),), data=verdict)
    career = direction(asked.ratings, METHOD)
    suits = score_suitability(items, asked.preparation, answers, career, occupation.job_zone, asked.ratings)
    return QuizReport(
        command="quiz",
        language=request.lang,
        notes=(say("There is no guide to this occupation yet: this rests on its interest ratings and its job zone."),),
        actions=(
            Action(id="show", label=say("All figures"), command=("show", id_)),
            Action(id="quiz", label=say("Look among all careers"), command=("quiz",)),
        ),
        data=replace(
            verdict,
            fit=suits.fit,
            band=suits.band,
            parts=suits.parts,
            part_limits=suits.limits,
            reasons_for=suits.reasons_for,
            reasons_against=suits.reasons_against,
            what_if=suits.what_if,
            related=_related(library, occupation, items, answers, request),
            preparation=suits.preparation,
            profile=suits.profile,
            interests=dict(zip(SCALES, asked.ratings, strict=True)),
        ),
        part_names={"interests": say("interests"), "preparation": say("preparation")},
        activities=frozenset(item.id for item in items),
        sources=library.numbered_sources([library.source_of("occupations")]),
    )


def version(library: Catalogue, id_: str, lang: Lang) -> str:
    """A short word for the activities and ratings: another where one is asked anew or means something else."""
    return library.questionnaire_version()


def _open(library: Catalogue, code: str, request: Request) -> _Asked:
    """All that can be asked about an occupation. Raises NeedsAnswersError where its interests are not rated."""
    occupation = library.get_occupation(code, request.lang, request.country)
    if occupation.interests is None:
        raise NeedsAnswersError(
            "nothing can be asked about {name} ({code}): it has no guide, and its interests are not rated",
            "`careers show {code}` shows what there is and names its neighbors.",
            name=occupation.name,
            code=code,
        )
    ratings = tuple(getattr(occupation.interests, letter) for letter in SCALES)
    preparation = library.preparation_items(request.lang) if occupation.job_zone else ()
    return _Asked(occupation, ratings, library.interest_items(request.lang), preparation)


def _related(
    library: Catalogue,
    occupation: Occupation,
    items: tuple[InterestItem, ...],
    answers: Mapping[str, int],
    request: Request,
) -> tuple[RelatedCareer, ...]:
    """The neighbours that are nearest to the person's interests, and how near those are."""
    person = unit(score_items(items, answers).scores)
    names = {neighbour.id: neighbour.name for neighbour in occupation.related}
    fits = {
        measures.id: round(sum(a * b for a, b in zip(person, direction(measures.interests, METHOD), strict=True)), 4)
        for measures in library.measures(request.country, names)
        if measures.interests
    }
    best = sorted(fits, key=lambda id_: -fits[id_])[:NEAREST]
    return tuple(RelatedCareer(id=id_, kind="occupation", name=names[id_], fit=fits[id_]) for id_ in best)
