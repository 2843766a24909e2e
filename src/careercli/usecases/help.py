"""The topics of the help, from what the program and its data say of themselves."""

from careercli.core.careers.reports import Action
from careercli.core.comparing.criteria import CRITERIA
from careercli.core.program.reports import BEGIN, HelpReport, HelpTopic
from careercli.core.text.ids import find_near, fold
from careercli.core.text.languages import text_in
from careercli.errors import NotFoundError, UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, help_words, languages
from careercli.locale.criteria_words import criterion_names, unit_of
from careercli.usecases.request import Request

#: Terms of the glossary that the program's own pages use.
WORDS = ("job-zone", "percentile", "riasec", "openings", "median", "stability", "gross-pay", "onet")


class HelpRequest(Request, frozen=True, kw_only=True):
    """A topic by one of its names, in any language, or its title; none lists them."""

    topic: str | None = None


def explain_topic(library: Catalogue, request: HelpRequest) -> HelpReport:
    """A topic of the help. Raises UsageError for one that is none."""
    say = library.say(request.lang)
    titles = help_words.topic_titles(say)
    called = {id_: names[0] for id_, names in help_words.topic_names(say).items()}
    if request.topic is None:
        actions = [Action(id=id_, label=title, command=("help", called[id_])) for id_, title in titles.items()]
        text = (
            say("`careers` alone opens a place to wander in. Each of these lines can be typed as it stands:"),
            say("`careers --help` lists all verbs, and `careers VERB --help` tells what one of them can do."),
        )
        actions = [*_beginnings(say), *actions]
        topic = HelpTopic(
            id="", title=say("Help"), text=text, rows=tuple((called[id_], title) for id_, title in titles.items())
        )
        return HelpReport(command="help", language=request.lang, actions=tuple(actions), data=topic)
    id_ = _find(request.topic, titles, called, library)
    topic = HelpTopic(
        id=id_, title=titles[id_], text=help_words.help_texts(say).get(id_, ()), rows=_rows(library, id_, say)
    )
    return HelpReport(command="help", language=request.lang, data=topic)


def _beginnings(say: Say) -> list[Action]:
    """What most people want first, with careers of the reader's language."""
    nurse, plumber = say("nurse"), say("plumber")
    return [
        Action(id=BEGIN, label=label, command=command)
        for label, command in (
            (say("What a career is like, what it pays, how one gets there"), ("show", nurse)),
            (say("Careers by what one likes, does or uses"), ("search", say("animals"))),
            (say("Which careers fit me?"), ("quiz",)),
            (say("Is this one right for me?"), ("quiz", nurse)),
            (say("Careers side by side"), ("compare", nurse, plumber)),
            (say("What it pays, and where"), ("salary", nurse)),
            (say("Applying, a lost job, who pays for training"), ("topic",)),
            (say("Every career"), ("list", "--all")),
        )
    ]


def _find(name: str, titles: dict[str, str], called: dict[str, str], library: Catalogue) -> str:
    """The id of a topic by a name of it. Raises UsageError where there is none; `called`: how the reader types them."""
    keys = {fold(key): id_ for id_, title in titles.items() for key in (id_, title)}
    for lang in languages():
        named = help_words.topic_names(library.say(lang))
        keys |= {fold(key): id_ for id_, names in named.items() for key in names}
    if fold(name) in keys:
        return keys[fold(name)]
    own = {fold(word): id_ for id_, word in called.items()}
    if near := find_near(name, own, 1) or find_near(name, keys, 1):
        raise UsageError("there is no help on `{name}`", "did you mean `{near}`?", name=name, near=called[near[0]])
    known = ", ".join(f"`{word}`" for word in called.values())
    raise UsageError("there is no help on `{name}`", "Topics: {known}.", name=name, known=known)


def _rows(library: Catalogue, id_: str, say: Say) -> tuple[tuple[str, str], ...]:
    """The names of a topic and what they mean."""
    if id_ == "data":
        titles = {source.id: source.title for source in library.sources()}
        return tuple(
            (titles.get(key, key), f"{say.date(entry.date)}. {text_in(entry.counts, say.lang)}")
            for key, entry in library.data_sets().items()
        )
    if id_ == "words":
        terms = []
        for word in WORDS:
            try:
                terms.append(library.reading.get_term(word, say.lang))
            except NotFoundError:
                continue
        return tuple((term.name, term.text) for term in terms)
    tables = {
        "environment": help_words.environment_words,
        "config": help_words.config_words,
        "formats": help_words.format_words,
        "keys": help_words.key_words,
    }
    if id_ == "criteria":
        return _criteria(library, say)
    if id_ == "exit-codes":
        return tuple((str(code), meaning) for code, meaning in help_words.exit_words(say).items())
    return tuple(tables[id_](say).items()) if id_ in tables else ()


def _criteria(library: Catalogue, say: Say) -> tuple[tuple[str, str], ...]:
    """Every criterion by an example of a limit on it, what it is and in what it is counted; then the conditions."""
    rows = [
        (
            say.of(CRITERIA[id_].example),
            say.semicolon.join(part for part in (", ".join(names[:4]), unit_of(id_, say)) if part),
        )
        for id_, names in criterion_names(say).items()
    ]
    conditions = list(library.labels("condition", say.lang).values())
    denied = say("no night work, no heights")
    return (*rows, (denied, say("conditions of work, wanted or not: {names}", names=", ".join(conditions))))
