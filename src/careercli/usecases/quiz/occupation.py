"""Is it right for me, of an occupation without a guide: by what is hard about it, interests, and the way in."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from careercli.core.careers.occupation import Occupation
from careercli.core.careers.reports import Action, OccupationReport
from careercli.core.quiz.conditions import conditions_asked
from careercli.core.quiz.interests import (
    LENGTHS,
    SCALES,
    InterestItem,
    Length,
    asked_at,
    find_refusal,
    form_of,
    put_to,
    score_items,
)
from careercli.core.quiz.matching import Method, direction, unit
from careercli.core.quiz.preparation import PreparationItem
from careercli.core.quiz.questions import LEAST, Question, Questionnaire
from careercli.core.quiz.reports import ItemsData, ItemsReport, OccupationVerdict, QuizItem, QuizReport, RelatedCareer
from careercli.core.quiz.suitability import Asked, Work, score_suitability
from careercli.core.text.languages import Lang
from careercli.errors import NeedsAnswersError
from careercli.library.catalogue import Catalogue
from careercli.locale.quiz_words import (
    agreeing_question,
    answer_words,
    condition_question,
    liking_question,
    liking_words,
    living_words,
    refusal_words,
)
from careercli.usecases.quiz.place_in_list import find_place
from careercli.usecases.request import Request

#: The rule by which interests are compared, as in a list of careers.
METHOD: Method = "careers"
#: Neighbours that are named.
NEAREST = 2


class _About(NamedTuple):
    """An occupation, its interest ratings, and all that can be asked about it."""

    occupation: Occupation
    ratings: tuple[float, ...]
    asked: Asked

    @property
    def telling(self) -> tuple[PreparationItem, ...]:
        """The statements on preparation that say anything of its job zone."""
        zone = self.occupation.job_zone
        return tuple(item for item in self.asked.preparation if zone in (*item.fits, *item.rules_out))


def list_statements(library: Catalogue, id_: str, length: Length | None, request: Request) -> ItemsReport:
    """The statements on an occupation that are asked at a length; all that may be, where none is named.

    Raises NeedsAnswersError.
    """
    about = _open(library, id_, request)
    items = [QuizItem(id=item.id, text=item.text, condition=item.condition) for item in about.asked.conditions]
    items += [
        QuizItem(id=item.id, text=item.text, scale=item.scale, length=item.length)
        for item in asked_at(about.asked.items, length or LENGTHS[-1])
    ]
    preparation = about.telling if length else about.asked.preparation
    items += [QuizItem(id=item.id, text=item.text, zones=item.fits) for item in preparation]
    return ItemsReport(
        command="quiz",
        language=request.lang,
        career=id_,
        name=about.occupation.name,
        data=ItemsData(items=tuple(items)),
    )


def open_questionnaire(library: Catalogue, id_: str, length: Length | None, request: Request) -> Questionnaire:
    """What is asked about an occupation; of the shortest length where none is named. Raises NeedsAnswersError.

    What is hard about it comes first: a no there needs no more.
    """
    length = length or LENGTHS[0]
    say, about = library.say(request.lang), _open(library, id_, request)
    living, liking, agreeing = living_words(say), liking_words(say), answer_words(say)
    return Questionnaire(
        id_,
        length,
        (
            *(Question(item.id, condition_question(item.text, say), living) for item in about.asked.conditions),
            *(
                Question(item.id, item.text, liking, liking_question(say))
                for item in asked_at(about.asked.items, length)
            ),
            *(Question(item.id, item.text, agreeing, agreeing_question(say)) for item in about.telling),
        ),
        (
            say("Is it right for you? {name}", name=about.occupation.name),
            say("First what is hard about it, then what you would like to do, and how long you would train for it."),
        ),
        name=about.occupation.name,
    )


def judge(
    library: Catalogue, id_: str, length: Length | None, request: Request, answers: Mapping[str, int]
) -> QuizReport:
    """How far an occupation suits the answers, with what to do next; of the length that they need if none is named.

    Raises NeedsAnswersError.
    """
    say, about = library.say(request.lang), _open(library, id_, request)
    occupation = about.occupation
    items = put_to(about.asked.items, length or form_of(about.asked.items, answers, LEAST), answers)
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
    asked = about.asked._replace(items=items)
    place = find_place(library, request, id_, items, answers)
    work = Work(direction(about.ratings, METHOD), about.ratings, occupation.job_zone, place.nearer)
    suits = score_suitability(asked, answers, work)
    return QuizReport(
        command="quiz",
        language=request.lang,
        notes=(
            say("There is no guide yet: this rests on what is hard about the work, its interests and its job zone."),
        ),
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
            interests=dict(zip(SCALES, about.ratings, strict=True)),
            rank=place.rank,
            ranked=place.ranked,
            decisive=suits.decisive,
        ),
        sheet=OccupationReport(
            command="show", language=request.lang, occupation=occupation, reader_country=request.country
        ),
        part_names={
            "interests": say("interests"),
            "conditions": say("what is hard"),
            "preparation": say("preparation"),
        },
        activities=frozenset(item.id for item in items),
        conditions=frozenset(item.id for item in asked.conditions),
        sources=library.numbered_sources([library.source_of("occupations")]),
    )


def version(library: Catalogue, id_: str, lang: Lang) -> str:
    """A short word for the statements and ratings: another where one is asked anew or means something else."""
    return library.statements.version_with_conditions()


def _open(library: Catalogue, code: str, request: Request) -> _About:
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
    conditions = conditions_asked(
        library.statements.conditions(request.lang), [condition.id for condition in occupation.conditions]
    )
    preparation = library.statements.preparation(request.lang) if occupation.job_zone else ()
    return _About(occupation, ratings, Asked(library.statements.interests(request.lang), conditions, preparation))


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
