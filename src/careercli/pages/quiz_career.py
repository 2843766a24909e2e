"""The verdict on one career: how well it fits, why, what would change that, and what to do next."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.reports import QuizReport, Reason, RelatedCareer
from careercli.core.text.page import Block, Facts, Grid, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.quiz_words import answer_words, liking_words
from careercli.locale.words import in_country, interest_words, round_to_sum, zone_words
from careercli.pages.quiz import activity_reason, band_word, bar, bullets


def lay_out(report: Report, say: Say) -> Page:
    """The verdict on a career."""
    assert isinstance(report, QuizReport)
    blocks: list[Block] = [Heading(say("Is it right for you? {name}", name=report.name), 1)]
    if report.fit is None:
        blocks += [Prose(say("No verdict can be given.")), Heading(say("What to do next"), 2)]
        if report.refused == "few" and report.resumable:
            line = say("{command} asks what is open", command=f"`careers quiz {report.id} --resume`")
        else:
            line = say("{command} asks anew", command=f"`careers quiz {report.id} --restart`")
        return Page((*blocks, bullets([line])))
    of_one = say("fit {fit} of 1", fit=say.number(report.fit, 2))
    blocks.append(Prose(f"{bar(report.fit)}  {of_one}{say.colon}{band_word(report.band, say)}"))
    blocks += _reasons(report, say)
    blocks += _changes(report, say)
    blocks += _parts(report, say)
    if report.kind == "occupation":
        blocks += [*_types(report, say), *_preparation(report, say)]
    return Page((*blocks, *_next(report, say), Prose(_remark(report, say), quiet=True)))


def _remark(report: QuizReport, say: Say) -> str:
    if report.kind == "occupation":
        return say(
            "Interest is not ability. The ratings of the occupation are O*NET’s, the weights our judgement: take the "
            "answer as a list of what to find out."
        )
    return say(
        "Liking is not ability, and these statements are our own and not tested on real careers: "
        "take the answer as a list of what to find out."
    )


def _reasons(report: QuizReport, say: Say) -> list[Block]:
    blocks: list[Block] = []
    for title, reasons, mark in (
        (say("What speaks for it"), report.reasons_for, "plus"),
        (say("What speaks against it"), report.reasons_against, "minus"),
    ):
        if reasons:
            blocks += [Heading(title, 2), bullets([_reason(report, reason, say) for reason in reasons], mark)]
    return blocks


def _reason(report: QuizReport, reason: Reason, say: Say) -> str:
    if reason.id in report.activities:
        return activity_reason(reason, say)
    step = answer_words(say)[(reason.answer or 3) - 1]
    return say("{text} (you said: {answer})", text=reason.text, answer=step)


def _changes(report: QuizReport, say: Say) -> list[Block]:
    """What would change the verdict, answer by answer, and how many it takes."""
    lines = []
    for change in report.what_if:
        text, fit = say.quoted(change.text), say.number(change.fit, 2)
        steps = liking_words(say) if change.id in report.activities else answer_words(say)
        answer = say.quoted(steps[change.answer - 1])
        if change.band == report.band:
            lines.append(say("if {text} were {answer} for you: {fit}", text=text, answer=answer, fit=fit))
        else:
            band = band_word(change.band, say)
            lines.append(
                say("if {text} were {answer} for you: {fit}, {band}", text=text, answer=answer, fit=fit, band=band)
            )
    turn = report.turn
    if turn and (len(turn.ids) > 1 or turn.ids[0] not in {change.id for change in report.what_if}):
        values = {"fit": say.number(turn.fit, 2), "band": band_word(turn.band, say)}
        if turn.fit > (report.fit or 0):
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


def _parts(report: QuizReport, say: Say) -> list[Block]:
    """The parts of the fit, so that those shown add up to what is shown."""
    title = Heading(say("What it is made of"), 2)
    parts = sorted(report.parts.items(), key=lambda part: (-part[1], part[0]))
    fit = say.number(report.fit or 0, 2)
    if report.kind == "occupation":
        remark = say("Interests and preparation each add what they can give; together they are the fit.")
        shown = round_to_sum([part for _, part in parts], round(report.fit or 0, 2), 2)
        rows = [
            (report.part_names[id_], _of(say.number(value, 2), say.number(report.part_limits[id_], 2), say))
            for (id_, _), value in zip(parts, shown, strict=True)
        ]
        rows.append((say("together"), _of(fit, "1", say)))
        return [title, Prose(remark, quiet=True), Facts(tuple(rows))]
    count = report.answered
    remark = say(
        "Each statement gives up to one point to its trait: for a yes where it speaks for this work, for a no where it "
        "speaks against it. The fit is the share of all points."
    )
    rows = [
        (
            report.part_names.get(id_, id_),
            _of(say.number(part * count, 2), say.number(report.part_limits[id_] * count), say),
        )
        for id_, part in parts
    ]
    points = say.number((report.fit or 0) * count, 2)
    rows.append((say("together"), say("{part} of {most}: {fit}", part=points, most=count, fit=fit)))
    return [title, Prose(remark, quiet=True), Facts(tuple(rows))]


def _of(part: str, most: str, say: Say) -> str:
    return say("{part} of {most}", part=part, most=most)


def _types(report: QuizReport, say: Say) -> list[Block]:
    words = interest_words(say)
    rows = tuple(
        (
            words[letter],
            f"{bar(report.profile[letter], 10)} {say.number(report.profile[letter] * 100)}",
            f"{bar((report.interests[letter] - 1) / 6, 10)} {say.number(report.interests[letter], 1)}",
        )
        for letter in report.profile
    )
    titles = (say("Type"), say("You, of 100"), say("This work, of 7"))
    return [Heading(say("Your interests and this work"), 2), Grid(titles, rows, least=60)]


def _preparation(report: QuizReport, say: Say) -> list[Block]:
    if report.job_zone is None:
        return []
    zone = in_country(say("Job zone {zone} of 5", zone=report.job_zone), report.classified_in, say)
    text = f"{zone}{say.colon}{zone_words(say)[report.job_zone]}."
    if report.preparation:
        text += (
            " "
            + {
                "yes": say("By your answers you would prepare for that long."),
                "unsure": say("By your answers you are not sure about that."),
                "no": say("By your answers you would not: that alone may decide."),
            }[report.preparation]
        )
    return [Heading(say("How long it takes"), 2), Prose(text)]


def _next(report: QuizReport, say: Say) -> list[Block]:
    lines = [f"`careers show {report.id} --section {section}` {title}" for section, title in report.read_next]
    if report.kind == "occupation":
        lines.append(say("{command} has all figures", command=f"`careers show {report.id}`"))
        lines.append(say("{command} looks among all careers", command="`careers quiz`"))
    blocks: list[Block] = [Heading(say("What to do next"), 2), bullets(lines)] if lines else []
    if report.related:
        blocks += [Heading(say("Related, with other strengths"), 2)]
        blocks.append(bullets([_related(career, say) for career in report.related]))
    return blocks


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
    text = f"{career.name} `careers quiz {career.id}`"
    return f"{text}{say.colon}{say.semicolon.join(why)}" if why else text
