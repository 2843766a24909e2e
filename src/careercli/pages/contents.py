"""What a page holds, by numbers to ask for, and the sources that it cites."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from careercli.core.careers.model import Role, Section, Source
from careercli.core.text.citations import find_citations
from careercli.core.text.page import Bibliography, Block, Bullets, Cited, Facts, Prose, map_texts
from careercli.locale import NO_BREAK, Say, words
from careercli.pages.actions import command

#: Publishers that are all named, and letters of those that are named where they are more.
ALL_NAMED, NAMED = 3, 42


def contents(titles: Sequence[str], id_: str, say: Say) -> Block:
    """The sections by number, and the command that shows one."""
    numbered = (f"{n}{NO_BREAK}{title.replace(' ', NO_BREAK)}" for n, title in enumerate(titles, 1))
    shown = command("show", id_, "--section", str(min(4, len(titles))))
    text = say("In parts: {contents}. One of them: {command}", contents=" · ".join(numbered), command=shown)
    return Prose(text, quiet=True)


def guide_contents(sections: Sequence[Section], id_: str, say: Say) -> list[Block]:
    """The sections of a guide by number, in groups that say what one finds there, and the command that shows one."""
    groups = {
        "at-a-glance": say("The work"),
        "fit": say("The way in"),
        "pay": say("Money, study"),
        "hard-skills": say("Skills"),
        "pros-cons": say("Prospects"),
        "related": say("Around it"),
        "before-you-start": say("Good to know"),
    }
    found: dict[str, list[str]] = {}
    group = say("The work")
    for number, section in enumerate(sections, 1):
        group = groups.get(section.id, group)
        found.setdefault(group, []).append(f"{number}{NO_BREAK}{section.title.replace(' ', NO_BREAK)}")
    shown = command("show", id_, "--section", str(min(4, len(sections))))
    rows = tuple((name, f"{NO_BREAK}· ".join(titles)) for name, titles in found.items())
    first = _first_for_each(sections, say)
    return [
        Facts((*([(say("Read first"), first)] if first else []), *rows)),
        Prose(say("One of these parts: {command}", command=shown), quiet=True),
    ]


def same_for_all(titles: Mapping[str, str], say: Say) -> list[Block]:
    """The pages on what is the same for every career, by id."""
    told = tuple((title, command("topic", say.label("topic", id_))) for id_, title in titles.items())
    return [Prose(say("The same for every career:"), quiet=True, joined=True), Bullets(told)] if told else []


def _first_for_each(sections: Sequence[Section], say: Say) -> str:
    """Which sections each kind of reader reads first, by their numbers."""
    numbers = {section.id: str(number) for number, section in enumerate(sections, 1)}
    wanted = (
        (say("at school"), ("day-in-the-life", "how-to-become", "after-school", "pay", "costs")),
        (say("in another job, or out of work"), ("career-change", "pay", "costs", "how-to-become")),
        (say("in doubt"), ("fit", "pros-cons", "myths")),
    )
    told = ((who, [numbers[id_] for id_ in ids if id_ in numbers]) for who, ids in wanted)
    return say.semicolon.join(f"{who}{NO_BREAK}{f',{NO_BREAK}'.join(found)}" for who, found in told if found)


def cited_in(blocks: Iterable[Block], sources: Iterable[Source]) -> list[Source]:
    """The sources that some blocks cite, numbered from one in the order in which a reader meets them."""
    cited: dict[str, None] = {}

    def note(text: str) -> str:
        cited.update(dict.fromkeys(find_citations(text)))
        return text

    map_texts(tuple(blocks), note)
    known = {source.id: source for source in sources}
    met = [known[id_] for id_ in cited if id_ in known]
    return [msgspec.structs.replace(source, number=number) for number, source in enumerate(met, 1)]


def cited_first(blocks: Iterable[Block], sources: Iterable[Source]) -> list[Source]:
    """All sources, numbered: those that some blocks cite as they are met, then the others."""
    known = tuple(sources)
    met = cited_in(blocks, known)
    ids = {source.id for source in met}
    others = [source for source in known if source.id not in ids]
    return [*met, *(msgspec.structs.replace(other, number=n) for n, other in enumerate(others, len(met) + 1))]


def copies_in(sources: Iterable[Source]) -> frozenset[str]:
    """The sources of which we read a page that retells them."""
    return frozenset(source.id for source in sources if source.weak)


def reviewed_remark(role: Role, say: Say) -> str:
    """When a guide was last read against its sources; empty where that is not known."""
    return say("Sources last checked: {date}.", date=say.date(role.reviewed)) if role.reviewed else ""


def first_publishers(sources: Iterable[Source], say: Say) -> str:
    """Who publishes the sources, without their numbers: all where they are few, else those that one line holds."""
    named: list[str] = []
    for source in sources:
        if not any(source.publisher.startswith(publisher) for publisher in named):
            named.append(source.publisher)
    if len(named) > ALL_NAMED or len(say.semicolon.join(named)) > NAMED:
        fitting = [n for n in range(1, len(named)) if len(say.semicolon.join(named[:n])) <= NAMED]
        named = [*named[: max(fitting, default=1)], say("others")]
    return say("Sources: {sources}.", sources=say.semicolon.join(named))


def bibliography(sources: Iterable[Source], say: Say, *, whole: bool = False) -> list[Block]:
    """The sources by number, each on a line, or `whole` in a section of their own; nothing where there are none."""
    rows = tuple(
        Cited(f"[{source.number}]", words.source_line(source, say), words.shorter_source_lines(source, say))
        for source in sources
    )
    return [Bibliography(rows, say("In full: {command}", command=command("sources")), whole)] if rows else []


def short_sources(sources: Iterable[Source], say: Say, remark: str = "") -> Prose:
    """Just who and when, for one screen, after a remark."""
    told = say.semicolon.join(_by_publisher(sources, say))
    return Prose(f"{remark} {told}".strip(), quiet=True)


def _by_publisher(sources: Iterable[Source], say: Say) -> list[str]:
    """A line a publisher: the numbers of its sources, and of when they are."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(source.publisher, []).append(source)
    return [
        " ".join(f"[{source.number}]" for source in group)
        + " "
        + ", ".join(dict.fromkeys([publisher, *(say.date(source.date) for source in group)]))
        for publisher, group in groups.items()
    ]
