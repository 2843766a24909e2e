"""Joins the facts and a text of a role into what is shown: a `Role` in one language."""

from collections.abc import Mapping
from typing import Any

import msgspec

from careercli.compiler import entries, schema
from careercli.compiler.checks import section_text
from careercli.compiler.load import Vocabulary
from careercli.compiler.name_groups import Statistics
from careercli.compiler.reading import term_finder
from careercli.core.careers import model as m
from careercli.core.careers.guide_sections import SECTIONS
from careercli.core.careers.workings import read_line
from careercli.core.pay.bands import find_neighbour_pay
from careercli.core.pay.distribution import AllEmployees, share_below, stars_of
from careercli.core.pay.rating import pay_of_stars, rate_levels
from careercli.core.text.citations import EDITORIAL, find_citations, replace_citations
from careercli.core.text.languages import Lang, text_in
from careercli.locale import Say


def make_bands(
    facts: schema.RoleFacts, words: Mapping[str, str], lang: Lang, statistics: Statistics
) -> tuple[m.PayBand, ...]:
    """The bands of a role, each with whom it counts: official wages the title itself only where they are its own."""
    exact = {link.code for link in facts.occupations if link.match == "exact" and link.code.endswith(".00")}

    def made(band: schema.BandFacts) -> m.PayBand:
        of = statistics.groups.get((band.occupation or "", band.country))
        own = of.own if of else band.occupation in exact
        counts = band.counts or ("title" if own or not band.occupation else "neighbour")
        place = text_in(band.place, lang) if band.place else None
        said = {"label": words.get(band.id, ""), "counts": counts, "place": place, "of": of}
        return m.PayBand(**msgspec.structs.asdict(band) | said)

    return tuple(made(band) for band in facts.bands)


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
    statistics: Statistics,
) -> m.Role:
    """A role in one language. What it says of other roles is filled in when it is read: they may change."""
    merge = Merge(facts, lang, vocabulary, statistics)
    sections = [
        merge.section(id_, words, vocabulary.sections[id_])
        for id_ in SECTIONS
        if (words := section_text(text, id_)) is not None
    ]
    finder = term_finder(vocabulary.glossary, lang)
    read = (_as_read(section, Say(lang).country) for section in sections)
    texts = (replace_citations(string) for section in read for string in section_strings(section))
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
        expected_pay=merge.expected_pay(),
        reviewed=facts.reviewed,
        occupations=merge.occupations(text.pay.occupations if text.pay else {}),
        sections=tuple(sections),
    )


def _judged_pay(band: schema.BandFacts) -> m.ExpectedPay | None:
    """What an author's own range for the career says of it: about year five, for no level is named."""
    whole = band.level is None and band.occupation is None and band.counts in (None, "title")
    if not whole or band.basis != EDITORIAL or (band.period, band.tax) != ("year", "gross"):
        return None
    if not band.low or not band.high:
        return None
    return m.ExpectedPay(
        country=band.country, stage="fifth", low=band.low, high=band.high, currency=band.currency, basis=band.basis
    )


class Merge:
    """The facts of a role, put into the sections that show them: a method a part."""

    def __init__(self, facts: schema.RoleFacts, lang: Lang, vocabulary: Vocabulary, statistics: Statistics) -> None:
        self.facts = facts
        self.statistics = statistics
        self.lang: Lang = lang
        self.vocabulary = vocabulary

    def section(self, id_: str, words: schema.SectionText, name: entries.SectionName) -> m.Section:
        parts: dict[str, Any] = {
            part: getattr(words, part) for part in ("text", "points", "closing") if getattr(words, part)
        }
        for part in ("items", "steps", "pros", "cons"):
            if entries := getattr(words, part):
                parts[part] = tuple(m.Item(name=e.name, text=e.text) for e in entries)
        for main in schema.MAIN_PARTS.get(id_, ()):
            if made := getattr(self, main, None):
                parts[main] = made(getattr(words, main))
        if words.sums:
            parts["sums"] = tuple(m.Sum(**msgspec.structs.asdict(entry)) for entry in words.sums)
        if words.workings:
            parts["workings"] = tuple(self.working(entry) for entry in words.workings)
        if id_ == "hard-skills":
            parts["skills"] = self.skill_notes(self.facts.skills.hard, words.skills)
        elif id_ == "soft-skills":
            parts["skills"] = self.skill_notes(self.facts.skills.soft, words.skills)
        elif id_ == "at-a-glance":
            parts["stars"] = next((r.stars for r in self.facts.ratings if r.level == "senior"), None)
            parts["ratings"] = self.ratings({})
            parts["neighbours"] = self.neighbours()
        elif id_ == "pay":
            parts["neighbours"] = self.neighbours()
        return m.Section(id=id_, title=name.name(self.lang), topics=name.topics, **parts)

    def working(self, words: schema.WorkingText) -> m.Working:
        """A sum with its lines multiplied out and, where it has a name, added up."""
        here = self.vocabulary.countries.get(Say(self.lang).country)
        lines = tuple(line for name, amount in words.points.items() if (line := read_line(name, amount)))
        return m.Working(
            name=words.name,
            unit=words.unit or (here and here.currency) or "",
            text=words.text,
            lines=lines,
            total=words.total,
            low=sum(line.low for line in lines) if words.total else None,
            high=sum(line.high for line in lines) if words.total else None,
            closing=words.closing,
        )

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

    def ratings(self, words: Mapping[m.Level, schema.NamedText]) -> tuple[m.Rating, ...]:
        """Our judgement first, then what is measured and what is told, by country."""
        bands = make_bands(self.facts, {}, self.lang, self.statistics)
        everybody = self.statistics.everybody
        judged_by = next((everybody[band.country] for band in bands[:1] if band.country in everybody), None)
        editorial = tuple(self._judged(f, words.get(f.level), judged_by) for f in self.facts.ratings)
        return editorial + rate_levels(bands, everybody)

    def _judged(
        self, facts: schema.RatingFacts, words: schema.NamedText | None, everybody: AllEmployees | None
    ) -> m.Rating:
        """Stars by our judgement, against the employees of the country of the first band."""
        low, high = pay_of_stars(facts.stars, everybody) if everybody else (None, None)
        return m.Rating(
            level=facts.level,
            stars=facts.stars,
            basis="editorial",
            low=low,
            high=high,
            currency=everybody.currency if everybody else None,
            country=everybody.country if everybody else None,
            label=words.name if words else "",
            text=words.text if words else "",
        )

    def expected_pay(self) -> tuple[m.ExpectedPay, ...]:
        """What one may expect, with the stars of the middle where the pay of all employees is known."""
        expected = [m.ExpectedPay(**msgspec.structs.asdict(facts)) for facts in self.facts.expected_pay]
        told = {pay.country for pay in expected}
        expected += [pay for band in self.facts.bands if band.country not in told and (pay := _judged_pay(band))]
        return tuple(msgspec.structs.replace(pay, stars=self._stars(pay)) for pay in expected)

    def _stars(self, pay: m.ExpectedPay) -> int | None:
        everybody = self.statistics.everybody.get(pay.country)
        return stars_of(share_below(everybody, (pay.low + pay.high) / 2, "year", "gross")) if everybody else None

    def bands(self, words: dict[str, str]) -> tuple[m.PayBand, ...]:
        return make_bands(self.facts, words, self.lang, self.statistics)

    def neighbours(self) -> tuple[m.NeighbourPay, ...]:
        """By country, what the official occupations beside the career pay, where none counts it."""
        bands = make_bands(self.facts, {}, self.lang, self.statistics)
        near = (find_neighbour_pay(bands, c) for c in dict.fromkeys(b.country for b in bands))
        return tuple(pay for pay in near if pay)

    def occupations(self, words: dict[str, str]) -> tuple[m.OccupationLink, ...]:
        titles = self.statistics.titles
        return tuple(
            m.OccupationLink(code=f.code, title=titles.get(f.code, ""), match=f.match, note=words.get(f.code, ""))
            for f in self.facts.occupations
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


def _as_read(section: m.Section, country: str) -> m.Section:
    """A section without the costs and the pay of other countries than its readers'."""
    costs = tuple(cost for cost in section.costs if cost.country in (None, "world", country))
    return msgspec.structs.replace(section, costs=costs, bands=tuple(b for b in section.bands if b.country == country))


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
    "unit",
    "country",
    "reference",
    "occupation",
    "entry",
    "pay",
    "match",
    "code",
    "counts",
    "neighbours",
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
        ids += [rating.source for rating in section.ratings if rating.source]
    wanted = [id_ for id_ in dict.fromkeys(ids) if id_ != EDITORIAL and id_ in sources]
    return tuple(msgspec.structs.replace(sources[id_], number=n) for n, id_ in enumerate(wanted, 1))
