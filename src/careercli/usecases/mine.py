"""The person's list, with what it pays, how it fits their answers, and their notes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from careercli.core.careers.listing import card_pay, paid_in
from careercli.core.careers.measures import Measures
from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.reports import Action, Card
from careercli.core.person.model import Note
from careercli.core.person.reports import HiddenRow, MineData, MineReport, MineRow, Verdict
from careercli.core.quiz.by_answers import AnswerRule
from careercli.core.quiz.interests import SCALES, Profile, find_flat
from careercli.core.quiz.matching import as_candidates, match_careers
from careercli.core.quiz.results import SavedLabel, SavedResult
from careercli.core.text.languages import SOURCE
from careercli.library.catalogue import Catalogue
from careercli.library.fields import field_names
from careercli.library.nearness import read_atlas
from careercli.locale import Say
from careercli.profile.saved import Saved, load_saved
from careercli.profile.where import find_file
from careercli.usecases.person import MOST_ACTIONS, PersonRequest, compare_list, names_today
from careercli.usecases.preferences import place_of

if TYPE_CHECKING:
    from careercli.usecases.places import Placing

#: The fit of a career of which none is known, and its label.
_UNKNOWN: tuple[float | None, SavedLabel] = (None, "")


class MineRequest(PersonRequest, frozen=True, kw_only=True):
    """The list in its own order, or `ranked` by how it fits the last answers on interests."""

    ranked: bool = False


def list_mine(library: Catalogue, request: MineRequest) -> MineReport:
    """The person's list. Raises DataError where their file is damaged."""
    say, saved = library.say(request.lang), load_saved(request.folder)
    result = last_interests(saved)
    rows = make_rows(library, saved, request)
    if request.ranked:
        rows = tuple(sorted(rows, key=lambda row: -2 if row.fit is None else row.fit, reverse=True))
    others = [note for note in saved.notes if note.id not in {row.id for row in rows}]
    names = names_today(library, (*saved.hidden, *others), request)
    fields = field_names(library, request.lang) if saved.hidden else {}
    notes = []
    if rows and request.ranked and result is None:
        notes.append(say("No fit is known yet: the quiz asks what you like to do."))
    return MineReport(
        command="mine",
        language=request.lang,
        notes=tuple(notes),
        actions=_actions(rows, result, request, say),
        data=MineData(
            file=str(find_file(request.folder)),
            ranked=request.ranked,
            country=library.shown_country(request.country),
            fit_of=result.date if result else None,
            list=rows,
            noted=tuple(replace(note, name=names.get(note.id, note.name or note.id)) for note in others),
            hidden=tuple(
                HiddenRow(
                    id=career.id,
                    kind="field" if career.id in fields else "career",
                    name=names.get(career.id, career.name or career.id),
                    because=career.because,
                    since=career.since,
                )
                for career in saved.hidden
            ),
        ),
    )


def last_interests(saved: Saved) -> SavedResult | None:
    """The last result on interests that has six scores."""
    return next(
        (
            result
            for result in reversed(saved.results)
            if result.kind == "interests" and all(letter in result.scores for letter in SCALES)
        ),
        None,
    )


def make_rows(library: Catalogue, saved: Saved, request: PersonRequest) -> tuple[MineRow, ...]:
    """A row a career of the list, in its order."""
    entries = list({career.id: career for career in saved.listed}.values())
    cards = library.entries([career.id for career in entries], request.lang, request.country)
    measures = {known.id: known for known in library.measures(request.country, cards)}
    known_here = [measures[id_] for id_ in cards if id_ in measures]
    fits = _fits(library, known_here, last_interests(saved), request.country)
    paid = _make_paid(library, request)
    rows = []
    for entry in entries:
        card, known = cards.get(entry.id), measures.get(entry.id)
        fit, label = fits.get(entry.id, _UNKNOWN)
        pay, place = paid(card, known)
        rows.append(
            MineRow(
                id=entry.id,
                kind=card.kind if card else None,
                name=card.name if card else entry.name or entry.id,
                since=entry.since,
                gone=card is None,
                pay=pay.middle if pay else None,
                currency=pay.currency if pay else None,
                pay_basis=pay.basis if pay else None,
                pay_country=pay.country if pay else None,
                pay_place=place,
                pay_period=pay.period if pay else "year",
                pay_tax=pay.tax if pay else "gross",
                pay_reference=pay.reference if pay else None,
                fit=fit,
                label=label,
                verdict=last_verdict(saved, entry.id),
                notes=_notes(saved, entry.id),
            )
        )
    return tuple(rows)


def _make_paid(
    library: Catalogue, request: PersonRequest
) -> Callable[[Card | OccupationCard | None, Measures | None], tuple[PayHere | None, str | None]]:
    """What tells the pay of a career: of a guide where the reader is, of an occupation where its wages are counted.

    What is counted is that of the place where the person lives, and with the place; never that of the whole country.
    """
    placing = _placing(library, request)
    country = request.country

    def nationally(card: Card | OccupationCard | None) -> PayHere | None:
        if isinstance(card, Card):
            return paid_in(card, country).pay
        return card_pay(card) if card and card.median is not None else None

    def paid(card: Card | OccupationCard | None, known: Measures | None) -> tuple[PayHere | None, str | None]:
        pay = nationally(card)
        if not (placing and pay and known) or (pay.basis, pay.country) != ("measured", placing.place.country):
            return pay, None
        wage = library.get_occupation(known.stand_in or known.id, request.lang, country).pay
        local = placing.pay(wage) if wage else None
        if local is None:
            return None, None
        return replace(pay, low=local.p50, high=local.p50, stars=local.stars), (local.wider or local.place).name

    return paid


def _placing(library: Catalogue, request: PersonRequest) -> "Placing | None":
    """Pay where the person lives; the file of places is opened only where they say."""
    place = place_of(library, request.folder, request.lang)
    if place is None:
        return None
    from careercli.usecases.places import Placing

    return Placing(library, place, request.lang)


def _fits(
    library: Catalogue, careers: Sequence[Measures], result: SavedResult | None, country: str
) -> dict[str, tuple[float, SavedLabel]]:
    """How each career fits the scores or answers of a result, by its rule; none where the scores are all alike."""
    if result is None:
        return {}
    profile = Profile(tuple(result.scores[letter] for letter in SCALES), (1,) * len(SCALES))
    if find_flat(profile):
        return {}
    fits: dict[str, tuple[float, SavedLabel]] = {}
    if result.method == "answers":
        items = [item for item in library.statements.interests(SOURCE) if item.id in result.answers]
        rule = AnswerRule(items, result.answers, read_atlas(library, library.measures(country)))
        for candidate in as_candidates(careers):
            fit = rule.fit(candidate.code, candidate.interests)
            fits[candidate.id] = (round(fit, 4), msgspec.convert(rule.label_of(fit), SavedLabel))
        return fits
    for candidate in as_candidates(careers):
        for match in match_careers(profile, [candidate], result.method or "careers", draws=0).matches:
            fits[candidate.id] = (round(match.fit, 4), msgspec.convert(match.label, SavedLabel))
    return fits


def last_verdict(saved: Saved, id_: str) -> Verdict | None:
    """The last verdict of the questionnaire on a career."""
    found = [result for result in saved.results if result.kind == "career" and result.career == id_]
    return Verdict(fit=found[-1].fit, band=found[-1].band, date=found[-1].date) if found else None


def _notes(saved: Saved, id_: str) -> tuple[Note, ...]:
    return tuple(note for note in saved.notes if note.id == id_)


def _actions(rows: Sequence[MineRow], result: SavedResult | None, request: MineRequest, say: Say) -> tuple[Action, ...]:
    """To open each, to compare them, to rank them, to ask what fits, to hand all of it over."""
    known = [row for row in rows if not row.gone]
    opens = [Action(id=f"show-{row.id}", label=row.name, command=("show", row.id)) for row in known[:MOST_ACTIONS]]
    if not rows:
        return (
            Action(id="list", label=say("All careers"), command=("list",)),
            Action(id="quiz", label=say("Which careers fit me?"), command=("quiz",)),
        )
    more = list(compare_list([row.id for row in known], say))
    if result is None:
        more.append(Action(id="quiz", label=say("Which careers fit me?"), command=("quiz",)))
    elif not request.ranked and len(rows) > 1:
        more.append(Action(id="rank", label=say("Rank them by my answers"), command=("mine", "--rank")))
    more.append(Action(id="handout", label=say("All of it for a counselor"), command=("me", "handout")))
    return (*opens, *more)
