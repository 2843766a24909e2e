"""What a list of careers says: reasons by the scale that is shown, the figures beside each career, and it again."""

import random
import re
from pathlib import Path

import pytest
import yaml

from careercli.core.quiz.interests import SCALES, Profile, find_flat, score_items
from careercli.core.quiz.matching import A_FIELD, as_candidates, direction, match_careers
from careercli.core.quiz.reasons import (
    add_widest,
    amount_of,
    find_against,
    find_for,
    rating_share,
    weigh_answers,
    weigh_scores,
    with_ratings,
)
from careercli.core.quiz.reports import Reason
from careercli.library.catalogue import Catalogue
from careercli.render.cards import cut_at_part
from tests.conftest import Run
from tests.test_quiz_kept import FILE, kept
from tests.test_quiz_match import SCORES, answer_file, answers_of, items, matched

LETTERS = {letter: letter for letter in SCALES}


def reasons_of(profile: Profile, ratings: tuple[float, ...]) -> list[Reason]:
    return with_ratings(weigh_scores(LETTERS, profile, direction(ratings, "published")), ratings)


# reasons


@pytest.mark.parametrize(
    ("rating", "amount"),
    [(1.0, "little"), (2.2, "little"), (2.9, "little"), (3.0, "some"), (4.6, "some"), (5.0, "much"), (7.0, "much")],
)
def test_little_some_and_much_are_thirds_of_the_scale_that_is_shown(rating: float, amount: str) -> None:
    assert amount_of(rating_share(rating)) == amount


def test_each_career_of_a_list_has_something_against_it_be_it_weak(careers: Run) -> None:
    matches = matched(careers, "--scores", SCORES)["data"]["matches"]
    against = {match["name"]: match["reasons_against"] for match in matches}
    assert all(len(reasons) == 1 for reasons in against.values())
    (dancers,) = against["Dancers"]
    assert (dancers["id"], dancers["weak"], dancers["rating"]) == ("S", True, 3.68)
    assert [name for name, (reason,) in against.items() if not reason["weak"] and reason["weight"] >= 0] == []
    page = " ".join(careers("quiz", "--scores", SCORES, "--explain", width=300).out.split())
    said = "nothing speaks strongly against it; least for it: some helping people (62 in you, 3.7 of 7 in the work)"
    assert said in page
    french = " ".join(careers("quiz", "--scores", SCORES, "--explain", width=300, lang="fr").out.split())
    assert "rien ne parle fortement contre" in french
    assert "parfois aider les autres (62 chez vous, 3,7 sur 7 dans ce métier)" in french.replace("\u00a0", " ")
    plain = careers("quiz", "--scores", SCORES, width=300).out
    assert "least for it" not in plain
    assert "But" not in plain


def test_where_nothing_speaks_against_a_career_what_gives_least_is_named() -> None:
    profile = Profile((1.0, 0.0, 0.0, 0.0, 0.0, 0.0), (2,) * 6)
    (weakest,) = find_against(reasons_of(profile, (7.0, 1.0, 1.0, 1.0, 1.0, 1.5)), profile, 3)
    assert (weakest.id, weakest.weak) == ("C", True)


def test_the_widest_gap_on_the_scale_that_is_shown_is_named_first() -> None:
    profile = Profile((0.0, 1.0, 0.7, 1.0, 0.5, 0.0), (2,) * 6)
    against = find_against(reasons_of(profile, (7.0, 6.5, 4.0, 1.0, 3.0, 5.0)), profile, 3)
    assert [reason.id for reason in against][:3] == ["R", "S", "C"]
    assert not any(reason.weak for reason in against)


def test_a_verdict_names_the_type_in_which_person_and_career_differ_most(catalogue: Catalogue) -> None:
    all_items = [item for item in catalogue.statements.interests("en") if item.length == "short"]
    for seed in range(40):
        answers = {item.id: 1 + (seed * 7 + n * (seed % 5 + 2)) % 5 for n, item in enumerate(all_items)}
        profile = score_items(all_items, answers)
        if find_flat(profile):
            continue
        for measures in catalogue.measures("US")[seed::60]:
            ratings = measures.interests
            if not ratings:
                continue
            weighed = weigh_answers(all_items, answers, profile, direction(ratings, "careers"))
            reasons = with_ratings(weighed, ratings)
            against = add_widest(find_against(reasons, profile, 3), reasons, profile)
            gaps = {n: abs(profile.scores[n] - rating_share(ratings[n])) for n in range(6)}
            widest = max(gaps, key=lambda n: gaps[n])
            seen = amount_of(profile.scores[widest]) != amount_of(rating_share(ratings[widest]))
            named = SCALES[widest] in {reason.id[0].upper() for reason in against}
            middling = all(answers[item.id] == 3 for item in all_items if item.scale == SCALES[widest])
            assert 1 <= len(against) <= 3
            assert named or not seen or middling or _all_agree(all_items, answers, ratings, SCALES[widest])
            for reason in find_for(reasons, profile, 3):
                amount = amount_of(rating_share(reason.rating or 1))
                assert amount != ("little" if (reason.answer or 3) > 3 else "much") or reason.answer == 3


def _all_agree(all_items: list, answers: dict[str, int], ratings: tuple[float, ...], letter: str) -> bool:  # type: ignore[type-arg]
    """Whether no single answer on a type is told in another word than the career's amount of it."""
    amount = amount_of(rating_share(ratings[SCALES.index(letter)]))
    shares = [(answers[item.id] - 1) / 4 for item in all_items if item.scale == letter]
    return all(amount_of(share) == amount or share == 1 / 2 for share in shares)


@pytest.mark.parametrize(("code", "letter", "said"), [("15-2041.01", "C", "some"), ("13-2011.00", "A", "little")])
def test_words_are_those_of_the_numbers_on_the_page(
    careers: Run, tmp_path: Path, code: str, letter: str, said: str
) -> None:
    listed = items(careers)
    likes = {"R": 1, "I": 3, "A": 5, "S": 3, "E": 2, "C": 1}
    file = answer_file(tmp_path, answers_of(listed, likes))
    data = careers("quiz", code, "--answers", file, "--json", "--no-save").data
    reasons = [reason for reason in data["reasons_against"] if reason["id"][0].upper() == letter]
    assert reasons, data["reasons_against"]
    assert {reason["rating"] for reason in reasons} == {data["interests"][letter]}
    page = " ".join(careers("quiz", code, "--answers", file, "--no-save", "--explain", width=300).out.split())
    for reason in reasons:
        told = f"{said} of this work is of that kind ({data['interests'][letter]:.1f} of 7)"
        assert told in page.split(reason["text"][1:])[1]
    for text, rating in re.findall(r"(\w+) of this work is of that kind \((\d\.\d) of 7\)", page):
        assert text == amount_of(rating_share(float(rating)))


# the list


def test_a_list_has_at_most_two_careers_a_field_and_their_figures(careers: Run, tmp_path: Path) -> None:
    likes = {"R": 1, "I": 5, "A": 4, "S": 5, "E": 2, "C": 2}  # who got four kinds of professors before
    data = matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers), likes)))["data"]
    assert len(data["matches"]) == 7
    assert [match for field in data["fields"] for match in field["matches"] if len(field["matches"]) > 2] == []
    by_rank = sorted(data["matches"], key=lambda match: match["rank"])
    assert [match["id"] for match in by_rank] == [match["id"] for match in data["matches"]]
    assert [match["id"] for match in data["matches"]] == [field["matches"][0] for field in data["fields"]]
    majors = [field["id"][:2] for field in data["fields"]]
    assert max(map(majors.count, majors)) <= 2
    assert all(0 <= field["stability"] <= 1 and field["name"] != field["id"] for field in data["fields"])
    for match in data["matches"]:
        assert match["pay"]["currency"] == "USD"
        assert {"median", "country", "reference", "stars", "of"} <= match["pay"].keys()
        assert match["study_years"] is not None
        shown = careers("show", match["id"], "--json").data
        assert match["pay"]["median"] == shown["pay"]["p50"]
        assert match["openings"] == shown["outlook"]["openings_per_year"]


def test_the_best_of_a_field_are_those_that_would_be_best_without_a_bound(catalogue: Catalogue) -> None:
    candidates = as_candidates(catalogue.measures("US"))
    profile = Profile((0.1, 0.9, 0.7, 0.8, 0.2, 0.3), (10,) * 6)
    whole = match_careers(profile, candidates, "careers", size=200, draws=0).matches
    bounded = match_careers(profile, candidates, "careers", draws=0, a_field=A_FIELD).matches
    expected: list[str] = []
    fields: list[str] = []
    for match in whole:
        family = match.family
        if fields.count(family) < A_FIELD and len(expected) < 7:
            expected.append(match.id)
            fields.append(family)
    assert [match.id for match in bounded] == expected


def test_where_limits_leave_too_few_fields_the_list_is_whole_all_the_same(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    data = matched(careers, "--answers", file, "--limit", "zone<=1", "--limit", "dirt", "--no-save")["data"]
    assert len(data["matches"]) == 7 < data["candidates"]
    fields = [match["pay"]["of"]["code"][:2] for match in data["matches"]]
    assert max(map(fields.count, fields)) > A_FIELD


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 100])
def test_the_page_reads_from_the_direction_to_the_list(careers: Run, tmp_path: Path, lang: str, width: int) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    done = careers("quiz", "--answers", file, "--no-save", terminal=True, lang=lang, width=width)
    text = " ".join(done.screen.split())
    names = [
        match["name"] for match in matched(careers, "--answers", file, "--lang", lang, "--no-save")["data"]["matches"]
    ]
    order = {
        "en": [
            "Most of all you like finding things out",
            "Investigative",
            "7 fields to look into",
            "1. ",
            "★",
            "Why",
            "you would",
        ],
        "fr": [
            "Ce que vous aimez le plus : chercher à comprendre",
            "Investigateur",
            "7 domaines à explorer",
            "1. ",
            "★",
            "Pourquoi",
            "Pourquoi vous ",
        ],
    }[lang]
    places = [text.index(said) for said in order]
    assert places == sorted(places)
    starts = [text.index(f"{rank}. {name[:20]}") for rank, name in enumerate(names, 1)]
    assert starts == sorted(starts)
    for statistic in (
        "±",
        "redraws",
        "at random",
        "Place in the list",
        "tirages",
        "seul hasard",
        "Place dans la liste",
    ):
        assert statistic not in text
    whole = careers("quiz", "--answers", file, "--no-save", "--explain", terminal=True, lang=lang, width=width).screen
    assert "±" in whole
    assert {"en": "Place in the list", "fr": "Place dans la liste"}[lang] in whole


def test_no_explanation_is_taken_where_there_are_no_numbers(careers: Run) -> None:
    for arguments in (["--items", "--explain"], ["nurse", "--items", "--explain"], ["--diff", "--explain"]):
        done = careers("quiz", *arguments)
        assert (done.code, "--explain" in done.err) == (2, True), arguments


# again


def test_a_kept_list_is_shown_again_by_its_number(careers: Run, home: Path, tmp_path: Path) -> None:
    first = matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))))["data"]
    careers("quiz", "--scores", SCORES)
    again = careers("quiz", "--history", "2", "--json").data
    for key in ("mode", "method", "length", "profile", "letters"):
        assert again[key] == first[key], key
    shown = ("id", "name", "rank", "label", "pay", "reasons_for", "reasons_against")
    assert [[match[key] for key in shown] for match in again["matches"]] == [
        [match[key] for key in shown] for match in first["matches"]
    ]
    scores = careers("quiz", "--history", "1", "--json").data
    assert [match["name"] for match in scores["matches"]][1] == "Dancers"
    page = careers("quiz", "--history", "2", "--explain", width=100)
    assert "Your result of" in page.out
    assert "WHAT CHANCE ALONE WOULD GIVE" in page.out, "what one answered tells that, too"
    assert len(kept(home)["results"]) == 2, "looking keeps nothing"
    listed = careers("quiz", "--history", "--format", "csv").out.splitlines()
    assert len(listed) == 3


def test_a_kept_verdict_is_shown_again_and_a_career_that_is_gone_is_named(
    careers: Run, home: Path, tmp_path: Path
) -> None:
    answers = answers_of(items(careers))
    old = careers("quiz", "29-1141.00", "--answers", answer_file(tmp_path, answers), "--json").data
    assert careers("quiz", "nurse", "--history", "1", "--json").data == old
    matched(careers, "--answers", answer_file(tmp_path, answers))
    found = kept(home)
    found["results"][-1]["matches"][0] |= {"id": "long-gone", "name": "Keeper of the lighthouse"}
    (home / FILE).write_text(yaml.safe_dump(found))
    done = careers("quiz", "--history", "1", "--json")
    assert len(done.data["matches"]) == 6
    assert "Keeper of the lighthouse" in done.document["notes"][0]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_kept_list_knows_its_limits_and_what_is_not_for_the_person_since(
    careers: Run, tmp_path: Path, lang: str
) -> None:
    given = ["--answers", answer_file(tmp_path, answers_of(items(careers))), "--limit", "years<=2"]
    first = careers("quiz", *given, "--json", lang=lang).data
    taken = first["matches"][1]
    assert careers("hide", taken["id"], "--because", "too loud", lang=lang).code == 0
    now = careers("quiz", *given, "--no-save", "--json", lang=lang).data
    again = careers("quiz", "--history", "1", "--json", lang=lang).data
    assert again["limits"] == now["limits"]
    assert again["candidates"] == now["candidates"]
    assert [field["name"] for field in again["fields"]] == [field["name"] for field in first["fields"]]
    assert [match["id"] for match in again["matches"] if match["hidden"]] == [taken["id"]]
    page = careers("quiz", "--history", "1", lang=lang).out
    assert {"en": "(not for you)", "fr": "(pas pour vous)"}[lang] in page
    assert {"en": "one limit", "fr": "une limite"}[lang] in careers("quiz", "--history", lang=lang).out


def test_limits_that_are_no_longer_understood_are_named(careers: Run, home: Path, tmp_path: Path) -> None:
    matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))), "--limit", "years<=2")
    found = kept(home)
    found["results"][-1]["limits"] = ["nothing-such<=3"]
    (home / FILE).write_text(yaml.safe_dump(found))
    done = careers("quiz", "--history", "1", "--json")
    assert len(done.data["matches"]) == 7
    assert "nothing-such<=3" in done.document["notes"][0]


def test_a_result_keeps_its_date_as_a_name_whatever_comes_after(careers: Run, home: Path, tmp_path: Path) -> None:
    first = matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))))["data"]
    found = kept(home)
    found["results"][-1]["date"] = "2026-03-09T18:30:00"
    (home / FILE).write_text(yaml.safe_dump(found))
    careers("quiz", "--scores", SCORES)
    for date in ("2026-03-09T18:30:00", "2026-03-09T18:30", "2026-03-09"):
        again = careers("quiz", "--history", date, "--json").data
        assert [match["id"] for match in again["matches"]] == [match["id"] for match in first["matches"]]
    done = careers("quiz", "--history", "2025-01-01")
    assert (done.code, "no result is of 2025-01-01" in done.err) == (2, True)


@pytest.mark.parametrize("number", ["0", "9", "9999"])
def test_a_number_that_no_result_has_is_refused(careers: Run, number: str) -> None:
    careers("quiz", "--scores", SCORES)
    done = careers("quiz", "--history", number)
    assert done.code == 2
    assert f"no result has the number {number}" in done.err
    assert careers("quiz", "29-1141.00", "--history", "1").code == 2


def test_the_persons_own_file_is_taken_as_answers(careers: Run, home: Path, tmp_path: Path) -> None:
    answers = answers_of(items(careers))
    first = matched(careers, "--answers", answer_file(tmp_path, answers))["data"]
    again = matched(careers, "--answers", str(home / FILE), "--no-save")["data"]
    assert again["matches"] == first["matches"]
    about = careers("quiz", "29-1141.00", "--answers", str(home / FILE), "--no-save", "--json").data
    given = careers("quiz", "29-1141.00", "--answers", answer_file(tmp_path, answers), "--no-save", "--json").data
    assert about == given


# answers that were given elsewhere


@pytest.mark.parametrize(("reply", "asked"), [("go-on", 6), ("again", 18)])
def test_answers_on_interests_are_offered_to_an_occupation(
    careers: Run, home: Path, tmp_path: Path, reply: str, asked: int
) -> None:
    answers = answers_of(items(careers))
    matched(careers, "--answers", answer_file(tmp_path, answers))
    done = careers("quiz", "29-1141.00", answers=[reply, *["4", "2", "5", "1"] * 4, "2", "4"])
    assert done.code == 0, done.out
    assert done.asked[0] == "You have rated 12 of these 18 statements already, for another question."
    assert len(done.asked) == 1 + asked
    taken = kept(home)["careers"]["29-1141.00"]
    assert len(taken) == 18
    assert (answers.items() <= taken.items()) == (reply == "go-on")
    assert kept(home)["interests"] == answers
    assert "already" not in careers("quiz", "29-1141.00", "--restart", answers=["4"]).asked[0]


# one screen


@pytest.mark.parametrize(("lang", "most"), [("en", 50), ("fr", 55)])
def test_a_list_is_one_screen_with_its_figures_in_columns(careers: Run, tmp_path: Path, lang: str, most: int) -> None:
    for likes in ({"R": 1, "I": 5, "A": 4, "S": 5, "E": 2, "C": 2}, {"R": 5, "I": 3, "A": 2, "S": 2, "E": 1, "C": 4}):
        file = answer_file(tmp_path, answers_of(items(careers), likes))
        asked = ("quiz", "--answers", file, "--no-save", "--format", "table", "--width", "80", "--lang", lang)
        lines = careers(*asked).out.splitlines()
        assert len(lines) <= most
        assert max(map(len, lines)) <= 80
        ends = {len(line) for line in lines if re.match(r"[1-7]\. ", line)}
        assert ends == {80}


def test_a_reason_that_a_better_career_has_gives_way_to_one_nearly_as_telling() -> None:
    def liked(id_: str, weight: float, nearer: float) -> Reason:
        return Reason(id=id_, text=id_, answer=5, weight=weight, rating=7.0, nearer=nearer)

    profile = Profile((0.2, 0.2, 1.0, 0.2, 0.2, 0.2), (2,) * 6)
    reasons = [
        liked("a-song", 0.3, 0.95),
        liked("a-play", 0.2, 0.9),
        liked("a-far", 0.2, 0.7),
        liked("a-dim", 0.1, 0.9),
    ]
    assert [find_for(reasons, profile, 1, told)[0].id for told in ((), ("a-song",), ("a-song", "a-play"))] == [
        "a-song",
        "a-play",
        "a-song",
    ]


def test_a_sentence_is_cut_where_a_part_of_it_ends_or_after_a_longer_word() -> None:
    assert cut_at_part("Short enough.", 20) == "Short enough."
    assert cut_at_part("Paints and draws pictures, for a gallery or a wall", 34) == "Paints and draws pictures…"
    assert cut_at_part("Tests new medicines: gives them to people", 25) == "Tests new medicines."
    stopped = "Finds out why a factory machine has stopped, repairs it and gets the line moving again."
    assert cut_at_part(stopped, 77) == "Finds out why a factory machine has stopped, repairs it and gets the line…"
    assert cut_at_part("Teaches, and shows the work of a whole class", 33) == "Teaches, and shows the work…"


def test_by_scores_each_career_is_told_first_by_what_is_liked(careers: Run) -> None:
    out = " ".join(
        careers("quiz", "--scores", "R=10,I=33,A=28,S=15,E=8,C=20", "--format", "table", width=100).out.split()
    )
    reasons = re.findall(r"Why (.*?) \d\. ", out)
    assert len(reasons) == 6, "and the last one ends the list"
    for reason in reasons:
        assert re.fullmatch(r"(a lot of|some) [^;()]+", reason), reason


@pytest.mark.parametrize("career", ["graphic designer", "registered nurse", "roofers", "actuaries"])
def test_an_answer_speaks_for_an_occupation_or_against_it(careers: Run, tmp_path: Path, career: str) -> None:
    asked = careers("quiz", career, "--items", "--json").data["items"]
    draw = random.Random(career)
    for _ in range(12):
        answers = {item["id"]: draw.choice((1, 2, 4, 5)) for item in asked}
        done = careers("quiz", career, "--answers", answer_file(tmp_path, answers), "--json", "--no-save")
        if done.data["refused"]:
            continue
        speaking = {reason["id"] for reason in done.data["reasons_for"]}
        assert not speaking & {reason["id"] for reason in done.data["reasons_against"]}, answers


def test_a_list_says_what_it_is_and_names_the_field_of_each_career(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    for lang, said, within in (
        ("en", "7 fields to look into", "7 fields within your limits"),
        ("fr", "7 domaines à explorer", "7 domaines dans vos limites"),
    ):
        asked = ("quiz", "--answers", file, "--no-save", "--format", "table", "--width", "80", "--lang", lang)
        page = careers(*asked).out
        assert f"\n{said}" in page
        data = matched(careers, "--answers", file, "--no-save", "--lang", lang)["data"]
        assert page.count(str(data["candidates"])) == 1, "in one place"
        assert f"\n{within}" in careers(*asked, "--limit", "years<=4").out
        fields = {id_: field["name"] for field in data["fields"] for id_ in field["matches"]}
        for match in data["matches"][:5]:
            short = re.split(r"\s?: ", fields[match["id"]])[0]
            assert re.search(rf"\n   {re.escape(short)}( \((also|aussi) [^)]+\))? · ", page), short


@pytest.mark.parametrize(("lang", "also"), [("en", "also Graphic Designers"), ("fr", "aussi Graphiste")])
def test_who_loves_drawing_is_told_of_a_career_of_it_that_hires(
    careers: Run, tmp_path: Path, lang: str, also: str
) -> None:
    loved = {"a-design-logo", "a-image-shapes-colours", "a-photograph-street", "a-transform-room"}
    usual = {"r": 2, "i": 2, "a": 4, "s": 3, "e": 2, "c": 1}
    answers = {item["id"]: 5 if item["id"] in loved else usual[item["id"][0]] for item in items(careers)}
    asked = ("quiz", "--answers", answer_file(tmp_path, answers), "--no-save", "--lang", lang)
    page = careers(*asked, "--format", "table", "--width", "80").out
    assert also in page
    data = careers(*asked, "--json").data
    field = next(field for field in data["fields"] if "27-1027.00" in field["matches"])
    assert field["matches"][1] == "27-1024.00"
    for field in data["fields"]:  # a name for which there is no room is not told
        assert not [line for line in page.splitlines() if field["name"] in line and len(line) > 80]


def test_the_header_says_whose_pay_it_is_where_that_is_not_the_readers(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    for lang, country, header in (
        ("en", "US", "─ pay a year   "),
        ("fr", "FR", "─ salaire  études"),
        ("en", "DE", "─ US: pay a year   "),
        ("fr", "US", "─ salaire par an "),
    ):
        asked = ("quiz", "--answers", file, "--no-save", "--format", "table", "--width", "80")
        page = careers(*asked, "--lang", lang, "--country", country).out
        assert header in page, (lang, country, page)
        assert max(map(len, page.splitlines())) <= 80
        plain = careers(*asked[:4], "--lang", lang, "--country", country).out
        name = {"en": "US", "fr": "États-Unis"}[lang]
        assert (f" · {name} · " in plain) is (country == "DE")


@pytest.mark.parametrize(
    ("limits", "do", "faire"),
    [
        ([], "Rate more activities", "Notez d’autres activités"),
        (["--limit", "years<=2", "--limit", "pay>=60k"], "Loosen a limit", "Assouplissez une limite"),
    ],
)
def test_a_list_of_no_more_clear_fits_than_by_chance_says_so_and_what_to_do(
    careers: Run, tmp_path: Path, limits: list[str], do: str, faire: str
) -> None:
    likes = {"R": 2, "I": 4, "A": 2, "S": 3, "E": 3, "C": 1}
    answers = answers_of(items(careers), likes)
    file = answer_file(tmp_path, answers)
    data = matched(careers, "--answers", file, "--no-save", *limits)["data"]
    few = data["passing"]["best"] <= data["chance"]["best"]
    for lang, said in (("en", do), ("fr", faire)):
        assert (said in careers("quiz", "--answers", file, "--no-save", *limits, lang=lang).out) is few
    assert few, data["passing"]


def test_what_other_questions_would_leave_is_told_as_a_count_of_fields_and_careers(
    careers: Run, tmp_path: Path
) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    data = matched(careers, "--answers", file, "--no-save")["data"]
    fields, found = (round(sum(row["stability"] for row in data[kind])) for kind in ("fields", "matches"))
    page = " ".join(careers("quiz", "--answers", file, "--no-save").out.split())
    assert f"With other questions some {fields} of these 7 fields would stay, and {found} of the careers" in page
    explained = careers("quiz", "--answers", file, "--no-save", "--explain").out
    assert "neither close to this work nor far" not in explained
    assert "a clear fit" in explained
