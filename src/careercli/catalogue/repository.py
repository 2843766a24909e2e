"""What the catalogue knows, for the commands: get one, list, resolve a name, search."""

import re
import sqlite3
from typing import TYPE_CHECKING, Any

import msgspec

from careercli.catalogue.cache import open_catalogue
from careercli.catalogue.locate import Locations
from careercli.core.ids import find_near, fold
from careercli.core.languages import LANGS, Lang
from careercli.core.model import RelatedRole, Role, Source
from careercli.core.reports import Card, Finding, Hit
from careercli.errors import DataError, NotFoundError

if TYPE_CHECKING:
    from careercli.catalogue.load import Vocabulary

_TOKEN = re.compile(r"[\w+#]+")


class Catalogue:
    """An open catalogue. A cache that turns out to be damaged is made again, once."""

    def __init__(self, where: Locations) -> None:
        self._where = where
        self._fresh = False
        self._connection = open_catalogue(where)

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            if self._fresh:
                raise
            self._fresh = True
            self._connection = open_catalogue(self._where, fresh=True)
            return self._connection.execute(query, values).fetchall()

    # careers

    def resolve(self, name: str) -> str:
        """The id of the career that a name, an alias or a code means, in either language.

        Raises DataError for an own role that could not be compiled, NotFoundError otherwise.
        """
        query = "SELECT DISTINCT id FROM name WHERE kind = 'career' AND key = ? ORDER BY num"
        found = [id_ for (id_,) in self._rows(query, (fold(name),))]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise NotFoundError("career", name, found)
        for problem in self.problems():
            if fold(problem.id) == fold(name):
                raise DataError(
                    "{path}:{line}: {field}{message}",
                    "`careers validate {path}` shows all that is wrong.",
                    path=problem.finding.path,
                    line=problem.finding.line,
                    field=f"`{problem.finding.field}` " if problem.finding.field else "",
                    message=problem.finding.message,
                )
        raise NotFoundError("career", name, self.near("career", name))

    def resolve_label(self, kind: str, name: str) -> str:
        """The id of the section, skill or family that a name means. Raises NotFoundError."""
        found = self._rows("SELECT id FROM name WHERE kind = ? AND key = ?", (kind, fold(name)))
        if found:
            return str(found[0][0])
        raise NotFoundError(kind, name, self.near(kind, name))

    def near(self, kind: str, name: str) -> list[str]:
        """The ids whose names are nearest to a name that is not known."""
        return find_near(name, dict(self._rows("SELECT key, id FROM name WHERE kind = ?", (kind,))))

    def get_role(self, id_: str, lang: Lang) -> Role:
        """A role, with what it says of its neighbours. Raises NotFoundError."""
        query = "SELECT page.body FROM role JOIN page USING (num) WHERE role.id = ? AND page.lang = ?"
        found = self._rows(query, (id_, lang))
        if not found:
            raise NotFoundError("career", id_)
        role = msgspec.json.decode(found[0][0], type=Role)
        sections = tuple(
            msgspec.structs.replace(s, related=self._neighbours(s.related, lang)) if s.related else s
            for s in role.sections
        )
        return msgspec.structs.replace(role, sections=sections)

    def _neighbours(self, related: tuple[RelatedRole, ...], lang: Lang) -> tuple[RelatedRole, ...]:
        cards = {card.id: card for card in self.cards(lang, [entry.id for entry in related])}
        return tuple(
            msgspec.structs.replace(
                entry, name=cards[entry.id].name, focus=cards[entry.id].focus, tools=cards[entry.id].tools,
                entry=cards[entry.id].entry,
            )
            for entry in related
            if entry.id in cards
        )  # fmt: skip

    def cards(self, lang: Lang, ids: list[str] | None = None) -> list[Card]:
        """The cards of all careers, or of some in the order of their ids."""
        query = "SELECT card.body FROM role JOIN card USING (num) WHERE card.lang = ?"
        decode = msgspec.json.Decoder(Card).decode
        if ids is None:
            return [decode(body) for (body,) in self._rows(query + " ORDER BY role.id", (lang,))]
        found = [self._rows(query + " AND role.id = ?", (lang, id_)) for id_ in ids]
        return [decode(rows[0][0]) for rows in found if rows]

    def origin(self, id_: str) -> tuple[str, bool]:
        """Where a career comes from (`bundled` or `own`), and whether it stands in for a bundled one."""
        ((origin, overrides),) = self._rows("SELECT origin, overrides FROM role WHERE id = ?", (id_,))
        return str(origin), bool(overrides)

    def career_names(self) -> list[tuple[str, str]]:
        """Id and English name of every career, for completion."""
        query = (
            "SELECT id, json_extract(card.body, '$.name') FROM role JOIN card USING (num) WHERE lang = ? ORDER BY id"
        )
        return [(str(id_), str(name)) for id_, name in self._rows(query, ("en",))]

    # words and sources

    def labels(self, kind: str, lang: Lang) -> dict[str, str]:
        """Id and name of every section, skill, family or trait."""
        column = "fr" if lang == "fr" else "en"
        return dict(self._rows(f"SELECT id, {column} FROM label WHERE kind = ?", (kind,)))

    def sources(self) -> list[Source]:
        """The whole bibliography, in the order of ids."""
        return [msgspec.json.decode(body, type=Source) for (body,) in self._rows("SELECT body FROM source ORDER BY id")]

    def problems(self) -> list["OwnProblem"]:
        """What is wrong in the roles that had to be left out."""
        rows = self._rows("SELECT id, path, line, field, message FROM problem ORDER BY rowid")
        return [
            OwnProblem(id=id_, finding=Finding(path=path, line=line, field=field, message=message))
            for id_, path, line, field, message in rows
        ]

    def vocabulary(self) -> "Vocabulary":
        """The vocabularies that roles refer to."""
        from careercli.catalogue.compile import stored_vocabulary  # brings PyYAML

        return stored_vocabulary(self._connection)

    # search

    def search(self, text: str, lang: Lang, limit: int) -> tuple[list[Hit], dict[str, str]]:
        """The passages that hold the words, best first, and the words that were taken for others (typos).

        A passage is shown in `lang` if it holds the words there, else in the other language.
        """
        words = _TOKEN.findall(text.casefold())[:16]
        taken: dict[str, str] = {}
        if not words:
            return [], taken
        hits = self._match([f'"{word}"*' for word in words], lang, limit)
        if not hits:
            better = {word: self._nearest_word(word) for word in words}
            taken = {word: near for word, near in better.items() if near != word}
            if taken:
                hits = self._match([f'"{better[word]}"*' for word in words], lang, limit)
        if not hits and len(words) > 1:
            hits = self._match([f'"{better[word]}"*' for word in words], lang, limit, " OR ")
        return hits, taken if hits else {}

    def _match(self, terms: list[str], lang: Lang, limit: int, operator: str = " AND ") -> list[Hit]:
        wanted = f"{{name title text}} : ({operator.join(terms)})"
        found: dict[tuple[str, str], tuple[int, float]] = {}
        for tongue in sorted(LANGS, key=lambda other: other != lang):
            query = """
                SELECT o.id, o.section, passage.rowid, -rank
                FROM passage JOIN passage_of AS o ON o.rowid = passage.rowid
                WHERE passage MATCH ? ORDER BY rank LIMIT ?"""
            for id_, section, row, score in self._rows(query, (f"lang : in{tongue} AND {wanted}", limit)):
                found.setdefault((id_, section), (row, score))
            if len(found) >= limit:
                break
        best = sorted(found.items(), key=lambda item: -item[1][1])[:limit]
        return [self._hit(id_, section, row, score, wanted) for (id_, section), (row, score) in best]

    def _hit(self, id_: str, section: str, row: int, score: float, wanted: str) -> Hit:
        query = """
            SELECT name, title, snippet(passage, 3, '⟦', '⟧', '⟨⟩', 18) FROM passage
            WHERE rowid = ? AND passage MATCH ?"""
        ((name, title, snippet),) = self._rows(query, (row, wanted))
        text = " ".join(snippet.split())
        return Hit(id=id_, kind="role", name=name, score=round(score, 3), section=section, title=title, snippet=text)

    def _nearest_word(self, word: str) -> str:
        """The word of the index that is nearest to one that may not be in it."""
        plain = fold(word).replace(" ", "")
        if not plain or self._rows(
            "SELECT 1 FROM word WHERE term >= ? AND term < ? LIMIT 1", (plain, plain + "\U0010ffff")
        ):
            return word
        known = {
            term: term
            for (term,) in self._rows(
                "SELECT term FROM word WHERE length(term) BETWEEN ? AND ?", (len(plain) - 2, len(plain) + 2)
            )
        }
        near = find_near(plain, known, 1)
        return near[0] if near else word


class OwnProblem(msgspec.Struct, frozen=True):
    """What is wrong in a role that had to be left out."""

    id: str
    finding: Finding
