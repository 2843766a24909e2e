"""The pages of a questionnaire: its statements, and its result."""

from careercli.core.page import Block, Bullets, Facts, Grid, Heading, Page, Prose
from careercli.core.reports import ItemsReport, QuizReport, Report
from careercli.locale import Say

ANSWERS = 5


def answer_words(say: Say) -> list[str]:
    """The five steps of an answer, from 1 to 5."""
    return [say("not me at all"), say("rather not me"), say("so-so"), say("rather me"), say("very much me")]


def lay_out(report: Report, say: Say) -> Page:
    """The statements of a questionnaire, or its result."""
    if isinstance(report, ItemsReport):
        titles = (say("Id"), say("Statement"), say("Speaks"))
        sides = {"for": say("for"), "against": say("against")}
        rows = tuple((item.id, item.text, sides[item.direction]) for item in report.items)
        return Page((Heading(report.name, 1), Grid(titles, rows, least=60)))
    assert isinstance(report, QuizReport)
    return Page(tuple(_result(report, say)))


def _result(report: QuizReport, say: Say) -> list[Block]:
    blocks: list[Block] = [Heading(say("Is it right for you? {name}", name=report.name), 1)]
    if report.fit is None:
        return [*blocks, Prose(say("No verdict can be given."))]
    filled = round(report.fit * 20)
    bar = "█" * filled + "·" * (20 - filled)
    of_hundred = say("fit {fit} of 1", fit=say.number(report.fit, 2))
    blocks.append(Prose(f"{bar}  {of_hundred}: {_band(report.band, say)}"))
    steps = answer_words(say)
    for title, reasons, mark in (
        (say("What speaks for it"), report.reasons_for, "plus"),
        (say("What speaks against it"), report.reasons_against, "minus"),
    ):
        if reasons:
            lines = tuple(
                ("", say("{text} (you said: {answer})", text=reason.text, answer=steps[reason.answer - 1]))
                for reason in reasons
            )
            blocks += [Heading(title, 2), Bullets(lines, mark)]  # type: ignore[arg-type]
    if report.what_if:
        lines = tuple(
            ("", say("If {text} were {answer}: {fit}", text=say.quoted(change.text),
                     answer=say.quoted(steps[change.answer - 1]), fit=say.number(change.fit, 2)))
            for change in report.what_if
        )  # fmt: skip
        blocks += [Heading(say("What would change it"), 2), Bullets(lines)]
    blocks.append(Heading(say("What it is made of"), 2))
    blocks.append(
        Prose(say("Each trait adds what you gave of what it could give; together they are the fit."), quiet=True)
    )
    parts = sorted(report.parts.items(), key=lambda part: (-part[1], part[0]))
    rows = (
        (report.part_names.get(id_, id_), say("{part} of {most}", part=say.number(part, 2), most=say.number(most, 2)))
        for id_, part in parts
        if (most := report.part_limits[id_])
    )
    blocks.append(Facts(tuple(rows)))
    blocks += _next(report, say)
    remark = say(
        "Liking is not ability, and these statements are our own and not tested on real careers: "
        "take the answer as a list of what to find out."
    )
    return [*blocks, Prose(remark, quiet=True)]


def _band(band: str | None, say: Say) -> str:
    return {
        "strong": say("much of this work is to your liking"),
        "good": say("more speaks for it than against"),
        "mixed": say("as much for as against: look at the reasons"),
        "weak": say("more speaks against it than for"),
        "poor": say("much of this work is not to your liking"),
    }[band or "mixed"]


def _next(report: QuizReport, say: Say) -> list[Block]:
    lines = [("", f"`careers show {report.id} --section {section}` {title}") for section, title in report.read_next]
    lines += [("", f"`careers quiz {career.id}` {career.name}") for career in report.related]
    return [Heading(say("What to do next"), 2), Bullets(tuple(lines))] if lines else []
