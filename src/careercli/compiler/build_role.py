"""Joins the facts and a text of a role into what is shown: a `Role` in one language."""

from collections.abc import Mapping
from typing import Any

import msgspec

from careercli.compiler import schema
from careercli.compiler.checks import section_text
from careercli.compiler.load import Vocabulary
from careercli.compiler.reading import TermFinder
from careercli.core.careers import model as m
from careercli.core.pay.distribution import LEVEL_POINTS, AllEmployees, share_below, stars_of
from careercli.core.text.citations import EDITORIAL, find_citations, replace_citations
from careercli.core.text.languages import Lang


def skill_name(vocabulary: Vocabulary, id_: str, lang: Lang) -> tuple[str, m.SkillKind]:
    """Name and kind of a skill; a user's own role may use skills that are not in the vocabulary."""
    if entry := vocabulary.skills.get(id_):
        return entry.name(lang), entry.kind
    return id_.replace("-", " ").capitalize(), "hard"


def merge_role(
    facts: schema.RoleFacts,
    text: schema.RoleText,
    lang: Lang,
    vocabulary: Vocabulary,
    sources: dict[str, m.Source],
    everybody: Mapping[str, AllEmployees],
) -> m.Role:
    """A role in one language. What it says of other roles is filled in when it is read: they may change."""
    merge = Merge(facts, lang, vocabulary, everybody)
    sections = [
        merge.section(id_, words, vocabulary.sections[id_].name(lang))
        for id_ in m.SECTIONS
        if (words := section_text(text, id_)) is not None
    ]
    finder = TermFinder(vocabulary.glossary, lang)
    texts = (replace_citations(string) for section in sections for string in section_strings(section))
    if explained := finder.section(vocabulary.sections["words"].name(lang), texts):
        place = next((n for n, section in enumerate(sections) if section.id == "sources"), len(sections))
        sections.insert(place, explained)
    numbered = _number_sources(sections, facts, sources)
    if numbered:
        intro = next((s.text for s in sections if s.id == "sources"), ())
        sections = [s for s in sections if s.id != "sources"]
        sections.append(
            m.Section(id="sources", title=vocabulary.sections["sources"].name(lang), text=intro, sources=numbered)
        )
    stars = {rating.level: rating.stars for rating in facts.ratings}
    senior = stars.get("senior")
    return m.Role(
        id=facts.id,
        lang=lang,
        status=facts.status,
        name=text.name,
        alt_names=text.alt_names,
        summary=text.summary,
        family=facts.family,
        focus=text.core_focus,
        tools=tuple(skill_name(vocabulary, s, lang)[0] for s in facts.key_tools),
        entry=facts.entry,
        remote=facts.remote,
        stars=stars.get("middle"),
        headline_stars=None if senior is None else (senior + 1) // 2,
        study_years=facts.study_years,
        time_to_enter=tuple(m.TimeToEnter(**msgspec.structs.asdict(entry)) for entry in facts.time_to_enter),
        reviewed=facts.reviewed,
        occupations=merge.occupations(text.pay.occupations if text.pay else {}),
        sections=tuple(sections),
    )


class Merge:
    """The facts of a role, put into the sections that show them: a method a part."""

    def __init__(
        self, facts: schema.RoleFacts, lang: Lang, vocabulary: Vocabulary, everybody: Mapping[str, AllEmployees]
    ) -> None:
        self.facts = facts
        self.everybody = everybody
        self.lang: Lang = lang
        self.vocabulary = vocabulary

    def section(self, id_: str, words: schema.SectionText, title: str) -> m.Section:
        parts: dict[str, Any] = {
            part: getattr(words, part) for part in ("text", "points", "closing") if getattr(words, part)
        }
        for part in ("items", "steps", "pros", "cons"):
            if entries := getattr(words, part):
                parts[part] = tuple(m.Item(name=e.name, text=e.text) for e in entries)
        for main in schema.MAIN_PARTS.get(id_, ()):
            if made := getattr(self, main, None):
                parts[main] = made(getattr(words, main))
        if id_ == "hard-skills":
            parts["skills"] = self.skill_notes(self.facts.skills.hard, words.skills)
        elif id_ == "soft-skills":
            parts["skills"] = self.skill_notes(self.facts.skills.soft, words.skills)
        elif id_ == "at-a-glance":
            senior = next((r.stars for r in self.facts.ratings if r.level == "senior"), None)
            parts["stars"] = None if senior is None else (senior + 1) // 2
        return m.Section(id=id_, title=title, **parts)

    def badges(self, words: schema.BadgeTexts | None) -> tuple[m.Badge, ...]:
        return tuple(m.Badge(id=k, text=v) for k, v in msgspec.structs.asdict(words).items()) if words else ()

    def skill_notes(self, ids: tuple[str, ...], words: dict[str, str]) -> tuple[m.SkillNote, ...]:
        found = []
        for id_ in ids:
            name, kind = skill_name(self.vocabulary, id_, self.lang)
            found.append(m.SkillNote(id=id_, name=name, kind=kind, text=words.get(id_, "")))
        return tuple(found)

    def levels(self, words: dict[m.Level, schema.NamedPoints]) -> tuple[m.SeniorityLevel, ...]:
        return tuple(
            m.SeniorityLevel(id=f.id, name=words[f.id].name, years=f.years, points=words[f.id].points)
            for f in self.facts.levels
            if f.id in words
        )

    def leanings(self, words: tuple[schema.NamedPoints, ...]) -> tuple[m.Leaning, ...]:
        return tuple(m.Leaning(name=w.name, points=w.points) for w in words)

    def moments(self, words: tuple[schema.MomentText, ...]) -> tuple[m.Moment, ...]:
        return tuple(m.Moment(time=w.time, text=w.text) for w in words)

    def ratings(self, words: dict[m.Level, schema.NamedText]) -> tuple[m.Rating, ...]:
        editorial = tuple(
            m.Rating(
                level=f.level,
                stars=f.stars,
                basis="editorial",
                label=words[f.level].name if f.level in words else "",
                text=words[f.level].text if f.level in words else "",
            )
            for f in self.facts.ratings
        )
        return editorial + self.measured()

    def measured(self) -> tuple[m.Rating, ...]:
        """Stars by the official wages of the first occupation of a country that has them.

        A level is one of its percentiles.
        """
        for band in self.facts.bands:
            everybody = self.everybody.get(band.country)
            if everybody and band.basis == "official" and band.occupation and band.period == "year":
                return tuple(
                    m.Rating(
                        level=level,
                        stars=stars_of(share),
                        basis="measured",
                        percentile=share,
                        amount=amount,
                        currency=band.currency,
                        country=band.country,
                    )
                    for level, point in LEVEL_POINTS.items()
                    if (amount := getattr(band, point)) is not None
                    for share in [share_below(everybody, amount, band.period, band.tax)]
                )
        return ()

    def bands(self, words: dict[str, str]) -> tuple[m.PayBand, ...]:
        return tuple(m.PayBand(label=words.get(f.id, ""), **msgspec.structs.asdict(f)) for f in self.facts.bands)

    def occupations(self, words: dict[str, str]) -> tuple[m.OccupationLink, ...]:
        return tuple(
            m.OccupationLink(code=f.code, match=f.match, note=words.get(f.code, "")) for f in self.facts.occupations
        )

    def related(self, words: dict[str, str]) -> tuple[m.RelatedRole, ...]:
        return tuple(m.RelatedRole(id=f.id, pay=f.pay, text=words.get(f.id, "")) for f in self.facts.related)

    def costs(self, words: dict[str, schema.NamedText]) -> tuple[m.Cost, ...]:
        return tuple(
            m.Cost(name=words[f.id].name, text=words[f.id].text, **msgspec.structs.asdict(f))
            for f in self.facts.costs
            if f.id in words
        )

    def statements(self, words: dict[str, str]) -> tuple[m.Statement, ...]:
        return tuple(
            m.Statement(id=f.id, direction=f.direction, trait=f.trait, text=words[f.id])
            for f in self.facts.fit
            if f.id in words
        )

    def myths(self, words: dict[str, schema.MythText]) -> tuple[m.Myth, ...]:
        return tuple(
            m.Myth(id=f.id, claim=words[f.id].claim, verdict=f.verdict, text=words[f.id].text)
            for f in self.facts.myths
            if f.id in words
        )

    def questions(self, words: tuple[schema.QuestionText, ...]) -> tuple[m.Question, ...]:
        return tuple(m.Question(question=w.question, answer=w.answer) for w in words)


def section_strings(section: m.Section) -> list[str]:
    """All the texts of a section, in the order in which they are shown."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, list | tuple):
            for item in value:
                walk(item)
        elif isinstance(value, m.Source):
            found.append(value.title)
        elif isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                if name not in _NOT_TEXT:
                    walk(getattr(value, name))

    walk(section)
    return found


_NOT_TEXT = {
    "id",
    "title",
    "trait",
    "direction",
    "verdict",
    "basis",
    "kind",
    "source",
    "level",
    "period",
    "tax",
    "currency",
    "country",
    "reference",
    "occupation",
    "entry",
    "pay",
    "match",
    "code",
}


def _number_sources(
    sections: list[m.Section], facts: schema.RoleFacts, sources: dict[str, m.Source]
) -> tuple[m.Source, ...]:
    """The sources that the sections cite, numbered in the order of their first appearance."""
    ids: list[str] = []
    for section in sections:
        for string in section_strings(section):
            ids += find_citations(string)
        ids += [band.source for band in section.bands if band.source]
        ids += [cost.source for cost in section.costs if cost.source]
    wanted = [id_ for id_ in dict.fromkeys(ids) if id_ != EDITORIAL and id_ in sources]
    return tuple(msgspec.structs.replace(sources[id_], number=n) for n, id_ in enumerate(wanted, 1))
