"""The statements of a questionnaire, and the words that all its pages share."""

from collections.abc import Iterable

from careercli.core.careers.reports import Report
from careercli.core.quiz.answers import MIDDLE
from careercli.core.quiz.reasons import LOWEST_RATING, amount_of, rating_share
from careercli.core.quiz.reports import ItemsReport, Reason
from careercli.core.text.page import Block, Bullets, Grid, Heading, Page
from careercli.locale import NO_BREAK, Say
from careercli.locale.words import interest_names, interest_words

#: A work is nearer to an activity than all others but itself.
MOST = 0.99
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
    if rest := tuple((item.id, item.text) for item in items if not item.scale):
        blocks += [Heading(say("Preparation"), 2), Grid((say("Id"), say("Statement")), rest, least=60)]
    return Page(tuple(blocks))


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


def activity_reason(reason: Reason, say: Say) -> str:
    """Why an answer to an activity pulled a career up or down, in a sentence: by its rating as its page shows it."""
    text = say.quoted(reason.text)
    near = reason.nearer is not None
    if not near and (type_ := interest_names(say).get(reason.id[0].upper())):
        text = say("{type}, as in {text}", type=type_, text=text)
    work = near_words(reason, say) if near else work_words(reason.rating, say)
    answer = reason.answer or MIDDLE
    if answer == MIDDLE:
        return say("{text}: you would neither like nor dislike it; {work}", text=text, work=work)
    if answer > MIDDLE:
        return say("{text}: you would like it; {work}", text=text, work=work)
    return say("{text}: you would not like it; {work}", text=text, work=work)


def work_words(rating: float | None, say: Say) -> str:
    """How much of a type a career has, on the scale that its page shows."""
    known = LOWEST_RATING if rating is None else rating
    shown = say("{rating} of 7", rating=say.number(known, 1)).replace(" ", NO_BREAK)
    return {
        "much": say("this work has much of it ({rating})", rating=shown),
        "some": say("this work has some of it ({rating})", rating=shown),
        "little": say("this work has little of it ({rating})", rating=shown),
    }[amount_of(rating_share(known))]


def near_words(reason: Reason, say: Say) -> str:
    """How near an activity is to what people do in a career, beside all others."""
    nearer = reason.nearer or 0.0
    return {
        "much": say("this work is nearer to it than {share} of careers are", share=percent(min(nearer, MOST), say)),
        "some": say("this work is neither near it nor far from it"),
        "little": say(
            "this work is farther from it than {share} of careers are", share=percent(min(1 - nearer, MOST), say)
        ),
    }[amount_of(nearer)]


def against_words(reason: Reason, text: str, say: Say) -> str:
    """What speaks against a career, or least for it where nothing speaks against it."""
    if reason.weak:
        return say("nothing speaks strongly against it; least for it: {reason}", reason=text)
    return text


def bullets(lines: Iterable[str], mark: str = "dot") -> Bullets:
    """A list of sentences."""
    return Bullets(tuple(("", line) for line in lines), mark)  # type: ignore[arg-type]


def label_word(label: str, say: Say) -> str:
    """The label of a match in words."""
    return {"best": say("best fit"), "great": say("great fit")}.get(label, say("no clear fit"))


def letters_sentence(letters: Iterable[str], say: Say) -> str:
    """Types from the strongest on, those that cannot be told apart together: “Social, then Artistic or Realistic”."""
    words = {letter: word.partition(":")[0].strip() for letter, word in interest_words(say).items()}
    groups = [say.either([words.get(letter, letter) for letter in group]) for group in letters]
    text = groups[0] if groups else ""
    for group in groups[1:]:
        text = say("{first}, then {rest}", first=text, rest=group)
    return text
