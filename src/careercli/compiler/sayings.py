"""The shape of the files that say what people call careers, and what careers are about."""

from typing import Annotated

from msgspec import Meta

from careercli.compiler.entries import Named
from careercli.compiler.schema import FileModel, LangCode, Short
from careercli.core.careers.search_report import Asks

Sayings = dict[LangCode, tuple[Short, ...]]
#: An entry of `synonyms.yaml`: what people say, by language, for what the classification calls otherwise.
Synonyms = Sayings
CareerId = Annotated[str, Meta(pattern=r"^([0-9]{2}-[0-9]{4}\.[0-9]{2}|[a-z0-9]+(-[a-z0-9]+)*)\Z")]
#: `several.yaml` and `tools.yaml`: words for several careers, by language, those most likely meant first.
Several = dict[LangCode, dict[Short, Annotated[tuple[CareerId, ...], Meta(min_length=1)]]]


class SubjectEntry(Named, frozen=True, kw_only=True):
    """An entry of `subjects.yaml`: what people care for, what they type for it, and the careers that are about it.

    `careers` stand in our order; `groups` are beginnings of codes whose occupations all belong. `asks`: it may also be
    a condition.
    """

    alt: Sayings = {}
    careers: Annotated[tuple[CareerId, ...], Meta(min_length=1)]
    groups: tuple[Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{0,4}\Z")], ...] = ()
    asks: Asks | None = None


class NearestNames(FileModel, frozen=True, kw_only=True):
    """What else an entry of `synonyms.yaml` may hold: trades of another country that the occupation is nearest to."""

    nearest: Synonyms
