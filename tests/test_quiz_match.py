"""`careers quiz` without a career: which careers fit me? As it is used, in pipes and on terminals."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from careercli.core.quiz.interests import SCALES, score_items
from careercli.core.quiz.matching import METHODS, direction, unit
from careercli.core.quiz.reasons import strongest, weigh_answers, weigh_scores
from careercli.library.catalogue import Catalogue
from tests.conftest import Run
from tests.terminal import Screen

SCORES = "R=27,I=13,A=23,S=25,E=14,C=14"
#: What somebody answers who likes finding out and making, and neither machines nor selling.
LIKES = {"R": 2, "I": 5, "A": 4, "S": 3, "E": 1, "C": 3}


def items(careers: Run, length: str = "short", lang: str = "en") -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        careers("quiz", "--items", "--length", length, "--json", "--lang", lang).out
    )["data"]["items"]
    return found


def answers_of(listed: list[dict[str, str]], likes: dict[str, int] = LIKES) -> dict[str, int]:
    """Answers by type, with every fifth one a step lower, so that they are no pattern."""
    return {item["id"]: max(1, likes[item["scale"]] - (n % 5 == 4)) for n, item in enumerate(listed)}


def answer_file(folder: Path, answers: dict[str, int], name: str = "answers.json") -> str:
    path = folder / name
    path.write_text(json.dumps({"version": 1, "answers": answers}))
    return str(path)


def matched(careers: Run, *arguments: str) -> dict[str, Any]:
    done = careers("quiz", *arguments, "--json")
    assert done.code == 0, done.err
    shown: dict[str, Any] = json.loads(done.out)
    return shown


# the items


@pytest.mark.parametrize(("length", "count"), [("short", 12), ("standard", 30), ("full", 60)])
def test_a_length_asks_as_many_of_each_type(careers: Run, length: str, count: int) -> None:
    listed = items(careers, length)
    assert len(listed) == count
    assert [item["scale"] for item in listed].count("R") == count / 6
    assert all([item["scale"] for item in listed].count(scale) == count / 6 for scale in SCALES)
    french = items(careers, length, "fr")
    assert [item["id"] for item in french] == [item["id"] for item in listed]
    assert all(item["text"] != other["text"] for item, other in zip(listed, french, strict=True))


def test_items_without_a_length_are_all_of_them(careers: Run) -> None:
    data = json.loads(careers("quiz", "--items", "--json").out)["data"]
    assert len(data["items"]) == 60
    assert set(data["items"][0]) == {"id", "text", "scale", "length"}


# matching


def test_scores_are_matched_by_the_published_rule(careers: Run) -> None:
    shown = matched(careers, "--scores", SCORES)
    data = shown["data"]
    assert (data["mode"], data["method"]) == ("match", "published")
    assert data["profile"] == {"R": 0.675, "I": 0.325, "A": 0.575, "S": 0.625, "E": 0.35, "C": 0.35}
    assert [match["rank"] for match in data["matches"]] == [1, 2, 3, 4, 5, 6, 7]
    fits = [match["fit"] for match in data["matches"]]
    assert fits == sorted(fits, reverse=True)
    for match in data["matches"]:
        assert 0 <= match["stability"] <= 1
        assert match["label"] == ("best" if match["fit"] >= 0.729 else "great" if match["fit"] >= 0.608 else "")
        assert all(reason["weight"] > 0 for reason in match["reasons_for"])
        assert len(match["reasons_against"]) == 1
        assert all(reason["weight"] < 0 or reason["weak"] for reason in match["reasons_against"])
    assert data["chance"]["best"] == round(0.05 * data["candidates"])
    assert data["chance"]["great"] == round(0.10 * data["candidates"])
    assert shown["sources"][0]["id"] == "onet-30-1"


def test_the_same_scores_in_another_order_give_the_same_result_to_the_last_digit(careers: Run) -> None:
    turned = ",".join(reversed(SCORES.split(",")))
    assert matched(careers, "--scores", SCORES) == matched(careers, "--scores", turned.lower().replace(",", ", "))


def test_answers_bring_reasons_in_the_words_of_the_items(careers: Run, tmp_path: Path) -> None:
    listed = items(careers, "standard")
    texts = {item["id"]: item["text"] for item in listed}
    data = matched(careers, "--answers", answer_file(tmp_path, answers_of(listed)))["data"]
    assert data["length"] == "standard"
    assert data["method"] in METHODS
    assert data["letters"][0] == "I"
    for match in data["matches"]:
        for reason in (*match["reasons_for"], *match["reasons_against"]):
            assert texts[reason["id"]] == reason["text"]
    assert data["pivots"] is not None


@pytest.mark.parametrize("method", METHODS)
def test_the_method_can_be_chosen(careers: Run, tmp_path: Path, method: str) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    assert matched(careers, "--answers", file, "--method", method)["data"]["method"] == method


def test_reasons_add_up_to_the_fit(catalogue: Catalogue) -> None:
    all_items = catalogue.statements.interests("en")
    answers = {item.id: 1 + (7 * n) % 5 for n, item in enumerate(all_items)}
    profile = score_items(all_items, answers)
    for measures in catalogue.measures("US", ["ai-specialist", "29-1141.00", "47-2111.00"]):
        for method in METHODS:
            career = direction(measures.interests or (), method)
            fit = sum(a * b for a, b in zip(unit(profile.scores), career, strict=True))
            reasons = weigh_answers(all_items, answers, profile, career)
            assert sum(reason.weight for reason in reasons) == pytest.approx(fit, abs=1e-6)
            by_type = weigh_scores({scale: scale for scale in SCALES}, profile, career)
            assert sum(reason.weight for reason in by_type) == pytest.approx(fit, abs=1e-6)
            ups = strongest(reasons, 3, 1)
            assert all(reason.weight > 0 for reason in ups)
            assert all(reason.answer != 3 for reason in ups)


# refusals


@pytest.mark.parametrize("answer", [1, 3, 5])
def test_answers_that_are_all_the_same_are_not_ranked(careers: Run, tmp_path: Path, answer: int) -> None:
    listed = items(careers)
    shown = matched(careers, "--answers", answer_file(tmp_path, {item["id"]: answer for item in listed}))
    assert shown["data"]["matches"] == []
    assert shown["data"]["refused"] == "flat"
    assert "nothing can be ranked" in shown["notes"][0]
    assert [action["command"] for action in shown["actions"]] == ["careers quiz --restart", "careers list --all"]


def test_too_few_answers_are_not_ranked(careers: Run, tmp_path: Path) -> None:
    listed = items(careers)[:5]
    shown = matched(careers, "--answers", answer_file(tmp_path, answers_of(listed)))
    assert shown["data"]["matches"] == []
    assert "Too few" in shown["notes"][0]


def test_a_pattern_is_not_ranked(careers: Run, tmp_path: Path) -> None:
    listed = items(careers, "standard")
    shown = matched(careers, "--answers", answer_file(tmp_path, {i["id"]: 1 + n % 4 for n, i in enumerate(listed)}))
    assert shown["data"]["matches"] == []
    assert "pattern" in shown["notes"][0]


def test_flat_scores_are_not_ranked(careers: Run) -> None:
    done = careers("quiz", "--scores", "R=20,I=20,A=20,S=20,E=20,C=20", "--lang", "fr")
    assert done.code == 0
    assert "Aucune liste" in done.out
    assert "presque égaux" in done.err


# limits, what if


def test_limits_take_out_and_say_what_comes_back(careers: Run) -> None:
    free = matched(careers, "--scores", SCORES)["data"]
    data = matched(careers, "--scores", SCORES, "--limit", "years<=2", "--limit", "pay>=50000")["data"]
    assert [limit["id"] for limit in data["limits"]] == ["years<=2", "pay>=50000"]
    removed = {limit["id"]: limit for limit in data["limits"]}
    assert all(limit["back"] <= limit["removed"] for limit in removed.values())
    without = matched(careers, "--scores", SCORES, "--limit", "years<=2")["data"]
    assert without["candidates"] - data["candidates"] == removed["pay>=50000"]["back"]
    assert data["candidates"] < without["candidates"] < free["candidates"]


def test_limits_that_nothing_keeps_are_told(careers: Run) -> None:
    shown = matched(careers, "--scores", SCORES, "--limit", "zone<=1", "--limit", "growth>=900")
    assert shown["data"]["matches"] == []
    assert "relax" in shown["notes"][0]


def test_euros_are_compared_by_rank(careers: Run) -> None:
    data = matched(careers, "--scores", SCORES, "--limit", "pay>=45kEUR")["data"]
    assert data["limits"][0]["euros"]
    assert 0 < data["candidates"] < 900


def test_a_what_if_that_changes_nothing_or_twice_is_refused(careers: Run, tmp_path: Path) -> None:
    answers = answers_of(items(careers))
    file = answer_file(tmp_path, answers)
    id_, answer = next(iter(answers.items()))
    same = careers("quiz", "--answers", file, "--what-if", f"{id_}={answer}", "--no-save")
    assert (same.code, same.out) == (2, "")
    assert "is your answer already" in same.err
    twice = ["--what-if", f"{id_}={1 + answer % 5}"] * 2
    done = careers("quiz", "--answers", file, *twice, "--no-save")
    assert (done.code, done.out) == (2, "")
    assert "twice" in done.err


def test_what_is_not_kept_is_not_offered_to_go_on_with(careers: Run, tmp_path: Path) -> None:
    answers = answers_of(items(careers, "short"))
    few = answer_file(tmp_path, dict(list(answers.items())[:4]))
    assert "--resume" in careers("quiz", "--answers", few).out
    unkept = careers("quiz", "--answers", few, "--no-save")
    assert "--resume" not in unkept.out + unkept.err
    whole = answer_file(tmp_path, answers)
    assert "`careers quiz --length standard --resume`" in careers("quiz", "--answers", whole, "--explain").out
    assert "`careers quiz --length standard`" in careers("quiz", "--answers", whole, "--no-save", "--explain").out


def test_limits_that_leave_nothing_say_how_many_to_relax(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    limits = ["--limit", "zone<=1", "--limit", "level<=3", "--limit", "growth>=900", "--limit", "openings>=900000000"]
    assert "relax several" in careers("quiz", "--answers", file, *limits, "--no-save").err


def test_reasons_of_the_list_are_not_all_the_same(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    matches = matched(careers, "--answers", file)["data"]["matches"]
    for match in matches:
        liked = [reason["id"][0] for reason in match["reasons_for"] if reason["answer"] > 3]
        assert [reason["answer"] > 3 for reason in match["reasons_for"]] == [True] * len(liked) + [False] * (
            len(match["reasons_for"]) - len(liked)
        ), "what is liked comes first"
        assert len({reason["id"] for reason in match["reasons_for"]}) == len(match["reasons_for"])
    assert len({tuple(reason["id"] for reason in match["reasons_for"]) for match in matches}) > 1


def test_what_if_shows_the_list_before_and_after(careers: Run, tmp_path: Path) -> None:
    listed = items(careers)
    file = answer_file(tmp_path, answers_of(listed))
    asked = next(item["id"] for item in listed if item["scale"] == "I")
    data = matched(careers, "--answers", file, "--what-if", f"{asked}=1")["data"]
    changed = data["what_if"]
    assert changed["changes"][0]["id"] == asked
    assert changed["changes"][0]["then"] == 1
    assert changed["profile"]["I"] < data["profile"]["I"]
    other = matched(careers, "--answers", answer_file(tmp_path, {**answers_of(listed), asked: 1}, "b.json"))["data"]
    assert [m["id"] for m in changed["matches"]] == [m["id"] for m in other["matches"]]


def test_a_pivot_really_changes_the_top_three(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    data = matched(careers, "--answers", file)["data"]
    assert data["pivots"]
    for pivot in data["pivots"]:
        changed = matched(careers, "--answers", file, "--what-if", f"{pivot['id']}={pivot['then']}")["data"]["what_if"]
        top = [match["id"] for match in changed["matches"][:3]]
        assert top == pivot["top"]
        assert set(top) != {match["id"] for match in data["matches"][:3]}


# options that are wrong


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--scores", SCORES, "--answers", "-"], 2, "`--scores` and `--answers` exclude each other"),
        (["--history", "--diff"], 2, "exclude each other"),
        (["--items", "--what-if", "x=3"], 2, "exclude each other"),
        (["--scores", SCORES, "--what-if", "x=3"], 2, "exclude each other"),
        (["--scores", SCORES, "--length", "full"], 2, "exclude each other"),
        (["--scores", SCORES, "--method", "careers"], 2, "published rule alone"),
        (["ai-specialist", "--scores", SCORES], 2, "is for finding careers"),
        (["ai-specialist", "--limit", "remote"], 2, "is for finding careers"),
        (["ai-specialist", "--length", "short"], 2, "statements of its own"),
        (["--scores", "R=27"], 2, "no score for"),
        (["--scores", "R=27,I=13,A=23,S=25,E=14,C=44"], 2, "not from 0 to 40"),
        (["--scores", SCORES, "--limit", "pai>=3"], 2, "did you mean `pay`"),
        (["--scores", SCORES, "--limit", "pay=60k"], 2, "not `=`"),
        (["--length", "long"], 2, "`--length` cannot be `long`"),
        ([], 6, "--answers FILE"),
        (["--length", "short"], 6, "--scores"),
        (["--resume"], 6, "--items"),
        (["--no-input"], 6, "need a terminal"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(careers: Run, arguments: list[str], code: int, said: str) -> None:
    done = careers("quiz", *arguments)
    assert done.code == code, done.err
    assert said in done.err
    assert done.out == ""
    assert done.err.count("error:") == 1


def test_wrong_ids_bring_a_suggestion(careers: Run, tmp_path: Path) -> None:
    listed = items(careers)
    answers = answers_of(listed)
    first = listed[0]["id"]
    done = careers("quiz", "--answers", answer_file(tmp_path, {**answers, first[:-1]: 3}))
    assert done.code == 4
    assert f"did you mean `{first}`" in done.err
    file = answer_file(tmp_path, answers, "good.json")
    for wrong, said in ((f"{first[:-1]}=3", f"did you mean `{first}`"), (f"{first}=9", "from 1 to 5"), ("x", "1 to 5")):
        done = careers("quiz", "--answers", file, "--what-if", wrong)
        assert done.code == 2
        assert said in done.err


# forms


def test_other_forms_hold_the_list(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    data = matched(careers, "--answers", file)["data"]
    rows = list(csv.reader(io.StringIO(careers("quiz", "--answers", file, "--format", "csv").out)))
    assert rows[0][:4] == ["rank", "id", "kind", "name"]
    assert [row[1] for row in rows[1:]] == [match["id"] for match in data["matches"]]
    for form in ("plain", "markdown"):
        done = careers("quiz", "--answers", file, "--format", form)
        assert all(match["name"] in done.out and match["summary"] in done.out for match in data["matches"])
        assert done.out.count("Why") == len(data["matches"])
        assert "Place in the list" not in done.out
        explained = careers("quiz", "--answers", file, "--format", form, "--explain").out
        assert "Place in the list" in explained
        assert "`careers show " in explained
    csv_items = list(csv.reader(io.StringIO(careers("quiz", "--items", "--format", "csv").out)))
    assert csv_items[0] == ["id", "text", "scale"]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(careers: Run, tmp_path: Path, lang: str, width: int) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    arguments = ["quiz", "--answers", file, "--limit", "years<=2", "--format", "table", "--width", str(width)]
    lines = careers(*arguments, "--lang", lang).out.splitlines()
    assert [line for line in lines if len(line) > width] == []


# on a terminal


def answer_all(screen: Screen, listed: list[dict[str, str]], answers: dict[str, int]) -> None:
    for n, item in enumerate(listed, 1):
        screen.read_until(f"{n} of {len(listed)}")
        screen.read_until(item["text"])
        screen.type(f"{answers[item['id']]}")


def test_questions_on_a_terminal_give_the_list_that_flags_give(
    careers: Run, env: dict[str, str], tmp_path: Path
) -> None:
    listed = items(careers)
    answers = answers_of(listed)
    with Screen(["quiz", "--no-pager"], env, tmp_path, width=100, height=24) as screen:
        screen.read_until("Is this career right for me?")
        screen.type("2")
        screen.read_until("How long may it take?")
        screen.type("2")
        answer_all(screen, listed, answers)
        screen.read_until("Are there limits")
        screen.type("2")
        screen.read_until("Below what pay")
        screen.type("lots\r")
        screen.read_until("Type an amount")
        screen.type("\x7f" * 4 + "40k\r")
        screen.read_until("studied after school already")
        screen.type("1")
        screen.read_until("At most how many years of study")
        screen.type("3")
        screen.read_until("from home")
        screen.type("1")
        assert screen.read_all() == 0
        text = screen.text()
    assert "Pay of at least $40,000: takes out" in text
    assert "At most 3 years of study: takes out" in text
    assert "\nNext  " in text
    file = answer_file(tmp_path, answers)
    same = careers("quiz", "--answers", file, "--limit", "pay>=40kUSD", "--limit", "years<=3", "--json", "--no-save")
    for match in json.loads(same.out)["data"]["matches"]:
        assert match["name"][:30] in " ".join(text.split())


def limited(careers: Run, *typed: str, **options: Any) -> Any:
    """A short quiz whose limits are asked for: pay as it is typed, then what else is chosen."""
    quiz = ["quiz", "--length", "short", "--restart"]
    return careers(*quiz, answers=[*"534234123454", "yes", *typed], **options)


@pytest.mark.parametrize("typed", ["1,800 net a month", "$1800 net", "30000 GBP", "lots", "-5", "20k 30k", "$3 €"])
def test_pay_that_cannot_be_used_is_refused_where_it_is_typed(careers: Run, typed: str) -> None:
    with pytest.raises(AssertionError, match=r"type it|Type an amount"):
        limited(careers, typed)


def test_the_pay_prompt_suggests_only_what_it_takes(careers: Run) -> None:
    american = limited(careers, "24000", "", "", "")
    assert american.code == 0
    assert not any("net" in line for line in american.asked)
    french = limited(careers, "1 800 € net par mois", "", "", "", lang="fr")
    assert french.code == 0
    assert any("net, comme 1 800" in " ".join(line.split()) for line in french.asked)


def test_what_pay_is_taken_for_is_said_at_once(careers: Run) -> None:
    assert "Understood: pay of at least $17 an hour (about $35,360 gross a year)." in limited(
        careers, "17", "", "", ""
    ).err.replace("\n", " ")


def test_who_has_studied_is_asked_for_more_years(careers: Run) -> None:
    begins = limited(careers, "", "", "3", "").asked
    assert "At most how many years of study after school?" in begins
    goes_on = limited(careers, "", "2 years", "3", "", width=100)
    assert "At most how many more years would you study?" in goes_on.asked
    assert "At most 3 more years of study: takes out" in goes_on.out


def test_b_at_the_pay_prompt_goes_back(careers: Run) -> None:
    done = limited(careers, "b", "no")
    assert (done.code, done.asked[-1]) == (0, "Are there limits, such as pay or years of study?")


def test_a_limit_that_fails_after_the_questions_is_asked_again(careers: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careercli.usecases.quiz.limits._wrong_pay", lambda *_: "")
    monkeypatch.setattr("careercli.usecases.quiz.limits._understood", lambda *_: "")
    done = limited(careers, "1800 net", "", "", "", "no")
    assert (done.code, "are gross" in done.err) == (0, True)


def test_a_limit_of_the_command_line_that_cannot_be_used_is_refused_before_anything_is_asked(careers: Run) -> None:
    done = careers("quiz", "--length", "short", "--limit", "pay>=1800 net", answers=["3"])
    assert (done.code, done.asked) == (2, ())


def test_a_flag_spares_each_question(careers: Run) -> None:
    listed = items(careers)
    arguments = ["quiz", "--length", "short", "--limit", "zone<=4", "--no-save", "--json"]
    done = careers(*arguments, answers=[str(answer) for answer in answers_of(listed).values()])
    assert done.code == 0
    assert list(done.asked) == [f"{n}/12  {item['text']}" for n, item in enumerate(listed, 1)]
    assert '"mode": "match"' in done.out


def test_the_second_questionnaire_asks_for_the_career(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["quiz"], env, tmp_path, width=100) as screen:
        screen.read_until("Is this career right for me?")
        screen.type("3")
        screen.read_until("another career")
        screen.type("\x1b[A\r")  # up from the first to the last: type a name
        screen.read_until("The name of the career:")
        screen.type("registered nurse\r")
        screen.read_until("1 of 18")
        assert "Is it right for you? Registered Nurses" in screen.text()
        screen.type("\x03")
        assert screen.read_all() == 130


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_leaving_before_the_first_statement_keeps_nothing(
    env: dict[str, str], home: Path, tmp_path: Path, key: str
) -> None:
    with Screen(["quiz"], env, tmp_path, width=100) as screen:
        screen.read_until("What would you like to find out?")
        screen.read_until(">")
        screen.type(key)
        assert screen.read_all() == 130
        assert "no question was asked" in screen.text()
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_keys_pressed_at_the_first_sight_of_the_question_count(
    careers: Run, env: dict[str, str], tmp_path: Path
) -> None:
    with Screen(["quiz", "--length", "short"], env, tmp_path, width=100) as screen:
        screen.read_until("leave and keep")
        screen.type("45")
        screen.read_until("3 of 12")
        screen.type("\x03")
        assert screen.read_all() == 130
        assert "2 answers are kept" in screen.text()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_whole_way_in_numbered_lines_at_forty_columns(careers: Run, lang: str) -> None:
    answers = answers_of(items(careers, lang=lang))
    typed = "".join(f"{answer}\n" for answer in (*answers.values(), 1))
    done = careers("quiz", "--accessible", "--length", "short", stdin=typed, terminal=True, width=40, lang=lang)
    assert done.code == 0
    assert "\x1b" not in done.out
    said = [f"{n} {'of' if lang == 'en' else 'sur'} 12" for n in range(1, 13)]
    said += {
        "en": ["Are there limits", "7 FIELDS TO LOOK INTO"],
        "fr": ["Y a-t-il des limites", "7 DOMAINES À EXPLORER"],
    }[lang]
    assert [text for text in said if text not in done.out] == []
    assert sorted(said, key=done.out.index) == said


def test_all_neutral_answers_get_no_list_and_are_not_kept_as_a_result(careers: Run, home: Path) -> None:
    done = careers("quiz", "--length", "short", answers=[*["3"] * 12, "no"])
    assert done.code == 0
    assert "No list can be given." in done.screen
    assert "careers quiz --restart" in done.screen
    assert "results" not in (home / "data/careers/me.yaml").read_text().replace("lists the results", "")


def test_a_length_can_be_named_with_answers(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers, "standard")))
    assert matched(careers, "--answers", file, "--length", "short")["data"]["length"] == "short"
    shown = matched(careers, "--answers", file, "--length", "full")
    assert "Too few" in shown["notes"][0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--limit", "pai>=3"], "did you mean `pay`"), (["--what-if", "nothing-such=3"], "is not a statement")],
)
def test_what_is_wrong_is_told_before_anything_is_asked(careers: Run, arguments: list[str], said: str) -> None:
    done = careers("quiz", *arguments, answers=["match"], width=100)
    assert (done.code, done.asked) == (2, ())
    assert said in done.out


def test_a_career_that_is_foreseen_to_lose_a_tenth_of_its_jobs_says_so(careers: Run) -> None:
    scores = ("quiz", "--scores", "R=2,I=2,A=1,S=2,E=4,C=7")
    shown = " ".join(careers(*scores).out.split())
    matches = careers(*scores, "--json").data["matches"]
    shrinking = [match for match in matches if (match.get("outlook") or {}).get("growth_percent", 0.0) <= -10]
    assert 0 < len(shrinking) < len(matches)
    assert shown.count("as projected (US)") == len(shrinking)
    for match in shrinking:
        percent = f"\u2212{abs(match['outlook']['growth_percent']):.1f}%"
        assert f"{percent} by {match['outlook']['to_year']}, as projected (US)" in shown
