"""What a comparison says once: rows that repeat others are left to `--full`, lone rows join their neighbours."""

from collections.abc import Sequence

import msgspec

from careercli.core.comparing.compare import is_known, known
from careercli.core.comparing.reports import ComparedCareer, CompareRow
from careercli.core.text.plaintext import within_sentence
from careercli.locale import NO_BREAK, Say

#: Rows that are told only in other forms where they would take room from what a person asks first.
SPARE = ("tools", "freelance", "place", "demand", "employment", "zone")
#: What another country asks for, where that of the reader has ways in of its own.
ABROAD = ("zone", "education", "ready_time")
#: Rows that are named where some careers lack them, at most.
LACKING = 2
#: Figures, which say something beside a dash too.
FIGURES = ("outlook", "openings")


def fold_rows(rows: Sequence[CompareRow], say: Say, *, ranged: bool) -> list[CompareRow]:
    """The rows without those that others repeat; `ranged`: the pay of every career is drawn as a range."""
    by_id = {row.id: row for row in rows}
    gone = _told_by_pay(by_id, ranged=ranged)
    kept = [row for row in rows if row.id not in gone]
    if not gone & {"stars", "stars_measured"}:
        kept = with_one_star_row(kept, say)
    access = by_id.get("access")
    if access and known(access) == len(access.cells):
        told = msgspec.structs.replace(access, judged=False)  # as on a card; `--full` says so
        kept = [told if row is access else row for row in kept if row.id not in ABROAD]
    skills = by_id.get("skills_own")
    if skills and skills.judged:  # those of guides alone begin with their tools
        kept = [row for row in kept if row.id != "tools"]
    # in words, as what the work is like; the figures of the jobs share place and date
    return [msgspec.structs.replace(row, about="work") if row.id == "demand" else row for row in kept]


def is_spare(row: CompareRow, careers: Sequence[ComparedCareer]) -> bool:
    """Whether a row is left to other forms: it says little, or something of some careers only."""
    if row.id == "interests":  # of guides those of the nearest occupation, mostly
        guides = all(career.kind == "role" for career in careers)
        return guides or any(cell.of and not cell.of.own for cell in row.cells)
    of_few = 2 * known(row) <= len(row.cells)
    return row.id in SPARE or (of_few and row.id not in FIGURES and row.about != "pay")


def say_gaps(careers: Sequence[ComparedCareer], rows: Sequence[CompareRow], say: Say) -> str:
    """What some rows lack: of whom, and the first of what; empty where all is known."""
    labels: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        cells = zip(careers, row.cells, strict=True)
        if lacking := tuple(career.name for career, cell in cells if not is_known(cell)):
            labels.setdefault(lacking, []).append(within_sentence(row.label))
    gaps = [f"{say.joined(list(names))}{say.colon}{_some(lacked, say)}" for names, lacked in labels.items()]
    return say("Not known for {gaps}.", gaps=say.semicolon.join(gaps)) if gaps else ""


def _some(labels: list[str], say: Say) -> str:
    more = len(labels) - LACKING
    return say.joined(labels if more < 2 else [*labels[:LACKING], say("{n} more", n=say.number(more))])


def _told_by_pay(by_id: dict[str, CompareRow], *, ranged: bool) -> set[str]:
    """The rows of stars and pay that say the same as others: what a career pays here is one answer."""
    here, against = by_id.get("pay_here"), by_id.get("pay_against")
    told = {"stars", "stars_measured"}
    if against and all(cell.value for cell in against.cells):  # who shares a figure with the first says so in that row
        told.add("pay_against")
    bases = {cell.value["basis"] for cell in here.cells if cell.value} if here else set()
    if ranged:
        return told | {"pay_here"}
    if here and known(here) == len(here.cells) and bases != {"measured"}:
        return told
    return {"pay_here"} if bases == {"measured"} else {"stars"} if bases else set()


def with_one_star_row(rows: list[CompareRow], say: Say) -> list[CompareRow]:
    """The rows with measured and judged stars in one: measured where they are, else our judgement, and said so."""
    by_id = {row.id: row for row in rows}
    measured, judged = by_id.get("stars_measured"), by_id.get("stars")
    if measured is None or judged is None:
        return rows
    if known(measured) == len(measured.cells) or any(cell.place for cell in measured.cells):
        # our judgement is of the whole country, and no figure of a place
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
