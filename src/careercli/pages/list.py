"""The page of a list of careers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from careercli.core.careers.model import Group
from careercli.core.careers.pay_here import PayHere, Rests
from careercli.core.careers.reports import Card, ListReport, Report
from careercli.core.careers.study import Study
from careercli.core.text.ids import fold
from careercli.core.text.page import Block, Bullets, Grid, Heading, Page, Prose
from careercli.core.text.plaintext import within_sentence
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.criteria_words import column_title, said_value
from careercli.locale.pay_words import a_month, reckoned_words, terms_words
from careercli.locale.study_words import study_phrase
from careercli.pages import levels
from careercli.pages.actions import command

#: Letters on the work that say something, and of a name beside it.
LEAST_FOCUS = 27
#: Wider groups that are named.
FEW = 3
LEAST_NAME, MOST_NAME = 30, 44


class _Named(Protocol):
    """A career in a list."""

    @property
    def name(self) -> str:
        """In the language of the person."""

    @property
    def hidden(self) -> bool:
        """Whether it is not for them."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The limits of which it is not known whether it keeps them."""

    @property
    def study(self) -> Study | None:
        """What one studies for it, where that was asked for."""

    @property
    def values(self) -> dict[str, float]:
        """Of criteria that were asked for."""


def marked_name(career: _Named, say: Say) -> str:
    """The name of a career, marked where it is not for the person, or may not keep their limits."""
    return words.marked_name(career.name, say, unsure=bool(career.unknown), hidden=career.hidden)


def asked_titles(columns: Iterable[str], say: Say) -> tuple[str, ...]:
    """The titles of criteria that were asked for."""
    return tuple(column_title(id_, say) for id_ in columns)


def asked_cells(career: _Named, columns: Iterable[str], say: Say) -> tuple[str, ...]:
    """What is known of a career by criteria that were asked for."""
    return tuple(_asked_cell(career, id_, say) for id_ in columns)


def _asked_cell(career: _Named, criterion: str, say: Say) -> str:
    if criterion == "years" and career.study:
        return study_phrase(career.study, say) or "–"
    if criterion == "time" and isinstance(career, Card) and career.hired_in:
        return words.span_words(*career.hired_in, say)
    return said_value(criterion, career.values[criterion], say) if criterion in career.values else "–"


def unsure_remark(careers: Iterable[_Named], say: Say) -> str:
    """What the mark of careers that may not keep a limit says, with a space before; empty where none has it."""
    if not any(career.unknown for career in careers):
        return ""
    return " " + say("{mark}: not known whether it keeps your limits.", mark=words.UNSURE)


def lay_out(report: Report, say: Say) -> Page:
    """One career a row."""
    assert isinstance(report, ListReport)
    if not report.cards:
        return Page((Prose(say("No guide fits.")),))
    shown = (say("Career"), "★", say("Pay"), say("Entry"), say("Remote"), say("Field"), say("The work"))
    titles = (*shown, *asked_titles(report.columns, say))
    rows = tuple(
        (
            marked_name(card, say),
            starred(card.stars),
            money_here(card.pay, say) or "–",
            words.entry_word(card.entry, say),
            words.remote_word(card.remote, say),
            card.family_name,
            card.focus,
            *asked_cells(card, report.columns, say),
        )
        for card in report.cards
    )
    grid = Grid(
        titles,
        rows,
        right=(2,),
        least=76,
        one_line=True,
        cut=((6, LEAST_FOCUS),),
        extra=(5, 4),
        spare=(1, 3, 6),
        meter=1,
        shares=tuple(share_of(card.stars) for card in report.cards),
    )
    counted, remark = _foot(report, say)
    title = say.colon.join(filter(None, [say("Careers with a full guide"), ", ".join(report.asked)]))
    notes = tuple(Prose(text, quiet=True) for text in report.footnotes)
    return Page((*_by_field(report, say), Heading(title, 1), counted, grid, remark, *notes))


def _by_field(report: ListReport, say: Say) -> Iterator[Block]:
    """The fields of all careers, and how one lists one."""
    if not report.fields:
        return
    yield Heading(say("All careers, by field"), 1)
    largest, _ = max(report.fields, key=lambda field: field[1])
    one = command("list", "--family", within_sentence(largest))
    told = say("{n} fields; one of them: {command}.", n=len(report.fields), command=one)
    yield Prose(f"{told} {_others(report, say)}")
    rows = tuple((name, say.number(count)) for name, count in report.fields)
    short = f"{NO_BREAK}· ".join(f"{name} {count}".replace(" ", NO_BREAK) for name, count in rows)
    yield Bullets(rows, "none", short)


def room_for_names(names: Iterable[str]) -> int:
    """To how many letters names may be cut before what stands beside them goes: four of five should stay whole."""
    lengths = sorted(map(len, names))
    return min(max(lengths[len(lengths) * 4 // 5], LEAST_NAME), MOST_NAME)


def starred(stars: int | None, *, at_least: bool = False) -> str:
    """So many, 7+ for at least so many: the title of the column is the sign."""
    return "–" if stars is None else f"{stars}{'+' if at_least else ''}"


def share_of(stars: int | None) -> float | None:
    """Stars as a share of ten."""
    return None if stars is None else stars / 10


def _foot(report: ListReport, say: Say) -> tuple[Prose, Prose]:
    """How many there are, here and in the atlas; and what stars and pay are."""
    shown = say.count("{n} guide", "{n} guides", len(report.cards))
    unsure = any(card.unknown for card in report.cards)
    shown = words.shown_of(shown, len(report.cards), report.fitting, report.total, say, unsure=unsure)
    counted = f"{shown}."
    if report.occupations:
        counted = _what_it_is(report, say) if len(report.cards) == report.total else counted
        counted += "" if report.fields else f" {_others(report, say)}"
    paid = pay_remark((where_paid(card.pay, say) for card in report.cards if card.pay), say)
    remark = f"{stars_remark(say)} {paid}{unsure_remark(report.cards, say)}"
    return Prose(counted), Prose(remark, quiet=True)


def _what_it_is(report: ListReport, say: Say) -> str:
    """That few careers have a guide, and in which fields."""
    fields = say.joined(sorted({within_sentence(card.family_name) for card in report.cards}))
    return say.count(
        "{n} career has a long guide so far, in {fields}.",
        "{n} careers have a long guide so far, in {fields}.",
        len(report.cards),
        fields=fields,
    )


def _others(report: ListReport, say: Say) -> str:
    """Where all careers are, by name and by what one cares for."""
    animals = fold(say.label("subject", "animals"))
    everything = say("All {n} careers: {command}.", n=say.number(report.occupations), command=command("list", "--all"))
    return f"{everything} {say('By what you care for: {command}.', command=command('list', '--about', animals))}"


def stars_remark(say: Say) -> str:
    """What stars say."""
    return say("★: pay among everybody employed; ten is the top 1%.")


class Paid(NamedTuple):
    """What a pay rests on, what it is (gross a year), and where it is paid, or where and when."""

    basis: Rests
    terms: str
    where: str


def where_paid(pay: PayHere, say: Say) -> Paid:
    """What a pay rests on, what it is, where; and of when it is, where it is reckoned."""
    country = say.country_name(pay.country or "", short=True)
    terms = terms_words(pay.tax, pay.period, say)
    dated = [reckoned_words(pay.reference, say)] if pay.reference else []
    return Paid(pay.basis, terms, ", ".join([country, *dated]))


def pay_remark(paid: Iterable[Paid], say: Say, *, wider: Iterable[Group] = ()) -> str:
    """What the pay of some careers rests on, what it is and where: each ground that is there, once what all share.

    `wider` are the groups that some figures count; a few are named.
    """
    grounds: dict[Rests, dict[Paid, None]] = {}
    for one in paid:
        grounds.setdefault(one.basis, {})[one] = None
    terms, places = ({getattr(one, name) for found in grounds.values() for one in found} for name in ("terms", "where"))
    shared = [*terms] if len(terms) == 1 else []
    if shared and len(places) == 1:
        shared += filter(None, places)
    titles = list(dict.fromkeys(group.title for group in wider))
    groups = say.semicolon.join(titles[:FEW]) + ("…" if len(titles) > FEW else "")
    named: dict[Rests, str] = {
        "measured": say("the official median"),
        "reckoned": say("{mark} the official median of all who work full time in a group of trades", mark=words.MARK)
        + (f" ({groups})" if groups else ""),
        "records": say("what is published under the title"),
        "expected": say("{mark} in year five, by our judgment", mark=words.MARK),
        "editorial": say("{mark} what our stars stand for", mark=words.MARK),
    }
    told = []
    for basis, text in named.items():
        apart = [
            [part for part in (one.terms, one.where) if part not in ("", *shared)] for one in grounds.get(basis, ())
        ]
        where = say.joined([", ".join(parts) for parts in apart if parts])
        told += [f"{text} ({where})" if where else text] if basis in grounds else []
    if groups and "reckoned" not in grounds:
        told.append(say("{mark} of a wider group ({groups})", mark=words.MARK, groups=groups))
    if not told:
        return ""
    grounds_told = say.semicolon.join(told)
    if shared:
        return say("Pay, {terms}: {grounds}.", terms=", ".join(shared), grounds=grounds_told)
    return say("Pay: {grounds}.", grounds=grounds_told)


def money_here(pay: PayHere | None, say: Say) -> str:
    """What a career pays where the reader is: what is counted or published, else about what we judge or reckon."""
    if pay is None or pay.middle is None:
        return ""
    if pay.basis in ("measured", "records"):
        return say.money(pay.middle, pay.currency or "")
    if pay.basis == "reckoned":
        return f"{words.MARK}{NO_BREAK}{a_month(say.money(pay.middle, pay.currency or ''), pay.period, say)}"
    return f"{words.MARK}{NO_BREAK}{say.money(levels.rounded(pay.middle), pay.currency or '')}"
