"""Hard limits and the scales of criteria: pure functions."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import (
    CONDITIONS,
    CRITERIA,
    WEIGHED,
    Criterion,
    Operator,
    Words,
    make_scales,
    scale,
    value_of,
)
from careercli.core.comparing.dialect import find_study, parse_limit
from careercli.core.comparing.limits import Limit, apply_limits, find_ranks, unknown_of
from careercli.core.text.ids import fold
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages
from careercli.locale.criteria_words import criterion_names, words_of
from careercli.locale.limit_words import said_limit
from careercli.usecases.dialect import limit_sayer, read_limits
from careercli.usecases.quiz.match_rows import limit_careers
from tests.conftest import Run

NUMBERS = st.one_of(st.none(), st.integers(-50, 200_000).map(float))


def a_career(id_: str, **values: float | None) -> Measures:
    return Measures(id=id_, kind="occupation", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "criterion", "bound", "unit"),
    [
        ("pay>=60000", "pay", 60_000, ""),
        ("pay >= 60 000 €", "pay", 60_000, "EUR"),
        ("PAY>=45kEUR", "pay", 45_000, "EUR"),
        ("pay>=60000,50$", "pay", 60_000.5, "USD"),
        ("pay>=3KRW", "pay", 3, "KRW"),
        ("pay>=$83,000", "pay", 83_000, "USD"),
        ("pay>=2500,50", "pay", 2500.5, ""),
        ("pay >= 45 k€ brut par an", "pay", 45_000, "EUR"),
        ("salaire>=80k", "pay", 80_000, ""),
        ("salary at least 80k", "pay", 80_000, ""),
        ("pay 60k", "pay", 60_000, ""),
        ("pay>60k", "pay", 60_000, ""),
        ("years<=3", "years", 3, ""),
        ("years<=1 year", "years", 1, ""),
        ("années d’études au plus 2", "years", 2, ""),
        ("zone<=4", "entry", 4, ""),
        ("growth>=-2.5%", "growth", -2.5, ""),
        ("croissance ≥ 10 %", "growth", 10, ""),
        ("years<=3ans", "years", 3, ""),
        ("years<=18 months", "years", 1.5, ""),
        ("time<=24", "time", 24, ""),
        ("time <= 2 years", "time", 24, ""),
        ("level<=bac+2", "level", 5, ""),
        ("diplôme<=licence", "level", 6, ""),
        ("bac+2", "level", 5, ""),
        ("pay>=70.000", "pay", 70_000, ""),
        ("pay>=60,000", "pay", 60_000, ""),
        ("pay>=60.5k", "pay", 60_500, ""),
        ("pay≥1.000.000", "pay", 1_000_000, ""),
        ("remote", "remote", 1, ""),
        ("télétravail", "remote", 1, ""),
        ("remote=sometimes", "remote", 0.5, ""),
        ("télétravail = parfois", "remote", 0.5, ""),
        ("facile", "ease", 1, ""),
        ("entry=easy", "ease", 1, ""),
        ("entry<=medium", "ease", 2, ""),
        ("étoiles>=7", "stars", 7, ""),
        ("outdoors", "conditions", 1, "outdoors"),
        ("dehors", "conditions", 1, "outdoors"),
        ("conditions=outdoors", "conditions", 1, "outdoors"),
        ("no nights", "conditions", 0, "nights"),
        ("No night work", "conditions", 0, "nights"),
        ("without travel", "conditions", 0, "travel"),
        ("pas de nuit", "conditions", 0, "nights"),
        ("sans travail de nuit", "conditions", 0, "nights"),
        ("pas d’enfants", "conditions", 0, "children"),
    ],
)
def test_limits_are_read(text: str, criterion: str, bound: float, unit: str, words: Words) -> None:
    limit = parse_limit(text, words)
    assert (limit.criterion, limit.bound, limit.unit) == (criterion, bound, unit)
    assert parse_limit(limit.text, words) == limit


def test_pay_is_read_by_the_hour_or_month_and_net(words: Words) -> None:
    limit = parse_limit("salaire >= 1 900 € net par mois", words)
    assert limit[1:] == ("pay", ">=", 1_900, "EUR", "month", "net")
    assert parse_limit("pay>=40/h", words)[3:] == (40, "", "hour", "gross")
    assert parse_limit("pay >= $40 an hour", words)[3:] == (40, "USD", "hour", "gross")
    nurse, porter = a_career("nurse", pay=93_600.0), a_career("porter", pay=37_000.0)
    assert apply_limits([nurse, porter], [parse_limit("pay>=40/h", words)])[0] == (nurse,)


def test_a_limit_may_go_either_way_or_name_a_step(words: Words) -> None:
    clerk, nurse, surgeon = (
        a_career(str(zone), zone=zone, years=years) for zone, years in ((2, 0.0), (4, 4.0), (5, 8.0))
    )
    kept = {
        text: apply_limits([clerk, nurse, surgeon], [parse_limit(text, words)])[0]
        for text in ("zone>=4", "zone=4", "years=0", "years>=4", "zone<=2")
    }
    assert kept == {
        "zone>=4": (nurse, surgeon),
        "zone=4": (nurse,),
        "years=0": (clerk,),
        "years>=4": (nurse, surgeon),
        "zone<=2": (clerk,),
    }
    said = [said_limit(parse_limit(text, words), "USD", {}, Say("en")) for text in ("zone=4", "years=0", "years>=4")]
    assert said == ["preparation of exactly 4 of 5", "no study after school", "at least 4 years of study"]


@pytest.mark.parametrize("id_", CRITERIA)
def test_the_example_of_every_criterion_is_read(id_: str, words: Words) -> None:
    limit = parse_limit(str(CRITERIA[id_].example), words)
    assert limit.criterion == id_
    assert parse_limit(limit.text, words) == limit


@pytest.mark.parametrize("say", [Say("en"), Say("fr")], ids=lambda say: say.lang)
def test_every_criterion_is_known_by_its_names(say: Say, words: Words) -> None:
    """What the tables call it is also what may be typed, in either language, whichever is spoken."""
    for id_, names in criterion_names(say).items():
        for name in names:
            assert id_ in words.names[fold(name)]
            low = CRITERIA[id_].low
            if CRITERIA[id_].bare is None and words.names[fold(name)][0] == id_:
                assert parse_limit(f"{name} {CRITERIA[id_].operator} {low:g}", words).criterion == id_


@given(st.sampled_from(sorted(CRITERIA)), st.floats(0, 1), st.sampled_from(["{:.0f}", "{:.1f}", "{:,.0f}"]))
def test_any_number_within_its_bounds_is_read_back(id_: str, share: float, form: str) -> None:
    criterion = CRITERIA[id_]
    number = form.format(criterion.low + share * (min(criterion.high, 900_000) - criterion.low))
    limit = parse_limit(f"{id_}{criterion.operator}{number}", _words())
    assert limit.criterion == id_
    assert limit.bound == pytest.approx(float(number.replace(",", "")))
    assert parse_limit(f"  {id_.upper()}  {criterion.operator} {number} ", _words())[1:] == limit[1:]


@pytest.mark.parametrize("wanted", ["", "no "])
def test_every_condition_of_work_is_a_limit_by_each_of_its_names(wanted: str, words: Words) -> None:
    assert len(set(words.conditions.values())) >= 25
    for name, id_ in words.conditions.items():
        limit = parse_limit(f"{wanted}{name}", words)
        assert (limit.criterion, limit.unit, limit.bound) == ("conditions", id_, 0 if wanted else 1)


@given(st.text(max_size=120))
def test_whatever_is_written_is_a_limit_or_refused_in_a_sentence(text: str) -> None:
    try:
        limit = parse_limit(text, _words())
    except UsageError as error:
        assert len(str(error)) < 400  # noqa: PT017 - either is right
    else:
        assert parse_limit(limit.text, _words()) == limit


@cache
def _words() -> Words:
    return words_of([Say("en"), Say("fr")], {"night work": "nights", "dehors": "outdoors"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pai>=3", "nothing that can be limited"),
        ("", "nothing that can be limited"),
        ("no such thing", "nothing that can be limited"),
        ("pay=3", "not `=`"),
        ("growth=3", "not `=`"),
        ("pay", "has no number"),
        ("zone<=x", "has no number"),
        ("pay>=1e999", "is not known"),
        ("zone<=9", "from 1 to 5"),
        ("years<=-5", "from 0 to 40"),
        ("pay>=€3USD", "`EUR USD`"),
        ("pay>=3 bananas", "`bananas`"),
        ("growth>=3 €", "`EUR`"),
        ("pay>=1.2.3", "has no number"),
        ("remote>=3", "from 0 to 1"),
        ("remote=never", "not understood"),
        ("pay>=nan", "has no number"),
    ],
)
def test_what_is_no_limit_is_refused(text: str, said: str, words: Words) -> None:
    with pytest.raises(UsageError, match=said):
        parse_limit(text, words)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=12), st.integers(0, 200_000), st.integers(0, 10))
def test_what_comes_back_is_what_one_limit_alone_took(
    values: list[tuple[float | None, float | None]], pay: int, years: int
) -> None:
    careers = [a_career(str(n), pay=p, years=y) for n, (p, y) in enumerate(values)]
    limits = [Limit("pay", "pay", ">=", pay), Limit("years", "years", "<=", years)]
    kept, removed = apply_limits(careers, limits)
    for limit, gone in zip(limits, removed, strict=True):
        without, _ = apply_limits(careers, [other for other in limits if other != limit])
        assert len(without) - len(kept) == gone.back
        assert set(gone.ids).isdisjoint(one.id for one in kept)
        assert gone.unknown == tuple(one.id for one in kept if value_of(one, limit.criterion) is None)
    assert {one.id for one in kept} | {id_ for gone in removed for id_ in gone.ids} == {one.id for one in careers}


@given(st.lists(NUMBERS, max_size=12), st.integers(0, 200_000), st.integers(0, 50_000))
def test_a_stricter_limit_keeps_no_more(pays: list[float | None], pay: int, more: int) -> None:
    careers = [a_career(str(n), pay=pay) for n, pay in enumerate(pays)]
    loose, _ = apply_limits(careers, [Limit("", "pay", ">=", pay)])
    strict, _ = apply_limits(careers, [Limit("", "pay", ">=", pay + more)])
    assert set(strict) <= set(loose)


def test_what_is_not_known_stays_and_is_marked() -> None:
    known, open_ = a_career("known", pay=30_000.0), a_career("open")
    kept, removed = apply_limits([known, open_], [Limit("pay>=60k", "pay", ">=", 60_000)])
    assert kept == (open_,)
    assert (removed[0].ids, removed[0].unknown) == (("known",), ("open",))
    assert unknown_of(removed) == {"open": ("pay>=60k",)}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("bachelor", 4),
        ("a bachelor’s degree", 4),
        ("bac+3", 4),
        ("licence", 4),
        ("BTS", 2),
        ("bac+2", 2),
        ("master", 6),
        ("Bac+5", 6),
        ("none", 0),
        ("bac", 0),
        ("3", 3),
        ("2 ans", 2),
        ("vocational", 1),
        ("Bac + 2", 2),
        ("un BTS", 2),
    ],
)
def test_what_one_has_studied_is_read(text: str, years: float, words: Words) -> None:
    studied = find_study(text, words)
    assert studied is not None
    assert studied.years == years


@pytest.mark.parametrize("text", ["", "lots", "-1", "3 bananas", "99", "12 €", "x" * 5_000])
def test_no_study_is_refused(text: str, words: Words) -> None:
    assert find_study(text, words) is None


@given(st.lists(NUMBERS, min_size=1, max_size=20), st.sampled_from(["pay", "entry", "growth"]), NUMBERS, NUMBERS)
def test_a_better_value_is_never_scaled_lower(
    known: list[float | None], criterion: str, one: float | None, other: float | None
) -> None:
    field = {"pay": "pay", "entry": "zone", "growth": "growth"}[criterion]
    scales = make_scales([a_career(str(n), **{field: value}) for n, value in enumerate(known)])
    low, high = sorted((one or 0.0, other or 0.0), reverse=CRITERIA[criterion].better == "less")
    assert 0 <= scale(criterion, low, scales) <= scale(criterion, high, scales) <= 1


def test_a_currency_without_figures_is_refused(catalogue: Catalogue, words: Words) -> None:
    with pytest.raises(UsageError, match="`CHF` is not known"):
        find_ranks([parse_limit("pay>=3CHF", words)], "US", catalogue.currencies, catalogue.all_employees)


def test_pay_in_euros_goes_by_rank(catalogue: Catalogue, words: Words) -> None:
    limit = parse_limit("pay>=45000EUR", words)
    assert not find_ranks([parse_limit("pay>=45000", words)], "US", catalogue.currencies, catalogue.all_employees)
    rank = find_ranks([limit], "US", catalogue.currencies, catalogue.all_employees)[limit]
    assert 0.6 < rank < 0.9  # the median is some 34,700 euros gross
    kept, _ = apply_limits(catalogue.measures("US"), [limit], {limit: rank})
    assert kept
    assert all(one.pay_rank is None or one.pay_rank >= rank for one in kept)


def test_every_career_is_measured(catalogue: Catalogue) -> None:
    measures = {one.id: one for one in catalogue.measures("US")}
    assert len(measures) == 1_025
    assert measures["ai-specialist"].stand_in == "15-1221.00"
    nurses = measures["29-1141.00"]
    assert (nurses.years, nurses.zone, nurses.remote) == (4, 4, None)
    scales = catalogue.scales("US")
    assert scales == make_scales(measures.values())
    assert set(scales) == set(WEIGHED)
    assert not scales["remote"]
    assert "nights" in (nurses.conditions or ())
    assert (nurses.level, nurses.stars) == (6, 6)
    assert None not in (nurses.employment, nurses.leaving, nurses.degree, nurses.ai, nurses.ai_talk)
    assert scale("pay", scales["pay"][0], scales) < 0.01
    assert scale("pay", scales["pay"][-1], scales) > 0.99


@pytest.mark.parametrize("filler", [" ", "\n", "\u2003", "0", ",", "'", ">", "x"])
@pytest.mark.parametrize("text", ["pay>=1{}x9", "pay{}", "{}", "remote={}", "pay>={}1k", "pay>=$1{}k€"])
def test_a_limit_of_any_length_is_read_or_refused(text: str, filler: str, words: Words) -> None:
    """A text that takes time by the square of its length would never end here."""
    long = text.format(filler * 200_000)
    if filler in " \n\u2003" and text in ("pay>={}1k", "remote={}"):
        assert len(parse_limit(long, words).text) <= 80
    else:
        with pytest.raises(UsageError) as raised:
            parse_limit(long, words)
        assert len(str(raised.value)) < 300


def test_spaces_around_the_parts_of_a_limit_do_not_count(words: Words) -> None:
    assert parse_limit("  pay   >=  60 000  ", words)[1:] == parse_limit("pay>=60000", words)[1:]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("pay>=17", "hour"),
        ("pay>=1800", "month"),
        ("pay>=24000", "year"),
        ("pay>=17 a year", "year"),
        ("pay>=0", "year"),
    ],
)
def test_pay_that_does_not_say_for_how_long_is_taken_by_what_it_can_be(text: str, period: str, words: Words) -> None:
    assert parse_limit(text, words).period == period


SAID = {
    "pay>=30,000USD": ("pay of at least $30,000", "salaire d’au moins 30\u202f000\u00a0$"),
    "pay>=2500 € net/month": (
        "pay of at least €2,500 net a month (about €39,200 gross a year)",
        "salaire d’au moins 2\u202f500\u00a0€ net par mois (environ 39\u202f200\u00a0€ brut par an)",
    ),
    "stars>=7": ("at least 7 stars", "au moins 7 étoiles"),
    "years<=1": ("at most 1 year of study", "au plus 1 année d’études"),
    "zone<=4": ("preparation of at most 4 of 5", "préparation d’au plus 4 sur 5"),
    "level<=bac+2": ("at most associate’s (bac+2)", "au plus bac+2"),
    "growth>=10": ("growth of at least +10.0%", "croissance d’au moins +10,0\u00a0%"),
    "no nights": ("night work: no", "travail de nuit\u00a0: non"),
    "outdoors": ("outdoors: yes", "dehors\u00a0: oui"),
    "remote": ("work from afar: often", "travail à distance\u00a0: souvent"),
    "entry=easy": ("getting in: easy", "accès\u00a0: facile"),
    "leaving<=10": ("at most 10% who leave in a year", "au plus 10\u00a0% de départs par an"),
}


@pytest.mark.parametrize("text", SAID)
def test_a_limit_is_said_in_words(catalogue: Catalogue, words: Words, text: str) -> None:
    limit = parse_limit(text, words)
    said = tuple(limit_sayer(catalogue, "US", catalogue.say(lang))(limit) for lang in ("en", "fr"))
    assert said == SAID[text]


@pytest.mark.parametrize("criterion", [*CRITERIA.values()], ids=[*CRITERIA])
def test_every_criterion_has_words_for_both_its_bounds(catalogue: Catalogue, criterion: Criterion) -> None:
    for lang in languages():
        say = limit_sayer(catalogue, "US", catalogue.say(lang))
        signs: tuple[Operator, ...] = (">=", "<=")
        said = {say(Limit("as typed", criterion.id, sign, max(criterion.low, 3.0))) for sign in signs}
        assert len(said) == 2
        assert not any(sign in text for text in said for sign in "<>=`")


def test_a_result_says_limits_in_words_and_json_as_they_were_typed(careers: Run) -> None:
    asked = ("quiz", "--scores", "R=27,I=13,A=9,S=20,E=14,C=8", "--no-save", "--limit", "pay>=60,000USD")
    out = careers(*asked).out
    assert "Pay of at least $60,000: takes out" in out
    assert "pay>=" not in out
    (row,) = careers(*asked, "--json").data["limits"]
    assert (row["id"], row["said"]) == ("pay>=60,000USD", "pay of at least $60,000")


def test_who_will_have_no_nights_is_shown_no_shifts_and_nobody_on_call(catalogue: Catalogue) -> None:
    by_conditions = {career.conditions: career for career in catalogue.measures("US") if career.conditions}

    def counted(condition: str, *, without: str = "nights") -> set[float | None]:
        having = (career for ids, career in by_conditions.items() if condition in ids and without not in ids)
        return {value_of(career, CONDITIONS, "nights") for career in having}

    assert counted("nights", without="none") == {1.0}
    assert counted("shifts") == counted("on-call") == {0.5}
    assert 0.0 in counted("noise")
    assert value_of(Measures(id="one", kind="occupation"), CONDITIONS, "nights") is None
    night = Measures(id="one", kind="occupation", conditions=("nights",))
    assert value_of(night, CONDITIONS, "shifts") == 0.0


def test_a_trade_that_a_country_does_not_have_is_no_candidate_there(catalogue: Catalogue) -> None:
    abroad = {measures.id for measures in catalogue.measures("FR") if measures.elsewhere}
    assert len(abroad) > 50
    french, american = (
        {one.id for one in limit_careers(catalogue, (), country).candidates} for country in ("FR", "US")
    )
    assert not abroad & french
    assert abroad & american


def test_pay_by_the_hour_keeps_a_limit_by_the_hour(catalogue: Catalogue) -> None:
    actors = [measures for measures in catalogue.measures("US") if measures.id == "27-2011.00"]
    assert actors[0].pay is None
    for text, kept, unknown in (("pay>=15/h", 1, 0), ("pay>=500/h", 0, 0), ("pay>=30000", 1, 1)):
        (limit,) = read_limits(catalogue, [text], "US")
        within, (removed,) = apply_limits(actors, [limit])
        assert (len(within), len(removed.unknown)) == (kept, unknown), text
