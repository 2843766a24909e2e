"""Every figure says whom it counts: all occupations through `show`, `list`, `compare` and `salary`.

What is right is read from the tables themselves, not asked of the program.
"""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from msgspec.structs import replace

from careercli.core.careers.reports import AtlasReport, Report
from careercli.core.comparing.reports import CompareReport
from careercli.core.pay.bands import LEVELS
from careercli.core.text.page import Grid, Heading, Page, Ranges, Spans
from careercli.library.catalogue import Catalogue
from careercli.pages import lay_out
from careercli.usecases.compare import CompareRequest, compare
from careercli.usecases.list import ListRequest, list_careers
from careercli.usecases.rank_pay import RankRequest, rank_pay
from careercli.usecases.salary import SalaryRequest, show_salaries
from careercli.usecases.show import ShowRequest, show
from tests.conftest import ROOT, Run

DATA = ROOT / "data/occupations"
LANGS = ("en", "fr")
#: Rows of a comparison by the table that they are taken from.
ROWS = {
    "pay": ("pay_us_p10", "pay_us_p25", "pay_us_p50", "pay_us_p75", "pay_us_p90", "stars_measured", "employment"),
    "outlook": ("outlook", "openings", "freelance", "education", "ready_time", "skills_shared", "skills_own"),
}


def table(name: str) -> dict[str, dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


TABLES = {"pay": table("pay_us.csv"), "outlook": table("outlook_us.csv"), "skills": table("skills_bls.csv")}
GROUPS = {code: row["group"] for code, row in table("wage_groups.csv").items()}
LABELS = {code: row["label"] for code, row in table("occupations.csv").items()}
CODES = list(LABELS)
RATED = table("skills_onet.csv")
FRENCH = {
    code.removesuffix(".00"): row["label"]
    for name in ("labels_fr.csv", "group_labels_fr.csv")
    for code, row in table(name).items()
}
FRENCH |= {code: FRENCH[code.removesuffix(".00")] for code in CODES}


#: The groups of trades that France counts, and the one that an occupation is linked to.
TRADES = table("pay_fr.csv")
LINKS = table("groups_fr.csv")


class Expected(NamedTuple):
    """Whom a table counts where it is asked for an occupation."""

    code: str
    title: str
    own: bool


def expected(code: str, kind: str, lang: str = "en") -> Expected | None:
    """Whom the figures of a table count for an occupation; None where it has none."""
    published = code[:7] if code[:7] in TABLES[kind] else GROUPS.get(code[:7], "")
    if published not in TABLES[kind]:
        return None
    english = LABELS.get(f"{published}.00") or TABLES["pay"][published]["title"]
    own = published == code[:7] and code.endswith(".00")
    return Expected(published, FRENCH[published] if lang == "fr" else english, own)


def codes_in(lang: str) -> list[str]:
    """All occupations; in another language than English those that are parts, and every sixth of the others."""
    return CODES if lang == "en" else [code for n, code in enumerate(CODES) if n % 6 == 0 or is_part(code)]


def is_part(code: str) -> bool:
    wanted = expected(code, "pay") or expected(code, "outlook")
    return wanted is not None and not wanted.own


def same(of: Any, wanted: Expected | None) -> bool:
    """Whether a group of the program, or of its JSON, is the one that the table counts."""
    if of is None or wanted is None:
        return of is None
    said = of if isinstance(of, dict) else msgspec.to_builtins(of)
    return said == {"code": wanted.code, "title": wanted.title, "own": wanted.own}


def groups_in(value: object) -> Iterator[dict[str, Any]]:
    """Every group in some JSON."""
    if isinstance(value, dict):
        if value.keys() == {"code", "title", "own"}:
            yield value
        for item in value.values():
            yield from groups_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from groups_in(item)


def check_group(of: dict[str, Any], code: str, lang: str) -> None:
    """Whether a group is that of an occupation, under its title, and its own only where it is the occupation itself."""
    assert of["code"] in (code, code[:7], GROUPS.get(code[:7])), (code, of)
    assert of["own"] == (of["code"] == code or (of["code"] == code[:7] and code.endswith(".00"))), (code, of)
    english = LABELS.get(of["code"]) or LABELS.get(f"{of['code']}.00") or TABLES["pay"][of["code"]]["title"]
    assert of["title"] == (FRENCH[of["code"]] if lang == "fr" else english), (code, of)


def texts_of(value: object) -> Iterator[str]:
    """All texts of blocks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts_of(getattr(value, name))


def sections(page: Page) -> dict[str, str]:
    """The text of each section by its heading."""
    parts: dict[str, str] = {"": ""}
    for block in page.blocks:
        if isinstance(block, Heading) and block.level < 3:
            parts[block.text] = ""
        else:
            last = list(parts)[-1]
            parts[last] += " " + " ".join(texts_of(block))
    return parts


def page_of(library: Catalogue, report: Report) -> Page:
    return lay_out(report, library.say(report.language))


def test_there_are_parts_and_wholes() -> None:
    """The tables still have what these tests are about."""
    parts = sum(map(is_part, CODES))
    assert len(CODES) == 1016
    assert 170 < parts < 180
    assert set(TABLES["skills"]) == set(TABLES["outlook"])  # so a rank counts whom the projection does


@pytest.mark.parametrize("lang", LANGS)
def test_each_sheet_names_the_group_beside_its_figures(catalogue: Catalogue, lang: str) -> None:
    say = catalogue.say(lang)
    for code in codes_in(lang):
        report = show(catalogue, ShowRequest(lang=lang, country="US", career=code))
        data = msgspec.to_builtins(report.data)
        paid, projected = expected(code, "pay", lang), expected(code, "outlook", lang)
        assert data["pay"] is None or same(data["pay"]["of"], paid), code
        assert data["outlook"] is None or same(data["outlook"]["of"], projected), code
        assert data["education"] is None or data["outlook"], code
        for field, of in data["of"].items():
            wanted = projected if field in ("education", "experience", "training", "self_employed_percent") else paid
            if field == "skills":
                wanted = Expected(code, data["name"], own=True) if code in RATED else projected
            assert same(of, wanted), (code, field)
        for median in filter(None, data.pop("medians").values()):
            link = LINKS[code]
            title = TRADES[link["group"]]["title"]
            assert median["of"] == {"code": link["group"], "title": title, "own": link["match"] == "exact"}, code
        for of in groups_in(data):
            check_group(of, code, lang)
        said = sections(page_of(catalogue, report))
        measured = [measure["of"] for measure in data["ai"] if not measure["of"]["own"]]
        assert said.get(say("What AI does to it"), "").count(f"({code[:7]})") == len(measured), code
        shown = {"Pay": data["pay"], "What it takes": data["education"], "Outlook and size": data["outlook"]}
        for title, there in shown.items():
            wanted = paid if title == "Pay" else projected
            section = said.get(say(title), "")
            if there and wanted and not wanted.own:
                assert f"({wanted.code})" in section, (code, title)
                assert wanted.title in section, (code, title)
        if not is_part(code):
            assert not any(word in " ".join(said.values()) for word in ("larger group", "groupe plus large")), code


@pytest.mark.parametrize("lang", LANGS)
def test_the_bar_and_the_stars_of_a_part_are_the_groups(catalogue: Catalogue, lang: str) -> None:
    for code in filter(is_part, CODES):
        report = show(catalogue, ShowRequest(lang=lang, country="US", career=code))
        wanted = expected(code, "pay", lang)
        for block in page_of(catalogue, report).blocks:
            if isinstance(block, Ranges):
                assert wanted
                assert [row.label for row in block.rows] == [wanted.title]
            if isinstance(block, Grid) and any("★" in cell for row in block.rows for cell in row):
                assert "group" in block.titles[-1]


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_marks_each_figure_of_a_group(catalogue: Catalogue, lang: str) -> None:
    report = list_careers(catalogue, ListRequest(lang=lang, country="US", everything=True))
    assert isinstance(report, AtlasReport)
    cards = {card.id: card for card in report.cards}
    assert sorted(cards) == sorted(CODES)
    page = page_of(catalogue, report)
    grid = next(block for block in page.blocks if isinstance(block, Grid))
    for row in grid.rows:
        card = cards[row[1]]
        paid, projected = expected(card.id, "pay", lang), expected(card.id, "outlook", lang)
        assert same(card.of, paid if card.employment is not None or card.of else None), card.id
        assert card.growth_percent is None or same(card.outlook_of, projected), card.id
        assert card.own == (not is_part(card.id)), card.id
        for cell, wanted in ((row[2], paid), (row[3], paid), (row[4], projected)):
            assert cell.startswith("≈") == (wanted is not None and not wanted.own and cell != "–"), row
    assert "≈" in " ".join(texts_of(page.blocks[2:]))
    assert report.table
    for line in report.table[1:]:
        wanted = expected(str(line[0]), "pay", lang) or expected(str(line[0]), "outlook", lang)
        assert line[-2:] == ((wanted.code, wanted.title) if wanted else (None, None)), line


@pytest.mark.parametrize("lang", LANGS)
def test_each_salary_names_the_group(catalogue: Catalogue, lang: str) -> None:
    for code in codes_in(lang):
        report = show_salaries(catalogue, SalaryRequest(lang=lang, country="US", careers=(code,), full=True))
        data = msgspec.to_builtins(report.data)
        wanted = expected(code, "pay", lang)
        assert all(same(band.get("of"), wanted) for band in data["bands"]), code
        assert all(same(rating["of"], wanted) for rating in data["ratings"]), code
        page = page_of(catalogue, report)
        stars = [cell for block in page.blocks if isinstance(block, Grid) for row in block.rows for cell in row]
        starred = [cell for cell in stars if "★" in cell]
        part = wanted is not None and not wanted.own
        assert all(cell.startswith("≈") == part for cell in starred), code
        said = " ".join(texts_of(page.blocks))
        assert f"({wanted.code})" in said and wanted.title in said if wanted and part else "≈" not in said, code


@pytest.mark.parametrize("lang", LANGS)
def test_one_screen_of_each_salary_marks_a_group_and_names_it(catalogue: Catalogue, lang: str) -> None:
    for code in codes_in(lang):
        report = show_salaries(catalogue, SalaryRequest(lang=lang, country="US", careers=(code,)))
        page, wanted = page_of(catalogue, report), expected(code, "pay", lang)
        heading = page.blocks[0]
        assert isinstance(heading, Heading)
        rows = [row for block in page.blocks if isinstance(block, Spans) for row in block.rows]
        part = wanted is not None and not wanted.own
        assert all(row.ends[0].startswith("≈") == part and row.text.startswith("≈") == part for row in rows), code
        assert not heading.aside or heading.aside.startswith("≈") == part, code
        said = " ".join(texts_of(page.blocks))
        assert f"({wanted.code})" in said and wanted.title in said if wanted and part else "≈" not in said, code


def test_several_salaries_over_one_axis_are_marked(catalogue: Catalogue) -> None:
    careers = ("27-3043.05", "29-1141.00", "data-scientist")
    request = SalaryRequest(lang="en", country="US", careers=careers)
    short = page_of(catalogue, show_salaries(catalogue, request))
    spans = next(block for block in short.blocks if isinstance(block, Spans))
    assert [row.ends[0][0] == "≈" for row in spans.rows if row.points] == [True, *[False] * 7]
    assert "≈ marks a figure" in " ".join(texts_of(short.blocks))
    page = page_of(catalogue, show_salaries(catalogue, replace(request, full=True)))
    bars = next(block for block in page.blocks if isinstance(block, Ranges))
    assert [row.label[0] == "≈" for row in bars.rows] == [True, False, False]
    assert "≈ marks a figure" in " ".join(texts_of(page.blocks[:3]))


def test_what_pays_about_the_same_has_a_wage_of_its_own(catalogue: Catalogue) -> None:
    for pay in range(30_000, 200_000, 4_000):
        request = RankRequest(lang="en", country="US", pay=pay, period="year", tax="gross")
        for card in rank_pay(catalogue, request).nearest:
            assert not is_part(card.id), card.id


@pytest.mark.parametrize("lang", LANGS)
def test_a_comparison_marks_each_figure_of_a_group(catalogue: Catalogue, lang: str) -> None:
    others = [code for code in codes_in(lang) if code != "29-1141.00"]
    for n in range(0, len(others), 7):
        codes = others[n : n + 7]
        request = CompareRequest(lang=lang, country="US", careers=("29-1141.00", *codes), weights=("growth=1",))
        report = compare(catalogue, request)
        check_cells(report, lang)
        page = page_of(catalogue, report)
        said = " ".join(texts_of(page.blocks))
        for code in filter(is_part, codes):
            wanted = expected(code, "pay", lang) or expected(code, "outlook", lang)
            assert wanted
            assert f"{report.careers[[c.id for c in report.careers].index(code)].name}" in said
            assert f"{wanted.title}" in said, code
            assert f"({wanted.code})" in said, code
        for ranked in report.weighing.ranking:
            wanted = expected(ranked.id, "outlook", lang)
            assert same(ranked.of.get("growth"), wanted if wanted and not wanted.own else None), ranked.id


def check_cells(report: CompareReport, lang: str) -> None:
    rows = {row.id: row.cells for row in report.rows}
    for kind, ids in ROWS.items():
        for id_ in ids:
            for career, cell in zip(report.careers, rows.get(id_, ()), strict=False):
                wanted = expected(career.id, kind, lang)
                if cell.value is None:
                    continue
                assert same(cell.of, wanted), (career.id, id_)
                assert wanted
                assert cell.text.startswith("≈") == cell.cited.startswith("≈") == (not wanted.own), (career.id, id_)
                assert wanted.own or not cell.best, (career.id, id_)


# pay by level: each value with its place, its year and its source


@pytest.mark.parametrize("lang", LANGS)
def test_pay_by_level_stands_in_order_and_each_value_is_cited_for_itself(catalogue: Catalogue, lang: str) -> None:
    guides = [card.id for card in catalogue.cards(lang)]
    assert len(guides) == 9
    told = 0
    for other in guides[1:]:
        report = compare(catalogue, CompareRequest(lang=lang, country="US", careers=(guides[0], other)))
        numbers = {source.id: source.number for source in report.sources}
        bands = {
            career.id: {
                band.id: band for section in catalogue.get_role(career.id, lang).sections for band in section.bands
            }
            for career in report.careers
        }
        for row in report.rows:
            if row.id not in ("pay_fr", "pay_gb"):
                continue
            for career, cell in zip(report.careers, row.cells, strict=True):
                levels = [LEVELS.index(figure.level) for figure in cell.figures if figure.level]
                assert levels == sorted(set(levels))
                for figure in cell.figures:
                    told += 1
                    (band,) = [
                        band
                        for band in bands[career.id].values()
                        if (band.label, band.level, band.source) == (figure.whom, figure.level, figure.source)
                    ]
                    assert figure.reference == band.reference
                    assert band.reference[:4] in figure.text
                    assert band.label in figure.text
                    assert figure.source in numbers
                    assert f"{figure.text} [@{figure.source}]" in cell.cited
                    assert figure.text in cell.text
                assert cell.source is None or {cell.source} == {figure.source for figure in cell.figures}
    assert told > 20


def test_the_row_on_france_says_what_its_sources_say(careers: Run) -> None:
    """Fault T4: neighbours, towns and years that had been dropped."""
    out = careers("compare", "ai-engineer", "data-scientist", "software-developer", "--rows", "pay_fr").out
    for said in (
        "junior median €40,500 (France, recruiter: AI engineers, entry level; 2021)",
        "senior €78,000 to €100,000 (France, ads that state pay: seniors; 2026)",
        "middle €45,000 to €60,000 (France, recruiter: two to five years; 2022)",
        "senior €60,000 to €80,000 (Paris, recruiter: five to fifteen years, without bonus; 2021)",
        "junior €32,000 to €38,000 (French regions, recruiter, 2019: developers of up to two years; 2019)",
    ):
        assert said in out


def test_costs_cite_each_end_with_its_year(careers: Run) -> None:
    document = careers("compare", "ai-engineer", "data-engineer", "--rows", "ready_cost", "--json").document
    cell = document["data"]["rows"][0]["cells"][0]
    assert cell["cited"].startswith("United States: $0 (2025) [@cc-daily-2025] to $47,800 (2025) [@college-board-2025]")
    assert [figure["source"] for figure in cell["figures"][:2]] == ["cc-daily-2025", "college-board-2025"]
    assert cell["source"] is None
    assert {"cc-daily-2025", "college-board-2025"} <= {source["id"] for source in document["sources"]}


def test_a_marked_figure_is_never_the_best_and_keeps_others_from_it(careers: Run) -> None:
    data = careers("compare", "data-scientist", "ai-engineer", "29-1141.00", "--json").data
    rows = {row["id"]: row["cells"] for row in data["rows"]}
    assert [cell["best"] for cell in rows["pay_us_p50"]] == [False, False, False]  # that of the AI engineer is higher
    assert rows["pay_us_p50"][1]["text"].startswith("≈")
    assert [cell["value"] is None for cell in rows["outlook"]] == [False, True, False]  # no exact occupation
    assert [cell["best"] for cell in rows["outlook"]] == [True, False, False]
    assert rows["stars_measured"][1]["value"] is None


def test_a_ranking_marks_what_rests_on_another_group(careers: Run) -> None:
    arguments = ("compare", "27-3043.05", "29-1141.00", "-w", "pay=2", "-w", "entry=1")
    poets, nurses = sorted(careers(*arguments, "--json").data["ranking"], key=lambda ranked: ranked["id"])
    assert poets["of"] == {"pay": {"code": "27-3043", "title": "Writers and Authors", "own": False}}
    assert nurses["of"] == {}
    out = careers(*arguments).out
    line = next(line for line in out.splitlines() if ". Poets" in line)
    assert line.count("≈") == 2  # the score and the part of pay
    assert "≈" not in next(line for line in out.splitlines() if ". Registered Nurses" in line)
    assert "Poets, Lyricists and Creative Writers: “Writers and Authors” (27-3043)." in out


def test_in_a_spreadsheet_a_row_names_the_groups(careers: Run) -> None:
    out = careers("compare", "27-3043.05", "29-1141.00", "--format", "csv").out
    rows = {row[0]: row[1:] for row in csv.reader(out.splitlines())}
    assert rows["of"] == ["Writers and Authors", ""]
    assert "pay_us_p50" in rows["of_rows"][0].split("; ")
    assert rows["of_rows"][1] == "pay_against"  # beside pay that is marked


def test_a_neighbours_pay_is_marked_where_a_level_has_no_other(careers: Run, own_roles: Path) -> None:
    """Of a guide of one's own, whose middle level is told of a neighbor alone."""
    shutil.copytree(ROOT / "data/roles/ai-engineer", own_roles / "ai-engineer")
    facts = own_roles / "ai-engineer/facts.yaml"
    told = facts.read_text("utf-8").replace("level: middle, low", "counts: neighbour, level: middle, low")
    facts.write_text(told, "utf-8")
    data = careers("compare", "ai-engineer", "data-engineer", "--rows", "pay_fr", "--json").data
    ai, data_engineer = data["rows"][0]["cells"]
    assert [(figure["level"], figure["counts"]) for figure in ai["figures"]] == [
        ("junior", "title"),
        ("middle", "neighbour"),
        ("senior", "title"),
    ]
    assert {figure["counts"] for figure in data_engineer["figures"]} == {"title"}
    assert "≈" not in data_engineer["text"]
    assert "≈ marks a figure" in careers("compare", "ai-engineer", "data-engineer", "--rows", "pay_fr").out


def test_what_is_weighed_is_what_is_shown(catalogue: Catalogue) -> None:
    for card in catalogue.cards("en"):
        report = compare(catalogue, CompareRequest(lang="en", country="US", careers=(card.id, "29-1141.00")))
        (measures,) = catalogue.measures("US", [card.id])
        median = next(row for row in report.rows if row.id == "pay_us_p50").cells[0]
        assert median.value == measures.pay
        assert median.of
        assert median.text.startswith("≈") == (not median.of.own) == (measures.match != "exact"), card.id


def test_a_card_says_how_many_have_less_than_the_degree_that_is_asked(careers: Run) -> None:
    def way_in(name: str) -> str:
        return " ".join(careers("show", name, "--brief", "--format", "table", width=80).out.split())

    assert "bachelor’s degree (US) and a license; 31% have less" in way_in("29-1141.00")
    assert "have less" not in way_in("25-2021.00"), "nearly all elementary school teachers have the degree"
    assert "have less" not in way_in("47-2152.00"), "a school diploma is no degree"


def test_a_link_to_a_french_group_is_of_an_occupation_and_a_group_and_few_claim_one() -> None:
    """At most two occupations are a group themselves; whose group has no median has no figure."""
    assert set(LINKS) <= set(CODES)
    claimed: dict[str, list[str]] = {}
    for code, link in LINKS.items():
        assert link["match"] in ("exact", "part", "rough"), code
        assert link["group"] in TRADES, code
        if link["match"] == "exact":
            claimed.setdefault(link["group"], []).append(code)
    assert all(len(codes) <= 2 for codes in claimed.values()), claimed
    assert len(LINKS) >= 1_000


def test_a_french_median_is_that_of_its_group_taken_to_the_year_of_all_pay(catalogue: Catalogue) -> None:
    everybody = catalogue.all_employees("FR")
    assert everybody is not None
    rise = everybody.distribution.amount_at(0.5) / 1871
    for card in catalogue.occupation_cards("fr", "FR"):
        link = LINKS.get(card.id)
        if link is None or link["match"] == "rough":
            assert (card.median, card.stars, card.of) == (None, None, None), card.id
            continue
        amount = float(TRADES[link["group"]]["p50"])
        assert card.median is not None
        assert abs(card.median - amount * rise) <= 5, card.id
        assert (card.currency, card.period, card.tax, card.pay_country) == ("EUR", "month", "net", "FR")
        assert card.reckoned == "2017/2019>2024"
        assert card.of is not None
        assert card.of.title == TRADES[link["group"]]["title"]
    known = {one.id: one for one in catalogue.measures("FR")}
    shown = {card.id: card for card in catalogue.occupation_cards("fr", "FR")}
    for code, card in shown.items():
        assert known[code].stars == card.stars, code
        assert (known[code].pay_rank is None) == (card.median is None), code


def test_other_readers_see_the_pay_of_the_classification(catalogue: Catalogue) -> None:
    for country in ("US", "GB", ""):
        cards = catalogue.occupation_cards("en", country)
        assert {card.pay_country for card in cards} == {"US", ""}
        assert not any(card.reckoned for card in cards)


@pytest.mark.parametrize("lang", LANGS)
def test_where_a_reader_has_own_figures_the_group_is_named_and_the_years_are_said(careers: Run, lang: str) -> None:
    page = careers("show", "31-1131", "--country", "FR", lang=lang).out
    assert "Aides-soignants" in page
    assert {"en": "2017 to 2019", "fr": "2017 à 2019"}[lang] in page
    assert {"en": "1,549", "fr": "1\u202f549"}[lang] in page
    rough = careers("show", "11-1031", "--section", "pay", "--country", "FR", lang=lang).out
    assert "Professionnels de la politique" in rough
    listed = careers("list", "--all", "--sort", "pay", "--country", "FR", "--format", "csv", lang=lang).out
    assert "11-1031.00,occupation" in listed
    row = next(line for line in listed.splitlines() if line.startswith("11-1031.00"))
    assert ",,," in row, "what says little is in no list"


def test_a_list_by_another_figure_folds_no_careers_by_their_french_pay(careers: Run) -> None:
    """Doctors share one French median; what they are projected to grow by is their own."""
    for order, folded in (("pay", True), ("growth", False)):
        out = careers("list", "--all", "--sort", order, "--country", "FR", terminal=True, width=140, lang="en").out
        doctors = [line for line in out.splitlines() if "Dermatologists" in line or "Cardiologists" in line]
        assert (len(doctors) < 2) == folded
