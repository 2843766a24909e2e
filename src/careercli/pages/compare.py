"""The page of a comparison: what tells careers apart first, what is alike on one line, what is known of one alone."""

from collections.abc import Sequence

from msgspec.structs import replace

from careercli.core.careers.reports import Report
from careercli.core.comparing.compare import is_alike, is_known, known
from careercli.core.comparing.reports import Cell, CompareReport, CompareRow
from careercli.core.text.citations import EDITORIAL, find_citations, replace_citations
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
    without_spare,
)
from careercli.core.text.plaintext import capitalized, within_sentence
from careercli.locale import NO_BREAK, Say, words
from careercli.pages.card import FULL_GROWTH
from careercli.pages.compare_answer import say_answer
from careercli.pages.compare_folding import fold_rows, is_spare, say_gaps, with_one_star_row
from careercli.pages.compare_pay import told_ranges, told_remark
from careercli.pages.compare_ranking import lay_out_ranking
from careercli.pages.compare_remarks import say_key, say_remarks, texts_in
from careercli.pages.contents import cited_in, first_publishers, short_sources

#: Rows of statements, told career by career under the table, and only where they are asked for.
STATEMENTS = ("suits", "suits_not")
POINTS = ("p10", "p25", "p50", "p75", "p90")
#: The ends of the scales that are not those of the row itself; that of growth, the card's, is the least.
SCALES = {"stars": 10.0, "stars_measured": 10.0, "zone": 5.0, "freelance": 100.0, "outlook": FULL_GROWTH}
#: Rows of numbers that rise or fall.
BOTH_WAYS = ("outlook",)
#: Rows whose cells say themselves which of them are our judgement.
JUDGED_APART = ("pay_against", "pay_here", "stars_measured")
#: Rows of what guides say at a glance, which may end at a comma.
CLAUSES = ("hours", "place", "demand")
#: Rows that are never cut.
WHOLE = ("access",)
#: What is known of one career alone is told in a paragraph of at most so many letters, else line by line.
FOLDED = 300
#: How many stand in the title beside the first, at most.
NAMED = 3
#: Rows of numbers that are drawn over the greatest of them.
DRAWN = ("employment", "openings", "freelance")

#: The source and the date of a row.
_Shared = tuple[str | None, str | None]


def lay_out(report: Report, say: Say) -> Page:
    """The ranking, if there is one; then a column a career, by what a person asks."""
    assert isinstance(report, CompareReport)
    names = {career.id: career.name for career in report.careers}
    blocks: list[Block] = [Heading(_title(report, say), 1)]
    ranking = lay_out_ranking(report, names, say)
    if ranking and report.rows:
        blocks += [*ranking, Heading(say("Side by side"), 2)]
    elif ranking:
        blocks += ranking
    elif not report.picked and (answer := say_answer(report, say)):
        blocks.append(Prose(answer))
    sheet = _Sheet(report, say).blocks()
    blocks += sheet
    drawn = [without_spare(block) if isinstance(block, SideBySide) else block for block in blocks]
    remarks = say_remarks(report, names, say, key=say_key(report, sheet, texts_in(drawn), say))
    cited = cited_in([*blocks, *remarks], report.sources)
    blocks += [replace(remark, joined=bool(cited) or remark is not remarks[-1]) for remark in remarks]
    if cited:
        told = short_sources(cited, say, say("Sources, in full with `careers sources`:"))
        blocks.append(told if report.full or report.picked else replace(told, short=first_publishers(cited, say)))
    references = words.references_of(cited, say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


def _title(report: CompareReport, say: Say) -> str:
    """Who is compared: all by name where they are few."""
    first, *others = [career.name for career in report.careers]
    if report.here:
        return say("{name} and what is near it", name=first)
    if len(others) < NAMED:
        named = [first, *others]
        return " · ".join(named) if any("," in name for name in named) else say.joined(named)
    return say("{name} and {n} others", name=first, n=say.number(len(others)))


class _Sheet:
    """Sorts the rows into those that stand in the table, those that are alike, and those known of one career."""

    def __init__(self, report: CompareReport, say: Say) -> None:
        self.report = report
        self.say = say
        rows = [row for row in report.rows if report.picked or (known(row) and not self._aside(row))]
        self.statements = [row for row in rows if row.id in STATEMENTS]
        rows = [row for row in rows if row.id not in STATEMENTS]
        self.brief = not report.full and not report.picked
        self.told: tuple[Range, ...] = ()
        self.pay, self.ranges = self._split_pay(rows)
        self.ranged = len(self.ranges) == len(report.careers)
        rows = [row for row in rows if row not in self.pay]
        if self.brief:
            rows = fold_rows(rows, say, ranged=self.ranged)
        elif not report.picked:
            rows = with_one_star_row(rows, say)
        folding = not report.picked and len(report.careers) > 1
        self.alike = [row for row in rows if folding and is_alike(row)]
        self.alone = [row for row in rows if folding and known(row) == 1]
        self.rows = [row for row in rows if row not in self.alike and row not in self.alone]

    def _aside(self, row: CompareRow) -> bool:
        """Whether a row is drawn only for those who ask for it: statements, and what is published of pay."""
        country = row.id.removeprefix("pay_")
        return row.id in STATEMENTS or (len(country) == 2 and country != row.id)

    def _split_pay(self, rows: Sequence[CompareRow]) -> tuple[list[CompareRow], tuple[Range, ...]]:
        """The rows of percentiles that are drawn as ranges, and those; the median stays where one has no range."""
        points = [row for row in rows if row.id.startswith("pay_") and row.id.rpartition("_")[2] in POINTS]
        if len(points) < len(POINTS):
            return [], ()
        ranges = tuple(filter(None, (self._range(points, n) for n in range(len(self.report.careers)))))
        if self.brief and self.report.pay_is_reckoned:  # one figure a career: in the table
            return points, ()
        if self.brief and self.report.pay_is_told:
            self.told = told_ranges(self.report, lambda n: self._range(points, n), self.say)
            return points, self.told
        if self.report.picked and not ranges:
            return [], ()
        if len(ranges) == len(self.report.careers):
            return points, ranges
        # one figure a career: in brief the medians in the table, which all have
        return [row for row in points if row is not points[2]], () if self.brief else ranges

    def _range(self, points: Sequence[CompareRow], n: int) -> Range | None:
        values = [row.cells[n].value for row in points]
        if not all(isinstance(value, int | float) and value > 0 for value in values):
            return None
        low, middle, high = (points[place].cells[n] for place in (0, 2, 4))
        figure = _figure(middle) + self._stars(n) + self._best(middle)
        text = self.say("median {amount}", amount=figure)
        label = words.marked(self._names()[n], middle.of)
        ends = (_figure(low), _figure(high))
        return Range(label, tuple(values), text, ends, middle=(self.say("median"), figure))

    def _stars(self, n: int) -> str:
        """The stars of a median, where it is that of the career."""
        measured = next((row.cells[n].value for row in self.report.rows if row.id == "stars_measured"), None)
        if not measured or not self.brief or self.report.abroad:
            return ""
        least, most = measured if isinstance(measured, list | tuple) else (measured, measured)
        return f" ★{NO_BREAK}{least}" + (f"–{most}" if most > least else "")

    def blocks(self) -> list[Block]:
        """The table, what is alike, what is known of one alone, and the statements."""
        groups = self._groups()
        cut = not self.report.full and not self.report.picked
        blocks: list[Block] = [SideBySide(tuple(self._names()), groups, cut)] if groups else []
        folded: list[Block] = []
        if told := ", ".join(self._fold(row) for row in self.alike if row.cells[0].value not in (None, [])):
            told = f"{self.say('Alike')}{self.say.colon}{told}."
            folded.append(Prose(told, short=words.cite(told, {}, self.say) if self.brief else None))
        alone = [(n, rows) for n in range(len(self.report.careers)) if (rows := self._known_alone(n))]
        spare = [*self.alone, *filter(self._is_spare, self.rows)]
        if self.brief and (lacking := say_gaps(self.report.careers, spare, self.say)):
            told = "\n".join(self._line_alone(n, rows) for n, rows in alone)
            folded.insert(0, Prose(told or lacking, short=""))  # a drawn page has room for what is known
        elif not self.brief:
            folded += [block for n, rows in alone for block in self._alone(n, rows)]
        blocks += [replace(block, joined=True) if isinstance(block, Prose) else block for block in folded[:-1]]
        return [*blocks, *folded[-1:], *_statements(self.report, self.statements)]

    def _is_spare(self, row: CompareRow) -> bool:
        return self.brief and is_spare(row, self.report.careers)

    def _known_alone(self, n: int) -> list[CompareRow]:
        return [row for row in self.alone if is_known(row.cells[n])]

    def _alone(self, n: int, rows: Sequence[CompareRow]) -> list[Block]:
        """What is known of one career alone: in a paragraph where that is short, else line by line."""
        line = self._line_alone(n, rows)
        if len(line) <= FOLDED and not self.report.picked:
            return [Prose(line)]
        facts = tuple((row.label, self._told_alone(row, row.cells[n])) for row in rows)
        return [Heading(self.say("Known of {name} alone", name=self.report.careers[n].name), 3), Facts(facts)]

    def _line_alone(self, n: int, rows: Sequence[CompareRow]) -> str:
        alone = self.say("Known of {name} alone", name=self.report.careers[n].name)
        told = ", ".join(f"{within_sentence(row.label)} {self._told_alone(row, row.cells[n])}" for row in rows)
        return f"{alone}{self.say.colon}{told}."

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
        drawn = [*(self.pay[2:3] if about == "pay" and self.ranged else ()), *rows]
        ranges = self.ranges if about == "pay" else ()
        lines = 2 if about == "entry" else 1
        remark, short = self._remark(drawn), self._remark([row for row in drawn if not self._is_spare(row)])
        reckoned = self.brief and self.report.pay_is_reckoned
        if about == "pay" and (self.told or reckoned):
            short = told_remark(self.report, self.say)
            remark = short if reckoned else remark
        return Criteria(title, tuple(map(self._criterion, rows)), ranges, remark, short, lines)

    def _criterion(self, row: CompareRow) -> Criterion:
        shared = _shared(row)
        texts = [self._cell(row, cell, shared) + self._best(cell) for cell in row.cells]
        stars, spare = row.id in ("stars", "stars_measured"), self._is_spare(row)
        clauses = row.id in CLAUSES
        both = row.id in BOTH_WAYS
        return Criterion(
            row.label,
            tuple(texts),
            _shares(row),
            stars=stars,
            spare=spare,
            clauses=clauses,
            both_ways=both,
            whole=row.id in WHOLE,
        )

    def _cell(self, row: CompareRow, cell: Cell, shared: _Shared | None) -> str:
        """A cell, with what is not told of its whole row."""
        if shared:
            judged_apart = row.id == "pay_here" and shared[0] and cell.source is None
            if shared[0] == EDITORIAL:  # the row says so
                return cell.brief or replace_citations(cell.cited)
            return cell.cited if judged_apart else cell.brief or cell.text
        if not self.brief or not cell.brief or not row.where:
            return cell.cited
        told = find_citations(cell.brief)
        if cell.source:
            return cell.brief if cell.source in told else cell.brief + _cite(cell.source)
        return cell.brief if told else cell.cited

    def _best(self, cell: Cell) -> str:
        return f" {words.BEST}" if cell.best else ""

    def _remark(self, rows: Sequence[CompareRow]) -> str:
        """Place, date and source of all rows that have the same for every career: what holds for most, then others."""
        labels: dict[str, list[str]] = {}
        gross, whole = self.say("gross a year") + ", ", True
        for row in rows:
            shared = _shared(row)
            where = self._where(row, shared[0]) if shared else self._where_in_part(row)
            whole = whole and bool(shared)
            if where:
                labels.setdefault(where, []).append(self.say("median") if row in self.pay else row.label)
        usual = max(labels, key=lambda where: len(labels[where]), default="")
        covered = sum(map(len, labels.values())) == len(rows)
        unnamed = whole and covered and bool(labels) and (len(labels) == 1 or len(labels[usual]) > 1)
        told = [usual] if unnamed else []
        paid = [where for where in labels if where.startswith(gross)]
        if paid and not unnamed and self.brief:
            told.append(gross.rstrip(", "))
            labels = {where.removeprefix(gross): names for where, names in labels.items()}
        place = ""
        for where, names in labels.items():
            before, (place, comma, date) = place, where.partition(", ")
            if not (unnamed and where == usual):
                said = date if comma and place == before else where  # the place once
                told.append(f"{', '.join(map(within_sentence, dict.fromkeys(names)))}{self.say.colon}{said}")
        text = self.say.semicolon.join(told)
        return capitalized(text)

    def _fold(self, row: CompareRow) -> str:
        """A row that is alike: what it says, once."""
        cell = next((cell for cell in row.cells if cell.of and not cell.of.own), row.cells[0])
        label, text = within_sentence(row.label), cell.brief or cell.text
        where = self._where(row, None) if row.id == "pay_here" else row.where if find_citations(cell.brief) else ""
        text += f", {where}" if where else ""
        told = f"{label[:-1]}{self.say.colon}{text})" if label.endswith(")") else f"{label} ({text})"
        return told + _cite(cell.source)

    def _told_alone(self, row: CompareRow, cell: Cell) -> str:
        where = row.where if cell.source else self._where(row, None)
        return f"{cell.brief or cell.text} ({where}){_cite(cell.source)}" if where else cell.cited

    def _where(self, row: CompareRow, source: str | None) -> str:
        """Place, date and source of what a row says, or that we judged it; nothing where it says so itself."""
        if source is None or source == EDITORIAL:
            judged = self.say("our judgment") if row.judged or source else ""
            elsewhere = row.id == "pay_here" and all(row.where != median.where for median in self.pay[2:3])
            return f"{row.where}, {judged}" if judged and elsewhere else judged
        return f"{row.where}{_cite(source)}".strip()

    def _where_in_part(self, row: CompareRow) -> str:
        """Place and date of those cells of a row that come from a data set, with its number, or of all of them."""
        told = [cell for cell in row.cells if self.brief and cell.brief and row.where]
        sources = {cell.source for cell in told if cell.source and not find_citations(cell.brief)}
        if len(sources) == 1:
            return f"{row.where}{_cite(sources.pop())}"
        return row.where if told and not sources else ""


def _shared(row: CompareRow) -> _Shared | None:
    """The source and the date of a row, where they are the same for all that it says."""
    cells = [cell for cell in row.cells if cell.value is not None]
    if all(find_citations(cell.cited) == [EDITORIAL] for cell in cells):
        return EDITORIAL, None
    if any(cell.source is None and find_citations(cell.cited) for cell in cells):
        return None
    if not row.where and any(cell.source for cell in cells):
        return None
    said = {(cell.source, cell.reference) for cell in cells}
    if row.id in JUDGED_APART:
        said = {(source, date) for source, date in said if source} or said
    return said.pop() if len(said) == 1 else None


def _shares(row: CompareRow) -> tuple[float | None, ...]:
    """The numbers of a row over one scale, those of growth to both sides of nought."""
    values = [_number(cell.value) for cell in row.cells]
    numbers = [abs(value) for value in values if value is not None]
    drawn = row.id in SCALES or row.id in DRAWN or row.id.startswith("pay_")
    most = SCALES.get(row.id) or max(numbers, default=0.0)
    if not drawn or not most or len(numbers) < 2:
        return ()
    if row.id in BOTH_WAYS:
        most = max(most, *numbers)
        return tuple(None if value is None else value / most for value in values)
    shares = (None if value is None else value / most for value in values)
    return tuple(None if share is None else min(max(share, 0.0), 1.0) for share in shares)


def _number(value: object) -> float | None:
    """The number that a bar stands for: of pay that is reckoned its one amount."""
    if isinstance(value, dict) and value.get("basis") == "reckoned":
        value = value["low"]
    return value if isinstance(value, int | float) else None


def _cite(source: str | None) -> str:
    return f" [@{source}]" if source else ""


def _unmarked(text: str) -> str:
    return text.removeprefix(f"{words.MARK}{NO_BREAK}")


def _figure(cell: Cell) -> str:
    """The one amount that is drawn, without the span of several counts that it is the middle of."""
    return _unmarked(cell.text.partition(" (")[0])


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
