"""What a person gives before a command of the explorer is whole."""

from careercli.core.careers.reports import Report
from careercli.explorer import own_pages
from careercli.explorer.finding import find_among, find_places
from careercli.explorer.menu import Ask
from careercli.explorer.pages import careers_in, fields_in
from careercli.library.catalogue import Catalogue
from careercli.locale.quiz_words import liking_words
from careercli.usecases.asking import Person, Prompter
from careercli.usecases.picking import pick_one, pick_several
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
            case Ask.COUNTRY:
                return (search(say("Which country?"), find_among(own_pages.countries(self._library, say))),)
            case Ask.PLACE:
                return (self._ask_place(),)
            case Ask.CHANGE:
                return (self._ask_change(),)
            case Ask.CAREERS:
                return pick_several(self._library, self.request, person, COMPARED)

    def _ask_place(self) -> str:
        """A state or a city of the country whose pay is known by place."""
        say, places = self._runtime.say, self._library.data_set_of("place-wages", self._runtime.country)
        where = f" ({say.country_name(places.country, short=True)})" if places else ""
        asked = say("Which state or city{where}?", where=where)
        return self._prompter.search(asked, find_places(self._library, self._runtime.lang))

    def _ask_change(self) -> str:
        """A statement of the questionnaire on interests, and another answer to it."""
        say = self._runtime.say
        items = [(item.id, item.text) for item in self._library.interest_items(self._runtime.lang)]
        item = self._prompter.search(say("Which answer? A few letters of what it was about."), find_among(items))
        words = enumerate(liking_words(say), 1)
        answer = self._prompter.choose(dict(items)[item], [(str(number), word) for number, word in words])
        return f"{item}={answer}"
