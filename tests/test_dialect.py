"""One dialect: limits, orders, studies and amounts of pay, in every verb that takes them, in both languages."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from careercli.core.comparing.criteria import CRITERIA, value_of
from careercli.core.comparing.dialect import find_study, parse_limit
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.dialect import read_order
from tests.conftest import Run

SCORES = ("--scores", "R=27,I=13,A=23,S=25,E=14,C=14")


def listed(careers: Run, *arguments: str, **options: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = careers("list", *arguments, "--json", **options).data
    return found


def ids(careers: Run, *arguments: str, **options: Any) -> list[str]:
    return [card["id"] for card in listed(careers, *arguments, **options)]


# list


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("pay>=80k", "salaire >= 80 000"),
        ("no nights", "pas de nuit"),
        ("outdoors", "dehors"),
        ("years<=2", "études<=2 ans"),
        ("level<=bac+2", "diplôme<=BTS"),
        ("growth at least 10%", "croissance d’au moins 10 %"),
        ("remote", "télétravail"),
        ("easy", "facile"),
        ("stars>=7", "étoiles>=7"),
    ],
)
def test_a_limit_means_the_same_in_either_language_whichever_is_spoken(careers: Run, english: str, french: str) -> None:
    country = ("--country", "US")  # stars of guides are those where the reader is
    found = ids(careers, "--limit", english, *country)
    assert found == sorted(ids(careers, "--limit", french, *country, lang="fr"), key=found.index)
    assert found == ids(careers, "--limit", french, *country)


@pytest.mark.parametrize(
    ("asked", "atlas"),
    [
        (["--limit", "no nights"], True),
        (["--limit", "growth>=10"], True),
        (["--min-pay", "60k"], True),
        (["--zone", "2"], True),
        (["--level", "bac+2"], True),
        (["--interest", "RI"], True),
        (["--sort", "pay"], True),
        (["--sort", "leaving"], True),
        (["--place", "ohio"], True),
        (["--limit", "years<=4"], False),
        (["--limit", "stars>=7"], False),
        (["--sort", "stars"], False),
        (["--sort", "entry"], False),
        (["--min-stars", "7"], False),
    ],
)
def test_what_only_occupations_have_asks_for_the_atlas(careers: Run, asked: list[str], atlas: bool) -> None:
    kinds = {card["kind"] for card in listed(careers, *asked)}
    assert kinds == {"occupation" if atlas else "role"}


def test_a_whole_number_after_limit_and_n_are_counts_of_rows(careers: Run) -> None:
    assert ids(careers, "--limit", "3") == ids(careers, "-n", "3") == ids(careers, "--count", "3")
    both = listed(careers, "--limit", "pay>=80k", "--limit", "4")
    assert len(both) == 4
    assert all(card["median"] is None or card["median"] >= 80_000 for card in both)


def test_limits_of_options_are_those_of_the_dialect(careers: Run) -> None:
    for option, value, limit in (
        ("--min-pay", "$83,000", "pay>=83000"),
        ("--min-growth", "10 %", "growth>=10"),
        ("--zone", "2", "zone<=2"),
        ("--level", "bac+2", "level<=5"),
        ("--min-stars", "7", "stars>=7"),
        ("--entry", "moyen", "entry<=medium"),
    ):
        assert ids(careers, option, value) == ids(careers, "--limit", limit)
    assert ids(careers, "--remote") == ids(careers, "--limit", "remote")


def test_what_is_not_known_stays_marked_and_counted(careers: Run, catalogue: Catalogue) -> None:
    cards = listed(careers, "--all", "--limit", "pay>=80k", "--sort", "pay")
    unknown = [card for card in cards if card["unknown"]]
    assert {card["median"] for card in unknown} == {None}
    assert all(card["unknown"] == ["pay>=80k"] for card in unknown)
    assert all(card["median"] >= 80_000 for card in cards if not card["unknown"])
    assert [card["unknown"] for card in cards[-len(unknown) :]] == [["pay>=80k"]] * len(unknown), "the unknown are last"
    shown = careers("list", "--all", "--limit", "pay>=80k")
    sure = len(cards) - len(unknown)
    told = f"{sure} surely keep your limits; for {len(unknown)} more we could not check “pay of at least $80,000”."
    assert told in shown.out.replace("\n", " "), "under the table"
    assert told in json.loads(careers("list", "--all", "--limit", "pay>=80k", "--json").out)["notes"]
    assert shown.out.count("(?)") == len(unknown) + 1  # and what it means
    assert "on ne sait pas si le métier respecte vos limites" in careers(
        "list", "--limit", "salaire>=80k", lang="fr"
    ).out.replace("\n", " ")
    aloud = careers("list", "--limit", "pay>=80k", ACCESSIBLE="1").out
    assert "Actors (not known)" in aloud.replace("\xa0", " ")
    assert "(?)" not in aloud
    rows = list(csv.DictReader(io.StringIO(careers("list", "--limit", "pay>=80k", "--format", "csv").out)))
    assert sum(row["unknown"] == "pay>=80k" for row in rows) == len(unknown)


@pytest.mark.parametrize("criterion", sorted(set(CRITERIA) - {"ease", "time", "remote"}))
def test_every_criterion_sorts_and_is_shown(careers: Run, criterion: str, catalogue: Catalogue) -> None:
    measured = {career.id: value_of(career, criterion) for career in catalogue.measures("US")}
    cards = listed(careers, "--all", "--sort", criterion)
    values = [measured[card["id"]] for card in cards]
    known = [value for value in values if value is not None]
    assert len(cards) == 1016
    assert known == sorted(known, reverse=CRITERIA[criterion].better != "less")
    assert values[: len(known)] == known
    if criterion not in ("pay", "stars", "growth", "entry", "apprenticeship"):
        assert cards[0]["values"] == {criterion: known[0]}
        table = csv.DictReader(io.StringIO(careers("list", "--all", "--sort", criterion, "--format", "csv").out))
        assert float(next(iter(table))[criterion]) == known[0]


@pytest.mark.parametrize(
    ("english", "french"),
    [("pay", "salaire"), ("stars", "étoiles"), ("name", "nom"), ("family", "domaine"), ("growth", "croissance")],
)
def test_an_order_has_its_names_in_both_languages(careers: Run, english: str, french: str) -> None:
    assert ids(careers, "--all", "--sort", english) == ids(careers, "--all", "--sort", french)
    assert careers("list", "--sort", "stras").err.count("did you mean `stars`?") == 1


def test_years_of_study_that_are_done_count(careers: Run) -> None:
    without, with_ = (
        ids(careers, "--all", "--limit", "years<=1"),
        ids(careers, "--all", "--limit", "years<=1", "--have", "bachelor"),
    )
    assert set(without) < set(with_)
    assert "29-1141.00" not in without
    assert "29-1141.00" in with_
    assert with_ == ids(careers, "--all", "--limit", "years<=5")
    said = careers("list", "--all", "--limit", "études<=1", "--have", "bac+3", lang="fr").err
    assert "Compte comme fait : bac+3." in said.replace("\xa0", " ").replace("\u202f", " ")
    assert "ounts as done" not in careers("list", "--all", "--limit", "growth>=10", "--have", "bachelor").err


def test_a_field_that_several_share_means_all_of_them(careers: Run) -> None:
    found = {card["family"] for card in listed(careers, "--all", "--family", "health")}
    assert found == {"health-practice", "health-support"}
    assert {card["family"] for card in listed(careers, "--all", "--family", "santé")} == {"health-practice"}
    assert {card["family"] for card in listed(careers, "--all", "--family", "Health support")} == {"health-support"}
    assert careers("list", "--family", "nothing such").code == 3


def test_a_limit_in_another_currency_says_how_it_is_held(careers: Run) -> None:
    assert "no figures by occupation for France" in careers("list", "--min-pay", "45 000 €").err
    assert ids(careers, "--limit", "pay>=45kEUR") == ids(careers, "--min-pay", "45 000 €")
    gross, net = ids(careers, "--limit", "pay>=2500 €/month"), ids(careers, "--limit", "salaire>=2500 € net par mois")
    assert set(net) < set(gross)


def test_guides_that_keep_no_limit_lead_to_the_atlas(careers: Run) -> None:
    done = careers("list", "--limit", "years<=1", "--limit", "stars>=9")
    assert "No guide fits." in done.out
    assert careers("list", "--limit", "years<=1", "--limit", "stars>=9", "--json").document["actions"] == [
        {
            "id": "atlas",
            "label": "The same among all occupations",
            "command": 'careers list --all --limit "years<=1" --limit "stars>=9"',
        }
    ]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_what_was_asked_for_has_room_beside_the_name(careers: Run, width: int, lang: str) -> None:
    done = careers("list", "--sort", "ai", "-n", "4", "--format", "table", lang=lang, width=width)
    assert max(map(len, done.out.splitlines())) <= width
    assert ("AI, people" if lang == "en" else "IA, personnes") in done.out.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("said", "like"),
    [
        ("Bachelor of Science in Nursing", "bachelor"),
        ("BTS SIO", "bac+2"),
        ("un CAP cuisine", "CAP"),
        ("3 ans", "bac+3"),
        ("cinq ans", "bac+5"),
        ("MBA", "master"),
        ("A-levels", "high school"),
        ("GCSEs", "no diploma"),
        ("bac pro cuisine", "bac pro"),
    ],
)
def test_studies_are_called_as_people_call_them(catalogue: Catalogue, said: str, like: str) -> None:
    words = catalogue.words
    assert find_study(said, words) == find_study(like, words) is not None


@pytest.mark.parametrize("said", ["licence 1", "PhD student", "bac raté", "licence non validée", "BTS, licence"])
def test_studies_that_are_not_done_or_are_two_are_refused(catalogue: Catalogue, said: str) -> None:
    assert find_study(said, catalogue.words) is None


def test_each_part_of_a_condition_is_one(careers: Run) -> None:
    for denied in ("pas de poussière", "pas de saleté", "no dust"):
        limit = careers("list", "--all", "--limit", denied, "--json", lang="fr")
        assert 0 < len(limit.data) < 1016, denied


def test_a_list_takes_no_pager(careers: Run) -> None:
    assert careers("list", "--no-pager").code == 0


def test_a_list_that_is_limited_by_pay_is_read_by_pay(careers: Run) -> None:
    cards = listed(careers, "--limit", "pay>=100k", "--limit", "years<=2")
    assert [card["id"] for card in cards] == ids(
        careers, "--limit", "pay>=100k", "--limit", "years<=2", "--sort", "pay"
    )
    out = careers("list", "--limit", "pay>=100k", "--limit", "years<=2").out
    assert "The best paid come first." in out
    assert "all that fit" not in out
    assert "The best paid come first." not in careers("list", "--limit", "pay>=100k", "--sort", "name").out


def test_the_quiz_and_the_search_say_how_many_could_not_be_checked(careers: Run) -> None:
    for arguments in (["quiz", *SCORES, "--limit", "pay>=60k", "--no-save"], ["search", "no nights well paid"]):
        assert re.search(
            r"\d+ surely keep your limits; for \d+ more we could not check", " ".join(careers(*arguments).out.split())
        ), arguments


def test_pay_without_a_currency_is_in_the_money_of_the_reader(careers: Run) -> None:
    plain = careers("list", "--limit", "salaire>=24k", "--json", lang="fr")
    assert [card["id"] for card in plain.data] == ids(careers, "--limit", "salaire>=24k€", lang="fr")
    assert any("24\u202f000\u00a0€" in note for note in plain.document["notes"])
    assert len(plain.data) != len(ids(careers, "--limit", "salaire>=24k$", lang="fr"))


@pytest.mark.parametrize(
    ("limit", "gone", "unsure", "sure"),
    [
        (
            "no weekends",
            ["33-3051.00", "33-2011.00", "31-1131.00", "29-1141.03", "35-2014.00", "35-2012.00", "53-2031.00"],
            ["47-2111.00"],
            ["15-1252.00"],
        ),
        ("no lifting", ["47-2111.00", "51-4121.00", "53-7062.00"], ["29-2035.00"], ["15-1252.00", "13-2011.00"]),
        ("no nights", ["29-1141.00", "33-9032.00"], ["29-1041.00"], ["13-1111.00"]),
    ],
)
def test_a_condition_of_which_nothing_is_said_is_no_no(
    careers: Run, limit: str, gone: list[str], unsure: list[str], sure: list[str]
) -> None:
    unknown = {card["id"]: bool(card["unknown"]) for card in listed(careers, "--limit", limit)}
    assert [id_ for id_ in gone if id_ in unknown] == []
    assert [unknown[id_] for id_ in unsure] == [True] * len(unsure)
    assert [unknown[id_] for id_ in sure] == [False] * len(sure)


# compare and quiz


def test_conditions_and_newer_figures_weigh_and_limit_in_compare(careers: Run) -> None:
    arguments = ["nurse", "roofer", "electrician", "-w", "no heights=1", "-w", "départs par an=2"]
    data = careers("compare", *arguments, "--limit", "pas de nuit", "--json").data
    assert data["weights"] == {"no-heights": 1, "leaving": 2}
    assert data["limits"][0]["removed"] == ["29-1141.00"]
    assert {ranked["id"] for ranked in data["ranking"]} == {"47-2181.00", "47-2111.00"}
    shown = careers("compare", *arguments)
    assert "not: heights (33%)" in shown.out.replace("\n", " ")
    assert "sans : travail en hauteur" in careers("compare", *arguments, lang="fr").out.replace("\xa0", " ").replace(
        "\u202f", " "
    )


def test_compare_keeps_what_is_not_known_and_says_so(careers: Run) -> None:
    data = careers("compare", "nurse", "ai-engineer", "-w", "pay=1", "--limit", "no nights", "--json").data
    (limit,) = data["limits"]
    assert (limit["removed"], limit["unknown"], limit["unknown_ids"]) == (["29-1141.00"], 1, ["ai-engineer"])
    assert [ranked["id"] for ranked in data["ranking"]] == ["ai-engineer"]
    told = careers("compare", "nurse", "ai-engineer", "-w", "pay=1", "--limit", "no nights").out.replace("\n", " ")
    assert "Of AI engineer it is not known: that stays." in told


def test_what_one_has_counts_in_compare_and_quiz(careers: Run) -> None:
    arguments = ["nurse", "electrician", "-w", "pay=1", "--limit", "years<=1"]
    assert careers("compare", *arguments, "--json").data["limits"][0]["removed"] == ["29-1141.00"]
    assert careers("compare", *arguments, "--have", "licence", "--json").data["limits"][0]["removed"] == []
    few = careers("quiz", *SCORES, "--limit", "years<=1", "--json", "--no-save").data
    more = careers("quiz", *SCORES, "--limit", "years<=1", "--have", "bachelor", "--json", "--no-save")
    assert few["candidates"] < more.data["candidates"]
    assert more.data["have"] == "bachelor"
    assert "Counts as done: bachelor." in more.document["notes"]
    wrong = careers("quiz", *SCORES, "--have", "lots", "--json")
    assert (wrong.code, "no study that we know" in wrong.err) == (2, True)


def test_years_beyond_what_one_has_are_called_more_years(careers: Run) -> None:
    for arguments in (
        ["list", "--all", "--have", "bac+2", "--limit", "années<=1", "-n", "2"],
        ["quiz", *SCORES, "--have", "bac+2", "--limit", "années<=1", "--no-save"],
        ["compare", "nurse", "electrician", "-w", "pay=1", "--have", "bac+2", "--limit", "années<=1"],
    ):
        done = careers(*arguments, width=100)
        assert "t most 1 more year of study" in " ".join(done.out.split()), arguments
    assert "more" not in careers("list", "--all", "--limit", "years<=1", "-n", "2").out.splitlines()[0]


def test_a_kept_result_remembers_what_one_had(careers: Run) -> None:
    limits = ["--limit", "years<=1"]
    careers("quiz", *SCORES, *limits)
    careers("quiz", *SCORES, *limits, "--have", "bachelor")
    data = careers("quiz", "--diff", "--json").data
    assert (data["new"]["have"], data["data"]["same_limits"]) == ("bachelor", False)
    assert "`--have bachelor`" in careers("quiz", "--diff").out


def test_the_quiz_marks_what_may_not_keep_a_limit(careers: Run) -> None:
    matches = careers("quiz", *SCORES, "--limit", "remote", "--json", "--no-save").data["matches"]
    assert all(match["unknown"] == ["remote"] for match in matches if match["kind"] == "occupation")
    told = careers("quiz", *SCORES, "--limit", "remote", "--no-save").out
    assert re.search(r"Work from afar: often: takes out \d+ careers \(of \d+ it is not known: they stay\)", told)


# pay


@pytest.mark.parametrize(
    ("pay", "options", "means"),
    [
        ("80k", [], (80_000, "year", "gross", "US")),
        ("1 900", ["--country", "FR"], (1_900, "month", "gross", "FR")),
        ("1 900", ["--country", "FR", "--period", "year"], (1_900, "year", "gross", "FR")),
        ("25", [], (25, "hour", "gross", "US")),
        ("32000", [], (32_000, "year", "gross", "US")),
        ("2500,50", ["--country", "fr", "--period", "mois", "--net"], (2_500.5, "month", "net", "FR")),
        ("$83,000", [], (83_000, "year", "gross", "US")),
        ("40/h", ["--country", "us"], (40, "hour", "gross", "US")),
        ("$40 an hour", [], (40, "hour", "gross", "US")),
        ("1 900 € net par mois", [], (1_900, "month", "net", "FR")),
        ("1\u202f900\xa0€ net/mois", ["--lang", "fr"], (1_900, "month", "net", "FR")),
        ("45 k€ brut par an", ["--country", "France"], (45_000, "year", "gross", "FR")),
        ("1900", ["--lang", "fr", "--net", "--period", "month"], (1_900, "month", "net", "FR")),
        ("30000", ["--country", "États-Unis"], (30_000, "year", "gross", "US")),
    ],
)
def test_a_pay_is_read_as_people_write_it(
    careers: Run, pay: str, options: list[str], means: tuple[float, str, str, str]
) -> None:
    data = careers("salary", "--pay", pay, *options, "--json").data
    tax = "net" if "net" in means else "gross"
    assert (data["pay"], data["period"], data["tax"], data["country"]) == (means[0], means[1], tax, means[3])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--pay", "3 bananas"], "must be an amount"),
        (["--pay", "nan"], "must be an amount"),
        (["--pay", "9" * 5_000], "must be an amount"),
        (["--pay", "3 CHF"], "no figures in CHF"),
        (["--pay", "30k€", "--country", "US"], "no figures in EUR for United States"),
        (["--pay", "$3 €"], "no figures in USD, EUR"),
        (["--pay", "40/h", "--period", "month"], "say different things"),
        (["--pay", "1900 net", "--gross"], "say different things"),
        (["--pay", "$1900 net"], "are gross"),
        (["nurse", "--pay", "3"], "not both"),
    ],
)
def test_a_pay_that_cannot_be_is_said_in_a_sentence(careers: Run, arguments: list[str], said: str) -> None:
    done = careers("salary", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err) < 6_000


@pytest.mark.parametrize("pay", ["1900", "40/h", "$83,000", "1 900 € net par mois"])
def test_a_pay_in_place_of_a_career_is_read_as_a_pay(careers: Run, pay: str) -> None:
    done = careers("salary", pay, "--json")
    assert done.data == careers("salary", "--pay", pay, "--json").data
    assert "Read as `careers salary --pay" in done.err
    assert careers("salary", "29-1141", "--json").data["id"] == "29-1141.00"


def test_salary_alone_says_both_ways_and_asks_on_a_terminal(careers: Run) -> None:
    alone = careers("salary").err
    assert "careers salary nurse" in alone
    assert "careers salary --pay 30000" in alone
    pay = careers("salary", answers=["pay", "1 900 € net par mois"])
    assert pay.code == 0
    assert "€1,900 net a month" in pay.screen
    both = careers("salary", answers=["career", "electrician, roofer"])
    assert both.code == 0
    assert {"Electricians", "Roofers"} <= set(both.screen.replace(":", " ").split())
    french = careers("salary", answers=["career", "électricien"], lang="fr")
    assert french.asked[0].startswith("Que voulez-vous savoir")


# help


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_help_names_every_criterion_and_condition(careers: Run, lang: Lang, catalogue: Catalogue) -> None:
    rows = careers("help", "criteria", "--json", lang=lang).data["rows"]
    examples = [example for example, _ in rows]
    say = Say(lang)
    assert examples[:-1] == [say.of(criterion.example) for criterion in CRITERIA.values()]
    assert all(name in rows[-1][1] for name in catalogue.labels("condition", lang).values())


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_one_is_told_to_type_is_understood(lang: Lang, catalogue: Catalogue) -> None:
    say, words = Say(lang), catalogue.words
    for id_, criterion in CRITERIA.items():
        assert parse_limit(say.of(criterion.example), words).criterion == id_ or id_ == "ease"
        assert id_ in read_order(catalogue, say.of(criterion.called))


def test_errors_name_words_of_the_language_of_the_reader(careers: Run) -> None:
    for option, english, french in (
        ("--limit", "pay>=60k, years<=3", "salaire>=60k, années<=3"),
        ("--sort", "name, family, pay, stars", "nom, domaine, salaire, étoiles"),
    ):
        assert english in careers("list", option, "xqz").err
        assert french in careers("list", option, "xqz", lang="fr").err
    assert "vouliez-vous dire `croissance`" in careers("list", "--sort", "growht", lang="fr").err
    asked = careers("compare", "data-analyst", "data-engineer", terminal=True, lang="fr")
    assert "--weight salaire=2" in " ".join(asked.err.split())


@pytest.mark.parametrize(
    ("arguments", "option", "lang"),
    [
        (["--level", "-1"], "--level", "en"),
        (["--min-pay", "-1"], "--min-pay", "en"),
        (["--level=x"], "--level", "fr"),
        (["--min-pay", "60kXYZ"], "--min-pay 60kXYZ", "en"),
        (["--min-pay", "60k%"], "--min-pay 60k%", "fr"),
        (["--min-growth=3 EUR"], "--min-growth 3 EUR", "en"),
        (["-n", "x"], "-n", "en"),
        (["--count=x"], "--count", "en"),
    ],
)
def test_an_option_with_a_wrong_value_is_named_itself(
    careers: Run, arguments: list[str], option: str, lang: str
) -> None:
    done = careers("list", *arguments, lang=lang)
    assert done.code == 2
    assert f"`{option}`" in done.err
    assert "--limit" not in done.err


def test_a_country_that_is_not_there_is_refused_with_those_that_are(careers: Run) -> None:
    done = careers("list", "--country", "zz")
    assert done.code == 2
    assert "`US` (United States)" in done.err
    assert "`FR` (France)" in done.err
    assert careers("list", "--country", "gb").code == 0


@pytest.mark.parametrize("verb", ["list", "show nurse", "quiz --scores R=27,I=13,A=23,S=25,E=14,C=14", "salary nurse"])
def test_a_country_of_the_settings_that_is_not_there_names_their_file(careers: Run, home: Path, verb: str) -> None:
    assert "`US` (United States)" in careers("config", "set", "country", "zz").err
    settings = home / "config/careers/config.toml"
    assert not settings.exists()
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('country = "ZZ"\n')
    done = careers(*verb.split())
    assert done.code == 2
    assert f"there is no country `ZZ`: see {settings}" in done.err
    assert careers("doctor").code == 4
    assert careers("config", "unset", "country").code == 0
    assert careers(*verb.split()).code == 0


def test_a_limit_on_what_guides_alone_tell_says_that_the_atlas_is_left_out(careers: Run) -> None:
    assert "occupations of the atlas are left out" in careers("list", "--limit", "time<=240").err
    assert "left out" not in careers("list", "--limit", "stars>=1").err


def test_a_pay_by_two_periods_is_none(careers: Run) -> None:
    assert careers("salary", "--pay", "40/h/h").code == 2
    assert careers("salary", "--pay", "40/h").code == 0


@pytest.mark.parametrize("arguments", [["show"], ["list", "--limit"], ["list", "--sort"], ["salary", "--pay"]])
def test_a_value_without_end_is_cut_where_it_is_told(careers: Run, arguments: list[str]) -> None:
    done = careers(*arguments, "a" * 100_000)
    assert done.code in (2, 3)
    assert "a" * 61 not in done.err
    assert len(done.err) < 2000


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("apprenticeship", "en"),
        ("trades", "en"),
        ("the trades", "en"),
        ("blue collar", "en"),
        ("métiers manuels", "fr"),
    ],
)
def test_the_trades_are_the_occupations_that_are_learned_as_an_apprentice(careers: Run, text: str, lang: str) -> None:
    listed = [career["id"] for career in careers("list", *text.split(), "--json", lang=lang).data]
    assert listed[0] == "47-2111.00"
    limited = careers("list", "--limit", "apprenticeship", "--json", lang=lang).data
    assert set(listed) == {career["id"] for career in limited}
    assert not {"41-2031.00", "55-3016.00"} & set(listed), "neither who sells nor who has no figures"
    document = careers("search", text, "--json", lang=lang).document
    assert [hit["id"] for hit in document["data"]] == listed[:10]


def test_apprenticeship_is_yes_or_no(careers: Run) -> None:
    learned = {career["id"] for career in careers("list", "apprenticeship", "--json").data}
    others = {career["id"] for career in careers("list", "--limit", "no apprenticeship", "--json").data}
    assert not learned & others
    assert len(learned | others) == len(careers("list", "--all", "--json").data)
    document = careers("compare", "electrician", "nurse", "--weight", "pay=1", "--limit", "apprenticeship", "--json")
    assert [career["id"] for career in document.data["ranking"]] == ["47-2111.00"]
    assert careers("list", "--limit", "apprenticeship>=x").code == 2


@pytest.mark.parametrize(("text", "lang"), [("trade apprenticeship", "en"), ("apprentissage", "fr")])
def test_who_looks_for_an_apprenticeship_gets_the_topic_and_the_trades(careers: Run, text: str, lang: str) -> None:
    document = careers("search", text, "--json", lang=lang).document
    assert document["pages"][0]["id"] == "topic-apprenticeship"
    assert document["data"][0]["id"] == "47-2111.00"
