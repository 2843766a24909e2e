"""The verdict on one career: how well it fits, why, what would change that, and what to do next."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.explaining import explaining
from careercli.core.quiz.reports import OccupationVerdict, QuizReport, RelatedCareer, Verdict
from careercli.core.text.page import Bar, Bars, Block, Facts, Grid, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.words import in_country, interest_words, round_to_sum, zone_words
from careercli.pages.actions import command, next_steps
from careercli.pages.quiz import band_word, bar, bullets, steps_of
from careercli.pages.quiz_career_reasons import (
    against_sentences,
    decisive_words,
    fact_words,
    for_words,
    pay_words,
)


def lay_out(report: Report, say: Say) -> Page:
    """The verdict on a career."""
    assert isinstance(report, QuizReport)
    verdict = report.data
    blocks: list[Block] = [Heading(say("Is it right for you? {name}", name=verdict.name), 1, pay_words(report, say))]
    if verdict.fit is None:
        return Page((*blocks, Prose(say("No verdict can be given.")), *next_steps(report.actions, say)))
    blocks.append(Prose(" ".join(filter(None, [_answer(verdict.band, say), decisive_words(report, say)]))))
    blocks += _reasons(report, say)
    facts = fact_words(report, say)
    if report.explain:
        facts.append((say("Job zone"), _zone(verdict, say)))
    else:
        facts.append((say("Near it"), say.semicolon.join(career.name for career in verdict.related)))
    if known := tuple((label, text) for label, text in facts if text):
        blocks.append(Facts(known))
    blocks += _explained(report, say) if report.explain else ()
    return Page((*blocks, Prose(_remark(report, say), quiet=True)))


def _answer(band: str | None, say: Say) -> str:
    """Whether it is right for the person, in a sentence."""
    return {
        "strong": say("Yes, by your answers: much of this work is to your liking."),
        "good": say("Rather yes, by your answers: more speaks for it than against."),
        "mixed": say("Open, by your answers: as much speaks for it as against. Look at the reasons."),
        "weak": say("Rather not, by your answers: more speaks against it than for."),
        "poor": say("No, by your answers: much of this work is not to your liking."),
    }[band or "mixed"]


def _explained(report: QuizReport, say: Say) -> list[Block]:
    """What would change the verdict, what it is made of, and careers near it."""
    verdict = report.data
    points = say("{part} of {most}", part=say.number(verdict.fit or 0, 2), most=1)
    blocks: list[Block] = [Bars((Bar(say("Points for it"), verdict.fit or 0, points),)), *_changes(report, say)]
    if isinstance(verdict, OccupationVerdict):
        blocks += [*_parts_of_occupation(report, say), *_types(verdict, say)]
    else:
        blocks += _parts_of_guide(report, say)
    if verdict.related:
        blocks.append(Heading(say("Related, with other strengths"), 2))
        blocks.append(bullets([_related(career, say) for career in verdict.related]))
    return [*blocks, *next_steps(report.actions, say)]


def _remark(report: QuizReport, say: Say) -> str:
    if not report.explain:
        how = say("How it comes about: `{line}`.", line=explaining(report))
        return say("Liking is not being able: take it as a list of what to find out.") + f" {how}"
    if report.data.kind == "occupation":
        return say(
            "Interest is not ability. The ratings of the occupation are O*NET’s, the weights our judgment: take the "
            "answer as a list of what to find out."
        )
    return say(
        "Liking is not ability, and these statements are our own and not tested on real careers: "
        "take the answer as a list of what to find out."
    )


def _reasons(report: QuizReport, say: Say) -> list[Block]:
    blocks: list[Block] = []
    for title, texts, mark in (
        (say("What speaks for it"), for_words(report, say), "plus"),
        (say("What speaks against it"), against_sentences(report, say), "minus"),
    ):
        if texts:
            blocks += [Heading(title, 2), bullets(texts, mark)]
    return blocks


def _changes(report: QuizReport, say: Say) -> list[Block]:
    """What would change the verdict, answer by answer, and how many it takes."""
    lines = []
    for change in report.data.what_if:
        text, fit = say.quoted(change.text), say.number(change.fit, 2)
        answer = say.quoted(steps_of(report, change.id, say)[change.answer - 1])
        if change.band == report.data.band:
            lines.append(say("if {text} were {answer} for you: {fit}", text=text, answer=answer, fit=fit))
        else:
            band = band_word(change.band, say)
            lines.append(
                say("if {text} were {answer} for you: {fit}, {band}", text=text, answer=answer, fit=fit, band=band)
            )
    turn = report.data.turn
    if turn and (len(turn.ids) > 1 or turn.ids[0] not in {change.id for change in report.data.what_if}):
        values = {"fit": say.number(turn.fit, 2), "band": band_word(turn.band, say)}
        if turn.fit > (report.data.fit or 0):
            text = say.count(
                "the strongest reason against it at “so-so”: {fit}, {band}",
                "the {n} strongest reasons against it all at “so-so”: {fit}, {band}",
                len(turn.ids),
                **values,
            )
        else:
            text = say.count(
                "the strongest reason for it at “so-so”: {fit}, {band}",
                "the {n} strongest reasons for it all at “so-so”: {fit}, {band}",
                len(turn.ids),
                **values,
            )
        lines.append(text)
    return [Heading(say("What would change it"), 2), bullets(lines)] if lines else []


def _parts_of_occupation(report: QuizReport, say: Say) -> list[Block]:
    """The parts of the fit, so that those shown add up to what is shown."""
    remark = say("Each part adds what it can give; together they are the points for it, of one.")
    verdict, parts = report.data, _largest_first(report)
    fit = verdict.fit or 0
    shown = round_to_sum([part for _, part in parts], round(fit, 2), 2)
    rows = [
        (report.part_names[id_], _of(say.number(value, 2), say.number(verdict.part_limits[id_], 2), say))
        for (id_, _), value in zip(parts, shown, strict=True)
    ]
    rows.append((say("together"), _of(say.number(fit, 2), "1", say)))
    return [Heading(say("What it is made of"), 2), Prose(remark, quiet=True), Facts(tuple(rows))]


def _parts_of_guide(report: QuizReport, say: Say) -> list[Block]:
    """The points of each trait, and their sum."""
    remark = say(
        "Each statement gives up to one point to its trait: for a yes where it speaks for this work, for a no where it "
        "speaks against it. What counts is the share of all points."
    )
    verdict, count = report.data, report.answered
    rows = [
        (
            report.part_names.get(id_, id_),
            _of(say.number(part * count, 2), say.number(verdict.part_limits[id_] * count), say),
        )
        for id_, part in _largest_first(report)
    ]
    fit = verdict.fit or 0
    points = say.number(fit * count, 2)
    rows.append((say("together"), say("{part} of {most}: {fit}", part=points, most=count, fit=say.number(fit, 2))))
    return [Heading(say("What it is made of"), 2), Prose(remark, quiet=True), Facts(tuple(rows))]


def _largest_first(report: QuizReport) -> list[tuple[str, float]]:
    return sorted(report.data.parts.items(), key=lambda part: (-part[1], part[0]))


def _of(part: str, most: str, say: Say) -> str:
    return say("{part} of {most}", part=part, most=most)


def _types(verdict: OccupationVerdict, say: Say) -> list[Block]:
    words = interest_words(say)
    rows = tuple(
        (
            words[letter],
            f"{bar(verdict.profile[letter], 10)} {say.number(verdict.profile[letter] * 100)}",
            f"{bar((verdict.interests[letter] - 1) / 6, 10)} {say.number(verdict.interests[letter], 1)}",
        )
        for letter in verdict.profile
    )
    titles = (say("Type"), say("You, of 100"), say("This work, of 7"))
    return [Heading(say("Your interests and this work"), 2), Grid(titles, rows, least=60)]


def _zone(verdict: Verdict, say: Say) -> str:
    """How long one prepares for an occupation, by number, and in words."""
    if not isinstance(verdict, OccupationVerdict) or verdict.job_zone is None:
        return ""
    zone = in_country(say("{zone} of 5", zone=verdict.job_zone), verdict.classified_in, say)
    return f"{zone}{say.colon}{zone_words(say)[verdict.job_zone]}"


def _related(career: RelatedCareer, say: Say) -> str:
    why = []
    if career.shares:
        why.append(say("needs {traits} too", traits=say.joined([say.quoted(trait) for trait in career.shares])))
    if career.spares:
        why.append(say("does not turn on {traits}", traits=say.joined([say.quoted(trait) for trait in career.spares])))
    if career.adds:
        why.append(say("adds {traits}", traits=say.joined([say.quoted(trait) for trait in career.adds])))
    if career.fit is not None:
        why.append(say("interests {fit} alike, on a scale from −1 to 1", fit=say.number(career.fit, 2)))
    text = f"{career.name} {command('quiz', career.id)}"
    return f"{text}{say.colon}{say.semicolon.join(why)}" if why else text
