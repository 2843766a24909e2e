"""The page of a person's list."""

from collections.abc import Sequence

from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.reports import Action, Report
from careercli.core.person.reports import HiddenRow, MineReport, MineRow
from careercli.core.text.page import Block, Bullets, Grid, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.words import short_place
from careercli.pages.actions import next_steps
from careercli.pages.list import money_here, pay_remark, where_paid
from careercli.pages.quiz import band_word, label_word
from careercli.pages.quiz_history import when


def lay_out(report: Report, say: Say) -> Page:
    """A row a career, then the notes, then what is not for the person."""
    assert isinstance(report, MineReport)
    data = report.data
    blocks: list[Block] = [Heading(say("Your list"), 1)]
    if data.list:
        remark = list_remark(data.list, data.fit_of, say)
        if data.ranked and data.fit_of:
            remark += " " + say("The best fit comes first; your own order is kept.")
        blocks += [list_grid(data.list, say), Prose(remark, quiet=True)]
    else:
        blocks.append(Prose(say("Your list is empty.")))
    noted = [(row.name, note.text) for row in data.list for note in row.notes]
    noted += [(note.name, note.text) for note in data.noted]
    if noted:
        blocks += [Heading(say("Your notes")), Bullets(tuple(noted))]
    if data.hidden:
        blocks += [Heading(say("Not for you")), Bullets(hidden_lines(data.hidden, say), "minus")]
    if data.list or data.hidden or noted:
        blocks.append(Prose(say("All of it is kept in {file}.", file=data.file), quiet=True))
    steps = [action for action in report.actions if not action.id.startswith("show-")]
    if steps and not data.list:  # under a menu there are none, and `CAREER` is no command
        steps.insert(0, Action(id="keep", label=say("Put a career on it"), command=("keep", "CAREER")))
    return Page((*blocks, *next_steps(steps, say)))


def hidden_lines(rows: Sequence[HiddenRow], say: Say) -> tuple[tuple[str, str], ...]:
    """What is not for the person, a field marked as one, and why."""
    return tuple(
        (
            say("{field} (the whole field)", field=row.name) if row.kind == "field" else row.name,
            row.because or say("no reason given"),
        )
        for row in rows
    )


def list_grid(rows: Sequence[MineRow], say: Say) -> Grid:
    """A row a career."""
    titles = ("", say("Career"), say("Pay"), say("Fit"), say("Since"))
    many = len({row.pay_place for row in rows if row.pay_place}) > 1
    cells = tuple(
        (str(number), row.name, _pay(row, say, placed=many), _fit(row, say), when(row.since, say) if row.since else "–")
        for number, row in enumerate(rows, 1)
    )
    return Grid(titles, cells, right=(0, 2), least=50)


def list_remark(rows: Sequence[MineRow], fit_of: str | None, say: Say) -> str:
    """What the columns are; `fit_of` is the date of the result that gives the fit."""
    paid = [(row, where_paid(pay, say)) for row in rows if (pay := _pay_here(row))]
    told = [pay_remark((one._replace(where=row.pay_place or one.where) for row, one in paid), say)]
    if fit_of:
        told.append(say("Fit: how your interests of {date} go with it.", date=when(fit_of, say)))
    return " ".join(text for text in told if text)


def _pay(row: MineRow, say: Say, *, placed: bool) -> str:
    """What a career pays; `placed`: and where, as not all figures are of one place."""
    pay = _pay_here(row)
    if pay is None:
        return "–"
    where = f" ({short_place(row.pay_place)})" if placed and row.pay_place else ""
    return money_here(pay, say) + where


def _pay_here(row: MineRow) -> PayHere | None:
    """The pay of a career of the list."""
    if row.pay is None or row.pay_basis is None:
        return None
    return PayHere(
        basis=row.pay_basis,
        low=row.pay,
        high=row.pay,
        currency=row.currency,
        country=row.pay_country,
        period=row.pay_period,
        tax=row.pay_tax,
        reference=row.pay_reference,
    )


def _fit(row: MineRow, say: Say) -> str:
    """The fit in a word; the verdict on the career where there was one."""
    if row.gone:
        return say("no longer known")
    fits = [label_word(row.label, say)] if row.fit is not None else []
    if row.verdict:
        fits = [say("by your interests: {fit}", fit=fit) for fit in fits]
        fits.append(say("asked about it alone: {verdict}", verdict=band_word(row.verdict.band, say)))
    return say.semicolon.join(fits) or "–"
