"""What a word means, and how things work that are the same for every career."""

import re
from collections.abc import Iterable

from careercli.core.careers.reading import TermReport, TermsReport, Topic, TopicReport, TopicsReport
from careercli.core.careers.reports import Action, Report
from careercli.core.text.ids import fold
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.request import Request

#: A command that opens a topic, within a text.
_COMMAND = r"`careers topic ([^`]+)`"


class ReadingRequest(Request, frozen=True, kw_only=True):
    """A term or topic by any of its names; without one, all of them."""

    name: str | None = None


def define(library: Catalogue, request: ReadingRequest) -> Report:
    """What a term means, or all terms. Raises NotFoundError."""
    reading = library.reading
    if request.name is None:
        return TermsReport(
            command="define",
            language=request.lang,
            terms=tuple(reading.terms(request.lang)),
            groups=tuple(reading.term_groups(request.lang)),
        )
    term = reading.get_term(library.resolve_label("term", request.name), request.lang)
    actions = tuple(Action(id=f"see-{id_}", label=name, command=("define", name)) for id_, name in term.see)
    return TermReport(command="define", language=request.lang, term=term, actions=actions)


def read_topic(library: Catalogue, request: ReadingRequest) -> Report:
    """A topic for the reader's country and language, or all topics. Raises NotFoundError."""
    from careercli.core.text.citations import find_citations  # a search opens topics, and cites nothing

    reading, say = library.reading, library.say(request.lang)
    if request.name is None:
        everything = reading.topics()
        ids = dict.fromkeys(topic.id for topic in everything)
        first = tuple(_nearest([topic for topic in everything if topic.id == id_], request) for id_ in ids)
        actions = tuple(
            Action(id=f"read-{page.id}", label=page.title, command=("topic", say.label("topic", page.id)))
            for page in first
        )
        return TopicsReport(command="topic", language=request.lang, topics=first, actions=actions)
    pages = reading.topics(library.resolve_label("topic", request.name))
    topic = _nearest(pages, request)
    others = [
        page for page in pages if page.country != topic.country and (page.lang == topic.lang or _is_of(page, request))
    ]
    cited = find_citations(" ".join([topic.summary, *_texts(topic)]))
    other = say("There is no page on this in your language: here is another.")
    elsewhere = say(
        "There is no page on {country} in your language: this is on {shown}.",
        country=say.the_country(request.country),
        shown=say.the_country(topic.country),
    )
    notes = [other] if topic.lang != request.lang else [] if _is_of(topic, request) else [elsewhere]
    return TopicReport(
        command="topic",
        language=request.lang,
        topic=topic,
        notes=tuple(notes),
        sources=library.numbered_sources(dict.fromkeys(cited)),
        actions=(
            *_named_topics(library, topic, request),
            *(
                Action(
                    id=f"in-{page.country.lower()}",
                    label=say("The same in {country}", country=say.country_name(page.country)),
                    command=("topic", say.label("topic", page.id), *_options(page, topic)),
                )
                for page in others
            ),
        ),
    )


def _named_topics(library: Catalogue, topic: Topic, request: ReadingRequest) -> list[Action]:
    """The topics whose commands stand in the text of one, to be opened."""
    said = dict.fromkeys(re.findall(_COMMAND, " ".join([topic.summary, *_texts(topic)])))
    names = library.names("topic")
    ids = dict.fromkeys(names[fold(name)] for name in said if fold(name) in names)
    titles = find_titles(library, (id_ for id_ in ids if id_ != topic.id), request)
    say = library.say(request.lang)
    return [
        Action(id=f"read-{id_}", label=title, command=("topic", say.label("topic", id_)))
        for id_, title in titles.items()
    ]


def find_titles(library: Catalogue, ids: Iterable[str], request: Request) -> dict[str, str]:
    """The titles of some topics for the reader's country and language, by id."""
    wanted = dict.fromkeys(ids)
    pages = [page for page in library.reading.topics() if page.id in wanted] if wanted else []
    known = {page.id for page in pages}
    return {id_: _nearest([page for page in pages if page.id == id_], request).title for id_ in wanted if id_ in known}


def find_title(library: Catalogue, id_: str, request: Request) -> str:
    """The title of a topic for the reader's country and language."""
    return _nearest(library.reading.topics(id_), request).title


def _nearest(pages: list[Topic], request: Request) -> Topic:
    """The page of the reader's country and language, else of the language and its own country, else any."""
    own = Say(request.lang).country

    def distance(page: Topic) -> tuple[bool, bool, bool]:
        return (page.lang != request.lang, not _is_of(page, request), page.country != own)

    return min(pages, key=distance)


def _is_of(page: Topic, request: Request) -> bool:
    """Whether a page is on the reader's country."""
    return page.country == request.country


def _options(page: Topic, beside: Topic) -> tuple[str, ...]:
    """What names a page of another country, in another language where there is no other."""
    return ("--country", page.country, *(("--lang", page.lang) if page.lang != beside.lang else ()))


def _texts(topic: Topic) -> list[str]:
    section = topic.section
    named = [item.text for item in (*section.steps, *section.items)]
    return [*section.text, *named, *section.points, *section.closing]
