"""What is explained once for every career: terms of the glossary, and topics that expire."""

from typing import ClassVar

from careercli.core.careers.model import Model, Section
from careercli.core.careers.reports import Report, Table, make_table


class Term(Model, frozen=True, kw_only=True):
    """A term in one language: what it is called, also, what it is, an example, and terms to read next.

    `group` is what it is listed under.
    """

    id: str
    name: str
    alt: tuple[str, ...] = ()
    text: str
    example: str = ""
    see: tuple[tuple[str, str], ...] = ()
    group: str = ""


class Topic(Model, frozen=True, kw_only=True):
    """A page on what is the same for every career in a country, in one language, to be read again by `look_again`.

    `group` is what it is listed under.
    """

    id: str
    country: str
    lang: str
    title: str
    group: str
    summary: str
    look_again: str
    section: Section


class TermReport(Report, frozen=True, kw_only=True):
    """What a term means."""

    page: ClassVar[str] = "define"
    lists_actions: ClassVar[bool] = True
    term: Term

    @property
    def data(self) -> object:
        see = [{"id": id_, "name": name} for id_, name in self.term.see]
        fields = ("id", "name", "alt", "text", "example")
        return {"kind": "term", **{field: getattr(self.term, field) for field in fields}, "see": see}

    @property
    def table(self) -> Table:
        return make_table(("id", "name", "text", "example"), [self.term])


class TermsReport(Report, frozen=True, kw_only=True):
    """All terms of the glossary, by name, and what they are listed under, in order."""

    page: ClassVar[str] = "define"
    terms: tuple[Term, ...]
    groups: tuple[str, ...] = ()

    @property
    def data(self) -> object:
        return [{"id": term.id, "name": term.name, "text": term.text, "group": term.group} for term in self.terms]

    @property
    def table(self) -> Table:
        return make_table(("id", "name", "text", "group"), self.terms)


class TopicReport(Report, frozen=True, kw_only=True):
    """A topic for the readers of a country; the same topic in other countries stands among the actions."""

    page: ClassVar[str] = "topic"
    topic: Topic

    @property
    def data(self) -> object:
        return {"kind": "topic"} | {name: getattr(self.topic, name) for name in self.topic.__struct_fields__}


class TopicsReport(Report, frozen=True, kw_only=True):
    """All topics, each for the country that comes first."""

    page: ClassVar[str] = "topic"
    topics: tuple[Topic, ...]

    @property
    def data(self) -> object:
        fields = ("id", "country", "group", "title", "summary", "look_again")
        return [{field: getattr(topic, field) for field in fields} for topic in self.topics]

    @property
    def table(self) -> Table:
        return make_table(("id", "country", "title", "summary", "look_again"), self.topics)
