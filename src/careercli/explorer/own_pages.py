"""Pages that no verb shows: the front door, the fields of work, what people care for."""

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.core.text.ids import fold
from careercli.core.text.plaintext import capitalized
from careercli.errors import CareersError
from careercli.explorer.last import Last
from careercli.explorer.menu import Item, Own, Place
from careercli.explorer.pages import show
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.drawing import propose_career
from careercli.usecases.preferences import has_places
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.core.quiz.interests import InterestItem
    from careercli.profile.saved import Saved, Unfinished

#: Lines are no longer than that.
WIDEST = 92


def text_of(place: Place, title: str, runtime: Runtime, library: Catalogue) -> str:
    """What stands above the menu of a page."""
    say = runtime.say
    if place is not Place.HOME:
        return f"\n{capitalized(title)}\n\n"
    paragraphs = [
        say("What a career is like, what it pays, whether it suits you, how to get there."),
        say.count(
            "{others} careers, offline, with all sources; {n} long guide.",
            "{others} careers, offline, with all sources; {n} long guides, most on data and AI.",
            len(library.career_names()),
            others=say.number(library.count_occupations()),
        ),
    ]
    width = min(runtime.width() - 1, WIDEST)
    lines = [line for text in paragraphs for line in textwrap.wrap(text, width, break_on_hyphens=False)]
    return "\n".join(["", "careers", *lines, "", ""])  # with the longest menu it fits a screen of 24 lines


def fields(library: Catalogue, say: Say) -> Sequence[tuple[str, str]]:
    """The fields of work, by name."""
    return sorted(library.labels("family", say.lang).items(), key=_by_name)


def fields_of_guides(library: Catalogue, say: Say, country: str) -> set[str]:
    """The fields that guides alone are in."""
    return {card.family for card in library.cards(say.lang)} - {
        card.family for card in library.occupation_cards(say.lang, country)
    }


def subjects(library: Catalogue, say: Say) -> Sequence[tuple[str, str]]:
    """What people care for, by name."""
    return sorted(library.labels("subject", say.lang).items(), key=_by_name)


def countries(library: Catalogue, say: Say, own: str) -> Sequence[tuple[str, str]]:
    """The countries that figures may come from, by name, the person's `own` first; which has official pay is said."""
    wages = library.data_set_of("wages", own)
    counted = {wages.country} if wages else set()
    named = sorted(library.labels("country", say.lang).items(), key=lambda named: (named[0] != own, _by_name(named)))
    return [
        (code, say("{country} (official pay by career)", country=name) if code in counted else name)
        for code, name in named
    ]


def _by_name(named: tuple[str, str]) -> str:
    """Whatever its accents."""
    return fold(named[1])


def _saved(runtime: Runtime) -> "Saved | None":
    """What is kept of the person; None where their file is damaged, which its verbs tell."""
    from careercli.profile.saved import load_saved  # brings PyYAML where there is such a file

    try:
        return load_saved(runtime.person_dir)
    except CareersError:
        return None


def own(runtime: Runtime) -> Own:
    """What the person keeps, what is not for them, and whether pay is known by place where they are."""
    saved = _saved(runtime)
    by_place = has_places(runtime.catalogue, runtime.country)
    if saved is None:
        return Own(has_places=by_place)
    listed, hidden = (frozenset(career.id for career in careers) for careers in (saved.listed, saved.hidden))
    last = (saved.hidden[-1].id, saved.hidden[-1].name or saved.hidden[-1].id) if saved.hidden else ("", "")
    from careercli.profile.saved import last_list

    latest = last_list(saved)
    same = {result.date for result in saved.results if latest and result.answers == latest.answers}
    return Own(listed, hidden, last, by_place, same, saved.place or "")


def given_answers(runtime: Runtime, library: Catalogue) -> "Sequence[tuple[InterestItem, int]]":
    """The activities that the latest list rests on, in the order in which they were asked, with the answers."""
    from careercli.usecases.quiz.lookback import last_answers  # a quiz has brought it already

    saved = _saved(runtime)
    answers, _ = last_answers(library, saved, runtime.lang) if saved else ({}, None)
    items = {item.id: item for item in library.statements.interests(runtime.lang)}
    return [(items[id_], answer) for id_, answer in answers.items()]


def latest_result(runtime: Runtime) -> str:
    """The date of the result that was kept last; empty where there is none."""
    return next(iter(_result_dates(runtime)), "")


def has_result(runtime: Runtime, date: str) -> bool:
    """Whether the result of a date is still kept."""
    return date in _result_dates(runtime)


def _result_dates(runtime: Runtime) -> list[str]:
    saved = _saved(runtime)
    return [result.date for result in reversed(saved.results)] if saved else []


def besides(runtime: Runtime, library: Catalogue, last: Last | None) -> list[Item]:
    """What else stands at the front door: what was open last, results and a quiz to go on with, a career for today."""
    say, items = runtime.say, [Item("r", runtime.say("a career at random"), ("random",))]
    if last and (found := library.entries([last.id], say.lang).get(last.id)):
        items.append(Item("l", say("open last: {name}", name=found.name), show(last.id)))
    saved = _saved(runtime)
    if saved and saved.results:
        last_one = ("quiz", "--history", saved.results[-1].date)
        several = len(saved.results) > 1
        items.append(
            Item("j", say("my results"), ("quiz", "--history")) if several else Item("j", say("my result"), last_one)
        )
    if saved and saved.unfinished:
        items.append(_left_quiz(saved.unfinished, library, say))
    lot = runtime.now().date().isoformat()
    today = propose_career(library, lot, runtime.person_dir, runtime.country, say)
    name = library.entries([today], say.lang)[today].name
    items.append(Item("t", say("a career for today: {name}", name=name), show(today)))
    return items


def _left_quiz(left: "Unfinished", library: Catalogue, say: Say) -> Item:
    """A questionnaire to go on with."""
    command = ("quiz", left.career, "--resume") if left.career else ("quiz", "--resume")
    names = library.entries([left.career], say.lang) if left.career else {}
    name = names[left.career].name if left.career in names else say("my interests")
    return Item("g", say("go on with the quiz: {name}", name=name), command)
