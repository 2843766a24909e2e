"""The page of a comparison."""

from careercli.core.compare import find_pay_direction, measured_direction, official_band, pay_ratio, same_wage_code
from careercli.core.page import Block, Grid, Heading, Page, Prose
from careercli.core.reports import Card, Cell, CompareReport, CompareRow, Report
from careercli.locale import Say
from careercli.pages import words


def lay_out(report: Report, say: Say) -> Page:
    """One career a row, the first being the one compared with."""
    assert isinstance(report, CompareReport)
    titles = (say("Career"), *(row.title for row in report.rows))
    rows = []
    numbers = words.numbers_of(report.sources)
    for n, career in enumerate(report.careers):
        name = f"{career.name} ({say('you are here')})" if n == 0 else career.name
        cells = []
        for row in report.rows:
            cell = row.cells[n]
            cited = numbers.get(cell.source or "")
            cells.append(f"{cell.text} [{cited}]" if cited else cell.text)
        rows.append((name, *cells))
    blocks: list[Block] = [Grid(titles, tuple(rows), strong=0, least=96, rules=True)]
    remark = say("Pay comparisons are directional and our judgement; stars rate pay against everybody employed.")
    blocks.append(Prose(remark, quiet=True))
    if report.sources:
        blocks.append(Heading(say("Sources"), 3))
        blocks += [Prose(f"[{s.number}] {words.source_line(s, say)}", quiet=True) for s in report.sources]
    return Page(tuple(blocks))


def make_rows(cards: list[Card], say: Say) -> tuple[CompareRow, ...]:
    """The rows of a comparison; the first career is the baseline."""
    dash = "–"
    rows = [
        ("focus", say("Core focus"), [Cell(text=card.focus, value=card.focus) for card in cards]),
        ("tools", say("Key tools"), [Cell(text=", ".join(card.tools), value=card.tools) for card in cards]),
        ("stars", say("Stars"), [Cell(text=words.stars(card.stars, 10, say), value=card.stars) for card in cards]),
        ("pay_us", say("US median, gross a year"), [_median(card, say) for card in cards]),
        ("pay_against", say("Pay against the first"), [_against(card, cards[0], say) for card in cards]),
        (
            "entry",
            say("Entry"),
            [Cell(text=words.entry_word(card.entry, say) or dash, value=card.entry) for card in cards],
        ),
    ]
    return tuple(CompareRow(id=id_, title=title, cells=tuple(cells)) for id_, title, cells in rows)


def _median(card: Card, say: Say) -> Cell:
    band = official_band(card, "US")
    if band is None or band.p50 is None:
        return Cell(text="–")
    return Cell(text=say.money(band.p50, band.currency), value=band.p50, source=band.source)


def _against(card: Card, baseline: Card, say: Say) -> Cell:
    if card.id == baseline.id:
        return Cell(text=say("baseline"), value="baseline")
    ratio = pay_ratio(card, baseline, "US")
    direction = find_pay_direction(card, baseline) or (measured_direction(ratio) if ratio else None)
    parts = [words.pay_word(direction, say)] if direction else []
    if same_wage_code(card, baseline, "US"):
        parts.append(say("same US wage code"))
    elif ratio is not None:
        percent = round((ratio - 1) * 100)
        sign = "+" if percent > 0 else "−" if percent < 0 else ""
        parts.append(say("US median {change}%", change=f"{sign}{abs(percent)}"))
    return Cell(text="; ".join(parts) or "–", value=direction)
