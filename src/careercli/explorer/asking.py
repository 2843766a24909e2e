"""What a person gives before a command of the explorer is whole."""

from collections.abc import Mapping

from careercli.core.careers.reports import Report
from careercli.core.text.amounts import read_amount
from careercli.explorer import own_pages
from careercli.explorer.finding import find_among, find_places
from careercli.explorer.menu import Ask, Item
from careercli.explorer.pages import careers_in, fields_in
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.locale.quiz_words import liking_words
from careercli.locale.setting_words import language_names, palette_words
from careercli.usecases.asking import Person, Prompter, StepBackError
from careercli.usecases.picking import pick_one, pick_several
from careercli.usecases.quiz.limits import ask_limit, with_limit
from careercli.usecases.request import Request
from careercli.world.runtime import Runtime

#: Careers that are compared at most.
COMPARED = 8


class Asker:
    """Asks a person of a world for the end of a command."""

    def __init__(self, runtime: Runtime, library: Catalogue, prompter: Prompter) -> None:
        self._runtime = runtime
        self._library = library
        self._prompter = prompter

    @property
    def request(self) -> Request:
        """In which language and for which country careers are looked for."""
        return Request(lang=self._runtime.lang, country=self._runtime.country)

    def complete(self, item: Item, report: Report | None) -> tuple[str, ...]:
        """The whole command of an item, about the `report` of the page. Raises StepBackError where nothing is given."""
        command = item.command
        for ask in item.asks:
            if ask is Ask.LIMIT:
                self._prompter.begin()
                person = Person(self._prompter, self._runtime.say, self._runtime.tell)
                asked = ask_limit(self._library, self.request, person, studied="--have" in command)
                command = with_limit(self._library, command, *asked)
            else:
                command += self.ask(ask, item.question, report)
        return command

    def ask(self, ask: Ask, question: str, report: Report | None) -> tuple[str, ...]:
        """Words of a command, about the `report` of the page. Raises StepBackError where nothing is given."""
        say, search = self._runtime.say, self._prompter.search
        person = Person(self._prompter, say, self._runtime.tell)
        careers = careers_in(report) if report else []
        match ask:
            case Ask.TEXT:
                return (self._prompter.write(question, lambda text: "" if text.strip() else say("Type something.")),)
            case Ask.CAREER:
                return (pick_one(self._library, self.request, person),)
            case Ask.LISTED:
                return (search(say("Which of them?"), find_among(careers)),)
            case Ask.UNKEPT:
                kept = own_pages.own(self._runtime).kept
                return (search(say("Which of them?"), find_among([c for c in careers if c[0] not in kept])),)
            case Ask.FIELD:
                return (search(say("Which field?"), find_among(fields_in(report) if report else [])),)
            case Ask.COUNTRY | Ask.LANGUAGE | Ask.PALETTE:
                return (self._ask_setting(ask),)
            case Ask.PLACE:
                return (self._ask_place(),)
            case Ask.AMOUNT:
                units = self._library.words.units
                return (self._prompter.write(question, lambda text: wrong_amount(text, units, say)),)
            case Ask.CAREERS:
                return pick_several(self._library, self.request, person, COMPARED)
            case _:
                return self._ask_by_choices(ask, person)

    def _ask_setting(self, ask: Ask) -> str:
        """Another value of a setting, the present one first or marked."""
        say, choose = self._runtime.say, self._prompter.choose
        if ask is Ask.LANGUAGE:
            return choose(say("Which language?"), list(language_names().items()), say.lang)
        if ask is Ask.PALETTE:
            return choose(say("Which colors?"), list(palette_words(say).items()), self._runtime.palette)
        countries = own_pages.countries(self._library, say, self._runtime.country)
        return self._prompter.search(say("Which country?"), find_among(countries))

    def _ask_by_choices(self, ask: Ask, person: Person) -> tuple[str, ...]:
        """What is asked in several questions, on a screen of their own."""
        if ask is Ask.CHANGE:
            return (self._ask_change(),)
        self._prompter.begin()
        return ask_weights(person)

    def _ask_place(self) -> str:
        """A state or a city of the country whose pay is known by place."""
        say, places = self._runtime.say, self._library.data_set_of("place-wages", self._runtime.country)
        where = f" ({say.country_name(places.country, short=True)})" if places else ""
        asked = say("Which state or city{where}?", where=where)
        return self._prompter.search(asked, find_places(self._library, self._runtime.lang))

    def _ask_change(self) -> str:
        """One of the answers that the latest list rests on, and another one to that. Raises StepBackError."""
        say, steps = self._runtime.say, liking_words(self._runtime.say)
        given = {item.id: (item, answer) for item, answer in own_pages.given_answers(self._runtime, self._library)}
        if not given:
            raise StepBackError
        self._prompter.begin()
        told = [(id_, f"{item.text}{say.colon}{steps[answer - 1]}") for id_, (item, answer) in given.items()]
        asked = say("Which of your {n} answers? Arrows go through all of them.", n=len(told))
        item, now = given[self._prompter.choose(asked, told)]
        self._prompter.begin()
        others = [(str(number), word) for number, word in enumerate(steps, 1) if number != now]
        return f"{item.id}={self._prompter.choose(item.text, others)}"


def ask_weights(person: Person) -> tuple[str, ...]:
    """What matters in a comparison, the most first, as `--weight` takes it after its first word.

    Raises StepBackError where nothing does.
    """
    say = person.say
    offered = {
        "pay": say("that it pays well"),
        "entry": say("that one is soon ready for it"),
        "openings": say("that many are looked for"),
        "growth": say("that its jobs grow in number"),
        "leaving": say("that few leave it"),
    }
    questions = (
        say("What matters most to you?"),
        say("What comes next?"),
        say("And after that?"),
    )
    chosen: list[str] = []
    for question in questions:
        enough = [("", say("nothing more"))] if chosen else []
        rest = [(id_, title) for id_, title in offered.items() if id_ not in chosen]
        found = person.prompter.choose(question, [*enough, *rest])
        if not found:
            break
        chosen.append(found)
    said = [
        f"{typed_name(id_, say)}={weight}" for id_, weight in zip(chosen, range(len(questions), 0, -1), strict=False)
    ]
    first, *others = said
    return (first, *(word for text in others for word in ("--weight", text)))


def wrong_amount(text: str, units: Mapping[str, str], say: Say) -> str:
    """What is wrong with an amount that is typed in some units; empty where nothing is."""
    amount = read_amount(text, units)
    return "" if amount and not amount.unknown else say("Type an amount, such as 80k, $40/h or 1900 € net a month.")
