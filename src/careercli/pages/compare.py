"""The page of a comparison: the ranking by one's weights, the table, the points of each career."""

from collections.abc import Mapping

from careercli.core.careers.reports import Report
from careercli.core.comparing.criteria import CRITERIA, NOT
from careercli.core.comparing.reports import CompareReport, CompareRow, LimitReport
from careercli.core.comparing.weighing import Ranked, Tipping, Weighing
from careercli.core.text.page import Block, Bullets, Facts, Grid, Heading, Page, Pair, Prose
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.criteria_words import criterion_name, rank_remark
from careercli.pages.groups import legend

#: What stands where nothing is known.
DASH = "–"
#: Rows that are lists: told career by career under the table.
LONG = ("pros", "cons", "suits", "suits_not")
#: Columns that the titles of the rows and each career need for a table.
TITLES_WIDTH, CAREER_WIDTH = 20, 14


def lay_out(report: Report, say: Say) -> Page:
    """A column a career, the first being the one compared with; what is long stands under the table."""
    assert isinstance(report, CompareReport)
    names = {career.id: career.name for career in report.careers}
    ranked = [*_ranking(report, names, say), *_limits(report.limits, names, say)]
    blocks: list[Block] = [Heading(say("By your weights"), 2), *ranked] if ranked else []
    if ranked and report.rows:
        blocks.append(Heading(say("Side by side"), 2))
    blocks += _table(report, say)
    blocks += _points(report, say)
    blocks += _remarks(report, names, say)
    if report.sources:
        blocks.append(Heading(say("Sources"), 2))
        blocks.append(Facts(tuple((f"[{s.number}]", words.source_line(s, say)) for s in report.sources)))
    return Page(tuple(blocks))


def criterion_word(criterion: str, say: Say) -> str:
    """What a criterion weighs, in words."""
    words_of = {"entry": say("little preparation"), "years": say("short studies")}
    if criterion in CRITERIA:
        return words_of.get(criterion) or criterion_name(criterion, say)
    name = say.label("condition", criterion.removeprefix(NOT))
    return say("not: {name}", name=name) if criterion.startswith(NOT) else name


def _table(report: CompareReport, say: Say) -> list[Block]:
    short = [row for row in report.rows if row.id not in LONG]
    if not short:
        return []
    references = words.references_of(report.sources, say)
    best = f" ◆{NO_BREAK}" + say("best").replace(" ", NO_BREAK)
    rows = []
    for row in short:
        shared = _shared_source(row, say)
        texts = [cell.text if shared else cell.cited for cell in row.cells]
        marks = [best if cell.best else "" for cell in row.cells]
        cells = [words.cite(text, references, say) + mark for text, mark in zip(texts, marks, strict=True)]
        rows.append((words.cite(row.title + shared, references, say), *cells))
    titles = ("", *(c.name if n else f"{c.name} ({say('you are here')})" for n, c in enumerate(report.careers)))
    least = TITLES_WIDTH + CAREER_WIDTH * len(report.careers)
    return [Grid(titles, tuple(rows), least=least, rules=True, by_column=True)]


def _shared_source(row: CompareRow, say: Say) -> str:
    """The date and the citation of a row, where they are the same for all that it says; they are then named once."""
    said = {(cell.source, cell.reference) for cell in row.cells if cell.value is not None}
    source, reference = said.pop() if len(said) == 1 else (None, None)
    date = f", {say.date(reference)}" if reference else ""
    return f"{date} [@{source}]" if source else ""


def _points(report: CompareReport, say: Say) -> list[Block]:
    """Career by career what a table has no room for: pros beside cons, for whom beside for whom not."""
    long = [row for row in report.rows if row.id in LONG]
    blocks: list[Block] = []
    for n, career in enumerate(report.careers):
        told = [row for row in long if row.cells[n].value]
        if told:
            blocks.append(Heading(career.name, 2))
        while told:
            row = told.pop(0)
            if told and (row.id, told[0].id) in (("pros", "cons"), ("suits", "suits_not")):
                other = told.pop(0)
                blocks.append(Pair(row.title, _list(row, n), other.title, _list(other, n)))
            else:
                blocks += [Heading(row.title, 3), _list(row, n)]
    return blocks


def _list(row: CompareRow, n: int) -> Bullets:
    return Bullets(tuple(("", text) for text in row.cells[n].value), "plus" if row.id in ("pros", "suits") else "minus")


def _ranking(report: CompareReport, names: Mapping[str, str], say: Say) -> list[Block]:
    weighing = report.weighing
    if not report.weights:
        return []
    blocks: list[Block] = []
    if weighing.ranking:
        titles = [say("Career"), say("Score of 100")]
        titles += [f"{criterion_word(c, say)} ({_percent(share, say)})" for c, share in weighing.shares.items()]
        rows = tuple((f"{one.rank}. {names[one.id]}", *_scores(one, weighing, say)) for one in weighing.ranking)
        blocks.append(Grid(tuple(titles), rows, right=tuple(range(1, len(titles))), strong=0, least=54))
        blocks.append(Prose(_rule(weighing.shares, say), quiet=True))
        tips = _tips(report, names, say)
        if tips:
            blocks += [Heading(say("What would tip it"), 3), Bullets(tuple(("", text) for text in tips))]
    elif any(one.removed for one in report.limits):
        blocks.append(Prose(say("No career keeps within all your limits, so there is nothing to rank.")))
    else:
        blocks.append(Prose(say("Nothing that you weighed is known of all these careers, so there is no ranking.")))
    for left in weighing.left_out:
        lacking = say.joined([names[id_] for id_ in left.lacking])
        word = criterion_word(left.criterion, say)
        if left.criterion == "pay":
            blocks.append(Prose(say("Left out is pay: there is no figure a year for {names}.", names=lacking)))
            continue
        blocks.append(
            Prose(say("Left out is {criterion}: there is no figure for {names}.", criterion=word, names=lacking))
        )
    return blocks


def _scores(one: Ranked, weighing: Weighing, say: Say) -> list[str]:
    """The score and its parts, marked where they rest on figures of another group."""
    groups = [next(iter(one.of.values()), None), *(one.of.get(criterion) for criterion in weighing.shares)]
    return [words.marked(say.number(n, 1), of) for n, of in zip(_shown(one), groups, strict=True)]


def _shown(one: Ranked) -> list[float]:
    """The score and its parts in tenths of a point, so that the parts shown add up to the score shown."""
    score = round(100 * one.score, 1)
    return [score, *words.round_to_sum([100 * part for part in one.parts.values()], score, 1)]


def _percent(share: float, say: Say) -> str:
    return say("{share}%", share=say.number(share * 100))


def _rule(shares: Mapping[str, float], say: Say) -> str:
    text = say(
        "A score is the sum of its parts. A part is the share of a weight times the share of all occupations that do "
        "worse."
    )
    if "remote" in shares:
        text += " " + say("Work from afar is our judgement: rarely gets nothing, sometimes half, often all.")
    return text


def _tips(report: CompareReport, names: Mapping[str, str], say: Say) -> list[str]:
    weighing = report.weighing
    if len(weighing.ranking) < 2 or len(weighing.shares) < 2:
        return []
    tips = [_tip(one, names, say) for one in weighing.tippings]
    tipping = {one.criterion for one in weighing.tippings}
    steady = [criterion_word(c, say) for c in weighing.shares if c not in tipping]
    if steady:
        tips.append(say("Whatever the weight of {criteria}, the order stays.", criteria=say.joined(steady)))
    return tips


def _tip(one: Tipping, names: Mapping[str, str], say: Say) -> str:
    values = {
        "riser": names[one.riser],
        "faller": names[one.faller],
        "criterion": criterion_word(one.criterion, say),
        "share": say.number(one.share * 100, 1),
        "now": say.number(one.now * 100),
    }
    if one.up:
        return say(
            "{riser} would rank above {faller} once {criterion} counts for more than {share}% (now {now}%).", **values
        )
    return say(
        "{riser} would rank above {faller} once {criterion} counts for less than {share}% (now {now}%).", **values
    )


def _limits(limits: tuple[LimitReport, ...], names: Mapping[str, str], say: Say) -> list[Block]:
    lines = []
    for limit in limits:
        unsure = say.joined([names[id_] for id_ in limit.unknown_ids])
        open_ = say("Of {names} it is not known: that stays.", names=unsure) if unsure else ""
        if not limit.removed:
            text = "" if open_ else say("`{limit}`: all careers keep within it.", limit=limit.text)
            lines.append(text or say("`{limit}` takes out none.", limit=limit.text) + f" {open_}")
            continue
        gone = say.joined([names[id_] for id_ in limit.removed])
        text = say("`{limit}` takes out {names}.", limit=limit.text, names=gone) + " " + relaxed(limit.back, say)
        if limit.by_rank is not None:
            text += " " + rank_remark(limit.by_rank, limit.country, limit.shown, say)
        lines.append(f"{text} {open_}".rstrip())
    return [Heading(say("Your limits"), 3), Bullets(tuple(("", line) for line in lines))] if lines else []


def relaxed(back: int, say: Say) -> str:
    """What giving up one limit brings back."""
    if not back:
        return say("Relaxing it alone brings none back.")
    return say.count("Relax it and one career comes back.", "Relax it and {n} careers come back.", back)


def _remarks(report: CompareReport, names: Mapping[str, str], say: Say) -> list[Block]:
    texts = []
    if any(cell.text != DASH for row in report.rows for cell in row.cells if row.id in ("stars", "pay_against")):
        if report.place:
            texts.append(say("Stars rate pay against everybody employed in {place}.", place=report.place.name))
        else:
            texts.append(say("Stars rate pay against everybody employed in the country; “similar” is within 10%."))
    if any(career.kind == "occupation" for career in report.careers) and report.rows:
        texts.append(say("A dash: our sources say nothing of it. Only guides tell of tools, hours, place and points."))
    groups = {names[id_]: groups for id_, groups in report.marked_groups.items()}
    if groups or any(words.MARK in cell.text for row in report.rows for cell in row.cells):
        remark = legend(groups, say)
        if any(len(cell.figures) > 1 for row in report.rows for cell in row.cells if cell.of and not cell.of.own):
            remark += " " + say("Of several the middle stands, with the lowest and the highest beside it.")
        texts.append(remark)
    if report.stand_ins:
        match_words = {"exact": say("exact match"), "close": say("close match"), "broad": say("broad match")}
        lines = [
            say("{name} from {occupation} ({match})", name=names[s.id], occupation=s.name, match=match_words[s.match])
            for s in report.stand_ins
        ]
        text = say(
            "Guides take preparation and interests from the nearest occupation, outlook and size only where that is an "
            "exact match:"
        )
        texts.append(f"{text} {say.semicolon.join(lines)}.")
    return [Prose(text, quiet=True) for text in texts]
