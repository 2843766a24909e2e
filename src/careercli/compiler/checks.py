"""Checks that go beyond the shape of one file: ids that must meet, sources, typography, the two languages."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from careercli.compiler import schema
from careercli.compiler.load import RoleFiles, Vocabulary
from careercli.core.careers.guide_sections import LATER_SECTIONS, MADE_SECTIONS, SECTIONS
from careercli.core.careers.workings import read_line
from careercli.core.text.citations import EDITORIAL, drop_citations, find_citations
from careercli.core.text.ids import is_reserved
from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import Message, message
from careercli.files.strict_yaml import Value, YamlPath
from careercli.files.validate_shape import Problem
from careercli.locale import Say

#: Problems of a file beyond this many are not looked for: somebody has to read them.
MAX_PROBLEMS = 200
#: What typography a language wants, known by its conventions, and where a text lacks it.
_SPACING: tuple[tuple[str, str, str, Message, re.Pattern[str]], ...] = (
    (
        "semicolon",
        "; ",
        "\u202f",
        message("has `{found}`, which needs a narrow no-break space (U+202F) before it"),
        re.compile(r"(?<![\u202f?!])[;!?](?!\S)"),
    ),
    (
        "colon",
        ": ",
        "\u00a0",
        message("has `{found}`, which needs a no-break space (U+00A0) before it"),
        re.compile(r"(?<!\u00a0)(?::(?!\S)|»)"),
    ),
    (
        "quotation",
        "“{text}”",
        "«\u00a0",
        message("has `{found}`, which needs a no-break space (U+00A0) after it"),
        re.compile(r"«(?!\u00a0)"),
    ),
    (
        "percent",
        "{number}%",
        "{number}\u00a0",
        message("has `{found}`, which needs a no-break space before it"),
        re.compile(r"(?<=[0-9])[ ]?[%€$£](?![A-Za-z])"),
    ),
    (
        "thousands separator",
        ",",
        "\u202f",
        message("has `{found}`, which needs narrow no-break spaces (U+202F) in it"),
        re.compile(r"\b[0-9]{1,3}[ \u00a0.][0-9]{3}\b"),
    ),
)
_UNKNOWN = {
    "family": message("names the unknown family `{name}`"),
    "skill": message("names the unknown skill `{name}`"),
    "trait": message("names the unknown trait `{name}`"),
    "career": message("names the unknown career `{name}`"),
    "source": message("names the unknown source `{name}`"),
}
_Found = Iterator[tuple[str, YamlPath, Message]]


def find_role_problems(
    role: RoleFiles, vocabulary: Vocabulary, known: Collection[str], *, bundled: bool
) -> list[Problem]:
    """All that is wrong with a role: its shape, then whether its parts meet.

    `known` are the ids of all roles. A bundled role has two languages that say the same, and only known skills.
    """
    problems = list(role.problems)
    for file, place, wrong in islice(_find(role, vocabulary, known, bundled=bundled), MAX_PROBLEMS):
        line = role.documents[file].line_of(place) if file in role.documents else 1
        problems.append(Problem(role.folder / file, line, ".".join(map(str, place)), wrong))
    return problems


def _find(role: RoleFiles, vocabulary: Vocabulary, known: Collection[str], *, bundled: bool) -> _Found:
    if role.facts:
        yield from _facts(role, role.facts, vocabulary, known, bundled=bundled)
        for lang, text in role.texts.items():
            yield from _text(role.facts, text, lang)
    for lang in role.texts:
        sources = set(vocabulary.sources) | set(role.sources)
        yield from _prose(role, f"{lang}.yaml", lang, sources, typography=bundled)
    if bundled:
        for lang in vocabulary.full_languages():
            if not (role.folder / f"{lang}.yaml").exists():
                yield f"{lang}.yaml", (), message("is missing: a bundled role has it")
        for lang, text in role.texts.items():
            if lang != SOURCE and SOURCE in role.texts and text.status == "complete":
                yield from _parity(role, lang)


def _unknown(kind: str, name: str, known: Iterable[str]) -> Message:
    near = difflib.get_close_matches(name, list(known), 1, 0.5)
    unknown = _UNKNOWN[kind]._replace(values={"name": name})
    return message("{wrong}: did you mean `{near}`?", wrong=unknown, near=near[0]) if near else unknown


def _facts(
    role: RoleFiles, facts: schema.RoleFacts, vocabulary: Vocabulary, known: Collection[str], *, bundled: bool
) -> _Found:
    file = "facts.yaml"
    if facts.id != role.folder.name:
        yield file, ("id",), message("must be the name of its folder, `{name}`", name=role.folder.name)
    if is_reserved(facts.id):
        yield file, ("id",), message("is a name that Windows keeps for a device: take another")
    if bundled:
        yield from _bundled(facts, vocabulary)
    for n, statement in enumerate(facts.fit):
        if statement.trait not in vocabulary.traits:
            yield file, ("fit", n, "trait"), _unknown("trait", statement.trait, vocabulary.traits)
    for n, related in enumerate(facts.related):
        if related.id not in known:
            yield file, ("related", n, "id"), _unknown("career", related.id, known)
        elif related.id == facts.id:
            yield file, ("related", n, "id"), message("is the career itself")
    for name in ("levels", "ratings", "bands", "related", "costs", "fit", "myths", "occupations", "time_to_enter"):
        yield from _repeated(name, getattr(facts, name))
    stages = [f"{pay.country} {pay.stage}" for pay in facts.expected_pay]
    for n, stage in enumerate(stages):
        if stage in stages[:n]:
            yield file, ("expected_pay", n), message("has `{id}` twice", id=stage)
    yield from _amounts(facts, set(vocabulary.sources) | set(role.sources))
    yield from _currencies(facts, vocabulary)
    if facts.status == "complete":
        yield from _complete(facts)


def _bundled(facts: schema.RoleFacts, vocabulary: Vocabulary) -> _Found:
    """What only a bundled role must meet: known fields and skills, official pay of its own occupations alone."""
    file = "facts.yaml"
    if facts.family not in vocabulary.families:
        yield file, ("family",), _unknown("family", facts.family, vocabulary.families)
    named: list[tuple[YamlPath, str]] = [(("key_tools", n), s) for n, s in enumerate(facts.key_tools)]
    named += [(("skills", "hard", n), s) for n, s in enumerate(facts.skills.hard)]
    named += [(("skills", "soft", n), s) for n, s in enumerate(facts.skills.soft)]
    for place, skill in named:
        if skill not in vocabulary.skills:
            yield file, place, _unknown("skill", skill, vocabulary.skills)
    codes = {link.code for link in facts.occupations}
    for n, band in enumerate(facts.bands):
        if band.occupation and band.occupation not in codes:
            yield file, ("bands", n, "occupation"), message("`{code}` is not among `occupations`", code=band.occupation)


def _repeated(name: str, entries: Iterable[object]) -> _Found:
    key = {"ratings": "level", "occupations": "code", "time_to_enter": "start"}.get(name, "id")
    seen: set[str] = set()
    for n, entry in enumerate(entries):
        id_ = getattr(entry, key)
        if id_ in seen:
            yield "facts.yaml", (name, n), message("has `{id}` twice", id=id_)
        seen.add(id_)


def _amounts(facts: schema.RoleFacts, sources: Collection[str]) -> _Found:
    file = "facts.yaml"
    for name in ("bands", "costs", "time_to_enter", "expected_pay"):
        for n, entry in enumerate(getattr(facts, name)):
            if entry.source is None and entry.basis != EDITORIAL:
                said = "has basis `{basis}` and so must name its source"
                yield file, (name, n), message(said, basis=entry.basis)
            elif entry.source is not None and entry.source not in sources:
                yield file, (name, n, "source"), _unknown("source", entry.source, sources)
            if entry.low is not None and entry.high is not None and entry.low > entry.high:
                yield file, (name, n, "low"), message("is above `high`")
    for n, band in enumerate(facts.bands):
        points = [p for p in (band.p10, band.p25, band.p50, band.p75, band.p90) if p is not None]
        if points != sorted(points):
            yield file, ("bands", n), message("has percentiles that do not rise")
        others = (band.mean, band.low, band.high, band.can_pass)
        if not points and all(amount is None for amount in others):
            yield file, ("bands", n), message("has no amount")
        if band.occupation and band.counts:
            said = "follows from how closely `{code}` matches: leave it out"
            yield file, ("bands", n, "counts"), message(said, code=band.occupation)
    if facts.study_years[0] > facts.study_years[1]:
        yield file, ("study_years",), message("must rise")


def _currencies(facts: schema.RoleFacts, vocabulary: Vocabulary) -> _Found:
    """Pay by judgement in another currency than that of the country, whose employees' pay its stars are set against."""
    for name in ("bands", "expected_pay"):
        for n, entry in enumerate(getattr(facts, name)):
            country, judged = vocabulary.countries.get(entry.country), entry.basis == EDITORIAL
            if judged and country and country.currency and entry.currency != country.currency:
                said = "is `{currency}`, but pay in {country} is compared in `{own}`: write it in `{own}`"
                wrong = message(said, currency=entry.currency, country=entry.country, own=country.currency)
                yield "facts.yaml", (name, n, "currency"), wrong


def _complete(facts: schema.RoleFacts) -> _Found:
    file = "facts.yaml"
    for level in ("middle", "senior"):
        if level not in {r.level for r in facts.ratings}:
            yield file, ("ratings",), message("must rate the level `{level}`", level=level)
    for name in ("bands", "related", "levels", "costs", "myths"):
        if not getattr(facts, name):
            yield file, (), message("needs `{name}` to be complete", name=name)
    for direction in ("for", "against"):
        count = sum(s.direction == direction for s in facts.fit)
        if count < 6:
            said = "has {n} statements of direction `{direction}`: at least 6 are needed"
            yield file, ("fit",), message(said, n=count, direction=direction)


def section_text(text: schema.RoleText, id_: str) -> schema.SectionText | None:
    """The words of a section, or None where it is not written."""
    found: schema.SectionText | None = getattr(text, id_.replace("-", "_"))
    return found


def _text(facts: schema.RoleFacts, text: schema.RoleText, lang: Lang) -> _Found:
    file = f"{lang}.yaml"
    complete = facts.status == text.status == "complete"
    parts = (*schema.MAIN_PARTS.values(), *schema.MORE_PARTS.values())
    special = {part for some in parts for part in some} - set(schema.FREE_PARTS)
    for id_ in SECTIONS:
        section = section_text(text, id_)
        if section is None:
            if complete and id_ not in (*MADE_SECTIONS, *LATER_SECTIONS):
                said = "lacks the section `{id}`: write it, or set `status: draft` in facts.yaml"
                yield file, (), message(said, id=id_)
            continue
        for n, working in enumerate(section.workings):
            for name, amount in working.points.items():
                if read_line(name, amount) is None:
                    said = "is no amount: write 2300, 2000–2300, 4 × 2300 or -500"
                    yield file, (id_, "workings", n, "points", name), message(said)
        main = schema.MAIN_PARTS.get(id_, ())
        for part in main:
            needed = facts.occupations if part == "occupations" else complete or part == main[0]
            if needed and not getattr(section, part):
                yield file, (id_,), message("lacks `{name}`", name=part)
        if not main and not any(getattr(section, part) for part in schema.FREE_PARTS):
            yield file, (id_,), message("is empty")
        for part in special - {*main, *schema.MORE_PARTS.get(id_, ())}:
            if getattr(section, part):
                yield file, (id_, part), message("does not belong in this section")
    yield from _keys_meet(facts, text, file)


def _keys_meet(facts: schema.RoleFacts, text: schema.RoleText, file: str) -> _Found:
    wanted: list[tuple[str, str, list[str]]] = [
        ("hard-skills", "skills", list(facts.skills.hard)),
        ("soft-skills", "skills", list(facts.skills.soft)),
        ("seniority", "levels", [entry.id for entry in facts.levels]),
        ("pay", "ratings", [entry.level for entry in facts.ratings]),
        ("pay", "bands", [entry.id for entry in facts.bands]),
        ("pay", "occupations", [entry.code for entry in facts.occupations]),
        ("related", "related", [entry.id for entry in facts.related]),
        ("costs", "costs", [entry.id for entry in facts.costs]),
        ("fit", "statements", [entry.id for entry in facts.fit]),
        ("myths", "myths", [entry.id for entry in facts.myths]),
    ]
    for id_, part, ids in wanted:
        section = section_text(text, id_)
        if section is None:
            continue
        words: dict[str, object] = getattr(section, part)
        for key in ids:
            if key not in words:
                yield file, (id_, part), message("has no words for `{key}` of facts.yaml", key=key)
        for key in words:
            if key not in ids:
                yield file, (id_, part, key), message("is not in facts.yaml")


def _strings(value: Value, place: YamlPath) -> Iterator[tuple[YamlPath, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            if " " in key:  # what a line of a sum is
                yield (*place, key), key
            yield from _strings(item, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _strings(item, (*place, number))


def _prose(role: RoleFiles, file: str, lang: Lang, sources: Collection[str], *, typography: bool) -> _Found:
    if file not in role.documents:
        return
    for place, text in _strings(role.documents[file].value, ()):
        if "…" in text:
            yield file, place, message("has the character `…`, which is kept for cuts")
        for id_ in find_citations(text):
            if id_ != EDITORIAL and id_ not in sources:
                yield file, place, _unknown("source", id_, sources)
        for wrong in find_spacing_problems(text, lang) if typography else ():
            yield file, place, wrong


def find_spacing_problems(text: str, lang: Lang) -> list[Message]:
    """The spaces of a language's typography that a text lacks."""
    plain, say = drop_citations(text), Say(lang)
    rules = [
        (needs, pattern)
        for context, english, begins, needs, pattern in _SPACING
        if say.convention(context, english).startswith(begins)
    ]
    found = ((pattern.search(plain), needs) for needs, pattern in rules)
    return [needs._replace(values={"found": wrong[0].strip()}) for wrong, needs in found if wrong]


def _parity(role: RoleFiles, lang: Lang) -> _Found:
    """A language has the sections that English has. What stands in them follows its own readers' country."""
    for id_ in SECTIONS:
        english, other = (section_text(role.texts[one], id_) for one in (SOURCE, lang))
        if (english is None) != (other is None):
            said = "and {other} differ: only one has `{key}`"
            yield f"{lang}.yaml", (), message(said, other=f"{SOURCE}.yaml", key=id_)
