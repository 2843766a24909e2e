"""What a comparison says once: rows that repeat others are left to `--full`, lone rows join their neighbours."""

from collections.abc import Sequence

import msgspec

from careercli.core.comparing.compare import known
from careercli.core.comparing.reports import Cell, CompareRow
from careercli.locale import NO_BREAK, Say, words


def fold_rows(rows: Sequence[CompareRow], say: Say, *, ranged: bool) -> list[CompareRow]:
    """The rows without those that others repeat; `ranged`: the pay of every career is drawn as a range."""
    by_id = {row.id: row for row in rows}
    gone = _told_by_pay(by_id, ranged=ranged)
    kept = [row for row in rows if row.id not in gone]
    if not gone & {"stars", "stars_measured"}:
        kept = with_one_star_row(kept, say)
    skills = by_id.get("skills_own")
    if skills and skills.judged:  # those of guides alone begin with their tools
        kept = [row for row in kept if row.id != "tools"]
    # in words, as what the work is like; the figures of the jobs share place and date
    return [msgspec.structs.replace(row, about="work") if row.id == "demand" else row for row in kept]


def _told_by_pay(by_id: dict[str, CompareRow], *, ranged: bool) -> set[str]:
    """The rows of stars and pay that say the same as others: what a career pays here is one answer."""
    here = by_id.get("pay_here")
    bases = {cell.value["basis"] for cell in here.cells if cell.value} if here else set()
    if here is None or not bases:
        return set()
    everywhere = known(here) == len(here.cells)
    if bases == {"measured"}:
        return {"pay_here", "stars"} if everywhere and ranged else {"pay_here"}
    return {"stars", "stars_measured"} if everywhere else {"stars"}


def with_one_star_row(rows: list[CompareRow], say: Say) -> list[CompareRow]:
    """The rows with measured and judged stars in one: measured where they are, else our judgement, and said so."""
    by_id = {row.id: row for row in rows}
    measured, judged = by_id.get("stars_measured"), by_id.get("stars")
    if measured is None or judged is None:
        return rows
    if known(measured) == len(measured.cells):
        return [row for row in rows if row is not judged]
    by_judgement = say("our judgment").replace(" ", NO_BREAK)
    cells = []
    for ours, theirs in zip(measured.cells, judged.cells, strict=True):
        if ours.value is not None or theirs.value is None:
            cells.append(msgspec.structs.replace(ours, best=False))
        else:
            text = f"{theirs.text} ({by_judgement})"
            cells.append(msgspec.structs.replace(theirs, text=text, cited=text, best=False))
    mixed = msgspec.structs.replace(measured, cells=tuple(cells))
    return [mixed if row is measured else row for row in rows if row is not judged]


def changes(median: CompareRow, against: CompareRow, say: Say) -> tuple[str, ...]:
    """How each median stands to the first, to be told beside it; empty where that takes more than a percentage."""
    first, *others = median.cells
    if any(_same_people(first, cell) or not isinstance(cell.value, int | float) for cell in others):
        return ()
    told = [
        words.marked(say.percent(round((cell.value / first.value - 1) * 100), 0), beside.of)
        for cell, beside in zip(others, against.cells[1:], strict=True)
    ]
    return ("", *(f" ({change})" for change in told))


def _same_people(cell: Cell, other: Cell) -> bool:
    return cell.of is not None and other.of is not None and cell.of.code == other.of.code
