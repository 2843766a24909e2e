"""The page of a comparison."""

from careercli.core.compare import find_pay_direction, measured_direction, official_band, pay_ratio, same_wage_code
from careercli.core.model import Role
from careercli.core.page import Block, Grid, Heading, Page, Prose
from careercli.core.reports import Cell, CompareReport, CompareRow, Report
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


def make_rows(roles: list[Role], say: Say) -> tuple[CompareRow, ...]:
    """The rows of a comparison; the first career is the baseline."""
    dash = "–"
    rows = [
        ("focus", say("Core focus"), [Cell(text=role.focus, value=role.focus) for role in roles]),
        ("tools", say("Key tools"), [Cell(text=", ".join(role.tools), value=role.tools) for role in roles]),
        ("stars", say("Stars"), [Cell(text=words.stars(role.stars, 10, say), value=role.stars) for role in roles]),
        ("pay_us", say("US median, gross a year"), [_median(role, say) for role in roles]),
        ("pay_against", say("Pay against the first"), [_against(role, roles[0], say) for role in roles]),
        (
            "entry",
            say("Entry"),
            [Cell(text=words.entry_word(role.entry, say) or dash, value=role.entry) for role in roles],
        ),
    ]
    return tuple(CompareRow(id=id_, title=title, cells=tuple(cells)) for id_, title, cells in rows)


def _median(role: Role, say: Say) -> Cell:
    band = official_band(role, "US")
    if band is None or band.p50 is None:
        return Cell(text="–")
    return Cell(text=say.money(band.p50, band.currency), value=band.p50, source=band.source)


def _against(role: Role, baseline: Role, say: Say) -> Cell:
    if role.id == baseline.id:
        return Cell(text=say("baseline"), value="baseline")
    ratio = pay_ratio(role, baseline, "US")
    direction = find_pay_direction(role, baseline) or (measured_direction(ratio) if ratio else None)
    parts = [words.pay_word(direction, say)] if direction else []
    if same_wage_code(role, baseline, "US"):
        parts.append(say("same US wage code"))
    elif ratio is not None:
        percent = round((ratio - 1) * 100)
        sign = "+" if percent > 0 else "−" if percent < 0 else ""
        parts.append(say("US median {change}%", change=f"{sign}{abs(percent)}"))
    return Cell(text=", ".join(parts) or "–", value=direction)
