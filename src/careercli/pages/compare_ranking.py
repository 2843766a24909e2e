"""The ranking of a comparison by one's weights, what would tip it, and what the limits take out."""

from collections.abc import Mapping

from careercli.core.comparing.criteria import CRITERIA, NOT
from careercli.core.comparing.reports import CompareReport, LimitReport
from careercli.core.comparing.weighing import Ranked, Tipping, Weighing
from careercli.core.text.page import Block, Bullets, Grid, Heading, Prose
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say, words
from careercli.locale.criteria_words import criterion_name, rank_remark


def lay_out_ranking(report: CompareReport, names: Mapping[str, str], say: Say) -> list[Block]:
    """Everything on weights and limits; nothing where there are none."""
    ranked = [*_ranking(report, names, say), *_limits(report.limits, names, say)]
    title = say("By your weights") if report.weights else say("Your limits")
    return [Heading(title, 2), *ranked] if ranked else []


def criterion_word(criterion: str, say: Say) -> str:
    """What a criterion weighs, in words."""
    words_of = {"entry": say("little preparation"), "years": say("short studies")}
    if criterion in CRITERIA:
        return words_of.get(criterion) or criterion_name(criterion, say)
    name = say.label("condition", criterion.removeprefix(NOT))
    return say("not: {name}", name=name) if criterion.startswith(NOT) else name


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
        text += " " + say("Work from afar is our judgment: rarely gets nothing, sometimes half, often all.")
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
        said = capitalized(limit.said)
        unsure = say.joined([names[id_] for id_ in limit.unknown_ids])
        open_ = say("Of {names} it is not known: that stays.", names=unsure) if unsure else ""
        if not limit.removed:
            text = "" if open_ else say("{limit}: all careers keep within it.", limit=said)
            lines.append(text or say("{limit}: takes out none.", limit=said) + f" {open_}")
            continue
        gone = say.joined([names[id_] for id_ in limit.removed])
        text = say("{limit}: takes out {names}.", limit=said, names=gone) + " " + relaxed(limit.back, say)
        if limit.by_rank is not None:
            text += " " + rank_remark(limit.by_rank, limit.country, limit.shown, say)
        lines.append(f"{text} {open_}".rstrip())
    return [Heading(say("Your limits"), 3), Bullets(tuple(("", line) for line in lines))] if lines else []


def relaxed(back: int, say: Say) -> str:
    """What giving up one limit brings back."""
    if not back:
        return say("Relaxing it alone brings none back.")
    return say.count("Relax it and one career comes back.", "Relax it and {n} careers come back.", back)
