"""What a comparison begins with: who leads in what, by the figures of the table."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.careers.model import Group
from careercli.core.comparing.contrasts import Contrast, find_contrasts, most
from careercli.core.comparing.reports import Cell, ComparedCareer, CompareReport, CompareRow
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.pages.compare_answer import say_answer
from tests.conftest import Run

PAY = "pay_us_p50"
NAMES = ("Nurse", "Baker", "Diver")


def cell(value: Any, *, of: str = "", own: bool = True, source: str | None = "s", place: str | None = None) -> Cell:
    group = Group(code=of, title=of, own=own) if of else None
    return Cell(text=str(value), value=value, of=group, source=source, place=place)


def row(id_: str, *cells: Cell) -> CompareRow:
    return CompareRow(id=id_, title="", cells=cells)


def rows(**values: tuple[Any, ...]) -> list[CompareRow]:
    return [row({"pay": PAY}.get(id_, id_), *map(cell, made)) for id_, made in values.items()]


@pytest.mark.parametrize(
    ("given_rows", "found"),
    [
        (rows(pay=(50_000, 60_000)), [Contrast("pay", 1, 0, 1.2)]),
        (rows(pay=(50_000, 54_000)), [Contrast("pay", None, 0, 1.08)]),
        (rows(pay=(50_000, None)), []),
        (rows(pay=(50_000, {"amount": 24.8, "period": "hour"})), []),
        (rows(pay=(50_000, 97_000, 100_000)), [Contrast("pay", 2, 0, 2.0, beside=(1,))]),
        (rows(pay=(50_000, None, 100_000)), [Contrast("pay", 2, 0, 2.0, unknown=(1,))]),
        (rows(pay=(50_000, None, 100_000, None)), []),
        (rows(ready_time=(48, None, [60, 96])), []),
        (rows(openings=(8_000, 1_000)), [Contrast("openings", 0, 1, 8.0)]),
        (rows(openings=(1_050, 1_000)), []),
        (rows(outlook=(4.9, 33.5)), [Contrast("growth", 1, 0, 28.6)]),
        (rows(outlook=(4.9, 5.1)), []),
        (rows(outlook=(-9.0, -3.0)), []),
        (rows(ready_time=(48, [60, 96])), [Contrast("time", 0, 1)]),
        (rows(ready_time=(48, [36, 96])), []),
        (rows(entry=("hard", "easy")), [Contrast("entry", 1, 0, judged=True)]),
        (rows(entry=("hard", "hard")), []),
        (rows(remote=("often", "rarely", "often")), []),
        ([row(PAY, cell(50_000, of="29"), cell(60_000, of="29"))], []),
        ([row(PAY, cell(50_000, place="Ohio"), cell(60_000))], []),
        ([row(PAY, cell(50_000, of="1"), cell(60_000, of="2", own=False))], [Contrast("pay", 1, 0, 1.2, marked=True)]),
        ([row("ready_time", cell(12, source=None), cell(48))], [Contrast("time", 0, 1, judged=True)]),
    ],
)
def test_a_lead_is_told_where_it_is_clear_among_those_of_whom_it_is_known(
    given_rows: list[CompareRow], found: list[Contrast]
) -> None:
    contrasts = find_contrasts(given_rows)
    assert [c._replace(ratio=round(c.ratio, 4)) for c in contrasts] == [
        c._replace(ratio=round(c.ratio, 4)) for c in found
    ]


def test_no_growth_is_a_lead_below_that_of_all_occupations() -> None:
    assert find_contrasts(rows(outlook=(2.2, 0.0)), everybody=3.1) == ()
    assert find_contrasts(rows(outlook=(2.2, 0.0)), everybody=1.0)[0].first == 0


def test_abroad_the_pay_that_is_told_where_the_reader_is_comes_first() -> None:
    def here(low: int, high: int, currency: str = "EUR", period: str = "year", basis: str = "expected") -> Cell:
        terms = {"currency": currency, "period": period, "tax": "gross"}
        return cell({"basis": basis, "low": low, "high": high, **terms}, source=None)

    both = [*rows(pay=(50_000, 90_000)), row("pay_here", here(40_000, 60_000), here(30_000, 40_000))]
    assert find_contrasts(both, told=True)[0][:2] == ("pay", 0)
    assert find_contrasts(both, told=True)[0].judged
    assert find_contrasts(both)[0][:2] == ("pay", 1)
    mixed = [both[0], row("pay_here", here(40_000, 60_000), here(30_000, 40_000, "USD"))]
    assert find_contrasts(mixed, told=True)[0][:2] == ("pay", 1)
    by_month = [both[0], row("pay_here", here(40_000, 60_000), here(3_000, 4_000, period="month"))]
    assert find_contrasts(by_month, told=True)[0][:2] == ("pay", 1), "a year is not compared with a month"
    counted = [both[0], row("pay_here", *(here(n, n, period="month", basis="reckoned") for n in (3_000, 2_000)))]
    assert not find_contrasts(counted, told=True)[0].judged, "an older median is no judgement of ours"


numbers = st.floats(1, 1e6) | st.none()


@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=2, max_size=5))
def test_no_lead_is_told_that_the_figures_do_not_have(figures: list[tuple[float | None, ...]]) -> None:
    pay, openings, growth = zip(*figures, strict=True)
    columns = {"pay": pay, "openings": openings, "growth": growth}
    for contrast in find_contrasts(rows(pay=pay, openings=openings, outlook=growth)):
        values = [value for value in columns[contrast.criterion] if value is not None]
        assert contrast.unknown == tuple(n for n, value in enumerate(columns[contrast.criterion]) if value is None)
        assert columns[contrast.criterion][contrast.last] == min(values)
        if contrast.first is None:
            assert max(values) <= 1.1 * min(values)
        else:
            assert columns[contrast.criterion][contrast.first] == max(values)
            assert values.count(max(values)) == 1


def answer(lang: Lang, country: str = "US", say: Say | None = None, **values: tuple[Any, ...]) -> str:
    made = tuple(rows(**values))
    careers = tuple(
        ComparedCareer(id=name, kind="role", name=name) for name in NAMES[: len(next(iter(values.values())))]
    )
    report = CompareReport(
        command="compare", language=lang, baseline="Nurse", reader_country=country, careers=careers, rows=made
    )
    return say_answer(report, say or Say(lang)).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_answer_is_one_sentence_that_names_who_leads_in_what(catalogue: Catalogue) -> None:
    told = answer("en", pay=(50_000, 61_500), openings=(8_000, 1_000), outlook=(1.0, 9.0), ready_time=(24, [36, 48]))
    assert told == "Baker: 23% more pay and faster growth; Nurse: 8 times the openings and a shorter way in."
    told = answer("fr", "FR", pay=(50_000, 61_500), openings=(8_000, 1_000), say=catalogue.say("fr"))
    assert told == "Baker : 23 % de salaire en plus (États-Unis) ; Nurse : 8 fois plus de postes (États-Unis)."
    assert answer("en", pay=(50_000, 100_000)) == "Baker: twice the pay."
    assert answer("en", pay=(50_000, 125_000)) == "Baker: 2.5 times the pay."
    assert answer("en", pay=(50_000, 54_000), entry=("easy", "hard")) == (
        "About the same pay; Nurse: an easier way in (our judgment)."
    )
    assert answer("en", pay=(1, 2, 3), openings=(1, 5, 3)) == "Diver: the most pay; Baker: the most openings."
    assert answer("en", pay=(None, 3)) == ""


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_comparison_begins_with_it_unless_one_ranks_or_picks(careers: Run, lang: str) -> None:
    two = ("29-1141.00", "data-scientist", "--lang", lang)
    begins = {"en": "Data scientist: 23% more pay", "fr": "Data scientist\u202f: 23\u202f% de salaire en plus"}[lang]
    assert careers("compare", *two).out.split("\n\n")[1].replace("\u00a0", "\u202f").startswith(begins)
    for others in (("-w", "pay=1"), ("--rows", "pay")):
        assert begins not in careers("compare", *two, *others).out.replace("\u00a0", "\u202f")


def test_no_amount_is_the_best_that_lies_near_another() -> None:
    assert most([97_550, 62_960]) == 97_550
    assert most([63_800, 63_190, 40_000]) is None
    assert most([63_190]) == 63_190
