"""What is said under a comparison: what its signs mean, and whose figures those with a mark are."""

from collections.abc import Mapping, Sequence

from careercli.core.comparing.reports import CompareReport
from careercli.core.text.page import Block, Prose, SideBySide, map_texts
from careercli.locale import NO_BREAK, Say, words
from careercli.pages.groups import legend
from careercli.pages.short_names import shorten


def texts_in(blocks: Sequence[Block]) -> list[str]:
    """All that some blocks say."""
    texts: list[str] = []
    map_texts(tuple(blocks), lambda text: texts.append(text) or text)  # type: ignore[func-returns-value]
    return texts


def say_key(report: CompareReport, sheet: Sequence[Block], texts: Sequence[str], say: Say) -> str:
    """What the signs of a drawn page mean, those that it has."""
    told = []
    if any(words.BEST in text for text in texts):
        told.append(say("{mark}: the best of its row.", mark=words.BEST))
    ranges = [row for block in sheet if isinstance(block, SideBySide) for group in block.groups for row in group.ranges]
    if any(len(set(row.points)) == len(row.points) for row in ranges):
        told.append(say("├: 1 in 10 earn less; ┃: half do; ┤: 1 in 10 earn more."))
    if any(words.MARK in text for text in texts):
        told.append(_said_of_marks(report, say))
    return " ".join(told)


def _said_of_marks(report: CompareReport, say: Say) -> str:
    """Whose figures those with a mark are: of a guide those of the nearest occupation, of others of a wider group."""
    marked = [career for career in report.careers if career.id in report.marked_groups]
    near = [shorten(career.name, say) for career in marked if career.kind == "role"]
    wide = [shorten(career.name, say) for career in marked if career.kind != "role"]
    told = [say("for {names}, of the nearest occupation", names=say.joined(near))] if near else []
    told += [say("for {names}, of a wider group", names=say.joined(wide))] if wide else []
    return f"{words.MARK}{say.colon.rstrip()}{NO_BREAK}{say.semicolon.join(told)}." if told else ""


def say_remarks(report: CompareReport, names: Mapping[str, str], say: Say, *, key: str) -> list[Prose]:
    """What must be known of the figures; on a drawn page that is cut the `key` of its signs stands for it."""
    texts = []
    drawn = {cell.value for row in report.rows for cell in row.cells if row.id == "pay_against"}
    if "similar" in drawn:
        texts.append(say("“Similar” is within 10%."))
    groups = {names[id_]: groups for id_, groups in report.marked_groups.items()}
    if groups or any(words.MARK in cell.text for row in report.rows for cell in row.cells):
        remark = legend(groups, say)
        if any(len(cell.figures) > 1 for row in report.rows for cell in row.cells if cell.of and not cell.of.own):
            remark += " " + say("Of several the middle stands.")
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
    if any(cell.best for row in report.rows for cell in row.cells):
        texts.insert(0, say("{mark}: the best of its row.", mark=words.BEST))
    if not texts and not key:
        return []
    return [Prose(" ".join(texts), quiet=True, short=None if report.full or report.picked else key)]
