"""What the catalogue knows, for the commands: get one, list, resolve a name, search."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careercli.compiler.locate import Locations
from careercli.core.careers.measures import Measures
from careercli.core.careers.model import RelatedRole, Role, Source
from careercli.core.careers.names import Resolved
from careercli.core.careers.occupation import FieldFigures, Guide, Occupation, OccupationCard
from careercli.core.careers.reports import Card
from careercli.core.text.ids import find_near, fold, is_code
from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import CareersError, Message, NotFoundError
from careercli.files.lock import Tell, say_nothing
from careercli.library.coverage import Coverage
from careercli.library.database import decoder
from careercli.library.problems import OwnProblem
from careercli.locale import Say

if TYPE_CHECKING:
    from careercli.compiler.load import Vocabulary
    from careercli.core.careers.occupation import Extra
    from careercli.core.careers.worldmap import Trade
    from careercli.core.comparing.criteria import Words
    from careercli.core.pay.distribution import AllEmployees
    from careercli.core.text.wording import Wordings
    from careercli.library.index import Index
    from careercli.library.places import Places
    from careercli.library.reading import Reading
    from careercli.library.search import Search
    from careercli.library.statements import Statements


class Catalogue(Coverage):
    """An open catalogue."""

    def __init__(
        self, where: Locations, imported: Path | None = None, tell: Tell = say_nothing, warn: Tell = say_nothing
    ) -> None:
        super().__init__(where, tell, warn)
        self._imported = imported
        self._indexes: dict[Lang, Index] = {}

    @property
    def reading(self) -> "Reading":
        """The glossary and the topics."""
        from careercli.library.reading import Reading

        return Reading(self.rows)

    @property
    def statements(self) -> "Statements":
        """The statements of the questionnaires."""
        from careercli.library.statements import Statements

        return Statements(self.rows, self._countries[0])

    @cached_property
    def places(self) -> "Places":
        """Pay by place, from a file of its own."""
        from careercli.library.places import Places

        return Places(self.where)

    @cached_property
    def words(self) -> "Words":
        """What people call criteria, units and diplomas, in all languages."""
        from careercli.core.comparing.criteria import Words

        return self.decoded("SELECT value FROM meta WHERE key = 'words'", (), Words)[0]

    # names

    @cached_property
    def _wordings(self) -> "Wordings":
        from careercli.core.text.wording import Wording

        return self.decoded("SELECT value FROM meta WHERE key = 'wordings'", (), dict[Lang, Wording])[0]

    def _index(self, lang: Lang) -> "Index":
        from careercli.library.index import make_index

        if lang not in self._indexes:
            self._indexes[lang] = make_index(self.rows, self._wordings, lang, indexed=self.is_indexed)
        return self._indexes[lang]

    def resolve(self, name: str) -> str:
        """The id of the guide that a name or an id means, in any language.

        Raises DataError for an own guide that could not be compiled, NotFoundError otherwise.
        """
        from careercli.library.names import find_guide

        return find_guide(self.rows, self.problems, name)

    def resolve_career(self, name: str, lang: Lang, *, guides_first: bool = False) -> Resolved:
        """The guide or occupation that a name means, as `search` ranks them; a guide comes first.

        A code means its occupation; where `guides_first` the guide that matches it exactly, if there is one. A whole
        name is looked up first, so that it pays nothing for what is near. Raises NotFoundError with the candidates, the
        likeliest first, where none or several are meant, and DataError as `resolve` does.
        """
        from careercli.library.names import resolve_by_search

        if not guides_first and (code := self._find_code(name)):
            return Resolved("occupation", code)
        return self._find_whole(name) or resolve_by_search(self._index(lang), name)

    def _find_whole(self, name: str) -> Resolved | None:
        """The career of which a name is a whole title. Raises NotFoundError where several guides bear it."""
        from careercli.library.names import find_occupation

        try:
            return Resolved("role", self.resolve(name))
        except NotFoundError as error:
            if error.near:
                raise
        return find_occupation(self.rows, name)

    def opened_by(self, id_: str, name: str) -> str:
        """What one types to open a career: its name, or its id where that means another, several, or an option."""
        if name.startswith("-"):
            return id_
        try:
            resolved = self._find_whole(name)
        except CareersError:
            return id_
        return name if resolved and resolved.id == id_ else id_

    def _find_code(self, text: str) -> str:
        """The occupation whose code a text is, with or without its ending; empty where it is none."""
        code = next((code for code in (text.strip(), f"{text.strip()}.00") if is_code(code)), "")
        known = code and self.rows("SELECT 1 FROM occupation WHERE code = ? LIMIT 1", (code,))
        return code if known else ""

    def search(self, lang: Lang) -> "Search":
        """What tells the careers that are meant by some words of a reader of a language."""
        from careercli.library.search import Search

        return Search(self._index(lang))

    def careers_about(self, text: str, lang: Lang, *, whole: bool = False) -> tuple[tuple[str, ...], list[str]]:
        """The subjects that some words name, all of them if `whole`, and the careers that are about them.

        Raises NotFoundError where the words name none.
        """
        from careercli.library.names import find_about

        return find_about(self._index(lang), text, whole=whole)

    # countries

    @cached_property
    def currencies(self) -> dict[str, str]:
        """The country of each currency in which pay can be ranked."""
        return {everybody.currency: everybody.country for everybody in self._decoded_employees()}

    def _decoded_employees(self) -> "list[AllEmployees]":
        from careercli.core.pay.distribution import AllEmployees  # only where a pay is set against that of all

        return self.decoded("SELECT body FROM distribution ORDER BY num", (), AllEmployees)

    def find_occupation(self, code: str, lang: Lang, country: str) -> Occupation | None:
        """An occupation without its guides, with the figures of a country; None where there is none of the code."""
        query = "SELECT body FROM occupation WHERE code = ? AND lang = ? AND country = ?"
        found = self.decoded(query, (code, lang, self.shown_country(country)), Occupation)
        return found[0] if found else None

    def get_occupation(self, code: str, lang: Lang, country: str) -> Occupation:
        """An occupation, with the guides that it corresponds to, the closest first. Raises NotFoundError."""
        found = self.find_occupation(code, lang, country)
        if found is None:
            raise NotFoundError("career", code)
        query = """
            SELECT role.id, json_extract(card.body, '$.name'), match FROM stands_for JOIN role USING (num)
            JOIN card USING (num) WHERE stands_for.code = ? AND card.lang = ? ORDER BY match <> 'exact', role.id"""
        guides = tuple(Guide(id=id_, name=name, match=match) for id_, name, match in self.rows(query, (code, lang)))
        return msgspec.structs.replace(found, guides=guides)

    def find_extra(self, code: str) -> "Extra | None":
        """What the person's own O*NET release adds to an occupation; None where there is none.

        Raises ImportFailedError or OSError where it cannot be read.
        """
        if self._imported is None or not self._imported.is_file():
            return None
        from careercli.importers.store import load_extra  # only for those who have imported something

        return load_extra(self._imported, code)

    def count_occupations(self) -> int:
        """How many occupations the atlas has."""
        return int(self.rows("SELECT COUNT(DISTINCT code) FROM occupation", ())[0][0])

    def occupation_cards(self, lang: Lang, country: str) -> list[OccupationCard]:
        """All occupations in a line each, by code, with the pay of a country where it has any."""
        query = "SELECT card FROM occupation_card WHERE lang = ? AND country = ? ORDER BY code"
        return self.decoded(query, (lang, self.pay_country(country)), OccupationCard)

    def count_by_field(self, lang: Lang, country: str) -> dict[str, int]:
        """How many occupations each field has, by its name: the first digits of a code say its field."""
        grouped = "WHERE lang = ? AND country = ? GROUP BY substr(code, 1, 2)"
        query = f"SELECT MIN(code), COUNT(*), card FROM occupation_card {grouped}"
        decode = decoder(OccupationCard)
        rows = self.rows(query, (lang, self.shown_country(country)))
        return {decode(card).family_name: number for _, number, card in rows}

    def measures(self, country: str, ids: Iterable[str] | None = None) -> list[Measures]:
        """All careers in numbers, guides and the atlas, by id; or some, in the order asked."""
        shown = self.pay_country(country)
        if ids is None:
            known = self.decoded("SELECT body FROM measure WHERE country = ? ORDER BY id", (shown,), Measures)
        else:
            query = "SELECT body FROM measure WHERE id = ? AND country = ?"
            known = [one for id_ in ids for one in self.decoded(query, (id_, shown), Measures)]
        return [one.told_in(country) for one in known]

    def scales(self, country: str) -> dict[str, tuple[float, ...]]:
        """The values of each criterion over all occupations of a country, rising."""
        query = "SELECT value FROM meta WHERE key = 'scales'"
        found = self.decoded(query, (), dict[str, dict[str, tuple[float, ...]]])
        return found[0].get(self.pay_country(country), {}) if found else {}

    def field_figures(self, country: str) -> dict[str, FieldFigures]:
        """What statistics publish of each field as a whole, by its id."""
        query = "SELECT value FROM meta WHERE key = 'fields'"
        found = self.decoded(query, (), dict[str, dict[str, FieldFigures]])
        return found[0].get(self.shown_country(country), {}) if found else {}

    def trades(self, country: str, lang: Lang, field: str = "") -> "list[Trade]":
        """The fields of trades of a country by its own statistics, or the groups of one."""
        from careercli.core.careers.worldmap import Trade  # only where a map is drawn

        query = "SELECT body FROM trade WHERE country = ? AND lang = ? AND field = ?"
        return self.decoded(query, (country, lang, field), Trade)

    def all_employees(self, country: str) -> "AllEmployees | None":
        """The pay of all employees of a country, where we have it."""
        from careercli.core.pay.distribution import AllEmployees  # only where a pay is set against that of all

        found = self.decoded("SELECT body FROM distribution WHERE country = ?", (country,), AllEmployees)
        return found[0] if found else None

    def resolve_label(self, kind: str, name: str) -> str:
        """The id of the section, skill or family that a name means. Raises NotFoundError."""
        found = self.rows("SELECT id FROM name WHERE kind = ? AND key = ?", (kind, fold(name)))
        if found:
            return str(found[0][0])
        raise NotFoundError(kind, name, self.near(kind, name))

    def find_section(self, name: str) -> str | None:
        """The id of the section of guides that a name means, or None."""
        found = self.rows("SELECT id FROM name WHERE kind = 'section' AND key = ?", (fold(name),))
        return str(found[0][0]) if found else None

    def find_occupation_skills(self, name: str, lang: Lang) -> frozenset[str]:
        """The skills of occupations, as they are called in `lang`, whose name in either language holds a name.

        Raises NotFoundError where there is none.
        """
        labels = self.rows("SELECT id, lang, name FROM label WHERE kind = 'occupation-skill'", ())
        wanted = fold(name)
        meant = {id_ for id_, _, label in labels if wanted in fold(label)}
        if wanted and meant:
            return frozenset(label for id_, spoken, label in labels if id_ in meant and spoken == lang)
        raise NotFoundError("skill", name, find_near(name, {fold(label): label for _, _, label in labels}))

    def names(self, kind: str) -> dict[str, str]:
        """The ids of all sections, skills, families or conditions of work, by each of their folded names."""
        return dict(self.rows("SELECT key, id FROM name WHERE kind = ?", (kind,)))

    def near(self, kind: str, name: str) -> list[str]:
        """The ids whose names are nearest to a name that is not known."""
        return find_near(name, self.names(kind))

    def get_role(self, id_: str, lang: Lang) -> Role:
        """A role, with what it says of its neighbours. Raises NotFoundError."""
        query = "SELECT page.body FROM role JOIN page USING (num) WHERE role.id = ? AND page.lang = ?"
        found = self.decoded(query, (id_, lang), Role)
        if not found:
            raise NotFoundError("career", id_)
        role = found[0]
        sections = tuple(
            msgspec.structs.replace(s, related=self._neighbours(s.related, lang)) if s.related else s
            for s in role.sections
        )
        return msgspec.structs.replace(role, sections=sections)

    def _neighbours(self, related: tuple[RelatedRole, ...], lang: Lang) -> tuple[RelatedRole, ...]:
        cards = {card.id: card for card in self.cards(lang, [entry.id for entry in related])}
        return tuple(
            msgspec.structs.replace(
                entry,
                name=cards[entry.id].name,
                focus=cards[entry.id].focus,
                tools=cards[entry.id].tools,
                entry=cards[entry.id].entry,
                year_five=tuple(pay for pay in cards[entry.id].expected_pay if pay.stage == "fifth"),
            )
            for entry in related
            if entry.id in cards
        )

    def cards(self, lang: Lang, ids: list[str] | None = None) -> list[Card]:
        """The cards of all careers, or of some in the order of their ids."""
        query = "SELECT card.body FROM role JOIN card USING (num) WHERE card.lang = ?"
        if ids is None:
            return self.decoded(query + " ORDER BY role.id", (lang,), Card)
        return [card for id_ in ids for card in self.decoded(query + " AND role.id = ?", (lang, id_), Card)]

    def origin(self, id_: str) -> tuple[str, bool]:
        """Where a career comes from (`bundled` or `own`), and whether it stands in for a bundled one."""
        ((origin, overrides),) = self.rows("SELECT origin, overrides FROM role WHERE id = ?", (id_,))
        return str(origin), bool(overrides)

    def career_ids(self) -> list[str]:
        """The ids of all careers, guides and occupations."""
        return [str(id_) for (id_,) in self.rows("SELECT DISTINCT id FROM measure ORDER BY id")]

    def career_names(self) -> list[tuple[str, str]]:
        """Id and English name of every career, for completion."""
        query = (
            "SELECT id, json_extract(card.body, '$.name') FROM role JOIN card USING (num) WHERE lang = ? ORDER BY id"
        )
        return [(str(id_), str(name)) for id_, name in self.rows(query, (SOURCE,))]

    # questionnaires

    def entries(self, ids: Iterable[str], lang: Lang, country: str = "") -> dict[str, "Card | OccupationCard"]:
        """The cards of some careers, guides or occupations, by id; one that is not known is left out.

        The pay of occupations is that of the `country`, where it has any.
        """
        query = "SELECT card FROM occupation_card WHERE code = ? AND lang = ? AND country = ?"
        paid = self.pay_country(country)
        found: dict[str, Card | OccupationCard] = {}
        for id_ in ids:
            found |= {card.id: card for card in self.cards(lang, [id_])}
            if id_ not in found:
                found |= {card.id: card for card in self.decoded(query, (id_, lang, paid), OccupationCard)}
        return found

    def trait_sections(self) -> dict[str, str]:
        """The section of a guide that says most about a trait."""
        return dict(self.rows("SELECT trait, section FROM trait_section"))

    # words and sources

    def labels(self, kind: str, lang: Lang) -> dict[str, str]:
        """Id and name of every section, skill, family or trait."""
        return dict(self.rows("SELECT id, name FROM label WHERE kind = ? AND lang = ? ORDER BY id", (kind, lang)))

    def say(self, lang: Lang) -> Say:
        """The program's words, with the names of countries."""
        return Say(lang, self.labels)

    def sources(self) -> list[Source]:
        """The whole bibliography, in the order of ids."""
        return self.decoded("SELECT body FROM source ORDER BY id", (), Source)

    def numbered_sources(self, ids: Iterable[str | None]) -> tuple[Source, ...]:
        """The sources of some ids, each once and numbered in that order; an id that is not known is passed over."""
        cited = [id_ for id_ in dict.fromkeys(ids) if id_]
        query = f"SELECT body FROM source WHERE id IN ({', '.join('?' * len(cited))})"
        known = {source.id: source for source in self.decoded(query, tuple(cited), Source)}
        wanted = [known[id_] for id_ in cited if id_ in known]
        return tuple(msgspec.structs.replace(source, number=n) for n, source in enumerate(wanted, 1))

    def problems(self) -> list[OwnProblem]:
        """What is wrong in the roles that had to be left out."""
        messages = self.decoded("SELECT message FROM problem ORDER BY rowid", (), Message)
        rows = self.rows("SELECT id, path, line, field FROM problem ORDER BY rowid")
        return [
            OwnProblem(id=id_, path=path, line=line, field=field, message=wrong)
            for (id_, path, line, field), wrong in zip(rows, messages, strict=True)
        ]

    def vocabulary(self) -> "Vocabulary":
        """The vocabularies that roles refer to."""
        from careercli.compiler.compile import stored_vocabulary  # brings PyYAML

        return stored_vocabulary(self.connection)
