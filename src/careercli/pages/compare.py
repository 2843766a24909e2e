"""The page of a comparison: what tells careers apart first, what is alike on one line, what is known of one alone."""

from collections.abc import Mapping, Sequence

import msgspec

from careercli.core.careers.reports import Report
from careercli.core.comparing.compare import difference, is_alike, known
from careercli.core.comparing.reports import Cell, CompareReport, CompareRow
from careercli.core.text.citations import find_citations
from careercli.core.text.page import (
    Block,
    Bullets,
    Criteria,
    Criterion,
    Facts,
    Heading,
    Page,
    Pair,
    Prose,
    Range,
    SideBySide,
    map_texts,
)
from careercli.locale import NO_BREAK, Say, words
from careercli.pages.compare_ranking import lay_out_ranking
from careercli.pages.contents import cited_in, short_publishers, short_sources
from careercli.pages.groups import legend

#: Rows of statements, told career by career under the table, and only where they are asked for.
STATEMENTS = ("suits", "suits_not")
POINTS = ("p10", "p25", "p50", "p75", "p90")
#: The ends of the scales that are not those of the row itself.
SCALES = {"stars": 10.0, "stars_measured": 10.0, "zone": 5.0}
#: Rows whose cells say themselves which of them are our judgement.
JUDGED_APART = ("pay_against", "stars_measured")
#: What is known of one career alone is told in a paragraph of at most so many letters, else line by line.
FOLDED = 300
#: Rows of numbers that are drawn over the greatest of them.
DRAWN = ("employment", "outlook", "openings", "freelance")


def lay_out(report: Report, say: Say) -> Page:
    """The ranking, if there is one; then a column a career, by what a person asks."""
    assert isinstance(report, CompareReport)
    names = {career.id: career.name for career in report.careers}
    blocks = lay_out_ranking(report, names, say)
    if blocks and report.rows:
        blocks.append(Heading(say("Side by side"), 2))
    blocks += _Sheet(report, say).blocks()
    blocks += _remarks(report, names, say)
    if cited := cited_in(blocks, report.sources):
        told = short_sources(cited, say, say("Sources, in full with `careers sources`:"))
        named = "" if report.full or report.picked else say("Sources: {sources}.", sources=short_publishers(cited, say))
        blocks.append(msgspec.structs.replace(told, short=named))
    references = words.references_of(report.sources, say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


class _Sheet:
    """Sorts the rows into those that stand in the table, those that are alike, and those known of one career."""

    def __init__(self, report: CompareReport, say: Say) -> None:
        self.report = report
        self.say = say
        rows = [row for row in report.rows if report.picked or (known(row) and not self._aside(row))]
        self.statements = [row for row in rows if row.id in STATEMENTS]
        rows = [row for row in rows if row.id not in STATEMENTS]
        self.pay, self.ranges = self._split_pay(rows)
        rows = [row for row in rows if row not in self.pay]
        rows = rows if report.picked else _with_one_star_row(rows, say)
        folding = not report.picked and len(report.careers) > 1
        self.alike = [row for row in rows if folding and is_alike(row)]
        self.alone = [row for row in rows if folding and known(row) == 1]
        self.rows = [row for row in rows if row not in self.alike and row not in self.alone]
        if not report.picked:
            self.rows.sort(key=lambda row: (known(row) < len(row.cells), -difference(row)))

    def _aside(self, row: CompareRow) -> bool:
        """Whether a row is drawn only for those who ask for it: statements, and pay where the person is not."""
        country = row.id.removeprefix("pay_")
        told = len(country) == 2 and country != row.id and country != self.report.reader_country.lower()
        return row.id in STATEMENTS or told

    def _split_pay(self, rows: Sequence[CompareRow]) -> tuple[list[CompareRow], tuple[Range, ...]]:
        """The rows of percentiles that are drawn as ranges, and those; the median stays where one has no range."""
        points = [row for row in rows if row.id.startswith("pay_") and row.id.rpartition("_")[2] in POINTS]
        if len(points) < len(POINTS):
            return [], ()
        ranges = tuple(filter(None, (self._range(points, n) for n in range(len(self.report.careers)))))
        if self.report.picked and not ranges:
            return [], ()
        whole = len(ranges) == len(self.report.careers)
        return [row for row in points if whole or row is not points[2]], ranges

    def _range(self, points: Sequence[CompareRow], n: int) -> Range | None:
        values = [row.cells[n].value for row in points]
        if not all(isinstance(value, int | float) and value > 0 for value in values):
            return None
        low, middle, high = (points[place].cells[n] for place in (0, 2, 4))
        text = self.say("median {amount}", amount=_unmarked(middle.brief)) + self._best(middle)
        label = words.marked(self._names()[n], middle.of)
        return Range(label, tuple(values), text, (_unmarked(low.brief), _unmarked(high.brief)))

    def blocks(self) -> list[Block]:
        """The table, what is alike, what is known of one alone, and the statements."""
        groups = self._groups()
        cut = not self.report.full and not self.report.picked
        blocks: list[Block] = [SideBySide(tuple(self._names()), groups, cut)] if groups else []
        if self.alike:
            told = ", ".join(self._fold(row) for row in self.alike)
            blocks.append(Prose(f"{self.say('Alike')}{self.say.colon}{told}."))
        for n, career in enumerate(self.report.careers):
            rows = [row for row in self.alone if row.cells[n].value]
            if rows:
                alone = self.say("Known of {name} alone", name=career.name)
                facts = tuple((row.label, self._told_alone(row, row.cells[n])) for row in rows)
                line = f"{alone}{self.say.colon}{', '.join(f'{_lower(label)} {text}' for label, text in facts)}."
                folds = len(line) <= FOLDED and not self.report.picked
                blocks += [Prose(line)] if folds else [Heading(alone, 3), Facts(facts)]
        return [*blocks, *_statements(self.report, self.statements)]

    def _names(self) -> list[str]:
        here = self.say("you are here")
        names = [(career.id, career.name) for career in self.report.careers]
        return [f"{name} ({here})" if id_ == self.report.here else name for id_, name in names]

    def _groups(self) -> tuple[Criteria, ...]:
        say = self.say
        titles = {
            "pay": say("What it pays"),
            "entry": say("How to get in"),
            "work": say("What it is like"),
            "jobs": say("Jobs"),
        }
        asked = dict.fromkeys(row.about for row in (*self.pay, *self.rows))
        order = [row.about for row in self.report.rows] if self.report.picked else titles
        return tuple(self._group(titles[about], about) for about in dict.fromkeys(order) if about in asked)

    def _group(self, title: str, about: str) -> Criteria:
        rows = [row for row in self.rows if row.about == about]
        drawn = [*(self.pay[2:3] if about == "pay" else ()), *rows]
        ranges = self.ranges if about == "pay" else ()
        lines = 2 if about in ("pay", "entry") else 1  # figures stand there at the end of a text
        return Criteria(title, tuple(map(self._criterion, rows)), ranges, self._remark(drawn), lines)

    def _criterion(self, row: CompareRow) -> Criterion:
        shared = _shared(row)
        texts = [((cell.brief or cell.text) if shared else cell.cited) + self._best(cell) for cell in row.cells]
        return Criterion(row.label, tuple(texts), _shares(row), stars=row.id in ("stars", "stars_measured"))

    def _best(self, cell: Cell) -> str:
        return f" ◆{NO_BREAK}" + self.say("best").replace(" ", NO_BREAK) if cell.best else ""

    def _remark(self, rows: Sequence[CompareRow]) -> str:
        """Place, date and source of all rows that have the same for every career: what holds for most, then others."""
        labels: dict[str, list[str]] = {}
        for row in rows:
            if (shared := _shared(row)) and (where := self._where(row, shared[0])):
                labels.setdefault(where, []).append(row.label)
        usual = max(labels, key=lambda where: len(labels[where]), default="")
        covered = sum(map(len, labels.values())) == len(rows)
        unnamed = covered and bool(labels) and (len(labels) == 1 or len(labels[usual]) > 1)
        told = [usual] if unnamed else []
        for where, names in labels.items():
            if not (unnamed and where == usual):
                told.append(f"{', '.join(map(_lower, dict.fromkeys(names)))}{self.say.colon}{where}")
        text = self.say.semicolon.join(told)
        return text[:1].upper() + text[1:]

    def _fold(self, row: CompareRow) -> str:
        """A row that is alike: what it says, once."""
        cell = next((cell for cell in row.cells if cell.of and not cell.of.own), row.cells[0])
        label, text = _lower(row.label), cell.brief or cell.text
        told = f"{label[:-1]}{self.say.colon}{text})" if label.endswith(")") else f"{label} ({text})"
        return told + _cite(cell.source)

    def _told_alone(self, row: CompareRow, cell: Cell) -> str:
        where = row.where if cell.source else self._where(row, None)
        return f"{cell.brief or cell.text} ({where}){_cite(cell.source)}" if where else cell.cited

    def _where(self, row: CompareRow, source: str | None) -> str:
        """Place, date and source of what a row says, or that we judged it; nothing where it says so itself."""
        if source is None:
            return self.say("our judgement") if row.judged else ""
        return f"{row.where}{_cite(source)}".strip()


def _with_one_star_row(rows: list[CompareRow], say: Say) -> list[CompareRow]:
    """The rows with measured and judged stars in one: measured where they are, else our judgement, and said so."""
    by_id = {row.id: row for row in rows}
    measured, judged = by_id.get("stars_measured"), by_id.get("stars")
    if measured is None or judged is None:
        return rows
    if known(measured) == len(measured.cells):
        return [row for row in rows if row is not judged]
    by_judgement = say("our judgement").replace(" ", NO_BREAK)
    cells = []
    for ours, theirs in zip(measured.cells, judged.cells, strict=True):
        if ours.value is not None or theirs.value is None:
            cells.append(msgspec.structs.replace(ours, best=False))
        else:
            text = f"{theirs.text} ({by_judgement})"
            cells.append(msgspec.structs.replace(theirs, text=text, cited=text, best=False))
    mixed = msgspec.structs.replace(measured, cells=tuple(cells))
    return [mixed if row is measured else row for row in rows if row is not judged]


def _shared(row: CompareRow) -> tuple[str | None, str | None] | None:
    """The source and the date of a row, where they are the same for all that it says."""
    cells = [cell for cell in row.cells if cell.value is not None]
    if any(cell.source is None and find_citations(cell.cited) for cell in cells):
        return None
    said = {(cell.source, cell.reference) for cell in cells}
    if row.id in JUDGED_APART:
        said = {(source, date) for source, date in said if source} or said
    return said.pop() if len(said) == 1 else None


def _shares(row: CompareRow) -> tuple[float | None, ...]:
    """The numbers of a row over one scale; what shrinks has no bar."""
    values = [cell.value if isinstance(cell.value, int | float) else None for cell in row.cells]
    numbers = [abs(value) for value in values if value is not None]
    drawn = row.id in SCALES or row.id in DRAWN or row.id.startswith("pay_")
    most = SCALES.get(row.id) or max(numbers, default=0.0)
    if not drawn or not most:
        return ()
    return tuple(None if value is None else max(value, 0.0) / most for value in values)


def _cite(source: str | None) -> str:
    return f" [@{source}]" if source else ""


def _unmarked(text: str) -> str:
    return text.removeprefix(f"{words.MARK}{NO_BREAK}")


def _lower(text: str) -> str:
    """A label inside a sentence; an abbreviation stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _statements(report: CompareReport, rows: Sequence[CompareRow]) -> list[Block]:
    """Career by career: for whom beside for whom not."""
    blocks: list[Block] = []
    for n, career in enumerate(report.careers):
        told = [row for row in rows if row.cells[n].value]
        if told:
            blocks.append(Heading(career.name, 2))
        if len(told) > 1:
            blocks.append(Pair(told[0].title, _list(told[0], n), told[1].title, _list(told[1], n)))
        else:
            blocks += [block for row in told for block in (Heading(row.title, 3), _list(row, n))]
    return blocks


def _list(row: CompareRow, n: int) -> Bullets:
    return Bullets(tuple(("", text) for text in row.cells[n].value), "plus" if row.id == "suits" else "minus")


def _remarks(report: CompareReport, names: Mapping[str, str], say: Say) -> list[Block]:
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
    if not texts:
        return []
    told = say(
        "{mark}: of a wider group, or of the nearest occupation; `--full` tells which, and cuts no text.",
        mark=words.MARK,
    )
    short = "" if report.full or report.picked else told
    return [Prose(" ".join(texts), quiet=True, short=short)]
