"""The statements of a questionnaire, and the words that all its pages share."""

from collections.abc import Iterable, Mapping

from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import find_leanings
from careercli.core.quiz.reports import DiffReport, ItemsReport, QuizReport
from careercli.core.text.page import Block, Bullets, Grid, Heading, Page
from careercli.locale import Say
from careercli.locale.quiz_words import answer_words, liking_words, living_words
from careercli.locale.words import interest_words

#: Columns of a bar.
BAR = 20


def lay_out(report: Report, say: Say) -> Page:
    """The statements of a questionnaire with their ids."""
    assert isinstance(report, ItemsReport)
    items = report.data.items
    if any(item.direction for item in items):
        sides = {"for": say("for"), "against": say("against")}
        titles = (say("Id"), say("Statement"), say("Speaks"))
        rows = tuple((item.id, item.text, sides[item.direction or "for"]) for item in items)
        return Page((Heading(report.name, 1), Grid(titles, rows, least=60)))
    types = interest_words(say)
    titles = (say("Id"), say("Activity"), say("Type"))
    activities = tuple((i.id, i.text, types[i.scale].partition(":")[0].strip()) for i in items if i.scale)
    blocks: list[Block] = [Heading(report.name, 1), Grid(titles, activities, least=60)]
    hard = tuple((item.id, item.text) for item in items if item.condition)
    rest = tuple((item.id, item.text) for item in items if not item.scale and not item.condition)
    for title, statements in ((say("What is hard"), hard), (say("Preparation"), rest)):
        if statements:
            blocks += [Heading(title, 2), Grid((say("Id"), say("Statement")), statements, least=60)]
    return Page(tuple(blocks))


def steps_of(report: QuizReport | DiffReport, id_: str, say: Say) -> tuple[str, ...]:
    """The words of the answers to a statement, from 1 to 5."""
    if id_ in report.conditions:
        return living_words(say)
    return liking_words(say) if id_ in report.activities else answer_words(say)


def band_word(band: str | None, say: Say) -> str:
    """A band of fit in words."""
    return {
        "strong": say("much of this work is to your liking"),
        "good": say("more speaks for it than against"),
        "mixed": say("as much for as against: look at the reasons"),
        "weak": say("more speaks against it than for"),
        "poor": say("much of this work is not to your liking"),
    }[band or "mixed"]


def bar(share: float, columns: int = BAR) -> str:
    """A bar for a share from 0 to 1."""
    filled = min(max(round(share * columns), 0), columns)
    return "━" * filled + "─" * (columns - filled)


def percent(share: float, say: Say) -> str:
    """A share as a percentage."""
    return say.share(share)


def bullets(lines: Iterable[str], mark: str = "dot") -> Bullets:
    """A list of sentences."""
    return Bullets(tuple(("", line) for line in lines), mark)  # type: ignore[arg-type]


def label_word(label: str, say: Say) -> str:
    """The label of a match in words: how seldom answers at random would reach its fit."""
    return {"best": say("a clear fit"), "great": say("a fairly clear fit")}.get(label, say("no clear fit"))


def leanings_words(scores: Mapping[str, float], errors: Mapping[str, float], say: Say) -> str:
    """The types that stand out of six scores, in a few words: “most Social, least Realistic”."""
    words = {letter: word.partition(":")[0].strip() for letter, word in interest_words(say).items()}
    most, least = (
        say.joined([words.get(letter, letter) for letter in letters]) for letters in find_leanings(scores, errors)
    )
    if most and least:
        return say("Most {most}, least {least}", most=most, least=least)
    if most:
        return say("Most {most}", most=most)
    return say("Least {least}", least=least) if least else say("No type stands out")
