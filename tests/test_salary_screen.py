"""What a career pays on one screen: bars over one axis, how sure that is, what next; all of it with `--full`."""

import re

import pytest
from rich.cells import cell_len

from careercli.core.pay.bands import against_first
from careercli.core.pay.distribution import STAR_BOUNDS
from careercli.core.text.page import Span, Spans
from careercli.library.catalogue import Catalogue
from careercli.pages import lay_out
from careercli.pages.pay_spans import POINTS
from careercli.render.spans import draw_spans
from careercli.usecases.names import in_names
from careercli.usecases.salary import SalaryRequest, show_salaries
from tests.conftest import Run
from tests.test_mappings import band

LANGS = ["en", "fr"]


def screen(careers: Run, *arguments: str, width: int = 80, **asked: str) -> list[str]:
    """The lines of a salary as they are drawn."""
    done = careers("salary", *arguments, "--format", "table", width=width, **asked)
    assert done.code == 0, done.err
    return done.out.rstrip("\n").split("\n")


def drawn(block: Spans, width: int) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in draw_spans(block, width)]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("country", ["us", "fr"])
def test_each_guide_fits_one_screen_and_its_bars_share_an_axis(
    careers: Run, catalogue: Catalogue, lang: str, country: str
) -> None:
    for guide in catalogue.cards(lang):
        lines = screen(careers, guide.id, "--country", country, lang=lang)
        assert len(lines) <= 36, guide.id
        assert all(cell_len(line) <= 80 for line in lines), guide.id
        bars = [match.span() for line in lines if "┈" in line and (match := re.search("[┈━─├┤┃]{20,}", line))]
        assert len(bars) >= 3, guide.id
        assert len(set(bars)) == 1, guide.id
        assert "http" not in "".join(lines)
        assert not re.search(r"\[\d", "".join(lines)), "no reference without its source"


@pytest.mark.parametrize("code", ["47-2111.00", "29-1141.00", "27-3043.05", "27-2031.00", "51-7011.00"])
@pytest.mark.parametrize("lang", LANGS)
def test_an_occupation_takes_half_a_screen(careers: Run, code: str, lang: str) -> None:
    assert len(screen(careers, code, lang=lang)) <= 20


def test_money_stands_in_columns_digits_under_digits(careers: Run) -> None:
    lines = [line for line in screen(careers, "ai-engineer") if re.search(r"[┈━]{5}.* \$", line)]
    assert len({line.rindex(",") for line in lines}) == 1
    assert {line[line.index("≈") - 1 : line.index("≈") + 2] for line in lines if "≈" in line} == {" ≈ "}
    assert len({line.index("≈") for line in lines if "≈" in line}) == 1
    assert len({len(line) for line in lines if "★" in line}) == 1


def test_bars_begin_at_nought_and_are_as_long_as_what_they_stand_for() -> None:
    rows = (Span("a", "", (0.0, 50.0), ("0", "50")), Span("b", "", (50.0, 100.0), ("50", "100")))
    first, second = drawn(Spans(rows, 100.0), 60)
    assert first.index("━") == second.index("┈") == 3
    assert abs(first.count("━") - second.count("━")) <= 1
    assert first.rindex("━") == second.index("━")
    assert (first.endswith(" 0 –  50"), second.endswith("50 – 100")) == (True, True)


def test_a_long_label_goes_on_beside_the_median_and_a_lone_median_is_a_mark() -> None:
    long = Span("Computer and Information Research Scientists", "", (1, 2, 3, 4, 5), ("1", "5"), "median 3")
    lines = drawn(Spans((long, Span("Austin", "", (3.0,), ("median 3", ""), aside="★ 4")), 5.0), 80)
    assert [line.split("  ")[0] for line in lines] == ["Computer and Information", "Research Scientists", "Austin"]
    assert lines[1].endswith("median 3")
    assert (lines[2].count("┃"), "━" in lines[2], lines[2].endswith("median 3  ★ 4")) == (1, False, True)
    assert lines[2].index("┃") == lines[0].index("┃")


@pytest.mark.parametrize("lang", LANGS)
def test_where_it_is_narrow_bars_stand_under_their_names(careers: Run, lang: str) -> None:
    for names in (["data-scientist"], ["ai-engineer", "--country", "us"], ["software-developer", "nurse"]):
        lines = screen(careers, *names, width=40, lang=lang)
        assert all(cell_len(line) <= 40 for line in lines)
        assert {len(line) for line in lines if "┈" in line} == {40}


def test_it_says_how_sure_it_is_whose_it_is_and_what_disagrees(careers: Run) -> None:
    text = flat("\n".join(screen(careers, "data-scientist")))
    assert "A quarter earns less than $85,660 (★ 5), a quarter more than $158,880 (★ 7);" in text
    assert "; one in ten earns less than $67,240, one in ten more than $199,130." in text
    assert "By the hour About $57.80 gross at the median, full-time." in text
    assert "the self-employed are not counted. The levels are our judgment." in text
    assert "+21% (US, developers’ survey), +31% (US, records of a job site)" in text
    assert "U.S. Bureau of Labor Statistics, May 2025; others" in text
    assert text.count("our judgment") == 1
    engineer = flat("\n".join(screen(careers, "ai-engineer")))
    assert "Nobody counts this career itself: ≈ is the pay of the nearest" in engineer
    assert "beside US records: AI engineer" in engineer
    french = flat("\n".join(screen(careers, "data-scientist", lang="fr")))
    assert "Ce programme n’a pas de chiffre officiel pour ce métier (France). Les niveaux sont notre avis." in french
    assert "$" not in french, "what is earned elsewhere is told in full"


def test_what_stars_beat_is_what_they_stand_for() -> None:
    bounds = {stars: STAR_BOUNDS[stars - 2] for stars in (4, 6, 10)}
    assert bounds == {4: 0.5, 6: 0.8, 10: 0.99}


def test_full_and_all_other_forms_have_every_figure(careers: Run) -> None:
    whole = careers("salary", "data-scientist").out
    assert "Where sources disagree" in whole
    assert "SOURCES" in whole
    assert careers("salary", "data-scientist", "--format", "plain", terminal=True).out.startswith(whole)
    for more in (["--format", "markdown"], ["--full", "--format", "table"], ["--full", "--no-pager"]):
        out = careers("salary", "data-scientist", *more, terminal="--no-pager" in more).out
        assert "October 2025" in out, more
        assert "Germany, developers" in out, more
    assert "October 2025" not in careers("salary", "data-scientist", "--no-pager", terminal=True).out
    short = careers("salary", "data-scientist", "--json", terminal=True).document
    assert short["data"] == careers("salary", "data-scientist", "--json", "--full").document["data"]


def test_what_is_next_names_careers_as_people_do(careers: Run) -> None:
    def next_of(*arguments: str) -> str:
        return flat(careers("salary", *arguments, "--no-pager", terminal=True, NO_COLOR="1").screen).partition("Next ")[
            2
        ]

    figures, neighbors = "All figures `careers salary Electricians --full`", "`careers compare Electricians`"
    assert next_of("electrician").startswith(f"{figures} Compare with neighbors {neighbors}")
    assert "`careers salary Electricians --full`" in next_of("47-2111")
    assert "`careers me set place`" in next_of("47-2111.00")
    assert "me set place" not in next_of("47-2111.00", "--place", "ohio")
    assert "me set place" not in next_of("data-scientist", "--country", "fr")
    assert "--full" not in next_of("data-scientist", "--full")
    assert "`careers compare data-scientist Electricians`" in next_of("data-scientist", "electrician")


def test_each_name_that_is_offered_means_the_career(catalogue: Catalogue) -> None:
    for card in catalogue.occupation_cards("en", "US")[::25]:
        request = SalaryRequest(lang="en", country="US", careers=(card.id,))
        for action in show_salaries(catalogue, request).actions[:2]:
            if action.id == "set-place":
                continue  # it names no career
            assert catalogue.resolve_career(in_names(catalogue, action.command, "en")[1], "en").id == card.id


def test_a_place_is_a_bar_of_its_own(careers: Run) -> None:
    lines = screen(careers, "electrician", "--place", "ohio")
    place, country = (next(line for line in lines if line.startswith(name)) for name in ("Ohio ", "Whole country"))
    assert place.index("┃") > 0
    assert country.index("├") > 0
    assert "employees there. A quarter earns less" in flat("\n".join(lines))
    austin = "\n".join(screen(careers, "electrician", "--place", "austin"))
    assert re.search(r"Austin, TX +┈+┃┈+ +\$[\d,]+ +★", austin)
    assert "Pay in Ohio" in "\n".join(screen(careers, "ai-engineer", "--place", "ohio"))


def test_several_careers_share_an_axis_and_many_have_a_bar_each(careers: Run) -> None:
    few = screen(careers, "data-analyst", "electrician")
    assert [line[:5] for line in few if "━" in line and "┈" in line] == [
        "Bridg",
        "First",
        "Year ",
        "After",
        "Top  ",
        "Elect",
    ]
    assert any(line.startswith("Data analyst  ★") for line in few)
    many = screen(careers, "data-analyst", "electrician", "roofer", "data-scientist")
    assert sum("━" in line and "┈" in line for line in many) == 4
    assert any(line.startswith("Data analyst, year five ") for line in many)
    apart = "\n".join(screen(careers, "dancer", "electrician"))
    assert "United States, gross an hour" in apart
    assert "United States, gross a year" in apart


def test_without_any_figure_it_says_so(careers: Run) -> None:
    assert "No wage is published for this occupation." in screen(careers, "11-1031.00")
    both = "\n".join(screen(careers, "11-1031.00", "electrician"))
    assert "Legislators\nNo wage is published for this occupation." in both
    german = flat("\n".join(screen(careers, "software-developer", "--country", "de")))
    assert "Germany, official, a month: software developers: median €6,301" in german


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_heard_as_one_screen_of_words(careers: Run, lang: str) -> None:
    done = careers("salary", "ai-engineer", "--country", "us", terminal=True, lang=lang, width=60, ACCESSIBLE="1")
    assert not set("★█━─├┃│≈") & set(done.out)
    assert {"en": "Year five: $105,000 to $165,000 (7 stars)", "fr": "7 étoiles"}[lang] in done.out.replace(
        "\u00a0", " "
    )
    assert len(done.out.splitlines()) < 36


def test_medians_are_held_against_the_first_of_their_kind() -> None:
    bands = [
        band(id="first", p50=100.0),
        band(id="near", p50=109.0),
        band(id="far", p50=80.0),
        band(id="level", p50=10.0, level="junior"),
        band(id="month", p50=10.0, period="month"),
    ]
    assert [(other.id, base.id, round(change, 2)) for other, base, change in against_first(bands)] == [
        ("far", "first", -0.2)
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_occupation_has_a_screen_with_all_points_that_are_published(catalogue: Catalogue, lang: str) -> None:
    for card in catalogue.occupation_cards(lang, "US")[::10]:
        report = show_salaries(catalogue, SalaryRequest(lang=lang, country="US", careers=(card.id,)))
        page, official = lay_out(report, catalogue.say(lang)), report.sheets[0].official
        rows = [row for block in page.blocks if isinstance(block, Spans) for row in block.rows]
        whole = official is not None and all(getattr(official, point) for point in POINTS)
        assert bool(rows) == whole, card.id


def test_pay_is_told_for_as_long_as_the_reader_s_country_tells_it(careers: Run) -> None:
    """By the hour in the US, by the month in France: of a guide what one earns there, else the median elsewhere."""
    assert "About $46.90 gross at the median" in flat("\n".join(screen(careers, "nurse")))
    nurse = flat("\n".join(screen(careers, "infirmier", lang="fr")))
    assert "gagnait plus de 2 025 € (2017 à 2019)" in nurse
    assert "Environ 2 370 € net par mois en 2024 (France), selon notre calcul" in nurse
    assert "brut à la médiane" not in nurse
    assert nurse.index("2 025 €") < nurse.index("97 550 $"), "the reader's country comes first"
    guide = flat("\n".join(screen(careers, "data-scientist", lang="fr")))
    assert "Environ 3 800 € à 5 000 € brut en 5e année, à temps plein" in guide


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_a_country_that_has_but_medians_says_their_rank_whom_they_count_and_by_whose_count(
    careers: Run, full: tuple[str, ...]
) -> None:
    median = careers("show", "29-1141.00", "--json", "--country", "FR").data["medians"]["FR"]
    shown = flat(careers("salary", "29-1141.00", "--country", "FR", *full, width=80).out)
    assert f"That is more than {round(median['share'] * 100)}% of all employees earn." in shown
    sure = shown.partition("How sure: ")[2]
    assert sure.startswith("Full-time employees in France, with bonuses, by group of trades;")
    assert "by a survey of US employers" in sure
    drawn = flat("\n".join(screen(careers, "29-1141.00", "--country", "FR")))
    assert "Source Dares; U.S. Bureau of Labor Statistics, May 2025" in drawn
    assert "That is more than" not in careers("salary", "29-1141.00", *full).out
