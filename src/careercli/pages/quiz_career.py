"""The verdict on one career: how well it fits, why, what would change that, and what to do next."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.answers import MIDDLE
from careercli.core.quiz.reports import OccupationVerdict, QuizReport, Reason, RelatedCareer, Verdict
from careercli.core.text.page import Bar, Bars, Block, Facts, Grid, Heading, Page, Prose
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say
from careercli.locale.quiz_words import answer_words, liking_words
from careercli.locale.words import in_country, interest_words, round_to_sum, zone_words
from careercli.pages.actions import command, next_steps
from careercli.pages.quiz import band_word, bar, bullets
from careercli.pages.quiz_reasons import activity_reason, against_words


def lay_out(report: Report, say: Say) -> Page:
    """The verdict on a career."""
    assert isinstance(report, QuizReport)
    verdict = report.data
    blocks: list[Block] = [Heading(say("Is it right for you? {name}", name=verdict.name), 1)]
    if verdict.fit is None:
        return Page((*blocks, Prose(say("No verdict can be given.")), *next_steps(report.actions, say)))
    of_one = say("{part} of {most}", part=say.number(verdict.fit, 2), most=1)
    blocks += [Prose(_answer(verdict.band, say)), Bars((Bar(say("Fit"), verdict.fit, of_one),))]
    blocks += _reasons(report, say)
    facts = [(say("How long it takes"), _preparation(report, verdict, say))]
    if not report.explain:
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
    blocks = _changes(report, say)
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
        return say("Liking is not being able: take it as a list of what to find out. How it comes about: `--explain`.")
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
    for title, reasons, speaks_for in (
        (say("What speaks for it"), report.data.reasons_for, True),
        (say("What speaks against it"), report.data.reasons_against, False),
    ):
        if reasons:
            texts = [_reason(report, reason, say, speaks_for=speaks_for) for reason in reasons]
            blocks += [Heading(title, 2), bullets(texts, "plus" if speaks_for else "minus")]
    return blocks


def _reason(report: QuizReport, reason: Reason, say: Say, *, speaks_for: bool) -> str:
    if reason.id in report.activities:
        text = activity_reason(reason, say, speaks_for=speaks_for, exact=report.explain)
        return capitalized(against_words(reason, text, say))
    step = answer_words(say)[(reason.answer or MIDDLE) - 1]
    return say("{text} (you said: {answer})", text=reason.text, answer=step)


def _changes(report: QuizReport, say: Say) -> list[Block]:
    """What would change the verdict, answer by answer, and how many it takes."""
    lines = []
    for change in report.data.what_if:
        text, fit = say.quoted(change.text), say.number(change.fit, 2)
        steps = liking_words(say) if change.id in report.activities else answer_words(say)
        answer = say.quoted(steps[change.answer - 1])
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
    remark = say("Interests and preparation each add what they can give; together they are the fit.")
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
        "speaks against it. The fit is the share of all points."
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


def _preparation(report: QuizReport, verdict: Verdict, say: Say) -> str:
    """How long one prepares for an occupation, and whether the person would; by number where that is asked for."""
    if not isinstance(verdict, OccupationVerdict) or verdict.job_zone is None:
        return ""
    text = f"{zone_words(say)[verdict.job_zone]}."
    if report.explain:
        zone = in_country(say("Job zone {zone} of 5", zone=verdict.job_zone), verdict.classified_in, say)
        text = f"{zone}{say.colon}{text}"
    if not verdict.preparation:
        return text
    would = {
        "yes": say("By your answers you would prepare for that long."),
        "unsure": say("By your answers you are not sure about that."),
        "no": say("By your answers you would not: that alone may decide."),
    }[verdict.preparation]
    return f"{text} {would}"


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
