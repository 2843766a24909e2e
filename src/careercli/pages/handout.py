"""The page of a person's result, list and notes, for a counsellor."""

from careercli.core.careers.reports import Report
from careercli.core.person.reports import HandoutData, HandoutReport
from careercli.core.text.page import Block, Bullets, Facts, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.person_words import study_words
from careercli.locale.words import interest_words
from careercli.pages.mine import hidden_lines, list_grid, list_remark
from careercli.pages.quiz import band_word, leanings_words
from careercli.pages.quiz_history import when


def lay_out(report: Report, say: Say) -> Page:
    """Who and when, what came out, what is on the list, what is not for them, what they noted."""
    assert isinstance(report, HandoutReport)
    data = report.data
    title = say("Career notes of {person}", person=data.person) if data.person else say("My career notes")
    facts = [(say("Date"), say.date(data.date))]
    if data.place:
        facts.append((say("Place"), data.place))
    if data.study:
        facts.append((say("Studied to"), study_words(say)[data.study]))
    blocks: list[Block] = [Heading(title, 1), Facts(tuple(facts)), *_results(data, say)]
    if data.list:
        blocks += [Heading(say("My list")), list_grid(data.list, say)]
        blocks.append(Prose(list_remark(data.list, data.last.date if data.last else None, say), quiet=True))
    if noted := _notes(data, say):
        blocks += [Heading(say("My notes")), Bullets(noted)]
    if data.hidden:
        blocks += [Heading(say("Not for me")), Bullets(hidden_lines(data.hidden, say))]
    blocks.append(
        Prose(say("Written by `careers me handout`; `careers sources` has the source of every figure."), quiet=True)
    )
    return Page(tuple(blocks))


def _results(data: HandoutData, say: Say) -> list[Block]:
    blocks: list[Block] = []
    if data.last:
        blocks.append(Heading(say("My interests ({date})", date=when(data.last.date, say))))
        if data.last.letters:
            blocks.append(Prose(leanings_words(data.last.scores, data.last.errors, say)))
            named = interest_words(say)
            told = tuple((named[letter], say.number(100 * score, 0)) for letter, score in data.last.scores.items())
            blocks.append(
                Prose(
                    say(
                        "In points of 100, by Holland’s six types; the three highest: {code}.",
                        code="".join(data.last.letters[:3]),
                    )
                )
            )
            blocks.append(Facts(told))
        blocks.append(Bullets(tuple(("", name) for name in data.last.careers), "number"))
    if data.verdicts:
        rows = tuple(
            (verdict.name, f"{band_word(verdict.verdict.band, say)} ({when(verdict.verdict.date, say)})")
            for verdict in data.verdicts
        )
        blocks += [Heading(say("Is it right for me?")), Facts(rows)]
    return blocks


def _notes(data: HandoutData, say: Say) -> tuple[tuple[str, str], ...]:
    on_list = [(row.name, note.text) for row in data.list for note in row.notes]
    return (*on_list, *((note.name, note.text) for note in data.notes))
